import type { ClasseurOuvert } from '../../core/tableur/index.ts'
import type { Edition, GrilleLue, Operation } from '../../core/index.ts'
import {
  annuler,
  aEnregistrer,
  CHAMPS_PROPOSES,
  cleTexte,
  estVerrouille,
  executer,
  formulaireCritere,
  lireGrilleTables,
  lireJsonGrille,
  ouvrirEdition,
  ouvrirSurSocle,
  Refus,
  reglesProposees,
  retablir,
  substituer,
  testsPour,
} from '../../core/index.ts'
import type { ChampPropose, CritereOuvert, GrilleEditee, GrilleVue } from './contrat-grille.ts'
import { decrireGrille } from './decrire-grille.ts'

function idDe(brute: unknown): unknown {
  return typeof brute === 'object' && brute !== null && 'id' in brute ? brute.id : undefined
}

function avecSocle(brute: unknown): boolean {
  return typeof brute === 'object' && brute !== null && 'socle' in brute
}

const PAQUET_ZIP = [0x50, 0x4b] as const

/** Sheets of a workbook that hold a grid; the others, which may be huge, are not read. */
const TABLES_GRILLE = new Set(['grille', 'familles', 'parametres'])

function feuillesDe({ feuilles }: ClasseurOuvert) {
  return feuilles
    .filter(({ nom }) => TABLES_GRILLE.has(cleTexte(nom)))
    .map(({ nom, lignes }) => ({ nom, lignes: [...lignes] }))
}

/** A grid as parsed JSON, from a `.json` file or the tables of a workbook. @throws Refus when it is neither */
async function lireFichier(nom: string, octets: Uint8Array): Promise<unknown> {
  if (PAQUET_ZIP.some((octet, i) => octets[i] !== octet)) return lireJsonGrille(new TextDecoder().decode(octets), nom)
  const { ouvrirClasseur } = await import('../../core/tableur/index.ts')
  return lireGrilleTables(feuillesDe(ouvrirClasseur(octets, nom)))
}

function valeurParDefaut(champ: (typeof CHAMPS_PROPOSES)[number]): Pick<ChampPropose, 'test' | 'valeur'> {
  const [premier] = testsPour(champ)
  const test = premier?.test ?? 'connu'
  switch (premier?.saisie.genre) {
    case 'choix':
    case 'plusieurs':
      return { test, valeur: premier.saisie.choix[0]?.valeur ?? '' }
    case 'nombre':
      return { test, valeur: '1' }
    case 'date':
      return { test, valeur: '01/01/2020' }
    default:
      return { test: 'connu', valeur: '' }
  }
}

/** The fields that a criterion may rest on. */
export function champsProposes(): readonly ChampPropose[] {
  return CHAMPS_PROPOSES.map((champ) => ({
    code: champ.code,
    libelle: champ.libelle,
    regles: reglesProposees(champ),
    ...valeurParDefaut(champ),
  }))
}

/** The grid in use and its edition. Whatever is done to it, it can be scored with. */
export class GrilleOuverte {
  /** Grids seen so far, by id: one may be the core of another. */
  readonly #connues = new Map<string, unknown>()
  #edition: Edition | undefined

  get lue(): GrilleLue | undefined {
    return this.#edition?.lue
  }

  /** @throws Refus with one sentence a fault */
  poser(brute: unknown): GrilleVue {
    this.#retenir(brute)
    return this.#garder(ouvrirEdition(brute, (id) => this.#connues.get(id)))
  }

  /**
   * Opens grids of the user's: the local one, when one rests on a core, else the last.
   *
   * @throws Refus when a file is not a grid, or the core is not known
   */
  async ouvrir(fichiers: readonly { readonly nom: string; readonly octets: Uint8Array }[]): Promise<GrilleVue> {
    const brutes = await Promise.all(fichiers.map(({ nom, octets }) => lireFichier(nom, octets)))
    for (const brute of brutes) this.#retenir(brute)
    return this.poser(brutes.find(avecSocle) ?? brutes.at(-1))
  }

  /** Begins a local grid over the one that is open. @throws Refus when that one cannot be a core */
  surSocle(identite: { readonly id: string; readonly nom: string }): GrilleVue {
    return this.#garder(ouvrirSurSocle(this.#exiger().lue.ecrite, identite))
  }

  /**
   * Another grid in the place of this one, as one step that can be undone when both rest on the same core.
   *
   * @param ecrites its core first when it has one
   * @throws Refus when it is refused
   */
  remplacer(ecrites: readonly unknown[]): GrilleVue {
    for (const brute of ecrites) this.#retenir(brute)
    const nouvelle = ouvrirEdition(ecrites.at(-1), (id) => this.#connues.get(id))
    const actuelle = this.#exiger()
    const memeSocle = nouvelle.socle?.id === actuelle.socle?.id
    return this.#garder(memeSocle ? substituer(actuelle, nouvelle.lue) : nouvelle)
  }

  editer(operation: Operation): GrilleEditee {
    const { edition, raisons } = executer(this.#exiger(), operation)
    return { grille: this.#garder(edition), raisons }
  }

  annuler(): GrilleVue {
    return this.#garder(annuler(this.#exiger()))
  }

  retablir(): GrilleVue {
    return this.#garder(retablir(this.#exiger()))
  }

  vue(): GrilleVue {
    return decrireGrille(this.#exiger())
  }

  critere(code: string): CritereOuvert | undefined {
    const edition = this.#exiger()
    const formulaire = formulaireCritere(edition.lue.grille, code)
    return formulaire && { ...formulaire, verrouille: estVerrouille(edition, code) }
  }

  /** What to save: over a core, only what differs from it. */
  aEnregistrer(): unknown {
    return aEnregistrer(this.#exiger())
  }

  #retenir(brute: unknown): void {
    const id = idDe(brute)
    if (typeof id === 'string') this.#connues.set(id, brute)
  }

  #garder(edition: Edition): GrilleVue {
    this.#edition = edition
    return decrireGrille(edition)
  }

  #exiger(): Edition {
    if (this.#edition === undefined) throw new Refus('Choisissez d’abord une grille.')
    return this.#edition
  }
}
