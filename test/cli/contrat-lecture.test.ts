import { describe, expect, it } from 'vitest'
import { Dossier, executer } from '../outils/lancer-cli.ts'

interface Lu {
  readonly cotations: readonly { readonly numero_unique: string }[]
  readonly anomalies: readonly { readonly ligne: number; readonly colonne: string; readonly code: string }[]
}

const critere = (code: string, si: object) => ({ code, nom: code, points: 5, si })
const grille = (id: string, reste: object) => JSON.stringify({ format: 'grille-cotation/1', id, nom: id, ...reste })
const QUARTILE = critere('Q1', { champ: 'quartile', est: 1 })

async function coterCsv(csv: string, grilles: readonly string[], ...mots: readonly string[]): Promise<Lu> {
  using dossier = new Dossier()
  const chemins = grilles.map((texte, i) => dossier.ecrire(`g${String(i)}.json`, texte))
  const { statut, sortie, erreurs } = await executer(
    ...['coter', dossier.ecrire('d.csv', csv), '--grille', ...chemins, '--json', '--jour', '2026-01-31', ...mots],
  )
  expect([statut, erreurs]).toEqual([0, ''])
  return JSON.parse(sortie) as Lu
}

const codes = ({ anomalies }: Lu) => anomalies.map(({ ligne, colonne, code }) => `${String(ligne)} ${colonne} ${code}`)

describe('the anomalies of the contract, on files', () => {
  it('takes the errors that Excel writes in a text file for errors, never for a unique number', async () => {
    const csv =
      'numero_unique;date_depot;nb_personnes;nature\n#N/A;2024-01-01;1;oui\n#N/A;2024-01-01;1;oui\nA;2024-01-01;1;#VALEUR!\n'
    const lu = await coterCsv(csv, [grille('g', { criteres: [critere('M', { champ: 'nature', est: 'mutation' })] })])
    expect(lu.cotations.map(({ numero_unique }) => numero_unique)).toEqual(['A'])
    expect(codes(lu)).toEqual([
      '2 numero_unique valeur-illisible',
      '3 numero_unique valeur-illisible',
      '4 nature valeur-illisible',
    ])
  })

  it('reports a demande that is not active even when all are scored', async () => {
    const csv = 'numero_unique;date_depot;nb_personnes;statut_demande\nA;2024-01-01;1;Radiée\n'
    const g = grille('g', { criteres: [critere('P', { champ: 'nb_personnes', est: 1 })] })
    const [sans, avec] = [await coterCsv(csv, [g]), await coterCsv(csv, [g], '--toutes')]
    expect([sans.cotations.length, avec.cotations.length]).toEqual([0, 1])
    for (const lu of [sans, avec]) expect(codes(lu)).toEqual(['2 statut_demande inactive'])
  })

  it('looks for thresholds in the territory of the grid that scores the demande', async () => {
    const csv =
      'numero_unique;date_depot;nb_personnes;nb_moins_14;ressources_mensuelles;nature\n' +
      'A;2024-01-01;1;0;500;mutation\nB;2024-01-01;1;0;500;nouvelle\n'
    const sansLieu = grille('a', { portee: { champ: 'nature', est: 'mutation' }, criteres: [QUARTILE] })
    const situee = grille('b', { territoire: '200093201', criteres: [QUARTILE] })
    expect(codes(await coterCsv(csv, [sansLieu, situee]))).toEqual(['2 epci epci-sans-seuils'])
  })

  it('finds communes by name alike when grids are compared: not when they are of several territories', async () => {
    using dossier = new Dossier()
    const csv = dossier.ecrire('d.csv', 'numero_unique;date_depot;nb_personnes;commune_travail\nA;2024-01-01;1;Lille\n')
    const criteres = [critere('C', { champ: 'commune_travail', est: '59350' })]
    const grilles = ['200093201', '200023414'].map((territoire, i) =>
      dossier.ecrire(`g${String(i)}.json`, grille(`g${String(i)}`, { territoire, criteres })),
    )
    const [seule = '', autre = ''] = grilles
    const lire = async (job: string, option: string, ...chemins: readonly string[]) =>
      codes(JSON.parse((await executer(job, csv, option, ...chemins, '--json')).sortie) as Lu)
    expect(await lire('comparer', '--grilles', seule, seule)).toEqual([])
    expect(await lire('coter', '--grille', seule)).toEqual([])
    for (const [job, option] of [
      ['comparer', '--grilles'],
      ['coter', '--grille'],
    ] as const)
      expect(await lire(job, option, seule, autre)).toContain('2 commune_travail valeur-illisible')
  })
})
