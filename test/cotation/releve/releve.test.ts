import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SEUILS_QUARTILES } from '../../../core/baremes/index.ts'
import type { Cotation, Cotations } from '../../../core/cotation/coter.ts'
import { coter } from '../../../core/cotation/coter.ts'
import { lireGrille } from '../../../core/cotation/grille/lire-grille.ts'
import { LEGENDE_POINTS, LEGENDE_SANS_POINT } from '../../../core/cotation/releve/note.ts'
import { creerReleves } from '../../../core/cotation/releve/releve.ts'
import type { Place } from '../../../core/cotation/releve/similaires.ts'
import { indexerSimilaires } from '../../../core/cotation/releve/similaires.ts'
import type { Bloc, Partie, TableauDocument } from '../../../core/document/document.ts'
import { fragments } from '../../../core/document/document.ts'
import { genererDemandes } from '../../../core/exemple/index.ts'
import { CONNU, INUTILISABLE } from '../../../core/lecture/colonne.ts'
import { Refus } from '../../../core/socle/refus.ts'
import { DONNEES_COMMUNES } from '../../../core/territoires/donnees-communes.ts'
import { creerTerritoires, DONNEES_EPCI } from '../../../core/territoires/index.ts'
import { lireDemandes, reconnaitreDemandes } from '../../../core/travaux/ouvrir-demandes.ts'
import { coterLues, jourDe, lireCellules } from '../../outils/coter-cellules.ts'

const JOUR = jourDe('2026-01-31')
const LIEUX = creerTerritoires(DONNEES_EPCI, DONNEES_COMMUNES)
const SOURCE = { fichier: 'export.xlsx', feuille: 'Demandes', versionMoteur: '1.2.3' }
const COMPLETE: unknown = JSON.parse(readFileSync('exemples/grilles/fictive-complete.json', 'utf8'))

function population(nombre: number): Cotations {
  const { demandes } = genererDemandes({ nombre, graine: 7, jour: JOUR })
  const table = reconnaitreDemandes([demandes])
  const lues = lireDemandes([demandes], table, { jour: JOUR, lieux: LIEUX, territoire: '200093201' })
  return coter(lues, [lireGrille(COMPLETE)], { jour: JOUR, seuils: SEUILS_QUARTILES })
}

const COTATIONS = population(2000)
const [COTATION] = COTATIONS.cotations
if (COTATION === undefined) throw new Error('no score')
const RELEVES = creerReleves(COTATIONS, { source: SOURCE, lieux: LIEUX })

function tableau({ blocs }: Partie, legende: string | RegExp): TableauDocument | undefined {
  return blocs.find((bloc): bloc is TableauDocument => bloc.genre === 'tableau' && bloc.legende.match(legende) !== null)
}

function texteDe(bloc: Bloc): readonly string[] {
  const dire = (phrase: Parameters<typeof fragments>[0]): string =>
    fragments(phrase)
      .map(({ texte }) => texte)
      .join('')
  switch (bloc.genre) {
    case 'tableau':
      return [bloc.legende, ...bloc.lignes.flat().map(dire), ...(bloc.total ?? []).map(dire)]
    case 'liste':
      return bloc.elements.map(dire)
    case 'image':
      return [bloc.description]
    case 'saut-de-page':
      return []
    default:
      return [dire(bloc.texte)]
  }
}

function texte({ titre, blocs }: Partie): string {
  return [titre, ...blocs.flatMap(texteDe)].join('\n').replace(/[\u202f\u00a0]/g, ' ')
}

/** Hundredths of points, from a figure as printed. */
function centiemes(phrase: unknown): number {
  return Math.round(
    Number(
      String(phrase)
        .replace(/\u202f/g, '')
        .replace('\u2212', '-')
        .replace(',', '.'),
    ) * 100,
  )
}

function unite(cellules: Readonly<Record<string, string | number | null>>, grille = COMPLETE): string {
  const demande = { numero_unique: '059000000000000001', date_depot: '2024-01-15', nb_personnes: 1, ...cellules }
  const cotations = coterLues(lireCellules([demande], { jour: '2026-01-31' }), [grille], '2026-01-31', [])
  return texte(creerReleves(cotations, { source: SOURCE }).releve(0))
}

describe('the statement of points', () => {
  const tous = [...COTATION.classement.indices].map((i) => ({ i, partie: RELEVES.releve(i) }))

  it('is written for every demande that the grid scores', () => {
    expect(tous.length).toBeGreaterThan(1700)
  })

  it('has lines and adjustments that add up to the score, as printed', () => {
    for (const { i, partie } of tous) {
      const points = tableau(partie, LEGENDE_POINTS)
      const somme = points?.lignes.reduce((total, ligne) => total + centiemes(ligne[3]), 0)
      expect(somme).toBe(COTATION.totaux[i])
      expect(centiemes(points?.total?.[3])).toBe(COTATION.totaux[i])
    }
  })

  it('names every criterion of the grid once', () => {
    const noms = COTATION.grilleLue.grille.criteres.map(({ nom }) => nom)
    for (const { partie } of tous.slice(0, 200)) {
      const points = tableau(partie, LEGENDE_POINTS)?.lignes.map(([nom]) => String(nom)) ?? []
      const sans = tableau(partie, LEGENDE_SANS_POINT)?.lignes.map(([nom]) => String(nom)) ?? []
      expect([...points.filter((nom) => nom !== 'Ajustement'), ...sans].sort()).toEqual([...noms].sort())
    }
  })

  it('holds the four items owed on request, in order, and where it comes from', () => {
    for (const { partie } of tous.slice(0, 300)) {
      const titres = partie.blocs.flatMap((bloc) =>
        bloc.genre === 'intertitre' && bloc.niveau === 2 ? [bloc.texte] : [],
      )
      expect(titres).toEqual([
        '1. Degré et mode de contribution du calcul',
        '2. Données traitées et leurs sources',
        '3. Paramètres et pondérations appliqués',
        '4. Opérations effectuées',
      ])
      const ecrit = texte(partie)
      expect(ecrit).toContain('R. 311-3-1-2')
      expect(ecrit).toContain(COTATION.grilleLue.empreinte)
      expect(ecrit).toContain('fictive-complete')
      expect(ecrit).toContain('31/01/2026')
      expect(ecrit).toContain('Moteur : 1.2.3')
      expect(ecrit).toContain('aucune attribution passée n’a été fournie')
    }
  })

  it('never speaks of a decision, a selection or a rejection', () => {
    for (const { partie } of tous) {
      // The label of the register for those that a DALO commission recognised.
      const ecrit = texte(partie).replaceAll('Décision favorable DALO', '')
      expect(ecrit).not.toMatch(/décision|sélectionn|rejet/i)
      expect(ecrit).not.toMatch(/undefined|NaN|Infinity|\[object/)
    }
  })

  it('numbers its parts: never a subtitle before a title', () => {
    const premier = tous[0]?.partie.blocs.find((bloc) => bloc.genre === 'intertitre')
    expect(premier).toMatchObject({ niveau: 1 })
  })

  it('says the bounds and what is missing when the score is incomplete', () => {
    const ecrit = unite({ dalo: 'oui' })
    expect(ecrit).toMatch(
      /La note est incomplète\. Une fois complétée, elle sera comprise entre .* points? et .* points?/,
    )
    expect(ecrit).toMatch(/à compléter, selon la grille/)
    expect(ecrit).toContain('Ressources mensuelles du ménage (hors APL/AL)')
    const simple = {
      format: 'grille-cotation/1',
      id: 's',
      nom: 'Simple',
      criteres: [{ code: 'D', points: 5, si: { champ: 'dalo', est: true } }],
    }
    expect(unite({ dalo: 'oui' }, simple)).toContain('la note est complète')
  })

  it('says whether the demande is of a priority public, and why', () => {
    expect(unite({ dalo: 'oui', publics_prioritaires: 'l' })).toMatch(
      /est prioritaire :\nDemande reconnue prioritaire au titre du DALO.*\nMenacé d’expulsion sans relogement \(L\. 441-1 CCH\)/,
    )
    expect(unite({ dalo: 'non', publics_prioritaires: 'k' })).toMatch(/Dépourvu de logement.*à vérifier/)
    expect(unite({ dalo: 'non', publics_prioritaires: 'aucun' })).toMatch(/n’est pas prioritaire/)
    expect(unite({})).toMatch(/On ne peut pas dire si la demande est prioritaire/)
  })

  it('says what a refusal does under this grid', () => {
    expect(unite({ refus: 1 })).toMatch(
      /Refus d'un logement adapté : −10 points par tranche entière de 1 refus.*\n.*\n.*1 refus/,
    )
    const sans = {
      format: 'grille-cotation/1',
      id: 's',
      nom: 'Simple',
      criteres: [{ code: 'D', points: 5, si: { champ: 'dalo', est: true } }],
    }
    expect(unite({}, sans)).toMatch(/refuser un logement adapté.* ne change pas la note/)
  })

  it('gives the mean wait only when allocations are given', () => {
    const attentes = {
      source: 'attributions de 2025',
      moyenne: (commune: string | null) => (commune === '59350' ? { mois: 30.4, attributions: 12 } : undefined),
    }
    const demande = {
      numero_unique: '1',
      date_depot: '2024-01-15',
      nb_personnes: 1,
      communes_souhaitees: '59350;59009',
      typologies_souhaitees: 'T2',
    }
    const cotations = coterLues(lireCellules([demande], { jour: '2026-01-31' }), [COMPLETE], '2026-01-31', [])
    const places = tableau(creerReleves(cotations, { source: SOURCE, attentes }).releve(0), /Place/)
    expect(places?.lignes.map((ligne) => ligne.at(-1))).toEqual(['30\u00a0mois (12\u00a0attributions)', 'non calculé'])
    expect(tableau(creerReleves(cotations, { source: SOURCE }).releve(0), /Place/)?.lignes[0]?.at(-1)).toBe(
      'non calculé',
    )
  })

  it('makes one document of several, and refuses a number that is not scored', () => {
    const numeros = [...COTATION.classement.indices.slice(0, 3)].map((i) => COTATIONS.demandes.numeros[i] ?? '')
    const document = RELEVES.document(numeros)
    expect(document.parties.map(({ titre }) => titre.split('\u00a0')[1])).toEqual(numeros)
    expect(document.provenance).toContainEqual(['Empreinte', COTATION.grilleLue.empreinte])
    expect(() => RELEVES.document(['000'])).toThrow(Refus)
  })
})

describe('the place among similar demandes', () => {
  function souhaits(cotation: Cotation, champ: string, i: number): readonly string[] | undefined {
    const { etats, debuts, elements, dictionnaire } = cotation.donnees.multiple(champ)
    if (etats[i] === INUTILISABLE) return undefined
    return etats[i] === CONNU ? [...elements.subarray(debuts[i], debuts[i + 1])].map((e) => dictionnaire[e] ?? '') : []
  }

  function brute(cotation: Cotation, i: number): readonly Place[] | undefined {
    const [communes, types] = [
      souhaits(cotation, 'communes_souhaitees', i),
      souhaits(cotation, 'typologies_souhaitees', i),
    ]
    if (communes === undefined || types === undefined) return undefined
    const cherche = (j: number, champ: string, voulu: string | null): boolean => {
      const siens = souhaits(cotation, champ, j)
      if (siens === undefined) return false
      return voulu === null || siens.length === 0 || siens.includes(voulu)
    }
    const lisible = (j: number): boolean =>
      souhaits(cotation, 'communes_souhaitees', j) !== undefined &&
      souhaits(cotation, 'typologies_souhaitees', j) !== undefined
    const rang = (j: number): number => cotation.classement.rang[j] ?? 0
    return (communes.length === 0 ? [null] : communes).flatMap((commune) =>
      (types.length === 0 ? [null] : types).map((typologie) => {
        const semblables = [...cotation.classement.indices].filter(
          (j) =>
            lisible(j) && cherche(j, 'communes_souhaitees', commune) && cherche(j, 'typologies_souhaitees', typologie),
        )
        return {
          commune,
          typologie,
          position: 1 + semblables.filter((j) => rang(j) < rang(i)).length,
          exAequo: semblables.filter((j) => rang(j) === rang(i)).length - 1,
          nombre: semblables.length,
        }
      }),
    )
  }

  it('is what counting them one by one gives', () => {
    const demandes = Array.from({ length: 300 }, (_, n) => ({
      numero_unique: `N${String(n).padStart(4, '0')}`,
      date_depot: '2024-01-15',
      nb_personnes: 1,
      dalo: n % 3 === 0 ? 'oui' : 'non',
      anciennete: null,
      refus: n % 4,
      communes_souhaitees: [null, '59350', '59009;59350', '59512;59009', 'nulle part', 'aucun'][n % 6] ?? null,
      typologies_souhaitees: ['T2', 'T2;T3', null, 'T4', 'T3;T2', 'T1', 'palais'][n % 7] ?? null,
    }))
    const grille = {
      format: 'grille-cotation/1',
      id: 's',
      nom: 'Simple',
      criteres: [
        { code: 'D', points: 5, si: { champ: 'dalo', est: true } },
        { code: 'R', points: -1, par: { champ: 'refus', chaque: 1 } },
      ],
    }
    const [cotation] = coterLues(lireCellules(demandes, { jour: '2026-01-31' }), [grille], '2026-01-31', []).cotations
    if (cotation === undefined) throw new Error('no score')
    const index = indexerSimilaires(cotation)
    for (const i of cotation.classement.indices) expect(index.places(i)).toEqual(brute(cotation, i))
    expect([...cotation.classement.indices].some((i) => index.places(i) === undefined)).toBe(true)
  })

  it('is so for demandes that look real', () => {
    const index = indexerSimilaires(COTATION)
    for (const i of COTATION.classement.indices.filter((_, n) => n % 97 === 0)) {
      expect(index.places(i)).toEqual(brute(COTATION, i))
    }
  })
})
