import {
  bloquee,
  copier,
  cout,
  type Etat,
  manque,
  masquable,
  masquerSecondaire,
  oublier,
  placer,
  reste,
  retenir,
  type Savoir,
  SAVOIRS,
  type Temoin,
  valeur,
} from './etat.ts'
import { chercher, type Trouvaille } from './recherche.ts'
import type { Portee } from './voisinage.ts'

/** From the cell's surroundings outwards: a wider search is slower, and seldom needed. */
const ENTRE_MASQUEES: readonly Portee[] = [
  { masquees: 12, publiees: 0, zeros: false, denominateurs: false, profondeur: 3, cellules: 60 },
  { masquees: 30, publiees: 0, zeros: false, denominateurs: false, profondeur: 6, cellules: 140 },
]
const AVEC_PUBLIEES: readonly Portee[] = [
  { masquees: 8, publiees: 8, zeros: false, denominateurs: false, profondeur: 3, cellules: 70 },
  { masquees: 12, publiees: 16, zeros: false, denominateurs: true, profondeur: 5, cellules: 160 },
  { masquees: 30, publiees: 30, zeros: true, denominateurs: true, profondeur: 8, cellules: 300 },
]

interface Besoin {
  readonly cellule: number
  readonly savoir: Savoir
}

type Essai = Trouvaille & { readonly complet: boolean }

interface Tentative {
  readonly essai: Essai | null
  readonly coupe: boolean
}

function tenter(etat: Etat, besoin: Besoin, sens: number, portee: Portee): Tentative {
  const { cellule: depart, savoir } = besoin
  const cible = reste(etat, depart, savoir, sens)
  if (cible === 0) return { essai: null, coupe: false }
  const { trouvaille, coupe } = chercher({ etat, savoir, depart, sens, cible }, portee)
  return { essai: trouvaille && { ...trouvaille, complet: trouvaille.atteint >= cible }, coupe }
}

/** Widens the interval with what is hidden already. True when it is wide enough. */
function elargir(etat: Etat, besoin: Besoin, portees = ENTRE_MASQUEES): boolean {
  for (const portee of portees) {
    let utile = false
    for (const sens of [1, -1]) {
      if (manque(etat, besoin.cellule, besoin.savoir) <= 0) return true
      const { essai, coupe } = tenter(etat, besoin, sens, portee)
      if (essai) retenir(etat, essai.temoin)
      utile ||= coupe
    }
    if (!utile) break
  }
  return manque(etat, besoin.cellule, besoin.savoir) <= 0
}

function adopter(etat: Etat, { temoin, nouvelles }: Trouvaille): number[] {
  const masquees = nouvelles.filter((c) => etat.masque[c] === 0).flatMap((c) => masquerSecondaire(etat, c))
  retenir(etat, temoin)
  return masquees
}

/** The cheaper of the two directions when one is enough. */
function meilleure(etat: Etat, besoin: Besoin, portee: Portee): Trouvaille | null {
  const completes = [1, -1].flatMap((sens) => {
    const { essai } = tenter(etat, besoin, sens, portee)
    return essai?.complet ? [essai] : []
  })
  const [a, b] = completes
  return a && b && b.cout < a.cout ? b : (a ?? null)
}

/** Whether the whole of the interval is asked for, so that neither direction is enough. */
function deuxSens(etat: Etat, { cellule, savoir }: Besoin): boolean {
  const { exige, haut, bas } = etat.vues[savoir]
  return (exige[cellule] ?? 0) >= (haut[cellule] ?? 0) - (bas[cellule] ?? 0)
}

/** Withholds published cells until the interval is wide enough; without success nothing is withheld. */
function etendre(etat: Etat, besoin: Besoin, portee: Portee): number[] | null {
  const premiere = deuxSens(etat, besoin) ? null : meilleure(etat, besoin, portee)
  const masquees = premiere ? adopter(etat, premiere) : []
  for (const sens of [1, -1]) {
    if (manque(etat, besoin.cellule, besoin.savoir) <= 0) break
    const { essai } = tenter(etat, besoin, sens, portee)
    if (essai) masquees.push(...adopter(etat, essai))
  }
  if (manque(etat, besoin.cellule, besoin.savoir) <= 0) return masquees
  for (const cellule of masquees.reverse()) rendre(etat, cellule)
  return null
}

function rendre(etat: Etat, cellule: number): readonly Temoin[] {
  placer(etat, cellule, null)
  return oublier(etat, cellule)
}

/** Rests of rates that need no width of their own ask for nothing. */
function besoins(etat: Etat, cellules: Iterable<number>): Besoin[] {
  return [...cellules].flatMap((cellule) =>
    SAVOIRS.filter((savoir) => manque(etat, cellule, savoir) > 0).map((savoir) => ({ cellule, savoir })),
  )
}

function etendreAssez(etat: Etat, besoin: Besoin): number[] | null {
  for (const portee of AVEC_PUBLIEES) {
    const masquees = etendre(etat, besoin, portee)
    if (masquees !== null) return masquees
  }
  return null
}

/** Widths asked for in turn when the whole cannot be had: ten counts, fewer, and at least two. */
function replis({ profil: { largeur } }: Etat): number[] {
  return [1, 2, 4, 6].map((retrait) => largeur - retrait).concat(1)
}

/**
 * Two parts alone under a total of 11 or more cannot be 0; two parts known to be 1 or more under one of 10 or less cannot be
 * 10: then the widest interval that can be had is asked for.
 */
function protegerBesoin(etat: Etat, besoin: Besoin): number[] {
  const exige = etat.vues[besoin.savoir].exige
  const voulue = exige[besoin.cellule] ?? 0
  for (const largeur of [voulue, ...replis(etat).filter((l) => l < voulue)]) {
    exige[besoin.cellule] = largeur
    const masquees = elargir(etat, besoin) ? [] : etendreAssez(etat, besoin)
    if (masquees !== null) return masquees
  }
  exige[besoin.cellule] = 0
  return []
}

function reprendre(etat: Etat, cellules: Iterable<number>): boolean {
  const liste = besoins(etat, cellules)
  return liste.every(({ cellule }) => !bloquee(etat, cellule)) && liste.every((besoin) => elargir(etat, besoin))
}

function estSecondaire(etat: Etat, cellule: number): boolean {
  return etat.raisons[cellule] === 'secondaire'
}

/** Publishes again a cell withheld for others when all keep their width without it. */
function essayerDePublier(etat: Etat, cellule: number): void {
  if (!estSecondaire(etat, cellule) || denominateurRetenu(etat, cellule)) return
  const demandes = SAVOIRS.map((savoir) => etat.vues[savoir].exige[cellule] ?? 0)
  const oublies = rendre(etat, cellule)
  SAVOIRS.forEach((savoir) => (etat.vues[savoir].exige[cellule] = 0))
  if (reprendre(etat, new Set(oublies.flatMap((temoin) => temoin.cellules)))) return
  placer(etat, cellule, 'secondaire')
  SAVOIRS.forEach((savoir, k) => (etat.vues[savoir].exige[cellule] = demandes[k] ?? 0))
  for (const temoin of oublies) retenir(etat, temoin)
}

function denominateurRetenu(etat: Etat, cellule: number): boolean {
  const { relations, relationsDe } = etat.systeme
  return (relationsDe[cellule] ?? []).some((r) => {
    const relation = relations[r]
    return relation?.nature === 'taux' && relation.total !== cellule && etat.masque[relation.total] === 1
  })
}

function nettoyer(etat: Etat): void {
  const secondaires = etat.raisons.flatMap((raison, i) => (raison === 'secondaire' ? [i] : []))
  for (const cellule of secondaires.sort((a, b) => cout(etat, b) - cout(etat, a) || b - a))
    essayerDePublier(etat, cellule)
}

/** Withholds what costs least around each cell that needs it. */
function auMoindreCout(etat: Etat): void {
  const file = besoins(etat, etat.systeme.valeurs.keys())
  const difficiles = file.filter((besoin) => !elargir(etat, besoin, ENTRE_MASQUEES.slice(0, 1)))
  // The list grows while it is read: a cell withheld for another must be protected in its turn.
  for (const besoin of difficiles) difficiles.push(...besoins(etat, protegerBesoin(etat, besoin)))
}

/** The smallest published cell of some relations, zeros last; −1: none. */
function plusPetite(etat: Etat, relations: readonly number[]): number {
  const rang = (c: number): number => valeur(etat, c) || Infinity
  let choix = -1
  for (const r of relations)
    for (const c of etat.systeme.relations[r]?.membres ?? []) {
      if (!masquable(etat, c, true)) continue
      if (choix < 0 || rang(c) < rang(choix) || (rang(c) === rang(choix) && c < choix)) choix = c
    }
  return choix
}

/** No sum with a single withheld cell: its smallest published one goes too. */
function fermer(etat: Etat): void {
  const { relations } = etat.systeme
  for (let change = true; change;) {
    change = false
    relations.forEach(({ nature }, r) => {
      if (nature === 'taux' || etat.mobiles[r]?.length !== 1) return
      const choix = plusPetite(etat, [r])
      if (choix < 0) return
      masquerSecondaire(etat, choix)
      change = true
    })
  }
}

function combien(etat: Etat): number {
  return etat.raisons.filter((raison) => raison !== null).length
}

/**
 * The plain method: withhold the smallest published cell beside one whose interval is too narrow, until none is. False as
 * soon as it withholds as many cells as `plafond`, or finds no more to withhold.
 */
function deProcheEnProche(etat: Etat, plafond: number): boolean {
  const toutes = etat.systeme.relations.keys()
  fermer(etat)
  for (let i = 0; i < etat.masque.length;) {
    if (etat.masque[i] === 0 || SAVOIRS.every((savoir) => elargir(etat, { cellule: i, savoir }))) {
      i++
      continue
    }
    const proche = plusPetite(etat, etat.systeme.relationsDe[i] ?? [])
    const choix = proche >= 0 ? proche : plusPetite(etat, [...toutes])
    if (choix < 0) return false
    masquerSecondaire(etat, choix)
    fermer(etat)
    if (combien(etat) >= plafond) return false
    if (choix < i) i = 0
  }
  return combien(etat) < plafond
}

/**
 * Withholds further cells, as few as it can, until every hidden cell can take values at least as far apart as the profile
 * asks, in tables that fit all that the attacker knows; then publishes again those that turned out to be of no use.
 */
export function cacherSecondaires(depart: Etat): Etat {
  const etat = copier(depart)
  auMoindreCout(etat)
  nettoyer(etat)
  const retenues = combien(etat)
  if (retenues === combien(depart)) return etat
  const simple = copier(depart)
  for (const savoir of SAVOIRS)
    depart.masque.forEach((masque, i) => {
      if (masque === 1) simple.vues[savoir].exige[i] = etat.vues[savoir].exige[i] ?? 0
    })
  if (!deProcheEnProche(simple, retenues)) return etat
  nettoyer(simple)
  return simple
}
