import { Refus } from '../../socle/refus.ts'
import type { Jeu } from '../jeu/jeu.ts'
import { comparerPeriodes } from '../jeu/periode.ts'
import type { Precedent } from '../protection/modele.ts'
import type { Lot, Resultat } from './cellules.ts'

interface Ancien {
  readonly numerateur: number | null
  readonly denominateur: number | null
  readonly periode: string
}

function cle(indicateur: string, territoire: string, dimension: string | null, modalite: string | null): string {
  return JSON.stringify([indicateur, territoire, dimension, modalite])
}

/** What a dataset says, the latest period of each figure; official figures apart. */
function anciensDe({ observations: o }: Jeu): ReadonlyMap<string, Ancien> {
  const anciens = new Map<string, Ancien>()
  for (let i = 0; i < o.indicateur.length; i++) {
    if (o.diffusion[i] !== null) continue
    const c = cle(o.indicateur[i] ?? '', o.territoire[i] ?? '', o.dimension[i] ?? null, o.modalite[i] ?? null)
    const connu = anciens.get(c)
    const periode = o.periode[i] ?? ''
    if (connu !== undefined && comparerPeriodes(connu.periode, periode) > 0) continue
    anciens.set(c, { numerateur: o.numerateur[i] ?? null, denominateur: o.denominateur[i] ?? null, periode })
  }
  return anciens
}

/** Of several former values of one count, the one nearest to what it is now: it is the one that gives households away. */
function plusProche(valeurs: readonly number[], actuelle: number): number {
  const changees = valeurs.filter((valeur) => valeur !== actuelle)
  return changees.reduce((a, b) => (Math.abs(b - actuelle) < Math.abs(a - actuelle) ? b : a), changees[0] ?? actuelle)
}

interface Paire {
  readonly cellule: string
  readonly avant: number
  readonly actuelle: number
}

/** The former and present values of the counts of one indicator. */
function pairesDe({ place }: Lot, resultat: Resultat, anciens: ReadonlyMap<string, Ancien>): Paire[] {
  // The counts of a ratio are those of other figures, where they are compared.
  if (resultat.ventilation.nature === 'rapport') return []
  return resultat.ventilation.mesures.flatMap((mesure) => {
    const [dimension, modalite] =
      place.dimension === null ? [mesure.dimension, mesure.modalite] : [place.dimension, place.modalite]
    const ancien = anciens.get(cle(resultat.indicateur.id, place.territoire, dimension, modalite))
    return (['numerateur', 'denominateur'] as const).flatMap((role) => {
      const [cellule, avant, actuelle] = [mesure.cellules[role], ancien?.[role] ?? null, mesure[role]]
      return cellule === null || avant === null || actuelle === null ? [] : [{ cellule, avant, actuelle }]
    })
  })
}

function memeVersion({ indicateurs }: Jeu, { indicateur: { id, version } }: Resultat): boolean {
  return indicateurs.some((ancien) => ancien.id === id && ancien.version === version)
}

/**
 * What a previous dataset published for the counts of this one. Indicators of another version count something else and are
 * left out.
 *
 * @throws Refus when the dataset says nothing of the territory
 */
export function precedentDe(jeu: Jeu, territoire: string, lots: readonly Lot[]): Precedent {
  const anciens = anciensDe(jeu)
  if (![...anciens.keys()].some((c) => (JSON.parse(c) as string[])[1] === territoire)) {
    throw new Refus(
      `« ${jeu.titre} » ne dit rien du territoire ${territoire} : il ne peut pas servir de fichier précédent. Donnez le dernier fichier publié par ce territoire, ou aucun.`,
    )
  }
  const precedent = new Map<string, number>()
  for (const lot of lots)
    for (const resultat of lot.resultats.filter((r) => memeVersion(jeu, r)))
      for (const { cellule, avant, actuelle } of pairesDe(lot, resultat, anciens)) {
        const connue = precedent.get(cellule)
        const valeurs = connue === undefined ? [avant] : [connue, avant]
        precedent.set(cellule, plusProche(valeurs, actuelle))
      }
  return precedent
}
