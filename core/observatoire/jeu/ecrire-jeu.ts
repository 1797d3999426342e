import { empreinte } from '../../socle/empreinte.ts'
import type { Jeu } from './jeu.ts'

/**
 * The identity of a dataset: `sha256:` of its canonical JSON without its member `empreinte`.
 *
 * @example empreinteDuJeu(jeu) === jeu.empreinte //=> true
 */
export function empreinteDuJeu(jeu: object): string {
  return empreinte({ ...jeu, empreinte: undefined })
}

/**
 * The dataset with its identity, in the place of the one that it may bear.
 *
 * @example sceller({ ...jeu, empreinte: undefined }).empreinte === jeu.empreinte //=> true
 */
export function sceller(jeu: Jeu): Jeu {
  const { format, titre, fait_le, producteur, version_moteur, profil_secret, ...contenu } = jeu
  return {
    format,
    titre,
    fait_le,
    producteur,
    version_moteur,
    profil_secret,
    ...contenu,
    empreinte: empreinteDuJeu(jeu),
  }
}

/**
 * The text of the file to publish.
 *
 * @example ecrireJeu(jeu).slice(0, 28) //=> '{"format":"observatoire/1","'
 */
export function ecrireJeu(jeu: Jeu): string {
  return `${JSON.stringify(jeu)}\n`
}
