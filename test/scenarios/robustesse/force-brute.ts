import type { Cotation } from '../../../core/cotation/coter.ts'
import type { Demandes } from '../../../core/demande/demandes.ts'
import { colonneSouhaits } from '../../../core/scenarios/lots/souhaits.ts'
import type { CritereJson, GrilleJson } from '../../naif/grille.ts'
import { coterPar } from '../outils.ts'

/** The grid with other points for a criterion, or for one of its brackets; 0 points remove the criterion. */
export function avecPoints(grille: GrilleJson, code: string, tranche: number | null, points: number): GrilleJson {
  const changer = (critere: CritereJson): readonly CritereJson[] => {
    if (critere.code !== code) return [critere]
    if (critere.tranches !== undefined && tranche !== null) {
      const { tranches } = critere
      return [{ ...critere, tranches: { ...tranches, points: tranches.points.with(tranche, points) } }]
    }
    return points === 0 ? [] : [{ ...critere, points }]
  }
  return { ...grille, criteres: grille.criteres.flatMap(changer) }
}

/** The scoring under a grid; under none when nothing is left of it: everybody has 0. */
export function coterBrut(demandes: Demandes, grille: GrilleJson): Cotation {
  const vide = { code: 'VIDE', nom: 'Vide', points: 1, si: { champ: 'nb_personnes', moins_de: 0 } }
  const pleine = grille.criteres.length === 0 ? { ...grille, criteres: [vide] } : grille
  return coterPar(demandes, [pleine]).cotations[0] as Cotation
}

export type Lot = readonly [commune: string, type: string]

function cherche(demandes: Demandes, champ: string, i: number, voulue: string): boolean {
  const { etats, debuts, elements, dictionnaire } = colonneSouhaits(demandes, champ)
  const valeurs = [...elements.subarray(debuts[i], debuts[i + 1])].map((element) => dictionnaire[element])
  const [CONNU, VIDE] = [0, 1]
  return etats[i] === VIDE || (etats[i] === CONNU && (valeurs.length === 0 || valeurs.includes(voulue)))
}

/** The three of each dwelling, dwelling by dwelling, demande by demande; as sets, written in order of index. */
export function troisBruts(demandes: Demandes, { classement }: Cotation, lots: readonly Lot[]): readonly string[] {
  return lots.map(([commune, type]) =>
    [...classement.indices]
      .filter(
        (i) =>
          cherche(demandes, 'communes_souhaitees', i, commune) && cherche(demandes, 'typologies_souhaitees', i, type),
      )
      .slice(0, 3)
      .sort((a, b) => a - b)
      .join(' '),
  )
}

/** How many dwellings have another set of three. */
export function changesBruts(avant: readonly string[], apres: readonly string[]): number {
  return avant.filter((trois, lot) => trois !== apres[lot]).length
}

/** The dwellings in the dictionaries of the wishes. */
export function lotsCodes(demandes: Demandes, lots: readonly Lot[]) {
  const code = (champ: string, texte: string): number => {
    const indice = colonneSouhaits(demandes, champ).dictionnaire.indexOf(texte)
    return indice < 0 ? 0xffff : indice
  }
  return {
    communes: Uint16Array.from(lots, ([commune]) => code('communes_souhaitees', commune)),
    types: Uint16Array.from(lots, ([, type]) => code('typologies_souhaitees', type)),
  }
}

export const LOTS: readonly Lot[] = [
  ['59350', 'T2'],
  ['59350', 'T2'],
  ['59350', 'T3'],
  ['59512', 'T3'],
  ['01004', 'T1'],
  ['2A004', 'T4'],
  ['75056', 'T2'],
]
