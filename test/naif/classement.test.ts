import { describe, expect, it } from 'vitest'
import classement from '../cas/classement.json'
import heritage from '../cas/heritage.json'
import { lireDemandes } from './cas.ts'
import type { CellulesParChamp } from './cas.ts'
import { coterTous } from './classer.ts'
import { heriter } from './grille.ts'
import type { GrilleJson, SurcoucheJson } from './grille.ts'
import { jourIso } from './jours.ts'

interface CasClassement {
  readonly nom: string
  readonly jour: string
  readonly grilles: readonly GrilleJson[]
  readonly demandes: readonly CellulesParChamp[]
  readonly attendu: readonly unknown[]
}

describe('rank, scope, tie-break', () => {
  it.each(classement.cas as unknown as readonly CasClassement[])('$nom', ({ jour, grilles, demandes, attendu }) => {
    const { cotations } = coterTous(lireDemandes(demandes, jour), grilles, { jour: jourIso(jour), seuils: new Map() })
    expect(
      cotations.map(({ numero, grille, total, rang, ordre }) => ({
        numero_unique: numero,
        grille,
        total,
        rang,
        ordre,
      })),
    ).toEqual(attendu)
  })
})

interface CasHeritage {
  readonly nom: string
  readonly grille: SurcoucheJson
  readonly socles: readonly SurcoucheJson[]
  readonly attendu?: object
  readonly erreur?: string
}

const casHeritage = heritage.cas as unknown as readonly CasHeritage[]

function heriterLeCas({ grille, socles }: CasHeritage): GrilleJson {
  return heriter(grille, new Map(socles.map((socle) => [socle.id, socle])))
}

describe('inheritance', () => {
  it.each(casHeritage.filter((un) => un.erreur === undefined))('$nom', (un) => {
    expect(heriterLeCas(un)).toMatchObject(un.attendu ?? {})
  })
  it.each(casHeritage.filter((un) => un.erreur !== undefined))('$nom', (un) => {
    expect(() => heriterLeCas(un)).toThrow(un.erreur)
  })
})
