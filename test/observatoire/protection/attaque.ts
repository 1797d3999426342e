import { createRequire } from 'node:module'
import type { Cellule, Precedent, Relation, Secret } from '../../../core/observatoire/protection/modele.ts'

interface Solveur {
  solve(
    modele: string,
    options?: Record<string, unknown>,
  ): {
    readonly Status: string
    readonly ObjectiveValue: number
    readonly Columns: Readonly<Record<string, { readonly Primal?: number }>>
  }
}

const requerir = createRequire(import.meta.url)

/** The exact solver, loaded once; it knows nothing of the engine under test. */
export async function solveur(): Promise<Solveur> {
  const charger = requerir('highs') as () => Promise<Solveur>
  return charger()
}

/**
 * What the attacker knows beside the published cells, the relations and whole numbers:
 * - `marges`: nothing more than « 0 or more »;
 * - `regle`: a `primaire` count is 0 to 10, a `secondaire` one 11 or more;
 * - `zeros`: also that `primaire` counts that are not 0 are 1 or more.
 */
export type SavoirAttaquant = 'marges' | 'regle' | 'zeros'

export interface Fichier {
  readonly cellules: readonly Cellule[]
  readonly relations: readonly Relation[]
  readonly secret: readonly Secret[]
  /** The previous file, when the attacker has it. */
  readonly precedent?: Precedent
  /** What the attacker knows of some withheld cells by other ways than their reason, by number. */
  readonly bornes?: ReadonlyMap<number, Bornes>
}

export interface Intervalle {
  readonly min: number
  readonly max: number
}

export interface Bornes {
  readonly bas: number
  readonly haut: number
}

function bornes(cellule: Cellule, secret: Secret, savoir: SavoirAttaquant, avant: number | undefined): Bornes {
  if (savoir === 'marges') return { bas: 0, haut: Infinity }
  if (secret === 'difference' && avant !== undefined) return { bas: Math.max(0, avant - 10), haut: avant + 10 }
  if (secret === 'primaire') return { bas: savoir === 'zeros' && cellule.valeur > 0 ? 1 : 0, haut: 10 }
  return { bas: secret === 'secondaire' && cellule.valeur > 0 ? 11 : 0, haut: Infinity }
}

/** Rows and bounds of the attacker's problem, in the solver's text format; unknowns are the withheld cells. */
function poser(
  fichier: Fichier,
  savoir: SavoirAttaquant,
): { readonly lignes: string; readonly bornes: string; readonly noms: string } {
  const numeros = new Map(fichier.cellules.map((cellule, i) => [cellule.id, i]))
  const inconnues = new Set<string>()
  const termes: string[] = []
  const bords: string[] = []
  fichier.relations.forEach((relation, r) => {
    let connu = 0
    const membres: string[] = []
    for (const [id, signe] of [[relation.total, -1] as const, ...relation.parties.map((p) => [p, 1] as const)]) {
      const i = numeros.get(id) ?? -1
      if (fichier.secret[i] === null) connu += signe * (fichier.cellules[i]?.valeur ?? 0)
      else membres.push(`${signe < 0 ? '-' : '+'} x${String(i)}`)
    }
    if (membres.length === 0) return
    termes.push(` r${String(r)}: ${membres.join(' ')} ${relation.nature === 'taux' ? '<=' : '='} ${String(-connu)}`)
  })
  fichier.secret.forEach((secret, i) => {
    const cellule = fichier.cellules[i]
    if (secret === null || cellule === undefined) return
    const { bas, haut } = fichier.bornes?.get(i) ?? bornes(cellule, secret, savoir, fichier.precedent?.get(cellule.id))
    inconnues.add(`x${String(i)}`)
    bords.push(` ${String(bas)} <= x${String(i)} <= ${haut === Infinity ? '1e6' : String(haut)}`)
  })
  return { lignes: termes.join('\n'), bornes: bords.join('\n'), noms: [...inconnues].join(' ') }
}

/** How far tables already found move each cell: they stay possible when more is withheld. */
export type Temoins = Map<number, Intervalle>

function noter(temoins: Temoins, cible: number, valeur: number): Intervalle {
  const { min, max } = temoins.get(cible) ?? { min: valeur, max: valeur }
  const intervalle = { min: Math.min(min, valeur), max: Math.max(max, valeur) }
  temoins.set(cible, intervalle)
  return intervalle
}

/**
 * What the attacker can say of each withheld cell: the least and the most it can be. A cell that tables found for others
 * already move by `suffit` is not attacked again: its interval is then at least what is given.
 */
export function attaquer(
  solveurExact: Solveur,
  fichier: Fichier,
  savoir: SavoirAttaquant,
  cibles = fichier.secret.flatMap((secret, i) => (secret === null ? [] : [i])),
  suffit = Infinity,
  temoins: Temoins = new Map(),
): ReadonlyMap<number, Intervalle> {
  const probleme = poser(fichier, savoir)
  const extreme = (sens: 'Minimize' | 'Maximize', cible: number): number => {
    const rangs = probleme.lignes === '' ? ` r: x${String(cible)} >= 0` : probleme.lignes
    const modele = `${sens}\n obj: x${String(cible)}\nSubject To\n${rangs}\nBounds\n${probleme.bornes}\nGeneral\n ${probleme.noms}\nEnd\n`
    const resultat = solveurExact.solve(modele, { output_flag: false })
    if (resultat.Status !== 'Optimal') throw new Error(`attack: ${resultat.Status}`)
    if (suffit < Infinity)
      for (const [nom, { Primal = NaN }] of Object.entries(resultat.Columns))
        if (!Number.isNaN(Primal)) noter(temoins, Number(nom.slice(1)), Math.round(Primal))
    return Math.round(resultat.ObjectiveValue)
  }
  return new Map(
    cibles.map((cible) => {
      // The true table is possible too.
      const connu = noter(temoins, cible, fichier.cellules[cible]?.valeur ?? 0)
      if (largeur(connu) >= suffit) return [cible, connu]
      const min = extreme('Minimize', cible)
      const moitie = { min, max: Math.max(min, temoins.get(cible)?.max ?? min) }
      return [cible, largeur(moitie) >= suffit ? moitie : { min, max: extreme('Maximize', cible) }]
    }),
  )
}

export function largeur({ min, max }: Intervalle): number {
  return max - min
}
