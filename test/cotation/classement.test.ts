import { describe, expect, it } from 'vitest'
import { lireGrille } from '../../core/cotation/grille/lire-grille.ts'
import { cotationsEcrites } from '../../core/cotation/resultat.ts'
import { Refus } from '../../core/socle/refus.ts'
import { cleTexte } from '../../core/socle/texte.ts'
import classement from '../cas/classement.json'
import heritage from '../cas/heritage.json'
import { GRILLES_AVERTIES, GRILLES_REFUSEES } from '../generateurs/grilles-refusees.ts'
import type { CellulesParChamp } from '../outils/coter-cellules.ts'
import { coterLues, lireCellules } from '../outils/coter-cellules.ts'

interface CasClassement {
  readonly nom: string
  readonly jour: string
  readonly grilles: readonly unknown[]
  readonly demandes: readonly CellulesParChamp[]
  readonly attendu: readonly object[]
}

describe('ranking', () => {
  it.each(classement.cas as unknown as readonly CasClassement[])('$nom', ({ jour, grilles, demandes, attendu }) => {
    const cotations = [...cotationsEcrites(coterLues(lireCellules(demandes, { jour }), grilles, jour, []))]
    expect(cotations).toMatchObject(attendu)
  })
})

interface CasHeritage {
  readonly nom: string
  readonly grille: unknown
  readonly socles: readonly { readonly id: string }[]
  readonly attendu?: object
  /** Set when the grid must be refused. */
  readonly erreur?: string
}

function raisonsDe(faire: () => unknown): string {
  try {
    faire()
  } catch (erreur) {
    if (erreur instanceof Refus) return cleTexte(erreur.raisons.join(' '))
    throw erreur
  }
  return ''
}

describe('inheritance', () => {
  it.each(heritage.cas as unknown as readonly CasHeritage[])('$nom', ({ grille, socles, attendu, erreur }) => {
    const charger = (id: string): unknown => socles.find((socle) => socle.id === id)
    if (erreur !== undefined) expect(raisonsDe(() => lireGrille(grille, charger))).not.toBe('')
    else expect(lireGrille(grille, charger).grille).toMatchObject(attendu ?? {})
  })
})

describe('refused grids', () => {
  it.each(GRILLES_REFUSEES)('$nom', ({ grille, nomme }) => {
    const raisons = raisonsDe(() => lireGrille(grille))
    expect(raisons).not.toBe('')
    for (const mot of nomme) expect(raisons).toContain(cleTexte(mot))
  })
})

describe('warnings', () => {
  it.each(GRILLES_AVERTIES)('$nom', ({ grille, nomme }) => {
    const avertissements = cleTexte(lireGrille(grille).avertissements.join(' '))
    for (const mot of nomme) expect(avertissements).toContain(cleTexte(mot))
  })
})
