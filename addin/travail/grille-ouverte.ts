import type { Edition, FeuilleLignes, GrilleLue, Operation } from '../../core/index.ts'
import {
  annuler,
  aEnregistrer,
  CHAMPS_PROPOSES,
  estVerrouille,
  executer,
  exigerRemplacable,
  formulaireCritere,
  lireGrilleTables,
  ouvrirEdition,
  ouvrirSurSocle,
  Refus,
  reglesProposees,
  remplacer,
  retablir,
  testsPour,
  verifierTables,
} from '../../core/index.ts'
import type { ChampPropose, CritereOuvert, GrilleEditee, GrilleVue } from './contrat-grille.ts'
import type { TableDeGrille, TablesRelues } from './contrat-tables.ts'
import { decrireGrille } from './decrire-grille.ts'
import { lireFichierGrille } from './lire-fichier-grille.ts'
import { saisiesDe, tablesDe } from './tables-grille.ts'

function idDe(brute: unknown): unknown {
  return typeof brute === 'object' && brute !== null && 'id' in brute ? brute.id : undefined
}

function avecSocle(brute: unknown): boolean {
  return typeof brute === 'object' && brute !== null && 'socle' in brute
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
    const brutes = await Promise.all(fichiers.map(({ nom, octets }) => lireFichierGrille(nom, octets)))
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
    return this.#garder(remplacer(this.#exiger(), ecrites.at(-1), (id) => this.#connues.get(id)))
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

  /** The whole grid, as its sheets show it. */
  tables(): readonly TableDeGrille[] {
    return tablesDe(this.#exiger())
  }

  /** Takes the grid that the sheets hold; with faults, each at its cell, and the grid as it was, when they hold none. */
  relireTables(feuilles: readonly FeuilleLignes[]): TablesRelues {
    const avant = this.#edition
    const charger = (id: string): unknown => this.#connues.get(id)
    const fautes = verifierTables(feuilles, charger, (lue) => {
      if (avant !== undefined) exigerRemplacable(avant, lue)
    })
    if (fautes.length === 0) {
      const brute = lireGrilleTables(feuilles)
      this.#edition = avant === undefined ? ouvrirEdition(brute, charger) : remplacer(avant, brute, charger)
    }
    return {
      grille: this.#edition && decrireGrille(this.#edition),
      changee: this.#edition !== avant,
      fautes,
      saisies: saisiesDe(feuilles, this.#edition),
    }
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
