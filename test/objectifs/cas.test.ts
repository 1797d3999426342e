import { describe, expect, it } from 'vitest'
import { SEUILS_QUARTILES } from '../../core/baremes/index.ts'
import { lireCibles } from '../../core/objectifs/cibles.ts'
import { compterObjectifs } from '../../core/objectifs/compter-objectifs.ts'
import fichier from '../cas/objectifs.json' with { type: 'json' }
import { lireAttributions } from './attributions-de-test.ts'
import { compterNaivement } from './naif/compter.ts'
import type { LigneNaive, SeuilsNaifs } from './naif/compter.ts'

interface Cas {
  readonly nom: string
  readonly source: string
  readonly annee?: number
  readonly borne?: string
  readonly cibles?: readonly string[]
  readonly sans?: readonly string[]
  readonly lignes: readonly LigneNaive[]
  readonly attendu: readonly ({ readonly code: string; readonly perimetre: string } & Record<string, unknown>)[]
  readonly absents?: readonly string[]
  readonly anomalies?: readonly string[]
  readonly avertissement?: string
  readonly naif?: boolean
}

const CAS = fichier.cas as unknown as readonly Cas[]

const SEUILS: SeuilsNaifs = Object.fromEntries(
  [...SEUILS_QUARTILES.parSiren].map(([siren, annees]) => [
    siren,
    Object.fromEntries(annees.map(({ annee, q1, q2, q3 }) => [annee, [q1, q2, q3] as const])),
  ]),
)

function lignesDe({ lignes, sans = [] }: Cas): LigneNaive[] {
  return lignes.map((changements, i) => {
    const ligne: Record<string, string> = { numero_unique: `N${String(i)}`, ...fichier.base, ...changements }
    return Object.fromEntries(Object.entries(ligne).filter(([champ]) => !sans.includes(champ)))
  })
}

describe('legal cases, one fact changed at a time', () => {
  it.each(CAS.map((cas) => [cas.nom, cas] as const))('%s', (_, cas) => {
    expect(cas.source).not.toBe('')
    const lignes = lignesDe(cas)
    const annee = cas.annee ?? 2025
    const borne = cas.borne === 'incluse' ? 'incluse' : 'stricte'
    const resultat = compterObjectifs(lireAttributions(lignes), { annee, borne, cibles: lireCibles(cas.cibles ?? []) })
    const naifs = compterNaivement(lignes, annee, SEUILS, borne === 'incluse')
    for (const { code, perimetre, ...chiffres } of cas.attendu) {
      const ligne = resultat.objectifs.find((o) => o.code === code && o.perimetre === perimetre)
      expect(ligne, `${code} ${perimetre}`).toMatchObject(chiffres)
      const { numerateur, denominateur, inconnus_numerateur, inconnus_denominateur } = chiffres
      if (cas.naif !== false)
        expect(naifs.get(`${code} ${perimetre}`)).toMatchObject({
          numerateur,
          denominateur,
          inconnus_numerateur,
          inconnus_denominateur,
        })
    }
    for (const absent of cas.absents ?? [])
      expect(resultat.objectifs.map(({ perimetre }) => perimetre)).not.toContain(absent)
    if (cas.anomalies !== undefined)
      expect(resultat.anomalies.map(({ code }) => code).toSorted()).toEqual(cas.anomalies.toSorted())
    if (cas.avertissement !== undefined) expect(resultat.avertissements.join(' ')).toContain(cas.avertissement)
  })
})
