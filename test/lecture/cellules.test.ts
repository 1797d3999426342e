import { describe, expect, it } from 'vitest'
import { champNommable } from '../../core/cotation/grille/champs-nommables.ts'
import { CONNU } from '../../core/lecture/colonne.ts'
import { Refus } from '../../core/socle/refus.ts'
import { isoJour } from '../../core/socle/jour.ts'
import type { Cellule } from '../../core/socle/table.ts'
import type { Demandes } from '../../core/demande/demandes.ts'
import cellules from '../cas/cellules.json'
import tables from '../cas/tables.json'
import { lireTable } from '../outils/coter-cellules.ts'

interface CasCellule {
  readonly nom: string
  readonly champ: string
  readonly cellule: Cellule
  /** null: unknown. */
  readonly attendu: unknown
  readonly code?: string
}

/** The value of a field as the tables of cases write it: null when unknown. */
function valeurDe(demandes: Demandes, code: string, i: number): unknown {
  const colonne = demandes.colonne(code)
  if (colonne.etats[i] !== CONNU) return null
  if (colonne.genre === 'multiple') {
    return [...colonne.elements.subarray(colonne.debuts[i], colonne.debuts[i + 1])].map((e) => colonne.dictionnaire[e])
  }
  const valeur = colonne.valeurs[i] ?? 0
  const type = champNommable(code)?.type
  if (type === 'booleen') return valeur === 1
  if (type === 'date') return isoJour(valeur)
  return type === 'liste' || type === 'texte' ? colonne.dictionnaire[valeur] : valeur
}

const OBLIGATOIRES: Readonly<Record<string, Cellule>> = {
  numero_unique: 'A',
  date_depot: '2020-01-01',
  nb_personnes: 1,
}

describe('one cell', () => {
  it.each(cellules.cas as unknown as readonly CasCellule[])(
    '$nom — $champ : $cellule',
    ({ champ, cellule, attendu, code }) => {
      const ligne: Readonly<Record<string, Cellule>> = { ...OBLIGATOIRES, [champ]: cellule }
      const lues = lireTable(Object.keys(ligne), [Object.values(ligne)], {
        jour: '2026-03-01',
        sansDefauts: true,
        toutes: true,
      })
      const anomalies = lues.anomalies.filter(({ colonne }) => colonne === champ)
      expect(lues.nombre === 0 ? null : valeurDe(lues, champ, 0)).toEqual(attendu)
      if (code !== undefined) expect(anomalies.map((anomalie) => anomalie.code)).toContain(code)
    },
  )
})

interface CasTable {
  readonly nom: string
  readonly jour: string
  readonly entetes: readonly string[]
  readonly lignes: readonly (readonly Cellule[])[]
  readonly vide_non?: readonly string[]
  readonly sans_defauts?: boolean
  readonly attendu: {
    /** Set when the table must be refused. */
    readonly erreur?: string
    /** By unique number, the fields that the case proves. */
    readonly valeurs?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
    /** Rows used, active or not. */
    readonly numeros?: readonly string[]
    readonly actives?: readonly string[]
    readonly anomalies?: readonly { readonly code: string }[]
    readonly defauts?: readonly object[]
  }
}

function lireCas({ entetes, lignes, jour, vide_non, sans_defauts }: CasTable, toutes: boolean): Demandes {
  return lireTable(entetes, lignes, { jour, videNon: vide_non ?? [], sansDefauts: sans_defauts ?? false, toutes })
}

const casTables = tables.cas as unknown as readonly CasTable[]

describe('one table', () => {
  it.each(casTables.filter(({ attendu }) => attendu.erreur !== undefined))('$nom', (un) => {
    expect(() => lireCas(un, true)).toThrow(Refus)
  })
  it.each(casTables.filter(({ attendu }) => attendu.erreur === undefined))('$nom', (un) => {
    const { valeurs, numeros, actives, anomalies, defauts } = un.attendu
    const lues = lireCas(un, true)
    for (const [numero, attendues] of Object.entries(valeurs ?? {})) {
      const i = lues.numeros.indexOf(numero)
      expect(Object.fromEntries(Object.keys(attendues).map((code) => [code, valeurDe(lues, code, i)]))).toEqual(
        attendues,
      )
    }
    if (numeros !== undefined) expect(lues.numeros).toEqual(numeros)
    if (actives !== undefined) expect(lireCas(un, false).numeros).toEqual(actives)
    if (defauts !== undefined) {
      const comptes = lues.defauts.filter(({ cellules: n }) => n > 0)
      expect(comptes).toHaveLength(defauts.length)
      expect(comptes).toEqual(expect.arrayContaining([...defauts]))
    }
    if (anomalies !== undefined)
      expect(lireCas(un, false).anomalies).toEqual(anomalies.map((a): unknown => expect.objectContaining(a)))
  })
})
