import type { Etat } from './etat.ts'

const COMMUNES = ['communes_souhaitees', 'commune_residence', 'commune_travail']

/** SIREN within which communes are looked for by name: the user's choice, else that of the grid; empty when there is none. */
export function territoireDe({ territoire, grille }: Etat): string {
  return territoire === '' ? (grille?.edition.identite.territoire ?? '') : territoire
}

/** How many cells hold a commune that the reading did not find. */
export function communesPerdues({ groupes }: Etat): number {
  return groupes
    .filter(({ gravite }) => gravite === 'ignoree')
    .flatMap(({ colonnes }) => colonnes)
    .filter(({ code }) => COMMUNES.includes(code))
    .reduce((somme, { nombre }) => somme + nombre, 0)
}
