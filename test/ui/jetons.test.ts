import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contraste, ecart, jeton, lireHex, VISIONS, type ThemeMesure, type Vision } from './jetons.ts'

const THEMES = ['clair', 'sombre'] as const
const DOC = readFileSync(new URL('../../docs/identite.md', import.meta.url), 'utf8')

/** Text and its ground: 4.5 at least (WCAG 1.4.3). Marks and edges of controls: 3 (1.4.11). */
const PAIRES: readonly (readonly [dessus: string, dessous: string, minimum: number])[] = [
  ['encre', 'fond', 4.5],
  ['encre', 'surface', 4.5],
  ['encre', 'creux', 4.5],
  ['encre', 'accent-doux', 4.5],
  ['encre', 'info-fond', 4.5],
  ['encre', 'attention-fond', 4.5],
  ['encre-2', 'fond', 4.5],
  ['encre-2', 'surface', 4.5],
  ['encre-2', 'creux', 4.5],
  ['encre-2', 'accent-doux', 4.5],
  ['accent', 'fond', 4.5],
  ['accent', 'surface', 4.5],
  ['accent', 'accent-doux', 4.5],
  ['sur-accent', 'accent', 4.5],
  ['sur-accent', 'accent-survol', 4.5],
  ['sur-accent', 'accent-appui', 4.5],
  ['info', 'info-fond', 4.5],
  ['succes', 'succes-fond', 4.5],
  ['succes', 'surface', 4.5],
  ['attention', 'attention-fond', 4.5],
  ['attention', 'surface', 4.5],
  ['attention', 'fond', 4.5],
  ['erreur', 'erreur-fond', 4.5],
  ['erreur', 'surface', 4.5],
  ['erreur', 'fond', 4.5],
  ['trait-fort', 'surface', 3],
  ['trait-fort', 'fond', 3],
  ['foyer', 'fond', 3],
  ['foyer', 'surface', 3],
  ['seuil', 'surface', 3],
  ['seuil', 'creux', 3],
  ['accent', 'creux', 3],
  ['donnee-1', 'surface', 3],
  ['donnee-2', 'surface', 3],
  ['donnee-3', 'surface', 3],
  ['donnee-4', 'surface', 3],
  ['donnee-5', 'surface', 3],
  ['donnee-6', 'surface', 3],
]

const mesure = (dessus: string, dessous: string, theme: ThemeMesure): number =>
  contraste(lireHex(jeton(dessus, theme)), lireHex(jeton(dessous, theme)))

it('measures contrast as WCAG does', () => {
  expect(contraste(lireHex('#000000'), lireHex('#ffffff'))).toBe(21)
  expect(contraste(lireHex('#777777'), lireHex('#ffffff'))).toBeCloseTo(4.48, 2)
})

describe.each(PAIRES)('%s on %s, at least %d', (dessus, dessous, minimum) => {
  it.each(THEMES)('%s', (theme) => {
    expect(mesure(dessus, dessous, theme)).toBeGreaterThanOrEqual(minimum)
  })

  it('is written in docs/identite.md as measured', () => {
    const [clair, sombre] = THEMES.map((theme) => mesure(dessus, dessous, theme).toFixed(1).replace('.', ','))
    expect(DOC).toContain(
      `| \`${dessus}\` sur \`${dessous}\` | ${clair ?? ''} | ${sombre ?? ''} | ${String(minimum).replace('.', ',')} |`,
    )
  })
})

/** Seven times what is just seen side by side: marks of a chart lie apart. */
const ECART_MINIMAL = 0.14

function plusPetitEcart(noms: readonly string[], theme: ThemeMesure, vision: Vision): number {
  const couleurs = noms.map((nom) => lireHex(jeton(nom, theme)))
  return Math.min(...couleurs.flatMap((a, i) => couleurs.slice(i + 1).map((b) => ecart(a, b, vision))))
}

const DONNEES = ['donnee-1', 'donnee-2', 'donnee-3', 'donnee-4', 'donnee-5', 'donnee-6']

describe.each(Object.keys(VISIONS) as Vision[])('data colours with %s vision', (vision) => {
  it.each(THEMES)('are told apart, %s', (theme) => {
    expect(plusPetitEcart(DONNEES, theme, vision)).toBeGreaterThanOrEqual(ECART_MINIMAL)
  })
})

it.each(THEMES)('the sequence goes one way in lightness, by steps that are seen, %s', (theme) => {
  const fond = lireHex(jeton('surface', theme))
  const contrastes = [1, 2, 3, 4, 5].map((i) => contraste(lireHex(jeton(`sequence-${String(i)}`, theme)), fond))
  for (const [i, valeur] of contrastes.entries()) {
    expect(valeur).toBeGreaterThan((contrastes[i - 1] ?? 1) * (i === 0 ? 1 : 1.3))
  }
})
