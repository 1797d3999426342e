import { describe, expect, it } from 'vitest'
import { fragments, type Bloc, type Phrase, type TableauDocument } from '../../core/document/document.ts'
import { rapportObjectifs, type Cadence, type SourceRapport } from '../../core/objectifs/index.ts'
import { Dossier, executer } from '../outils/lancer-cli.ts'
import { jour } from './attributions-de-test.ts'
import { compter, lignes } from './lignes.ts'

const FIN = jour('2026-01-31')
const AUTRE = { quartile: '3' }
const texte = (phrase: Phrase): string =>
  fragments(phrase)
    .map((fragment) => fragment.texte)
    .join('')
    .replace(/[\u202f\u00a0]/g, ' ')

/** Landlord A reaches the target (10 of 30), B lacks 4 (1 of 20), C lacks 1 (0 of 1). */
const COMPTE = compter([
  lignes(10),
  lignes(20, AUTRE),
  lignes(1, { bailleur: 'Habitat B', date_bail: '2025-05-20' }),
  lignes(19, { ...AUTRE, bailleur: 'Habitat B', date_bail: '2025-11-20' }),
  lignes(1, { ...AUTRE, bailleur: 'Habitat C', quartile: null }),
])

function rapport(cadence: Cadence, plus: Partial<SourceRapport> = {}) {
  const document = rapportObjectifs(cadence, { compte: COMPTE, passes: [], jour: FIN, provenance: [], ...plus })
  const blocs: readonly Bloc[] = document.parties[0]?.blocs ?? []
  const tableaux = blocs.filter((bloc): bloc is TableauDocument => bloc.genre === 'tableau')
  return { document, blocs, tableaux }
}

const encadre = (plus: Partial<SourceRapport> = {}): string => {
  const bloc = rapport('caleol', plus).blocs[0]
  return bloc?.genre === 'paragraphe' && bloc.ton === 'encadre' ? texte(bloc.texte) : ''
}

const cellules = (tableau: TableauDocument | undefined): string[][] =>
  [...(tableau?.lignes ?? []), ...(tableau?.total === undefined ? [] : [tableau.total])].map((l) => l.map(texte))

describe('the first sentence', () => {
  it('says what was missing in a finished year, at which landlords, within which bracket', () => {
    expect(encadre()).toBe(
      'Il a manqué 2 baux du premier quartile hors QPV pour atteindre 25 % en 2025. Le retard est d’abord chez Habitat B (4 baux), Habitat C (1 bail). Le taux va de 21,6 % à 23,5 %, selon ce que dira 1 bail incomplet.',
    )
  })

  it('says that a target is reached, and nothing of landlords that are not late', () => {
    expect(encadre({ compte: compter([lignes(1), lignes(3, AUTRE)]) })).toBe(
      'L’objectif de 25 % est atteint en 2025. Le taux est de 25,0 %.',
    )
  })

  it('is one lease short of it', () => {
    expect(encadre({ compte: compter([lignes(1), lignes(4, AUTRE)]) })).toContain(
      'Il a manqué 1 bail du premier quartile hors QPV',
    )
  })

  it('projects a year that is not over', () => {
    const phrase = encadre({ compte: compter([lignes(19), lignes(81, AUTRE)]), jour: jour('2025-06-30') })
    expect(phrase).toMatch(/^Il manque 32 baux du premier quartile hors QPV d’ici le 31\/12 ; au rythme actuel/)
  })

  it('names three landlords, and counts the others', () => {
    const compte = compter(['A', 'B', 'C', 'D', 'E'].map((nom) => lignes(4, { ...AUTRE, bailleur: nom })))
    expect(encadre({ compte })).toContain(' ; 2 autres bailleurs sont aussi en retard.')
  })

  it('has nothing to say of a year without leases', () => {
    expect(encadre({ compte: compter([lignes(3)], { annee: 2019 }) })).toMatch(
      /^Aucun bail hors QPV n’est compté en 2019\. ?$/,
    )
  })
})

describe('the tables', () => {
  it('give the landlords that lack most first, and the whole', () => {
    expect(cellules(rapport('caleol').tableaux[0])).toEqual([
      ['Habitat B', '20', '1', '5,0 %', '25 %', '4'],
      ['Habitat C', '1', '0', '0,0 % à 100,0 %', '25 %', '1'],
      ['Habitat A', '30', '10', '33,3 %', '25 %', '0'],
      ['Ensemble', '51', '11', '21,6 % à 23,5 %', '25 %', '2'],
    ])
  })

  it('give nine landlords, and say where the others are', () => {
    const compte = compter(Array.from({ length: 12 }, (_, i) => lignes(2, { bailleur: `B${String(i)}` })))
    const [tableau] = rapport('caleol', { compte }).tableaux
    expect(tableau?.lignes).toHaveLength(9)
    expect(texte(tableau?.legende ?? '')).toContain('Les 12 bailleurs sont dans la feuille « Objectifs ».')
  })

  it('give quarters alone and since January, the last being the whole', () => {
    expect(cellules(rapport('trimestre').tableaux[0])).toEqual([
      ['1er trimestre', '31', '10', '32,3 % à 35,5 %', '32,3 % à 35,5 %', '0'],
      ['2e trimestre', '1', '1', '100,0 %', '34,4 % à 37,5 %', '0'],
      ['4e trimestre', '19', '0', '0,0 %', '21,6 % à 23,5 %', '2'],
    ])
  })

  it('give priority households by holder, counted on decisions', () => {
    const compte = compter([lignes(1, { dalo: 'oui' }), lignes(4), lignes(2, { reservataire: 'COLACT', dalo: 'oui' })])
    const [, autres] = rapport('caleol', { compte }).tableaux
    expect(cellules(autres).map(([nom, ...suite]) => [nom, ...suite.slice(0, 3)])).toEqual([
      ['Trois autres quartiles, en QPV', '0', '0', '—'],
      ['Prioritaires : Collectivités territoriales et EPCI', '0', '0', '—'],
      ['Prioritaires : Action Logement (employeurs)', '2', '2', '100,0 %'],
      ['Prioritaires : Hors contingent (bailleur)', '5', '1', '20,0 %'],
    ])
  })

  it('give the years that count something, the reported one last', () => {
    const passes = [2023, 2024].map((annee) =>
      compter([lignes(4, { date_bail: '2024-03-01', date_decision: '2024-02-01' })], { annee }),
    )
    const { tableaux } = rapport('annee', { passes })
    expect(cellules(tableaux.at(-1)).map(([annee]) => annee)).toEqual(['2024', '2025'])
  })
})

describe('every report', () => {
  it.each(['caleol', 'trimestre', 'annee'] as const)(
    '%s: is one part that says for whom, on what, and what to check',
    (cadence) => {
      const { document, blocs } = rapport(cadence, {
        provenance: [['Fichiers', 'a.xlsx']],
        nommer: (code) => (code === '200093201' ? 'Métropole X' : undefined),
      })
      expect(document.parties).toHaveLength(1)
      expect(document.titre).toContain('Métropole X')
      expect(document.provenance.map(([etiquette]) => etiquette)).toEqual([
        'Destinataire',
        'Fichiers',
        'Année comptée',
        'Jour',
      ])
      const notes = blocs.flatMap((bloc) =>
        bloc.genre === 'paragraphe' && bloc.ton === 'note' ? [texte(bloc.texte)] : [],
      )
      expect(notes.some((note) => note.includes('à vérifier dans la rédaction en vigueur'))).toBe(true)
      expect(notes.at(-1)).toContain('Lecture :')
    },
  )
})

describe('objectifs --rapport', () => {
  const CSV =
    'Bail signé le;Date CAL;QPV;Quartile;Organisme\n20/03/2025;01/03/2025;non;1;X\n20/03/2025;01/03/2025;non;4;Y\n'

  it('writes Word and a page to print', async () => {
    using dossier = new Dossier()
    const entree = dossier.ecrire('a.csv', CSV)
    for (const nom of ['r.docx', 'r.html'])
      expect(
        (await executer('objectifs', entree, '--annee', '2025', '--rapport', 'caleol', '--sortie', dossier.dans(nom)))
          .statut,
      ).toBe(0)
    expect(Buffer.from(dossier.lire('r.html')).toString()).toContain('Objectifs d’attribution 2025')
    expect(Buffer.from(dossier.lire('r.docx')).subarray(0, 2).toString()).toBe('PK')
  })

  it.each([
    [['--rapport', 'mensuel', '--sortie', 'r.docx'], 'attend caleol, trimestre, annee'],
    [['--rapport', 'annee'], 'Indiquez où écrire le rapport'],
    [['--rapport', 'annee', '--sortie', 'r.xlsx'], '.docx, .html'],
    [['--sortie', 'r.docx'], '.xlsx, .csv, .json'],
  ])('is misused by %j', async (mots, phrase) => {
    using dossier = new Dossier()
    const { statut, erreurs } = await executer('objectifs', dossier.ecrire('a.csv', CSV), '--annee', '2025', ...mots)
    expect(statut).toBe(2)
    expect(erreurs).toContain(phrase)
  })
})
