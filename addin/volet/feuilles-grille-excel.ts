import type { Cellule, FauteTable, FeuilleLignes, NomTable, ValeurEcrite } from '../../core/index.ts'
import { cleTexte, texteCellule } from '../../core/index.ts'
import type { ClasseurExcel, FeuilleRelue, FeuilleSuivie } from '../excel/index.ts'
import type { FeuillesGrille } from '../ports/feuilles-grille.ts'
import type { SaisieTable, TableDeGrille } from '../travail/contrat-tables.ts'

const NOMS = ['Grille', 'Familles', 'Parametres'] as const satisfies readonly NomTable[]
/** Milliseconds without a change after which the sheets are read again. */
const PAUSE = 500

function feuilleDe({ lignes, ...table }: TableDeGrille): FeuilleSuivie {
  return { ...table, ligne: (i) => lignes[i] ?? [] }
}

function empreinteDe(relues: readonly FeuilleRelue[]): string {
  return JSON.stringify(relues.map(({ nom, lignes }) => [nom, lignes.map(({ cellules }) => cellules)]))
}

function valeurDe(cellule: Cellule): ValeurEcrite {
  return typeof cellule === 'object' && cellule !== null && 'erreur' in cellule ? texteCellule(cellule) : cellule
}

/** The table with the rows that its sheet had. */
function commeAvant(table: TableDeGrille, relue: FeuilleRelue | undefined): TableDeGrille {
  const [entete, ...lignes] = relue?.lignes ?? []
  if (entete === undefined) return table
  const colonnes = entete.cellules.map((cellule) => {
    const titre = texteCellule(cellule)
    return table.colonnes.find((colonne) => colonne.titre === titre) ?? { titre, format: 'texte' as const, largeur: 16 }
  })
  const valeurs = lignes.map(({ cellules }) => colonnes.map((_, rang) => valeurDe(cellules[rang] ?? null)))
  return { ...table, colonnes, lignes: valeurs, nombreLignes: valeurs.length }
}

function direEcriture(noms: readonly string[]): string {
  return `La grille est dans ${noms.map((nom) => `«\u202f${nom}\u202f»`).join(', ')}\u202f: changez-la là ou ici, la dernière modification compte.`
}

/** The sheets of the grid in the open workbook. */
export class FeuillesGrilleExcel implements FeuillesGrille {
  readonly #excel: ClasseurExcel
  #relues: readonly FeuilleRelue[] = []
  /** Of what was last written or read: anything else was never taken up. */
  #empreinte = empreinteDe([])
  #refusees = false
  /** What was last written, and what it replaced that was never taken up. */
  #ecrites: readonly TableDeGrille[] = []
  #avant: readonly FeuilleRelue[] = []

  constructor(excel: ClasseurExcel) {
    this.#excel = excel
  }

  async ecrire(tables: readonly TableDeGrille[]): Promise<readonly string[]> {
    const avant = await this.#excel.relire(NOMS)
    const perdues = avant.length > 0 && (this.#refusees || empreinteDe(avant) !== this.#empreinte)
    const { feuilles, avis } = await this.#excel.tenir(tables.map(feuilleDe))
    await this.#retenir()
    this.#ecrites = tables
    this.#avant = perdues ? avant : []
    const remplacees = 'Les feuilles avaient des changements qui n’étaient pas repris\u202f: ils sont remplacés.'
    return [direEcriture(feuilles.map(({ ecriteDans }) => ecriteDans)), ...(perdues ? [remplacees] : []), ...avis]
  }

  remplacees(): boolean {
    return this.#avant.length > 0
  }

  async remettre(): Promise<void> {
    const tables = this.#ecrites.map((table) =>
      commeAvant(
        table,
        this.#avant.find(({ nom }) => nom === table.nom),
      ),
    )
    this.#avant = []
    await this.#excel.tenir(tables.map(feuilleDe))
    // Read again, it is neither what the pane wrote nor what it took up.
    this.#refusees = true
  }

  async absentes(): Promise<boolean> {
    const noms = await this.#excel.nomsDesFeuilles()
    return !noms.some((nom) => nom.toLowerCase() === 'grille') && (await this.#excel.relire(NOMS)).length === 0
  }

  async lire(): Promise<readonly FeuilleLignes[] | undefined> {
    const relues = await this.#retenir()
    return relues.some(({ nom }) => nom === 'Grille') ? relues.map(({ nom, lignes }) => ({ nom, lignes })) : undefined
  }

  async habiller(saisies: readonly SaisieTable[], fautes: readonly FauteTable[]): Promise<void> {
    this.#refusees = fautes.length > 0
    await this.#excel.habiller(
      saisies.map(({ table, aides, verrouillees }) => ({ nom: table, aides, verrouillees })),
      fautes.map(({ table, ...faute }) => ({ nom: table, ...faute })),
    )
  }

  async montrer(faute?: FauteTable): Promise<void> {
    const relue = this.#relues.find(({ nom }) => nom === (faute?.table ?? 'Grille'))
    if (relue === undefined) return
    const [entete] = relue.lignes
    const cle = cleTexte(faute?.colonne ?? '')
    const rang = entete?.cellules.findIndex((titre) => cleTexte(texteCellule(titre)) === cle) ?? 0
    const ligne =
      faute === undefined || faute.ligne === 0 ? (entete?.numero ?? 1) + Number(faute === undefined) : faute.ligne
    await this.#excel.selectionner({
      feuilleId: relue.feuilleId,
      ligne: ligne - 1,
      colonne: relue.colonne + Math.max(0, rang),
    })
  }

  async suivre(rappel: () => void): Promise<void> {
    let attente: ReturnType<typeof setTimeout> | undefined
    await this.#excel.suivreChangements((feuilleId) => {
      if (!this.#relues.some((relue) => relue.feuilleId === feuilleId)) return
      clearTimeout(attente)
      attente = setTimeout(rappel, PAUSE)
    })
  }

  async #retenir(): Promise<readonly FeuilleRelue[]> {
    this.#relues = await this.#excel.relire(NOMS)
    this.#empreinte = empreinteDe(this.#relues)
    return this.#relues
  }
}
