import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifierCondition } from '../../../core/cotation/grille/verifier-condition.ts'
import { ecrireFormule } from '../../../core/cotation/table/ecrire-formule.ts'
import { lireFormule } from '../../../core/cotation/table/lire-formule.ts'
import { condition } from './arbitraires.ts'

function lire(texte: string): { readonly condition: unknown; readonly fautes: readonly string[] } {
  const fautes: string[] = []
  return { condition: lireFormule(texte, (faute) => fautes.push(faute)), fautes }
}

const dalo = { champ: 'dalo', est: true }
const long = { champ: 'anciennete_mois', min: 48 }
const motif = { champ: 'motifs', parmi: ['05'] }

const LECTURES: readonly (readonly [string, unknown])[] = [
  ['dalo = oui', dalo],
  ['dalo est oui', dalo],
  ['DALO = vrai', dalo],
  ['"Reconnu prioritaire DALO" = oui', dalo],
  ['dalo ≠ oui', { non: dalo }],
  ['dalo renseigné', { connu: 'dalo' }],
  ['dalo est renseigné', { connu: 'dalo' }],
  ['anciennete_mois ≥ 48', long],
  ['anciennete_mois >= 48 mois', long],
  ['taux_effort > 33 %', { champ: 'taux_effort', plus_de: 0.33 }],
  ['taux_effort > 0,33', { champ: 'taux_effort', plus_de: 0.33 }],
  ['ressources_mensuelles < 1 200,50 €', { champ: 'ressources_mensuelles', moins_de: 1200.5 }],
  ['nb_personnes entre 2 et 5', { champ: 'nb_personnes', min: 2, max: 5 }],
  ['nb_personnes entre 2 et 5 et dalo = oui', { tous: [{ champ: 'nb_personnes', min: 2, max: 5 }, dalo] }],
  ['anciennete_mois > 12 et ≤ 48', { champ: 'anciennete_mois', plus_de: 12, max: 48 }],
  ['anciennete_mois > 12 et dalo = oui', { tous: [{ champ: 'anciennete_mois', plus_de: 12 }, dalo] }],
  ['date_depot < 01/02/2024', { champ: 'date_depot', moins_de: '2024-02-01' }],
  ['date_depot < 2024-02-01', { champ: 'date_depot', moins_de: '2024-02-01' }],
  ['motifs contient 05', motif],
  ['motifs contient 5', motif],
  ['motifs contient "En procédure d\'expulsion"', { champ: 'motifs', parmi: ["En procédure d'expulsion"] }],
  ['motifs parmi (05 ; 06)', { champ: 'motifs', parmi: ['05', '06'] }],
  ['motifs contient (05, 06)', { champ: 'motifs', parmi: ['05', '06'] }],
  ['situation_familiale parmi (Marié(e) ; Veuf(ve))', { champ: 'situation_familiale', parmi: ['M', 'V'] }],
  ['situation_familiale = Marié(e)', { champ: 'situation_familiale', est: 'M' }],
  ['statut_logement = Dans un squat', { champ: 'statut_logement', est: 'SQUAT' }],
  ['statut_logement parmi (SD ; Camping, caravaning)', { champ: 'statut_logement', parmi: ['SD', 'CAMCAR'] }],
  ['bailleur_actuel = "Toit et Joie"', { champ: 'bailleur_actuel', est: 'Toit et Joie' }],
  ['bailleur_actuel = « Toit et Joie »', { champ: 'bailleur_actuel', est: 'Toit et Joie' }],
  // What binds more.
  ['non dalo = oui et anciennete_mois ≥ 48', { tous: [{ non: dalo }, long] }],
  ['dalo = oui ou anciennete_mois ≥ 48 et motifs contient 05', { un_de: [dalo, { tous: [long, motif] }] }],
  ['(dalo = oui ou anciennete_mois ≥ 48) et motifs contient 05', { tous: [{ un_de: [dalo, long] }, motif] }],
  ['non (dalo = oui ou anciennete_mois ≥ 48)', { non: { un_de: [dalo, long] } }],
  ['non non dalo = oui', { non: { non: dalo } }],
  ['((dalo = oui))', dalo],
  ['tous (dalo = oui)', { tous: [dalo] }],
  ['un_de (dalo = oui ; anciennete_mois ≥ 48)', { un_de: [dalo, long] }],
  ['DALO = oui OU Motifs CONTIENT 05', { un_de: [dalo, motif] }],
  [
    'procedure_expulsion = oui ou motifs contient 05 ou publics_prioritaires contient l',
    {
      un_de: [{ champ: 'procedure_expulsion', est: true }, motif, { champ: 'publics_prioritaires', parmi: ['l'] }],
    },
  ],
]

const FAUTES: readonly (readonly [string, RegExp])[] = [
  ['', /s’arrête trop tôt.*nom de champ/],
  ['dalo', /un test après « dalo »/],
  ['dalo =', /une valeur pour « dalo »/],
  ['dalo = peut-être', /peut-être.*ne convient pas à « dalo »/],
  ['dallo = oui', /« dallo » n’est pas un champ connu ; le plus proche est « dalo »/],
  ['nationalite = fr', /discriminatoire/],
  ['dalo = oui et', /s’arrête trop tôt/],
  ['(dalo = oui', /parenthèse fermante/],
  ['dalo = oui)', /« \) » n’est pas à sa place/],
  ['bailleur_actuel = "a', /guillemets restent ouverts/],
  ['motifs parmi 05', /liste de valeurs entre parenthèses/],
  ['motifs parmi ()', /liste de « motifs » est vide/],
  ['motifs contient 99', /« 99 » ne convient pas à « motifs »/],
  ['motifs ≥ 5', /bornes ne conviennent pas à « motifs »/],
  ['nb_personnes entre 2', /la seconde borne/],
  ['nb_personnes ≥ 2 et ≥ 3', /deux fois la même borne/],
  ['taux_effort > beaucoup', /un nombre/],
  ['anciennete_mois > 3 €', /un nombre/],
  [`${'('.repeat(5000)}dalo = oui`, /parenthèses imbriquées/],
  [`${'non '.repeat(5000)}dalo = oui`, /trop de « non »/],
]

describe('formulas', () => {
  it.each(LECTURES)('%s', (texte, attendue) => {
    expect(lire(texte)).toEqual({ condition: attendue, fautes: [] })
  })

  it.each(FAUTES.map(([texte, raison]) => [texte.slice(0, 40), texte, raison] as const))(
    'refuses « %s »',
    (_, texte, raison) => {
      const { condition: lue, fautes } = lire(texte)
      expect(lue).toBeUndefined()
      expect(fautes.join(' ')).toMatch(raison)
    },
  )

  it('reads back every condition that it writes', () => {
    fc.assert(
      fc.property(condition, (c) => {
        const refus: string[] = []
        fc.pre(verifierCondition(c, (faute) => refus.push(faute)) !== undefined)
        expect(lire(ecrireFormule(c))).toEqual({ condition: c, fautes: [] })
      }),
      { numRuns: 2000 },
    )
  })

  it('never throws, whatever is typed', () => {
    const mots = fc.constantFrom('dalo', '=', 'oui', 'et', 'ou', 'non', '(', ')', ';', '≥', '3', '"', 'parmi', 'entre')
    const saisie = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(mots, { maxLength: 12 }).map((m) => m.join(' ')),
    )
    fc.assert(
      fc.property(saisie, (texte) => {
        const { condition: lue, fautes } = lire(texte)
        expect(lue === undefined).toBe(fautes.length > 0)
      }),
      { numRuns: 3000 },
    )
  })
})
