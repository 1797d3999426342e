import { LISTES } from './listes.ts'

/**
 * A holder, given by its code with or without its name, as a person reads it.
 *
 * @example direReservataire('COLTER/Ville X') //=> 'Ville X (Collectivités territoriales et EPCI)'
 */
export function direReservataire(reservataire: string): string {
  const [code = '', nom] = reservataire.split(/\/(.*)/su)
  const libelle = LISTES.reservataire.find((entree) => entree.code === code)?.libelle ?? code
  return nom === undefined ? libelle : `${nom} (${libelle})`
}
