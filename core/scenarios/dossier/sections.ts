import { differences } from '../../cotation/edition/differences.ts'
import { intertitre, liste, paragraphe, tableau } from '../../document/blocs.ts'
import type { Bloc } from '../../document/document.ts'
import { formatNombre, formatTaux } from '../../socle/format.ts'
import { casDe } from '../comparer/cas.ts'
import type { GainsDimension } from '../comparer/gains.ts'
import {
  PHRASE_GAINS,
  phraseAccord,
  phraseBandes,
  phraseDeplacements,
  phraseListes,
  phraseTop,
} from '../comparer/phrases.ts'
import type { GenreLots } from '../comparer/phrases.ts'
import { plusGrandsMouvements } from '../essai/extremes.ts'
import { bilanMouvements } from '../mesures/bandes.ts'
import type { RobustesseVue } from '../robustesse/panneau.ts'
import type { ScenarioCompare } from './scenario-compare.ts'
import { NOMS_PUBLICS } from './scenario-compare.ts'

/** Cases told on each side. */
const CAS = 3

function listesDeTrois({ paire: { lots } }: ScenarioCompare, genre: GenreLots): readonly Bloc[] {
  return lots === undefined ? [] : [paragraphe(phraseListes(lots, genre), 'encadre')]
}

function deplacementsDe({ paire: { deplacements, transitions } }: ScenarioCompare): readonly Bloc[] {
  return [
    intertitre('Qui bouge, et de combien', 2),
    paragraphe(phraseDeplacements(deplacements)),
    tableau(
      'Nombre de demandes selon les places dont elles bougent',
      [
        ['Places', 40],
        ['Montent', 30],
        ['Descendent', 30],
      ],
      deplacements.classes.map(({ de, a, montent, descendent }) => [
        a === null ? `plus de ${formatNombre(de - 1)}` : `de ${formatNombre(de)} à ${formatNombre(a)}`,
        formatNombre(montent),
        formatNombre(descendent),
      ]),
    ),
    paragraphe(phraseBandes(bilanMouvements(transitions))),
  ]
}

function premieresPlaces({ paire: { top, publics, tauB } }: ScenarioCompare): readonly Bloc[] {
  const taux = (part: number | null): string => (part === null ? '—' : formatTaux(part))
  return [
    intertitre('Les premières places', 2),
    ...liste(top.map(phraseTop)),
    tableau(
      'Part de chaque public dans le premier dixième de la liste',
      [
        ['Public', 40],
        ['Demandes', 20],
        ['En vigueur', 20],
        ['Scénario', 20],
      ],
      publics.map(({ public: code, n, partA, partB }) => [
        NOMS_PUBLICS[code] ?? code,
        formatNombre(n),
        taux(partA),
        taux(partB),
      ]),
    ),
    paragraphe(phraseAccord(tauB), 'note'),
  ]
}

function ligneGains({ nom, gains }: GainsDimension['modalites'][number]): readonly string[] {
  const premier = gains?.seuils[0]
  if (gains === null || premier === undefined) return [nom, 'moins de 11', '—', '—', '—']
  const moyen = gains.gainMoyen === null ? '—' : formatNombre(Math.round(gains.gainMoyen * 10) / 10, { signe: true })
  return [nom, formatNombre(gains.n), formatNombre(premier.gagnants), formatNombre(premier.perdants), moyen]
}

function gagnantsEtPerdants({ paire: { gains } }: ScenarioCompare): readonly Bloc[] {
  return [
    intertitre('Gagnants et perdants', 2),
    paragraphe(PHRASE_GAINS),
    ...gains.map(({ nom, modalites }) =>
      tableau(
        nom,
        [
          ['Groupe', 36],
          ['Demandes', 16],
          ['Gagnent', 16],
          ['Perdent', 16],
          ['Places en moyenne', 16],
        ],
        modalites.map(ligneGains),
      ),
    ),
  ]
}

function cas({ a, b }: ScenarioCompare, demande: number, titre: string): readonly Bloc[] {
  const { phrase, noteAvant, noteApres, criteres } = casDe(a, b, demande)
  return [
    paragraphe(`${titre}. ${phrase}`),
    tableau(
      `${titre} : points avant et après`,
      [
        ['Critère', 60],
        ['En vigueur', 20],
        ['Scénario', 20],
      ],
      [...criteres.map(({ nom, avant, apres }) => [nom, avant, apres]), ['Note', noteAvant, noteApres]],
    ),
  ]
}

/** Demandes told without number, commune or name: only the criteria that count. */
function desCas(scenario: ScenarioCompare): readonly Bloc[] {
  const { ordreA, ordreB, population } = scenario.paire
  const { montees, descentes } = plusGrandsMouvements(ordreA, ordreB, population, CAS)
  const choisis = [...montees, ...descentes]
  if (choisis.length === 0) return []
  return [
    intertitre('Des cas', 2),
    paragraphe(
      'Les demandes qui montent et qui descendent le plus, sans leur numéro ni rien qui les nomme : un ménage peut néanmoins s’y reconnaître, ce document ne se publie pas.',
      'note',
    ),
    ...choisis.flatMap(({ demande }, k) => cas(scenario, demande, `Cas ${String(k + 1)}`)),
  ]
}

function robustesseDe(vue: RobustesseVue | undefined): readonly Bloc[] {
  if (vue === undefined) return []
  return [
    intertitre('La grille tient-elle ?', 2),
    ...liste([vue.listes, ...vue.resume, vue.acceptabilite.phrase, vue.acceptabilite.methode]),
    tableau(
      'Où peuvent aller les points, tout le reste égal, sans qu’aucune liste de trois ne change',
      [
        ['Critère', 45],
        ['Points', 15],
        ['Sans effet sur les listes', 40, 'texte'],
      ],
      vue.intervalles.map(({ nom, points, phrase }) => [nom, points, phrase]),
    ),
  ]
}

/** All that is said of one scenario. */
export function sectionScenario(
  scenario: ScenarioCompare,
  genre: GenreLots,
  robustesse: RobustesseVue | undefined,
): readonly Bloc[] {
  const { a, b } = scenario
  return [
    intertitre(b.grilleLue.grille.nom),
    ...listesDeTrois(scenario, genre),
    intertitre('Ce qui change dans la grille', 2),
    ...liste(differences(a.grilleLue.grille, { ...b.grilleLue.grille, nom: a.grilleLue.grille.nom })),
    ...deplacementsDe(scenario),
    ...premieresPlaces(scenario),
    ...gagnantsEtPerdants(scenario),
    ...desCas(scenario),
    ...robustesseDe(robustesse),
  ]
}
