import type { Secret } from '../../../core/observatoire/protection/modele.ts'
import { attaquer, largeur, type SavoirAttaquant, type solveur, type Temoins } from './attaque.ts'
import type { TablesLiees } from './tables.ts'

type Solveur = Awaited<ReturnType<typeof solveur>>

/** Smallest published cell of the relations that hold `cellule`: not 0 if it can be helped. */
function plusPetite(tables: TablesLiees, secret: readonly Secret[], relations: TablesLiees['relations']): number {
  const ids = new Set(relations.flatMap((relation) => [relation.total, ...relation.parties]))
  const libres = tables.cellules.flatMap((cellule, i) => (secret[i] === null && ids.has(cellule.id) ? [i] : []))
  const valeur = (i: number): number => tables.cellules[i]?.valeur ?? 0
  const cle = (i: number): number => (valeur(i) === 0 ? Infinity : valeur(i))
  return libres.sort((a, b) => cle(a) - cle(b) || a - b)[0] ?? -1
}

function retenir(tables: TablesLiees, secret: Secret[], i: number): void {
  secret[i] = (tables.cellules[i]?.valeur ?? 0) === 0 ? 'primaire' : 'secondaire'
}

/** No relation with a single withheld cell: the smallest published one goes too. */
function fermer(tables: TablesLiees, secret: Secret[]): void {
  const numeros = new Map(tables.cellules.map((cellule, i) => [cellule.id, i]))
  for (let change = true; change;) {
    change = false
    for (const relation of tables.relations) {
      const membres = [relation.total, ...relation.parties].map((id) => numeros.get(id) ?? -1)
      if (membres.filter((i) => secret[i] !== null).length !== 1) continue
      const choix = plusPetite(tables, secret, [relation])
      if (choix < 0) continue
      retenir(tables, secret, choix)
      change = true
    }
  }
}

/**
 * The plain method that the engine must not do worse than: withhold 1 to 10; while a relation has one withheld cell,
 * withhold its smallest published one; then, while the attacker's interval for a cell is too narrow, withhold the smallest
 * published cell beside it and begin again. Same guarantee as the engine, decided by the exact solver.
 */
export function referenceGloutonne(
  solveurExact: Solveur,
  tables: TablesLiees,
  savoir: SavoirAttaquant,
): readonly Secret[] {
  const temoins: Temoins = new Map()
  const secret: Secret[] = tables.cellules.map(({ valeur }) => (valeur > 0 && valeur < 11 ? 'primaire' : null))
  fermer(tables, secret)
  for (let i = 0; i < secret.length; i++) {
    while (secret[i] !== null && !assezLarge(solveurExact, tables, secret, savoir, i, temoins)) {
      const id = tables.cellules[i]?.id ?? ''
      const voisines = tables.relations.filter(({ total, parties }) => total === id || parties.includes(id))
      const proche = plusPetite(tables, secret, voisines)
      const choix = proche >= 0 ? proche : plusPetite(tables, secret, tables.relations)
      if (choix < 0) break
      retenir(tables, secret, choix)
      fermer(tables, secret)
      if (choix < i) i = -1
      if (i < 0) break
    }
  }
  return secret
}

function assezLarge(
  solveurExact: Solveur,
  tables: TablesLiees,
  secret: readonly Secret[],
  savoir: SavoirAttaquant,
  i: number,
  temoins: Temoins,
): boolean {
  const intervalle = attaquer(solveurExact, { ...tables, secret }, savoir, [i], 10, temoins).get(i)
  return intervalle !== undefined && largeur(intervalle) >= 10
}
