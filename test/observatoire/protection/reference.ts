import { type Etat, etatInitial, type Savoir } from '../../../core/observatoire/protection/etat.ts'
import type { Cellule, Secret } from '../../../core/observatoire/protection/modele.ts'
import { cacherPrimaires } from '../../../core/observatoire/protection/primaire.ts'
import { MENAGES_11 } from '../../../core/observatoire/protection/profils.ts'
import { compiler } from '../../../core/observatoire/protection/systeme.ts'
import { attaquer, type Bornes, type Fichier, largeur, type solveur, type Temoins } from './attaque.ts'
import type { TablesLiees } from './tables.ts'

type Solveur = Awaited<ReturnType<typeof solveur>>

/** What any method begins from: rests of rates written as cells, what the profile withholds by itself, and the widths owed. */
interface Donne {
  readonly tables: TablesLiees
  readonly etat: Etat
  /** Cells that are published or withheld; those after are rests of rates, never published. */
  readonly reelles: number
  readonly secret: Secret[]
}

function donne({ cellules, relations }: TablesLiees): Donne {
  const systeme = compiler(cellules, relations)
  const etat = etatInitial(systeme, MENAGES_11)
  cacherPrimaires(etat, undefined)
  const id = (i: number): string => cellules[i]?.id ?? `reste${String(i)}`
  return {
    tables: {
      cellules: systeme.valeurs.map((valeur, i): Cellule => ({ id: id(i), valeur })),
      relations: systeme.relations.map(({ total, parties }) => ({ total: id(total), parties: parties.map(id) })),
    },
    etat,
    reelles: cellules.length,
    secret: systeme.valeurs.map((_, i) => etat.raisons[i] ?? (i < cellules.length ? null : 'secondaire')),
  }
}

/** Smallest published cell of the relations that hold `cellule`: not 0 if it can be helped. */
function plusPetite({ tables, secret }: Donne, relations: TablesLiees['relations']): number {
  const ids = new Set(relations.flatMap((relation) => [relation.total, ...relation.parties]))
  const libres = tables.cellules.flatMap((cellule, i) => (secret[i] === null && ids.has(cellule.id) ? [i] : []))
  const valeur = (i: number): number => tables.cellules[i]?.valeur ?? 0
  const cle = (i: number): number => (valeur(i) === 0 ? Infinity : valeur(i))
  return libres.sort((a, b) => cle(a) - cle(b) || a - b)[0] ?? -1
}

/** A rate is shown whole or not at all: the numerators over a withheld denominator go with it. */
function retenir(jeu: Donne, i: number): void {
  const { tables, secret, etat } = jeu
  secret[i] = (tables.cellules[i]?.valeur ?? 0) === 0 ? 'primaire' : 'secondaire'
  for (const { nature, total, parties } of etat.systeme.relations) {
    if (nature !== 'taux' || total !== i) continue
    for (const p of parties) if (secret[p] === null && (tables.cellules[p]?.valeur ?? 0) > 0) retenir(jeu, p)
  }
}

/** No relation with a single withheld cell: the smallest published one goes too. */
function fermer(jeu: Donne): void {
  const { tables, secret, reelles } = jeu
  const numeros = new Map(tables.cellules.map((cellule, i) => [cellule.id, i]))
  for (let change = true; change;) {
    change = false
    for (const relation of tables.relations) {
      const membres = [relation.total, ...relation.parties].map((id) => numeros.get(id) ?? -1)
      // The rest of a rate may be the only one: it asks for protection by its width alone.
      if (membres.some((i) => i >= reelles) || membres.filter((i) => secret[i] !== null).length !== 1) continue
      const choix = plusPetite(jeu, [relation])
      if (choix < 0) continue
      retenir(jeu, choix)
      change = true
    }
  }
}

/** What the attacker knows of a cell withheld from the start: as the profile says. */
function bornesDe({ etat, secret, reelles }: Donne, savoir: Savoir): ReadonlyMap<number, Bornes> {
  const { bas, haut } = etat.vues[savoir]
  const propres = secret.flatMap((_, i) => (i >= reelles || etat.raisons[i] !== null ? [i] : []))
  return new Map(propres.map((i) => [i, { bas: bas[i] ?? 0, haut: haut[i] ?? Infinity }]))
}

/** How wide the interval of a withheld cell must be: ten counts, less where its bounds hold fewer. */
function voulue({ etat, secret, reelles }: Donne, savoir: Savoir, i: number): number {
  if (i >= reelles || etat.raisons[i] !== null) return etat.vues[savoir].exige[i] ?? 0
  if (secret[i] === null) return 0
  return savoir === 'regle' ? MENAGES_11.largeur : MENAGES_11.largeur - 1
}

function fichier(jeu: Donne, savoir: Savoir, secret: readonly Secret[] = jeu.secret): Fichier {
  return { ...jeu.tables, secret, bornes: bornesDe(jeu, savoir) }
}

/** Everything withheld: no method leaves wider intervals. */
function toutRetenu({ tables, secret }: Donne): readonly Secret[] {
  return secret.map((raison, i) => raison ?? ((tables.cellules[i]?.valeur ?? 0) > 0 ? 'secondaire' : 'primaire'))
}

/**
 * The plain method that the engine must not do worse than: withhold what the profile does by itself; while a relation has one
 * withheld cell, withhold its smallest published one; then, while the attacker's interval for a cell is narrower than it
 * can be, withhold the smallest published cell beside it and begin again. Same guarantee as the engine, decided by the
 * exact solver against the same attackers.
 *
 * @param plafond it stops as soon as it withholds so many cells, since it only ever withholds more
 * @returns one entry a cell of the tables
 */
export function referenceGloutonne(
  solveurExact: Solveur,
  tablesLiees: TablesLiees,
  savoirs: readonly Savoir[],
  plafond = Infinity,
): readonly Secret[] {
  const jeu = donne(tablesLiees)
  const { tables, secret, reelles } = jeu
  const temoins = new Map<Savoir, Temoins>(savoirs.map((savoir) => [savoir, new Map()]))
  const possibles = new Map<string, number>()
  const possible = (i: number, savoir: Savoir): number => {
    const cle = `${savoir} ${String(i)}`
    const connue = possibles.get(cle)
    if (connue !== undefined) return connue
    const intervalle = attaquer(solveurExact, fichier(jeu, savoir, toutRetenu(jeu)), savoir, [i]).get(i)
    const trouvee = intervalle === undefined ? 0 : largeur(intervalle)
    possibles.set(cle, trouvee)
    return trouvee
  }
  const assezLarge = (i: number, savoir: Savoir): boolean => {
    const large = voulue(jeu, savoir, i)
    if (large === 0) return true
    const intervalle = attaquer(solveurExact, fichier(jeu, savoir), savoir, [i], large, temoins.get(savoir)).get(i)
    if (intervalle === undefined) return false
    return largeur(intervalle) >= large || largeur(intervalle) >= possible(i, savoir)
  }
  const assez = (): boolean => secret.slice(0, reelles).filter((raison) => raison !== null).length >= plafond
  fermer(jeu)
  for (let i = 0; i < secret.length && !assez(); i++) {
    while (secret[i] !== null && !assez() && !savoirs.every((savoir) => assezLarge(i, savoir))) {
      const id = tables.cellules[i]?.id ?? ''
      const voisines = tables.relations.filter(({ total, parties }) => total === id || parties.includes(id))
      const proche = plusPetite(jeu, voisines)
      const choix = proche >= 0 ? proche : plusPetite(jeu, tables.relations)
      if (choix < 0) break
      retenir(jeu, choix)
      fermer(jeu)
      if (choix < i) i = -1
      if (i < 0) break
    }
  }
  return secret.slice(0, reelles)
}
