import { arrondir } from './arrondi.ts'
import { type Bornes, borner, type Etat, placer, valeur } from './etat.ts'
import type { Cellule, Precedent, Secret } from './modele.ts'
import type { Profil } from './profils.ts'
import type { RelationCompilee } from './systeme.ts'

interface Constat extends Bornes {
  readonly raison: Exclude<Secret, null>
}

function petit(n: number, { seuil }: Profil): boolean {
  return n > 0 && n < seuil
}

function bornesPetit({ seuil, largeur }: Profil, zeroPossible: boolean): Bornes {
  return { basZeros: zeroPossible ? 0 : 1, bas: 0, haut: seuil - 1, largeur }
}

/** Whether one of the contributors brings more than the profile's share, in whole ten-thousandths. */
function domine(contributions: readonly number[], partMax: number): boolean {
  const somme = contributions.reduce((a, b) => a + b, 0)
  return Math.max(...contributions) * 10_000 > Math.round(partMax * 10_000) * somme
}

/** A contributor knows its own part: the interval must be as wide as the part that the rule keeps for the others. */
function bornesContributeurs(n: number, profil: Profil): Bornes {
  const largeur = Math.max(profil.largeur, Math.ceil((1 - (profil.partMax ?? 1)) * n))
  return { basZeros: 1, bas: 0, haut: Infinity, largeur }
}

function parContributeurs(cellule: Cellule, profil: Profil): Constat | null {
  const contributions = (cellule.contributions ?? []).filter((c) => c > 0)
  if (cellule.valeur === 0 || contributions.length === 0) return null
  const bornes = bornesContributeurs(cellule.valeur, profil)
  if (contributions.length < profil.contributeursMin) return { raison: 'primaire', ...bornes }
  return profil.partMax !== null && domine(contributions, profil.partMax) ? { raison: 'dominance', ...bornes } : null
}

function parDifference({ id, valeur: n }: Cellule, profil: Profil, precedent: Precedent | undefined): Constat | null {
  const avant = precedent?.get(id)
  if (avant === undefined || n === avant || Math.abs(n - avant) > profil.difference) return null
  const arrondi = arrondir(n, avant, profil)
  if (arrondi !== undefined) {
    const { bas, haut } = arrondi
    return { raison: 'difference', basZeros: bas, bas, haut, largeur: Math.min(profil.largeur, haut - bas) }
  }
  const [bas, haut] = [Math.max(0, avant - profil.difference), avant + profil.difference]
  return { raison: 'difference', basZeros: Math.max(profil.seuil, bas), bas, haut, largeur: profil.largeur }
}

/** Why a cell is withheld for itself alone. */
function constater(cellule: Cellule, profil: Profil, precedent: Precedent | undefined): Constat | null {
  if (cellule.source === true || (cellule.structurel === true && cellule.valeur === 0)) return null
  if (petit(cellule.valeur, profil)) return { raison: 'primaire', ...bornesPetit(profil, false) }
  return parContributeurs(cellule, profil) ?? parDifference(cellule, profil, precedent)
}

function masquer(etat: Etat, cellule: number, raison: Exclude<Secret, null>, bornes: Bornes): void {
  placer(etat, cellule, raison)
  borner(etat, cellule, bornes)
}

function retirable(etat: Etat, cellule: number): boolean {
  const source = etat.systeme.cellules[cellule]
  return source !== undefined && source.source !== true && source.structurel !== true
}

/** A zero that follows from a published one (nobody in the country, hence nobody in the commune) cannot be withheld. */
function zeroDeduit(etat: Etat, cellule: number): boolean {
  return (etat.systeme.relationsDe[cellule] ?? []).some((r) => {
    const total = etat.systeme.relations[r]?.total ?? cellule
    return total !== cellule && valeur(etat, total) === 0 && etat.masque[total] === 0
  })
}

function zeroRetirable(etat: Etat, cellule: number): boolean {
  return valeur(etat, cellule) === 0 && retirable(etat, cellule) && !zeroDeduit(etat, cellule)
}

/** In a group of 1 to 10, « none » speaks of each of them: its zeros are withheld, and no part is known to be 1 or more. */
function cacherPetitGroupe(etat: Etat, { parties }: RelationCompilee): void {
  const bornes = bornesPetit(etat.profil, true)
  for (const partie of parties) {
    if (zeroRetirable(etat, partie)) masquer(etat, partie, 'primaire', bornes)
    else if (etat.raisons[partie] === 'primaire') borner(etat, partie, bornes)
  }
}

/** In a group of 11 or more, all in one part: one zero is withheld too, and the rest follows from protecting it. */
function cacherUnanimite(etat: Etat, { parties, nature }: RelationCompilee): void {
  const pleines = parties.filter((p) => valeur(etat, p) > 0)
  const reste = parties.at(-1) ?? 0
  if (nature === 'taux') {
    if (valeur(etat, reste) === 0 && parties.some((p) => p !== reste && retirable(etat, p)))
      sensibiliserReste(etat, reste)
    return
  }
  const zero = parties.find((p) => zeroRetirable(etat, p))
  if (pleines.length === 1 && zero !== undefined) masquer(etat, zero, 'primaire', bornesPetit(etat.profil, true))
}

function sensibiliserReste(etat: Etat, reste: number): void {
  borner(etat, reste, { basZeros: 0, bas: 0, haut: Infinity, largeur: etat.profil.largeur })
}

function examinerGroupe(etat: Etat, relation: RelationCompilee): void {
  const { profil } = etat
  const total = valeur(etat, relation.total)
  const reste = relation.parties.at(-1) ?? 0
  if (petit(total, profil)) {
    if (profil.zerosPetitsGroupes) cacherPetitGroupe(etat, relation)
    return
  }
  if (total === 0) return
  if (profil.unanimite) cacherUnanimite(etat, relation)
  if (relation.nature === 'taux' && profil.reste && petit(valeur(etat, reste), profil)) sensibiliserReste(etat, reste)
}

/**
 * Withholds what the profile forbids by itself: small counts, contributors, changes since the previous file, zeros of
 * small groups, « all of them ». Figures of official sources and zeros known in advance are left.
 */
export function cacherPrimaires(etat: Etat, precedent: Precedent | undefined): void {
  etat.systeme.cellules.forEach((cellule, i) => {
    const constat = constater(cellule, etat.profil, precedent)
    if (constat !== null) masquer(etat, i, constat.raison, constat)
  })
  // Larger groups first: whether a zero follows from a larger territory's depends on what was withheld there.
  const groupes = etat.systeme.relations.filter((relation) => relation.nature !== 'somme')
  for (const groupe of groupes.sort((a, b) => valeur(etat, b.total) - valeur(etat, a.total)))
    examinerGroupe(etat, groupe)
}
