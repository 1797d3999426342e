import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Edition } from '../../../core/cotation/edition/edition.ts'
import {
  aEnregistrer,
  annuler,
  estVerrouille,
  executer,
  ouvrirEdition,
  ouvrirSurSocle,
  retablir,
} from '../../../core/cotation/edition/edition.ts'
import { differences } from '../../../core/cotation/edition/differences.ts'
import type { NoeudFormulaire } from '../../../core/cotation/edition/formulaire.ts'
import { formulaireCritere, testsPour } from '../../../core/cotation/edition/formulaire.ts'
import { CHAMPS_PROPOSES, genresPour } from '../../../core/cotation/edition/modeles.ts'
import type { Operation } from '../../../core/cotation/edition/operation.ts'
import { champNommable } from '../../../core/cotation/grille/champs-nommables.ts'
import { lireGrille } from '../../../core/cotation/grille/lire-grille.ts'
import { Refus } from '../../../core/socle/refus.ts'
import { grille as grilleAuHasard } from '../table/arbitraires.ts'
import { operation } from './operations.ts'

const COMPLETE: unknown = JSON.parse(readFileSync('exemples/grilles/fictive-complete.json', 'utf8'))

const SOCLE = {
  format: 'grille-cotation/1',
  id: 'regionale',
  nom: 'Socle régional',
  note_max: 100,
  familles: [
    { code: 'PRIO', nom: 'Publics prioritaires', cumul: 'maximum', plafond: 60 },
    { code: 'ANC', nom: 'Ancienneté', cumul: 'somme' },
  ],
  criteres: [
    {
      code: 'DALO',
      nom: 'Reconnu DALO',
      famille: 'PRIO',
      points: 50,
      verrouille: true,
      si: { champ: 'dalo', est: true },
    },
    { code: 'L4411', famille: 'PRIO', points: 30, si: { champ: 'publics_prioritaires', parmi: ['a', 'b'] } },
    { code: 'MOIS', famille: 'ANC', points: 1, par: { champ: 'anciennete_mois', chaque: 1 } },
  ],
}
const charger = (id: string): unknown => (id === 'regionale' ? SOCLE : undefined)
const surSocle = (): Edition => ouvrirSurSocle(SOCLE, { id: 'locale', nom: 'Grille locale' }, charger)

function fait(edition: Edition, geste: Operation): Edition {
  const resultat = executer(edition, geste)
  expect(resultat.raisons).toEqual([])
  return resultat.edition
}

function refus(edition: Edition, geste: Operation): string {
  const resultat = executer(edition, geste)
  expect(resultat.edition).toBe(edition)
  return resultat.raisons.join(' ').replace(/\u202f/g, ' ')
}

function critere(edition: Edition, code: string): unknown {
  return (edition.lue.ecrite as { criteres: readonly { code: string }[] }).criteres.find((c) => c.code === code)
}

/** Whether `lireGrille` gives back, from what is saved, the very grid that is edited. */
function enregistrable(edition: Edition): boolean {
  return lireGrille(aEnregistrer(edition), charger).empreinte === edition.lue.empreinte
}

function parcourir(depart: Edition): void {
  fc.assert(
    fc.property(fc.gen(), fc.integer({ min: 1, max: 15 }), (tirer, pas) => {
      let edition = depart
      for (let n = 0; n < pas; n++) {
        const resultat = executer(edition, tirer(operation, edition.lue.grille))
        if (resultat.raisons.length > 0) expect(resultat.edition).toBe(edition)
        edition = resultat.edition
        expect(enregistrable(edition)).toBe(true)
      }
    }),
    { numRuns: 120 },
  )
}

describe('the form of a grid', () => {
  it('never yields a grid that is refused', () => {
    parcourir(ouvrirEdition(COMPLETE))
  })

  it('never yields an overlay that is refused, or another grid than the one edited', () => {
    parcourir(surSocle())
  })

  it('starts from any grid that is accepted', () => {
    fc.assert(
      fc.property(grilleAuHasard, fc.gen(), (brute, tirer) => {
        let edition: Edition
        try {
          edition = ouvrirEdition(brute)
        } catch (erreur) {
          if (erreur instanceof Refus) return
          throw erreur
        }
        for (let n = 0; n < 3; n++) edition = executer(edition, tirer(operation, edition.lue.grille)).edition
        expect(enregistrable(edition)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('undoes and redoes', () => {
    const depart = ouvrirEdition(COMPLETE)
    const change = fait(depart, { geste: 'points', critere: 'DALO', points: '40' })
    expect(annuler(change).lue).toBe(depart.lue)
    expect(retablir(annuler(change)).lue).toBe(change.lue)
    expect(annuler(depart)).toBe(depart)
    expect(retablir(change)).toBe(change)
    const autre = fait(annuler(change), { geste: 'points', critere: 'DALO', points: '45' })
    expect(retablir(autre)).toBe(autre)
  })

  it('says in French what cannot be', () => {
    const edition = ouvrirEdition(COMPLETE)
    expect(refus(edition, { geste: 'points', critere: 'DALO', points: 'beaucoup' })).toMatch(
      /« beaucoup » n’est pas un nombre/,
    )
    expect(refus(edition, { geste: 'points', critere: 'DALO', points: '0' })).toMatch(/0 point/)
    expect(refus(edition, { geste: 'points', critere: 'DALO', points: '1,234' })).toMatch(/deux décimales/)
    expect(refus(edition, { geste: 'points', critere: 'EFFORT', points: '5' })).toMatch(/dans ses tranches/)
    expect(
      refus(edition, {
        geste: 'tranches',
        critere: 'EFFORT',
        champ: 'taux_effort',
        bornes: '40 % ; 30 %',
        points: '0 ; 5 ; 10',
      }),
    ).toMatch(/croissant/)
    expect(
      refus(edition, {
        geste: 'condition',
        critere: 'DALO',
        chemin: [],
        champ: 'dalo',
        test: 'est',
        valeur: 'peut-être',
      }),
    ).toMatch(/peut-être/)
    expect(
      refus(edition, {
        geste: 'condition',
        critere: 'DALO',
        chemin: [],
        champ: 'nationalite',
        test: 'est',
        valeur: 'x',
      }),
    ).toMatch(/27 mai 2008/)
    expect(refus(edition, { geste: 'retirer-condition', critere: 'DALO', chemin: [] })).toMatch(/il faut une condition/)
    expect(refus(edition, { geste: 'note', limite: 'note_max', valeur: '-10' })).toMatch(/note_min/)
    expect(refus(edition, { geste: 'ajouter-departage', departage: 'motifs' })).toMatch(/plusieurs valeurs/)
  })

  it('changes a leaf, adds beside it, takes it away', () => {
    const depart = ouvrirEdition(COMPLETE)
    const feuille = { champ: 'sous_occupation_1996', test: 'est', valeur: 'oui' }
    const change = fait(depart, { geste: 'condition', critere: 'SOUSOCC', chemin: [1], ...feuille })
    expect(critere(change, 'SOUSOCC')).toMatchObject({
      si: {
        tous: [
          { champ: 'nature', est: 'mutation' },
          { champ: 'sous_occupation_1996', est: true },
        ],
      },
    })
    const ajout = fait(change, {
      geste: 'ajouter-condition',
      critere: 'SOUSOCC',
      chemin: [],
      lien: 'et',
      champ: 'refus',
      test: 'max',
      valeur: '0',
    })
    expect(critere(ajout, 'SOUSOCC')).toMatchObject({ si: { tous: [{}, {}, { champ: 'refus', max: 0 }] } })
    const reste = fait(fait(ajout, { geste: 'retirer-condition', critere: 'SOUSOCC', chemin: [2] }), {
      geste: 'retirer-condition',
      critere: 'SOUSOCC',
      chemin: [0],
    })
    expect(critere(reste, 'SOUSOCC')).toMatchObject({ si: { champ: 'sous_occupation_1996', est: true } })
  })

  it('lets the criteria of a family that goes stand alone', () => {
    const edition = fait(ouvrirEdition(COMPLETE), { geste: 'retirer-famille', famille: 'ANC' })
    expect(critere(edition, 'MOIS')).not.toHaveProperty('famille')
  })

  it.each(CHAMPS_PROPOSES.flatMap((champ) => genresPour(champ).map((genre) => [champ.code, genre] as const)))(
    'offers a valid criterion on %s (%s)',
    (champ, genre) => {
      const edition = fait(ouvrirEdition(COMPLETE), { geste: 'ajouter-critere', champ, genre, famille: 'LOCAL' })
      expect(edition.lue.grille.criteres.at(-1)).toMatchObject({ famille: 'LOCAL' })
    },
  )
})

describe('what the form shows', () => {
  const feuilles = (noeud: NoeudFormulaire | undefined): readonly Extract<NoeudFormulaire, { genre: 'feuille' }>[] => {
    if (noeud === undefined) return []
    return noeud.genre === 'feuille' ? [noeud] : noeud.enfants.flatMap(feuilles)
  }

  it('changes nothing when it is given back as it stands', () => {
    fc.assert(
      fc.property(grilleAuHasard, (brute) => {
        let edition: Edition
        try {
          edition = ouvrirEdition(brute)
        } catch (erreur) {
          if (erreur instanceof Refus) return
          throw erreur
        }
        for (const { code } of edition.lue.grille.criteres) {
          const montre = formulaireCritere(edition.lue.grille, code)
          const gestes: Operation[] = [
            { geste: 'formule', critere: code, formule: montre?.formule ?? '' },
            ...feuilles(montre?.condition).map(({ chemin, champ, test, valeur }) => ({
              geste: 'condition' as const,
              critere: code,
              chemin,
              champ,
              test,
              valeur,
            })),
          ]
          if (montre?.points !== '') gestes.push({ geste: 'points', critere: code, points: montre?.points ?? '' })
          if (montre?.unites !== undefined) gestes.push({ geste: 'unites', critere: code, ...montre.unites })
          if (montre?.tranches !== undefined) gestes.push({ geste: 'tranches', critere: code, ...montre.tranches })
          for (const geste of gestes) {
            const resultat = executer(edition, geste)
            expect(resultat.raisons).toEqual([])
            expect(resultat.edition.lue.grille).toEqual(edition.lue.grille)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('proposes the tests that fit a field, and what to type', () => {
    const tests = (code: string) =>
      testsPour(
        champNommable(code) ??
          CHAMPS_PROPOSES[0] ??
          (() => {
            throw new Error(code)
          })(),
      ).map(({ test }) => test)
    expect(tests('dalo')).toEqual(['est', 'connu', 'formule'])
    expect(tests('motifs')).toEqual(['parmi', 'est', 'connu', 'formule'])
    expect(tests('statut_logement')).toEqual(['est', 'parmi', 'connu', 'formule'])
    expect(tests('taux_effort')).toEqual(['min', 'max', 'plus_de', 'moins_de', 'entre', 'est', 'connu', 'formule'])
    const grille = ouvrirEdition(COMPLETE).lue.grille
    expect(formulaireCritere(grille, 'EFFORT')?.tranches).toMatchObject({
      bornes: '30\u202f% ; 40\u202f% ; 50\u202f%',
      points: '0 ; 5 ; 10 ; 15',
      saisie: { genre: 'nombre', unite: '%' },
    })
    expect(formulaireCritere(grille, 'MOIS')?.unites).toMatchObject({ chaque: '6', aPartirDe: '6', maximum: '20' })
    expect(formulaireCritere(grille, 'ABSENT')).toBeUndefined()
  })
})

describe('a local grid over a core', () => {
  it('saves only what differs', () => {
    const depart = surSocle()
    expect(aEnregistrer(depart)).toEqual({
      format: 'grille-cotation/1',
      id: 'locale',
      nom: 'Grille locale',
      socle: 'regionale',
      criteres: [],
    })
    const change = fait(fait(depart, { geste: 'points', critere: 'L4411', points: '25' }), {
      geste: 'retirer-critere',
      critere: 'MOIS',
    })
    const ajoute = fait(change, { geste: 'ajouter-critere', champ: 'handicap', genre: 'fixe', famille: '' })
    const plafond = fait(ajoute, { geste: 'limite', famille: 'PRIO', limite: 'plafond', valeur: '70' })
    expect(aEnregistrer(plafond)).toMatchObject({
      socle: 'regionale',
      criteres: [
        { code: 'MOIS', retire: true },
        { code: 'L4411', points: 25 },
        { code: 'HANDICAP', points: 10 },
      ],
      familles: [{ code: 'PRIO', plafond: 70 }],
    })
    expect(enregistrable(plafond)).toBe(true)
    expect(ouvrirEdition(aEnregistrer(plafond), charger).lue.empreinte).toBe(plafond.lue.empreinte)
  })

  it('keeps the locks and the order of the core, and says so', () => {
    const edition = surSocle()
    expect(estVerrouille(edition, 'DALO')).toBe(true)
    expect(estVerrouille(edition, 'L4411')).toBe(false)
    expect(refus(edition, { geste: 'points', critere: 'DALO', points: '10' })).toMatch(
      /« DALO » est verrouillé par le socle/,
    )
    expect(refus(edition, { geste: 'retirer-critere', critere: 'DALO' })).toMatch(/verrouillé/)
    expect(refus(edition, { geste: 'retirer-famille', famille: 'PRIO' })).toMatch(/verrouillé/)
    expect(refus(edition, { geste: 'retirer-famille', famille: 'ANC' })).toMatch(/« ANC » vient du socle/)
    expect(refus(edition, { geste: 'limite', famille: 'PRIO', limite: 'plafond', valeur: '' })).toMatch(
      /« PRIO » vient du socle/,
    )
    expect(refus(edition, { geste: 'deplacer-critere', critere: 'MOIS', pas: -1 })).toMatch(/gardent leur ordre/)
    expect(refus(edition, { geste: 'note', limite: 'note_max', valeur: '' })).toMatch(/« note_max » vient du socle/)
    expect(refus(edition, { geste: 'identite', membre: 'id', valeur: 'regionale' })).toMatch(/l’une l’autre pour socle/)
  })

  it('does not let a new criterion take the code of one that was removed', () => {
    const socle = {
      ...SOCLE,
      criteres: [...SOCLE.criteres, { code: 'HANDICAP', points: 3, si: { champ: 'handicap', est: true } }],
    }
    const depart = ouvrirSurSocle(socle, { id: 'locale', nom: 'L' })
    const sans = fait(depart, { geste: 'retirer-critere', critere: 'HANDICAP' })
    const avec = fait(sans, { geste: 'ajouter-critere', champ: 'handicap', genre: 'fixe', famille: '' })
    expect(avec.lue.grille.criteres.at(-1)?.code).toBe('HANDICAP_2')
  })
})

describe('differences between two grids', () => {
  const dire = (gestes: readonly Operation[]): readonly string[] => {
    const depart = ouvrirEdition(COMPLETE)
    const arrivee = gestes.reduce(fait, depart)
    return differences(depart.lue.grille, arrivee.lue.grille).map((phrase) => phrase.replace(/[\u202f\u00a0]/g, ' '))
  }

  it('are said in words', () => {
    expect(dire([])).toEqual([])
    expect(
      dire([
        { geste: 'points', critere: 'DALO', points: '40' },
        { geste: 'limite', famille: 'ANC', limite: 'plafond', valeur: '' },
      ]),
    ).toEqual(['Reconnu DALO : 50 → 40', 'Plafond Ancienneté supprimé'])
    expect(dire([{ geste: 'note', limite: 'note_max', valeur: '' }])).toEqual(['Note maximale supprimée'])
    expect(dire([{ geste: 'limite', famille: 'PRIO', limite: 'plafond', valeur: '60' }])).toEqual([
      'Plafond Publics prioritaires ajouté : 60',
    ])
    expect(dire([{ geste: 'retirer-critere', critere: 'RAV' }])).toEqual(['Critère retiré : Reste à vivre faible'])
    expect(dire([{ geste: 'formule', critere: 'QUARTILE1', formule: 'quartile ≤ 2' }])).toEqual([
      'Premier quartile : règle « 10 points, si « Quartile de ressources » : 1 » → « 10 points, si « Quartile de ressources » : au plus 2 »',
    ])
    expect(
      dire([
        {
          geste: 'tranches',
          critere: 'EFFORT',
          champ: 'taux_effort',
          bornes: '30 % ; 40 % ; 50,01 %',
          points: '0 ; 5 ; 10 ; 15',
        },
      ]),
    ).toEqual(["Taux d'effort : la règle change de moins que l’arrondi affiché"])
    expect(dire([{ geste: 'deplacer-critere', critere: 'RAV', pas: -1 }])).toEqual(['L’ordre des critères change'])
    expect(dire([{ geste: 'quartile', borne: 'incluse' }])).toEqual(['Borne des quartiles : stricte → incluse'])
  })

  it('are never empty when the score may change', () => {
    const depart = ouvrirEdition(COMPLETE)
    fc.assert(
      fc.property(operation(depart.lue.grille), (geste) => {
        const { edition } = executer(depart, geste)
        const memeSource = geste.geste === 'identite' && (geste.membre === 'source' || geste.membre === 'id')
        if (edition === depart || memeSource) return
        const change = JSON.stringify(edition.lue.grille) !== JSON.stringify(depart.lue.grille)
        if (geste.geste === 'justificatif' && !geste.exige) return
        if (geste.geste === 'verrou' && !geste.verrouille) return
        if (geste.geste === 'quartile' && geste.borne === 'stricte') return
        expect(differences(depart.lue.grille, edition.lue.grille).length > 0).toBe(change)
      }),
      { numRuns: 600 },
    )
  })
})
