import { describe, expect, it } from 'vitest'
import { CHAMPS_DEMANDE } from '../../core/demande/champs.ts'
import { MODELE_DEMANDE } from '../../core/demande/modele.ts'
import { proposer } from '../../core/lecture/proposer.ts'
import type { Cellule } from '../../core/socle/table.ts'
import { reconnaitreTable } from '../../core/travaux/ouvrir-table.ts'

const champPropose = (entete: string, exemples: readonly Cellule[]) => proposer(entete, CHAMPS_DEMANDE, exemples)?.champ

describe('what an unknown header is proposed for', () => {
  it.each<readonly [string, readonly Cellule[], string | undefined, string | undefined]>([
    // header, cells, by its name alone, with its cells
    ['Situation matrimoniale', ['Marié', 'Célibataire', 'Veuf'], undefined, 'situation_familiale'],
    ['Statut familial', ['Célibataire', 'Divorcée', null], 'situation_familiale', 'situation_familiale'],
    ['Date de naissance conjoint', ['vu', 'à revoir'], 'date_naissance', undefined],
    ['Date de naissance conjoint', ['12/05/1980', { jour: 4000 }], 'date_naissance', 'date_naissance'],
    ['Surface au sol', ['plus de 50', 'petite'], 'surface_actuelle', undefined],
    ['Zorg', ['Célibataire', 'Marié'], undefined, undefined],
    ['Guichet', ['oui', 'non'], undefined, undefined],
  ])('%s, %j', (entete, exemples, seul, avec) => {
    expect([champPropose(entete, []), champPropose(entete, exemples)]).toEqual([seul, avec])
  })

  it('is drawn from the rows below the headers, and is never taken', () => {
    const lignes = [
      ['numero_unique', 'date_depot', 'nb_personnes', 'Statut familial'],
      ['A', '2024-01-01', '2', 'Célibataire'],
      ['B', '2024-01-01', '2', 'Mariée'],
    ].map((cellules, i) => ({ numero: i + 1, cellules }))
    const { appariement } = reconnaitreTable([{ nom: 'd', lignes }], MODELE_DEMANDE)
    expect(appariement.propositions.map(({ entete, champ }) => [entete, champ])).toEqual([
      ['Statut familial', 'situation_familiale'],
    ])
    expect(appariement.colonnes.has('situation_familiale')).toBe(false)
  })
})
