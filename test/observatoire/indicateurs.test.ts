import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CATALOGUE, INDICATEURS_CALCULES, pageIndicateurs } from '../../core/observatoire/index.ts'

describe('the catalogue', () => {
  it('names each indicator once', () => {
    const ids = CATALOGUE.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(CATALOGUE.map((indicateur) => [indicateur.id, indicateur] as const))(
    '%s leaves nothing out',
    (_, indicateur) => {
      const { definition, base_legale, source, question, pieges, unite, version } = indicateur
      expect([definition, base_legale, source, unite].every((texte) => texte.length > 2)).toBe(true)
      expect(question.endsWith('\u202f?')).toBe(true)
      expect(definition.endsWith('.')).toBe(true)
      expect(pieges.length).toBeGreaterThan(0)
      expect(version).toBeGreaterThanOrEqual(1)
      expect(indicateur.numerateur).toMatch(/^\p{Lu}.{3,}[^.]$/u)
      expect(indicateur.denominateur).not.toBe(indicateur.numerateur)
      // A ratio is of something.
      if (unite === 'ratio' || unite.includes(' par ')) expect(indicateur.denominateur).toMatch(/^\p{Lu}.{3,}[^.]$/u)
    },
  )

  it.each(CATALOGUE.map((indicateur) => [indicateur.id, indicateur] as const))(
    '%s is written as French is',
    (_, indicateur) => {
      const textes = [indicateur.nom, indicateur.definition, indicateur.question, ...indicateur.pieges]
      expect(textes.filter((texte) => / [:;!?%]|« | »|'|\d \d{3}/.test(texte))).toEqual([])
    },
  )

  it('holds at least forty distinct definitions that are computed, without counting crossings', () => {
    const calcules = INDICATEURS_CALCULES.map(({ indicateur }) => indicateur)
    const definitions = new Set(
      calcules.map(({ numerateur, denominateur }) => `${numerateur} / ${String(denominateur)}`),
    )
    expect(definitions.size).toBe(calcules.length)
    expect(definitions.size).toBeGreaterThanOrEqual(40)
    for (const { id } of calcules) expect(CATALOGUE.map((indicateur) => indicateur.id)).toContain(id)
  })

  it('marks what cannot be added up', () => {
    const repris = /^(reforme|repere|partenariat)_/
    const nonAdditifs = CATALOGUE.filter(({ additif, id }) => !additif && !repris.test(id)).map(({ id }) => id)
    expect(nonAdditifs).toEqual([
      'anciennete_mediane',
      'ressources_medianes',
      'attributions_ressources_medianes',
      'delai_median',
      'indice_vigilance',
      'bilan_part_qpv',
      'seuil_q1',
      'seuil_q2',
      'seuil_q3',
    ])
    expect(CATALOGUE.filter(({ additif, id }) => additif && repris.test(id))).toEqual([])
  })
})

describe('the method page', () => {
  const page = readFileSync('docs/methodes/indicateurs.md', 'utf8')

  it('is what the catalogue says today (otherwise: npx tsx scripts/indicateurs.ts)', () => {
    expect(page).toBe(pageIndicateurs(CATALOGUE))
  })

  it('has one sheet an indicator, with its definition', () => {
    for (const { id, definition } of CATALOGUE) {
      expect(page.split(`\`${id}\`, version`)).toHaveLength(2)
      expect(page).toContain(definition)
    }
  })
})
