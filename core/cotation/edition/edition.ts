import { Refus } from '../../socle/refus.ts'
import type { ChargerSocle } from '../grille/heritage.ts'
import { resoudreHeritage } from '../grille/heritage.ts'
import type { GrilleLue } from '../grille/lire-grille.ts'
import { lireGrille } from '../grille/lire-grille.ts'
import type { Objet } from '../table/objets.ts'
import { estObjet, memeContenu } from '../table/objets.ts'
import { appliquerGeste } from './gestes-grille.ts'
import type { GrilleEditee } from './gestes-grille.ts'
import type { Operation } from './operation.ts'
import type { SocleEdite } from './superposer.ts'
import { exigerSuperposable, superposition } from './superposer.ts'

/** A grid being edited: what it is now, always accepted by `lireGrille`, and what it was. */
export interface Edition {
  readonly lue: GrilleLue
  /** Core under the grid, when it is a local one. */
  readonly socle: SocleEdite | undefined
  /** Oldest first. */
  readonly passe: readonly GrilleLue[]
  /** What was undone, next to redo first. */
  readonly futur: readonly GrilleLue[]
}

/** The edition after an operation; with reasons, in French, when it was refused and nothing changed. */
export interface ResultatEdition {
  readonly edition: Edition
  readonly raisons: readonly string[]
}

/** Steps kept: an undo of more than this is a file to open again. */
export const ETAPES_GARDEES = 200

function ecriteDe(lue: GrilleLue): GrilleEditee {
  return lue.ecrite as GrilleEditee
}

/**
 * Opens a grid, alone or over its core.
 *
 * @throws Refus when `lireGrille` refuses it
 * @example ouvrirEdition(json).passe //=> []
 */
export function ouvrirEdition(brute: unknown, charger: ChargerSocle = () => undefined): Edition {
  const lue = lireGrille(brute, charger)
  const id = estObjet(brute) && typeof brute.socle === 'string' ? brute.socle : undefined
  const socle = id === undefined ? undefined : { id, ecrite: resoudreHeritage(charger(id), charger) as GrilleEditee }
  return { lue, socle, passe: [], futur: [] }
}

/**
 * A new local grid over a core, of which nothing is changed yet.
 *
 * @throws Refus when the core is refused
 * @example ouvrirSurSocle(json, { id: 'locale', nom: 'Grille locale' }).socle?.id //=> 'grille-exemple'
 */
export function ouvrirSurSocle(
  brut: unknown,
  identite: { readonly id: string; readonly nom: string },
  charger?: ChargerSocle,
): Edition {
  const socle = ecriteDe(lireGrille(brut, charger))
  const locale = { format: 'grille-cotation/1', ...identite, socle: String(socle.id), criteres: [] }
  return ouvrirEdition(locale, (id) => (id === socle.id ? socle : charger?.(id)))
}

/** The codes that a new criterion must not take: those of the core, even removed. */
function codesReserves(socle: SocleEdite | undefined): readonly string[] {
  return socle?.ecrite.criteres.map(({ code }) => String(code)) ?? []
}

function verifiee(grille: GrilleEditee, socle: SocleEdite | undefined): GrilleLue {
  if (socle !== undefined) exigerSuperposable(grille, socle)
  return lireGrille(grille)
}

/**
 * Does one operation: a new valid grid, or the reasons why it cannot be, the edition being then unchanged.
 *
 * @example executer(edition, { geste: 'points', critere: 'DALO', points: '40' }).raisons //=> []
 */
export function executer(edition: Edition, operation: Operation): ResultatEdition {
  const { lue, socle, passe } = edition
  try {
    const grille = appliquerGeste(ecriteDe(lue), operation, codesReserves(socle))
    if (memeContenu(grille, lue.ecrite)) return { edition, raisons: [] }
    const nouvelle = verifiee(grille, socle)
    return {
      edition: { lue: nouvelle, socle, passe: [...passe, lue].slice(-ETAPES_GARDEES), futur: [] },
      raisons: [],
    }
  } catch (erreur) {
    if (erreur instanceof Refus) return { edition, raisons: erreur.raisons }
    throw erreur
  }
}

/**
 * The edition before its last operation; the same when there is none.
 *
 * @example annuler(remplacer(edition, autre.ecrite)).lue.grille.id //=> 'grille-exemple'
 */
export function annuler(edition: Edition): Edition {
  const { lue, socle, passe, futur } = edition
  const precedente = passe.at(-1)
  if (precedente === undefined) return edition
  return { lue: precedente, socle, passe: passe.slice(0, -1), futur: [lue, ...futur] }
}

/**
 * The edition as it was before the last `annuler`; the same when nothing was undone.
 *
 * @example retablir(annuler(remplacer(edition, autre.ecrite))).lue.grille.id //=> 'dalo-a-40'
 */
export function retablir(edition: Edition): Edition {
  const { lue, socle, passe, futur } = edition
  const [suivante, ...reste] = futur
  return suivante === undefined ? edition : { lue: suivante, socle, passe: [...passe, lue], futur: reste }
}

/**
 * Another grid in the place of the one edited, as one step that can be undone; the same edition when nothing differs.
 *
 * @throws Refus when the core of the edition forbids it
 */
export function substituer({ lue, socle, passe, futur }: Edition, nouvelle: GrilleLue): Edition {
  if (memeContenu(nouvelle.ecrite, lue.ecrite)) return { lue, socle, passe, futur }
  const verifieeDe = verifiee(ecriteDe(nouvelle), socle)
  return { lue: verifieeDe, socle, passe: [...passe, lue].slice(-ETAPES_GARDEES), futur: [] }
}

/**
 * What to save: the grid, or over a core only what differs from it. `lireGrille` gives back the grid edited.
 *
 * @example
 * aEnregistrer(ouvrirSurSocle(json, { id: 'locale', nom: 'Grille locale' }))
 * //=> { …, socle: 'grille-exemple', criteres: [] }
 */
export function aEnregistrer({ lue, socle }: Edition): Objet {
  const ecrite = ecriteDe(lue)
  return socle === undefined ? ecrite : superposition(ecrite, socle)
}

/**
 * Whether a criterion is locked by the core: the form shows it and does not change it.
 *
 * @example
 * const verrouillee = executer(edition, { geste: 'verrou', critere: 'DALO', verrouille: true }).edition.lue.ecrite
 * estVerrouille(ouvrirSurSocle(verrouillee, { id: 'locale', nom: 'Grille locale' }), 'DALO') //=> true
 */
export function estVerrouille({ socle }: Edition, code: string): boolean {
  return socle?.ecrite.criteres.some((critere) => critere.code === code && critere.verrouille === true) ?? false
}
