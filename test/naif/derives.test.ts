import { describe, expect, it } from 'vitest'
import tables from '../cas/derives.json'
import { contexteDuCas, enJson, lireDemande, seuilsDe } from './cas.ts'
import type { CellulesParChamp } from './cas.ts'
import { lecteur } from './coter.ts'

interface CasDerive {
  readonly nom: string
  readonly jour: string
  readonly base: string
  readonly demande: CellulesParChamp
  readonly champ: string
  readonly territoire?: string
  readonly quartile_borne?: string
  readonly attendu: boolean | number | string | null
}

const bases: Readonly<Record<string, CellulesParChamp>> = tables.bases
const cas: readonly CasDerive[] = tables.cas
const seuils = seuilsDe(tables.seuils.lignes)

describe('derived fields, both sides of each threshold', () => {
  it.each(cas)('$nom', (un) => {
    const demande = lireDemande({ ...bases[un.base], ...un.demande }, un.jour)
    expect(enJson(lecteur(demande, contexteDuCas(un, seuils))(un.champ))).toBe(un.attendu)
  })
})
