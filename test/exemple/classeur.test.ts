import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { ecrireClasseur } from '../../cli/exemple/classeur.ts'
import { compter } from '../../cli/exemple/croise.ts'
import { COLONNES, genererDemandes } from '../../core/exemple/index.ts'
import { jourIso } from '../../core/socle/jour.ts'

const JOUR = jourIso('2026-01-31') ?? 0
const exemple = genererDemandes({ nombre: 2000, graine: 1, jour: JOUR })
const octets = await ecrireClasseur(exemple, JOUR)
const livre = readFileSync('exemples/demandes-exemple.xlsx')
const CROISEMENT = { lignes: 'Mode de logement actuel', colonnes: 'Type de demande', valeurs: 'N° unique' }

function partie(nom: string): string {
  const contenu = unzipSync(octets)[nom]
  if (contenu === undefined) throw new Error(`No part named ${nom}.`)
  return strFromU8(contenu)
}

describe('the committed example', () => {
  it('is the one that the script makes, to the byte', () => {
    expect(Buffer.from(octets).equals(livre)).toBe(true)
  })

  it('weighs less than 700 kB', () => {
    expect(livre.length).toBeLessThan(700_000)
  })
})

describe('ecrireClasseur', () => {
  it('writes other bytes for another seed', async () => {
    const autre = await ecrireClasseur(genererDemandes({ nombre: 2000, graine: 2, jour: JOUR }), JOUR)
    expect(Buffer.from(autre).equals(Buffer.from(octets))).toBe(false)
  })

  it('writes six sheets, whose first holds what was drawn', async () => {
    const { sheets } = await readXlsx(octets)
    expect(sheets.map(({ name }) => name)).toEqual([
      'Demandes',
      'Synthèse',
      'Attributions',
      'Parc',
      'Liste des communes',
      'Lisez-moi',
    ])
    const lues = sheets[0]?.rows ?? []
    const attendues = exemple.demandes.lignes.map(({ cellules }) =>
      cellules.map((cellule) => {
        if (cellule === null || typeof cellule !== 'object') return cellule
        return 'jour' in cellule ? new Date(cellule.jour * 86_400_000) : cellule.erreur
      }),
    )
    expect(lues).toHaveLength(2001)
    expect(lues.slice(0, 200)).toEqual(attendues.slice(0, 200))
  })

  it('writes error cells as errors', () => {
    expect(partie('xl/worksheets/sheet1.xml')).toContain('t="e"><v>#N/A</v>')
  })

  it('makes the applications an Excel table of all the columns', () => {
    const table = partie('xl/tables/table1.xml')
    expect(table).toContain('name="Demandes"')
    expect(table).toContain('ref="A1:BB2001"')
    expect(table.match(/<tableColumn /g)).toHaveLength(COLONNES.length)
  })
})

describe('the pivot table', () => {
  it('stands on the table of applications and on its own sheet', () => {
    expect(partie('xl/pivotCache/pivotCacheDefinition1.xml')).toContain('<worksheetSource name="Demandes"/>')
    expect(partie('xl/worksheets/_rels/sheet2.xml.rels')).toContain('../pivotTables/pivotTable1.xml')
    expect(partie('xl/workbook.xml')).toContain('<pivotCache cacheId="1" r:id="rIdCroise"/>')
    expect(partie('[Content_Types].xml')).toContain('pivotCacheDefinition+xml')
  })

  it('has one field a column, in the same order', () => {
    const noms = [...partie('xl/pivotCache/pivotCacheDefinition1.xml').matchAll(/<cacheField name="([^"]*)"/g)]
    const lus = noms.map(([, nom = '']) => nom.replaceAll('&lt;', '<').replaceAll('&amp;', '&'))
    expect(lus).toEqual(COLONNES.map(({ entete }) => entete))
    expect(partie('xl/pivotTables/pivotTable1.xml').match(/<pivotField /g)).toHaveLength(COLONNES.length)
  })

  it('is read as a pivot table by a reader of workbooks', async () => {
    const { sheets } = await readXlsx(octets)
    expect(sheets[1]?.pivotTables?.[0]).toMatchObject({ name: 'Croise1' })
  })

  it('shows every application once: lines and columns add up to 2,000', async () => {
    const { lignes, colonnes, comptes } = compter(exemple.demandes, CROISEMENT)
    const dernier = comptes.at(-1) ?? []
    expect(dernier.at(-1)).toBe(2000)
    expect(comptes.slice(0, -1).reduce((somme, ligne) => somme + (ligne.at(-1) ?? 0), 0)).toBe(2000)
    const { sheets } = await readXlsx(octets)
    const montres = sheets[1]?.rows.slice(4) ?? []
    expect(montres).toHaveLength(lignes.length + 1)
    expect(montres.at(-1)?.[colonnes.length + 1]).toBe(2000)
  })
})
