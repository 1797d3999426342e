import { describe, expect, it } from 'vitest'
import {
  chiffresDe,
  ConstructeurTable,
  ecrireJeu,
  indexDe,
  partitionner,
  type Jeu,
} from '../../core/observatoire/index.ts'
import { Depot } from '../../dashboard/donnees/depot.ts'
import { situer } from '../../dashboard/modeles/contexte.ts'
import { FLANDRE, jeu, LILLE, PART, taux } from '../observatoire/outils.ts'

const AUTRE = { ...PART, id: 'autre', nom: 'Une autre part' }
const TOUT = jeu(
  ['2023', '2024', '2025'].flatMap((periode) =>
    ['part', 'autre'].flatMap((indicateur) =>
      [LILLE, FLANDRE].map((territoire, i) => taux(territoire, 12 + i, 60, { periode, indicateur })),
    ),
  ),
  { indicateurs: [PART, AUTRE] },
)

/** A site that holds the partitions of a dataset, and what was asked of it. */
function site(contenu: Jeu = TOUT, changes: Readonly<Record<string, string>> = {}) {
  const parties = partitionner(contenu)
  const fichiers = new Map(parties.map(({ fichier, jeu: partie }) => [fichier, ecrireJeu(partie)]))
  fichiers.set('index.json', JSON.stringify(indexDe(parties.map((partie) => ({ ...partie, octets: 0 })))))
  for (const [fichier, texte] of Object.entries(changes)) fichiers.set(fichier, texte)
  const lus: string[] = []
  const depot = new Depot((fichier) => {
    lus.push(fichier)
    const texte = fichiers.get(fichier)
    return texte === undefined ? Promise.reject(new Error('404')) : Promise.resolve(texte)
  })
  return { depot, lus }
}

const noms = (entrees: readonly { readonly fichier: string }[]): readonly string[] =>
  entrees.map(({ fichier }) => fichier)

describe('the datasets of a site', () => {
  it('are announced by their index before any is read', async () => {
    const { depot, lus } = site()
    await depot.ouvrir()
    expect(lus).toEqual(['index.json'])
    expect(depot.annoncees).toHaveLength(6)
    expect(noms(depot.premieres(new Set()))).toEqual(['entete.json'])
  })

  it('are read when they are needed, once, the latest period first', async () => {
    const { depot, lus } = site()
    await depot.ouvrir()
    await depot.charger(depot.manquantes('part', '2024'))
    expect(noms(depot.manquantes('part'))).toEqual(['part/2025.json', 'part/2023.json'])
    await depot.charger(depot.manquantes('part'))
    expect(depot.manquantes('part')).toEqual([])
    expect(noms(depot.dernieres())).toEqual(['autre/2025.json'])
    expect(lus.filter((nom) => nom.startsWith('autre'))).toEqual([])
  })

  it('are offered as choices before they are read', async () => {
    const { depot } = site()
    await depot.ouvrir()
    const constructeur = new ConstructeurTable()
    constructeur.ajouter(await depot.charger(depot.premieres(new Set())))
    constructeur.annoncer(depot.annoncees)
    const avant = situer({ table: constructeur.table(), selection: { indicateur: 'autre' } })
    expect(avant?.choisissables.map(({ cle }) => cle)).toEqual(['part', 'autre'])
    expect([avant?.periode, avant?.periodes]).toEqual(['2025', ['2023', '2024', '2025']])
    constructeur.ajouter(await depot.charger(depot.manquantes('autre', '2025')))
    const table = constructeur.table()
    const [groupe, ...autres] = table.groupes.filter(
      ({ indicateur, periode }) => indicateur === 'autre' && periode === '2025',
    )
    expect(autres).toEqual([])
    expect(groupe && chiffresDe(table, groupe).map(({ numerateur }) => numerateur)).toEqual([12, 13])
  })

  it('without a heading, are read until each indicator is described', async () => {
    const { depot } = site(TOUT, {
      'index.json': JSON.stringify({
        format: 'observatoire-index/1',
        jeux: ['part/2023', 'part/2024', 'autre/2023'].map((nom) => ({
          fichier: `${nom}.json`,
          indicateurs: [nom.split('/')[0]],
          periodes: [nom.split('/')[1]],
          octets: 0,
        })),
      }),
    })
    await depot.ouvrir()
    expect(noms(depot.premieres(new Set()))).toEqual(['part/2023.json', 'autre/2023.json'])
    expect(noms(depot.premieres(new Set(['part'])))).toEqual(['autre/2023.json'])
  })

  it('modified after their publication are refused, and can be asked for again', async () => {
    const { depot } = site(TOUT, {
      'part/2025.json': ecrireJeu(partitionner(TOUT)[6]?.jeu ?? TOUT).replace('"numerateur":[12', '"numerateur":[11'),
    })
    await depot.ouvrir()
    await expect(depot.charger(depot.manquantes('part', '2025'))).rejects.toThrow(/modifié|numerateur/)
    expect(noms(depot.manquantes('part', '2025'))).toEqual(['part/2025.json'])
  })

  it('that are missing are said to be', async () => {
    const { depot } = site(TOUT, {
      'index.json': JSON.stringify({
        format: 'observatoire-index/1',
        jeux: [{ fichier: 'x.json', indicateurs: ['x'], periodes: ['2025'], octets: 0 }],
      }),
    })
    await depot.ouvrir()
    await expect(depot.charger(depot.manquantes('x'))).rejects.toThrow(/n’a pas pu être chargé/)
  })
})
