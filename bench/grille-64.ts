/** A grid of 64 criteria that uses every kind of rule, as wide as the national register's (54 + 10). */
export function grille64(): unknown {
  const motifs = Array.from({ length: 23 }, (_, i) => ({
    code: `MOTIF${String(i + 1)}`,
    nom: `Motif ${String(i + 1)}`,
    famille: 'MOTIFS',
    points: 1 + (i % 7),
    si: { champ: 'motifs', parmi: [String(i + 1).padStart(2, '0')] },
  }))
  const logements = ['SD', 'SQUAT', 'CAMCAR', 'HOT', 'SH', 'CP', 'CPE', 'RHVS', 'SLHT', 'LP', 'HLM', 'RS'].map(
    (code, i) => ({
      code: `LOG${code}`,
      nom: `Logement ${code}`,
      famille: 'LOGEMENT',
      points: 20 - i,
      si: { champ: 'statut_logement', est: code },
    }),
  )
  const publics = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'viol'].map((code, i) => ({
    code: `PUBLIC${code}`,
    nom: `Public ${code}`,
    famille: 'PUBLICS',
    points: 30 - i,
    si: { champ: 'publics_prioritaires', parmi: [code] },
  }))
  const autres = [
    { code: 'DALO', nom: 'DALO', famille: 'PUBLICS', points: 50, si: { champ: 'dalo', est: true } },
    {
      code: 'MOIS',
      nom: 'Mois',
      famille: 'ANCIENNETE',
      points: 1,
      par: { champ: 'anciennete_mois', chaque: 1, maximum: 48 },
    },
    { code: 'LONG', nom: 'Long', famille: 'ANCIENNETE', points: 10, si: { champ: 'anciennete_mois', plus_de: 36 } },
    { code: 'Q1', nom: 'Quartile 1', famille: 'RESSOURCES', points: 10, si: { champ: 'quartile', est: 1 } },
    {
      code: 'EFFORT',
      nom: 'Effort',
      famille: 'RESSOURCES',
      tranches: { champ: 'taux_effort', bornes: [0.3, 0.4, 0.5], points: [0, 5, 10, 15] },
    },
    {
      code: 'RAV',
      nom: 'Reste à vivre',
      famille: 'RESSOURCES',
      points: 5,
      si: { champ: 'reste_a_vivre', moins_de: 12 },
    },
    { code: 'SUR', nom: 'Sur-occupation', points: 15, si: { champ: 'sur_occupation', est: true } },
    {
      code: 'SOUS',
      nom: 'Sous-occupation',
      points: 12,
      si: {
        tous: [
          { champ: 'nature', est: 'mutation' },
          { champ: 'sous_occupation', est: true },
        ],
      },
    },
    {
      code: 'ISOLE',
      nom: 'Parent isolé',
      points: 2,
      par: { champ: 'nb_mineurs', chaque: 1, maximum: 4 },
      si: { champ: 'parent_isole', est: true },
    },
    { code: 'AGE', nom: 'Âge', tranches: { champ: 'age_titulaire', bornes: [25, 65], points: [4, 0, 6] } },
    { code: 'HEBERGE', nom: 'Hébergement', points: 0.5, par: { champ: 'hebergement_mois', chaque: 3, maximum: 12 } },
    {
      code: 'ESSENTIEL',
      nom: 'Essentiel',
      points: 8,
      sur_justificatif: true,
      si: { champ: 'travailleur_essentiel', est: true },
    },
    { code: 'REFUS', nom: 'Refus', points: -10, par: { champ: 'refus', chaque: 1, maximum: 2 } },
    { code: 'FAUX', nom: 'Fausse déclaration', points: -40, si: { champ: 'fausse_declaration', est: true } },
    { code: 'HABITE', nom: 'Habite', points: 3, si: { champ: 'habite_commune_souhaitee', est: true } },
  ]
  return {
    format: 'grille-cotation/1',
    id: 'banc-64',
    nom: 'Banc d’essai',
    territoire: '200093201',
    familles: [
      { code: 'PUBLICS', nom: 'Publics', cumul: 'maximum' },
      { code: 'LOGEMENT', nom: 'Logement', cumul: 'maximum', plafond: 18 },
      { code: 'MOTIFS', nom: 'Motifs', cumul: 'somme', plafond: 12 },
      { code: 'RESSOURCES', nom: 'Ressources', cumul: 'somme', plafond: 25 },
      { code: 'ANCIENNETE', nom: 'Ancienneté', cumul: 'somme', plafond: 50 },
    ],
    criteres: [...publics, ...logements, ...motifs, ...autres],
    departage: [
      { champ: 'nature', premier: 'mutation' },
      { champ: 'date_depot', ordre: 'croissant' },
    ],
  }
}
