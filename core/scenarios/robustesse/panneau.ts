import type { Etapes } from '../../socle/etapes.ts'
import { formatCompte, formatNombre, formatPoints, formatTaux } from '../../socle/format.ts'
import { francais } from '../../socle/typographie.ts'
import type { GenreLots } from '../comparer/phrases.ts'
import type { Acceptabilite } from './acceptabilite.ts'
import { acceptabiliteParEtapes } from './acceptabilite.ts'
import type { Banc } from './banc.ts'
import type { DemandeEnBordure } from './bordure.ts'
import { demandesEnBordure } from './bordure.ts'
import type { IntervalleStable } from './intervalles.ts'
import { intervallesParEtapes } from './intervalles.ts'
import type { LigneTornade } from './tornade.ts'
import { MOUVEMENTS, tornadeParEtapes } from './tornade.ts'

export interface IntervalleVu {
  readonly nom: string
  readonly points: string
  /** « de 46 à 53 », « à partir de 12 », « sans limite ». */
  readonly phrase: string
  /** Whether the least move already changes a list. */
  readonly fragile: boolean
}

export interface BarreTornade {
  readonly nom: string
  readonly points: string
  /** Greatest share of lists that change when points go down, then up. */
  readonly baisse: number
  readonly hausse: number
  readonly texteBaisse: string
  readonly texteHausse: string
}

export interface DemandeFragile {
  readonly demande: number
  readonly numero: string
  /** « 87 % (± 1,5) » */
  readonly part: string
  readonly candidate: boolean
}

export interface DemandeAuBord {
  readonly demande: number
  readonly numero: string
  readonly dedans: boolean
  readonly lots: string
  readonly marge: string
}

/** How far the grid tried can be changed without the commission reading other cases. */
export interface RobustesseVue {
  readonly grille: string
  /** Of the grid on which it was computed: it goes out of date. */
  readonly empreinte: string
  /** Which lists, and how many. */
  readonly listes: string
  readonly resume: readonly string[]
  readonly intervalles: readonly IntervalleVu[]
  readonly tornade: readonly BarreTornade[]
  readonly acceptabilite: {
    readonly phrase: string
    readonly menacees: readonly DemandeFragile[]
    readonly entrantes: readonly DemandeFragile[]
  }
  readonly bord: readonly DemandeAuBord[]
  readonly nombreBord: number
}

/** The draws can be made again by anyone: the seed is always this one, and is told. */
const GRAINE = 1
const TIRAGES = 500
const ECART_AU_BORD = 1
/** Names shown of each list. */
const NOMMES = 20

function nomReglage({ nom, tranche }: Pick<IntervalleStable, 'nom' | 'tranche'>): string {
  return tranche === null ? nom : `${nom}, tranche ${String(tranche + 1)}`
}

function direIntervalle({ bas, haut }: IntervalleStable): string {
  if (bas === null && haut === null) return 'aucune valeur ne change une liste'
  if (bas === null) return `jusqu’à ${formatNombre(haut ?? 0)}`
  if (haut === null) return `à partir de ${formatNombre(bas)}`
  return bas === haut ? `à ${formatNombre(bas)} seulement` : `de ${formatNombre(bas)} à ${formatNombre(haut)}`
}

function intervalleVu(intervalle: IntervalleStable): IntervalleVu {
  const { points, bas, haut } = intervalle
  return {
    nom: nomReglage(intervalle),
    points: formatNombre(points),
    phrase: direIntervalle(intervalle),
    fragile: bas === points && haut === points,
  }
}

function barre(ligne: LigneTornade): BarreTornade {
  const maximum = (garder: (mouvement: number) => boolean): number =>
    Math.max(0, ...ligne.parts.map((part, k) => (garder(MOUVEMENTS[k] ?? 0) ? (part ?? 0) : 0)))
  const [baisse, hausse] = [maximum((m) => m < 0), maximum((m) => m > 0)]
  return {
    nom: nomReglage(ligne),
    points: formatNombre(ligne.points),
    baisse,
    hausse,
    texteBaisse: formatTaux(baisse, { decimales: 0 }),
    texteHausse: formatTaux(hausse, { decimales: 0 }),
  }
}

type Numeros = readonly string[]

function fragile(
  { demande, part, erreur, candidate }: Acceptabilite['demandes'][number],
  numeros: Numeros,
): DemandeFragile {
  const marge = formatNombre(erreur * 100, { decimales: 1 })
  return {
    demande,
    numero: numeros[demande] ?? '',
    part: `${formatTaux(part, { decimales: 0 })} (± ${marge})`,
    candidate,
  }
}

function acceptabiliteVue(
  { demandes, tirages, graine, amplitude, erreurMaximale }: Acceptabilite,
  numeros: Numeros,
): RobustesseVue['acceptabilite'] {
  const candidates = demandes.filter(({ candidate }) => candidate)
  const menacees = candidates.filter(({ part }) => part < 0.95).toSorted((a, b) => a.part - b.part)
  const entrantes = demandes.filter(({ candidate, part }) => !candidate && part > 0.05)
  const vue = (liste: Acceptabilite['demandes']): readonly DemandeFragile[] =>
    liste.slice(0, NOMMES).map((d) => fragile(d, numeros))
  return {
    phrase: francais(
      `${formatNombre(tirages)} tirages, chaque critère multiplié au hasard entre ${formatTaux(1 - amplitude, { decimales: 0 })} et ${formatTaux(1 + amplitude, { decimales: 0 })} de ses points (graine ${String(graine)} ; erreur au plus ${formatNombre(erreurMaximale * 100, { decimales: 1 })} points) : sur ${formatCompte(candidates.length, 'demande')} aujourd’hui parmi les trois d’un logement, ${formatNombre(candidates.length - menacees.length)} le restent dans au moins 95 tirages sur 100.`,
    ),
    menacees: vue(menacees),
    entrantes: vue(entrantes),
  }
}

function auBord({ demande, dedans, lots, marge }: DemandeEnBordure, numeros: Numeros): DemandeAuBord {
  return {
    demande,
    numero: numeros[demande] ?? '',
    dedans,
    lots: formatCompte(lots, 'liste'),
    marge: marge === 0 ? 'à égalité, le départage tranche' : `à ${formatPoints(marge)}`,
  }
}

function resumer(intervalles: readonly IntervalleVu[], tornade: readonly BarreTornade[]): readonly string[] {
  const fragiles = intervalles.filter((i) => i.fragile)
  const [premiere] = tornade
  return [
    fragiles.length === 0
      ? 'Chaque nombre de points peut bouger d’au moins un pas sans changer aucune liste.'
      : `Pour ${formatCompte(fragiles.length, 'nombre de points', 'nombres de points')} sur ${formatNombre(intervalles.length)}, le moindre pas change déjà une liste.`,
    ...(premiere === undefined
      ? []
      : [
          `Le plus décisif : « ${premiere.nom} ». En le faisant varier de 20 points, jusqu’à ${formatTaux(Math.max(premiere.baisse, premiere.hausse), { decimales: 0 })} des listes changent.`,
        ]),
  ].map(francais)
}

function* decaler<T>(etapes: Etapes<T>, de: number, a: number): Etapes<T> {
  for (;;) {
    const etape = etapes.next()
    if (etape.done === true) return etape.value
    yield de + (a - de) * etape.value
  }
}

const LISTES: Readonly<Record<GenreLots, string>> = {
  fournis: 'une par logement du fichier',
  recherches: 'une par couple de commune et de type recherché',
}

/**
 * The four measures of robustness, one after the other, ready to be read.
 *
 * @example
 * menerEtapes(mesurerRobustesse(banc, demandes.numeros, 'recherches')).resume[0]
 * //=> 'Pour 13 nombres de points sur 19, le moindre pas change déjà une liste.'
 */
export function* mesurerRobustesse(banc: Banc, numeros: Numeros, genre: GenreLots): Etapes<RobustesseVue> {
  const { grille, empreinte } = banc.cotation.grilleLue
  const intervalles = (yield* decaler(intervallesParEtapes(banc), 0, 0.25)).map(intervalleVu)
  const tornade = (yield* decaler(tornadeParEtapes(banc), 0.25, 0.5)).map(barre)
  const acceptables = yield* decaler(acceptabiliteParEtapes(banc, { graine: GRAINE, tirages: TIRAGES }), 0.5, 0.95)
  const bord = demandesEnBordure(banc, ECART_AU_BORD)
  return {
    grille: grille.nom,
    empreinte,
    listes: francais(`${formatCompte(banc.nombreLots, 'liste')} de trois candidats, ${LISTES[genre]}.`),
    resume: resumer(intervalles, tornade),
    intervalles,
    tornade,
    acceptabilite: acceptabiliteVue(acceptables, numeros),
    bord: bord.slice(0, NOMMES).map((d) => auBord(d, numeros)),
    nombreBord: bord.length,
  }
}
