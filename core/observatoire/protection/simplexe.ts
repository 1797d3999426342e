/** A variable from 0 to `haut`: its coefficients by row, and what one unit of it is worth. */
export interface Colonne {
  readonly lignes: readonly number[]
  readonly coefficients: readonly number[]
  readonly haut: number
  readonly gain: number
}

const EPSILON = 1e-9
const ARTIFICIELLE = -1
const [BAS, HAUT, BASE] = [0, 1, 2]

interface Tableau {
  readonly m: number
  readonly n: number
  readonly t: Float64Array
  readonly gains: Float64Array
  readonly hauts: Float64Array
  readonly position: Uint8Array
  /** Column in the basis of each row, or ARTIFICIELLE (held at 0). */
  readonly base: Int32Array
  readonly x: Float64Array
}

function dresser(m: number, colonnes: readonly Colonne[]): Tableau {
  const n = colonnes.length
  const tableau: Tableau = {
    m,
    n,
    t: new Float64Array(m * n),
    gains: Float64Array.from(colonnes, (c) => c.gain),
    hauts: Float64Array.from(colonnes, (c) => c.haut),
    position: new Uint8Array(n),
    base: new Int32Array(m).fill(ARTIFICIELLE),
    x: new Float64Array(m),
  }
  colonnes.forEach((colonne, j) => {
    colonne.lignes.forEach((ligne, k) => {
      tableau.t[ligne * n + j] = colonne.coefficients[k] ?? 0
    })
  })
  return tableau
}

/** Largest gain first; with `bland`, the first gain, which cannot cycle. */
function entrante({ n, gains, position }: Tableau, bland: boolean): number {
  let meilleure = -1
  let meilleur = EPSILON
  for (let j = 0; j < n; j++) {
    if (position[j] === BASE) continue
    const gain = position[j] === BAS ? (gains[j] ?? 0) : -(gains[j] ?? 0)
    if (gain <= meilleur) continue
    if (bland) return j
    meilleure = j
    meilleur = gain
  }
  return meilleure
}

/** How far the entering column can move, and the row that stops it (−1: its own bound does). */
function blocage({ n, t, base, hauts, x, m }: Tableau, j: number, sens: number): { pas: number; ligne: number } {
  let pas = hauts[j] ?? 0
  let ligne = -1
  let pivot = 0
  for (let i = 0; i < m; i++) {
    const a = sens * (t[i * n + j] ?? 0)
    if (Math.abs(a) <= EPSILON) continue
    const b = base[i] ?? ARTIFICIELLE
    const libre = b === ARTIFICIELLE ? 0 : a > 0 ? (x[i] ?? 0) : (hauts[b] ?? 0) - (x[i] ?? 0)
    const limite = Math.max(0, libre) / Math.abs(a)
    const force = b === ARTIFICIELLE ? Infinity : Math.abs(a)
    if (limite < pas - EPSILON || (limite <= pas + EPSILON && ligne >= 0 && force > pivot)) {
      pas = Math.min(pas, limite)
      ligne = i
      pivot = force
    }
  }
  return { pas, ligne }
}

function avancer({ n, t, x, m }: Tableau, j: number, deplacement: number): void {
  if (deplacement === 0) return
  for (let i = 0; i < m; i++) {
    const a = t[i * n + j] ?? 0
    if (a !== 0) x[i] = (x[i] ?? 0) - a * deplacement
  }
}

function pivoter({ n, t, gains, m }: Tableau, ligne: number, j: number): void {
  const debut = ligne * n
  const pivot = t[debut + j] ?? 1
  const actives: number[] = []
  for (let k = 0; k < n; k++) {
    const a = t[debut + k] ?? 0
    if (a === 0) continue
    t[debut + k] = a / pivot
    actives.push(k)
  }
  const retirer = (cible: Float64Array, base: number): void => {
    const facteur = cible[base + j] ?? 0
    if (facteur === 0) return
    for (const k of actives) cible[base + k] = (cible[base + k] ?? 0) - facteur * (t[debut + k] ?? 0)
    cible[base + j] = 0
  }
  for (let i = 0; i < m; i++) if (i !== ligne) retirer(t, i * n)
  retirer(gains, 0)
}

function entrer(tableau: Tableau, j: number, ligne: number, pas: number, sens: number): void {
  const { n, t, base, position, hauts, x } = tableau
  const sortante = base[ligne] ?? ARTIFICIELLE
  const monte = sens * (t[ligne * n + j] ?? 0) < 0
  const depart = position[j] === HAUT ? (hauts[j] ?? 0) : 0
  avancer(tableau, j, sens * pas)
  if (sortante !== ARTIFICIELLE) position[sortante] = monte ? HAUT : BAS
  base[ligne] = j
  position[j] = BASE
  x[ligne] = depart + sens * pas
  pivoter(tableau, ligne, j)
}

function solution({ n, m, hauts, position, base, x }: Tableau): Float64Array {
  const valeurs = Float64Array.from({ length: n }, (_, j) => (position[j] === HAUT ? (hauts[j] ?? 0) : 0))
  for (let i = 0; i < m; i++) {
    const b = base[i] ?? ARTIFICIELLE
    if (b !== ARTIFICIELLE) valeurs[b] = x[i] ?? 0
  }
  return valeurs
}

/**
 * Maximises the gain of bounded variables whose every row adds up to 0 (primal simplex, dense, bounds kept out of the
 * rows). All variables at 0 is a solution, so that there is no first phase, and stopping early still gives a solution.
 *
 * @example maximiser(1, [{ lignes: [0], coefficients: [1], haut: 3, gain: 1 }, { lignes: [0], coefficients: [-1], haut: 2, gain: 0 }]) //=> [2, 2]
 */
export function maximiser(lignes: number, colonnes: readonly Colonne[]): Float64Array {
  const tableau = dresser(lignes, colonnes)
  const tours = 20 * (lignes + 10)
  for (let tour = 0; tour < tours; tour++) {
    const j = entrante(tableau, tour > tours / 2)
    if (j < 0) break
    const sens = tableau.position[j] === HAUT ? -1 : 1
    const { pas, ligne } = blocage(tableau, j, sens)
    if (ligne >= 0) entrer(tableau, j, ligne, pas, sens)
    else {
      avancer(tableau, j, sens * pas)
      tableau.position[j] = sens > 0 ? HAUT : BAS
    }
  }
  return solution(tableau)
}
