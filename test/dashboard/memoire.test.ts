import { describe, expect, it } from 'vitest'
import { chiffresDe, classer, creerTable } from '../../core/observatoire/index.ts'
import { compagniesDe } from '../../dashboard/modeles/compagnies.ts'
import { situer, type Contexte } from '../../dashboard/modeles/contexte.ts'
import { lireGroupe } from '../../dashboard/modeles/groupe-lu.ts'
import { parTable } from '../../dashboard/modeles/memoire.ts'
import { voir as comparaison } from '../../dashboard/vues/comparaison/vue.ts'
import { voir as evolution } from '../../dashboard/vues/evolution/vue.ts'
import { voir as portrait } from '../../dashboard/vues/portrait/vue.ts'
import { EPCI, grandJeu, mesureDe, TERRITOIRES } from '../observatoire/grand-jeu.ts'
import { jeu, LILLE, taux } from '../observatoire/outils.ts'

const TABLE = creerTable([grandJeu([0, 1], [0, 1, 2])])
const TERRITOIRE = TERRITOIRES[7]?.code
const ADRESSE = { indicateur: mesureDe(0), territoire: TERRITOIRE, parmi: 'tous' }
const contexte = (selection: Contexte['selection'] = {}): Contexte => ({
  table: TABLE,
  selection: { ...ADRESSE, ...selection },
  initiatives: [],
})

describe('what is made from a table', () => {
  it('is made once for each key, and again once it was let go', () => {
    const faits: string[] = []
    const memoire = parTable<string, { readonly cle: string }>(2)
    const lire = (cle: string): string => memoire(TABLE, cle, () => (faits.push(cle), { cle })).cle
    expect(['a', 'b', 'a', 'c', 'a', 'b'].map(lire)).toEqual(['a', 'b', 'a', 'c', 'a', 'b'])
    expect(faits).toEqual(['a', 'b', 'c', 'b'])
  })

  it('is not that of another table', () => {
    const memoire = parTable<string, { readonly table: number }>(2)
    const autre = creerTable([jeu([taux(LILLE, 1, 2)])])
    expect(memoire(TABLE, 'a', () => ({ table: 1 }))).toEqual({ table: 1 })
    expect(memoire(autre, 'a', () => ({ table: 2 }))).toEqual({ table: 2 })
  })
})

describe('companies', () => {
  it('are the same object whatever the territory, when they are the same company', () => {
    const [un, autre] = [TABLE.lieux[0], TABLE.lieux[1]]
    const tous = [un, autre].map((lieu) => compagniesDe(TABLE, lieu, []).find(({ cle }) => cle === 'tous'))
    expect(tous[0]).toBe(tous[1])
    const choisis = [['900000003'], ['900000004']].map((codes) =>
      compagniesDe(TABLE, un, codes).find(({ cle }) => cle === 'choisis'),
    )
    expect(choisis[0]?.contient).not.toBe(choisis[1]?.contient)
  })

  it.each([[(code: string) => Number(code) % 12 === 0], [() => true], [() => false]])(
    'are ranked as their figures alone would be',
    (garde) => {
      const situation = situer(contexte())
      const groupe = situation?.groupes[0]
      if (situation === undefined || groupe === undefined) throw new Error('no figures')
      const contient = ({ code }: { readonly code: string }): boolean => garde(code)
      const { indicateur } = situation.choix
      expect(lireGroupe(TABLE, groupe, indicateur).classementDe({ contient })).toEqual(
        classer(
          chiffresDe(TABLE, groupe).filter(({ lieu }) => contient(lieu)),
          indicateur.sens,
        ),
      )
    },
  )

  it('cut to the largest are not taken for whole, whichever view is seen first', () => {
    const lignes = (vue: typeof portrait): number | undefined => vue(contexte()).figures[0]?.tableau.lignes.length
    expect([portrait, comparaison, portrait, comparaison].map(lignes)).toEqual([EPCI, 30, EPCI, 30])
  })
})

describe('figures', () => {
  it.each([
    ['portrait', portrait],
    ['comparaison', comparaison],
    ['evolution', evolution],
  ])('of %s are the same on a table already asked as on a new one', (_, voir) => {
    const dire = (c: Contexte): string => JSON.stringify(voir(c).figures)
    const selections = [
      {},
      { territoire: TERRITOIRES[9]?.code },
      { periode: '2016-T1' },
      { parmi: 'choisis', territoires: '900000003' },
    ]
    const deja = [...selections, ...selections].map((selection) => dire(contexte(selection))).slice(selections.length)
    const neuves = selections.map((selection) =>
      dire({ ...contexte(selection), table: creerTable([grandJeu([0, 1], [0, 1, 2])]) }),
    )
    expect(deja).toEqual(neuves)
  })
})
