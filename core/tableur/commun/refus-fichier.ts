import { Refus } from '../../socle/refus.ts'

const ENREGISTRER = 'ouvrez-le dans Excel, puis Fichier > Enregistrer sous, au format « Classeur Excel (.xlsx) ».'
const REPRENDRE = 'reprenez le fichier d’origine ou exportez-le à nouveau.'

/** Why the bytes of a file cannot serve, and what to do: the rest of a sentence whose subject is the file. */
const RAISONS = {
  vide: () => `est vide : ${REPRENDRE}`,
  protege: () =>
    'est protégé par un mot de passe : retirez la protection dans Excel (Fichier > Informations > Protéger le classeur), puis enregistrez-le en .xlsx.',
  xls: () => `est à l’ancien format .xls : ${ENREGISTRER}`,
  xlsb: () => `est au format binaire .xlsb : ${ENREGISTRER}`,
  ods: () => 'est un classeur OpenDocument (.ods) : ouvrez-le dans votre tableur et enregistrez-le en .xlsx.',
  html: () => `est une page HTML et non un classeur : ${ENREGISTRER}`,
  'xml-2003': () => `est au format « Feuille de calcul XML 2003 » : ${ENREGISTRER}`,
  pdf: () => 'est un document PDF : exportez les données d’origine en .xlsx ou en .csv.',
  archive: () => 'est une archive qui ne contient pas de classeur : extrayez-en le fichier .xlsx ou .csv.',
  compresse: () => 'est un fichier compressé : décompressez-le, puis ouvrez le fichier .xlsx ou .csv qu’il contient.',
  'texte-en-classeur': () =>
    'porte l’extension d’un classeur mais contient du texte : si c’est un fichier CSV, renommez-le en .csv.',
  'pas-un-classeur': () => `n’est pas un classeur Excel : ${REPRENDRE}`,
  'pas-du-texte': () => 'n’est ni un classeur ni du texte : donnez un fichier .xlsx, .xlsm ou .csv.',
  incomplet: () => `est incomplet ou abîmé (archive interrompue) : ${REPRENDRE}`,
  abime: (detail: string) =>
    `est abîmé (${detail}) : ouvrez-le dans Excel, qui proposera de le réparer, ou ${REPRENDRE}`,
  'trop-gros': (detail: string) =>
    `est refusé par sécurité (${detail}) : gardez seulement les lignes et les colonnes utiles.`,
  'declaration-xml': () => `est refusé par sécurité (déclaration DOCTYPE dans un classeur) : ${REPRENDRE}`,
  'utf-16': () => `est écrit en UTF-16 : ${ENREGISTRER}`,
  'sans-feuille': () => 'ne contient aucune feuille de calcul : donnez un classeur qui contient les données.',
  guillemet: (ligne: string) =>
    `a un guillemet ouvert à la ligne ${ligne} et jamais refermé : refermez-le, ou doublez les guillemets contenus dans un texte.`,
  'ligne-csv-trop-longue': (ligne: string) =>
    `a une ligne trop longue (ligne ${ligne}) : vérifiez le séparateur et les fins de ligne.`,
} as const satisfies Record<string, (detail: string) => string>

export type CodeRefusFichier = keyof typeof RAISONS

/**
 * What is wrong with the bytes of a file. It is found where the name of the file is not known; whoever knows it says so
 * with `nommer`.
 *
 * @example new RefusFichier('vide').message //=> 'Ce fichier est vide : reprenez le fichier d’origine ou exportez-le à nouveau.'
 */
export class RefusFichier extends Refus {
  readonly code: CodeRefusFichier
  readonly detail: string

  constructor(code: CodeRefusFichier, detail = '', sujet = 'Ce fichier') {
    super(`${sujet} ${RAISONS[code](detail)}`)
    this.code = code
    this.detail = detail
  }

  /** @example new RefusFichier('vide').nommer('a.csv').message //=> 'Le fichier « a.csv » est vide : reprenez le fichier d’origine ou exportez-le à nouveau.' */
  nommer(fichier: string): RefusFichier {
    return new RefusFichier(this.code, this.detail, `Le fichier « ${fichier} »`)
  }
}
