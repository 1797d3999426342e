import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cotation } from '../../../core/cotation/coter.ts'
import { reconnaitreColonnes } from '../../../core/lecture/reconnaitre.ts'
import type { Lecture } from '../../../core/lecture/lire.ts'
import { comparer } from '../../../core/scenarios/comparer/comparer.ts'
import { direComparaisons } from '../../../core/scenarios/comparer/dire.ts'
import { comparaisonEcrite } from '../../../core/scenarios/comparer/resultat.ts'
import { creerLecteurLots, MODELE_LOTS } from '../../../core/scenarios/lots/logements.ts'
import { kendallTauB } from '../../../core/scenarios/mesures/tau-b.ts'
import type { Cellule } from '../../../core/socle/table.ts'
import { francais } from '../../../core/socle/typographie.ts'
import { grillesAPortee } from '../../generateurs/grilles.ts'
import { populations } from '../../generateurs/populations.ts'
import { SANS_LIEUX } from '../../outils/coter-cellules.ts'
import { CONTEXTE, coterPar, demandesDe, demandesDepuis, lue } from '../outils.ts'
import { changesBruts, LOTS, troisBruts } from '../robustesse/force-brute.ts'

function lireLots(lignes: readonly (readonly Cellule[])[], entetes = ['Lot', 'Commune', 'Type']): Lecture {
  const lecteur = creerLecteurLots(reconnaitreColonnes(entetes, 1, MODELE_LOTS), { lieux: SANS_LIEUX })
  lignes.forEach((cellules, k) => {
    lecteur.ajouter({ numero: k + 2, cellules })
  })
  return lecteur.terminer()
}

const lecture = lireLots(LOTS.map(([commune, type], k) => [`L${String(k)}`, commune, type]))

/** The demandes of a population in the order of one grid. */
function parOrdre({ classement }: Cotation, population: readonly number[]): readonly number[] {
  return [...classement.indices].filter((i) => population.includes(i))
}

function vrai(cotation: Cotation, champ: string, i: number, valeur: number): boolean {
  const colonne = cotation.donnees.simple(champ)
  const lu = champ === 'nature' ? colonne.dictionnaire.indexOf('mutation') : valeur
  return colonne.etats[i] === 0 && colonne.valeurs[i] === lu
}

const PUBLICS = [
  ['dalo', 'dalo', 1],
  ['prioritaire', 'prioritaire', 1],
  ['quartile1', 'quartile', 1],
  ['mutation', 'nature', NaN],
  ['parent_isole', 'parent_isole', 1],
] as const

describe('comparaison/1', () => {
  it('is what the contract says, demande by demande', () => {
    fc.assert(
      fc.property(grillesAPortee(), grillesAPortee(), populations({ max: 45 }), ([a], [b], table) => {
        const demandes = demandesDe(table)
        const [deA, deB] = [coterPar(demandes, [a]).cotations[0], coterPar(demandes, [b]).cotations[0]]
        if (deA === undefined || deB === undefined) throw new Error('a grid gives a scoring')
        const communes = [...demandes.numeros.keys()].filter(
          (i) => deA.classement.indices.includes(i) && deB.classement.indices.includes(i),
        )
        const [listeA, listeB] = [parOrdre(deA, communes), parOrdre(deB, communes)]
        const n = communes.length
        const place = (liste: readonly number[], i: number): number => liste.indexOf(i) + 1
        const ecarts = communes.map((i) => Math.abs(place(listeA, i) - place(listeB, i)))
        const numeros = (indices: readonly number[]) => indices.map((i) => demandes.numeros[i])
        const dixieme = Math.ceil(n / 10)
        const transitions = Array.from({ length: 10 }, () => Array.from({ length: 10 }, () => 0))
        for (const i of communes) {
          const ligne = transitions[Math.ceil((10 * place(listeA, i)) / n) - 1] ?? []
          const colonne = Math.ceil((10 * place(listeB, i)) / n) - 1
          ligne[colonne] = (ligne[colonne] ?? 0) + 1
        }
        const tete = (liste: readonly number[], taille: number) => liste.slice(0, taille)
        const part = (liste: readonly number[], champ: string, valeur: number) =>
          n === 0 ? null : tete(liste, dixieme).filter((i) => vrai(deA, champ, i, valeur)).length / dixieme
        const restreinte = (c: Cotation, liste: readonly number[]) => ({
          ...c,
          classement: { ...c.classement, indices: Uint32Array.from(liste) },
        })
        const [troisA, troisB] = [
          troisBruts(demandes, restreinte(deA, listeA), LOTS),
          troisBruts(demandes, restreinte(deB, listeB), LOTS),
        ]
        const document = comparaisonEcrite(
          comparer(demandes, [lue(a), lue(b)], CONTEXTE, { fichier: 'lots.csv', lecture }),
        )
        expect(document).toMatchObject({
          format: 'comparaison/1',
          jour: '2026-01-31',
          grilles: [{ id: a?.id }, { id: b?.id }],
          demandes: n,
          kendall_tau_b: kendallTauB(
            communes.map((i) => deA.totaux[i] ?? 0),
            communes.map((i) => deB.totaux[i] ?? 0),
          ),
          deplacement_max: n === 0 ? null : Math.max(...ecarts),
          top: [3, 10, 50, 100, dixieme].map((taille) => ({
            n: taille,
            communs: tete(listeA, taille).filter((i) => tete(listeB, taille).includes(i)).length,
            entrants: numeros(tete(listeB, taille).filter((i) => !tete(listeA, taille).includes(i))),
            sortants: numeros(tete(listeA, taille).filter((i) => !tete(listeB, taille).includes(i))),
          })),
          publics: PUBLICS.map(([code, champ, valeur]) => ({
            public: code,
            n: communes.filter((i) => vrai(deA, champ, i, valeur)).length,
            part_top_a: part(listeA, champ, valeur),
            part_top_b: part(listeB, champ, valeur),
          })),
          transitions,
          lots: LOTS.length,
          part_lots_changes: changesBruts(troisA, troisB) / LOTS.length,
        })
        if (n > 0) expect(document.deplacement_moyen).toBeCloseTo(ecarts.reduce((s, e) => s + e, 0) / n, 12)
      }),
      { numRuns: 120 },
    )
  })

  const critere = (code: string, points: number) => ({ code, points, si: { champ: code.toLowerCase(), est: true } })
  const grille = (id: string, ...criteres: readonly object[]) => ({
    format: 'grille-cotation/1',
    id,
    nom: `Grille ${id}`,
    criteres,
  })
  const a = grille('a', critere('DALO', 50), critere('HANDICAP', 40))
  const b = grille('b', critere('DALO', 30), critere('HANDICAP', 40))
  const demandes = demandesDepuis([{ dalo: 'oui' }, { handicap: 'oui' }, { dalo: 'non' }, { dalo: 'non' }])

  it('compares the first grid with each of the others', () => {
    const document = comparaisonEcrite(comparer(demandes, [lue(a), lue(a), lue(b)], CONTEXTE))
    expect(document.deplacement_max).toBe(0)
    expect(document.comparaisons?.map((paire) => [paire.a, paire.b, paire.deplacement_max])).toEqual([
      ['a', 'a', 0],
      ['a', 'b', 1],
    ])
    expect(document).not.toHaveProperty('part_lots_changes')
    expect(comparaisonEcrite(comparer(demandes, [lue(a), lue(b)], CONTEXTE))).not.toHaveProperty('comparaisons')
  })

  it('has no figure where there is nothing to compare', () => {
    const vide = grille('vide', critere('DALO', 30))
    const personne = { ...vide, portee: { champ: 'nb_personnes', min: 9 } }
    expect(comparaisonEcrite(comparer(demandes, [lue(a), lue(personne)], CONTEXTE))).toMatchObject({
      demandes: 0,
      kendall_tau_b: null,
      spearman: null,
      rbo: null,
      deplacement_moyen: null,
      deplacement_max: null,
      top: [3, 10, 50, 100, 0].map((n) => ({ n, communs: 0, entrants: [], sortants: [] })),
    })
  })

  it('reports demandes that no grid scores, and faults of several grids once', () => {
    const portee = (min: number) => ({ champ: 'nb_personnes', min })
    const [petits, grands] = [
      { ...a, portee: portee(2) },
      { ...b, portee: portee(3) },
    ]
    const melange = demandesDepuis([
      { nb_personnes: 1, ressources_mensuelles: 0, epci: '200093201', nb_moins_14: 0 },
      { nb_personnes: 2 },
      { nb_personnes: 3 },
    ])
    const { anomalies } = comparer(melange, [lue(petits), lue(grands)], CONTEXTE)
    expect(anomalies.map(({ code, ligne }) => [code, ligne])).toEqual([
      ['ressources-nulles', 2],
      ['hors-portee', 2],
    ])
  })

  it('leaves aside dwellings of which commune or type is not known, and says so under the name of their file', () => {
    const lots = lireLots([
      ['L1', '59350', 'T2'],
      ['L2', null, 'T2'],
      ['L3', '59350', 'T42'],
    ])
    const document = comparaisonEcrite(
      comparer(demandes, [lue(a), lue(b)], CONTEXTE, { fichier: 'lots.csv', lecture: lots }),
    )
    expect(document).toMatchObject({ lots: 1, lots_changes: 0, part_lots_changes: 0 })
    expect(document.anomalies.map(({ ligne, colonne, code, fichier }) => [ligne, colonne, code, fichier])).toEqual([
      [3, 'commune', 'obligatoire-vide', 'lots.csv'],
      [4, 'typologie', 'hors-liste', 'lots.csv'],
    ])
    expect(() => lireLots([['L1', '59350']], ['Lot', 'Commune'])).toThrow('Type de logement')
  })

  it('is told in French, dwellings first', () => {
    const phrases = direComparaisons(
      comparer(demandes, [lue(a), lue(b)], CONTEXTE, { fichier: 'l', lecture: lireLots([['L1', '59350', 'T2']]) }),
    ).join('\n')
    expect(phrases.indexOf('trois candidats')).toBeLessThan(phrases.indexOf('change de'))
    expect(phrases).toContain(francais('« Grille a (a) » puis « Grille b (b) » : 4\u00a0demandes cotées par les deux.'))
    expect(phrases).toContain(francais('trois candidats différente : 0\u00a0logement sur 1 (0,0\u202f%)'))
    expect(phrases).toMatch(/τ-b 0,/u)
  })

  it('refuses a single grid', () => {
    expect(() => comparer(demandes, [lue(a)], CONTEXTE)).toThrow('got 1')
  })
})
