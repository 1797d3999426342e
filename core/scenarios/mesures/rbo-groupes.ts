import { Somme } from './somme.ts'

/**
 * A ranking with ties: groups from the first to the last, each made of the elements (whole numbers) that share a place.
 * An element occurs once at most.
 */
export type Groupes = readonly (readonly number[])[]

/**
 * What a tie means (Corsi and Urbano 2024). `egalite` (RBO^w, Webber's own): tied elements really share the place.
 * `moyenne` (RBO^a): they have an order that is not known; the mean over all of them. `corrigee` (RBO^b): the same,
 * corrected for the information that ties lose, so that a ranking against itself gives 1.
 */
export type VarianteRbo = 'egalite' | 'moyenne' | 'corrigee'

const ABSENT = 0
const ENTAME = 1
const COMPLET = 2

/** How far each element has come in one ranking, depth after depth. */
class Parcours {
  readonly etats = new Map<number, number>()
  readonly longueur: number
  private groupe = 0
  private dansGroupe = 0
  private avantGroupe = 0

  constructor(private readonly groupes: Groupes) {
    this.longueur = groupes.reduce((total, groupe) => total + groupe.length, 0)
  }

  /** Goes one place deeper; tells each element that changes state, with its state before. */
  avancer(noter: (element: number, avant: number, apres: number) => void): void {
    const groupe = this.groupes[this.groupe]
    if (groupe === undefined) return
    this.dansGroupe++
    const apres = this.dansGroupe === groupe.length ? COMPLET : ENTAME
    if (this.dansGroupe === 1 || apres === COMPLET) {
      for (const element of groupe) {
        noter(element, this.etats.get(element) ?? ABSENT, apres)
        this.etats.set(element, apres)
      }
    }
    if (apres === COMPLET) this.clore(groupe.length)
  }

  private clore(taille: number): void {
    this.avantGroupe += taille
    this.groupe++
    this.dansGroupe = 0
  }

  private get taille(): number {
    return this.groupes[this.groupe]?.length ?? 0
  }

  /** The part of an element of the group that the depth cuts: 1 when a tie is an equal place. */
  part(variante: VarianteRbo): number {
    return variante === 'egalite' || this.dansGroupe === 0 ? 1 : this.dansGroupe / this.taille
  }

  /** What the agreement is divided by, on this side. */
  norme(variante: VarianteRbo): number {
    const entames = this.dansGroupe === 0 ? 0 : this.taille
    if (variante === 'egalite') return this.avantGroupe + entames
    if (variante === 'moyenne') return this.avantGroupe + this.dansGroupe
    return this.avantGroupe + entames * this.part(variante) * this.part(variante)
  }
}

/** Counts of elements by their states in the short and in the long ranking. */
class Croisement {
  private readonly comptes = new Float64Array(9)

  deplacer(avantCourt: number, avantLong: number, apresCourt: number, apresLong: number): void {
    const avant = 3 * avantCourt + avantLong
    const apres = 3 * apresCourt + apresLong
    this.comptes[avant] = (this.comptes[avant] as number) - 1
    this.comptes[apres] = (this.comptes[apres] as number) + 1
  }

  nombre(etatCourt: number, etatLong: number): number {
    return this.comptes[3 * etatCourt + etatLong] as number
  }

  recouvrement(partCourt: number, partLong: number): number {
    return (
      this.nombre(COMPLET, COMPLET) +
      this.nombre(ENTAME, COMPLET) * partCourt +
      this.nombre(COMPLET, ENTAME) * partLong +
      this.nombre(ENTAME, ENTAME) * partCourt * partLong
    )
  }

  /** Mean part, in the long ranking, of its elements that the short one does not hold. */
  partDesAbsents(partLong: number): number {
    const complets = this.nombre(ABSENT, COMPLET)
    const entames = this.nombre(ABSENT, ENTAME)
    return (complets + entames * partLong) / (complets + entames)
  }
}

function denominateur(variante: VarianteRbo, court: number, long: number): number {
  return variante === 'corrigee' ? Math.sqrt(court * long) : (court + long) / 2
}

/** The agreement at each depth of the longer ranking, and the one supposed beyond. */
function accords(court: Parcours, long: Parcours, variante: VarianteRbo): { vus: number[]; audela: number } {
  const croisement = new Croisement()
  const vus: number[] = []
  let accordCourt = 0
  let recouvrement = 0
  for (let d = 1; d <= long.longueur; d++) {
    court.avancer((e, avant, apres) => {
      const cote = long.etats.get(e) ?? ABSENT
      croisement.deplacer(avant, cote, apres, cote)
    })
    long.avancer((e, avant, apres) => {
      const cote = court.etats.get(e) ?? ABSENT
      croisement.deplacer(cote, avant, cote, apres)
    })
    recouvrement = croisement.recouvrement(court.part(variante), long.part(variante))
    const audela = Math.max(0, d - court.longueur)
    const suppose = audela === 0 ? 0 : audela * accordCourt * croisement.partDesAbsents(long.part(variante))
    const norme = denominateur(variante, court.norme(variante) + audela, long.norme(variante))
    const accord = (recouvrement + suppose) / norme
    vus.push(accord)
    if (d <= court.longueur) accordCourt = accord
  }
  const ecart = long.longueur - court.longueur
  return { vus, audela: (recouvrement + ecart * accordCourt) / long.longueur }
}

/**
 * Rank-biased overlap, extrapolated, of two rankings that may hold ties, differ in length and hold different elements:
 * the agreement seen at the end of the shorter one is supposed to go on (Webber, Moffat, Zobel 2010, eq. 32; ties as in
 * Corsi and Urbano 2024). Without ties the three variants are one. Null when a ranking is empty.
 *
 * @param p persistence, 0 < p < 1
 * @example rboGroupes([[1], [2], [3]], [[1], [3], [2]], 0.9, 'egalite') //=> 0.955
 */
export function rboGroupes(a: Groupes, b: Groupes, p: number, variante: VarianteRbo): number | null {
  const [court, long] = [new Parcours(a), new Parcours(b)].sort((x, y) => x.longueur - y.longueur)
  if (court === undefined || long === undefined || court.longueur === 0) return null
  const { vus, audela } = accords(court, long, variante)
  const manque = new Somme()
  let poids = 1
  for (const accord of vus) {
    manque.ajouter(poids * (audela - accord))
    poids *= p
  }
  return Math.min(1, Math.max(0, audela - (1 - p) * manque.valeur))
}
