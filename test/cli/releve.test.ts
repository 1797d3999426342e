import { strFromU8, unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { grilleEnTables } from '../../core/index.ts'
import { creerClasseur } from '../../core/tableur/index.ts'
import { Dossier, executer } from '../outils/lancer-cli.ts'

const EXEMPLE = 'exemples/demandes-exemple.xlsx'
const GRILLE = 'exemples/grille-exemple.json'
const MOTS = [EXEMPLE, '--grille', GRILLE, '--jour', '2026-01-31']

describe('releve', () => {
  it('writes one Word statement, with the four items owed on request and the number', async () => {
    using dossier = new Dossier()
    const { statut, erreurs } = await executer(
      'releve',
      ...MOTS,
      '--numero',
      '099021800025799999',
      '--sortie',
      dossier.dans('r.docx'),
    )
    expect([statut, erreurs]).toEqual([0, ''])
    const texte = strFromU8(unzipSync(dossier.lire('r.docx'))['word/document.xml'] ?? new Uint8Array())
    for (const attendu of ['099021800025799999', 'contribution', 'sources', 'paramètres', 'opérations']) {
      expect(texte.toLowerCase()).toContain(attendu)
    }
  })
  it('writes several, to print', async () => {
    using dossier = new Dossier()
    await executer('releve', ...MOTS, '--premiers', '3', '--sortie', dossier.dans('r.html'))
    const html = Buffer.from(dossier.lire('r.html')).toString('utf8')
    expect(html.match(/Relevé de points de la demande/g)?.length).toBeGreaterThanOrEqual(3)
  })
  it.each([
    [['releve', ...MOTS, '--numero', 'A'], 2],
    [['releve', ...MOTS, '--sortie', 'r.docx'], 2],
    [['releve', ...MOTS, '--premiers', '0', '--sortie', 'r.docx'], 2],
    [['releve', ...MOTS, '--numero', 'ABSENT', '--sortie', 'r.docx'], 1],
    [['releve', ...MOTS, '--premiers', '501', '--sortie', 'r.docx'], 1],
  ])('%j gives status %i', async (mots, attendu) => {
    expect((await executer(...mots)).statut).toBe(attendu)
  })
})

describe('a grid in a workbook', () => {
  it('is the same grid: same identity, same scores', async () => {
    using dossier = new Dossier()
    const tables = grilleEnTables(JSON.parse(readFileSync(GRILLE, 'utf8')))
    const classeur = dossier.ecrire('grille.xlsx', creerClasseur(tables))
    const [json, tableur] = [
      await executer('coter', ...MOTS, '--json'),
      await executer('coter', EXEMPLE, '--grille', classeur, '--jour', '2026-01-31', '--json'),
    ]
    expect(tableur.erreurs).toBe('')
    expect(tableur.sortie).toBe(json.sortie)
  })
  it('is refused when the workbook holds none', async () => {
    expect((await executer('coter', EXEMPLE, '--grille', EXEMPLE)).statut).toBe(1)
  })
})
