import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

  it('reads the sheets Attributions and Parc of the workbook, or the files that are named', async () => {
    const feuilles = await observer(EXEMPLE, '--territoire', '200093201', '--periode', '2025', '--jour', '2026-01-31')
    expect(feuilles.sortie).toMatch(/\sdécisions d’attribution,.*\sbaux signés/)
    expect(feuilles.sortie).toMatch(/\slignes de parc/)
    const csv = join(DOSSIER, 'attributions.csv')
    const rangs = Array.from(
      { length: 40 },
      (_, i) => `${i < 30 ? 'Habitat A' : 'Habitat B'};2025-03-${String(1 + (i % 28)).padStart(2, '0')}`,
    )
    writeFileSync(csv, ['Bailleur;Date CAL', ...rangs].join('\n'))
    const mots = ['--territoire', '200093201', '--periode', '2025', '--jour', '2026-01-31', '--attributions', csv]
    const nommes = await observer(EXEMPLE, ...mots, '--json')
    const { observations: o } = lireTexteJeu(nommes.sortie, 'f.json').jeu
    expect(o.numerateur[o.indicateur.indexOf('attributions')]).toBe(40)
    const profil = await observer(EXEMPLE, ...mots, '--profil', 'contributeurs-3-85', '--json')
    const stricts = lireTexteJeu(profil.sortie, 'f.json').jeu
    expect(stricts.profil_secret).toBe('contributeurs-3-85')
    expect(stricts.observations.secret[stricts.observations.indicateur.indexOf('attributions')]).toBe('primaire')
  })

  it('gives the communes when they are asked for', async () => {
    const { sortie } = await observer(EXEMPLE, ...CHOIX, '--communes', '--json')
    const { territoires } = lireTexteJeu(sortie, 'f.json').jeu
    expect(territoires.filter(({ type }) => type === 'commune').length).toBeGreaterThan(50)
  })

  it.each([
    [[EXEMPLE, ...CHOIX, '--profil', 'seuil=3'], 2, /5 ou plus/],
    [[EXEMPLE, ...CHOIX, '--attributions', 'absent.csv'], 1, /n’existe pas/],
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
