import type { TableDonnees } from '../../ui/table-donnees.ts'

function estVisible(table: TableDonnees): boolean {
  const ligne = table.querySelector('[data-repere]')?.getBoundingClientRect()
  const cadre = table.querySelector('.table-vue')?.getBoundingClientRect()
  return ligne !== undefined && cadre !== undefined && ligne.top >= cadre.top && ligne.bottom <= cadre.bottom
}

/** Scrolls the table, and not the page, to the territory chosen; a row already seen stays where it is. */
export async function montrerChoisi(racine: HTMLElement): Promise<void> {
  const table = racine.querySelector<TableDonnees>('att-table')
  await table?.updateComplete
  const ligne = table?.modele.selection
  if (table === null || ligne === undefined || estVisible(table)) return
  table.allerA(ligne)
}
