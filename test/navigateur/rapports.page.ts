import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Dossier, executer } from '../outils/lancer-cli.ts'
import { lancer } from './navigateur.ts'

let navigateur: Browser

beforeAll(async () => {
  navigateur = await lancer()
})

afterAll(async () => {
  await navigateur.close()
})

/** Sheets of paper of a PDF: each is an object of type « Page ». */
const feuillesDePapier = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0

describe('the reports on the targets, printed', () => {
  it.each([
    ['caleol', '2025'],
    ['trimestre', '2025'],
    ['annee', '2025'],
    ['caleol', '2026'],
    ['trimestre', '2026'],
    ['annee', '2026'],
  ])('%s %s holds on one A4 page', { timeout: 60_000 }, async (cadence, annee) => {
    using dossier = new Dossier()
    const sortie = dossier.dans('rapport.html')
    const mots = ['--annee', annee, '--jour', '2026-01-31', '--rapport', cadence, '--sortie', sortie]
    expect((await executer('objectifs', 'exemples/demandes-exemple.xlsx', ...mots)).statut).toBe(0)
    const page = await navigateur.newPage()
    await page.setContent(readFileSync(sortie, 'utf8'))
    expect(feuillesDePapier(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
    await page.close()
  })
})
