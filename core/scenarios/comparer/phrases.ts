import { formatCompte, formatNombre, formatTaux } from '../../socle/format.ts'
import { francais } from '../../socle/typographie.ts'
import type { BilanMouvements } from '../mesures/bandes.ts'
import type { Deplacements } from '../mesures/deplacements.ts'
import type { LotsChanges } from '../mesures/lots-changes.ts'
import type { TopCommuns } from '../mesures/top-communs.ts'

/** Which dwellings the lists of three are those of. */
export type GenreLots = 'fournis' | 'recherches'

const LISTES: Readonly<Record<GenreLots, string>> = {
  fournis: 'une par logement du fichier',
  recherches: 'une par couple de commune et de type que les demandes recherchent',
}

/** A share in words: « environ 12 sur 100 » for 0.124. */
function surCent(part: number): string {
  if (part === 0) return 'aucune'
  if (part < 0.005) return 'moins d’une sur 100'
  return `environ ${formatNombre(part * 100, { decimales: 0 })} sur 100`
}

/**
 * The first thing to know of a grid: does a commission read other cases?
 *
 * @example
 * phraseListes({ lots: 84, changes: 10, part: 10 / 84 }, 'recherches')
 * //=> 'Sur 84 listes de trois candidats (…), 10 changent, environ 12 sur 100 : …'
 */
export function phraseListes({ lots, changes, part }: Omit<LotsChanges, 'parLot'>, genre: GenreLots): string {
  if (part === null) return francais('Aucun logement : les listes de trois candidats ne peuvent pas être comparées.')
  const toutes = `${formatCompte(lots, 'liste')} de trois candidats (${LISTES[genre]})`
  if (changes === 0) return francais(`Sur ${toutes}, aucune ne change : la commission lirait les mêmes dossiers.`)
  const accord = changes < 2 ? 'change' : 'changent'
  return francais(
    `Sur ${toutes}, ${formatNombre(changes)} ${accord}, ${surCent(part)} : la commission y lirait au moins un dossier différent.`,
  )
}

/** How many demandes go up, and down. @example sensDesDeplacements(deplacements([1, 2], [2, 1])).montent //=> 1 */
export function sensDesDeplacements({ classes }: Pick<Deplacements, 'classes'>): {
  readonly montent: number
  readonly descendent: number
} {
  return {
    montent: classes.reduce((somme, { montent }) => somme + montent, 0),
    descendent: classes.reduce((somme, { descendent }) => somme + descendent, 0),
  }
}

/**
 * How many demandes go up and down, and by how many places, in one French sentence.
 *
 * @example
 * phraseDeplacements(deplacements([1, 2, 3], [3, 1, 2]))
 * //=> '2 demandes montent, 1 descend, 0 à la même place ; …, la plus déplacée de 2.'
 */
export function phraseDeplacements(deplacements: Deplacements): string {
  const { moyen, max, immobiles } = deplacements
  if (moyen === null || max === null) return 'Aucune demande à comparer.'
  if (max === 0) return 'Aucune demande ne change de place.'
  const { montent, descendent } = sensDesDeplacements(deplacements)
  return francais(
    `${formatCompte(montent, 'demande monte', 'demandes montent')}, ${formatCompte(descendent, 'descend', 'descendent')}, ${formatNombre(immobiles)} à la même place ; en moyenne une demande bouge de ${formatCompte(Math.round(moyen * 10) / 10, 'place')}, la plus déplacée de ${formatNombre(max)}.`,
  )
}

/**
 * How many demandes leave their tenth of the ranking, in one French sentence.
 *
 * @example
 * phraseBandes({ restent: 1700, montent: 120, descendent: 125 })
 * //=> 'Le classement est coupé en dix dixièmes, …, 125 dans un moins prioritaire.'
 */
export function phraseBandes({ restent, montent, descendent }: BilanMouvements): string {
  return francais(
    `Le classement est coupé en dix dixièmes, du plus prioritaire au moins prioritaire : ${formatCompte(restent, 'demande reste', 'demandes restent')} dans le leur, ${formatCompte(montent, 'passe', 'passent')} dans un dixième plus prioritaire, ${formatNombre(descendent)} dans un moins prioritaire.`,
  )
}

/**
 * What changes in the first places, in one French sentence.
 *
 * @example
 * phraseTop({ n: 100, communs: 97, entrants: [4, 8, 9], sortants: [1, 2, 3] })
 * //=> 'Aux 100 premières places, 3 demandes en remplacent d’autres ; 97 y étaient déjà.'
 */
export function phraseTop({ n, communs, entrants }: TopCommuns): string {
  const places = n === 1 ? 'À la première place' : `Aux ${formatNombre(n)} premières places`
  if (entrants.length === 0) return `${places}, les mêmes demandes.`
  return francais(
    `${places}, ${formatCompte(entrants.length, 'demande en remplace une autre', 'demandes en remplacent d’autres')} ; ${formatNombre(communs)} y étaient déjà.`,
  )
}

export const PHRASE_DISTRIBUTION =
  'Combien de demandes ont chaque note : si les deux contours se confondent, les notes n’ont guère changé.'

export const PHRASE_GAINS = francais(
  'Gagner, c’est passer devant d’autres : « +12 » veut dire que le groupe avance de 12 places en moyenne. Les groupes de moins de 11 ménages ne sont pas montrés.',
)

/**
 * How far two rankings agree, in one French sentence.
 *
 * @param tauB Kendall’s τ-b, from −1 to 1; null when it cannot be measured
 * @example phraseAccord(0.912) //=> 'Accord des deux classements : 0,912 (τ-b de Kendall ; …).'
 */
export function phraseAccord(tauB: number | null): string {
  if (tauB === null) return 'L’accord des deux classements ne se mesure pas : d’un côté, toutes les notes sont égales.'
  return francais(
    `Accord des deux classements : ${formatNombre(tauB, { decimales: 3 })} (τ-b de Kendall ; 1 : même ordre partout, 0 : aucun rapport, −1 : ordre inverse).`,
  )
}

/** @example phrasePublic('les parents isolés', 0.2, 0.25) //=> 'Dans le premier dixième, les parents isolés : 20,0 % des places, puis 25,0 %.' */
export function phrasePublic(qui: string, partA: number | null, partB: number | null): string {
  if (partA === null || partB === null) return `Dans le premier dixième, ${qui} : sans objet.`
  return francais(`Dans le premier dixième, ${qui} : ${formatTaux(partA)} des places, puis ${formatTaux(partB)}.`)
}
