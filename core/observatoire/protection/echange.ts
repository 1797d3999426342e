import { type Demande, marge } from './demande.ts'
import { reste, type Temoin, valeur } from './etat.ts'
import type { RelationCompilee } from './systeme.ts'

/** The only sum that a cell stands in, beside rates; undefined when there are several, or none. */
function sommeUnique({ etat }: Demande, cellule: number): number | undefined {
  const { relations, relationsDe } = etat.systeme
  const sommes = (relationsDe[cellule] ?? []).filter((r) => relations[r]?.nature !== 'taux')
  return sommes.length === 1 ? sommes[0] : undefined
}

function taux({ etat }: Demande, cellule: number): RelationCompilee[] {
  return (etat.systeme.relationsDe[cellule] ?? []).flatMap((r) => {
    const relation = etat.systeme.relations[r]
    return relation?.nature === 'taux' ? [relation] : []
  })
}

/** Room of a cell when the other terms of its rates stay. */
function place(demande: Demande, cellule: number, sens: number): number {
  const { etat, savoir } = demande
  return taux(demande, cellule).reduce(
    (libre, { reste: r, total }) => ((total === cellule) === sens > 0 ? libre : Math.min(libre, valeur(etat, r))),
    marge(etat, savoir, cellule, sens),
  )
}

/**
 * The plainest witness: one part of a sum moves, other hidden parts of the same sum make up for it, those that still need
 * to move first. Null when the parts stand in other sums too, or have too little room.
 */
export function echanger(demande: Demande): Temoin | null {
  const { etat, savoir, depart, sens, cible } = demande
  const r = sommeUnique(demande, depart)
  const relation = r === undefined ? undefined : etat.systeme.relations[r]
  if (r === undefined || relation === undefined || relation.total === depart || place(demande, depart, sens) < cible)
    return null
  const bouges: [number, number][] = [[depart, sens * cible]]
  let manque = cible
  const utiles = (etat.mobiles[r] ?? []).filter((c) => c !== depart && c !== relation.total)
  for (const besoin of [true, false])
    for (const c of utiles) {
      if (manque === 0) break
      const voulu = reste(etat, c, savoir, -sens)
      if (voulu > 0 !== besoin || sommeUnique(demande, c) !== r) continue
      const pas = Math.min(manque, besoin ? voulu : Infinity, place(demande, c, -sens))
      if (pas <= 0) continue
      bouges.push([c, -sens * pas])
      manque -= pas
    }
  return manque === 0 ? avecRestes(demande, bouges) : null
}

function avecRestes(demande: Demande, bouges: readonly (readonly [number, number])[]): Temoin {
  const deltas = new Map(bouges)
  for (const [cellule, pas] of bouges)
    for (const { reste: r, total } of taux(demande, cellule))
      deltas.set(r, (deltas.get(r) ?? 0) + (total === cellule ? pas : -pas))
  const utiles = [...deltas].filter(([, delta]) => delta !== 0)
  return { savoir: demande.savoir, cellules: utiles.map(([c]) => c), deltas: utiles.map(([, delta]) => delta) }
}
