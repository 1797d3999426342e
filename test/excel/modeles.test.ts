import { beforeEach, describe, expect, it } from 'vitest'
import { ouvrirExcel } from '../../addin/excel/index.ts'
import type { ClasseurExcel } from '../../addin/excel/port.ts'
import { modeles } from '../../addin/travail/modeles.ts'
import { MODELE_DEMANDE } from '../../core/index.ts'
import type { HoteSimule } from '../hote-simule/hote.ts'
import { installer } from '../hote-simule/office.ts'
import { hoteDe } from '../hote-simule/scenario.ts'

let hote: HoteSimule
let excel: ClasseurExcel

async function ouvrir(noms: readonly string[]): Promise<void> {
  hote = hoteDe({ feuilles: noms.map((nom) => ({ nom, lignes: [['à moi']] })) })
  installer(globalThis, hote)
  excel = await ouvrirExcel({ reglages: { pause: 0 } })
}

beforeEach(() => ouvrir(['Feuil1']))

describe('sheets to fill', () => {
  it('are added with their headers, lists and formats, and belong to the user', async () => {
    const { poses, presents } = await excel.poserModeles(modeles())
    expect(presents).toEqual([])
    expect(poses).toEqual(expect.arrayContaining(['Demandes', 'Attributions', 'Parc']))
    const table = hote.classeur.tableau('Demandes')
    expect(table?.colonnes.map((c) => c.nom)).toEqual(MODELE_DEMANDE.champs.map(({ libelle }) => libelle))
    const feuille = hote.classeur.feuille('Demandes')
    if (feuille === undefined || table === undefined) throw new Error('no sheet')
    expect([feuille.visibilite, feuille.lignesFigees, feuille.proprietes.size, feuille.noms.size]).toEqual([
      'Visible',
      1,
      0,
      0,
    ])
    expect(feuille.format(1, 0)).toBe('@')
    const dalo = MODELE_DEMANDE.champs.findIndex(({ code }) => code === 'dalo')
    expect(hote.utilisateurTape(feuille, 1, dalo, 'Oui')).toBe('pris')
    expect(hote.utilisateurTape(feuille, 1, dalo, 'certainement')).toBe('averti')
    expect((await excel.sources()).map(({ feuille: nom }) => nom)).toContain('Demandes')
  })

  it('leave a sheet of that name alone, whatever its case, and are added once', async () => {
    await ouvrir(['demandes'])
    const premier = await excel.poserModeles(modeles())
    expect(premier.presents).toEqual(['Demandes'])
    expect(hote.classeur.feuille('demandes')?.zoneUtilisee()).toMatchObject({ lignes: 1, colonnes: 1 })
    const avant = hote.classeur.feuilles.length
    expect((await excel.poserModeles(modeles())).poses).toEqual([])
    expect(hote.classeur.feuilles).toHaveLength(avant)
  })

  it('are not cleaned away by a run, and a protected workbook is said', async () => {
    hote.classeur.protege = true
    await expect(excel.poserModeles(modeles())).rejects.toThrow('structure du classeur est protégée')
    hote.classeur.protege = false
    await excel.poserModeles(modeles())
    const avant = hote.classeur.feuilles.map((f) => f.nom)
    await excel.reprendre()
    expect(hote.classeur.feuilles.map((f) => f.nom)).toEqual(avant)
  })

  // The smallest one: what is proved of it holds for the others.
  const PARC = modeles().filter(({ nom }) => nom === 'Parc')

  it.each(['avant', 'pendant', 'apres'] as const)(
    'a fault at every request, %s: all or nothing of each',
    async (quand) => {
      hote.remettreCompteurs()
      await excel.poserModeles(PARC)
      const total = hote.compteurs.syncs
      for (let n = 1; n <= total; n++) {
        await ouvrir(['Feuil1'])
        hote.remettreCompteurs()
        hote.pannes = [{ auSync: n, quand, code: 'GeneralException' }]
        await excel.poserModeles(PARC)
        hote.pannes = []
        await excel.reprendre()
        const visibles = hote.classeur.feuilles.filter((f) => f.visibilite === 'Visible').map((f) => f.nom)
        expect(visibles.sort(), `request ${String(n)}`).toEqual(['Feuil1', ...PARC.map(({ nom }) => nom)].sort())
        expect(hote.classeur.feuilles.filter((f) => f.visibilite !== 'Visible')).toHaveLength(1)
        for (const { nom, colonnes } of PARC) {
          expect(hote.classeur.feuille(nom)?.tableaux[0]?.colonnes).toHaveLength(colonnes.length)
        }
      }
    },
  )
})
