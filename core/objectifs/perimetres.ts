import { direReservataire } from '../listes/dire-reservataire.ts'

/** Names of territories, for sentences: the code itself where there is none. */
export type NommerTerritoire = (code: string) => string | undefined

function direPart(part: string, nommer: NommerTerritoire): string {
  const [genre = '', valeur = ''] = part.split(/:(.*)/su)
  if (genre === 'tous') return 'Ensemble'
  if (genre === 'reservataire') return direReservataire(valeur)
  return genre === 'epci' ? (nommer(valeur) ?? `EPCI ${valeur}`) : valeur
}

/**
 * A perimeter as a person reads it.
 *
 * @example direPerimetre('reservataire:COLTER/Ville X') //=> 'Ville X (Collectivités territoriales et EPCI)'
 */
export function direPerimetre(perimetre: string, nommer: NommerTerritoire = () => undefined): string {
  // A landlord's name may hold « + »: only what begins a second part cuts.
  return perimetre
    .split(/\+(?=reservataire:|bailleur:)/u)
    .map((part) => direPart(part, nommer))
    .join(', ')
}
