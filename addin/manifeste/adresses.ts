import { Refus } from '../../core/index.ts'

/** Files of the built add-in, as the manifest names them: they never change names. */
export const PAGE_VOLET = 'volet.html'
export const SCRIPT_FONCTIONS = 'fonctions.js'
export const METADONNEES = { fr: 'functions-fr.json', en: 'functions.json' } as const
export const PAGE_AIDE = 'aide.html'

export const ADRESSE_DEVELOPPEMENT = 'https://localhost:3000/'

/**
 * The public address of the add-in, ending with a slash.
 *
 * @throws Refus when it is missing, not https, local, or carries a query
 * @example adressePublique('https://attributions.example.fr/excel') //=> 'https://attributions.example.fr/excel/'
 */
export function adressePublique(texte: string | undefined): string {
  if (texte === undefined || texte.trim() === '') {
    throw new Refus(
      "L'adresse publique du complément n'est pas donnée (exemple\u202f: https://attributions.exemple.fr/).",
    )
  }
  if (!URL.canParse(texte)) throw new Refus(`«\u202f${texte}\u202f» n'est pas une adresse. Attendu\u202f: https://…`)
  const url = new URL(texte)
  if (url.protocol !== 'https:') {
    throw new Refus(
      `L'adresse publique doit commencer par https:// (lu\u202f: «\u202f${texte}\u202f»). Excel refuse le reste.`,
    )
  }
  if (/^(localhost|127\.|\[::1\])/.test(url.hostname)) {
    throw new Refus(`«\u202f${url.hostname}\u202f» n'est visible que de ce poste. Donnez l'adresse du serveur.`)
  }
  if (url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new Refus("L'adresse publique ne doit porter ni «\u202f?\u202f», ni «\u202f#\u202f», ni nom d'utilisateur.")
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}
