import type { Edition, Grille } from '../../core/index.ts'
import {
  aEnregistrer,
  direCritere,
  ecrireDepartage,
  estVerrouille,
  formatNombre,
  formatPoints,
  francais,
} from '../../core/index.ts'
import type { CritereResume, EditionVue, FamilleVue, GrilleVue } from './contrat-grille.ts'

type Famille = NonNullable<Grille['familles']>[number]
type Critere = Grille['criteres'][number]

function direFamille({ cumul, plafond, plancher }: Famille): string {
  return [
    cumul === 'maximum' ? 'seul le critère le plus élevé compte' : 'les points s’additionnent',
    plafond === undefined ? '' : `${formatPoints(plafond)} au plus`,
    plancher === undefined ? '' : `${formatPoints(plancher)} au moins`,
  ]
    .filter((morceau) => morceau !== '')
    .join(', ')
}

/** A number as it is typed; empty when there is none. */
function saisi(nombre: number | undefined): string {
  return nombre === undefined ? '' : formatNombre(nombre).replaceAll('\u2212', '-').replaceAll('\u202f', '')
}

function resumer(critere: Critere, edition: Edition): CritereResume {
  return {
    code: critere.code,
    nom: critere.nom,
    regle: francais(direCritere(critere)),
    baseLegale: critere.base_legale,
    verrouille: estVerrouille(edition, critere.code),
  }
}

function famillesVues(edition: Edition): readonly FamilleVue[] {
  const { familles = [], criteres } = edition.lue.grille
  const resumes = (liste: readonly Critere[]): readonly CritereResume[] => liste.map((c) => resumer(c, edition))
  const seuls = criteres.filter(({ famille }) => !familles.some(({ code }) => code === famille))
  const declarees = familles.map((famille) => ({
    code: famille.code,
    nom: famille.nom,
    regle: direFamille(famille),
    cumul: famille.cumul,
    plafond: saisi(famille.plafond),
    plancher: saisi(famille.plancher),
    criteres: resumes(criteres.filter((critere) => critere.famille === famille.code)),
  }))
  if (seuls.length === 0) return declarees
  const reste = {
    code: '',
    nom: 'Sans famille',
    regle: 'chaque critère compte seul',
    cumul: '',
    plafond: '',
    plancher: '',
  }
  return [...declarees, { ...reste, criteres: resumes(seuls) }]
}

function editionVue({ lue: { grille }, socle, passe, futur }: Edition): EditionVue {
  return {
    socle: socle === undefined ? undefined : String(socle.ecrite.nom ?? socle.id),
    modifiee: passe.length > 0,
    peutAnnuler: passe.length > 0,
    peutRetablir: futur.length > 0,
    identite: {
      id: grille.id,
      nom: grille.nom,
      territoire: grille.territoire ?? '',
      date_effet: grille.date_effet ?? '',
      source: grille.source ?? '',
    },
    noteMin: saisi(grille.note_min),
    noteMax: saisi(grille.note_max),
    quartileBorne: grille.quartile_borne ?? 'stricte',
    departages: (grille.departage ?? []).map((d) => ecrireDepartage({ ...d }) ?? d.champ),
  }
}

export function decrireGrille(edition: Edition): GrilleVue {
  const { grille, empreinte, avertissements } = edition.lue
  return {
    id: grille.id,
    nom: grille.nom,
    source: grille.source,
    dateEffet: grille.date_effet,
    empreinte,
    avertissements,
    familles: famillesVues(edition),
    edition: editionVue(edition),
    ecrites: [...(edition.socle === undefined ? [] : [edition.socle.ecrite]), aEnregistrer(edition)],
  }
}
