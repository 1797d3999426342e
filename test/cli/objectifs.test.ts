import { describe, expect, it } from 'vitest'
import { Dossier, executer } from '../outils/lancer-cli.ts'

const ENTETES =
  'Numéro unique;Date CAL;Bail signé le;EPCI;QPV;Quartile;Contingent;Bailleur;DALO;Public prioritaire;Relogement'
const LIGNES = [
  '1;03/02/2025;20/02/2025;200093201;non;1;Action Logement;X;non;aucun',
  '2;03/02/2025;;Métropole Européenne de Lille;oui;3;Mairie;X;oui;',
  '3;05/05/2025;01/06/2025;200093201;non;4;Bailleur;Y;non;aucun',
  '4;05/05/2025;01/06/2025;200093201;non;;Bailleur;Y;;',
]

interface Ligne {
  readonly code: string
  readonly perimetre: string
  readonly numerateur: number
  readonly denominateur: number
  readonly inconnus_numerateur: number
  readonly taux: number | null
  readonly taux_max: number | null
  readonly manque_ajoute: number | null
}

async function objectifs(...mots: readonly string[]): Promise<readonly Ligne[]> {
  const { statut, sortie, erreurs } = await executer('objectifs', ...mots, '--json')
  expect([statut, erreurs]).toEqual([0, ''])
  return (JSON.parse(sortie) as { objectifs: readonly Ligne[] }).objectifs
}

describe('objectifs', () => {
  it('counts leases outside QPV, decisions inside, and holders, with what is unknown', async () => {
    using dossier = new Dossier()
    const lignes = await objectifs(dossier.ecrire('a.csv', [ENTETES, ...LIGNES].join('\n')), '--annee', '2025')
    const trouver = (code: string, perimetre: string) =>
      lignes.find((l) => l.code === code && l.perimetre === perimetre)
    expect(trouver('q1_hors_qpv', 'tous')).toMatchObject({
      numerateur: 1,
      denominateur: 3,
      inconnus_numerateur: 1,
      taux_max: 2 / 3,
    })
    expect(trouver('autres_quartiles_qpv', 'epci:200093201')).toMatchObject({ numerateur: 1, denominateur: 1, taux: 1 })
    expect(trouver('prioritaires', 'reservataire:COLACT')).toMatchObject({
      numerateur: 0,
      denominateur: 1,
      manque_ajoute: 1,
    })
  })
  it('finds the same allocation in two files, and counts it once', async () => {
    using dossier = new Dossier()
    const [a, b] = ['a.csv', 'b.csv'].map((nom) => dossier.ecrire(nom, [ENTETES, LIGNES[0]].join('\n')))
    const lignes = await objectifs(a ?? '', b ?? '', '--annee', '2025')
    expect(lignes.find(({ code, perimetre }) => code === 'q1_hors_qpv' && perimetre === 'tous')?.denominateur).toBe(1)
  })
  it('writes a sheet, text and JSON', async () => {
    using dossier = new Dossier()
    const entree = dossier.ecrire('a.csv', [ENTETES, ...LIGNES].join('\n'))
    for (const nom of ['r.xlsx', 'r.csv', 'r.json']) {
      expect((await executer('objectifs', entree, '--annee', '2025', '--sortie', dossier.dans(nom))).statut).toBe(0)
    }
    expect(dossier.fichiers()).toEqual(['a.csv', 'r.csv', 'r.json', 'r.xlsx'])
  })
  it('refuses a table without decision nor lease, and a year that is not one', async () => {
    using dossier = new Dossier()
    const sansDate = dossier.ecrire('a.csv', 'Numéro unique;Bailleur\n1;X\n')
    expect((await executer('objectifs', sansDate, '--annee', '2025')).statut).toBe(1)
    expect((await executer('objectifs', sansDate)).statut).toBe(2)
    expect((await executer('objectifs', sansDate, '--annee', '25')).statut).toBe(2)
  })
})

describe('objectifs, what it says', () => {
  const dire = async (...mots: readonly string[]) => {
    const { statut, sortie, erreurs } = await executer('objectifs', ...mots, '--annee', '2025')
    return { statut, dit: (sortie + erreurs).replace(/[\u00a0\u202f]/g, ' ') }
  }
  it('gives both missing numbers by their names, and says what each is', async () => {
    using dossier = new Dossier()
    const lignes = Array.from({ length: 60 }, (_, i) => `${String(i)};;20/02/2025;;non;${i < 10 ? '1' : '4'};;X;;;`)
    const { statut, dit } = await dire(dossier.ecrire('a.csv', [ENTETES, ...lignes].join('\n')))
    expect(statut).toBe(0)
    expect(dit).toContain('10 sur 60, 16,7 %')
    expect(dit).toContain('il en manque 5, 7 en ajoutant')
    expect(dit).toContain('Manque : combien')
    expect(dit).toContain('Manque en ajoutant : combien')
  })
  it('explains nothing when nothing is missing', async () => {
    using dossier = new Dossier()
    const { dit } = await dire(dossier.ecrire('a.csv', `${ENTETES}\n1;;20/02/2025;;non;1;;X;;;aucun`))
    expect(dit).not.toContain('manque')
  })
  it('says where a report is, without the figures that it holds', async () => {
    using dossier = new Dossier()
    const entree = dossier.ecrire('a.csv', [ENTETES, ...LIGNES].join('\n'))
    const { statut, dit } = await dire(entree, '--rapport', 'annee', '--sortie', dossier.dans('page.docx'))
    expect(statut).toBe(0)
    expect(dit).toContain(`Rapport écrit dans ${dossier.dans('page.docx')}`)
    expect(dit).not.toContain('Premier quartile')
    expect((await dire(entree, '--sortie', dossier.dans('r.csv'))).dit).toContain('Résultat écrit dans ')
  })
  it.each(['inconnu=0.2', 'mutations', 'mutations=120%'])('takes --cible %s for a wrong usage', async (cible) => {
    using dossier = new Dossier()
    const { statut, dit } = await dire(dossier.ecrire('a.csv', [ENTETES, ...LIGNES].join('\n')), '--cible', cible)
    expect([statut, dit.includes(cible.replace('%', ' %')) || dit.includes(cible)]).toEqual([2, true])
  })
  it('does not say that the quartile is unknown of a household without income, which is in the first', async () => {
    using dossier = new Dossier()
    const entree = dossier.ecrire(
      'a.csv',
      'date_bail;qpv;relogement;ressources_mensuelles;nb_personnes;nb_moins_14;epci\n2025-03-01;non;aucun;0;2;0;\n2025-03-01;non;aucun;500;2;0;',
    )
    const { sortie } = await executer('objectifs', entree, '--annee', '2025', '--json')
    const { objectifs, anomalies } = JSON.parse(sortie) as {
      objectifs: readonly { numerateur: number; inconnus_numerateur: number }[]
      anomalies: readonly { ligne: number; code: string }[]
    }
    expect(objectifs[0]).toMatchObject({ numerateur: 1, inconnus_numerateur: 1 })
    expect(anomalies.map(({ ligne, code }) => [ligne, code])).toEqual([
      [2, 'ressources-nulles'],
      [3, 'epci-sans-seuils'],
    ])
  })
})

describe('flux', () => {
  it('refuses a table without landlords, and wrong usage', async () => {
    using dossier = new Dossier()
    const entree = dossier.ecrire('p.csv', 'A;B\n1;2\n')
    expect((await executer('flux', entree, '--annee', '2025')).statut).toBe(1)
    expect((await executer('flux')).statut).toBe(2)
  })
  it('shares the releases by largest remainder, exactly', async () => {
    using dossier = new Dossier()
    const entree = dossier.ecrire(
      'p.csv',
      'Bailleur;Département;Libérations;Réservataire;Taux\nX;59;100;PPRIOR;25%\nX;59;;COLTER;20%\n',
    )
    const { statut, sortie, erreurs } = await executer('flux', entree, '--annee', '2025', '--json')
    expect([statut, erreurs]).toEqual([0, ''])
    const { lignes } = JSON.parse(sortie) as {
      lignes: readonly {
        assiette: number
        flux: readonly { reservataire: string; logements: number }[]
        reste_bailleur: number
      }[]
    }
    expect(lignes[0]).toMatchObject({ assiette: 100, reste_bailleur: 55 })
    expect(lignes[0]?.flux.map(({ reservataire, logements }) => [reservataire, logements])).toEqual(
      expect.arrayContaining([
        ['PPRIOR', 25],
        ['COLTER', 20],
      ]),
    )
  })
})
