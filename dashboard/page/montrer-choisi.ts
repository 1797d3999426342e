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

/** On a narrow screen the answer is far below the field where the territory was chosen: it comes to the top. */
export function montrerReponse(): void {
  if (!matchMedia('(max-width: 48rem)').matches) return
  document.querySelector('main .fig, main .obs-questions')?.scrollIntoView()
}
