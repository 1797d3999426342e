/// <reference types="office-js" />

/** Opens the pane at a step; the command's id says which. */
export type Ouvrir = (commande: string) => Promise<void> | void

/**
 * Ties ribbon and context commands to the pane: it is shown, then told what was asked. Excel waits for `completed`,
 * which is therefore always called.
 */
export function associerCommandes(ids: readonly string[], ouvrir: Ouvrir): void {
  for (const id of ids) {
    Office.actions.associate(id, async (evenement: Office.AddinCommands.Event) => {
      try {
        await Office.addin.showAsTaskpane()
        await ouvrir(id)
      } finally {
        evenement.completed()
      }
    })
  }
}
