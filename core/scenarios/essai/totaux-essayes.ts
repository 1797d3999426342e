import type { Grille } from '../../cotation/grille/grille.ts'
import { borner, limitesNote } from '../../cotation/groupes.ts'
import type { GroupeEssaye } from './groupe-essaye.ts'

/** The totals of every demande, before and after the limits of the note, in hundredths. */
export interface TotauxEssayes {
  readonly bruts: Float64Array
  readonly totaux: Float64Array
}

function ajouter(bruts: Float64Array, sommes: Float64Array): void {
  for (let i = 0; i < bruts.length; i++) bruts[i] = (bruts[i] ?? 0) + (sommes[i] ?? 0)
}

function remplacer(bruts: Float64Array, avant: Float64Array, apres: Float64Array): void {
  for (let i = 0; i < bruts.length; i++) bruts[i] = (bruts[i] ?? 0) - (avant[i] ?? 0) + (apres[i] ?? 0)
}

function limiter(bruts: Float64Array, grille: Grille): Float64Array {
  const limites = limitesNote(grille)
  if (limites.plafond === Infinity && limites.plancher === -Infinity) return bruts
  const totaux = new Float64Array(bruts.length)
  for (let i = 0; i < totaux.length; i++) totaux[i] = borner(bruts[i] ?? 0, limites)
  return totaux
}

export function totauxEntiers(nombre: number, grille: Grille, groupes: readonly GroupeEssaye[]): TotauxEssayes {
  const bruts = new Float64Array(nombre)
  for (const { sousTotal } of groupes) ajouter(bruts, sousTotal.sommes)
  return { bruts, totaux: limiter(bruts, grille) }
}

/** Hundredths are whole: taking a sub-total away and adding another is exact, whatever the order. */
export function totauxDepuis(
  { bruts: avant }: TotauxEssayes,
  grille: Grille,
  anciens: readonly GroupeEssaye[],
  groupes: readonly GroupeEssaye[],
): TotauxEssayes {
  if (anciens.length !== groupes.length) return totauxEntiers(avant.length, grille, groupes)
  const bruts = avant.slice()
  groupes.forEach(({ sousTotal }, g) => {
    const ancien = anciens[g]?.sousTotal
    if (ancien !== undefined && ancien !== sousTotal) remplacer(bruts, ancien.sommes, sousTotal.sommes)
  })
  return { bruts, totaux: limiter(bruts, grille) }
}
