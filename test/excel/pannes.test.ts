import { describe, expect, it } from 'vitest'
import { ouvrirExcel } from '../../addin/excel/index.ts'
import type { Panne } from '../hote-simule/hote.ts'
import { colonneDe, contenu, cotation, DATES, MAPPEES, monter, sourceDemandes, type Montage } from './montage.ts'

const REGLAGES = { octetsLecture: 250, octetsEcriture: 200 }

/** A whole run over a former output: read, write, close. */
async function courir({ excel }: Montage, points: number): Promise<void> {
  await excel.reprendre()
  const lecture = await excel.lire(await sourceDemandes(excel), { colonnes: MAPPEES, dates: DATES })
  try {
    const lignes = [...lecture.feuille.lignes].length - 1
    await excel.ecrire([cotation(lignes, points)], { lecture })
  } finally {
    await lecture.fermer()
  }
}

async function avecResultat(): Promise<Montage> {
  const montage = await monter(ouvrirExcel, { lignes: 6, reglages: REGLAGES })
  await montage.excel.ecrire([cotation(3, 5)])
  montage.feuille('Suivi').saisir(0, 0, '=SUM(Cotation[total])')
  montage.hote.remettreCompteurs()
  return montage
}

async function nombreDeSyncs(): Promise<number> {
  const montage = await avecResultat()
  await courir(montage, 8)
  return montage.hote.compteurs.syncs
}

/** The former output whole, or the new one whole: rows, totals, title block. */
function resultat(montage: Montage): string {
  const totaux = JSON.stringify(colonneDe(montage, 'Cotation', 'total'))
  const bloc = String(montage.feuille('Cotation').lire(2, 1))
  if (totaux === JSON.stringify([5, 5, 5]) && bloc.includes('5 points')) return 'ancien'
  if (totaux === JSON.stringify([8, 8, 8, 8, 8, 8]) && bloc.includes('8 points')) return 'nouveau'
  return `melange ${totaux} ${bloc}`
}

type Scenario = (n: number, quand: Panne['quand']) => Panne[]

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'a passing failure': (n, quand) => [{ auSync: n, quand, code: 'GeneralException' }],
  'a failure that lasts': (n, quand) =>
    Array.from({ length: 200 }, (_, i) => ({
      auSync: n + i,
      quand: i === 0 ? quand : ('avant' as const),
      code: 'GeneralException',
    })),
  'a refusal': (n, quand) => [{ auSync: n, quand, code: 'AccessDenied' }],
}

describe('a fault at every request of a run, one by one', () => {
  for (const [nom, scenario] of Object.entries(SCENARIOS)) {
    it.each(['avant', 'pendant', 'apres'] as const)(`${nom}, %s`, async (quand) => {
      const total = await nombreDeSyncs()
      expect(total).toBeGreaterThan(15)
      const issues = new Set<string>()
      for (let n = 1; n <= total; n++) {
        const montage = await avecResultat()
        const source = contenu(montage.export)
        montage.hote.pannes = scenario(n, quand)
        const phrase = await courir(montage, 8).then(
          () => undefined,
          (erreur: unknown) => (erreur instanceof Error ? erreur.message : String(erreur)),
        )
        montage.hote.pannes = []
        expect(contenu(montage.export)).toBe(source)
        if (phrase !== undefined) expect(phrase, `request ${String(n)}`).toMatch(/Relancez|relancez|rétablir|intact/)
        if (nom === 'a passing failure') expect(phrase, `request ${String(n)}`).toBeUndefined()
        await montage.excel.reprendre()
        const obtenu = resultat(montage)
        issues.add(`${phrase === undefined ? 'fini' : 'coupé'} ${obtenu}`)
        expect(['ancien', 'nouveau'], `request ${String(n)}`).toContain(obtenu)
        if (phrase === undefined) expect(obtenu).toBe('nouveau')
        await courir(montage, 8)
        expect(resultat(montage)).toBe('nouveau')
        expect(montage.feuille('Suivi').lire(0, 0)).toBe(48)
        expect([montage.hote.modeCalcul, montage.hote.evenementsActifs]).toEqual(['Automatic', true])
        // The former content is kept; nothing else of ours is hidden.
        expect(montage.hote.classeur.feuilles.filter((f) => f.visibilite !== 'Visible')).toHaveLength(1)
      }
      expect(issues).toContain(nom === 'a passing failure' ? 'fini nouveau' : 'coupé ancien')
    })
  }

  it.each(['avant', 'pendant', 'apres'] as const)('on a first run: nothing, or everything (%s)', async (quand) => {
    for (let n = 1, fini = false; !fini; n++) {
      const montage = await monter(ouvrirExcel, { lignes: 6, reglages: REGLAGES })
      const visibles = () => montage.hote.classeur.feuilles.filter((f) => f.visibilite === 'Visible').map((f) => f.nom)
      montage.hote.remettreCompteurs()
      montage.hote.pannes = (SCENARIOS['a failure that lasts'] ?? (() => []))(n, quand)
      fini = await courir(montage, 8).then(
        () => montage.hote.compteurs.syncs < n,
        () => false,
      )
      montage.hote.pannes = []
      await montage.excel.reprendre()
      if (visibles().length === 2) expect(visibles(), `request ${String(n)}`).toEqual(['Export', 'Suivi'])
      else expect(resultat(montage), `request ${String(n)}`).toBe('nouveau')
      await courir(montage, 8)
      expect(visibles()).toEqual(['Export', 'Suivi', 'Cotation'])
      expect(montage.hote.classeur.tableaux.map((t) => t.nom)).toEqual(['Demandes', 'Cotation'])
    }
  })
})
