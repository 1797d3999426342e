import { describe, expect, it } from 'vitest'
import { annexePpgdid } from '../../core/cotation/annexe/annexe-ppgdid.ts'
import { comparer } from '../../core/scenarios/comparer/comparer.ts'
import { avecListesRecherchees } from '../../core/scenarios/comparer/listes-recherchees.ts'
import { phraseListes } from '../../core/scenarios/comparer/phrases.ts'
import { dossierConference } from '../../core/scenarios/dossier/dossier-conference.ts'
import { feuillesScenario, nomsDeFeuilles } from '../../core/scenarios/dossier/feuilles-scenario.ts'
import type { Bloc } from '../../core/document/document.ts'
import { CONTEXTE, demandesDepuis, lue } from './outils.ts'

function grille(id: string, dalo: number, refus?: number) {
  return {
    format: 'grille-cotation/1',
    id,
    nom: id,
    criteres: [
      { code: 'DALO', nom: 'Reconnu DALO', points: dalo, si: { champ: 'dalo', est: true } },
      { code: 'TAILLE', nom: 'Par personne', points: 2, par: { champ: 'nb_personnes', chaque: 1 } },
      ...(refus === undefined
        ? []
        : [{ code: 'REFUS', nom: 'Refus', points: refus, par: { champ: 'refus', chaque: 1 } }]),
    ],
  }
}

const DEMANDES = demandesDepuis(
  Array.from({ length: 30 }, (_, i) => ({
    nb_personnes: 1 + (i % 6),
    dalo: i % 5 === 0 ? 'oui' : 'non',
    communes_souhaitees: i % 2 === 0 ? '59350' : '59009',
  })),
)
const SOURCE = { fichier: 'demandes.xlsx', feuille: 'Demandes', versionMoteur: '1' }
const COMPARAISONS = avecListesRecherchees(
  comparer(DEMANDES, [lue(grille('force', 50)), lue(grille('essai', 1))], CONTEXTE),
)

function textes(blocs: readonly Bloc[]): string {
  return JSON.stringify(blocs)
}

describe('dossierConference', () => {
  const document = dossierConference(COMPARAISONS, { source: SOURCE, genre: 'recherches', question: 'Pourquoi ?' })
  const blocs = document.parties.flatMap((partie) => partie.blocs)
  const titres = blocs.flatMap((bloc) => (bloc.genre === 'intertitre' && bloc.niveau === 1 ? [bloc.texte] : []))

  it('goes from the question to the method', () => {
    expect(titres).toEqual([
      'La question',
      'En un coup d’œil',
      'essai',
      'Méthode, et ce que ces chiffres ne prouvent pas',
    ])
    expect(textes(blocs)).toContain('Pourquoi\u202f?')
    expect(textes(blocs)).toContain('Reconnu DALO\u202f: 50 → 1')
  })

  it('names no demande, and withholds small groups', () => {
    expect(DEMANDES.numeros.filter((numero) => textes(blocs).includes(numero))).toEqual([])
    expect(textes(blocs)).toContain('moins de 11')
  })

  it('carries the identity of each grid and its source', () => {
    expect(textes(blocs)).toContain(lue(grille('essai', 1)).empreinte.slice(0, 23))
    expect(document.provenance.map(([etiquette]) => etiquette)).toEqual([
      'Grille en vigueur',
      'Jour',
      'Source',
      'Moteur',
    ])
  })
})

describe('feuillesScenario', () => {
  const [resume, liste] = feuillesScenario(COMPARAISONS, SOURCE, 'recherches')
  const lignes = Array.from({ length: resume?.nombreLignes ?? 0 }, (_, i) => resume?.ligne(i) ?? [])

  it('puts the scenario beside the grid in force', () => {
    expect(resume?.nom).toBe('Scénario essai')
    expect(lignes[0]?.slice(0, 5)).toEqual(['Points', 'Reconnu DALO', 50, 1, -49])
  })

  it('counts every demande once in its notes, under both grids', () => {
    const notes = lignes.filter(([mesure]) => mesure === 'Demandes par note')
    const somme = (colonne: number): number => notes.reduce((total, ligne) => total + Number(ligne[colonne]), 0)
    expect([somme(2), somme(3)]).toEqual([30, 30])
  })

  it('draws charts on rows that hold what they name', () => {
    for (const { lignes: dessinees, series, nom } of resume?.graphiques ?? []) {
      const rangs = series.map((titre) => resume?.colonnes.findIndex((colonne) => colonne.titre === titre) ?? -1)
      const debut = dessinees?.premiere ?? 0
      const cases = lignes.slice(debut, debut + (dessinees?.nombre ?? 0)).flatMap((l) => rangs.map((rang) => l[rang]))
      expect({ nom, nombres: cases.every((valeur) => typeof valeur === 'number') }).toEqual({ nom, nombres: true })
    }
  })

  it('lists every demande in the new order', () => {
    const places = Array.from({ length: liste?.nombreLignes ?? 0 }, (_, i) => liste?.ligne(i)[2])
    expect(places).toEqual(places.map((_, i) => i + 1))
  })

  it.each([
    [
      ['A', 'A'],
      ['Scénario A', 'Scénario A 2'],
    ],
    [['[B]/*?:\\C'], ['Scénario B C']],
    [
      ['x'.repeat(60), 'x'.repeat(60)],
      [`Scénario ${'x'.repeat(22)}`, `Scénario ${'x'.repeat(20)} 2`],
    ],
  ])('names its sheets as Excel takes them: %j', (noms, attendus) => {
    expect(nomsDeFeuilles(noms)).toEqual(attendus)
  })
})

describe('phraseListes', () => {
  it.each([
    [{ lots: 0, changes: 0, part: null }, 'Aucun logement'],
    [{ lots: 10, changes: 0, part: 0 }, 'aucune ne change'],
    [{ lots: 1000, changes: 1, part: 0.001 }, '1 change, moins d’une sur 100'],
    [{ lots: 100, changes: 12, part: 0.12 }, '12 changent, environ 12 sur 100'],
  ])('%j', (lots, attendu) => {
    expect(phraseListes(lots, 'fournis')).toContain(attendu)
  })
})

describe('annexePpgdid', () => {
  const texte = (g: unknown): string => textes(annexePpgdid(lue(g), '1').parties.flatMap(({ blocs }) => blocs))
  it('states every criterion with its points', () => {
    expect(texte(grille('g', 50))).toContain('Reconnu DALO')
    expect(texte(grille('g', 50))).toContain('2 par unité')
  })
  it('says that a refusal changes nothing when no criterion tells of it', () => {
    expect(texte(grille('g', 50))).toContain('un refus ne modifie pas la note')
    expect(texte(grille('g', 50, -10))).not.toContain('un refus ne modifie pas la note')
    expect(texte(grille('g', 50, -10))).toContain('À compléter par le territoire')
  })
})
