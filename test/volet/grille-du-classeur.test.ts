import { beforeEach, expect, it } from 'vitest'
import { ouvrirExcel } from '../../addin/excel/index.ts'
import type { GrilleVue } from '../../addin/travail/contrat-grille.ts'
import { GrilleDuClasseur } from '../../addin/volet/grille-du-classeur.ts'
import { installer } from '../hote-simule/office.ts'
import { hoteDe } from '../hote-simule/scenario.ts'

function vue(id: string, ecrites: readonly unknown[]): GrilleVue {
  return { id, nom: id, empreinte: `sha256:${id}`, source: 'Délibération', ecrites } as unknown as GrilleVue
}

const erreurs: unknown[] = []

async function ouvrir(): Promise<GrilleDuClasseur> {
  return new GrilleDuClasseur(await ouvrirExcel(), (erreur) => erreurs.push(erreur))
}

beforeEach(() => {
  erreurs.length = 0
  installer(globalThis, hoteDe({ feuilles: [{ nom: 'Export', lignes: [['a']] }] }))
})

it('finds the grid again when the workbook is opened elsewhere, its core first', async () => {
  const ecrites = [{ id: 'socle', note: 'a < b & « c »' }, { id: 'locale' }]
  const premiere = await ouvrir()
  expect(await premiere.lire()).toBeUndefined()
  premiere.garder(vue('locale', ecrites), undefined)
  await expect.poll(async () => (await ouvrir()).lire()).toEqual({ ecrites, choisie: undefined })
  expect(erreurs).toEqual([])
})

it('of changes that come close together, the last one is kept', async () => {
  const grille = await ouvrir()
  for (let n = 1; n <= 5; n++) grille.garder(vue(`g${String(n)}`, [{ id: `g${String(n)}` }]), `g${String(n)}`)
  await expect.poll(async () => (await ouvrir()).lire()).toEqual({ ecrites: [{ id: 'g5' }], choisie: 'g5' })
})
