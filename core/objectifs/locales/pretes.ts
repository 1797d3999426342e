const ACCORD = {
  titre:
    'Accord collectif d’attribution d’une agglomération, 2009-2011 : 1 200 ménages en trois ans, soit 400 par an dont 30 présentant des difficultés à habiter (recueil de pratiques sur les sorties d’hébergement)',
}

const ATELIER = {
  titre:
    'Compte rendu d’une journée régionale sur la réforme des attributions, automne 2018 : moyens cités dans les documents cadres et conventions',
}

const HORS_FRAGILE = { tous: [{ champ: 'qpv', est: false }, { non: { champ: 'ex_qpv', est: true } }] }

/**
 * Local targets ready to be taken up and adjusted, each seen in a real territory. A null `attendu` is for the territory
 * to set: its source gives no figure. All are marked « à vérifier »: what binds a territory is its own convention.
 */
export const CIBLES_LOCALES_PRETES = {
  format: 'cibles-locales/1',
  nom: 'Cibles locales toutes prêtes',
  cibles: [
    {
      code: 'accord_collectif_an',
      libelle: 'Accord collectif : ménages relogés dans l’année',
      definition: 'Baux signés dans l’année avec un ménage DALO ou prioritaire, par bailleur.',
      assiette: 'baux',
      numerateur: { champ: 'prioritaire', est: true },
      attendu: { menages: 400, annees: 1 },
      par: 'bailleur',
      reference: ACCORD,
    },
    {
      code: 'accord_collectif_trois_ans',
      libelle: 'Accord collectif : ménages relogés en trois ans',
      definition: 'Baux signés pendant les trois ans de l’accord avec un ménage DALO ou prioritaire, par bailleur.',
      assiette: 'baux',
      numerateur: { champ: 'prioritaire', est: true },
      attendu: { menages: 1200, annees: 3 },
      par: 'bailleur',
      reference: ACCORD,
    },
    {
      code: 'accord_collectif_difficultes',
      libelle: 'Accord collectif : dont ménages présentant des difficultés',
      definition:
        'Baux signés dans l’année avec un ménage rencontrant des difficultés particulières (lettre c de l’article L. 441-1, correspondance à vérifier).',
      assiette: 'baux',
      numerateur: { champ: 'publics_prioritaires', est: 'c' },
      attendu: { menages: 30, annees: 1 },
      par: 'bailleur',
      reference: ACCORD,
    },
    {
      code: 'prioritaires_par_bailleur',
      libelle: 'Publics prioritaires, par bailleur',
      definition:
        'Part des décisions d’attribution de l’année du bailleur au bénéfice d’un ménage DALO ou prioritaire.',
      assiette: 'decisions',
      numerateur: { champ: 'prioritaire', est: true },
      attendu: { taux: 0.425 },
      par: 'bailleur',
      plancher: 'prioritaires',
      reference: ATELIER,
    },
    {
      code: 'prioritaires_hors_quartiers_fragiles',
      libelle: 'Prioritaires logés hors des quartiers fragiles',
      definition:
        'Parmi les décisions au bénéfice d’un ménage prioritaire, part de celles situées hors QPV et hors secteurs assimilés. Part minimale à fixer localement.',
      assiette: 'decisions',
      denominateur: { champ: 'prioritaire', est: true },
      numerateur: HORS_FRAGILE,
      attendu: null,
      par: 'commune',
      reference: ATELIER,
    },
    {
      code: 'q1_q2_hors_qpv',
      libelle: 'Premier et deuxième quartiles, hors QPV',
      definition:
        'L’objectif légal hors QPV étendu au deuxième quartile. La cible est à fixer localement, au-dessus de celle du seul premier quartile.',
      assiette: 'baux',
      denominateur: HORS_FRAGILE,
      numerateur: {
        un_de: [
          { champ: 'relogement', parmi: ['anru', 'orcod'] },
          { champ: 'quartile', parmi: [1, 2] },
        ],
      },
      attendu: null,
      par: 'bailleur',
      plancher: 'q1_hors_qpv',
      reference: ATELIER,
    },
    {
      code: 'autres_quartiles_qpv_et_veille',
      libelle: 'Trois autres quartiles, en QPV et quartiers de veille active',
      definition:
        'L’objectif légal en QPV étendu aux quartiers de veille active, signalés dans la colonne des secteurs assimilés.',
      assiette: 'decisions',
      denominateur: {
        un_de: [
          { champ: 'qpv', est: true },
          { champ: 'ex_qpv', est: true },
        ],
      },
      numerateur: { champ: 'quartile', parmi: [2, 3, 4] },
      attendu: { taux: 0.5 },
      par: 'bailleur',
      plancher: 'autres_quartiles_qpv',
      reference: ATELIER,
    },
    {
      code: 'quartiles_3_4_qpv',
      libelle: 'Troisième et quatrième quartiles, en QPV',
      definition: 'Part des décisions en QPV au bénéfice des deux quartiles les plus aisés. Cible à fixer localement.',
      assiette: 'decisions',
      denominateur: { champ: 'qpv', est: true },
      numerateur: { champ: 'quartile', parmi: [3, 4] },
      attendu: null,
      par: 'bailleur',
      reference: ATELIER,
    },
    {
      code: 'mutations_25',
      libelle: 'Mutations',
      definition: 'Part des baux signés dans l’année avec un locataire du parc social.',
      assiette: 'baux',
      denominateur: { connu: 'nature' },
      numerateur: { champ: 'nature', est: 'mutation' },
      attendu: { taux: 0.25 },
      par: 'bailleur',
      reference: {
        titre:
          'Agenda triennal 2015-2018 entre l’État et le mouvement Hlm, cité dans un compte rendu régional de 2018 ; texte d’origine non retrouvé',
      },
    },
    {
      code: 'mutations_programmes_neufs',
      libelle: 'Mutations vers les programmes neufs',
      definition:
        'Parmi les baux de première mise en location, part des mutations : à contrôler pour ne pas vider le parc existant. Pas de cible.',
      assiette: 'baux',
      denominateur: { champ: 'premiere_location', est: true },
      numerateur: { champ: 'nature', est: 'mutation' },
      attendu: null,
      par: 'bailleur',
      reference: ATELIER,
    },
    {
      code: 'travailleurs_essentiels',
      libelle: 'Travailleurs des secteurs essentiels',
      definition:
        'Part des décisions d’attribution au bénéfice d’un demandeur exerçant dans un secteur essentiel, selon la liste locale. Objectif fixé par la convention intercommunale d’attribution : aucun taux national.',
      assiette: 'decisions',
      numerateur: { champ: 'travailleur_essentiel', est: true },
      attendu: null,
      par: 'bailleur',
      reference: {
        titre: 'CCH, art. L. 441-1, issu de la loi n° 2022-217 du 21 février 2022, art. 78',
        url: 'https://attributionlogementsocialetdalo.logement.gouv.fr/dispositions-d-acces-aux-travailleurs-essentiels-a416.html',
      },
    },
  ],
} as const
