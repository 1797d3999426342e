import { describe, expect, it } from 'vitest'
import { preparerCompte } from '../../core/objectifs/compte.ts'
import { INDICATEURS } from '../../core/objectifs/indicateurs.ts'
import { mesurerFiltre } from '../../core/objectifs/mesurer-filtre.ts'
import { restreindre } from '../../core/objectifs/restreindre.ts'
import { ventiler } from '../../core/objectifs/ventiler.ts'
import { grandeTable } from './grande-table.ts'

const TABLE = grandeTable(3_000)
const COMPTE = preparerCompte(TABLE, { annee: 2025 })

/** What is counted of a rate, whichever way it was narrowed. */
function effectifs({
  numerateur,
  denominateur,
  inconnus_numerateur,
  inconnus_denominateur,
}: ReturnType<typeof mesurerFiltre>) {
  return [numerateur, denominateur, inconnus_numerateur, inconnus_denominateur]
}

describe.each(INDICATEURS.map((indicateur) => [indicateur.code, indicateur] as const))('%s', (_, indicateur) => {
  it('counts in each modality what its allocations alone give, and what the breakdown gives', () => {
    const axe = COMPTE.axe('epci', indicateur.assiette)
    for (const { modalites, ...detail } of ventiler(COMPTE, indicateur, ['epci']).cases) {
      const [epci = null] = modalites
      const groupe = epci === null ? -1 : axe.modalites.indexOf(epci)
      const seules = preparerCompte(
        restreindre(TABLE, (i) => axe.groupes[i] === groupe),
        { annee: 2025 },
      )
      expect(effectifs(mesurerFiltre(seules, indicateur))).toEqual(effectifs({ ...detail }))
      expect(effectifs(mesurerFiltre(COMPTE, indicateur, [['epci', epci]]))).toEqual(effectifs({ ...detail }))
    }
  })
})

it('keeps rows, files and columns of several values in their order', () => {
  const pairs = restreindre(TABLE, (i) => i % 2 === 0)
  expect([...pairs.lignes]).toEqual([...TABLE.lignes].filter((_, i) => i % 2 === 0))
  expect(pairs.colonne('publics_prioritaires').etats).toHaveLength(1_500)
})

it('measures nothing in a modality that does not exist', () => {
  const [indicateur] = INDICATEURS
  if (indicateur === undefined) throw new Error('there is no indicator')
  expect(mesurerFiltre(COMPTE, indicateur, [['bailleur', 'Personne']])).toMatchObject({ denominateur: 0, taux: null })
})
