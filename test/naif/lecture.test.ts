import { describe, expect, it } from 'vitest'
import cellules from '../cas/cellules.json'
import tables from '../cas/tables.json'
import { enJson } from './cas.ts'
import { estVide, lireCellule } from './cellules.ts'
import type { CelluleNaive } from './cellules.ts'
import { jourIso } from './jours.ts'
import { lireTable } from './lire.ts'
import type { AnomalieNaive, LectureTable } from './lire.ts'
import { CHAMPS } from './tables.ts'

interface CasCellule {
  readonly nom: string
  readonly champ: string
  readonly cellule: CelluleNaive
  readonly attendu: boolean | number | string | readonly string[] | null
  readonly code?: string
}

const casCellules = (cellules.cas as readonly CasCellule[]).map((un) => ({ ...un, lu: JSON.stringify(un.cellule) }))

function champ(code: string) {
  const trouve = CHAMPS.find((un) => un.code === code)
  if (trouve === undefined) throw new Error(`no field ${code}`)
  return trouve
}

function attendre({ champ: code, attendu }: CasCellule): unknown {
  return champ(code).type === 'date' && typeof attendu === 'string' ? jourIso(attendu) : attendu
}

describe('one cell', () => {
  it.each(casCellules)('$champ $lu : $nom', (un) => {
    if (estVide(un.cellule)) {
      expect([un.attendu, un.code]).toEqual([null, undefined])
      return
    }
    const lecture = lireCellule(champ(un.champ), un.cellule)
    expect(lecture.lu ? enJson(lecture.valeur) : null).toEqual(attendre(un))
    expect(lecture.lu ? undefined : lecture.code).toBe(un.code)
  })
})

interface CasTable {
  readonly nom: string
  readonly jour: string
  readonly entetes: readonly string[]
  readonly lignes: readonly (readonly CelluleNaive[])[]
  readonly vide_non?: readonly string[]
  readonly sans_defauts?: boolean
  readonly attendu: {
    readonly erreur?: string
    readonly valeurs?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
    readonly numeros?: readonly string[]
    readonly actives?: readonly string[]
    readonly anomalies?: readonly AnomalieNaive[]
    readonly defauts?: LectureTable['defauts']
  }
}

function lire(un: CasTable): LectureTable {
  return lireTable(un, { jour: jourIso(un.jour), videNon: un.vide_non ?? [], defauts: un.sans_defauts !== true })
}

function verifierValeurs({ demandes }: LectureTable, valeurs: NonNullable<CasTable['attendu']['valeurs']>): void {
  for (const [numero, attendues] of Object.entries(valeurs)) {
    const demande = demandes.find((une) => une.numero === numero)
    const lues = Object.keys(attendues).map((code) => [code, enJson(demande?.valeurs[code])])
    expect(Object.fromEntries(lues)).toEqual(attendues)
  }
}

const casTables = tables.cas as unknown as readonly CasTable[]

describe('a whole table', () => {
  it.each(casTables.filter((un) => un.attendu.erreur !== undefined))('$nom', (un) => {
    expect(() => lire(un)).toThrow(un.attendu.erreur)
  })
  it.each(casTables.filter((un) => un.attendu.erreur === undefined))('$nom', (un) => {
    const lue = lire(un)
    const { valeurs = {}, numeros, actives, anomalies, defauts } = un.attendu
    verifierValeurs(lue, valeurs)
    if (numeros) expect(lue.demandes.map(({ numero }) => numero)).toEqual(numeros)
    if (actives) expect(lue.demandes.filter((d) => !d.inactive).map((d) => d.numero)).toEqual(actives)
    if (anomalies) expect(new Set(lue.anomalies)).toEqual(new Set(anomalies))
    if (defauts) expect([...lue.defauts].sort((a, b) => (a.champ < b.champ ? -1 : 1))).toEqual(defauts)
  })
})
