import { pairsPossibles, type Lieu, type Pairs, type Table } from '../../core/observatoire/index.ts'
import { parTable } from './memoire.ts'

/** Companies that are the same whatever the territory chosen. */
const FIXES = /^(tous|region:|departement:)/
const TERRITOIRES = 50

/** The same company, its members found once. */
function enumerer(pairs: Pairs, table: Table): Pairs {
  let membres: ReadonlySet<Lieu> | undefined
  const contient = (lieu: Lieu): boolean => {
    membres ??= new Set(table.lieux.filter(pairs.contient))
    return membres.has(lieu)
  }
  return { ...pairs, contient }
}

const fixes = parTable<string, Pairs>(Infinity)
const possibles = parTable<string, readonly Pairs[]>(TERRITOIRES)

/** The companies in which a territory may be looked at: see `pairsPossibles`. The same company is always the same object. */
export function compagniesDe(table: Table, lieu: Lieu | undefined, choisis: readonly string[]): readonly Pairs[] {
  return possibles(table, [lieu?.code, ...choisis].join(), () =>
    pairsPossibles(table, lieu, choisis).map((pairs) =>
      FIXES.test(pairs.cle) ? fixes(table, pairs.cle, () => enumerer(pairs, table)) : enumerer(pairs, table),
    ),
  )
}
