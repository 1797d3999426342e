import type { PairesLots, Recherches, Souhaits } from '../mesures/recherches.ts'

/**
 * The demandes by what they seek, so that none is written twice for one dwelling: those that seek everything, those that
 * name communes only, types only, or both. The seekers of a dwelling are those of four pools, which have no demande in
 * common.
 */
export interface Bassins {
  /** The members of pool b are `membres[debuts[b]]` to `membres[debuts[b + 1] − 1]`, best placed first. */
  readonly debuts: Uint32Array
  readonly membres: Uint32Array
  /** Four pools a pair of a commune and a type. */
  readonly parPaire: Uint32Array
}

export const BASSINS_PAR_PAIRE = 4

/** The pool of those who seek everything; then one a commune, one a type, one a pair. */
const TOUT = 0

/** Rows (or columns) of what a demande names, each once, among those where there are dwellings. */
function nommes({ debuts, valeurs }: Souhaits, demande: number, numeros: Int32Array): readonly number[] {
  const liste: number[] = []
  for (let k = debuts[demande] ?? 0; k < (debuts[demande + 1] ?? 0); k++) {
    const numero = numeros[valeurs[k] ?? 0] ?? -1
    if (numero >= 0 && !liste.includes(numero)) liste.push(numero)
  }
  return liste
}

/** Where each kind of pool begins. */
interface Rangement {
  readonly types: number
  readonly paires: number
  readonly nombre: number
}

function rangementDe({ lignes, nombreColonnes, nombre }: PairesLots): Rangement {
  const nombreLignes = lignes.reduce((max, ligne) => Math.max(max, ligne + 1), 0)
  const types = 1 + nombreLignes
  const paires = types + nombreColonnes
  return { types, paires, nombre: paires + nombre }
}

/** The pools in which a demande stands. */
function bassinsDe(
  demande: number,
  { communes, types }: Recherches,
  lots: PairesLots,
  rangement: Rangement,
): readonly number[] {
  const partout = communes.vide[demande] === 1
  const tousTypes = types.vide[demande] === 1
  if (partout && tousTypes) return [TOUT]
  const colonnes = tousTypes ? [] : nommes(types, demande, lots.colonneDeType)
  if (partout) return colonnes.map((colonne) => rangement.types + colonne)
  const lignes = nommes(communes, demande, lots.ligneDeCommune)
  if (tousTypes) return lignes.map((ligne) => 1 + ligne)
  return lignes.flatMap((ligne) =>
    colonnes
      .map((colonne) => lots.paires[ligne * lots.nombreColonnes + colonne] ?? -1)
      .filter((paire) => paire >= 0)
      .map((paire) => rangement.paires + paire),
  )
}

/**
 * Puts demandes in their pools.
 *
 * @param recherches wishes of the demandes, best placed first
 */
export function formerBassins(recherches: Recherches, lots: PairesLots): Bassins {
  const rangement = rangementDe(lots)
  const nombre = recherches.communes.vide.length
  const debuts = new Uint32Array(rangement.nombre + 1)
  const deChacune = Array.from({ length: nombre }, (_, p) => bassinsDe(p, recherches, lots, rangement))
  for (const bassins of deChacune) for (const b of bassins) debuts[b + 1] = (debuts[b + 1] ?? 0) + 1
  for (let b = 1; b < debuts.length; b++) debuts[b] = (debuts[b] ?? 0) + (debuts[b - 1] ?? 0)
  const membres = new Uint32Array(debuts[rangement.nombre] ?? 0)
  const suivants = debuts.slice()
  deChacune.forEach((bassins, p) => {
    for (const b of bassins) {
      const place = suivants[b] ?? 0
      membres[place] = p
      suivants[b] = place + 1
    }
  })
  return { debuts, membres, parPaire: bassinsDesPaires(lots, rangement) }
}

function bassinsDesPaires({ nombre, lignes, colonnes }: PairesLots, rangement: Rangement): Uint32Array {
  const parPaire = new Uint32Array(BASSINS_PAR_PAIRE * nombre)
  for (let paire = 0; paire < nombre; paire++) {
    parPaire.set(
      [TOUT, 1 + (lignes[paire] ?? 0), rangement.types + (colonnes[paire] ?? 0), rangement.paires + paire],
      BASSINS_PAR_PAIRE * paire,
    )
  }
  return parPaire
}
