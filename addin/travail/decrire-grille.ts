import type { Grille, GrilleLue } from '../../core/index.ts'
import { direCritere, formatPoints, francais } from '../../core/index.ts'
import type { FamilleVue, GrilleVue } from './contrat.ts'

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

function critereVu(critere: Critere): FamilleVue['criteres'][number] {
  return { nom: critere.nom, regle: francais(direCritere(critere)), baseLegale: critere.base_legale }
}

function famillesVues({ familles = [], criteres }: Grille): readonly FamilleVue[] {
  const seuls = criteres.filter(({ famille }) => !familles.some(({ code }) => code === famille))
  const declarees = familles.map((famille) => ({
    nom: famille.nom,
    regle: direFamille(famille),
    criteres: criteres.filter((critere) => critere.famille === famille.code).map(critereVu),
  }))
  const reste = { nom: 'Hors famille', regle: 'chaque critère compte seul', criteres: seuls.map(critereVu) }
  return seuls.length === 0 ? declarees : [...declarees, reste]
}

export function decrireGrille({ grille, empreinte, avertissements, ecrite }: GrilleLue): GrilleVue {
  return {
    id: grille.id,
    nom: grille.nom,
    source: grille.source,
    dateEffet: grille.date_effet,
    empreinte,
    avertissements,
    familles: famillesVues(grille),
    ecrite,
  }
}
