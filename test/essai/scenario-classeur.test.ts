import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ouvrirExcel } from '../../addin/excel/index.ts'
import { enScenario, lireScenario } from '../../addin/travail/essai/scenario.ts'
import type { ScenarioEcrit } from '../../addin/travail/essai/contrat-essai.ts'
import { reglagesExcel } from '../../addin/volet/reglages-excel.ts'
import { executer, ouvrirEdition, ouvrirSurSocle } from '../../core/index.ts'
import { installer } from '../hote-simule/office.ts'
import { hoteDe } from '../hote-simule/scenario.ts'

const GRILLE: unknown = JSON.parse(readFileSync('exemples/grille-exemple.json', 'utf8'))

it.each([
  ['a whole grid', ouvrirEdition(GRILLE)],
  ['a local grid over its core', ouvrirSurSocle(GRILLE, { id: 'locale', nom: 'Locale' })],
])('kept in the workbook and opened elsewhere, %s is the same grid', async (_, depart) => {
  installer(globalThis, hoteDe({ feuilles: [{ nom: 'Export', lignes: [['a']] }] }))
  const { edition } = executer(depart, { geste: 'points', critere: 'DALO', points: '40' })
  const { scenario } = enScenario(edition, 'DALO à 40', depart.lue.grille.id)
  await reglagesExcel(await ouvrirExcel()).ecrire('scenarios', [scenario])
  const [retrouve] = (await reglagesExcel(await ouvrirExcel()).lire('scenarios')) as readonly ScenarioEcrit[]
  expect(retrouve).toEqual(scenario)
  const relue = lireScenario(retrouve?.ecrites ?? [])
  expect(relue.lue.empreinte).toBe(scenario.empreinte)
  expect(relue.socle?.id).toBe(depart.socle?.id)
})

it.each([
  ['DALO à 40', 'g-dalo-a-40'],
  ['  Œuvre — n° 2 !  ', 'g-uvre-n-2'],
  ['???', 'g-essai'],
])('« %s » names the grid %s', (nom, id) => {
  const depart = ouvrirEdition(GRILLE)
  expect(enScenario(depart, nom, 'g').scenario.id).toBe(id)
})
