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
