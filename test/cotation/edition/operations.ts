import fc from 'fast-check'
import { CHAMPS_NOMMABLES } from '../../../core/cotation/grille/champs-nommables.ts'
import type { Grille } from '../../../core/cotation/grille/grille.ts'
import type { Operation } from '../../../core/cotation/edition/operation.ts'
import { ecrireFormule } from '../../../core/cotation/table/ecrire-formule.ts'
import { TESTS } from '../../../core/cotation/table/tests-mots.ts'
import { condition } from '../table/arbitraires.ts'

const saisie = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '10',
    '-5',
    '12,5',
    '1,234',
    '30 %',
    'oui',
    'SD',
    '05 ; 06',
    '2 et 5',
    '01/02/2024',
    'et',
    '1e400',
  ),
  fc.integer({ min: -200, max: 200 }).map(String),
  fc.string({ unit: 'grapheme' }),
)
const champ = fc.oneof(fc.constantFrom(...CHAMPS_NOMMABLES.map(({ code }) => code)), saisie)
const test = fc.oneof(fc.constantFrom<string>(...TESTS), saisie)
const chemin = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 })
const formule = fc.oneof(
  saisie,
  fc.constantFrom('dalo = oui', 'nature = mutation et dalo = oui', 'non ('),
  condition.map(ecrireFormule),
)
const departage = fc.oneof(
  saisie,
  fc.constantFrom('date_depot', 'date_depot décroissant', 'nature : mutation d’abord', 'motifs', 'motifs : 05 d’abord'),
)
const pas = fc.constantFrom(-1, 1, 0, 5)
const rang = fc.integer({ min: -1, max: 3 })

function record<G extends Operation['geste']>(
  geste: G,
  membres: { [K in keyof Omit<Extract<Operation, { geste: G }>, 'geste'>]: fc.Arbitrary<unknown> },
): fc.Arbitrary<Operation> {
  return fc.record({ geste: fc.constant(geste), ...membres }) as unknown as fc.Arbitrary<Operation>
}

/** Any operation of the form, right or wrong, on what the grid holds or on nothing. */
export function operation({ criteres, familles = [] }: Grille): fc.Arbitrary<Operation> {
  const critere = fc.constantFrom(...criteres.map(({ code }) => code), 'ABSENT')
  const famille = fc.constantFrom(...familles.map(({ code }) => code), '', 'ABSENTE')
  const feuille = { champ, test, valeur: saisie }
  return fc.oneof(
    record('points', { critere, points: saisie }),
    record('nom', { critere, nom: saisie }),
    record('base-legale', { critere, texte: saisie }),
    record('justificatif', { critere, exige: fc.boolean() }),
    record('verrou', { critere, verrouille: fc.boolean() }),
    record('famille-du-critere', { critere, famille }),
    record('unites', { critere, champ, chaque: saisie, aPartirDe: saisie, maximum: saisie }),
    record('tranches', {
      critere,
      champ,
      bornes: fc.oneof(saisie, fc.constant('1 ; 2')),
      points: fc.oneof(saisie, fc.constant('0 ; 5 ; 10')),
    }),
    record('condition', { critere, chemin, ...feuille }),
    record('ajouter-condition', { critere, chemin, lien: fc.constantFrom('et', 'ou'), ...feuille }),
    record('retirer-condition', { critere, chemin }),
    record('formule', { critere, formule }),
    record('ajouter-critere', { champ, genre: fc.constantFrom('fixe', 'unites', 'tranches'), famille }),
    record('retirer-critere', { critere }),
    record('deplacer-critere', { critere, pas }),
    record('ajouter-famille', { nom: saisie }),
    record('nom-famille', { famille, nom: saisie }),
    record('cumul', { famille, cumul: fc.oneof(saisie, fc.constantFrom('somme', 'maximum')) }),
    record('limite', { famille, limite: fc.constantFrom('plafond', 'plancher'), valeur: saisie }),
    record('retirer-famille', { famille }),
    record('ajouter-departage', { departage }),
    record('departage', { rang, departage }),
    record('retirer-departage', { rang }),
    record('deplacer-departage', { rang, pas }),
    record('note', { limite: fc.constantFrom('note_min', 'note_max'), valeur: saisie }),
    record('quartile', { borne: fc.oneof(saisie, fc.constantFrom('stricte', 'incluse')) }),
    record('portee', { formule }),
    record('identite', {
      membre: fc.constantFrom('id', 'nom', 'territoire', 'date_effet', 'source'),
      valeur: fc.oneof(saisie, fc.constantFrom('200093201', '01/01/2027', 'regionale')),
    }),
  )
}
