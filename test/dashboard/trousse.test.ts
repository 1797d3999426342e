import { describe, expect, it } from 'vitest'
import { ouvrirClasseur } from '../../core/tableur/index.ts'
import { ecrireClasseurTrousse, lireClasseurTrousse } from '../../dashboard/kit/classeur.ts'
import { ajouter, choisir, contientFigure, deplacer, retirer, TROUSSE_VIDE } from '../../dashboard/kit/choisie.ts'
import { ecrireTrousse, lireTrousse } from '../../dashboard/kit/fichier-trousse.ts'
import { verifier } from '../../dashboard/kit/verifier.ts'
import type { Figure, ProvenanceFigure } from '../../dashboard/figures/figure.ts'
import { figureDe } from './figures-exemples.ts'

const ADRESSE = '#vue=portrait&territoire=200040947'
const FIGURE = figureDe()
const CHOISIE = choisir(FIGURE, ADRESSE)
const [PROVENANCE] = FIGURE.provenance as [ProvenanceFigure]

function avec(changes: Partial<ProvenanceFigure>): Figure {
  return figureDe({ provenance: [{ ...PROVENANCE, ...changes }] })
}

describe('a kit', () => {
  const deux = [CHOISIE, { ...CHOISIE, figure: 'autre', titre: 'Autre' }].reduce(ajouter, TROUSSE_VIDE)

  it('holds a figure once, in the order in which they were picked', () => {
    expect(ajouter(deux, CHOISIE).choisies.map(({ figure }) => figure)).toEqual([FIGURE.id, 'autre'])
    expect(contientFigure(deux, CHOISIE)).toBe(true)
    expect(retirer(deux, CHOISIE).choisies.map(({ figure }) => figure)).toEqual(['autre'])
  })

  it('can be put in another order', () => {
    expect(deplacer(deux, 1, -1).choisies.map(({ figure }) => figure)).toEqual(['autre', FIGURE.id])
    expect(deplacer(deux, 0, -1)).toEqual(deux)
  })

  it('is read again from its file as it was', () => {
    expect(lireTrousse(ecrireTrousse(deux), 't.json')).toEqual(deux)
  })

  it.each([
    'rien',
    '{}',
    '{"format":"trousse/2","titre":"","choisies":[]}',
    ecrireTrousse(deux).replace(ADRESSE, 'javascript:alert(1)'),
  ])('is refused from %s', (contenu) => {
    expect(() => lireTrousse(contenu, 't.json')).toThrow(/n’est pas une trousse/)
  })
})

describe('reopening a kit', () => {
  it('says that a figure is the same', () => {
    expect(verifier(CHOISIE, [figureDe()])).toEqual({ etat: 'identique', ecarts: [] })
  })

  it.each([
    [
      'the dataset',
      { jeu: `sha256:${'b'.repeat(64)}` },
      /Jeu «\u202fBilan 2025\u202f» changé\u202f: sha256:aaaaaaaa alors, sha256:bbbbbbbb/,
    ],
    ['the definition', { version: '2' }, /version 1 alors, 2 maintenant/],
    ['the engine', { moteur: '0.2.0' }, /Moteur changé\u202f: 0\.1\.0 alors, 0\.2\.0/],
    ['the dataset, by another', { jeu: 'x', titreJeu: 'Autre' }, /Jeu absent\u202f: «\u202fBilan 2025/],
  ])('says that %s changed though the figures did not', (_, changes, phrase) => {
    const { etat, ecarts } = verifier(CHOISIE, [avec(changes)])
    expect(etat).toBe('identique')
    expect(ecarts.join(' ')).toMatch(phrase)
  })

  it('says that the figures changed, when one value did or became withheld', () => {
    const { tableau } = FIGURE
    const changer = (cellule: Figure['tableau']['lignes'][number]['cellules'][number]): Figure =>
      figureDe({
        tableau: {
          ...tableau,
          lignes: tableau.lignes.map((l, i) => (i > 0 ? l : { ...l, cellules: l.cellules.with(1, cellule) })),
        },
      })
    for (const cellule of [
      { genre: 'nombre', valeur: 0.1235, texte: '12,3\u202f%' },
      { genre: 'vide', texte: '–', raison: 'Retenu' },
    ] as const) {
      const { etat, ecarts } = verifier(CHOISIE, [changer(cellule)])
      expect([etat, ecarts]).toEqual(['change', ['Les chiffres du tableau ne sont plus les mêmes.']])
    }
  })

  it('says that a figure is no longer to be found', () => {
    expect(verifier(CHOISIE, []).etat).toBe('introuvable')
  })
})

describe('the data workbook', () => {
  const autre = figureDe({
    id: 'autre',
    titre: 'Autre question\u202f?',
    provenance: [PROVENANCE, { ...PROVENANCE, indicateur: 'second' }],
  })
  const elements = [FIGURE, autre].map((figure) => ({ figure, choisie: choisir(figure, ADRESSE) }))
  const octets = ecrireClasseurTrousse('Mon colloque', elements, '22/11/2026')

  it('has one sheet a figure, then the provenance', () => {
    expect(ouvrirClasseur(octets, 'd.xlsx').feuilles.map(({ nom }) => nom)).toEqual([
      'Figure 1',
      'Figure 2',
      'Provenance',
    ])
  })

  it('holds the kit, read again as it was', () => {
    expect(lireClasseurTrousse(octets, 'd.xlsx')).toEqual({
      titre: 'Mon colloque',
      choisies: elements.map(({ choisie }) => choisie),
    })
  })

  it('is told from another workbook', () => {
    const vide = ecrireClasseurTrousse('x', [], '22/11/2026')
    expect(lireClasseurTrousse(vide, 'd.xlsx').choisies).toEqual([])
    expect(() => lireClasseurTrousse(new Uint8Array([1, 2]), 'd.xlsx')).toThrow()
  })
})
