import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { GrilleLue } from '../../../core/cotation/grille/lire-grille.ts'
import { lireGrille } from '../../../core/cotation/grille/lire-grille.ts'
import { grilleEnTables } from '../../../core/cotation/table/grille-en-tables.ts'
import { lireGrilleTables } from '../../../core/cotation/table/lire-grille-tables.ts'
import { Refus } from '../../../core/socle/refus.ts'
import { creerClasseur, ecrireCsv } from '../../../core/tableur/index.ts'
import { lireCsv } from '../../../core/tableur/csv/lire-csv.ts'
import { ouvrirClasseur } from '../../../core/tableur/index.ts'
import { grille } from './arbitraires.ts'

const EXEMPLES = [
  'grille-exemple',
  ...['fictive-complete', 'paris-2014-partielle', 'rhone-partielle', 'toulouse-partielle'].map(
    (nom) => `grilles/${nom}`,
  ),
]

function exemple(nom: string): GrilleLue {
  return lireGrille(JSON.parse(readFileSync(`exemples/${nom}.json`, 'utf8')))
}

function parClasseur({ ecrite }: GrilleLue): unknown {
  const { feuilles } = ouvrirClasseur(creerClasseur(grilleEnTables(ecrite)), 'grille.xlsx')
  return lireGrilleTables(feuilles.map(({ nom, lignes }) => ({ nom, lignes: [...lignes] })))
}

function parCsv({ ecrite }: GrilleLue): unknown {
  return lireGrilleTables(
    grilleEnTables(ecrite).map((feuille) => ({
      nom: feuille.nom,
      lignes: [...lireCsv(ecrireCsv(feuille), feuille.nom).lignes],
    })),
  )
}

describe('a grid through real files', () => {
  it.each(EXEMPLES)('%s is the same through a workbook and through text files', (nom) => {
    const lue = exemple(nom)
    expect(lireGrille(parClasseur(lue)).empreinte).toBe(lue.empreinte)
    expect(lireGrille(parCsv(lue)).empreinte).toBe(lue.empreinte)
  })

  it('any grid is the same through a workbook', () => {
    fc.assert(
      fc.property(grille, (brute) => {
        let lue: GrilleLue
        try {
          lue = lireGrille(brute)
        } catch (erreur) {
          if (erreur instanceof Refus) return
          throw erreur
        }
        expect(lireGrille(parClasseur(lue)).empreinte).toBe(lue.empreinte)
      }),
      { numRuns: 100 },
    )
  })
})
