import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { debordement, fautesAxe, lancer, ouvrir, photographier, type Lecteur } from './navigateur.ts'

let navigateur: Browser

beforeAll(async () => {
  navigateur = await lancer()
})

afterAll(async () => {
  await navigateur.close()
})

const PAGES = [
  ['accueil', ''],
  ['aide', 'aide.html'],
  ['atelier', 'atelier/'],
  ['observatoire', 'observatoire/'],
  ['composants', 'composants/'],
] as const

const LECTEURS: readonly (readonly [string, Lecteur])[] = [
  ['320-clair', { largeur: 320, theme: 'light' }],
  ['320-sombre', { largeur: 320, theme: 'dark' }],
  ['1280-clair', { largeur: 1280, theme: 'light' }],
  ['1280-sombre', { largeur: 1280, theme: 'dark' }],
  ['1280-force', { largeur: 1280, contrasteForce: true }],
  ['320-force', { largeur: 320, contrasteForce: true }],
]

describe.each(PAGES)('%s', (nom, chemin) => {
  it.each(LECTEURS)('%s: no complaint, no serious fault of accessibility, no sideways scroll', async (cas, lecteur) => {
    const { page, plaintes } = await ouvrir(navigateur, chemin, lecteur)
    await photographier(page, `${nom}-${cas}`, true)
    expect(await fautesAxe(page)).toEqual([])
    expect(await debordement(page)).toBe(0)
    expect(plaintes).toEqual([])
    await page.context().close()
  })
})
