/** A text in both languages: French is the add-in's own, English overrides it. */
export interface Texte {
  readonly fr: string
  readonly en: string
}

export type Groupe = 'preparer' | 'coter' | 'suivre' | 'publier' | 'aide'

/** Files of `addin/icones`: `<nom>-16.png`, `-32.png`, `-80.png`. */
export type Icone =
  | 'attributions'
  | 'modeles'
  | 'colonnes'
  | 'verifier'
  | 'coter'
  | 'expliquer'
  | 'essayer'
  | 'objectifs'
  | 'flux'
  | 'publier'
  | 'aide'

/**
 * A command of the ribbon or of the context menu. Its id is also the name of its action; it never changes. Every
 * command opens the pane: nothing is greyed, the pane says in one sentence what is missing.
 */
export interface Commande {
  readonly id: string
  readonly groupe: Groupe
  readonly icone: Icone
  readonly libelle: Texte
  readonly infobulle: Texte
  /** Also offered on the cells' context menu, under this label. */
  readonly contextuel?: Texte
  /** Step of the pane that it opens; without one, Excel itself shows the pane where it was left. */
  readonly etape?:
    'modeles' | 'colonnes' | 'verifier' | 'coter' | 'expliquer' | 'essayer' | 'objectifs' | 'flux' | 'publier' | 'aide'
  /** False until its job exists: it is then left out of the manifest. */
  readonly livree: boolean
}

export interface ParametreFonction {
  /** Name in each language, as shown by Excel. */
  readonly nom: Texte
  readonly description: Texte
  readonly type: 'number' | 'string' | 'boolean' | 'any'
  readonly matrice?: boolean
  readonly facultatif?: boolean
}

/** A custom function: its name is the same in every language, since translated names break formulas set by programs. */
export interface Fonction {
  /** At least three characters, never that of a cell, of a built-in function of English or French Excel. */
  readonly id: string
  readonly description: Texte
  readonly parametres: readonly ParametreFonction[]
  /** Spills over several cells. */
  readonly etendue?: boolean
  readonly livree: boolean
}

/** Never changes: formulas in people's workbooks carry it. */
export const ESPACE_FONCTIONS = 'ATTRIB'

export const GROUPES: Readonly<Record<Groupe, Texte>> = {
  preparer: { fr: 'Préparer', en: 'Prepare' },
  coter: { fr: 'Coter', en: 'Score' },
  suivre: { fr: 'Suivre', en: 'Follow up' },
  publier: { fr: 'Publier', en: 'Publish' },
  aide: { fr: 'Aide', en: 'Help' },
}

export const ONGLET: Texte = { fr: 'Attributions', en: 'Attributions' }
