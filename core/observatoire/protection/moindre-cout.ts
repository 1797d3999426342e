import { besoins, type Besoin, elargir, ENTRE_MASQUEES, tenter } from './elargir.ts'
import { type Etat, manque, masquerSecondaire, retenir } from './etat.ts'
import { rendre } from './nettoyer.ts'
import type { Trouvaille } from './recherche.ts'
import type { Portee } from './voisinage.ts'

/** From the cell's surroundings outwards: a wider search is slower, and seldom needed. */
const AVEC_PUBLIEES: readonly Portee[] = [
  { masquees: 8, publiees: 8, zeros: false, denominateurs: false, profondeur: 3, cellules: 70 },
  { masquees: 12, publiees: 16, zeros: false, denominateurs: true, profondeur: 5, cellules: 160 },
  { masquees: 30, publiees: 30, zeros: true, denominateurs: true, profondeur: 8, cellules: 300 },
]

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

/** Withholds what costs least around each cell that needs it. */
export function auMoindreCout(etat: Etat): void {
  const file = besoins(etat, etat.systeme.valeurs.keys())
  const difficiles = file.filter((besoin) => !elargir(etat, besoin, ENTRE_MASQUEES.slice(0, 1)))
  // The list grows while it is read: a cell withheld for another must be protected in its turn.
  for (const besoin of difficiles) difficiles.push(...besoins(etat, protegerBesoin(etat, besoin)))
}
