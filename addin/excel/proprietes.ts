/// <reference types="office-js" />
import { MARQUE_FEUILLE, VALEUR_MARQUE } from '../../core/index.ts'

/**
 * Custom property that says what a sheet of ours is for: hidden sheets have no other mark, and a result sheet that the
 * user renamed is found again by it. That a sheet is a result of ours is said by `MARQUE_FEUILLE`, as in files.
 */
export const ROLE = 'attributions.feuille'

/** A sheet bears this name until its mark is on: a run cut in between leaves nothing that is not known as ours. */
export const PREFIXE = '_attributions'

/** The very hidden sheet that holds the values proposed in the sheets that the user edits. */
export const ROLE_LISTES = 'listes:'

/**
 * What the mark says: results shown under this name, a hidden sheet where they wait, their former content, given up,
 * values proposed.
 */
export type Role =
  `resultat:${string}` | `attente:${string}` | `avant:${string}` | `abandon:${string}` | typeof ROLE_LISTES

export interface FeuilleConnue {
  readonly id: string
  readonly nom: string
  /** False while the sheet is one that only the add-in sees (a user can hide a sheet, not make it very hidden). */
  readonly montree: boolean
  /** Undefined: the user's own. */
  readonly role: string | undefined
  /** Bears the mark of result sheets, from here or from a file. */
  readonly marquee: boolean
}

/** A sheet whose table the user took away is theirs again. */
function roleLu(marque: string): string | undefined {
  return marque.startsWith('abandon:') ? undefined : marque
}

/** Every sheet of the workbook, with its mark. */
export async function feuillesConnues(contexte: Excel.RequestContext): Promise<FeuilleConnue[]> {
  const { worksheets } = contexte.workbook
  worksheets.load('items/id,items/name,items/visibility')
  await contexte.sync()
  const lues = worksheets.items.map((f) => ({
    feuille: f,
    propriete: f.customProperties.getItemOrNullObject(ROLE),
    nom: f.names.getItemOrNullObject(MARQUE_FEUILLE),
  }))
  for (const { propriete, nom } of lues) {
    propriete.load('value')
    nom.load('name')
  }
  await contexte.sync()
  return lues.map(({ feuille: f, propriete, nom }) => {
    const marquee = !nom.isNullObject
    // Written in a file: the mark alone, and the name of the sheet says which result it is.
    const role = propriete.isNullObject ? (marquee ? `resultat:${f.name}` : undefined) : roleLu(propriete.value)
    const provisoire = f.name.startsWith(PREFIXE) || role?.startsWith('attente:') === true
    return {
      id: f.id,
      nom: f.name,
      montree: f.visibility !== 'VeryHidden' && !provisoire,
      role: role ?? (provisoire ? 'attente:' : undefined),
      marquee,
    }
  })
}

/** Marks a result sheet, as files do: hidden, local to the sheet. */
export function marquer(feuille: Excel.Worksheet): void {
  feuille.names.add(MARQUE_FEUILLE, `="${VALEUR_MARQUE}"`).visible = false
}

/** The sheet is the user's again: a later run, here or in a file, leaves it alone. */
export function rendre(feuille: Excel.Worksheet, { nom, marquee }: FeuilleConnue): void {
  feuille.customProperties.add(ROLE, `abandon:${nom}`)
  if (marquee) feuille.names.getItem(MARQUE_FEUILLE).delete()
}
