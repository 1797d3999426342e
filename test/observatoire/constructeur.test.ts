import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chiffresDe,
  ConstructeurTable,
  creerTable,
  observationsDe,
  type Jeu,
  type Observations,
  type Table,
} from '../../core/observatoire/index.ts'
import { FLANDRE, jeu, LILLE, LYS, observation, PART, RETENU, taux } from './outils.ts'

/** All that a table says, group by group, whatever its columns. */
function contenu(table: Table): unknown {
  return [
    table.nombre,
    table.remplaces,
    table.groupes.map((groupe) => {
      const { debut, fin, ...cle } = groupe
      return [cle, fin - debut, chiffresDe(table, groupe)]
    }),
  ]
}

const unJeu: fc.Arbitrary<Jeu> = fc
  .record({
    lignes: fc.uniqueArray(
      fc.record({
        territoire: fc.constantFrom(LILLE.code, FLANDRE.code, LYS.code),
        periode: fc.constantFrom('2024', '2025', '2025-T1'),
        modalite: fc.constantFrom(null, '1', '2'),
        retenu: fc.boolean(),
      }),
      { selector: ({ territoire, periode, modalite }) => JSON.stringify([territoire, periode, modalite]) },
    ),
    fait_le: fc.constantFrom('2025-06-30', '2026-01-31', '2026-06-30'),
    titre: fc.constantFrom('A', 'B'),
  })
  .map(({ lignes, ...tete }) =>
    jeu(
      lignes.map(({ retenu, modalite, ...cle }, i) =>
        observation({
          ...cle,
          modalite,
          dimension: modalite === null ? null : 'quartile',
          ...(retenu ? RETENU : { numerateur: i, valeur: i / 60 }),
        }),
      ),
      tete,
    ),
  )

describe('a table built in several times', () => {
  it('is the one built at once', () => {
    fc.assert(
      fc.property(fc.array(unJeu, { maxLength: 5 }), (jeux) => {
        const constructeur = new ConstructeurTable()
        for (const un of jeux) constructeur.ajouter([un])
        expect(contenu(constructeur.table())).toEqual(contenu(creerTable(jeux)))
      }),
    )
  })

  it('is the same when some of it was put in columns apart, and sent', () => {
    fc.assert(
      fc.property(fc.array(unJeu, { maxLength: 3 }), fc.array(unJeu, { minLength: 1, maxLength: 2 }), (ici, apart) => {
        const constructeur = new ConstructeurTable()
        constructeur.ajouter(ici)
        for (const un of apart) constructeur.joindre(structuredClone(creerTable([un])))
        expect(contenu(constructeur.table())).toEqual(contenu(creerTable([...ici, ...apart])))
      }),
    )
  })

  it('gives back the observations that it was made from', () => {
    fc.assert(
      fc.property(unJeu, (un) => {
        const lignes = (o: Observations): string[] =>
          o.valeur
            .map((_, i) => JSON.stringify(Object.values(o).map((colonne: readonly unknown[]) => colonne[i])))
            .sort()
        expect(lignes(observationsDe(creerTable([un])))).toEqual(lignes(un.observations))
      }),
    )
  })

  it('leaves the tables given before as they were', () => {
    fc.assert(
      fc.property(fc.array(unJeu, { maxLength: 3 }), fc.array(unJeu, { maxLength: 3 }), (avant, apres) => {
        const constructeur = new ConstructeurTable()
        constructeur.ajouter(avant)
        const table = constructeur.table()
        const dit = structuredClone(contenu(table))
        constructeur.ajouter(apres)
        expect(contenu(table)).toEqual(dit)
      }),
    )
  })

  it('adds nothing when one of the datasets measures in another way', () => {
    const constructeur = new ConstructeurTable()
    constructeur.ajouter([jeu([taux(LILLE, 20, 100)])])
    const avant = contenu(constructeur.table())
    const autre = jeu([taux(LYS, 1, 2)], { indicateurs: [{ ...PART, version: 2 }] })
    expect(() => {
      constructeur.ajouter([jeu([taux(FLANDRE, 1, 2)]), autre])
    }).toThrow(/d’une autre façon/)
    expect(contenu(constructeur.table())).toEqual(avant)
    expect(() => {
      constructeur.joindre(creerTable([autre]))
    }).toThrow(/d’une autre façon/)
    expect(contenu(constructeur.table())).toEqual(avant)
  })

  it('says by which hash each dataset is known', () => {
    const empreinte = `sha256:${'0'.repeat(64)}`
    expect(creerTable([jeu([]), jeu([], { empreinte })]).provenances.map((p) => p.empreinte)).toEqual([
      undefined,
      empreinte,
    ])
  })
})
