import { describe, expect, it } from 'vitest'
import { completer } from '../../core/objectifs/completer.ts'
import { objectifsDuCompte } from '../../core/objectifs/compter-objectifs.ts'
import {
  feuilleACompleter,
  feuilleObjectifs,
  feuilleRepartition,
  feuilleVentilation,
} from '../../core/objectifs/feuilles.ts'
import { direPerimetre } from '../../core/objectifs/perimetres.ts'
import { regleRepartition } from '../../core/objectifs/phrases.ts'
import { repartirEffort } from '../../core/objectifs/repartir.ts'
import { ventiler } from '../../core/objectifs/ventiler.ts'
import { compter, lignes, Q1 } from './lignes.ts'

const compte = compter([lignes(10), lignes(50, { quartile: '3' }), lignes(2, { quartile: null, nb_personnes: '1' })])

describe('the sheet Objectifs', () => {
  const objectifs = objectifsDuCompte(compte)
  const feuille = feuilleObjectifs(objectifs, [['Fichier', 'attributions.xlsx']], (siren) =>
    siren === '200093201' ? 'Métropole européenne de Lille' : undefined,
  )

  it('has one row a line of the law, in words and in codes', () => {
    expect(feuille.nombreLignes).toBe(objectifs.objectifs.length)
    expect(feuille.ligne(1).slice(0, 9)).toEqual([
      'Premier quartile et relogés, hors QPV',
      'Métropole européenne de Lille',
      10,
      62,
      10 / 62,
      12 / 62,
      0.25,
      (10 * 4 - 62) / (62 * 4),
      6,
    ])
    expect(feuille.ligne(1)).toHaveLength(feuille.colonnes.length)
    expect(feuille.ligne(1).at(-1)).toBe('epci:200093201')
  })

  it('says above the table what was counted and how, both missing numbers explained by an example', () => {
    const etiquettes = feuille.provenance.map(([etiquette]) => etiquette)
    expect(etiquettes).toEqual(
      expect.arrayContaining(['Fichier', 'Année comptée', 'Valeurs par défaut', 'Avertissement']),
    )
    const bloc = feuille.provenance.map(([, valeur]) => valeur).join(' ')
    expect(bloc).toContain('17 sur 67')
    expect(bloc).not.toMatch(/ [:;]/)
  })
})

describe('the other sheets', () => {
  it('a breakdown ends with the whole', () => {
    const feuille = feuilleVentilation(ventiler(compte, Q1, ['bailleur', 'qpv']), [])
    expect(feuille.ligne(0).slice(0, 4)).toEqual(['Habitat A', 'hors QPV', 10, 62])
    expect(feuille.ligne(1).slice(0, 4)).toEqual(['Ensemble', '', 10, 62])
  })

  it('the cells to fill are given one by one, with their file and row', () => {
    const feuille = feuilleACompleter(completer(compte, Q1), [])
    expect(feuille.nombreLignes).toBe(2)
    expect(feuille.ligne(0)).toEqual([
      'attributions.csv',
      62,
      'Ressources mensuelles du ménage (hors APL/AL)',
      'oui',
      2 / 62,
    ])
  })

  it('a shared effort carries its rule', () => {
    const repartition = repartirEffort(3, [{ nom: 'A', vacances: 2, manque: 1 }])
    const feuille = feuilleRepartition(repartition, regleRepartition(0.5), [])
    expect(feuille.ligne(0)).toEqual(['A', 2, 1, 2, 2, 2])
    expect(feuille.provenance).toContainEqual(['Sans preneur', '1'])
  })
})

describe('perimeters in words', () => {
  it.each([
    ['tous', 'Ensemble'],
    ['epci:243500139', 'EPCI 243500139'],
    ['bailleur:Habitat: A + B', 'Habitat: A + B'],
    ['reservataire:AUCUN+bailleur:Habitat A', 'Hors contingent (bailleur), Habitat A'],
    ['epci:243500139+reservataire:COLACT', 'EPCI 243500139, Action Logement (employeurs)'],
    ['reservataire:COLTER/Ville X', 'Ville X (Collectivités territoriales et EPCI)'],
  ])('%s', (perimetre, attendu) => {
    expect(direPerimetre(perimetre)).toBe(attendu)
  })
})
