import type { Cotation, Demandes, Evaluation, FeuilleBrute, Jour, Lieux } from '../../../core/index.ts'
import {
  cleTexte,
  evaluerSuites,
  formatCompte,
  formatNombre,
  formatTaux,
  francais,
  lireTable,
  reconnaitreTable,
} from '../../../core/index.ts'
import type { AttributionPassee } from '../../../core/index.ts'
import type { Attributions } from '../../../core/objectifs/index.ts'
import type { BilanVu, IssueVue } from './contrat-mesures.ts'

/** Whether a workbook says that it holds past allocations. */
export function feuilleAttributions(feuilles: readonly FeuilleBrute[]): FeuilleBrute | undefined {
  return feuilles.find(({ nom }) => cleTexte(nom) === 'attributions')
}

/** Reads past allocations. @throws Refus when the sheet has neither a decision date nor a lease date */
export async function lireSuites(
  feuilles: readonly FeuilleBrute[],
  nom: string,
  jour: Jour,
  lieux: Lieux,
): Promise<readonly AttributionPassee[]> {
  const { creerLecteurAttributions, MODELE_ATTRIBUTION, suitesDemandes } =
    await import('../../../core/objectifs/index.ts')
  const lecteur = creerLecteurAttributions({ jour, lieux })
  const reconnue = reconnaitreTable(feuilles, MODELE_ATTRIBUTION)
  lireTable(feuilles, reconnue, lecteur.fichier(reconnue.appariement, nom))
  return suitesDemandes(lecteur.terminer())
}

/** Past allocations that were read already. */
export async function suitesLues(attributions: Attributions): Promise<readonly AttributionPassee[]> {
  const { suitesDemandes } = await import('../../../core/objectifs/index.ts')
  return suitesDemandes(attributions)
}

type Issue = Evaluation['ensemble']

/** Mean length of a month: a wait is read in months. */
const JOURS_PAR_MOIS = 30.4375

function issueVue(nom: string, { n, obtenues, part, attenteMediane }: Issue): IssueVue {
  return {
    nom,
    n: formatNombre(n),
    obtenues: formatNombre(obtenues),
    part: part === null ? '—' : formatTaux(part),
    partNombre: part ?? 0,
    attente:
      attenteMediane === null ? '—' : `${formatNombre(attenteMediane / JOURS_PAR_MOIS, { decimales: 0 })}\u00a0mois`,
  }
}

function phrases({ ensemble, deciles, precedence, concordance }: Evaluation): readonly string[] {
  const [premier, dernier] = [deciles[0], deciles.at(-1)]
  const parts =
    premier?.part === undefined || premier.part === null || dernier?.part === undefined || dernier.part === null
      ? []
      : [
          `${formatTaux(premier.part)} des demandes du premier dixième ont obtenu un logement, contre ${formatTaux(dernier.part)} de celles du dernier.`,
        ]
  return [
    `${formatCompte(ensemble.obtenues, 'demande')} sur ${formatNombre(ensemble.n)} ${ensemble.obtenues < 2 ? 'a' : 'ont'} obtenu un logement.`,
    ...parts,
    ...(precedence === null
      ? []
      : [
          `En tirant une demande logée et une autre qui ne l’est pas, la première est mieux classée ${formatNombre(precedence * 100, { decimales: 0 })} fois sur 100 (50 : le hasard).`,
        ]),
    ...(concordance.part === null
      ? []
      : [
          `Parmi les candidats d’un même logement, la commission range comme la grille ${formatNombre(concordance.part * 100, { decimales: 0 })} fois sur 100 (${formatCompte(concordance.paires, 'paire')}).`,
        ]),
  ].map(francais)
}

function reserves({ etrangeres, anterieures }: Evaluation): readonly string[] {
  return [
    ...(etrangeres > 0
      ? [
          `${formatCompte(etrangeres, 'ligne')} d’attribution d’une demande absente du classement : lisez toutes les demandes, y compris celles qui sont satisfaites.`,
        ]
      : []),
    ...(anterieures > 0
      ? [`${formatCompte(anterieures, 'attribution')} d’avant le jour du classement : il n’a pas pu les guider.`]
      : []),
    'Une demande bien classée sans logement peut avoir refusé, ou cherché un secteur sans offre : le fichier ne le dit pas.',
  ].map(francais)
}

function parDimension({ groupes }: Evaluation): BilanVu['dimensions'] {
  return [...new Set(groupes.map(({ nomDimension }) => nomDimension))].map((nomDimension) => ({
    nom: nomDimension,
    groupes: groupes
      .filter((groupe) => groupe.nomDimension === nomDimension)
      .map(({ nom, issue }) => ({ nom, issue: issue === null ? undefined : issueVue(nom, issue) })),
  }))
}

function direRang({ rang, passages, obtenues }: Evaluation['rangs'][number]): string {
  const nom = rang === 4 ? 'Rang 4 et suivants' : `Rang ${String(rang)}`
  return francais(`${nom} : ${formatCompte(passages, 'passage')}, ${formatCompte(obtenues, 'attribution')}`)
}

/** Did demandes ranked high obtain a dwelling, after how long, and who. */
export function mesurerBilan(
  cotation: Cotation,
  demandes: Demandes,
  attributions: readonly AttributionPassee[],
  source: string,
): BilanVu {
  const evaluation = evaluerSuites(cotation, demandes, attributions)
  return {
    grille: cotation.grilleLue.grille.nom,
    empreinte: cotation.grilleLue.empreinte,
    vide: evaluation.ensemble.obtenues === 0,
    source,
    phrases: phrases(evaluation),
    reserves: reserves(evaluation),
    deciles: evaluation.deciles.map((issue) =>
      issueVue(issue.decile === 1 ? '1er dixième' : `${String(issue.decile)}e dixième`, issue),
    ),
    dimensions: parDimension(evaluation),
    rangs: evaluation.rangs.filter(({ passages }) => passages > 0).map(direRang),
  }
}
