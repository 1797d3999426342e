import type { Cellule } from '../../socle/table.ts'
import { cleTexte } from '../../socle/texte.ts'
import type { LigneTable } from './ligne-table.ts'
import { ligneTable } from './ligne-table.ts'
import type { Objet } from './objets.ts'
import { ecrireAutres, lireAutres, membresPerdus, sansVides } from './objets.ts'

export const COLONNES_FAMILLES = ['code', 'nom', 'cumul', 'plafond', 'plancher'] as const

export type CellulesFamille = Readonly<Record<string, string | number | null>>

const CUMULS: Readonly<Record<string, string>> = {
  somme: 'somme',
  addition: 'somme',
  total: 'somme',
  maximum: 'maximum',
  max: 'maximum',
  lepluseleve: 'maximum',
}

/** One family of the table « Familles » as a grid file holds it. */
export function lireFamille(ligne: LigneTable): Objet {
  const cumul = ligne.texte('cumul')
  const autres = lireAutres(ligne.texte('autres'))
  if (autres === undefined) ligne.signaler('autres')('« autres » doit être vide, ou un objet JSON')
  const texte = (colonne: string): string | undefined => {
    const ecrit = ligne.texte(colonne)
    return ecrit === '' ? undefined : ecrit
  }
  return {
    ...sansVides({
      code: texte('code'),
      nom: texte('nom'),
      cumul: cumul === '' ? undefined : (CUMULS[cleTexte(cumul)] ?? cumul),
      plafond: ligne.nombre('plafond'),
      plancher: ligne.nombre('plancher'),
    }),
    ...autres,
  }
}

/** The row of a family. */
export function ecrireFamille(famille: Objet): CellulesFamille {
  const cellules = Object.fromEntries(
    COLONNES_FAMILLES.map((colonne) => {
      const valeur = famille[colonne]
      return [colonne, typeof valeur === 'string' || typeof valeur === 'number' ? valeur : null]
    }),
  )
  const relue = lireFamille(ligneTable('Familles', 0, new Map<string, Cellule>(Object.entries(cellules)), []))
  return { ...cellules, autres: ecrireAutres(membresPerdus(famille, relue)) }
}
