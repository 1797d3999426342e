import { describe, expect, it } from 'vitest'
import type { DessinCarte } from '../../dashboard/figures/figure.ts'
import { svgCarte } from '../../dashboard/exports/svg-carte.ts'
import { couper } from '../../dashboard/exports/texte-svg.ts'
import { figureDe } from './figures-exemples.ts'

const CARTE: DessinCarte = {
  genre: 'carte',
  fond: 'departements',
  classes: [
    { libelle: 'moins de 20 %', rang: 1 },
    { libelle: '20 % et plus', rang: 5 },
  ],
  lieux: [
    { code: '59', nom: 'Nord', classe: 5, texte: '25,0 %', bref: '25,0 %', repere: true },
    { code: '62', nom: 'Pas-de-Calais <&"', classe: null, texte: 'retenu', bref: 'Protégé' },
  ],
  credit: 'Carte\u202f: @svg-maps, CC BY 4.0',
}

describe('the map as a picture', () => {
  const { svg, largeur, hauteur } = svgCarte(figureDe({ fictif: true }), CARTE)

  it('stands alone: title, sentence, source, protection, credit', () => {
    for (const dit of ['Quelle part des baux', 'est 2e sur 4', 'DREAL', 'menages-11', 'CC BY 4.0', 'Données fictives'])
      expect(svg).toContain(dit)
    expect(svg).not.toMatch(/href=|<script|<image|<style/)
  })

  it('fills each place with the pattern of its class, and crosses out one that is withheld', () => {
    expect(svg).toMatch(/fill="url\(#classe-5\)" stroke="#10242b" stroke-width="2"><title>Nord\u202f: 25,0 %/)
    expect(svg).toMatch(/fill="url\(#classe-0\)"[^>]*><title>Pas-de-Calais &lt;&amp;&quot;\u202f: retenu/)
    expect(svg).toContain('sans chiffre ou retenu')
  })

  it('writes name and value on the places themselves, when they are few', () => {
    expect(svg).toMatch(/paint-order="stroke">Nord<.*>25,0 %</)
    expect(svg).toContain('>Protégé<')
  })

  it('is as large as what it holds', () => {
    const bas = [...svg.matchAll(/ y="([\d.]+)"/g)].map(([, y]) => Number(y))
    expect(Math.max(...bas)).toBeLessThan(hauteur)
    expect(svg).toContain(`width="${String(largeur)}" height="${String(hauteur)}"`)
  })

  it('draws tiles under their headings', () => {
    const lieux = Array.from({ length: 20 }, (_, i) => ({
      code: String(i),
      nom: `CC n° ${String(i)}`,
      classe: 1,
      texte: '12 %',
      bref: '12 %',
      groupe: i < 5 ? 'Nord' : 'Oise',
    }))
    const tuiles = svgCarte(figureDe(), { ...CARTE, fond: 'tuiles', lieux }).svg
    expect(tuiles.match(/<g><title>/g)).toHaveLength(20)
    expect(tuiles).toContain('>Oise<')
  })
})

it('a text is cut between its words', () => {
  expect(couper('un deux trois', 10, 45)).toEqual(['un deux', 'trois'])
  expect(couper('à 25\u00a0%', 10, 45)).toEqual(['à 25\u00a0%'])
})
