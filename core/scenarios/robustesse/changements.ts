import { CANDIDATS_PAR_LOT, PERSONNE } from '../mesures/candidats.ts'
import type { Banc } from './banc.ts'
import { clesDe } from './banc.ts'
import { BASSINS_PAR_PAIRE } from './bassins.ts'
import type { Variations } from './variations.ts'

/** Of each pool, the first three of each class: nobody else can enter a list of three, whatever the value. */
interface Tetes {
  readonly debuts: Uint32Array
  readonly membres: Uint32Array
}

function tetesDe({ bassins }: Banc, { classes, nombreClasses }: Variations): Tetes {
  const { debuts, membres } = bassins
  const nombre = debuts.length - 1
  const retenus: number[] = []
  const nouveaux = new Uint32Array(nombre + 1)
  const comptes = new Uint8Array(nombreClasses)
  for (let b = 0; b < nombre; b++) {
    comptes.fill(0)
    let ouvertes = nombreClasses
    for (let k = debuts[b] ?? 0; k < (debuts[b + 1] ?? 0) && ouvertes > 0; k++) {
      const membre = membres[k] ?? 0
      const classe = classes[membre] ?? 0
      const compte = comptes[classe] ?? 0
      if (compte === CANDIDATS_PAR_LOT) continue
      comptes[classe] = compte + 1
      if (compte + 1 === CANDIDATS_PAR_LOT) ouvertes--
      retenus.push(membre)
    }
    nouveaux[b + 1] = retenus.length
  }
  return { debuts: nouveaux, membres: Uint32Array.from(retenus) }
}

/** The greatest move of each class, over all values. */
function plusGrandsEcarts({ ecarts, nombreClasses, nombreValeurs }: Variations): Float64Array {
  const plusGrands = new Float64Array(nombreClasses).fill(-Infinity)
  ecarts.forEach((ecart, k) => {
    const classe = Math.floor(k / nombreValeurs)
    if (ecart > (plusGrands[classe] ?? 0)) plusGrands[classe] = ecart
  })
  return plusGrands
}

/** Looks at the dwellings one by one, for every value at once. */
class Examen {
  /** Dwellings whose set of three is another, by value. */
  readonly changes: Uint32Array
  readonly #banc: Banc
  readonly #variations: Variations
  readonly #cles: Float64Array
  readonly #tetes: Tetes
  readonly #plusGrands: Float64Array
  /** At each value, the key that an outsider must pass to enter the three. */
  readonly #seuils: Float64Array
  readonly #change: Uint8Array

  constructor(banc: Banc, variations: Variations) {
    this.#banc = banc
    this.#variations = variations
    this.#cles = clesDe(banc.totaux, banc)
    this.#tetes = tetesDe(banc, variations)
    this.#plusGrands = plusGrandsEcarts(variations)
    this.#seuils = new Float64Array(variations.nombreValeurs)
    this.#change = new Uint8Array(variations.nombreValeurs)
    this.changes = new Uint32Array(variations.nombreValeurs)
  }

  examiner(paire: number): void {
    const trois = this.#banc.trois.subarray(CANDIDATS_PAR_LOT * paire, CANDIDATS_PAR_LOT * (paire + 1))
    if (trois.includes(PERSONNE)) return
    const plancher = this.#fixerSeuils(trois)
    this.#change.fill(0)
    for (let k = 0; k < BASSINS_PAR_PAIRE; k++) {
      const bassin = this.#banc.bassins.parPaire[BASSINS_PAR_PAIRE * paire + k] ?? 0
      for (let t = this.#tetes.debuts[bassin] ?? 0; t < (this.#tetes.debuts[bassin + 1] ?? 0); t++) {
        const demande = this.#tetes.membres[t] ?? 0
        if (!trois.includes(demande)) this.#confronter(demande, plancher)
      }
    }
    const effectif = this.#banc.effectifs[paire] ?? 0
    this.#change.forEach((change, s) => {
      if (change === 1) this.changes[s] = (this.changes[s] ?? 0) + effectif
    })
  }

  /** @returns the lowest of the keys to pass */
  #fixerSeuils(trois: Int32Array): number {
    const { classes, ecarts, nombreValeurs } = this.#variations
    const seuils = this.#seuils.fill(Infinity)
    let plancher = Infinity
    for (const candidat of trois) {
      const cle = this.#cles[candidat] ?? 0
      const debut = (classes[candidat] ?? 0) * nombreValeurs
      for (let s = 0; s < nombreValeurs; s++) {
        const ici = cle + (ecarts[debut + s] ?? 0) * this.#banc.nombre
        if (ici < (seuils[s] ?? 0)) seuils[s] = ici
        if (ici < plancher) plancher = ici
      }
    }
    return plancher
  }

  #confronter(demande: number, plancher: number): void {
    const { classes, ecarts, nombreValeurs } = this.#variations
    const classe = classes[demande] ?? 0
    const cle = this.#cles[demande] ?? 0
    if (cle + (this.#plusGrands[classe] ?? 0) * this.#banc.nombre < plancher) return
    const debut = classe * nombreValeurs
    for (let s = 0; s < nombreValeurs; s++) {
      if (cle + (ecarts[debut + s] ?? 0) * this.#banc.nombre > (this.#seuils[s] ?? 0)) this.#change[s] = 1
    }
  }
}

/** How many dwellings have another set of three candidates, at each value. */
export function lotsChangesPar(banc: Banc, variations: Variations): Uint32Array {
  const examen = new Examen(banc, variations)
  for (let paire = 0; paire < banc.lots.nombre; paire++) examen.examiner(paire)
  return examen.changes
}
