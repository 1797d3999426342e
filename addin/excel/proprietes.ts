/// <reference types="office-js" />

/** Custom property that marks a sheet of ours; it travels with the sheet, whatever its name becomes. */
export const MARQUE = 'attributions.feuille'

/** A sheet bears this name until its mark is on: a run cut in between leaves nothing that is not known as ours. */
export const PREFIXE = '_attributions'

/** What the mark says: results shown under this name, a hidden sheet where they wait, their former content, given up. */
export type Role = `resultat:${string}` | `attente:${string}` | `avant:${string}` | `abandon:${string}`

export interface FeuilleConnue {
  readonly id: string
  readonly nom: string
  /** False while the sheet is one that only the add-in sees (a user can hide a sheet, not make it very hidden). */
  readonly montree: boolean
  /** Undefined: the user's own. */
  readonly role: string | undefined
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
  const marques = worksheets.items.map((f) => f.customProperties.getItemOrNullObject(MARQUE))
  for (const marque of marques) marque.load('value')
  await contexte.sync()
  return worksheets.items.map((f, i) => {
    const marque = marques[i]
    const role = marque === undefined || marque.isNullObject ? undefined : roleLu(marque.value)
    const provisoire = f.name.startsWith(PREFIXE) || role?.startsWith('attente:') === true
    return {
      id: f.id,
      nom: f.name,
      montree: f.visibility !== 'VeryHidden' && !provisoire,
      role: role ?? (provisoire ? 'attente:' : undefined),
    }
  })
}
