import { FINE } from '../../socle/format.ts'
import { francais } from '../../socle/typographie.ts'
import type { IndicateurCatalogue } from './modele.ts'

/**
 * A sentence with its no-break spaces, those of article numbers, thousands and percentages included.
 *
 * @example typographier('art. L. 441-1 : 3 307') //=> 'art.\u00a0L.\u00a0441-1\u202f: 3\u202f307'
 */
export function typographier(phrase: string): string {
  return francais(phrase)
    .replace(/\b(art|L|R|D|n°)(\.?) (?=[LRD\d])/gu, '$1$2\u00a0')
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${FINE}`)
    .replace(/ %/g, `${FINE}%`)
}

/** All that an indicator says, with its no-break spaces. */
export function typographierIndicateur(indicateur: IndicateurCatalogue): IndicateurCatalogue {
  const { nom, question, definition, numerateur, denominateur, base_legale, source, pieges } = indicateur
  return {
    ...indicateur,
    nom: typographier(nom),
    question: typographier(question),
    definition: typographier(definition),
    numerateur: typographier(numerateur),
    denominateur: denominateur === null ? null : typographier(denominateur),
    base_legale: typographier(base_legale),
    source: typographier(source),
    pieges: pieges.map(typographier),
  }
}

/** A definition as the name of what is counted. @example sansPoint('Baux signés.') //=> 'Baux signés' */
export function sansPoint(phrase: string): string {
  return phrase.replace(/\.$/, '')
}
