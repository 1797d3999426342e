import { francais } from '../../../core/index.ts'
import {
  chiffreDe,
  comparerPeriodes,
  estFictif,
  type Chiffre,
  type Groupe,
  type Lieu,
} from '../../../core/observatoire/index.ts'
import type { ReponseFigure } from '../../figures/figure.ts'
import { choixIndicateurs, situer, type Contexte, type Situation } from '../../modeles/contexte.ts'
import { dansPeriode, ecrirePeriode, ecritureIndicateur, sur, type Ecriture } from '../../modeles/ecrire-valeur.ts'
import { pasDe } from '../../modeles/pas.ts'
import { ensemblesVoulus, estCompte, ranger, type Rangs } from '../../modeles/rangs.ts'
import { nommerEpci } from '../../modeles/reponse.ts'

/** Key questions, in the order in which they are asked; those that nobody answers are left out. */
const QUESTIONS = [
  'q1_hors_qpv',
  'reforme_q1_hors_qpv',
  'bilan_prioritaires',
  'attributions_prioritaires',
  'pression_demandes',
  'repere_demandes',
  'demandes',
  'repere_tension',
  'repere_delai_median',
  'anciennete_mediane',
  'bilan_attributions',
  'repere_attributions',
  'part_delai_anormal',
  'reforme_cil',
  'reforme_cia',
  'reforme_cotations_actives',
]
const AU_PLUS = 9

/** One key question and its answer, somewhere. */
export interface Question {
  readonly cle: string
  readonly situation: Situation
  readonly question: string
  readonly ou: string
  readonly quand: string
  readonly texte: string
  /** Left out when the figure is withheld. */
  readonly valeur: number | null
  readonly effectif: string
  readonly comparaison: ReponseFigure['comparaisons'][number] | undefined
  readonly chiffres: readonly Chiffre[]
  /** The ranking in which an EPCI answers; left out when a larger territory does. */
  readonly rangs: Rangs | undefined
  /** What was answered there, date after date. */
  readonly suite: readonly Moment[]
  readonly fictif: boolean
}

/** One date of a question. */
export interface Moment {
  readonly periode: string
  readonly chiffre: Chiffre
}

/** Where a question is answered: the territory chosen, then the larger ones, then France. */
function lieuxCandidats(situation: Situation): readonly Lieu[] {
  return [...(situation.lieu === undefined ? [] : [situation.lieu]), ...ensemblesVoulus(situation).toReversed()]
}

interface Trouve {
  readonly rangs: Rangs
  readonly chiffre: Chiffre
}

/** Groups that follow one another: years of ours rather than quarters; of published facts, every date. */
function suite({ tous, choix }: Situation): readonly Groupe[] {
  const simples = tous.filter(({ dimension }) => dimension === null)
  const annees = simples.filter(({ periode }) => pasDe(periode) === 'annee')
  const gardes = choix.diffusion === 'source' || annees.length === 0 ? simples : annees
  return gardes.toSorted((a, b) => comparerPeriodes(a.periode, b.periode))
}

/** The last figure of a territory. */
function dernierDe(situation: Situation, lieu: Lieu): Trouve | undefined {
  const { table } = situation
  const groupe = suite(situation).findLast((g) => (chiffreDe(table, g, lieu)?.valeur ?? null) !== null)
  const chiffre = groupe && chiffreDe(table, groupe, lieu)
  if (groupe === undefined || chiffre === undefined) return undefined
  return { rangs: ranger({ ...situation, periode: groupe.periode, lieu }, groupe), chiffre }
}

function comparaisonDe({ rangs, chiffre }: Trouve, ecriture: Ecriture): Question['comparaison'] {
  const valeur = chiffre.valeur ?? 0
  const { mediane, nombre } = rangs.classement
  if (chiffre.lieu.type === 'epci' && mediane !== undefined && nombre > 2 && !estCompte(rangs)) {
    return {
      ecart: ecriture.ecart(valeur - mediane),
      avec: `par rapport à la médiane des ${nommerEpci(rangs)}\u202f: ${ecriture.valeur(mediane)}`,
    }
  }
  const avant = precedent(rangs, chiffre)
  if (avant === undefined || avant.valeur === null) return undefined
  return {
    ecart: ecriture.ecart(valeur - avant.valeur),
    avec: `par rapport à ${ecriture.valeur(avant.valeur)} ${avant.periode}`,
  }
}

/** The figure of the same territory at the date before. */
function precedent(
  { situation, groupe }: Rangs,
  { lieu }: Chiffre,
): { readonly valeur: number | null; readonly periode: string } | undefined {
  const groupes = suite(situation)
  const avant = groupes
    .slice(
      0,
      groupes.findIndex((g) => g.periode === groupe.periode),
    )
    .findLast((g) => (chiffreDe(situation.table, g, lieu)?.valeur ?? null) !== null)
  if (avant === undefined) return undefined
  return { valeur: chiffreDe(situation.table, avant, lieu)?.valeur ?? null, periode: dansPeriode(avant.periode) }
}

function effectifDe({ numerateur, denominateur }: Chiffre): string {
  return numerateur === null || denominateur === null ? '' : sur(numerateur, denominateur)
}

function suiteDe(situation: Situation, lieu: Lieu): readonly Moment[] {
  return suite(situation).flatMap((groupe) => {
    const chiffre = chiffreDe(situation.table, groupe, lieu)
    return chiffre === undefined || chiffre.valeur === null ? [] : [{ periode: groupe.periode, chiffre }]
  })
}

function depuisLieu(cle: string, situation: Situation): Question | undefined {
  for (const lieu of lieuxCandidats(situation)) {
    const trouve = dernierDe(situation, lieu)
    if (trouve === undefined) continue
    const { indicateur } = situation.choix
    const ecriture = ecritureIndicateur(indicateur)
    return {
      cle,
      situation,
      question: indicateur.question ?? indicateur.nom,
      ou: lieu.nom,
      quand: ecrirePeriode(trouve.rangs.situation.periode),
      texte: ecriture.valeur(trouve.chiffre.valeur ?? 0),
      valeur: trouve.chiffre.valeur,
      effectif: effectifDe(trouve.chiffre),
      comparaison: comparaisonDe(trouve, ecriture),
      chiffres: [trouve.chiffre],
      rangs: lieu === situation.lieu && !estCompte(trouve.rangs) ? trouve.rangs : undefined,
      suite: suiteDe(situation, lieu),
      fictif: estFictif(trouve.chiffre.provenance),
    }
  }
  return depuisMediane(cle, situation)
}

/** Nobody larger answers: the middle of those who do. */
function depuisMediane(cle: string, situation: Situation): Question | undefined {
  const groupe = situation.groupes.find(({ dimension }) => dimension === null)
  if (groupe === undefined) return undefined
  const rangs = ranger(situation, groupe)
  const { mediane, nombre } = rangs.classement
  if (mediane === undefined || nombre < 3) return undefined
  const chiffres = rangs.places.map(({ chiffre }) => chiffre)
  return {
    cle,
    situation,
    question: situation.choix.indicateur.question ?? situation.choix.indicateur.nom,
    ou: francais(`Médiane des ${nommerEpci(rangs)}`),
    quand: ecrirePeriode(situation.periode),
    texte: rangs.ecriture.valeur(mediane),
    valeur: mediane,
    effectif: '',
    comparaison: undefined,
    chiffres,
    rangs: undefined,
    suite: [],
    fictif: chiffres.some(({ provenance }) => estFictif(provenance)),
  }
}

/** The key questions that the figures loaded answer. */
export function questionsDe(contexte: Contexte): readonly Question[] {
  const connus = choixIndicateurs(contexte.table)
  const selection = { ...contexte.selection, periode: undefined, indicateur: undefined }
  return QUESTIONS.flatMap((id) => {
    const cle = connus.find(({ indicateur }) => indicateur.id === id)?.cle
    const situation = cle === undefined ? undefined : situer({ table: contexte.table, selection }, cle)
    return (situation && cle !== undefined ? depuisLieu(cle, situation) : undefined) ?? []
  }).slice(0, AU_PLUS)
}
