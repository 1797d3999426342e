import type { Commande } from './catalogue.ts'

export const COMMANDES: readonly Commande[] = [
  {
    id: 'ModelesDeFeuilles',
    groupe: 'preparer',
    icone: 'modeles',
    libelle: { fr: 'Modèles de feuilles', en: 'Sheet templates' },
    infobulle: {
      fr: 'Ajoute les feuilles à remplir qui manquent\u202f: demandes, attributions, parc, grille. Les vôtres ne changent pas.',
      en: 'Adds the sheets to fill that are missing: applications, allocations, stock, grid. Yours do not change.',
    },
    etape: 'modeles',
    livree: true,
  },
  {
    id: 'ReconnaitreColonnes',
    groupe: 'preparer',
    icone: 'colonnes',
    libelle: { fr: 'Reconnaître les colonnes', en: 'Recognise columns' },
    infobulle: {
      fr: 'Trouve le tableau des demandes et dit à quoi sert chacune de ses colonnes. Rien n’est modifié.',
      en: 'Finds the table of applications and says what each of its columns is for. Nothing is changed.',
    },
    etape: 'colonnes',
    livree: true,
  },
  {
    id: 'Verifier',
    groupe: 'preparer',
    icone: 'verifier',
    libelle: { fr: 'Vérifier', en: 'Check' },
    infobulle: {
      fr: 'Liste les anomalies des demandes, chacune à un clic de sa cellule.',
      en: 'Lists the faults found in the applications, each one click away from its cell.',
    },
    etape: 'verifier',
    livree: true,
  },
  {
    id: 'Coter',
    groupe: 'coter',
    icone: 'coter',
    libelle: { fr: 'Coter', en: 'Score' },
    infobulle: {
      fr: 'Applique la grille à toutes les demandes et montre leur classement\u202f; vous l’écrivez ensuite dans le classeur.',
      en: 'Applies the grid to every application and shows their ranking; you then write it in the workbook.',
    },
    etape: 'coter',
    livree: true,
  },
  {
    id: 'ExpliquerLigne',
    groupe: 'coter',
    icone: 'expliquer',
    libelle: { fr: 'Expliquer la ligne', en: 'Explain the row' },
    infobulle: {
      fr: 'Explique, critère par critère, la note de la demande sélectionnée.',
      en: 'Explains, criterion by criterion, the score of the selected application.',
    },
    contextuel: { fr: 'Expliquer cette demande', en: 'Explain this application' },
    etape: 'expliquer',
    livree: true,
  },
  {
    id: 'Essayer',
    groupe: 'coter',
    icone: 'essayer',
    libelle: { fr: 'Essayer une grille', en: 'Try a grid' },
    infobulle: {
      fr: 'Change des points et montre aussitôt qui bouge. Rien n’est écrit tant que la grille essayée n’est pas reprise.',
      en: 'Changes points and shows at once who moves. Nothing is written until the tried grid is adopted.',
    },
    etape: 'essayer',
    livree: true,
  },
  {
    id: 'SuivreObjectifs',
    groupe: 'suivre',
    icone: 'objectifs',
    libelle: { fr: 'Objectifs', en: 'Targets' },
    infobulle: {
      fr: 'Compte les objectifs d’attribution\u202f: ce qui manque, chez quel bailleur, et où finira l’année.',
      en: 'Counts the allocation targets: what is missing, at which landlord, and where the year will end.',
    },
    etape: 'objectifs',
    livree: true,
  },
  {
    id: 'SuivreFlux',
    groupe: 'suivre',
    icone: 'flux',
    libelle: { fr: 'Flux', en: 'Flow' },
    infobulle: {
      fr: 'Calcule le flux annuel de chaque réservataire, les plafonds et la livraison à ce jour.',
      en: 'Works out the yearly flow of each holder, the ceilings and what was delivered so far.',
    },
    etape: 'flux',
    livree: true,
  },
  {
    id: 'PublierChiffres',
    groupe: 'publier',
    icone: 'publier',
    libelle: { fr: 'Publier', en: 'Publish' },
    infobulle: {
      fr: 'Prépare les chiffres agrégés pour l’observatoire\u202f: ce qui part, ce qui est retenu et pourquoi.',
      en: 'Prepares aggregated figures for the observatory: what leaves, what is withheld and why.',
    },
    etape: 'publier',
    livree: true,
  },
  {
    id: 'OuvrirVolet',
    groupe: 'aide',
    icone: 'attributions',
    libelle: { fr: 'Ouvrir le volet', en: 'Open the pane' },
    infobulle: {
      fr: 'Montre le volet à l’étape où vous l’avez laissé.',
      en: 'Shows the pane at the step where you left it.',
    },
    livree: true,
  },
  {
    id: 'Aide',
    groupe: 'aide',
    icone: 'aide',
    libelle: { fr: 'Aide', en: 'Help' },
    infobulle: {
      fr: 'Ouvre le guide\u202f: par où commencer, ce que fait chaque étape, à qui s’adresser.',
      en: 'Opens the guide: where to start, what each step does, whom to ask.',
    },
    etape: 'aide',
    livree: true,
  },
]

export function commandesLivrees(commandes: readonly Commande[] = COMMANDES): readonly Commande[] {
  return commandes.filter((c) => c.livree)
}
