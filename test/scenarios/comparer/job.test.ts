import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lancer } from '../../../cli/lancer.ts'
import type { ComparaisonEcrite } from '../../../core/index.ts'
import { ouvrirClasseur } from '../../../core/tableur/index.ts'

let dossier = ''
const chemin = (nom: string): string => join(dossier, nom)

function grille(id: string, dalo: number) {
  const criteres = [
    { code: 'DALO', points: dalo, si: { champ: 'dalo', est: true } },
    { code: 'MOIS', points: 1, par: { champ: 'anciennete_mois', chaque: 1 } },
  ]
  return JSON.stringify({ format: 'grille-cotation/1', id, nom: `Grille ${id}`, criteres })
}

/** 40 demandes of Lille and Roubaix: those that are DALO came last. */
function demandes(): string {
  const lignes = Array.from({ length: 40 }, (_, i) => {
    const [annee, mois] = [2022 + Math.floor(i / 12), (i % 12) + 1]
    const depot = `${String(annee)}-${String(mois).padStart(2, '0')}-01`
    return [`N${String(i).padStart(3, '0')}`, depot, 1, i >= 30 ? 'oui' : 'non', i % 2 ? '59350' : '59512', 'T2'].join(
      ';',
    )
  })
  return ['Numéro unique;Date de dépôt;Nb personnes;DALO;Communes demandées;Typologie souhaitée', ...lignes].join('\n')
}

beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'comparer-'))
  writeFileSync(chemin('demandes.csv'), demandes())
  writeFileSync(chemin('a.json'), grille('a', 50))
  writeFileSync(chemin('b.json'), grille('b', 1))
  writeFileSync(chemin('lots.csv'), 'Référence;Commune;Type\nL1;59350;T2\nL2;59512;T3\nL3;;T2\n')
  writeFileSync(chemin('sans-type.csv'), 'Référence;Commune\nL1;59350\n')
})
afterAll(() => {
  rmSync(dossier, { recursive: true })
})

async function executer(...mots: string[]) {
  const sorties = { sortie: '', erreurs: '' }
  const statut = await lancer(['comparer', ...mots], {
    ecrire: (texte) => {
      sorties.sortie += texte
      return Promise.resolve()
    },
    signaler: (ligne) => {
      sorties.erreurs += `${ligne}\n`
    },
    progresser: () => undefined,
    aujourdhui: '2026-01-31',
  })
  return { statut, ...sorties }
}

const base = (): string[] => [chemin('demandes.csv'), '--grilles', chemin('a.json'), chemin('b.json')]

describe('comparer', () => {
  it('writes the comparison as JSON, on standard output and in a file', async () => {
    const { statut, sortie, erreurs } = await executer(
      ...[...base(), '--lots', chemin('lots.csv'), '--json', '--sortie', chemin('r.json')],
    )
    expect([statut, erreurs]).toEqual([0, ''])
    expect(readFileSync(chemin('r.json'), 'utf8')).toBe(sortie)
    const document = JSON.parse(sortie) as ComparaisonEcrite
    expect(document).toMatchObject({
      format: 'comparaison/1',
      jour: '2026-01-31',
      grilles: [{ id: 'a' }, { id: 'b' }],
      demandes: 40,
      lots: 2,
      lots_changes: 1,
      part_lots_changes: 0.5,
      vide_non: [],
      defauts: [],
    })
    // The ten DALO come first under A, last under B.
    expect(document.publics[0]).toEqual({ public: 'dalo', n: 10, inconnus: 0, part_top_a: 1, part_top_b: 0 })
    expect(document.top[4]).toMatchObject({
      n: 4,
      communs: 0,
      entrants: ['N000', 'N001', 'N002', 'N003'],
      sortants: ['N030', 'N031', 'N032', 'N033'],
    })
    expect(document.anomalies).toMatchObject([
      { ligne: 4, colonne: 'commune', code: 'obligatoire-vide', fichier: 'lots.csv' },
    ])
  })

  it('writes who moves as a table, in the new order', async () => {
    expect((await executer(...base(), '--sortie', chemin('r.csv'))).statut).toBe(0)
    const [entetes, premiere, ...autres] = readFileSync(chemin('r.csv'), 'utf8')
      .replace('\uFEFF', '')
      .trim()
      .split(/\r?\n/u)
    expect(entetes).toBe('Numéro unique;Ordre avant;Ordre après;Places gagnées;Note avant;Note après')
    expect(premiere).toBe('N000;11;1;10;48;48')
    expect(autres).toHaveLength(39)
    expect(autres.at(-1)).toBe('N039;10;40;-30;59;10')
  })

  it('writes it in a workbook beside the demandes', async () => {
    expect((await executer(...base(), '--sortie', chemin('r.xlsx'))).statut).toBe(0)
    const { feuilles } = ouvrirClasseur(new Uint8Array(readFileSync(chemin('r.xlsx'))), 'r.xlsx')
    expect(feuilles.map(({ nom }) => nom)).toEqual(['Demandes', 'Comparaison', expect.stringMatching(/^Scénario /u)])
    const lignes = [...(feuilles[1]?.lignes ?? [])].map(({ cellules }) => cellules.join(' '))
    expect(lignes.some((ligne) => ligne.includes('Places gagnées'))).toBe(true)
    expect(lignes.some((ligne) => ligne.startsWith('N039 10 40 -30'))).toBe(true)
  })

  it('says it in French on the terminal', async () => {
    const { statut, sortie } = await executer(...base(), '--lots', chemin('lots.csv'))
    expect(statut).toBe(0)
    expect(sortie).toContain('trois candidats')
    expect(sortie).toMatch(/1\sanomalie dans lots\.csv/u)
    expect(sortie).toContain('la commission d’attribution reste libre')
  })

  it.each<[string, () => string[], 1 | 2, RegExp]>([
    ['no file', () => ['--grilles', chemin('a.json'), chemin('b.json')], 2, /fichier des demandes/],
    ['one grid', () => [chemin('demandes.csv'), '--grilles', chemin('a.json')], 2, /au moins deux grilles/],
    ['an output of another kind', () => [...base(), '--sortie', chemin('r.docx')], 2, /\.json/],
    ['an output over an input', () => [...base(), '--sortie', chemin('a.json')], 2, /ne sera pas écrasé/],
    [
      'a grid that is not there',
      () => [chemin('demandes.csv'), '--grilles', chemin('a.json'), chemin('c.json')],
      1,
      /n’existe pas/,
    ],
    ['dwellings without a type', () => [...base(), '--lots', chemin('sans-type.csv')], 1, /Type de logement/],
  ])('refuses %s', async (_, mots, attendu, raison) => {
    const { statut, erreurs } = await executer(...mots())
    expect(statut).toBe(attendu)
    expect(erreurs).toMatch(raison)
  })
})
