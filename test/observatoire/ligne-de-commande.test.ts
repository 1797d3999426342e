import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lancer } from '../../cli/lancer.ts'
import { lireTexteJeu } from '../../core/observatoire/index.ts'

const DOSSIER = mkdtempSync(join(tmpdir(), 'observer-'))
const EXEMPLE = 'exemples/demandes-exemple.xlsx'
const CHOIX = ['--territoire', '200093201', '--periode', '2026', '--jour', '2026-01-31']

afterAll(() => {
  rmSync(DOSSIER, { recursive: true })
})

async function observer(...mots: readonly string[]) {
  const ecrits: string[] = []
  const signales: string[] = []
  const statut = await lancer(['observer', ...mots], {
    aujourdhui: '2026-01-31',
    ecrire: (texte) => {
      ecrits.push(texte)
      return Promise.resolve()
    },
    signaler: (texte) => signales.push(texte),
    progresser: () => undefined,
  })
  return { statut, sortie: ecrits.join(''), faute: signales.join('\n').replaceAll('\u202f', ' ') }
}

describe('observer, on the command line', () => {
  it('writes a dataset that is read again, the same on standard output', async () => {
    const fichier = join(DOSSIER, 'lille.json')
    const { statut, sortie } = await observer(EXEMPLE, ...CHOIX, '--sortie', fichier)
    expect(statut).toBe(0)
    const texte = readFileSync(fichier, 'utf8')
    const { jeu, intact } = lireTexteJeu(texte, 'lille.json')
    expect(intact).toBe(true)
    expect(jeu.territoires).toMatchObject([{ code: '200093201', departements: ['59'], region: '32' }])
    expect(sortie).toContain('1\u202f945\u00a0demandes comptées')
    expect((await observer(EXEMPLE, ...CHOIX, '--json')).sortie).toBe(texte)
  })

  it('counts a demande once when it is in two workbooks', async () => {
    const { sortie } = await observer(EXEMPLE, EXEMPLE, ...CHOIX)
    expect(sortie).toContain('1\u202f945\u00a0demandes comptées')
  })

  it('takes the exact name of an EPCI', async () => {
    const { statut } = await observer(EXEMPLE, '--territoire', 'metropole europeenne de lille', '--periode', '2026')
    expect(statut).toBe(0)
  })

  it('compares with the previous file when it is given, and says so when it is not', async () => {
    const fichier = join(DOSSIER, 'precedent.json')
    const sans = await observer(EXEMPLE, ...CHOIX, '--sortie', fichier)
    expect(sans.sortie).toContain('n’ont pas été vérifiés')
    const avec = await observer(EXEMPLE, ...CHOIX, '--precedent', fichier)
    expect(avec.statut).toBe(0)
    expect(avec.sortie).toContain('ont été contrôlés')
  })

  it('refuses a previous file of another territory, and never writes over it', async () => {
    const fichier = join(DOSSIER, 'ailleurs.json')
    const mots = [EXEMPLE, '--territoire', '245900428', '--periode', '2026', '--jour', '2026-01-31']
    await observer(EXEMPLE, ...CHOIX, '--sortie', fichier)
    expect((await observer(...mots, '--precedent', fichier)).faute).toMatch(/ne dit rien du territoire/)
    expect((await observer(EXEMPLE, ...CHOIX, '--precedent', fichier, '--sortie', fichier)).statut).not.toBe(0)
  })

  it('publishes no number of the workbook', async () => {
    const { sortie } = await observer(EXEMPLE, ...CHOIX, '--json')
    const sansRatios = sortie.replace(/sha256:[0-9a-f]{64}/, '').replace(/\b0\.\d+/g, '')
    expect(sansRatios).not.toMatch(/\d{10,}/)
  })

  it.each([
    [[EXEMPLE, '--periode', '2026'], 2, /--territoire/],
    [[EXEMPLE, '--territoire', '200093201'], 2, /--periode/],
    [[EXEMPLE, '--territoire', '200093201', '--periode', '2026-T5'], 2, /2026-T5/],
    [[EXEMPLE, '--territoire', '999999999', '--periode', '2026'], 1, /n’est pas un EPCI connu/],
    [[...CHOIX], 2, /au moins un classeur/],
    [['absent.xlsx', ...CHOIX], 1, /n’existe pas/],
    [[EXEMPLE, ...CHOIX, '--sortie', EXEMPLE], 2, /\.json/],
  ])('%j ends with status %i', async (mots, attendu, phrase) => {
    const { statut, faute } = await observer(...mots)
    expect(statut).toBe(attendu)
    expect(faute).toMatch(phrase)
  })

  it('leaves no file behind a refusal', async () => {
    const fichier = join(DOSSIER, 'refus.json')
    await observer('absent.xlsx', ...CHOIX, '--sortie', fichier)
    expect(existsSync(fichier)).toBe(false)
  })
})
