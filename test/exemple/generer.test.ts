import { describe, expect, it } from 'vitest'
import { COLONNES, EPCI_EXEMPLE, genererDemandes } from '../../core/exemple/index.ts'
import { COMMUNE } from '../../core/exemple/libelles.ts'
import * as parts from '../../core/exemple/parts.ts'
import { jourIso, moisComplets } from '../../core/socle/jour.ts'
import type { Cellule } from '../../core/socle/table.ts'
import { DONNEES_COMMUNES } from '../../core/territoires/donnees-communes.ts'
import { DONNEES_EPCI, creerTerritoires } from '../../core/territoires/index.ts'

const JOUR = jourIso('2026-01-31') ?? 0
const NOMBRE = 4000
const exemple = genererDemandes({ nombre: NOMBRE, graine: 7, jour: JOUR })
const lignes = exemple.demandes.lignes.slice(1).map(({ cellules }) => cellules)
const territoires = creerTerritoires(DONNEES_EPCI, DONNEES_COMMUNES)

function colonne(entete: string): Cellule[] {
  const place = COLONNES.findIndex((candidate) => candidate.entete === entete)
  return lignes.map((cellules) => cellules[place] ?? null)
}

function part(entete: string, retenir: (cellule: Cellule) => boolean): number {
  const remplies = colonne(entete).filter((cellule) => cellule !== null)
  return remplies.filter(retenir).length / remplies.length
}

function jours(entete: string): number[] {
  return colonne(entete).flatMap((c) => (c !== null && typeof c === 'object' && 'jour' in c ? [c.jour] : []))
}

describe('genererDemandes', () => {
  it('gives the same workbook for the same seed, another for another', () => {
    const refaire = (graine: number): unknown => genererDemandes({ nombre: 50, graine, jour: JOUR })
    expect(refaire(3)).toEqual(refaire(3))
    expect(refaire(4)).not.toEqual(refaire(3))
  })

  it('puts the headers on the first row, all different, and as many cells under them', () => {
    const entetes = exemple.demandes.lignes[0]?.cellules ?? []
    expect(new Set(entetes).size).toBe(COLONNES.length)
    expect(lignes).toHaveLength(NOMBRE)
    expect(lignes.filter(({ length }) => length !== COLONNES.length)).toEqual([])
    expect(exemple.demandes.lignes.map(({ numero }) => numero)).toEqual(lignes.map((_, i) => i + 1).concat(NOMBRE + 1))
  })

  it('numbers applications in a département that does not exist', () => {
    const entiers = colonne('N° unique').filter((numero) => typeof numero === 'string' && numero.length > 12)
    expect(entiers.length).toBeGreaterThan(NOMBRE * 0.99)
    expect(entiers.filter((numero) => !/^099(0[1-9]|1[0-2])\d{13}$/.test(String(numero)))).toEqual([])
  })

  it('says on its last sheet that all is fictitious', () => {
    const textes = exemple.lisezMoi.lignes.flatMap(({ cellules }) => cellules).join(' ')
    expect(textes).toContain('fictif')
    expect(textes).toContain('aucune n’existe')
    expect(textes).toContain('31/01/2026')
  })

  it('makes few rows without any fault, and none when none is asked', () => {
    const petit = genererDemandes({ nombre: 99, graine: 1, jour: JOUR }).demandes.lignes.slice(1)
    expect(new Set(petit.map(({ cellules }) => cellules[0])).size).toBe(99)
    expect(genererDemandes({ nombre: 0, graine: 1, jour: JOUR }).demandes.lignes).toHaveLength(1)
  })

  it.each(['2019-06-15', '2024-02-29', '2030-12-31'])('works on %s, whatever thresholds are known', (iso) => {
    const jour = jourIso(iso) ?? 0
    const { demandes } = genererDemandes({ nombre: 60, graine: 1, jour })
    expect(demandes.lignes).toHaveLength(61)
  })
})

describe('shares', () => {
  it.each([
    ['Type de demande', 'a mutation', (c: Cellule) => String(c).includes('mutation'), 0.32, 0.4],
    ['Reconnu DALO', 'a DALO', (c: Cellule) => c === 'Oui', 0.027, 0.048],
    ['Labellisation', 'a priority public', (c: Cellule) => c !== 'Aucun', 0.17, 0.28],
    ['Composition (nb pers)', 'one person', (c: Cellule) => c === 1, 0.4, 0.5],
    ['Quartile SNE', 'the first quartile', (c: Cellule) => c === 1, 0.21, 0.3],
    ['Quartile SNE', 'the second quartile', (c: Cellule) => c === 2, 0.2, 0.29],
    ['Quartile SNE', 'the third quartile', (c: Cellule) => c === 3, 0.2, 0.29],
    ['Quartile SNE', 'the fourth quartile', (c: Cellule) => c === 4, 0.2, 0.29],
    ['En QPV', 'a priority district', (c: Cellule) => c === 'Oui', 0.2, 0.33],
  ])('%s: %s', (entete, _, retenir, minimum, maximum) => {
    expect(part(entete, retenir)).toBeGreaterThan(minimum)
    expect(part(entete, retenir)).toBeLessThan(maximum)
  })

  it('has a median seniority of 15 to 20 months', () => {
    const mois = jours('Date de dépôt')
      .map((depot) => moisComplets(depot, JOUR))
      .sort((a, b) => a - b)
    const mediane = mois[Math.floor(mois.length / 2)]
    expect(mediane).toBeGreaterThanOrEqual(15)
    expect(mediane).toBeLessThanOrEqual(20)
  })

  it('renews applications on a day that has come, at most a year ago', () => {
    const ecarts = jours('Renouvelée le').map((jour) => JOUR - jour)
    expect(Math.min(...ecarts)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...ecarts)).toBeLessThanOrEqual(366 + 3)
  })

  it('says where each comes from', () => {
    const sources = JSON.stringify(parts).match(/"source":"[^"]*"/g) ?? []
    expect(sources.length).toBeGreaterThan(25)
    expect(sources).not.toContain('"source":""')
  })
})

describe('places', () => {
  it('are communes of the metropolis under names that it knows', () => {
    for (const [code, nom] of Object.entries(COMMUNE))
      expect(territoires.communeParNom(nom, EPCI_EXEMPLE.siren)).toBe(code)
    expect(parts.COMMUNES.parts.map(([code]) => code).sort()).toEqual(Object.keys(COMMUNE).sort())
  })

  it('are real communes around it', () => {
    const metropole = new Set(territoires.communesDe(EPCI_EXEMPLE.siren).map(({ code }) => code))
    expect(parts.COMMUNES_VOISINES.filter((code) => territoires.nomCommune(code) === undefined)).toEqual([])
    expect(parts.COMMUNES_VOISINES.filter((code) => metropole.has(code))).toEqual([])
  })
})

describe('faults', () => {
  it.each([
    ['Date de dépôt', '31/02/2024'],
    ['Date de dépôt', '12/03/23'],
    ['Date de dépôt', '15/06/2062'],
    ['N° unique', 9.901240000018e16],
    ['N° unique', '9,90124E+16'],
    ['Mode de logement actuel', 'Logement de passage'],
    ['Motif 2', 'Convenance'],
    ['Total ressources', { erreur: '#N/A' }],
    ['RFR N-2', { erreur: '#N/A' }],
    ['Loyer + charges', '1.234,56'],
    ['Surface', -45],
    ['Enfants < 14 ans', 14],
    ['Composition (nb pers)', null],
  ])('%s: %j', (entete, fautive) => {
    expect(colonne(entete)).toContainEqual(fautive)
  })

  it('repeats a few numbers', () => {
    const numeros = colonne('N° unique').filter((numero) => typeof numero === 'string' && numero.startsWith('099'))
    expect(numeros.length - new Set(numeros).size).toBeGreaterThanOrEqual(4)
    expect(numeros.length - new Set(numeros).size).toBeLessThan(20)
  })
})
