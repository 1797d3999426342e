/** What is remembered with the workbook: choices of columns, never a row. In the workshop, as long as the page is open. */
export interface Reglages {
  lire(cle: string): Promise<unknown>
  ecrire(cle: string, valeur: unknown): Promise<void>
}
