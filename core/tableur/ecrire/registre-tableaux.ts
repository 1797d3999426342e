import { TYPES } from '../ooxml/norme.ts'
import { lirePartie, nomLibre, type Paquet } from '../ooxml/paquet.ts'
import { partiesDeType } from '../ooxml/types-contenu.ts'
import { enfant, enfantsDe, type ElementXml } from '../xml/arbre.ts'
import { sansEchappement } from '../xml/texte-xml.ts'
import { nomTableau } from './noms.ts'
import { numerosColonnes } from './tableau.ts'

/** What is kept of a table when its sheet is written again: pivots know its name, slicers its numbers. */
export interface TableauRetenu {
  readonly partie: string
  readonly id: number
  readonly nom: string
  readonly numeros: readonly number[]
}

/** Gives each table a part, a number and a name that nothing else in the workbook has. */
export interface RegistreTableaux {
  /** A new table for a sheet of that name; its part must be written before the next one is asked for. */
  nouveau(nomFeuille: string, titres: readonly string[]): TableauRetenu
  /** The table of an earlier version of the sheet, with the numbers of the columns that are still there. */
  repris(partie: string, titres: readonly string[]): TableauRetenu
}

function colonnesConnues(racine: ElementXml): Map<string, number> {
  const colonnes = enfantsDe(enfant(racine, 'tableColumns'), 'tableColumn')
  return new Map(
    colonnes.map(({ attributs }) => [sansEchappement(attributs.get('name') ?? ''), Number(attributs.get('id'))]),
  )
}

/**
 * Reads the tables of the workbook, and the names that a table may not take.
 *
 * @param dossier folder of the workbook part, with its final slash
 * @param noms defined names
 */
export function registreTableaux(paquet: Paquet, dossier: string, noms: readonly ElementXml[]): RegistreTableaux {
  const pris = new Set(noms.map(({ attributs }) => (attributs.get('name') ?? '').toLowerCase()))
  const ids = new Set<number>()
  for (const partie of partiesDeType(paquet, TYPES.tableau).filter((nom) => paquet.a(nom))) {
    const { attributs } = lirePartie(paquet, partie).racine
    ids.add(Number.parseInt(attributs.get('id') ?? '', 10) || 0)
    for (const nom of [attributs.get('name'), attributs.get('displayName')]) pris.add((nom ?? '').toLowerCase())
  }
  return {
    nouveau(nomFeuille, titres) {
      const nom = nomTableau(nomFeuille, pris)
      pris.add(nom.toLowerCase())
      const id = Math.max(0, ...ids) + 1
      ids.add(id)
      const partie = nomLibre(paquet, `${dossier}tables/table`, '.xml')
      return { partie, id, nom, numeros: numerosColonnes(titres, new Map()) }
    },
    repris(partie, titres) {
      const { racine } = lirePartie(paquet, partie)
      const nom = racine.attributs.get('displayName') ?? racine.attributs.get('name') ?? ''
      return {
        partie,
        id: Number(racine.attributs.get('id')),
        nom,
        numeros: numerosColonnes(titres, colonnesConnues(racine)),
      }
    },
  }
}
