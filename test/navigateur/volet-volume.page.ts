import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { genererDemandes } from '../../core/exemple/index.ts'
import { jourIso, type Cellule } from '../../core/index.ts'
import type { Compteurs } from '../hote-simule/hote.ts'
import type { Scenario } from '../hote-simule/scenario.ts'
import type { Stockee } from '../hote-simule/stockage.ts'
import { bouton, surveillerSansHote, titre } from './atelier-gestes.ts'
import { lancer } from './navigateur.ts'
import { avecHote, ouvrirVolet } from './volet-hote.ts'

const LIGNES = 150_000
const COLONNES = 60
/** Columns of the example that keep their headers; the others are of no use. */
const MAPPEES = [0, 3, 4, 5, 8, 9, 12, 13, 14, 21, 24, 33, 34, 35]
const CINQ_MO = 5 * 1024 * 1024
const TACHE_MAXIMALE = 200
const SERIE_1970 = 25_569

let navigateur: Browser

beforeAll(async () => {
  navigateur = await lancer()
})

afterAll(async () => {
  await navigateur.close()
})

function stockee(cellule: Cellule | undefined, mappee: boolean): Stockee {
  if (cellule === undefined || (cellule === null && !mappee)) return 'zone libre'
  return typeof cellule === 'object' && cellule !== null && 'jour' in cellule ? cellule.jour + SERIE_1970 : cellule
}

/** Rows of the example, 60 columns of which 14 are recognised, again and again. */
function grandScenario(): Scenario {
  const { demandes } = genererDemandes({ nombre: 500, graine: 7, jour: jourIso('2026-01-31') ?? 0 })
  const [entetes, ...lignes] = demandes.lignes.map(({ cellules }) => cellules)
  const colonnes = Array.from({ length: COLONNES }, (_, c) => c)
  return {
    profil: 'web',
    feuilles: [
      {
        nom: 'Export',
        tableau: 'Demandes',
        engendrees: LIGNES,
        lignes: [
          colonnes.map((c) => (MAPPEES.includes(c) ? (entetes?.[c] as string) : `Zone ${String(c)}`)),
          ...lignes.map((ligne) => colonnes.map((c) => stockee(ligne[c], MAPPEES.includes(c)))),
        ],
        formats: colonnes.map((c) => (c === 5 ? 'dd/mm/yyyy' : '@')),
      },
    ],
  }
}

it(`${String(LIGNES)} rows × 60 columns, 14 of them mapped, through the whole pane`, { timeout: 500_000 }, async () => {
  const { page, plaintes } = await ouvrirVolet(navigateur, grandScenario())
  page.setDefaultTimeout(300_000)
  await avecHote(page, 'hote.tacheApart = true; hote.intervalles = []; hote.remettreCompteurs()')
  const taches = await surveillerSansHote(page)
  const compteurs = (): Promise<Compteurs> => avecHote<Compteurs>(page, 'return { ...hote.compteurs }')
  const debut = performance.now()

  await bouton(page, 'Trouver les demandes').click()
  await titre(page, /demandes lues/)
  const lu = await compteurs()
  const lecture = performance.now() - debut
  await bouton(page, /anomalies/).click()
  await bouton(page, 'Choisir la grille').click()
  await page.locator('[data-famille]').first().waitFor()
  await bouton(page, /Coter/).click()
  await titre(page, /classées/)
  await page.getByRole('button', { name: /6\. Enregistrer/ }).click()
  const avantEcriture = performance.now()
  await avecHote(page, 'hote.remettreCompteurs()')
  await bouton(page, 'Écrire les résultats').click()
  await page.getByText('Résultats écrits dans').waitFor()
  const ecriture = performance.now() - avantEcriture
  const ecrit = await compteurs()
  const { page: siennes, toutes } = await taches()
  const ecrites = await avecHote<number>(
    page,
    `return ['Cotation', 'Anomalies'].reduce((somme, nom) => {
         const { zone } = hote.classeur.tableau(nom)
         return somme + (zone.lignes - 1) * zone.colonnes
       }, 0)`,
  )

  const utiles = LIGNES * (MAPPEES.length + 1)
  process.stdout.write(
    `built pane on the fake web host, ${String(LIGNES)} × 60, 14 mapped: read ${String(lu.syncs)} requests, ${String(lu.cellulesLues)} cells for ${String(utiles)} useful, largest response ${String(lu.plusGrandeReponse)} bytes, ${lecture.toFixed(0)} ms; ` +
      `written ${String(ecrit.syncs)} requests, ${String(ecrit.cellulesEcrites)} cells for ${String(ecrites)} of results, largest request ${String(ecrit.plusGrandeRequete)} bytes, ${ecriture.toFixed(0)} ms; ` +
      `longest task of the page ${Math.max(0, ...siennes).toFixed(0)} ms (of the page and the fake host ${Math.max(0, ...toutes).toFixed(0)} ms)\n`,
  )
  expect(lu.refus + ecrit.refus).toBe(0)
  expect(Math.max(lu.plusGrandeReponse, ecrit.plusGrandeReponse)).toBeLessThan(CINQ_MO)
  expect(Math.max(lu.plusGrandeRequete, ecrit.plusGrandeRequete)).toBeLessThan(CINQ_MO)
  expect(lu.plusGrandeLecture).toBeLessThan(5_000_000)
  // One pass: the mapped columns with one format, and what is looked at to find the table.
  expect(lu.cellulesLues).toBeGreaterThanOrEqual(utiles)
  expect(lu.cellulesLues).toBeLessThan(utiles * 1.01 + 20_000)
  expect(ecrit.cellulesLues).toBeLessThan(20_000)
  // One set: every cell of the results once, and the blocks that say where they come from.
  expect(ecrit.cellulesEcrites).toBeGreaterThanOrEqual(ecrites)
  expect(ecrit.cellulesEcrites).toBeLessThan(ecrites * 1.001 + 2_000)
  expect(Math.max(0, ...siennes)).toBeLessThan(TACHE_MAXIMALE)
  expect(plaintes).toEqual([])
  await page.context().close()
})
