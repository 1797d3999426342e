import { jourFrancais, type Jour } from '../socle/jour.ts'
import type { Cellule } from '../socle/table.ts'
import type { Dossier } from './dossier.ts'
import type { Hasard } from './hasard.ts'
import { noteOfficielle, quartileOfficiel } from './note-officielle.ts'
import { COMMUNE, CONTRAT, LOGEMENT, MOTIF, NATURE, PUBLIC, SITUATION_FAMILIALE, STATUT, libelle } from './libelles.ts'

/** The territory of the example: Métropole Européenne de Lille. */
export const EPCI_EXEMPLE = { siren: '200093201', nom: 'Métropole Européenne de Lille' } as const

export interface Contexte {
  readonly dossier: Dossier
  readonly jour: Jour
  readonly hasard: Hasard
}

/** How a column looks in a workbook. */
export type FormatExemple = 'texte' | 'nombre' | 'date'

/** One column of the export. */
export interface ColonneExemple {
  readonly entete: string
  readonly format: FormatExemple
  /** Share of the cells left empty although the register knows the answer. */
  readonly vide: number
  readonly cellule: (contexte: Contexte) => Cellule
}

type Lecture = (dossier: Dossier, contexte: Contexte) => Cellule

function colonne(entete: string, format: FormatExemple, vide: number, lire: Lecture): ColonneExemple {
  return { entete, format, vide, cellule: (contexte) => lire(contexte.dossier, contexte) }
}

function ouiNon(valeur: boolean): string {
  return valeur ? 'Oui' : 'Non'
}

function date(jour: Jour | null, hasard: Hasard): Cellule {
  if (jour === null) return null
  return hasard.chance(0.03) ? jourFrancais(jour) : { jour }
}

/** Amounts are numbers, now and then typed by hand. */
function montant(valeur: number | null, hasard: Hasard): Cellule {
  if (valeur === null || !hasard.chance(0.03)) return valeur
  return `${String(valeur).replace(/\B(?=(\d{3})+$)/g, '\u00a0')},00 €`
}

/** Most agents write the name of a commune of the metropolis, some its code; the others are given by code. */
function commune(code: string, hasard: Hasard): string {
  return code in COMMUNE && hasard.chance(0.7) ? libelle(COMMUNE, code) : code
}

function motif(rang: number): Lecture {
  return ({ motifs }) => {
    const code = motifs[rang]
    return code === undefined ? null : libelle(MOTIF, code)
  }
}

function publics({ publics: lettres }: Dossier): string {
  return lettres.length === 0 ? 'Aucun' : lettres.map((lettre) => libelle(PUBLIC, lettre)).join(' ; ')
}

function type({ pieces }: Dossier, { hasard }: Contexte): Cellule {
  if (pieces === null) return null
  return hasard.chance(0.8) ? `T${pieces}` : pieces
}

/** Three in a hundred are those of the previous run, or forget the DALO. */
function note(dossier: Dossier, { jour, hasard }: Contexte): number {
  if (!hasard.chance(0.03)) return noteOfficielle(dossier, jour, EPCI_EXEMPLE.siren)
  return hasard.chance(0.5)
    ? noteOfficielle(dossier, jour - 190, EPCI_EXEMPLE.siren)
    : noteOfficielle({ ...dossier, dalo: false, publics: [] }, jour, EPCI_EXEMPLE.siren)
}

function quartile(dossier: Dossier, { jour, hasard }: Contexte): Cellule {
  const exact = quartileOfficiel(dossier, jour, EPCI_EXEMPLE.siren)
  if (exact === undefined || !hasard.chance(0.02)) return exact ?? null
  return exact === 4 ? 3 : exact + 1
}

const COMMENTAIRES = [
  'Relance par courrier',
  '- dossier à revoir',
  'Souhaite un rez-de-chaussée',
  '= voir dossier papier',
  'Pièces reçues, à numériser',
  '+ 1 box si possible',
]

/**
 * The columns of the example, in the order of its export. Their headers are synonyms of the fields, labels, or (the
 * renewal, the previous year's income, the landlord, the entry in a structure) only look like them; five have no field.
 */
export const COLONNES: readonly ColonneExemple[] = [
  colonne('N° unique', 'texte', 0, ({ numero }) => numero),
  colonne('Guichet enregistreur', 'texte', 0, (_, { hasard }) => `Guichet ${hasard.entier(1, 24)}`),
  colonne('Agent', 'texte', 0.1, (_, { hasard }) => `AG-${hasard.entier(101, 160)}`),
  colonne('État de la demande', 'texte', 0.004, ({ statut }) => libelle(STATUT, statut)),
  colonne('Type de demande', 'texte', 0.004, ({ nature }) => libelle(NATURE, nature)),
  colonne('Date de dépôt', 'date', 0, ({ depot }, { hasard }) => date(depot, hasard)),
  colonne('Renouvelée le', 'date', 0.02, ({ renouvellement }, { hasard }) => date(renouvellement, hasard)),
  colonne('Délai dépassé', 'texte', 0.02, ({ depot }, { jour }) => ouiNon(jour - depot > 1095)),
  colonne('Intercommunalité', 'texte', 0.01, () => EPCI_EXEMPLE.nom),
  colonne('Communes demandées', 'texte', 0.004, ({ communesSouhaitees }, { hasard }) =>
    communesSouhaitees.map((code) => commune(code, hasard)).join(', '),
  ),
  colonne('Commune actuelle', 'texte', 0.02, ({ residence }, { hasard }) => commune(residence, hasard)),
  colonne('Commune de travail', 'texte', 0.01, ({ travail }, { hasard }) =>
    travail === null ? null : commune(travail, hasard),
  ),
  colonne('Type recherché', 'texte', 0.01, ({ types }) =>
    types.map((t) => (t === 'T6P' ? 'T6 et plus' : t)).join(' ; '),
  ),
  colonne('Composition (nb pers)', 'nombre', 0, ({ personnes }) => personnes),
  colonne('Enfants < 14 ans', 'nombre', 0.01, ({ moins14 }) => moins14),
  colonne('Mineurs à charge', 'nombre', 0.006, ({ mineurs }) => mineurs),
  colonne('Enfant à naître', 'nombre', 0, ({ aNaitre }) => (aNaitre === 0 ? null : aNaitre)),
  colonne('Sit. familiale', 'texte', 0.008, ({ situationFamiliale }) =>
    libelle(SITUATION_FAMILIALE, situationFamiliale),
  ),
  colonne('Né(e) le', 'date', 0.003, ({ naissance }, { hasard }) => date(naissance, hasard)),
  colonne('Emploi', 'texte', 0.01, ({ contrat }) => libelle(CONTRAT, contrat)),
  colonne('Travailleur clé', 'texte', 0.05, ({ essentiel }) => ouiNon(essentiel)),
  colonne('Total ressources', 'nombre', 0.018, ({ ressources }, { hasard }) => montant(ressources, hasard)),
  colonne('RFR N-2', 'nombre', 0.06, ({ rfrN2 }, { hasard }) => montant(rfrN2, hasard)),
  colonne('Revenu fiscal réf. N-1 (€)', 'nombre', 0.3, ({ rfrN1 }) => rfrN1),
  colonne('Mode de logement actuel', 'texte', 0.008, ({ logement }) => libelle(LOGEMENT, logement)),
  colonne('Loyer + charges', 'nombre', 0.018, ({ loyer }, { hasard }) => montant(loyer, hasard)),
  colonne('APL', 'nombre', 0.1, ({ aide }) => aide),
  colonne('Surface', 'nombre', 0.02, ({ surface }) => surface),
  colonne('Typologie actuelle', 'texte', 0.015, type),
  colonne('Nb occupants', 'nombre', 0.04, ({ occupants }) => occupants),
  colonne('Motif 1', 'texte', 0.006, motif(0)),
  colonne('Motif 2', 'texte', 0, motif(1)),
  colonne('Motif 3', 'texte', 0, motif(2)),
  colonne('Situation de handicap', 'texte', 0.03, ({ handicap }) => ouiNon(handicap)),
  colonne('Reconnu DALO', 'texte', 0.008, ({ dalo }) => ouiNon(dalo)),
  colonne('Labellisation', 'texte', 0.012, publics),
  colonne('Hébergement depuis le', 'date', 0.05, ({ hebergeDepuis }, { hasard }) => date(hebergeDepuis, hasard)),
  colonne('En QPV', 'texte', 0.08, ({ qpv }) => ouiNon(qpv)),
  colonne('Nom du bailleur', 'texte', 0.03, ({ bailleur }) => bailleur),
  colonne('Retard de loyer', 'nombre', 0.02, ({ impayes }) => (impayes === 0 ? null : impayes)),
  colonne('Surendettement', 'texte', 0.04, ({ surendettement }) => ouiNon(surendettement)),
  colonne("Procédure d'expulsion", 'texte', 0.02, ({ expulsion }) => ouiNon(expulsion)),
  colonne('Dette ancien locataire', 'texte', 0.03, ({ dette }) => ouiNon(dette)),
  colonne('Complet', 'texte', 0.01, ({ aJour }) => ouiNon(aJour)),
  colonne('Nb refus', 'nombre', 0, ({ refus }) => (refus === 0 ? null : refus)),
  colonne('Non-réponses', 'nombre', 0, ({ nonReponses }) => (nonReponses === 0 ? null : nonReponses)),
  colonne('Passages CALEOL', 'nombre', 0, ({ passages }) => (passages === 0 ? null : passages)),
  colonne('Fausse déclaration', 'texte', 0, ({ fausseDeclaration }) => (fausseDeclaration ? 'Oui' : null)),
  colonne('Champs vérifiés', 'texte', 0, ({ justifies }) => (justifies.length === 0 ? 'aucun' : justifies.join(', '))),
  colonne('Cotation SNE', 'nombre', 0.3, note),
  colonne('Quartile SNE', 'nombre', 0.25, quartile),
  colonne('Date de dernière relance', 'date', 0.7, (_, { jour, hasard }) => ({ jour: jour - hasard.entier(1, 300) })),
  colonne('Réf. dossier papier', 'texte', 0.6, (_, { hasard }) => `P/${hasard.entier(1000, 9999)}`),
  colonne('Commentaire', 'texte', 0.85, (_, { hasard }) => hasard.parmi(COMMENTAIRES)),
]

/** The place of a column by its header. */
export function placeDe(entete: string): number {
  const place = COLONNES.findIndex((candidate) => candidate.entete === entete)
  if (place < 0) throw new Error(`No column named ${entete}.`)
  return place
}
