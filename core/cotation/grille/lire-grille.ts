import { empreinte } from '../../socle/empreinte.ts'
import { fauteJson } from '../../socle/faute-json.ts'
import { Refus } from '../../socle/refus.ts'
import { avertissementsDe } from './avertissements.ts'
import type { Grille } from './grille.ts'
import type { ChargerSocle } from './heritage.ts'
import { resoudreHeritage } from './heritage.ts'
import { verifierGrille } from './verifier-grille.ts'

/** A grid ready to use, with its identity and what it had better not do. */
export interface GrilleLue {
  readonly grille: Grille
  /** `sha256:` of the grid after inheritance. */
  readonly empreinte: string
  readonly avertissements: readonly string[]
  /** The grid after inheritance, as written: what is saved again. */
  readonly ecrite: unknown
}

/**
 * Reads a grid from parsed JSON: inheritance, checks, warnings, identity.
 *
 * @throws Refus with one sentence a fault
 * @example lireGrille(json).grille.criteres.length //=> 17
 */
export function lireGrille(brute: unknown, charger: ChargerSocle = () => undefined): GrilleLue {
  const ecrite = resoudreHeritage(brute, charger)
  const grille = verifierGrille(ecrite)
  return { grille, empreinte: empreinte(ecrite), avertissements: avertissementsDe(grille), ecrite }
}

/**
 * Parses the text of a grid file.
 *
 * @throws Refus when it is not JSON
 * @example
 * lireJsonGrille('{ "format": }', 'grille.json')
 * //=> throws Refus: « grille.json » n’est pas un fichier JSON valide…
 */
export function lireJsonGrille(texte: string, nomFichier: string): unknown {
  const json = texte.replace(/^\uFEFF/, '')
  try {
    return JSON.parse(json) as unknown
  } catch (erreur) {
    throw new Refus(
      `« ${nomFichier} » n’est pas un fichier JSON valide${fauteJson(json, erreur)} : corrigez-le, ou réenregistrez la grille.`,
    )
  }
}
