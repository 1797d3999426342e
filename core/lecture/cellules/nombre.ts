import type { Cellule } from '../../socle/table.ts'
import type { Champ } from '../modele.ts'
import type { LecteurSimple, Rejet } from './lecteur.ts'

const DECIMAL = /^(\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+|\d+)(?:[.,](\d+))?$/
const TYPE_LOGEMENT = /^[TF]\s?(\d{1,2})\+?$/i

/** Words that may follow a number, by the unit of its field. */
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  '€/mois': ['€', '€/mois'],
  '€/an': ['€', '€/an'],
  'm²': ['m²', 'm2'],
  pièces: ['pièces', 'pièce', 'pieces', 'piece'],
  personnes: ['pers.', 'pers', 'personnes', 'personne'],
  'mois de loyer': ['mois', 'mois de loyer'],
}

interface Decimal {
  readonly entier: string
  readonly decimales: string
}

function decomposer(cellule: Cellule, suffixes: readonly string[]): Decimal | undefined {
  if (typeof cellule === 'number') return decomposerTexte(String(cellule))
  return typeof cellule === 'string' ? decomposerTexte(sansSuffixe(cellule.trim(), suffixes)) : undefined
}

function decomposerTexte(texte: string): Decimal | undefined {
  const parties = DECIMAL.exec(texte)
  if (parties === null) return undefined
  return { entier: (parties[1] ?? '').replace(/\D/g, ''), decimales: parties[2] ?? '' }
}

function sansSuffixe(texte: string, suffixes: readonly string[]): string {
  const bas = texte.toLowerCase()
  const suffixe = suffixes.find((mot) => bas.endsWith(mot))
  return suffixe === undefined ? texte : texte.slice(0, texte.length - suffixe.length).trim()
}

/** Euros rounded to the cent, half up, from the digits as written: 1,005 is 1.01, whatever its binary neighbour. */
function auCentime({ entier, decimales }: Decimal): number {
  const centimes =
    Number(entier) * 100 + Number((decimales + '00').slice(0, 2)) + (Number(decimales[2] ?? 0) >= 5 ? 1 : 0)
  return centimes / 100
}

function lireDecimal(champ: Champ, decimal: Decimal): number | undefined {
  if (champ.type === 'entier') return /^0*$/.test(decimal.decimales) ? Number(decimal.entier) : undefined
  if (champ.uniteOuListe.startsWith('€')) return auCentime(decimal)
  return Number(`${decimal.entier}.${decimal.decimales}`)
}

function attendu(champ: Champ): string {
  const nature = champ.type === 'entier' ? 'un nombre entier' : 'un nombre'
  if (champ.maximum !== Infinity) return `${nature} de ${String(champ.minimum)} à ${String(champ.maximum)}`
  if (champ.minimum > 0) return `${nature} au moins égal à ${String(champ.minimum)}`
  return `${nature} positif ou nul, par exemple ${champ.type === 'entier' ? '3' : '1 234,50'}`
}

/** « 8,5 % » is the ratio 0.085, from its digits. */
function lirePourcentage({ minimum, maximum }: Champ, cellule: string): number | undefined {
  const decimal = decomposerTexte(cellule.trim().slice(0, -1).trim())
  if (decimal === undefined) return undefined
  const ratio = Number(`${decimal.entier}.${decimal.decimales}e-2`)
  return ratio < minimum || ratio > maximum ? undefined : ratio
}

/**
 * The reader of a number field: groups of three by a space, `,` or `.` as the decimal mark, the unit after. Euros are
 * rounded to the cent. Negative numbers, `1.234,56` and numbers out of the field's range are rejected.
 *
 * @example lecteurNombre(champ('ressources', 'Ressources', 'nombre', '€/mois', []))('1 234,5 €') //=> 1234.5
 */
export function lecteurNombre(champ: Champ): LecteurSimple {
  const suffixes = SUFFIXES[champ.uniteOuListe] ?? (champ.uniteOuListe === '' ? [] : [champ.uniteOuListe.toLowerCase()])
  const rejet: Rejet = { code: 'valeur-illisible', attendu: attendu(champ) }
  return (cellule) => {
    if (champ.uniteOuListe === 'ratio' && typeof cellule === 'string' && cellule.trim().endsWith('%'))
      return lirePourcentage(champ, cellule) ?? rejet
    const type =
      champ.uniteOuListe === 'pièces' && typeof cellule === 'string' ? TYPE_LOGEMENT.exec(cellule.trim()) : null
    if (type !== null) return Number(type[1])
    const decimal = decomposer(cellule, suffixes)
    const valeur = decimal === undefined ? undefined : lireDecimal(champ, decimal)
    if (valeur === undefined || valeur > Number.MAX_SAFE_INTEGER) return rejet
    return valeur < champ.minimum || valeur > champ.maximum ? rejet : valeur
  }
}
