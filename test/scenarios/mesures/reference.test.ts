import { describe, expect, it } from 'vitest'
import { accord } from '../../../core/scenarios/mesures/accord.ts'
import { rbo } from '../../../core/scenarios/mesures/rbo.ts'
import { type Groupes, rboGroupes } from '../../../core/scenarios/mesures/rbo-groupes.ts'
import { spearman } from '../../../core/scenarios/mesures/spearman.ts'
import { kendallTauB } from '../../../core/scenarios/mesures/tau-b.ts'
import { tauPondere } from '../../../core/scenarios/mesures/tau-pondere.ts'
import publies from '../../cas/mesures-rbo.json' with { type: 'json' }
import scipy from '../../cas/mesures.json' with { type: 'json' }

interface CasScipy {
  nom: string
  a?: number[]
  b?: number[]
  a36?: string
  b36?: string
  tau_b: number | null
  spearman: number | null
  tau_pondere: number | null
}

function lireListe(liste: number[] | undefined, base36: string | undefined): number[] {
  return liste ?? (base36 ?? '').match(/../g)?.map((chiffres) => Number.parseInt(chiffres, 36)) ?? []
}

function attendre(valeur: number | null, reference: number | null): void {
  if (reference === null) expect(valeur).toBeNull()
  else expect(valeur).toBeCloseTo(reference, 12)
}

describe(`SciPy ${scipy.source.version}`, () => {
  it.each(scipy.cas as CasScipy[])('$nom', (cas) => {
    const a = lireListe(cas.a, cas.a36)
    const b = lireListe(cas.b, cas.b36)
    expect(a.length).toBeGreaterThan(1)
    attendre(kendallTauB(a, b), cas.tau_b)
    attendre(spearman(a, b), cas.spearman)
    attendre(tauPondere(a, b), cas.tau_pondere)
    expect(accord(a, b)).toEqual({ tauB: kendallTauB(a, b), spearman: spearman(a, b), tauPondere: tauPondere(a, b) })
  })

  it('has at least ten cases, some of a thousand demandes', () => {
    expect(scipy.cas.length).toBeGreaterThanOrEqual(10)
    expect((scipy.cas as CasScipy[]).some((cas) => lireListe(cas.a, cas.a36).length === 1000)).toBe(true)
  })
})

const codes = (liste: string): number[] => Array.from(liste, (lettre) => lettre.charCodeAt(0))
const sansExAequo = (liste: string): Groupes => codes(liste).map((code) => [code])
const places = (liste: string): number[] => [...liste].sort().map((lettre) => liste.indexOf(lettre) + 1)
const alphabet = 'abcdefghijklmnopqrstuvwxyz'

function groupes(texte: string, numeros: Map<string, number>): Groupes {
  const numero = (nom: string): number => {
    const connu = numeros.get(nom) ?? numeros.size
    numeros.set(nom, connu)
    return connu
  }
  return (texte.match(/\([^)]*\)|\S+/g) ?? []).map((groupe) => groupe.replace(/[()]/g, '').split(' ').map(numero))
}

function variantes(x: string, y: string, p: number) {
  const numeros = new Map<string, number>()
  const [a, b] = [groupes(x, numeros), groupes(y, numeros)]
  const de = (variante: 'egalite' | 'moyenne' | 'corrigee') => rboGroupes(a, b, p, variante)
  return { egalite: de('egalite'), moyenne: de('moyenne'), corrigee: de('corrigee') }
}

describe('published values of the rank-biased overlap', () => {
  it.each(publies.permutations.cas)('permutation $liste, p = $p', ({ liste, p, rbo: reference }) => {
    const identite = places([...liste].sort().join(''))
    expect(rbo(identite, places(liste), p)).toBeCloseTo(reference, publies.permutations.source.decimales)
    expect(rboGroupes(sansExAequo([...liste].sort().join('')), sansExAequo(liste), p, 'moyenne')).toBeCloseTo(
      reference,
      publies.permutations.source.decimales,
    )
  })

  it.each(publies.longueurs_inegales.cas)('uneven lists: $liste, p = $p', ({ liste, p, rbo: reference }) => {
    const { decimales } = publies.longueurs_inegales.source
    for (const variante of ['egalite', 'moyenne', 'corrigee'] as const) {
      expect(rboGroupes(sansExAequo(alphabet), sansExAequo(liste), p, variante)).toBeCloseTo(reference, decimales)
    }
  })

  it.each(publies.ex_aequo.cas)('ties: $x / $y', ({ x, y, p, ...attendu }) => {
    const obtenu = variantes(x, y, p)
    for (const variante of ['egalite', 'moyenne', 'corrigee'] as const) {
      expect(obtenu[variante]).toBeCloseTo(attendu[variante], publies.ex_aequo.source.decimales)
    }
  })

  it('the example of the authors', () => {
    const { x, y, p, ...attendu } = publies.ex_aequo.exemple
    const obtenu = variantes(x, y, p)
    for (const variante of ['egalite', 'moyenne', 'corrigee'] as const) {
      expect(obtenu[variante]).toBeCloseTo(attendu[variante], 7)
    }
  })
})
