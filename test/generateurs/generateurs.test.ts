import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cle, estVide, lireCellule } from '../naif/cellules.ts'
import { seuilsDe } from '../naif/cas.ts'
import { coterTous } from '../naif/classer.ts'
import type { CotationClassee } from '../naif/classer.ts'
import { preparer } from '../naif/additionner.ts'
import { contexteDe, coter } from '../naif/coter.ts'
import { decimal } from '../naif/exact.ts'
import { heriter } from '../naif/grille.ts'
import type { GrilleJson } from '../naif/grille.ts'
import { jourIso } from '../naif/jours.ts'
import { lireTable } from '../naif/lire.ts'
import type { DemandeNaive } from '../naif/lire.ts'
import { CHAMPS } from '../naif/tables.ts'
import { fautesDeGrille } from '../naif/verifier-grille.ts'
import { JOURS, NOMBRES, SEUILS } from './champs.ts'
import { ecrirePropre, ecrireSale } from './ecritures.ts'
import { GRILLES_AVERTIES, GRILLES_REFUSEES } from './grilles-refusees.ts'
import { grillesAPortee, grilleValide, socleEtSurcouche } from './grilles.ts'
import { jourDe, population, populations } from './populations.ts'
import type { Population } from './populations.ts'
import { tirage } from './tirage.ts'

const seuils = seuilsDe(SEUILS)

function lire(table: Population) {
  return lireTable(table, { jour: jourDe(table), videNon: table.videNon, defauts: !table.sansDefauts })
}

function coterPopulation(grilles: readonly GrilleJson[], table: Population): readonly CotationClassee[] {
  return coterTous(lire(table).demandes, grilles, { jour: jourDe(table), seuils }).cotations
}

describe('random grids', () => {
  it('are valid', () => {
    fc.assert(
      fc.property(grillesAPortee(), (grilles) => {
        for (const grille of grilles) expect(fautesDeGrille(grille)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  const FORMES = {
    est: /"est":/u,
    parmi: /"parmi":/u,
    min: /"min":/u,
    max: /"max":/u,
    plus_de: /"plus_de":/u,
    moins_de: /"moins_de":/u,
    tous: /"tous":/u,
    un_de: /"un_de":/u,
    non: /"non":/u,
    connu: /"connu":/u,
    'emboîtée sur deux niveaux': /"tous":\[\{"un_de":|"un_de":\[\{"tous":/u,
    'par avec maximum': /"maximum":\d/u,
    'par sans maximum': /"par":\{"champ":"\w+","chaque":[\d.]+\}/u,
    a_partir_de: /"a_partir_de":/u,
    tranches: /"tranches":/u,
    'malus ': /"points":-/u,
    centièmes: /"points":-?\d+\.\d\d/u,
    'famille au maximum': /"cumul":"maximum"/u,
    plafond: /"plafond":/u,
    plancher: /"plancher":/u,
    note_min: /"note_min":/u,
    note_max: /"note_max":/u,
    sur_justificatif: /"sur_justificatif":true/u,
    premier: /"premier":/u,
    decroissant: /"decroissant"/u,
    portee: /"portee":/u,
    quartile: /"quartile"/u,
    'quartile borne incluse': /"incluse"/u,
  }
  const echantillon = JSON.stringify(fc.sample(grillesAPortee(), { numRuns: 300, seed: 1 }))
  it.each(Object.entries(FORMES))('use every kind of rule: %s', (_, forme) => {
    expect(echantillon).toMatch(forme)
  })

  it('are valid after inheritance, locked criteria intact', () => {
    fc.assert(
      fc.property(socleEtSurcouche(), ({ socle, surcouche }) => {
        const grille = heriter(surcouche, new Map([[socle.id, socle]]))
        expect(fautesDeGrille(grille)).toEqual([])
        for (const critere of socle.criteres.filter((c) => c.verrouille))
          expect(grille.criteres).toContainEqual(critere)
      }),
      { numRuns: 200 },
    )
  })
})

describe('refused grids', () => {
  it.each(GRILLES_REFUSEES)('$nom', ({ grille, nomme }) => {
    const fautes = fautesDeGrille(grille)
    expect(fautes).not.toEqual([])
    const texte = cle(fautes.map(({ ou, quoi }) => `${ou} ${quoi}`).join(' '))
    for (const mot of nomme.filter((m) => !['points', 'cumul', 'bornes', 'chaque'].includes(m))) {
      expect(texte).toContain(cle(mot))
    }
  })
  it.each(GRILLES_AVERTIES)('accepted with a warning: $nom', ({ grille }) => {
    expect(fautesDeGrille(grille)).toEqual([])
  })
})

describe('random populations', () => {
  it('are the same for the same seed', () => {
    expect(population({ nombre: 40, graine: 7, sale: true })).toEqual(population({ nombre: 40, graine: 7, sale: true }))
  })

  it('when clean, lose no row and hold no unreadable cell', () => {
    fc.assert(
      fc.property(populations(), (table) => {
        const { demandes, anomalies } = lire(table)
        expect(demandes.length).toBe(table.lignes.length)
        const permises = new Set(['inactive', 'incoherent', 'date-future'])
        expect(anomalies.filter(({ code }) => !permises.has(code))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  const FAUTES = ['valeur-illisible', 'hors-liste', 'obligatoire-vide', 'doublon', 'numero-abime', 'date-future']
  const AUTRES = ['incoherent', 'inactive', 'colonne-inconnue', 'colonne-en-double', 'ligne-trop-longue']
  const lues = Array.from({ length: 10 }, (_, graine) => lire(population({ nombre: 60, graine, sale: true })))
  const codes = new Set(lues.flatMap(({ anomalies }) => anomalies.map(({ code }) => code)))
  it.each([...FAUTES, ...AUTRES])('when messy, hold %s', (code) => {
    expect(codes).toContain(code)
  })

  const VALEURS = CHAMPS.flatMap((champ) => {
    const nombres = (NOMBRES[champ.code] ?? []).map((valeur) => ({ champ, valeur }))
    const jours = (JOURS[champ.code] ?? []).map((valeur) => ({ champ, valeur }))
    const booleens = champ.type === 'booleen' ? [true, false].map((valeur) => ({ champ, valeur })) : []
    return [...nombres, ...jours, ...booleens]
  })
  it('mean the same however a value is written', () => {
    const hasard = tirage(3)
    for (const { champ, valeur } of VALEURS) {
      const attendu = lireCellule(champ, ecrirePropre(valeur))
      for (let essai = 0; essai < 20; essai++) {
        const cellule = ecrireSale(champ, valeur, hasard)
        expect({ cellule, lu: lireCellule(champ, cellule) }).toEqual({ cellule, lu: attendu })
      }
    }
  })
})

function centiemes(points: number): number {
  return Math.round(points * 100)
}

describe('what must hold for any grid and population', () => {
  const grillesEtTable = fc.tuple(
    grillesAPortee(),
    fc.boolean().chain((sale) => populations({ sale, vides: 0.3 })),
  )

  it('lines and adjustments add up to the total, within its bounds', () => {
    fc.assert(
      fc.property(grillesEtTable, ([grilles, table]) => {
        for (const { total, totalMin, totalMax, lignes, ajustements } of coterPopulation(grilles, table)) {
          const somme = [...lignes, ...ajustements].reduce((s, { points }) => s + centiemes(points), 0)
          expect(somme).toBe(centiemes(total))
          expect(totalMin ?? -Infinity).toBeLessThanOrEqual(totalMax ?? Infinity)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('a score is incomplete when a line is unknown, and then says which fields are missing', () => {
    fc.assert(
      fc.property(grillesEtTable, ([grilles, table]) => {
        for (const { complete, manque, lignes, total, totalMin, totalMax } of coterPopulation(grilles, table)) {
          expect(complete).toBe(lignes.every(({ etat }) => etat !== 'inconnu'))
          expect(manque.length === 0).toBe(complete)
          if (complete) expect([totalMin, totalMax]).toEqual([total, total])
        }
      }),
      { numRuns: 200 },
    )
  })

  it('ranks are competition ranks, orders are 1 to n', () => {
    fc.assert(
      fc.property(grillesEtTable, ([grilles, table]) => {
        const cotations = coterPopulation(grilles, table)
        for (const { id } of grilles) {
          const classees = cotations.filter(({ grille }) => grille === id)
          expect(classees.map(({ ordre }) => ordre)).toEqual(classees.map((_, i) => i + 1))
          classees.forEach(({ rang, ordre }, i) => {
            expect(rang === ordre || rang === classees[i - 1]?.rang).toBe(true)
          })
        }
      }),
      { numRuns: 100 },
    )
  })

  it('a score once complete lies within the bounds it had', () => {
    fc.assert(
      fc.property(grilleValide({ monotone: true }), populations({ max: 10 }), fc.integer(), (grille, table, graine) => {
        const pleine = population({ nombre: 1, graine, vides: 0 })
        const [modele] = lireTable({ ...pleine, entetes: pleine.entetes }, { jour: jourDe(pleine) }).demandes
        const prete = preparer(grille)
        const contexte = contexteDe(grille, { jour: jourDe(table), seuils })
        for (const demande of lire(table).demandes) {
          const { totalMin, totalMax } = coter(demande, prete, contexte)
          const { total, complete } = coter(completer(demande, modele), prete, contexte)
          expect(complete).toBe(true)
          expect(total).toBeGreaterThanOrEqual(totalMin ?? -Infinity)
          expect(total).toBeLessThanOrEqual(totalMax ?? Infinity)
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** The application with every unknown field given the value of another one, or a plain one. */
function completer(demande: DemandeNaive, modele: DemandeNaive | undefined): DemandeNaive {
  const valeurs = { ...demande.valeurs }
  for (const champ of CHAMPS) valeurs[champ.code] ??= modele?.valeurs[champ.code] ?? valeurSimple(champ.type)
  return { ...demande, valeurs, illisibles: new Set() }
}

function valeurSimple(type: string) {
  if (type === 'booleen') return true
  if (type === 'entier' || type === 'nombre') return decimal(1)
  if (type === 'date') return jourIso('2025-01-01')
  return type === 'liste multiple' ? [] : 'HLM'
}

it('an empty cell is no value', () => {
  expect([null, undefined, '', ' ', '\u00a0', 0, false].map(estVide)).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ])
})
