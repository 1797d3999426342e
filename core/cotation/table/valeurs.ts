import { CHAMPS_DEMANDE } from '../../demande/champs.ts'
import { estRejet } from '../../lecture/cellules/lecteur.ts'
import { lireBooleen } from '../../lecture/cellules/booleen.ts'
import { chercheur } from '../../lecture/cellules/liste.ts'
import { lireListeMultiple } from '../../lecture/cellules/liste-multiple.ts'
import { isoJour, jourDe, jourFrancais, jourIso } from '../../socle/jour.ts'
import type { Cellule } from '../../socle/table.ts'
import { cleTexte, texteLisible } from '../../socle/texte.ts'
import type { ChampNommable } from '../grille/champs-nommables.ts'
import { champNommable, CHAMPS_NOMMABLES } from '../grille/champs-nommables.ts'
import type { ValeurGrille } from '../grille/grille.ts'
import { ecrireNombre, lireNombre } from './nombres.ts'

/** Words of the language: a value that is one of them is written between quotes. */
export const MOTS_RESERVES: ReadonlySet<string> = new Set([
  'et',
  'ou',
  'non',
  'est',
  'parmi',
  'contient',
  'entre',
  'connu',
  'renseigne',
  'tous',
  'unde',
])

/**
 * The field that a person names by its code, its label or the header of a column.
 *
 * @example champDit('Taux d’effort')?.code //=> 'taux_effort'
 */
export function champDit(texte: string): ChampNommable | undefined {
  const exact = champNommable(texte.trim())
  if (exact !== undefined) return exact
  const cle = cleTexte(texte)
  if (cle === '') return undefined
  return (
    CHAMPS_NOMMABLES.find((champ) => cleTexte(champ.code) === cle || cleTexte(champ.libelle) === cle) ??
    champNommable(
      CHAMPS_DEMANDE.find(({ synonymes }) => (synonymes as readonly string[]).some((nom) => cleTexte(nom) === cle))
        ?.code ?? '',
    )
  )
}

function estInsee(champ: ChampNommable): boolean {
  return CHAMPS_DEMANDE.some(({ code, uniteOuListe }) => code === champ.code && uniteOuListe === 'insee')
}

/** A code or a text as the grid must hold it: labels become codes, lost leading zeros come back. */
function lireTexte(champ: ChampNommable, texte: string): string {
  const lisible = texteLisible(texte)
  if (champ.valeurs !== undefined) return champ.valeurs[chercheur(champ.valeurs)(lisible) ?? -1]?.code ?? lisible
  if (estInsee(champ)) return /^\d{4}$/.test(lisible) ? `0${lisible}` : lisible
  return champ.code === 'justifies' ? (champDit(lisible)?.code ?? lisible) : lisible
}

/** ISO day of a day typed as `31/01/2026`, `2026-01-31`; undefined for anything else. */
export function lireJour(texte: string): string | undefined {
  const net = texte.trim()
  if (jourIso(net) !== undefined) return net
  const parties = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(net)
  const jour = parties === null ? undefined : jourDe(Number(parties[3]), Number(parties[2]), Number(parties[1]))
  return jour === undefined ? undefined : isoJour(jour)
}

/**
 * Reads a value typed for a field; what cannot be read is given back as typed, for the checks of the grid to name it.
 *
 * @example lireValeur(champNommable('statut_logement')!, 'Sans abri') //=> 'SD'
 */
export function lireValeur(champ: ChampNommable, texte: string): ValeurGrille {
  switch (champ.type) {
    case 'booleen': {
      const lu = lireBooleen(texte)
      return typeof lu === 'number' ? lu === 1 : texte
    }
    case 'entier':
    case 'nombre':
      return lireNombre(texte, champ.unite) ?? texte
    case 'date':
      return lireJour(texte) ?? texte
    default:
      return lireTexte(champ, texte)
  }
}

const GUILLEMETS = /^(?:"((?:[^"]|"")*)"|«\s?([^»]*?)\s?»|“([^”]*)”)$/u

/** What stands between quotes, or undefined when the text is not quoted. @example sansGuillemets('"a ""b"""') //=> 'a "b"' */
export function sansGuillemets(texte: string): string | undefined {
  const parties = GUILLEMETS.exec(texte.trim())
  if (parties === null) return undefined
  return parties[1]?.replaceAll('""', '"') ?? parties[2] ?? parties[3] ?? ''
}

/** A text between quotes is taken to the letter where texts are free; the value of a closed list may be its label. */
export function lireCite(champ: ChampNommable, contenu: string): ValeurGrille {
  const libre = champ.type === 'texte' || champ.type === 'liste' || champ.type === 'liste multiple'
  return libre && champ.valeurs === undefined ? contenu : lireValeur(champ, contenu)
}

/** Reads what a cell holds as a value of a field. */
export function lireCellule(champ: ChampNommable, cellule: Cellule): ValeurGrille {
  if (typeof cellule === 'number' && (champ.type === 'entier' || champ.type === 'nombre')) return cellule
  if (typeof cellule === 'boolean' && champ.type === 'booleen') return cellule
  const texte = texteDeCellule(cellule)
  const cite = sansGuillemets(texte)
  return cite === undefined ? lireValeur(champ, texte) : lireCite(champ, cite)
}

/** The text of a cell; a date is its ISO day. The apostrophe that keeps a text from being computed is dropped. */
export function texteDeCellule(cellule: Cellule): string {
  if (cellule === null) return ''
  if (typeof cellule === 'string') return cellule.trim().replace(/^'(?=\s*[=+\-@])/, '')
  if (typeof cellule === 'boolean') return cellule ? 'oui' : 'non'
  if (typeof cellule === 'number') return String(cellule)
  return 'jour' in cellule ? isoJour(cellule.jour) : cellule.erreur
}

/** Cuts at `;`, `|` and line breaks that are not between quotes. */
function segments(texte: string): readonly string[] {
  const pieces = texte.match(/(?:"(?:[^"]|"")*"|«[^»]*»|“[^”]*”|[^;|\r\n])+/gu) ?? []
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
}

/** Splits at commas what is not a value as a whole: labels hold commas, French numbers too. */
function valeursDeSegment(champ: ChampNommable, segment: string): readonly ValeurGrille[] {
  const cite = sansGuillemets(segment)
  if (cite !== undefined) return [lireCite(champ, cite)]
  if (!segment.includes(',')) return [lireValeur(champ, segment)]
  if (champ.type === 'entier' || champ.type === 'nombre') return segment.split(/,\s+/).map((s) => lireValeur(champ, s))
  if (champ.valeurs === undefined) return segment.split(',').map((s) => lireValeur(champ, s))
  const { valeurs } = champ
  const chercher = chercheur(valeurs)
  const lus = lireListeMultiple(segment, (morceau) => chercher(morceau) ?? { code: 'hors-liste', attendu: '' })
  return estRejet(lus) ? segment.split(',').map((s) => lireValeur(champ, s)) : lus.map((i) => valeurs[i]?.code ?? '')
}

/**
 * Reads several values typed in one cell, separated by `;` (or `,`, `|`, a line break).
 *
 * @example lireValeurs(champNommable('statut_logement')!, 'SD ; Camping, caravaning') //=> ['SD', 'CAMCAR']
 */
export function lireValeurs(champ: ChampNommable, cellule: Cellule): readonly ValeurGrille[] {
  if (typeof cellule !== 'string') return cellule === null ? [] : [lireCellule(champ, cellule)]
  return segments(texteDeCellule(cellule)).flatMap((segment) => valeursDeSegment(champ, segment))
}

function citer(texte: string): string {
  return `"${texte.replaceAll('"', '""')}"`
}

function ecrireTexte(champ: ChampNommable, texte: string): string {
  const nu = /^[\p{L}\p{N}][\p{L}\p{N}_]*$/u.test(texte) && !MOTS_RESERVES.has(cleTexte(texte))
  return nu && lireValeur(champ, texte) === texte ? texte : citer(texte)
}

/**
 * A value as an officer reads and types it; `lireValeur` gives exactly the same back.
 *
 * @example ecrireValeur(champNommable('dalo')!, true) //=> 'oui'
 */
export function ecrireValeur(champ: ChampNommable, valeur: ValeurGrille): string {
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  if (typeof valeur === 'number') return ecrireNombre(valeur, champ.unite)
  const jour = champ.type === 'date' ? jourIso(valeur) : undefined
  return jour === undefined ? ecrireTexte(champ, valeur) : jourFrancais(jour)
}
