/// <reference types="office-js" />
import type { Passage } from './passage.ts'
import { colonnesDe } from './zone.ts'

/** Watches a sheet: `modifiee` becomes true when someone touches the columns that count, or moves cells. */
export interface Surveillance {
  readonly modifiee: boolean
  arreter(): Promise<void>
}

function touche(args: Excel.WorksheetChangedEventArgs, colonnes: ReadonlySet<number>): boolean {
  const etendue = colonnesDe(args.address)
  if (args.changeType !== 'RangeEdited' || etendue === undefined) return true
  return [...colonnes].some((c) => c >= etendue[0] && c <= etendue[1])
}

/** @param colonnes columns of the sheet (from 0) whose edits matter */
export async function surveiller(
  passage: Passage,
  feuilleId: string,
  colonnes: ReadonlySet<number>,
): Promise<Surveillance> {
  const etat = { modifiee: false }
  const abonnement = await passage.etape(async (contexte) => {
    const feuille = contexte.workbook.worksheets.getItem(feuilleId)
    const pose = feuille.onChanged.add((args) => {
      if (touche(args, colonnes)) etat.modifiee = true
      return Promise.resolve()
    })
    await contexte.sync()
    return pose
  })
  return {
    get modifiee() {
      return etat.modifiee
    },
    arreter: () => retirer(abonnement),
  }
}

/** A handler is removed in the context that added it; a host that no longer answers has nothing to remove. */
export async function retirer(abonnement: OfficeExtension.EventHandlerResult<unknown>): Promise<void> {
  try {
    await Excel.run(abonnement.context as Excel.RequestContext, async (contexte) => {
      abonnement.remove()
      await contexte.sync()
    })
  } catch {
    return
  }
}
