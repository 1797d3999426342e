import { Refus } from '../../socle/refus.ts'
import type { ChampNommable } from '../grille/champs-nommables.ts'
import { CHAMPS_NOMMABLES, estNumerique } from '../grille/champs-nommables.ts'
import type { Condition } from '../grille/grille.ts'
import type { Objet } from '../table/objets.ts'
import type { GenreRegle } from './operation.ts'

const SANS_INTERET = ['numero_unique', 'statut_demande', 'justifies', 'note_officielle', 'quartile_declare']
const POINTS = 10
const JOUR = '2020-01-01'

/** The fields worth a criterion, in the order of the table of applications, derived ones last. */
export const CHAMPS_PROPOSES: readonly ChampNommable[] = CHAMPS_NOMMABLES.filter(
  ({ code }) => !SANS_INTERET.includes(code),
)

/** The ways in which a field can give points. @example genresPour(champNommable('dalo')!) //=> ['fixe'] */
export function genresPour(champ: ChampNommable): readonly GenreRegle[] {
  return estNumerique(champ) ? ['fixe', 'unites', 'tranches'] : ['fixe']
}

function borneDe({ unite, minimum }: ChampNommable): number {
  return unite === 'ratio' ? 0.3 : Number.isFinite(minimum) && minimum > 0 ? minimum : 1
}

function conditionDe(champ: ChampNommable): Condition {
  const premiere = champ.valeurs?.[0]?.code
  if (champ.type === 'booleen') return { champ: champ.code, est: true }
  if (champ.code === 'quartile') return { champ: champ.code, est: 1 }
  if (estNumerique(champ)) return { champ: champ.code, min: borneDe(champ) }
  if (champ.type === 'date') return { champ: champ.code, moins_de: JOUR }
  if (premiere === undefined) return { connu: champ.code }
  return champ.type === 'liste' ? { champ: champ.code, est: premiere } : { champ: champ.code, parmi: [premiere] }
}

function regleDe(champ: ChampNommable, genre: GenreRegle): Objet {
  if (genre === 'unites') return { points: 1, par: { champ: champ.code, chaque: 1 } }
  if (genre === 'tranches') {
    return { tranches: { champ: champ.code, bornes: [borneDe(champ)], points: [0, POINTS] } }
  }
  return { points: POINTS, si: conditionDe(champ) }
}

/** A code that no criterion or family has. @example codeLibre('DALO', ['DALO']) //=> 'DALO_2' */
export function codeLibre(souhait: string, pris: readonly string[]): string {
  const base = souhait === '' ? 'X' : souhait
  for (let n = 1; ; n++) {
    const code = n === 1 ? base : `${base}_${String(n)}`
    if (!pris.includes(code)) return code
  }
}

/**
 * A new criterion on a field, valid as it stands, for the user to adjust.
 *
 * @throws Refus when the field cannot give points that way
 */
export function critereModele(champ: ChampNommable, genre: GenreRegle, pris: readonly string[]): Objet {
  if (!genresPour(champ).includes(genre)) {
    throw new Refus(`« ${champ.libelle} » ne se compte pas : ses points dépendent d’une condition.`)
  }
  return { code: codeLibre(champ.code.toUpperCase(), pris), nom: champ.libelle, ...regleDe(champ, genre) }
}
