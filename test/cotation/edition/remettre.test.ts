import { describe, expect, it } from 'vitest'
import { differencesParCouche } from '../../../core/cotation/edition/differences-par-couche.ts'
import { annuler, executer, ouvrirEdition, ouvrirSurSocle, substituer } from '../../../core/cotation/edition/edition.ts'
import { remettreCritere } from '../../../core/cotation/edition/remettre.ts'
import { lireGrille } from '../../../core/cotation/grille/lire-grille.ts'

function critere(code: string, points: number, famille?: string) {
  return { code, nom: code, points, si: { champ: 'dalo', est: true }, ...(famille === undefined ? {} : { famille }) }
}

const GRILLE = {
  format: 'grille-cotation/1',
  id: 'g',
  nom: 'g',
  familles: [{ code: 'F', nom: 'F', cumul: 'somme' }],
  criteres: [critere('A', 1), critere('B', 2, 'F'), critere('C', 3)],
}

function retirer(edition: ReturnType<typeof ouvrirEdition>, ...codes: readonly string[]) {
  return codes.reduce(
    (courante, code) => executer(courante, { geste: 'retirer-critere', critere: code }).edition,
    edition,
  )
}

describe('remettreCritere', () => {
  const entiere = ouvrirEdition(GRILLE)
  it.each([[['A']], [['B']], [['C']], [['A', 'B']], [['B', 'A']], [['C', 'B']]])(
    'puts back what was removed (%j), whatever the order, to the same grid',
    (codes) => {
      const remise = codes.reduce((e, code) => remettreCritere(e, entiere.lue, code), retirer(entiere, ...codes))
      expect(remise.lue.empreinte).toBe(entiere.lue.empreinte)
    },
  )

  it('brings its family back', () => {
    const sans = executer(retirer(entiere, 'B'), { geste: 'retirer-famille', famille: 'F' }).edition
    expect(remettreCritere(sans, entiere.lue, 'B').lue.empreinte).toBe(entiere.lue.empreinte)
  })

  it('does nothing for a criterion that is there, or that nobody knows', () => {
    expect(remettreCritere(entiere, entiere.lue, 'A')).toBe(entiere)
    expect(remettreCritere(entiere, entiere.lue, 'Z')).toBe(entiere)
  })
})

describe('substituer', () => {
  const autre = lireGrille({ ...GRILLE, criteres: [critere('A', 9)] })
  it('is one step that can be undone', () => {
    const edition = ouvrirEdition(GRILLE)
    const apres = substituer(edition, autre)
    expect(apres.lue.empreinte).toBe(autre.empreinte)
    expect(annuler(apres).lue.empreinte).toBe(edition.lue.empreinte)
  })
  it('is no step when nothing differs', () => {
    expect(substituer(ouvrirEdition(GRILLE), lireGrille(GRILLE)).passe).toEqual([])
  })
  it('is refused when the core locks what would change', () => {
    const verrouille = { ...GRILLE, criteres: [{ ...critere('A', 1), verrouille: true }, critere('B', 2)] }
    const locale = ouvrirSurSocle(verrouille, { id: 'locale', nom: 'locale' })
    expect(() => substituer(locale, autre)).toThrow('verrouillé')
  })
})

describe('differencesParCouche', () => {
  const socle = lireGrille(GRILLE).grille
  it('tells the core from the rest', () => {
    const a = lireGrille({ ...GRILLE, criteres: [...GRILLE.criteres, critere('L', 5)] }).grille
    const b = lireGrille({
      ...GRILLE,
      note_max: 80,
      familles: [{ code: 'F', nom: 'F', cumul: 'somme', plafond: 10 }],
      criteres: [critere('A', 7), critere('C', 3), critere('L', 6), critere('M', 1)],
    }).grille
    const { socle: duSocle, locale } = differencesParCouche(a, b, socle)
    expect(duSocle).toEqual(['Critère retiré\u202f: B', 'A\u202f: 1 → 7', 'Plafond F ajouté\u202f: 10'])
    expect(locale).toEqual([
      'L\u202f: 5 → 6',
      expect.stringContaining('Critère ajouté\u202f: M'),
      expect.stringContaining('Note maximale'),
    ])
  })
  it('says nothing of two equal grids', () => {
    expect(differencesParCouche(socle, socle, socle)).toEqual({ socle: [], locale: [] })
  })
})
