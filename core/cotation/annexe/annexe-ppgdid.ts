import { intertitre, liste, paragraphe, tableau } from '../../document/blocs.ts'
import type { Bloc, DocumentEcrit } from '../../document/document.ts'
import { formatJour, formatNombre, formatPoints } from '../../socle/format.ts'
import { jourIso } from '../../socle/jour.ts'
import { francais } from '../../socle/typographie.ts'
import { direCondition, direCritere } from '../dire/dire-regle.ts'
import { champsDeCritere } from '../grille/champs-de.ts'
import { champNommable } from '../grille/champs-nommables.ts'
import type { Critere, Departage, Famille, Grille } from '../grille/grille.ts'
import type { GrilleLue } from '../grille/lire-grille.ts'

/** What must be completed by the territory: the grid does not say it. */
const A_COMPLETER = 'À compléter par le territoire'

/** Fields that tell of a refused dwelling. */
const CHAMPS_REFUS = ['refus']

function direPoints({ points, par, tranches }: Critere): string {
  if (tranches !== undefined) {
    const [bas, haut] = [Math.min(...tranches.points), Math.max(...tranches.points)]
    return `de ${formatNombre(bas)} à ${formatNombre(haut)}`
  }
  const maximum = par?.maximum
  if (par === undefined) return formatNombre(points ?? 0)
  return maximum === undefined
    ? `${formatNombre(points ?? 0)} par unité`
    : `${formatNombre(points ?? 0)} par unité, ${formatNombre((points ?? 0) * maximum)} au plus`
}

function pieceDe({ sur_justificatif }: Critere): string {
  return sur_justificatif === true ? 'oui' : 'non'
}

function tableauCriteres(legende: string, criteres: readonly Critere[]): Bloc {
  return tableau(
    legende,
    [
      ['Critère', 23],
      ['Règle', 42, 'texte'],
      ['Points', 11],
      ['Justificatif', 11, 'texte'],
      ['Fondement', 13, 'texte'],
    ],
    criteres.map((critere) => [
      critere.nom,
      direCritere(critere),
      direPoints(critere),
      pieceDe(critere),
      critere.base_legale ?? 'à vérifier',
    ]),
  )
}

function direCumul({ cumul, plafond, plancher }: Famille): string {
  const regle =
    cumul === 'maximum'
      ? 'Seul le critère le plus élevé de cette famille compte'
      : 'Les points de cette famille s’additionnent'
  const haut = plafond === undefined ? '' : `, dans la limite de ${formatPoints(plafond)}`
  const bas = plancher === undefined ? '' : `, sans descendre sous ${formatPoints(plancher)}`
  return `${regle}${haut}${bas}.`
}

function criteresEtPonderation({ familles = [], criteres }: Grille): readonly Bloc[] {
  const seuls = criteres.filter(({ famille }) => !familles.some(({ code }) => code === famille))
  return [
    intertitre('2. Critères et pondération'),
    ...familles.flatMap((famille) => {
      const siens = criteres.filter((critere) => critere.famille === famille.code)
      if (siens.length === 0) return []
      return [intertitre(famille.nom, 2), paragraphe(direCumul(famille)), tableauCriteres(famille.nom, siens)]
    }),
    ...(seuls.length === 0
      ? []
      : [intertitre('Autres critères', 2), tableauCriteres('Critères qui comptent seuls', seuls)]),
  ]
}

function direDepartage(departage: Departage): string {
  const champ = champNommable(departage.champ)?.libelle ?? departage.champ
  if ('premier' in departage) return `${champ} : « ${String(departage.premier)} » d’abord`
  return `${champ}, par ordre ${departage.ordre === 'decroissant' ? 'décroissant' : 'croissant'}`
}

function limites({ note_min, note_max }: Grille): readonly string[] {
  return [
    ...(note_min === undefined ? [] : [`La note ne descend pas sous ${formatPoints(note_min)}.`]),
    ...(note_max === undefined ? [] : [`La note ne dépasse pas ${formatPoints(note_max)}.`]),
  ]
}

function noteEtClassement(grille: Grille): readonly Bloc[] {
  const departages = [...(grille.departage ?? []).map(direDepartage), 'le numéro unique']
  return [
    intertitre('3. Note et classement'),
    ...liste([
      'La note d’une demande est la somme des points de ses familles et de ses critères seuls.',
      ...limites(grille),
      'Une information que la demande ne donne pas ne rapporte aucun point ; elle n’est ni devinée, ni retenue contre le demandeur.',
      `À note égale, les demandes sont départagées par : ${departages.join(' ; ')}.`,
    ]),
  ]
}

function effetRefus({ criteres }: Grille): readonly Bloc[] {
  const concernes = criteres.filter((critere) => champsDeCritere(critere).some((champ) => CHAMPS_REFUS.includes(champ)))
  return [
    intertitre('4. Effet du refus d’un logement adapté'),
    paragraphe(
      'Le plan précise les conditions dans lesquelles le refus d’un logement adapté aux besoins et aux capacités du demandeur peut modifier la cotation de sa demande (CCH, article L. 441-2-8).',
      'note',
    ),
    ...(concernes.length === 0
      ? [
          paragraphe(
            'La grille ne contient aucun critère lié au refus d’un logement : un refus ne modifie pas la note.',
          ),
        ]
      : liste(concernes.map((critere) => `${critere.nom} : ${direCritere(critere)}.`))),
    paragraphe(
      `${A_COMPLETER} : ce qu’est un logement adapté, qui constate le refus, comment le demandeur est prévenu.`,
    ),
  ]
}

function preambule({ grille, avertissements }: GrilleLue): readonly Bloc[] {
  const effet = grille.date_effet === undefined ? undefined : jourIso(grille.date_effet)
  return [
    paragraphe(
      'Projet à relire et à compléter : il reprend la grille telle qu’elle est écrite, et rien d’autre. Il ne vaut ni délibération, ni avis juridique.',
      'encadre',
    ),
    intertitre('1. Principe'),
    paragraphe(
      'La cotation donne à chaque demande des points, selon des critères objectifs et une pondération établis à l’avance. Elle aide à désigner les candidats et à attribuer les logements ; la commission d’attribution reste libre de son choix.',
    ),
    ...liste([
      `Grille : ${grille.nom} (${grille.id}).`,
      ...(effet === undefined
        ? [`Date d’effet : ${A_COMPLETER.toLowerCase()}.`]
        : [`Date d’effet : ${formatJour(effet)}.`]),
      ...(grille.source === undefined ? [] : [`Source : ${grille.source}.`]),
      grille.portee === undefined
        ? 'Demandes cotées : toutes les demandes actives.'
        : `Demandes cotées : ${direCondition(grille.portee)}.`,
      grille.quartile_borne === 'incluse'
        ? 'Quartile de ressources : seuil compris.'
        : 'Quartile de ressources : strictement inférieur au seuil.',
    ]),
    ...(avertissements.length === 0
      ? []
      : [paragraphe(`Points à vérifier dans cette grille : ${avertissements.join(' ')}`, 'encadre')]),
  ]
}

function information(): readonly Bloc[] {
  return [
    intertitre('5. Information du demandeur'),
    paragraphe(
      'Le public et les demandeurs reçoivent une information appropriée sur le système de cotation (CCH, article L. 441-2-8 ; rédaction exacte à vérifier).',
    ),
    ...liste([
      'Les critères et leur pondération sont publics.',
      'Chaque demandeur peut connaître sa note, la place de sa demande parmi celles qui lui ressemblent, et l’attente moyenne constatée.',
      'Sur demande, un relevé lui dit, critère par critère, d’où vient sa note (CRPA, article R. 311-3-1-2).',
    ]),
    paragraphe(`${A_COMPLETER} : service d’accueil, adresse, délais de réponse, voie de réclamation.`),
    intertitre('6. Évaluation'),
    paragraphe(
      `${A_COMPLETER} : périodicité de l’évaluation, mesures suivies, date du prochain examen par la conférence intercommunale du logement.`,
    ),
  ]
}

/**
 * The draft annex of the PPGDID that states a grid: principle, criteria and weights, tie-breaks, effect of a refusal,
 * information of applicants. What the grid does not say is « à compléter ».
 *
 * Source: CCH art. L. 441-2-8 (what the plan states about scoring; exact wording to be checked).
 *
 * @param moteur version of the engine, for provenance
 * @example annexePpgdid(grille, '1.0').provenance[0] //=> ['Grille', 'Grille d’exemple (fictive) (grille-exemple)']
 */
export function annexePpgdid(lue: GrilleLue, moteur: string): DocumentEcrit {
  const { grille, empreinte } = lue
  return {
    titre: francais(`Projet d’annexe au PPGDID : cotation de la demande`),
    provenance: [
      ['Grille', `${grille.nom} (${grille.id})`],
      ['Empreinte', empreinte],
      ['Moteur', moteur],
    ],
    parties: [
      {
        titre: 'Système de cotation de la demande',
        blocs: [
          ...preambule(lue),
          ...criteresEtPonderation(grille),
          ...noteEtClassement(grille),
          ...effetRefus(grille),
          ...information(),
        ],
      },
    ],
  }
}
