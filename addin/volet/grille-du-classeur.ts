import type { ClasseurExcel } from '../excel/index.ts'
import type { GrilleGardee } from '../ports/hote.ts'
import type { GrilleVue } from '../travail/contrat-grille.ts'

const CLE = 'grille'

/** What the settings say of the grid, which is itself in a custom XML part. */
interface GrilleRetenue {
  readonly id: string
  readonly empreinte: string
  readonly choisie?: string
}

function listeDe(texte: string): readonly unknown[] {
  const lu: unknown = JSON.parse(texte)
  return Array.isArray(lu) ? lu : [lu]
}

/** Keeps the grid with the workbook. Changes that come while one is being written wait, and only the last one is written. */
export class GrilleDuClasseur {
  readonly #excel: ClasseurExcel
  readonly #surErreur: (erreur: unknown) => void
  #attente: (() => Promise<void>) | undefined
  #enCours = false

  constructor(excel: ClasseurExcel, surErreur: (erreur: unknown) => void) {
    this.#excel = excel
    this.#surErreur = surErreur
  }

  garder(grille: GrilleVue, choisie: string | undefined): void {
    this.#attente = () => this.#ecrire(grille, choisie)
    if (!this.#enCours) void this.#vider()
  }

  async lire(): Promise<GrilleGardee | undefined> {
    const document = await this.#excel.lireDocument()
    if (document === undefined) return undefined
    const retenue = (await this.#excel.lireReglage(CLE)) as GrilleRetenue | undefined
    return { ecrites: listeDe(document.grille), choisie: retenue?.choisie }
  }

  async #vider(): Promise<void> {
    this.#enCours = true
    try {
      while (this.#attente !== undefined) {
        const ecrire = this.#attente
        this.#attente = undefined
        await ecrire()
      }
    } catch (erreur) {
      this.#surErreur(erreur)
    } finally {
      this.#enCours = false
    }
  }

  async #ecrire({ id, nom, empreinte, source, ecrites }: GrilleVue, choisie: string | undefined): Promise<void> {
    const provenance = [
      ['Grille', nom],
      ['Empreinte', empreinte],
      ['Source', source ?? ''],
    ] as const
    await this.#excel.ecrireDocument({ grille: JSON.stringify(ecrites), provenance })
    await this.#excel.ecrireReglage(CLE, { id, empreinte, ...(choisie === undefined ? {} : { choisie }) })
  }
}
