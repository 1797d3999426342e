import { Refus } from '../../socle/refus.ts'
import type { Secret } from '../jeu/jeu.ts'
import { arrondir } from '../protection/arrondi.ts'
import type { Precedent, Rapport } from '../protection/modele.ts'
import type { Profil } from '../protection/profils.ts'
import { proteger } from '../protection/proteger.ts'
import { secretDuTaux } from '../protection/taux.ts'
import { type Lot, type Resultat, systemeDe } from './cellules.ts'
import { indiscrets } from './indiscrets.ts'
import type { Mesure } from './ventilation.ts'

/** A figure, withheld or not. */
export interface MesurePubliee extends Omit<Mesure, 'cellules' | 'autres'> {
  readonly secret: Secret | null
  /** Its counts are rounded to a multiple of this; null: they are exact. */
  readonly arrondi: number | null
}

/** The figures of an indicator in one place, as they may be published. */
export interface Publication {
  readonly lot: Lot
  readonly resultat: Resultat
  readonly mesures: readonly MesurePubliee[]
  /** Withdrawn whole: what it withholds could still be found again. */
  readonly retire: boolean
}

export interface Publications {
  readonly publications: readonly Publication[]
  readonly rapport: Rapport
}

type Secrets = ReadonlyMap<string, Secret | null>

function publiee(mesure: Mesure, secret: Secret | null): MesurePubliee {
  const { dimension, modalite, numerateur, denominateur, valeur } = mesure
  if (secret === null) return { dimension, modalite, numerateur, denominateur, valeur, secret, arrondi: null }
  return { dimension, modalite, numerateur: null, denominateur: null, valeur: null, secret, arrondi: null }
}

/** A figure shows two counts: it is withheld with either. One whose counts are not in the file (a withdrawn indicator) too. */
function secretDe(
  { ventilation }: Resultat,
  { cellules, autres = [] }: Mesure,
  secrets: Secrets,
  seuil: number,
): Secret | null {
  const { nature, connus } = ventilation
  if (nature === 'mediane') return connus < seuil ? 'primaire' : null
  const secret = (cellule: string | null): Secret | null => {
    if (cellule === null) return null
    const connu = secrets.get(cellule)
    return connu === undefined ? 'secondaire' : connu
  }
  return [cellules.numerateur, cellules.denominateur, ...autres].map(secret).reduce(secretDuTaux)
}

/** A count as it may be shown: exact, rounded, or not at all. */
function montrer(
  n: number | null,
  cellule: string | null,
  secrets: Secrets,
  profil: Profil,
  precedent: Precedent | undefined,
): { readonly n: number | null; readonly arrondi: boolean } | undefined {
  if (n === null || cellule === null) return { n, arrondi: false }
  const secret = secrets.get(cellule)
  if (secret === null) return { n, arrondi: false }
  const avant = precedent?.get(cellule)
  const arrondi = secret !== 'difference' || avant === undefined ? undefined : arrondir(n, avant, profil)
  return arrondi === undefined ? undefined : { n: arrondi.valeur, arrondi: true }
}

/** A figure withheld because it changed little, as the profile rounds it; undefined when it must stay withheld. */
function arrondie(
  { ventilation }: Resultat,
  mesure: Mesure,
  secrets: Secrets,
  profil: Profil,
  precedent: Precedent | undefined,
): MesurePubliee | undefined {
  const { dimension, modalite, cellules } = mesure
  if (ventilation.nature === 'rapport' || ventilation.nature === 'mediane') return undefined
  const haut = montrer(mesure.numerateur, cellules.numerateur, secrets, profil, precedent)
  const bas = montrer(mesure.denominateur, cellules.denominateur, secrets, profil, precedent)
  if (haut === undefined || bas === undefined || !(haut.arrondi || bas.arrondi)) return undefined
  const [numerateur, denominateur] = [haut.n ?? 0, bas.n]
  if (denominateur !== null && (numerateur > denominateur || denominateur === 0)) return undefined
  const valeur = denominateur === null ? numerateur : numerateur / denominateur
  return { dimension, modalite, numerateur, denominateur, valeur, secret: null, arrondi: profil.arrondi ?? null }
}

interface Essai {
  readonly secrets: Secrets
  readonly rapport: Rapport
  readonly exposees: ReadonlySet<string>
}

function essayer(lots: readonly Lot[], profil: Profil, precedent?: Precedent): Essai {
  const { cellules, relations } = systemeDe(lots, profil.seuil)
  const { secret, rapport } = proteger(cellules, relations, profil, precedent)
  return {
    secrets: new Map(cellules.map(({ id }, i) => [id, secret[i] ?? null])),
    rapport,
    exposees: new Set([...rapport.nonProtegees, ...rapport.fragiles]),
  }
}

/** Whether one of these cells is of the indicator: its own, or the universe that it alone is left to give away. */
function touche(lot: Lot, { ventilation }: Resultat, exposees: ReadonlySet<string>): boolean {
  const univers = `${ventilation.univers}${lot.suffixe}`
  if (ventilation.univers !== 'demandes' && exposees.has(univers)) return true
  return ventilation.mesures.some(({ cellules }) =>
    [cellules.numerateur, cellules.denominateur].some((c) => c !== null && c !== univers && exposees.has(c)),
  )
}

/** The lots without the indicators exposed; the universes that nothing shows any more go with them. */
function sansExposees(lots: readonly Lot[], exposees: ReadonlySet<string>): readonly Lot[] {
  return lots.map((lot) => {
    const resultats = lot.resultats.filter((resultat) => !touche(lot, resultat, exposees))
    const vivants = new Set<string>(resultats.map(({ ventilation }) => ventilation.univers))
    return { ...lot, resultats, univers: lot.univers.filter(({ nom }) => nom === 'demandes' || vivants.has(nom)) }
  })
}

function sansIndiscrets(lot: Lot, seuil: number): Lot {
  const retires = indiscrets(lot, seuil)
  return { ...lot, resultats: lot.resultats.filter(({ indicateur }) => !retires.includes(indicateur.id)) }
}

function compterResultats(lots: readonly Lot[]): number {
  return lots.reduce((somme, { resultats, univers }) => somme + resultats.length + univers.length, 0)
}

/**
 * The figures of a territory and of its parts as they may be published. An indicator that would leave a withheld count to
 * be found again, whatever else is withheld, is withdrawn whole, and the others are examined anew without it.
 *
 * @param precedent what the previous file published, by cell
 * @throws Refus when even the number of demandes cannot be protected
 */
export function publier(lots: readonly Lot[], profil: Profil, precedent?: Precedent): Publications {
  let gardes: readonly Lot[] = lots.map((lot) => sansIndiscrets(lot, profil.seuil))
  let essai = essayer(gardes, profil, precedent)
  while (essai.exposees.size > 0) {
    const restants = sansExposees(gardes, essai.exposees)
    if (compterResultats(restants) === compterResultats(gardes)) {
      throw new Refus(
        'Le nombre de demandes se retrouverait à partir des autres chiffres, quoi qu’on retienne. Rien n’a été écrit : publiez un territoire plus grand, ou une autre période.',
      )
    }
    gardes = restants
    essai = essayer(gardes, profil, precedent)
  }
  const { secrets, rapport } = essai
  const publications = lots.flatMap((lot, l) =>
    lot.resultats.map((resultat) => {
      const retire = gardes[l]?.resultats.includes(resultat) !== true
      const mesures = resultat.ventilation.mesures.map((mesure) => {
        const secret = retire ? 'secondaire' : secretDe(resultat, mesure, secrets, profil.seuil)
        const rondes = secret === 'difference' ? arrondie(resultat, mesure, secrets, profil, precedent) : undefined
        return rondes ?? publiee(mesure, secret)
      })
      return { lot, resultat, mesures, retire }
    }),
  )
  return { publications, rapport }
}
