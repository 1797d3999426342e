import { beforeEach, describe, expect, it } from 'vitest'
import { COULEUR_REPERE, COULEURS_SERIES, PREFIXE_GRAPHIQUE } from '../../core/socle/graphique.ts'
import type { FeuilleEcrite, GraphiqueEcrit } from '../../core/socle/table.ts'
import { ouvrirExcel } from '../../addin/excel/index.ts'
import { adresseDe } from '../hote-simule/adresse.ts'
import { type GraphiqueSimule, GraphiqueSimule as Graphique } from '../hote-simule/graphique.ts'
import { monter, type Montage } from './montage.ts'

const TAUX: GraphiqueEcrit = {
  nom: 'taux',
  titre: 'Taux par bailleur',
  genre: 'barres',
  categories: 'Bailleur',
  series: ['Taux'],
  repere: 'Cible',
  axe: { titre: 'Part des baux', format: 'taux' },
  description: 'Un bailleur est sous la cible.',
}
const MANQUE: GraphiqueEcrit = {
  nom: 'manque',
  titre: 'Baux manquants',
  genre: 'barres',
  couche: true,
  categories: 'Bailleur',
  series: ['Manque'],
  axe: { titre: 'Baux', format: 'entier' },
  description: 'Il manque 14 baux.',
}

function objectifs(nombreLignes: number, graphiques?: readonly GraphiqueEcrit[], plus: readonly string[] = []) {
  const feuille: FeuilleEcrite = {
    nom: 'Objectifs',
    titre: 'Objectifs',
    provenance: [['Jour', '31/01/2026']],
    colonnes: [
      { titre: 'Bailleur', format: 'texte', largeur: 20 },
      ...['Taux', 'Cible', 'Manque', ...plus].map((titre) => ({ titre, format: 'nombre' as const, largeur: 9 })),
    ],
    nombreLignes,
    ligne: (i) => [`Bailleur ${String(i)}`, 0.1 * i, 0.25, i, ...plus.map(() => 1)],
    ...(graphiques === undefined ? {} : { graphiques }),
  }
  return feuille
}

/** The cells drawn by each series: its own and those of its names. */
function dessinees({ series }: GraphiqueSimule): (string | undefined)[][] {
  return series.map(({ nom, valeurs, categories }) => [
    nom,
    valeurs && adresseDe(valeurs),
    categories && adresseDe(categories),
  ])
}

let montage: Montage
const graphiques = (): GraphiqueSimule[] => montage.feuille('Objectifs').graphiques
const noms = (): string[] => graphiques().map(({ nom }) => nom)
const premier = (): GraphiqueSimule => {
  const [graphique] = graphiques()
  if (graphique === undefined) throw new Error('no chart')
  return graphique
}

beforeEach(async () => {
  montage = await monter(ouvrirExcel)
})

describe('native charts of an owned sheet', () => {
  it('draw the cells of the table, beside it', async () => {
    await montage.excel.ecrire([objectifs(3, [TAUX, MANQUE])])
    const zone = montage.hote.classeur.tableau('Objectifs')?.corps
    expect(zone).toMatchObject({ ligne: 14, lignes: 3 })
    expect(noms()).toEqual(['attributions.taux', 'attributions.manque'])
    expect(dessinees(premier())).toEqual([
      ['Taux', 'B15:B17', 'A15:A17'],
      ['Cible', 'C15:C17', 'A15:A17'],
    ])
    expect(graphiques().map(({ place }) => place && adresseDe(place))).toEqual(['F15', 'Q15'])
  })

  it('say what they are: title, axis, legend, level to reach', async () => {
    await montage.excel.ecrire([objectifs(3, [TAUX, MANQUE])])
    const [taux, manque] = graphiques()
    expect([taux?.titre, taux?.axes.valeurs.titre, taux?.axes.valeurs.format]).toEqual([
      'Taux par bailleur',
      'Part des baux',
      '0"\u202f"%',
    ])
    expect([taux?.type, manque?.type]).toEqual(['ColumnClustered', 'BarClustered'])
    expect(taux?.series.map(({ type, couleur }) => [type, couleur])).toEqual([
      ['ColumnClustered', COULEURS_SERIES[0]],
      ['Line', COULEUR_REPERE],
    ])
    expect([taux?.legende.visible, manque?.legende.visible]).toEqual([true, false])
    expect(manque?.axes.categories).toMatchObject({ inverse: true, position: 'Maximum' })
  })

  it('follow the rows of a second run, never twice, and keep what the user changed', async () => {
    await montage.excel.ecrire([objectifs(3, [TAUX, MANQUE])])
    premier().largeur = 700
    const [serie] = premier().series
    if (serie !== undefined) serie.couleur = '#ff0000'
    await montage.excel.ecrire([objectifs(5, [TAUX, MANQUE])])
    expect(noms()).toEqual(['attributions.taux', 'attributions.manque'])
    expect(dessinees(premier())[0]).toEqual(['Taux', 'B15:B19', 'A15:A19'])
    expect([premier().largeur, premier().series[0]?.couleur]).toEqual([700, '#ff0000'])
  })

  it('gain and lose series, in place', async () => {
    await montage.excel.ecrire([objectifs(3, [TAUX])])
    await montage.excel.ecrire([objectifs(3, [{ ...TAUX, series: ['Taux', 'Manque'] }])])
    expect(premier().series.map(({ nom, type, couleur }) => [nom, type, couleur])).toEqual([
      ['Taux', 'ColumnClustered', COULEURS_SERIES[0]],
      ['Manque', 'ColumnClustered', COULEURS_SERIES[1]],
      ['Cible', 'Line', COULEUR_REPERE],
    ])
    const { repere: _, ...sans } = TAUX
    await montage.excel.ecrire([objectifs(3, [sans])])
    expect(premier().series.map(({ nom }) => nom)).toEqual(['Taux'])
  })

  it('go when they are no longer wanted; those of the user stay', async () => {
    await montage.excel.ecrire([objectifs(3, [TAUX, MANQUE])])
    const sien = new Graphique('{sien}', 'Graphique 9', 'Pie', { ligne: 0, colonne: 0, lignes: 1, colonnes: 1 })
    montage.feuille('Objectifs').graphiques.push(sien)
    await montage.excel.ecrire([objectifs(3, [MANQUE])])
    expect(noms()).toEqual(['attributions.manque', 'Graphique 9'])
    await montage.excel.ecrire([objectifs(3, [])])
    expect(noms()).toEqual(['Graphique 9'])
    expect(graphiques()).toContain(sien)
  })

  it('find their columns where the user’s order has put them', async () => {
    await montage.excel.ecrire([objectifs(2, [TAUX], ['Ancienne'])])
    await montage.excel.ecrire([{ ...objectifs(2, [{ ...TAUX, series: ['Neuve'] }], ['Neuve']) }])
    expect(dessinees(premier())[0]).toEqual(['Neuve', 'E15:E16', 'A15:A16'])
  })

  it('come back with the former content', async () => {
    await montage.excel.ecrire([objectifs(3, [TAUX])])
    await montage.excel.ecrire([
      objectifs(6, [{ ...TAUX, titre: 'Autre', lignes: { premiere: 2, nombre: 4 } }, MANQUE]),
    ])
    expect(dessinees(premier())[0]).toEqual(['Taux', 'B17:B20', 'A17:A20'])
    await montage.excel.restaurer()
    expect(noms()).toEqual(['attributions.taux'])
    expect(premier().titre).toBe('Taux par bailleur')
    expect(dessinees(premier())[0]).toEqual(['Taux', 'B15:B17', 'A15:A17'])
  })

  it('cost nothing to a sheet that has none', async () => {
    await montage.excel.ecrire([objectifs(3)])
    expect(noms()).toEqual([])
    const sien = new Graphique('{sien}', `${PREFIXE_GRAPHIQUE}copie`, 'Pie', {
      ligne: 0,
      colonne: 0,
      lignes: 1,
      colonnes: 1,
    })
    montage.feuille('Objectifs').graphiques.push(sien)
    await montage.excel.ecrire([objectifs(4)])
    expect(graphiques()).toEqual([sien])
  })
})

describe('a fault while charts are drawn', () => {
  const CODES = { passagere: 'GeneralException', refus: 'ApiNotFound' } as const

  async function essayer(n: number, quand: 'avant' | 'pendant' | 'apres', code: string): Promise<readonly string[]> {
    montage = await monter(ouvrirExcel)
    await montage.excel.ecrire([objectifs(3, [TAUX])])
    montage.hote.remettreCompteurs()
    montage.hote.pannes = [{ auSync: n, quand, code }]
    const { avis } = await montage.excel.ecrire([objectifs(4, [TAUX, MANQUE])])
    montage.hote.pannes = []
    return avis
  }

  /** Requests of the second run that touch charts: found by refusing each in turn. */
  async function requetesGraphiques(): Promise<number[]> {
    const trouvees: number[] = []
    for (let n = 1; n <= 80; n++) {
      const avis = await essayer(n, 'avant', CODES.refus).catch(() => [])
      if (avis.some((phrase) => phrase.includes('graphiques'))) trouvees.push(n)
    }
    return trouvees
  }

  it('leaves the results whole, and the charts once', async () => {
    const requetes = await requetesGraphiques()
    expect(requetes.length).toBeGreaterThanOrEqual(2)
    for (const n of requetes)
      for (const quand of ['avant', 'pendant', 'apres'] as const) {
        expect(await essayer(n, quand, CODES.passagere)).toEqual([])
        expect(noms(), `request ${String(n)} ${quand}`).toEqual(['attributions.taux', 'attributions.manque'])
        expect(graphiques().map(({ series }) => series.length)).toEqual([2, 1])
        expect(montage.hote.classeur.tableau('Objectifs')?.corps.lignes).toBe(4)
      }
  })

  it('is said when Excel refuses, and the next run draws them', async () => {
    const [n = 0] = await requetesGraphiques()
    expect(await essayer(n, 'avant', CODES.refus)).toEqual([expect.stringContaining('graphiques')])
    expect(montage.hote.classeur.tableau('Objectifs')?.corps.lignes).toBe(4)
    await montage.excel.ecrire([objectifs(4, [TAUX, MANQUE])])
    expect(noms()).toEqual(['attributions.taux', 'attributions.manque'])
  })
})
