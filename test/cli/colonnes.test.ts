import { describe, expect, it } from 'vitest'
import { Dossier, executer } from '../outils/lancer-cli.ts'

const GRILLE = JSON.stringify({
  format: 'grille-cotation/1',
  id: 'g',
  nom: 'g',
  criteres: [{ code: 'P', nom: 'p', points: 1, par: { champ: 'nb_personnes', chaque: 1 } }],
})
const CSV = 'numero_unique;date_depot;Effectif;Effectif\nA;2024-01-01;2;5\n'
const CONNUS = 'numero_unique;date_depot;Nb personnes;Nb personnes\nA;2024-01-01;2;5\n'

async function coter(csv: string, ...mots: readonly string[]) {
  using dossier = new Dossier()
  const { statut, sortie, erreurs } = await executer(
    ...['coter', dossier.ecrire('d.csv', csv), '--grille', dossier.ecrire('g.json', GRILLE), '--json', ...mots],
  )
  const total = (JSON.parse(sortie || '{}') as { cotations?: { total: number }[] }).cotations?.[0]?.total
  return { statut, erreurs: erreurs.replace(/[\u00a0\u202f]/g, ' '), total }
}

describe('designating columns', () => {
  it.each([
    [CSV, 'colonne:C=nb_personnes', 2],
    [CSV, 'colonne:d=nb_personnes', 5],
    [CSV, 'colonne:4=nb_personnes', 5],
    [CONNUS, 'colonne:D=nb_personnes', 5],
    [CONNUS, 'colonne:D=', 2],
  ])('%j, --colonne %s', async (csv, choix, total) => {
    expect(await coter(csv, '--colonne', choix)).toEqual({ statut: 0, erreurs: '', total })
  })

  it.each([
    ['Effectif=nb_personnes', 'plusieurs colonnes s’appellent « Effectif » (C, D)'],
    ['Zorg=nb_personnes', 'aucune colonne ne s’appelle « Zorg »'],
    ['colonne:E=nb_personnes', 'il n’y a pas de colonne E ; la dernière est D'],
    ['colonne:0=nb_personnes', '« 0 » n’est ni une lettre de colonne ni un numéro'],
    ['colonne:C=zorg', '« zorg » n’est pas un champ des demandes'],
  ])('--colonne %s is a wrong use, which says why', async (choix, attendu) => {
    const { statut, erreurs } = await coter(CSV, '--colonne', choix)
    expect([statut, erreurs]).toEqual([2, expect.stringContaining(attendu)])
  })

  it('names by their letters two columns that give one field', async () => {
    const { statut, erreurs } = await coter(CONNUS)
    expect([statut, erreurs]).toEqual([1, expect.stringContaining('(colonne C), « Nb personnes » (colonne D)')])
  })

  it('takes a short option for a slip, even after an option of several values', async () => {
    const { statut, erreurs } = await coter(CSV, '--colonne', 'colonne:C=nb_personnes', '-z')
    expect([statut, erreurs]).toEqual([2, expect.stringContaining('Option inconnue : -z')])
  })
})
