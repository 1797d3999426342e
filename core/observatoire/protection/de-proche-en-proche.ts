import { elargir } from './elargir.ts'
import { type Etat, masquable, masquerSecondaire, SAVOIRS, valeur } from './etat.ts'

/** The smallest published cell of some relations, zeros last; −1: none. */
function plusPetite(etat: Etat, relations: Iterable<number>): number {
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
function fermer(etat: Etat): number[] {
  const masquees: number[] = []
  for (let avant = -1; avant < masquees.length;) {
    avant = masquees.length
    etat.systeme.relations.forEach(({ nature }, r) => {
      if (nature === 'taux' || etat.mobiles[r]?.length !== 1) return
      const choix = plusPetite(etat, [r])
      if (choix >= 0) masquees.push(...masquerSecondaire(etat, choix))
    })
  }
  return masquees
}

/** Withholds the smallest published cell beside one, or of the whole when it stands alone; null: everything is withheld. */
function retenirVoisine(etat: Etat, cellule: number): number[] | null {
  const { relations, relationsDe } = etat.systeme
  const proche = plusPetite(etat, relationsDe[cellule] ?? [])
  const choix = proche >= 0 ? proche : plusPetite(etat, relations.keys())
  return choix < 0 ? null : [...masquerSecondaire(etat, choix), ...fermer(etat)]
}

/**
 * The plain method: withhold the smallest published cell beside one whose interval is too narrow, until none is. It seldom
 * publishes more than a search of the least cost, but it does at times.
 *
 * @param plafond as soon as it withholds so many cells for others, it gives up
 * @returns whether every interval is wide enough with fewer
 */
export function deProcheEnProche(etat: Etat, plafond: number): boolean {
  let retenues = fermer(etat).length
  for (let i = 0; i < etat.masque.length && retenues < plafond;) {
    if (etat.masque[i] === 0 || SAVOIRS.every((savoir) => elargir(etat, { cellule: i, savoir }))) {
      i++
      continue
    }
    const masquees = retenirVoisine(etat, i)
    if (masquees === null) return false
    retenues += masquees.length
    i = Math.min(i, ...masquees)
  }
  return retenues < plafond
}
