import { Refus } from '../../socle/refus.ts'
import type { Jeu } from '../jeu/jeu.ts'
import { comparerPeriodes } from '../jeu/periode.ts'
import type { Precedent } from '../protection/modele.ts'
import { celluleDenominateur, celluleNumerateur, type Resultat, TOUTES } from './cellules.ts'

interface Ancien {
  readonly numerateur: number | null
  readonly denominateur: number | null
  readonly periode: string
}

function cle(indicateur: string, dimension: string | null, modalite: string | null): string {
  return JSON.stringify([indicateur, dimension, modalite])
}

/** What a dataset says of a territory, the latest period of each figure; official figures apart. */
function anciensDe({ observations: o }: Jeu, territoire: string): ReadonlyMap<string, Ancien> {
  const anciens = new Map<string, Ancien>()
  for (let i = 0; i < o.indicateur.length; i++) {
    if (o.territoire[i] !== territoire || o.diffusion[i] !== null) continue
    const c = cle(o.indicateur[i] ?? '', o.dimension[i] ?? null, o.modalite[i] ?? null)
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

/** Values that the former dataset published for the counts of one indicator. */
function anciennesValeurs(resultat: Resultat, anciens: ReadonlyMap<string, Ancien>): (readonly [string, number])[] {
  return resultat.ventilation.mesures.flatMap((mesure) => {
    const ancien = anciens.get(cle(resultat.indicateur.id, mesure.dimension, mesure.modalite))
    return [
      [celluleNumerateur(resultat, mesure), ancien?.numerateur ?? null] as const,
      [celluleDenominateur(resultat), ancien?.denominateur ?? null] as const,
    ].filter((paire): paire is readonly [string, number] => paire[1] !== null)
  })
}

function valeursActuelles(resultats: readonly Resultat[], nombre: number): ReadonlyMap<string, number> {
  return new Map([
    [TOUTES, nombre],
    ...resultats.flatMap((resultat) => [
      [celluleDenominateur(resultat), resultat.ventilation.connus] as const,
      ...resultat.ventilation.mesures.map(
        (mesure) => [celluleNumerateur(resultat, mesure), mesure.numerateur ?? 0] as const,
      ),
    ]),
  ])
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
export function precedentDe(jeu: Jeu, territoire: string, resultats: readonly Resultat[], nombre: number): Precedent {
  const anciens = anciensDe(jeu, territoire)
  if (anciens.size === 0) {
    throw new Refus(
      `« ${jeu.titre} » ne dit rien du territoire ${territoire} : il ne peut pas servir de fichier précédent. Donnez le dernier fichier publié par ce territoire, ou aucun.`,
    )
  }
  const actuelles = valeursActuelles(resultats, nombre)
  const precedent = new Map<string, number>()
  for (const resultat of resultats.filter((r) => memeVersion(jeu, r))) {
    for (const [cellule, valeur] of anciennesValeurs(resultat, anciens)) {
      const connue = precedent.get(cellule)
      const valeurs = connue === undefined ? [valeur] : [connue, valeur]
      precedent.set(cellule, plusProche(valeurs, actuelles.get(cellule) ?? 0))
    }
  }
  return precedent
}
