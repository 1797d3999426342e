import { describe, expect, it } from 'vitest'
import { ouvrirClasseur } from '../../core/tableur/index.ts'
import { Dossier, executer } from '../outils/lancer-cli.ts'

interface Document {
  readonly format: string
  readonly jour: string
  readonly vide_non: readonly unknown[]
  readonly defauts: readonly unknown[]
  readonly avertissements?: readonly string[]
  readonly anomalies: readonly { readonly ligne: number; readonly colonne: string; readonly code: string }[]
}

async function verifier(nom: string, contenu: string): Promise<Document> {
  using dossier = new Dossier()
  const { statut, sortie, erreurs } = await executer('verifier', dossier.ecrire(nom, contenu), '--json')
  expect([statut, erreurs]).toEqual([0, ''])
  return JSON.parse(sortie) as Document
}

const grille = (...criteres: readonly object[]) =>
  JSON.stringify({ format: 'grille-cotation/1', id: 'g', nom: 'g', criteres })

describe('verifier', () => {
  it('reads demandes', async () => {
    const csv = 'numero_unique;date_depot;nb_personnes\nA;2024-01-01;deux\n'
    expect(await verifier('d.csv', csv)).toMatchObject({
      format: 'verification/1',
      jour: '2026-03-01',
      anomalies: [{ ligne: 2, colonne: 'nb_personnes', code: 'valeur-illisible' }],
    })
  })

  it('reads allocations, which lack what demandes must have', async () => {
    const csv = 'Numéro unique;Date du bail;Bailleur;Réservataire\nA;2025-13-01;Office;Action Logement\n'
    const { anomalies } = await verifier('a.csv', csv)
    expect(anomalies.map(({ ligne, colonne, code }) => [ligne, colonne, code])).toContainEqual([
      ...[2, 'date_bail', 'valeur-illisible'],
    ])
  })

  it('reads a grid, and says the rules that never give points', async () => {
    const texte = grille(
      { code: 'A', nom: 'a', points: 5, si: { champ: 'dalo', est: true } },
      {
        ...{ code: 'B', nom: 'b', points: 5 },
        si: {
          tous: [
            { champ: 'nb_mineurs', min: 3 },
            { champ: 'nb_mineurs', max: 2 },
          ],
        },
      },
    )
    const lu = await verifier('g.json', texte)
    expect([lu.anomalies, lu.avertissements]).toEqual([
      [],
      ['Critère « B » : aucune valeur ne peut remplir la condition.'],
    ])
  })

  it('writes what it found beside the data, or alone', async () => {
    using dossier = new Dossier()
    const csv = dossier.ecrire('d.csv', 'numero_unique;date_depot;nb_personnes\nA;2024-01-01;deux\n')
    for (const nom of ['a.csv', 'a.xlsx', 'a.json']) {
      expect((await executer('verifier', csv, '--sortie', dossier.dans(nom))).statut).toBe(0)
    }
    expect(Buffer.from(dossier.lire('a.csv')).toString('utf8')).toMatch(
      /^\ufeffLigne;Colonne;[^\n]*\r?\n2;nb_personnes;/,
    )
    const feuilles = ouvrirClasseur(dossier.lire('a.xlsx'), 'a.xlsx').feuilles.map(({ nom }) => nom)
    expect(feuilles).toEqual(['Demandes', 'Anomalies'])
    expect(await executer('verifier', csv, '--sortie', dossier.dans('a.xlsm'))).toMatchObject({ statut: 2 })
    expect(dossier.fichiers()).not.toContain('a.xlsm')
  })

  it.each([
    [
      'g.json',
      grille({ code: 'A', nom: 'a', points: 5, si: { champ: 'zorg', est: true } }),
      '« zorg » n’est pas un champ',
    ],
    ['d.csv', 'zorg\n1\n', 'Aucune colonne n’a été reconnue pour « Numéro unique'],
  ])('refuses %s that cannot be read', async (nom, contenu, attendu) => {
    using dossier = new Dossier()
    const { statut, erreurs } = await executer('verifier', dossier.ecrire(nom, contenu))
    expect([statut, erreurs.replace(/[\u00a0\u202f]/g, ' ')]).toEqual([1, expect.stringContaining(attendu)])
  })
})
