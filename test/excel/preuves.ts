import { expect } from 'vitest'
import type { FeuilleEcrite } from '../../core/socle/table.ts'
import { feuilleDe } from '../../addin/excel/donnees.ts'
import type { FeuilleSuivie, Interruption } from '../../addin/excel/index.ts'
import {
  colonneDe,
  contenu,
  cotation,
  DATES,
  echecDe,
  ENTETES,
  ligneExport,
  lireExport,
  MAPPEES,
  monter,
  sourceDemandes,
  type Montage,
  type OuvrirExcel,
} from './montage.ts'

/** What the adapter must do, each on a workbook of its own; the same list judges the broken adapters. */
export type Preuve = (ouvrir: OuvrirExcel) => Promise<void>

function attendue(i: number, decalage: number) {
  const [numero = null, , serie, points = null, remarque = null] = ligneExport(i)
  return [numero, null, { jour: (serie as number) - decalage }, points, remarque]
}

async function lectureExacte(montage: Montage, n: number, decalage = 25_569): Promise<void> {
  const lignes = await lireExport(montage)
  expect(lignes[0]).toEqual({ numero: 1, cellules: ENTETES })
  expect(lignes.slice(1)).toEqual(
    Array.from({ length: n }, (_, i) => ({ numero: i + 2, cellules: attendue(i, decalage) })),
  )
}

/** Two runs with a formula and a pivot made between them by the user. */
async function ecrireAvecLiens(montage: Montage) {
  await montage.excel.ecrire([cotation(10, 5)])
  const table = montage.hote.classeur.tableau('Cotation')
  if (table === undefined) throw new Error('no table')
  montage.feuille('Suivi').saisir(0, 0, '=SUM(Cotation[total])')
  montage.feuille('Suivi').saisir(1, 0, '=COUNTA(Cotation[numero_unique])')
  return { table, croise: montage.hote.classeur.ajouterTableauCroise('TCD', table) }
}

function liens({ feuille }: Montage) {
  return [feuille('Suivi').lire(0, 0), feuille('Suivi').lire(1, 0)]
}

/** A short table that the user edits: codes and points, the first rows locked. */
function suivie(points: readonly (readonly [string, number])[], verrouillees: readonly number[] = []): FeuilleSuivie {
  return {
    nom: 'Grille',
    titre: 'Grille',
    provenance: [['Grille', 'essai']],
    colonnes: [
      { titre: 'code', format: 'texte', largeur: 10 },
      { titre: 'points', format: 'nombre', largeur: 10 },
    ],
    nombreLignes: points.length,
    ligne: (i) => points[i] ?? [],
    aides: [{ colonne: 'code', valeurs: ['A', 'B', 'C'], exigence: 'fermee' }],
    verrouillees,
    connues: [],
  }
}

export const PREUVES = {
  'reads every row once, in order, mapped columns only': async (ouvrir) => {
    for (const n of [1, 3, 25, 26]) await lectureExacte(await monter(ouvrir, { lignes: n }), n)
    const montage = await monter(ouvrir)
    const source = await sourceDemandes(montage.excel)
    const lecture = await montage.excel.lire(source, { colonnes: MAPPEES, dates: DATES })
    expect([...feuilleDe(structuredClone(lecture.donnees)).lignes]).toEqual([...lecture.feuille.lignes])
    await lecture.fermer()
    montage.hote.remettreCompteurs()
    await lireExport(montage)
    // 25 rows × (4 values + 1 format), the header row twice with its formats, once more by check, and few other cells.
    expect(montage.hote.compteurs.cellulesLues).toBeLessThan(25 * 5 + 200)
  },

  'reads dates of both systems': async (ouvrir) => {
    await lectureExacte(await monter(ouvrir, { date1904: true }), 25, 24_107)
  },

  'keeps every response below the limit of the web, whatever the rows weigh': async (ouvrir) => {
    const montage = await monter(ouvrir, { profil: 'web', lignes: 60, reglages: { octetsLecture: 2_000_000 } })
    for (let i = 1; i <= 60; i++) montage.export.poser(i, 4, (i > 30 ? 'é' : 'e').repeat(120_000))
    const lignes = await lireExport(montage)
    expect(lignes).toHaveLength(61)
    expect(lignes[60]?.cellules[4]).toHaveLength(120_000)
    expect(montage.hote.compteurs.refus).toBe(0)
    expect(montage.hote.compteurs.plusGrandeReponse).toBeLessThanOrEqual(5 * 1024 * 1024)
  },

  'halves a response that proves too large': async (ouvrir) => {
    const reglages = { premierBloc: 60, octetsLecture: 4_000_000 }
    const montage = await monter(ouvrir, { profil: 'web', lignes: 60, reglages })
    for (let i = 1; i <= 60; i++) montage.export.poser(i, 4, 'e'.repeat(120_000))
    expect(await lireExport(montage)).toHaveLength(61)
    expect(montage.hote.compteurs.refus).toBe(1)
    montage.export.poser(30, 4, 'é'.repeat(3_000_000))
    const echec = await echecDe(() => lireExport(montage))
    expect(echec).toMatchObject({ nom: 'Refus', message: expect.stringContaining('La ligne 31 ') as string })
  },

  'never asks for more cells than the cap, and takes null for a refusal': async (ouvrir) => {
    const large = await monter(ouvrir, {
      lignes: 40,
      reglages: { cellulesLecture: 50, octetsLecture: 1e9, premierBloc: 1e9 },
    })
    await lectureExacte(large, 40)
    expect(large.hote.compteurs.plusGrandeLecture).toBeLessThanOrEqual(50)
    const montage = await monter(ouvrir, { lignes: 40, reglages: { premierBloc: 40 } })
    Object.assign(montage.hote, { profil: { ...montage.hote.profil, cellulesMax: 30 } })
    await lectureExacte(montage, 40)
  },

  'stops when the source moves between two blocks, or an edit touches what was read': async (ouvrir) => {
    const gestes: ((montage: Montage) => void)[] = [
      ({ hote, export: f }) => {
        hote.coauteurDecale(f, 3, 1)
      },
      ({ hote, export: f }) => {
        hote.coauteurDecale(f, 3, -1)
      },
      ({ hote, export: f }) => {
        hote.coauteurEcrit(f, 1, 3, 999)
      },
      ({ export: f }) => {
        f.poser(0, 3, 'Autre titre')
      },
    ]
    for (const geste of gestes) {
      const montage = await monter(ouvrir)
      const progres = (fait: number) => {
        if (fait > 5) montage.hote.entreSyncs = undefined
      }
      let blocs = 0
      const surProgres = (fait: number) => {
        if (++blocs === 2) geste(montage)
        progres(fait)
      }
      const echec = await echecDe(() => lireExport(montage, { progres: surProgres }))
      expect(echec).toMatchObject({ nom: 'Interruption', motif: 'source-modifiee' })
      expect(echec.message).toContain('«\u202fExport\u202f»')
    }
  },

  'goes on when someone types in a column that is not read': async (ouvrir) => {
    const montage = await monter(ouvrir)
    let blocs = 0
    const lignes = await lireExport(montage, {
      progres: () => {
        if (++blocs === 2) montage.hote.coauteurEcrit(montage.export, 1, 1, 'Autre nom')
      },
    })
    expect(lignes).toHaveLength(26)
  },

  'does not publish on a source that changed after it was read': async (ouvrir) => {
    const montage = await monter(ouvrir)
    await montage.excel.ecrire([cotation(4, 1)])
    const avant = contenu(montage.feuille('Cotation'))
    const lecture = await montage.excel.lire(await sourceDemandes(montage.excel), { colonnes: MAPPEES, dates: DATES })
    montage.hote.coauteurEcrit(montage.export, 1, 3, 999)
    const echec = await echecDe(() => montage.excel.ecrire([cotation(9, 2)], { lecture }))
    await lecture.fermer()
    expect(echec.motif).toBe('source-modifiee')
    expect(contenu(montage.feuille('Cotation'))).toBe(avant)
    expect(montage.hote.abonnes.size).toBe(0)
  },

  'takes up a reading where the host failed': async (ouvrir) => {
    const montage = await monter(ouvrir)
    const source = await sourceDemandes(montage.excel)
    let blocs = 0
    const demande = {
      colonnes: MAPPEES,
      dates: DATES,
      progres: () => {
        if (++blocs === 3) {
          const n = montage.hote.compteurs.syncs
          montage.hote.pannes = [1, 2, 3, 4, 5, 6, 7, 8].map((k) => ({
            auSync: n + k,
            quand: 'avant',
            code: 'GeneralException',
          }))
        }
      },
    } as const
    const echec = await echecDe(() => montage.excel.lire(source, demande))
    expect(echec).toMatchObject({ nom: 'Interruption', motif: 'hote' })
    const { reprise } = echec.erreur as Interruption
    montage.hote.pannes = []
    if (reprise === undefined) throw new Error('the reading cannot go on')
    montage.hote.remettreCompteurs()
    const lecture = await montage.excel.lire(source, { ...demande, reprise })
    expect([...lecture.feuille.lignes]).toHaveLength(26)
    expect(montage.hote.compteurs.cellulesLues).toBeLessThan((25 - reprise.ligneSuivante + 1) * 5 + 80)
    await lecture.fermer()
    expect(montage.hote.abonnes.size).toBe(0)
  },

  'waits for the end of an edit with one message': async (ouvrir) => {
    const montage = await monter(ouvrir)
    montage.hote.commencerSaisie()
    setTimeout(() => {
      montage.hote.terminerSaisie()
    }, 30)
    expect(await lireExport(montage)).toHaveLength(26)
    expect(montage.phrases).toEqual([expect.stringContaining('en cours de saisie'), undefined])
  },

  'puts calculation and events back, after success and after any failure': async (ouvrir) => {
    for (const panne of [undefined, 'publication'] as const) {
      const montage = await monter(ouvrir)
      await montage.excel.ecrire([cotation(4, 1)])
      let vus: [string, boolean] | undefined
      const surveiller = (n: number) => {
        if (montage.hote.modeCalcul !== 'Manual' || vus !== undefined) return
        vus = [montage.hote.modeCalcul, montage.hote.evenementsActifs]
        if (panne !== undefined) {
          montage.hote.pannes = [1, 2, 3].map((k) => ({ auSync: n + k, quand: 'avant', code: 'AccessDenied' }))
        }
      }
      montage.hote.entreSyncs = surveiller
      await montage.excel.ecrire([cotation(5, 2)]).catch(() => undefined)
      montage.hote.pannes = []
      montage.hote.entreSyncs = undefined
      expect(vus).toEqual(['Manual', false])
      if (panne !== undefined) await montage.excel.reprendre()
      expect([montage.hote.modeCalcul, montage.hote.evenementsActifs]).toEqual(['Automatic', true])
    }
  },

  'keeps formulas and pivots alive: same sheet, same table, same columns': async (ouvrir) => {
    const montage = await monter(ouvrir)
    const { table, croise } = await ecrireAvecLiens(montage)
    const ids = [table.id, table.feuille.id, table.nom]
    expect(liens(montage)).toEqual([50, 10])
    for (const suivante of [
      cotation(30, 2),
      cotation(3, 7),
      cotation(12, 4, ['famille A', 'famille B']),
      cotation(12, 4, ['famille B'], ['depot']),
      cotation(8, 1),
    ]) {
      await montage.excel.ecrire([suivante])
      const total =
        suivante.nombreLignes * Number(suivante.ligne(0)[suivante.colonnes.findIndex((c) => c.titre === 'total')])
      expect(liens(montage)).toEqual([total, suivante.nombreLignes])
      expect(croise.actualiser('total')).toBe(total)
      expect(new Set(table.colonnes.map((c) => c.nom))).toEqual(new Set(suivante.colonnes.map((c) => c.titre)))
      for (const [j, { titre }] of suivante.colonnes.entries()) {
        if (titre === 'depot') continue
        expect(colonneDe(montage, 'Cotation', titre)).toEqual(
          Array.from({ length: suivante.nombreLignes }, (_, i) => suivante.ligne(i)[j]),
        )
      }
    }
    expect([table.id, table.feuille.id, table.nom]).toEqual(ids)
    expect(montage.feuille('Suivi').contenu(0, 0)).toBe('=SUM(Cotation[total])')
  },

  'leaves nothing of a longer former output': async (ouvrir) => {
    const montage = await monter(ouvrir)
    await montage.excel.ecrire([cotation(30, 2)])
    await montage.excel.ecrire([cotation(3, 7)])
    const zone = montage.feuille('Cotation').zoneUtilisee()
    const table = montage.hote.classeur.tableau('Cotation')
    expect(zone && zone.ligne + zone.lignes).toBe(table && table.zone.ligne + table.zone.lignes)
  },

  'writes texts as texts, days as days, empty cells as empty': async (ouvrir) => {
    for (const date1904 of [false, true]) {
      const montage = await monter(ouvrir, { date1904 })
      const pleine = avecTextes(cotation(6, 5))
      const remarquee = { ...pleine, ligne: (i: number) => pleine.ligne(i).map((v) => v ?? 'ancienne') }
      await montage.excel.ecrire([remarquee])
      await montage.excel.ecrire([pleine])
      expect(colonneDe(montage, 'Cotation', 'numero_unique')).toEqual(['000', '001', '002', '003', '004', '005'])
      expect(colonneDe(montage, 'Cotation', 'remarque')).toEqual([null, '=1+1', null, '=1+1', null, '=1+1'])
      expect(colonneDe(montage, 'Cotation', 'libre')).toEqual(['0012', '=2+2', '0012', '=2+2', '0012', '=2+2'])
      expect(colonneDe(montage, 'Cotation', 'depot')[0]).toBe(20_000 + (date1904 ? 24_107 : 25_569))
      const { zone } = montage.hote.classeur.tableau('Cotation') ?? { zone: { ligne: 0 } }
      expect(montage.feuille('Cotation').format(zone.ligne + 1, 3)).toBe('dd/mm/yyyy')
      expect(montage.feuille('Cotation').formules.size).toBe(0)
      expect(montage.feuille('Cotation').lire(2, 1)).toBe('exemple (5 points)')
    }
  },

  'keeps every request below the limit of the web': async (ouvrir) => {
    const montage = await monter(ouvrir, { profil: 'web', reglages: { octetsEcriture: 4_000_000 } })
    const lourde = cotation(50, 1)
    await montage.excel.ecrire([
      { ...lourde, ligne: (i) => lourde.ligne(i).map((v) => (v === '=1+1' ? `'${'é'.repeat(150_000)}` : v)) },
    ])
    expect(colonneDe(montage, 'Cotation', 'remarque')[49]).toHaveLength(150_001)
    expect(montage.hote.compteurs.plusGrandeRequete).toBeLessThanOrEqual(5 * 1024 * 1024)
    expect(montage.hote.compteurs.syncs).toBeLessThan(60)
  },

  'halves a request that proves too large': async (ouvrir) => {
    const montage = await monter(ouvrir, { profil: 'web', reglages: { octetsEcriture: 40_000_000 } })
    const lourde = cotation(50, 1)
    await montage.excel.ecrire([
      { ...lourde, ligne: (i) => lourde.ligne(i).map((v) => (v === '=1+1' ? 'é'.repeat(150_000) : v)) },
    ])
    expect(colonneDe(montage, 'Cotation', 'numero_unique')).toHaveLength(50)
    expect(colonneDe(montage, 'Cotation', 'remarque').filter((v) => v !== null)).toHaveLength(25)
  },

  'never touches a sheet of the user, even of the same name': async (ouvrir) => {
    const montage = await monter(ouvrir)
    const sienne = montage.hote.classeur.ajouterFeuille('Cotation')
    montage.hote.classeur.remplir(sienne, [
      ['rang', 'total'],
      [1, 2],
    ])
    montage.hote.classeur.ajouterTableau(sienne, { ligne: 0, colonne: 0, lignes: 2, colonnes: 2 }, 'Cotation')
    const avant = contenu(sienne)
    const { feuilles, avis } = await montage.excel.ecrire([cotation(4, 1)])
    await montage.excel.ecrire([cotation(5, 1)])
    expect(feuilles).toEqual([{ nom: 'Cotation', ecriteDans: 'Cotation (2)' }])
    expect(avis.join()).toContain('vous appartient déjà')
    expect(contenu(sienne)).toBe(avant)
    expect(colonneDe(montage, 'Cotation_2', 'rang')).toHaveLength(5)
    expect(montage.hote.classeur.feuilles.filter((f) => f.visibilite === 'Visible')).toHaveLength(4)
  },

  'puts the former output back in one step': async (ouvrir) => {
    const montage = await monter(ouvrir)
    const { table } = await ecrireAvecLiens(montage)
    await montage.excel.ecrire([cotation(4, 9, ['famille A'], ['depot'])])
    expect(await montage.excel.restaurables()).toEqual(['Cotation'])
    await montage.excel.restaurer()
    expect(liens(montage)).toEqual([50, 10])
    expect(new Set(table.colonnes.map((c) => c.nom))).toEqual(new Set(cotation(1, 1).colonnes.map((c) => c.titre)))
    const depot = table.colonnes.findIndex((c) => c.nom === 'depot')
    expect(table.feuille.format(table.corps.ligne, table.corps.colonne + depot)).toBe('dd/mm/yyyy')
    expect(colonneDe(montage, 'Cotation', 'depot')[9]).toBe(45_578)
    expect(montage.feuille('Cotation').lire(2, 1)).toBe('exemple (5 points)')
    expect(await montage.excel.restaurables()).toEqual([])
  },

  'leaves no trace when cancelled': async (ouvrir) => {
    const montage = await monter(ouvrir)
    const { signal, arreter } = signalApres(2)
    const avant = JSON.stringify(montage.hote.classeur.feuilles.map(contenu))
    const echec = await echecDe(() => montage.excel.ecrire([cotation(30, 1)], { signal, progres: arreter }))
    expect(echec.motif).toBe('annulee')
    expect(JSON.stringify(montage.hote.classeur.feuilles.map(contenu))).toBe(avant)
    const lecture = signalApres(2)
    const lue = await echecDe(() => lireExport(montage, { signal: lecture.signal, progres: lecture.arreter }))
    expect(lue.motif).toBe('annulee')
    expect(montage.hote.abonnes.size).toBe(0)
  },

  'keeps what the user put beside a followed table, and leaves nothing of a longer one': async (ouvrir) => {
    const montage = await monter(ouvrir)
    await montage.excel.tenir([
      suivie([
        ['A', 1],
        ['B', 2],
        ['C', 3],
      ]),
    ])
    const table = montage.hote.classeur.tableau('Grille')
    if (table === undefined) throw new Error('no table')
    const { feuille } = table
    const { ligne, colonne } = table.zone
    feuille.poser(ligne, colonne + 2, 'avis')
    table.redimensionner({ ...table.zone, colonnes: 3 })
    feuille.poser(ligne + 3, colonne + 2, 'à garder')
    await montage.excel.tenir([
      suivie([
        ['A', 1],
        ['C', 4],
      ]),
    ])
    expect(montage.hote.classeur.tableau('Grille')).toBe(table)
    expect(colonneDe(montage, 'Grille', 'avis')).toEqual([null, 'à garder'])
    expect(colonneDe(montage, 'Grille', 'points')).toEqual([1, 4])
    expect(feuille.lire(ligne + 3, colonne)).toBeNull()
  },

  'locks rows, proposes values, marks faults, and takes marks away': async (ouvrir) => {
    const montage = await monter(ouvrir)
    await montage.excel.tenir([
      suivie(
        [
          ['A', 1],
          ['B', 2],
        ],
        [0],
      ),
    ])
    const table = montage.hote.classeur.tableau('Grille')
    if (table === undefined) throw new Error('no table')
    const { feuille, zone } = table
    const taper = (l: number, c: number, texte: string) =>
      montage.hote.utilisateurTape(feuille, zone.ligne + l, c, texte)
    expect([taper(1, 1, '5'), taper(2, 1, '5'), taper(2, 0, 'Z'), taper(2, 0, 'C')]).toEqual([
      'refuse',
      'pris',
      'refuse',
      'pris',
    ])
    const [relue] = await montage.excel.relire(['Grille'])
    expect(relue?.lignes.map(({ cellules }) => cellules)).toEqual([
      ['code', 'points'],
      ['A', 1],
      ['C', 5],
    ])
    const { aides, verrouillees } = suivie([], [0])
    const fond = () => feuille.fond(zone.ligne + 2, 1)
    await montage.excel.habiller(
      [{ nom: 'Grille', aides, verrouillees }],
      [{ nom: 'Grille', ligne: zone.ligne + 3, colonne: 'points', message: 'Trop.' }],
    )
    expect([fond() !== undefined, feuille.validation(zone.ligne + 2, 1)?.invite?.message]).toEqual([true, 'Trop.'])
    await montage.excel.habiller([{ nom: 'Grille', aides, verrouillees }], [])
    expect([fond(), feuille.validation(zone.ligne + 2, 1)]).toEqual([undefined, undefined])
    expect(taper(1, 1, '5')).toBe('refuse')
  },
} as const satisfies Record<string, Preuve>

/** Adds a column of numbers that holds texts: they must stay texts too. */
function avecTextes(feuille: FeuilleEcrite): FeuilleEcrite {
  return {
    ...feuille,
    colonnes: [...feuille.colonnes, { titre: 'libre', format: 'nombre', largeur: 10 }],
    ligne: (i) => [...feuille.ligne(i), i % 2 === 0 ? '0012' : '=2+2'],
  }
}

function signalApres(fois: number) {
  const controleur = new AbortController()
  let vus = 0
  return {
    signal: controleur.signal,
    arreter: () => {
      if (++vus === fois) controleur.abort()
    },
  }
}
