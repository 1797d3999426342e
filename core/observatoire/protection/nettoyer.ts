import { besoins, elargir } from './elargir.ts'
import { bloquee, cout, type Etat, oublier, placer, retenir, SAVOIRS, type Temoin } from './etat.ts'

/** Publishes a cell again; the witnesses that moved it no longer hold. */
export function rendre(etat: Etat, cellule: number): readonly Temoin[] {
  placer(etat, cellule, null)
  return oublier(etat, cellule)
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

/** Publishes again the cells withheld for others that turned out to be of no use, the dearest first. */
export function nettoyer(etat: Etat): void {
  const secondaires = etat.raisons.flatMap((raison, i) => (raison === 'secondaire' ? [i] : []))
  for (const cellule of secondaires.sort((a, b) => cout(etat, b) - cout(etat, a) || b - a))
    essayerDePublier(etat, cellule)
}
