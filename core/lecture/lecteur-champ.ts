import { LISTES } from '../listes/listes.ts'
import type { ValeurListe } from '../listes/valeur-liste.ts'
import { texteLisible } from '../socle/texte.ts'
import type { Cellule } from '../socle/table.ts'
import { lireBooleen } from './cellules/booleen.ts'
import { lireDate } from './cellules/date.ts'
import type { Rejet } from './cellules/lecteur.ts'
import { texteCellule } from './cellules/lecteur.ts'
import type { Lieux } from './cellules/lieu.ts'
import { lireCommune, lireDepartement, lireEpci } from './cellules/lieu.ts'
import type { PorteeRecherche } from './cellules/liste.ts'
import { chercheur, enumerer } from './cellules/liste.ts'
import { lireListeMultiple } from './cellules/liste-multiple.ts'
import { lecteurNombre } from './cellules/nombre.ts'
import { lireNumeroUnique } from './cellules/numero-unique.ts'
import type { Champ } from './modele.ts'

/** The values of a field of one cell (one, unless the field is a list of several values), or why it cannot be read. */
export type ValeursLues = readonly number[] | Rejet

/** Reads the cells of one field; its dictionary grows with the texts that it meets. */
export interface LecteurChamp {
  readonly champ: Champ
  readonly dictionnaire: readonly string[]
  /** @param siren EPCI of the row, within which communes are found by name */
  lire(cellule: Cellule, siren: string | undefined): ValeursLues
}

/** What the reading of texts depends on. */
export interface Nomenclature {
  readonly lieux: Lieux
  /** Fields that a list of fields may name. */
  readonly champs: readonly ValeurListe[]
}

/** Entries kept of what was already read: exports repeat the same labels, dates and amounts. */
const TAILLE_MEMOIRE = 20_000

class Dictionnaire {
  readonly textes: string[] = []
  readonly #index = new Map<string, number>()

  indexDe(texte: string): number {
    const connu = this.#index.get(texte)
    if (connu !== undefined) return connu
    this.#index.set(texte, this.textes.length)
    return this.textes.push(texte) - 1
  }
}

function memoriser(lire: (cellule: Cellule, siren: string | undefined) => ValeursLues): LecteurChamp['lire'] {
  const memoires = new Map<string | undefined, Map<string, ValeursLues>>()
  return (cellule, siren) => {
    if (typeof cellule !== 'string') return lire(cellule, siren)
    const memoire = memoires.get(siren) ?? new Map<string, ValeursLues>()
    memoires.set(siren, memoire)
    const connu = memoire.get(cellule)
    if (connu !== undefined) return connu
    const lu = lire(cellule, siren)
    if (memoire.size < TAILLE_MEMOIRE) memoire.set(cellule, lu)
    return lu
  }
}

function unSeul(lu: number | Rejet): ValeursLues {
  return typeof lu === 'number' ? [lu] : lu
}

const lecteursTexte: Readonly<
  Record<string, (cellule: Cellule, lieux: Lieux, siren: string | undefined) => string | Rejet>
> = {
  '': (cellule) => texteLisible(texteCellule(cellule)),
  numero: (cellule) => lireNumeroUnique(cellule),
  siren: (cellule, lieux) => lireEpci(texteLisible(texteCellule(cellule)), lieux),
  insee: (cellule, lieux, siren) => lireCommune(texteLisible(texteCellule(cellule)), lieux, siren),
  departement: (cellule) => lireDepartement(texteLisible(texteCellule(cellule))),
}

function lecteurTexte(champ: Champ, { lieux }: Nomenclature): LecteurChamp {
  const dictionnaire = new Dictionnaire()
  const lireTexte = lecteursTexte[champ.uniteOuListe]
  if (lireTexte === undefined) throw new Error(`unknown kind of text: got ${champ.uniteOuListe}`)
  const lire: LecteurChamp['lire'] = (cellule, siren) => {
    const texte = erreurDeCellule(cellule) ?? lireTexte(cellule, lieux, siren)
    return typeof texte === 'string' ? [dictionnaire.indexDe(texte)] : texte
  }
  return { champ, dictionnaire: dictionnaire.textes, lire: champ.uniteOuListe === 'numero' ? lire : memoriser(lire) }
}

function erreurDeCellule(cellule: Cellule): Rejet | undefined {
  if (typeof cellule !== 'object' || cellule === null || 'jour' in cellule) return undefined
  return { code: 'valeur-illisible', attendu: 'une valeur, et non une erreur de formule' }
}

function valeursFermees(champ: Champ, { champs }: Nomenclature): readonly ValeurListe[] | undefined {
  if (champ.uniteOuListe === 'champ') return champs
  return (LISTES as Readonly<Record<string, readonly ValeurListe[] | undefined>>)[champ.uniteOuListe]
}

function lecteurListe(champ: Champ, nomenclature: Nomenclature): LecteurChamp {
  const valeurs = valeursFermees(champ, nomenclature)
  const dictionnaire = new Dictionnaire()
  const chercher = valeurs === undefined ? undefined : chercheur(valeurs)
  const attendu = valeurs === undefined ? '' : enumerer(valeurs)
  valeurs?.forEach(({ code }) => dictionnaire.indexDe(code))

  const lireValeur = (texte: string, portee: PorteeRecherche, siren: string | undefined): number | Rejet => {
    if (chercher !== undefined) return chercher(texte, portee) ?? { code: 'hors-liste', attendu }
    const commune = lireCommune(texteLisible(texte), nomenclature.lieux, siren)
    return typeof commune === 'string' ? dictionnaire.indexDe(commune) : { ...commune, code: 'hors-liste' }
  }
  const lire: LecteurChamp['lire'] = (cellule, siren) => {
    const erreur = erreurDeCellule(cellule)
    if (erreur !== undefined) return erreur
    const texte = texteCellule(cellule)
    if (champ.type === 'liste') return unSeul(lireValeur(texte, 'codes-et-libelles', siren))
    return lireListeMultiple(texte, (morceau, portee) => lireValeur(morceau, portee, siren))
  }
  return { champ, dictionnaire: dictionnaire.textes, lire: memoriser(lire) }
}

function lecteurSimple(champ: Champ): LecteurChamp {
  const lecteur = champ.type === 'booleen' ? lireBooleen : champ.type === 'date' ? lireDate : lecteurNombre(champ)
  return { champ, dictionnaire: [], lire: memoriser((cellule) => unSeul(lecteur(cellule))) }
}

/** The reader of a field, by its type. A new type of field is one line here and one file in `cellules/`. */
export function lecteurChamp(champ: Champ, nomenclature: Nomenclature): LecteurChamp {
  if (champ.type === 'texte') return lecteurTexte(champ, nomenclature)
  if (champ.type === 'liste' || champ.type === 'liste multiple') return lecteurListe(champ, nomenclature)
  return lecteurSimple(champ)
}
