import { formatTaux } from '../socle/format.ts'

/** The French sentences of this room. No-break spaces before ; : ! ? are put by the caller that shows them. */

export const FORMULE_ASSIETTE =
  'Assiette du flux = logements libérés (donnés, ou parc × rotation) + premières mises en location si la convention les compte − mutations internes − relogements − réservations identifiées'

export const FORMULE_A_VALIDER =
  'Formule établie d’après CCH, art. R. 441-5, à valider avec les conventions locales : aucun guide chiffré n’a pu être lu.'

export const PREMIERES_A_VERIFIER =
  'Rien ne dit si la convention compte les premières mises en location : elles sont laissées hors de l’assiette'

export const AUCUN_SANS_CONVENTION =
  'Le bailleur n’est pas son propre réservataire : cette part n’est pas retenue, ce qui n’est pas réservé lui revient'

export const MEME_CONVENTION =
  'La convention du même bailleur, du même département et du même réservataire (une seule est possible, CCH, art. R. 441-5)'

export function valeursDifferentes(libelle: string): readonly [string, string] {
  return [
    `Plusieurs lignes du même bailleur et du même département donnent « ${libelle} » avec des valeurs différentes`,
    'd’ici là, la première est retenue',
  ]
}

export const LIBERATIONS_OU_ROTATION = 'Logements libérés dans l’année (ou parc et taux de rotation)'

export const ASSIETTE_NEGATIVE: readonly [string, string] = [
  'Les logements à soustraire dépassent les logements libérés',
  'd’ici là, l’assiette est prise à 0',
]

export function tauxExcessifs(somme: number): readonly [string, string] {
  return [
    `Les parts réservées font ${formatTaux(somme)}, plus que le flux entier`,
    'd’ici là, les flux de ce bailleur ne sont pas répartis',
  ]
}

export function plafondDepasse(qui: string, taux: number, plafond: number): readonly [string, string] {
  return [
    `La part réservée ${qui} (${formatTaux(taux)}) dépasse le plafond de ${formatTaux(plafond)}`,
    'd’ici là, elle est appliquée telle quelle',
  ]
}

export const QUI_PLAFOND = { contingent_etat: 'à l’État', contingent_agents: 'aux agents de l’État' } as const

export const ETAPES_STOCK = {
  droits: 'Droits de réservation en stock',
  part: 'Part du patrimoine',
  liberations: 'Logements que ces droits libéreraient dans l’année',
  flux: 'Logements libérés par tout le patrimoine dans l’année',
  taux: 'Part du flux équivalente',
} as const

export const CONVERSION_A_VALIDER =
  'Conversion proposée, à valider dans la convention : à rotation égale, la part du flux est la part du patrimoine réservée.'

export const AIDE_BILAN =
  'Bilan annuel dû par le bailleur à tous les réservataires avant le 28 février (CCH, art. R. 441-5-1). Un logement proposé à plusieurs candidats compte une fois quand sa référence est donnée ; sans référence, chaque passage compte pour un.'

export const AIDE_SUIVI =
  'Livré : décisions d’attribution de l’année sur le contingent, hors mutations, relogements et premières mises en location que la convention ne compte pas. Dû à ce jour : flux annuel au prorata des jours écoulés.'

export function stockIncoherent(reserves: number, parc: number): string {
  return `${String(reserves)} logements réservés pour un parc de ${String(parc)} : le parc doit dépasser 0 et les réservations, et sa rotation être entre 0 (exclu) et 1.`
}
