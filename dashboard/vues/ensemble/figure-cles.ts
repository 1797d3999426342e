import { formatTaux, francais } from '../../../core/index.ts'
import { positionDe, positionsDe, type Chiffre } from '../../../core/observatoire/index.ts'
import type { CelluleFigure, Dessin, DessinCategories, Figure, TableauFigure } from '../../figures/figure.ts'
import { nombre, texte, vide } from '../../modeles/cellules.ts'
import {
  abregerPeriode,
  ecrirePeriode,
  ecritureIndicateur,
  enumerer,
  sur,
  type Ecriture,
} from '../../modeles/ecrire-valeur.ts'
import { origineDesLots } from '../../modeles/provenance.ts'
import { direRang } from '../../modeles/reponse.ts'
import type { Moment, Question } from './questions.ts'

function ecritureDe({ situation }: Question): Ecriture {
  return ecritureIndicateur(situation.choix.indicateur)
}

function enPart(valeur: number): string {
  return formatTaux(valeur, { decimales: 0 })
}

/** A question whose answer has a place among others. */
interface Situee {
  readonly question: Question
  readonly position: number
  readonly entre: readonly [number, number] | null
}

function situeesDe(questions: readonly Question[]): readonly Situee[] {
  return questions.flatMap((question) => {
    const { rangs } = question
    const lieu = rangs?.situation.lieu
    const position = rangs && lieu && positionDe(rangs.classement, lieu)
    if (rangs === undefined || position === undefined) return []
    const entre = rangs.place?.entre && positionsDe(rangs.classement, rangs.place.entre)
    return [{ question, position, entre: entre ?? null }]
  })
}

/** How many of the others are below, and how sure that is. */
function dessinPositions(situees: readonly Situee[]): DessinCategories {
  return {
    genre: 'points',
    textesPropres: true,
    categories: situees.map(({ question: { cle, situation } }) => ({ cle, nom: situation.choix.indicateur.nom })),
    series: [
      {
        nom: 'Part des autres EPCI dont la valeur est plus faible',
        valeurs: situees.map(({ position }) => position),
        textes: situees.map(({ question }) => question.texte),
        intervalles: situees.map(({ entre }) => entre),
        role: 'repere',
      },
    ],
    niveaux: [{ nom: 'Autant au-dessus qu’au-dessous', valeur: 0.5, texte: enPart(0.5) }],
    axe: {
      titre: 'Part des autres EPCI dont la valeur est plus faible',
      depuisZero: true,
      maximum: 1,
      ecrire: enPart,
    },
  }
}

function colonne(question: Question, situees: readonly Situee[]): readonly [CelluleFigure, CelluleFigure] {
  const trouvee = situees.find((situee) => situee.question === question)
  const { rangs } = question
  if (trouvee === undefined || rangs?.place === undefined) {
    const sans = vide('Un nombre, ou le chiffre d’un territoire plus grand : pas de place parmi des EPCI.')
    return [sans, sans]
  }
  return [nombre(trouvee.position, enPart), texte(direRang(rangs.place, rangs.classement.nombre))]
}

function tableauPositions(questions: readonly Question[], situees: readonly Situee[]): TableauFigure {
  return {
    colonnes: [
      { code: 'question', titre: 'Question' },
      { code: 'lieu', titre: 'Où' },
      { code: 'date', titre: 'Quand' },
      { code: 'valeur', titre: 'Chiffre', nombre: true },
      { code: 'effectif', titre: 'Effectif' },
      { code: 'comparaison', titre: 'Comparaison' },
      { code: 'position', titre: 'Plus faibles', nombre: true },
      { code: 'place', titre: 'Rang' },
    ],
    lignes: questions.map((q) => ({
      cle: q.cle,
      repere: false,
      cellules: [
        texte(q.question),
        texte(q.ou),
        texte(q.quand),
        q.valeur === null ? vide('Retenu.') : nombre(q.valeur, ecritureDe(q).valeur),
        q.effectif === '' ? vide('La source ne donne pas l’effectif.') : texte(q.effectif),
        q.comparaison === undefined
          ? vide('Une seule date et un seul territoire sont connus.')
          : texte(`${q.comparaison.ecart}, ${q.comparaison.avec}`),
        ...colonne(q, situees),
      ],
    })),
    ouvre: 'indicateur',
  }
}

const COTES = [
  ['haut', 'nettement dans la moitié haute des EPCI'],
  ['bas', 'nettement dans la moitié basse'],
  ['milieu', 'que les effectifs ne permettent pas de départager'],
  ['inconnu', 'sans effectif connu'],
] as const

/** On which side of the others a figure stands, as far as its counts tell. */
function coteDe({ entre }: Situee): (typeof COTES)[number][0] {
  if (entre === null) return 'inconnu'
  const [bas, haut] = entre
  return bas > 0.5 ? 'haut' : haut < 0.5 ? 'bas' : 'milieu'
}

function phrasePositions(situees: readonly Situee[]): string {
  const comptes = COTES.flatMap(([cote, dit]) => {
    const n = situees.filter((situee) => coteDe(situee) === cote).length
    return n === 0 ? [] : [`${String(n)} ${dit}`]
  })
  return francais(
    `${situees[0]?.question.ou ?? ''}, ${String(situees.length)} chiffres clés situés parmi les EPCI : ${enumerer(comptes)}. Le trait va du rang le plus bas au rang le plus haut que permettent les effectifs. Plus élevé ne veut pas dire meilleur.`,
  )
}

function dessinSuite({ suite, situation, ou }: Question, ecriture: Ecriture): DessinCategories {
  return {
    // Bars and not a line: dates are not at equal distance.
    genre: 'barres',
    categories: suite.map(({ periode }) => ({ cle: periode, nom: abregerPeriode(periode) })),
    series: [
      {
        nom: ou,
        valeurs: suite.map(({ chiffre }) => chiffre.valeur),
        textes: suite.map(({ chiffre }) => ecriture.valeur(chiffre.valeur ?? 0)),
        role: 'repere',
      },
    ],
    niveaux: [],
    axe: { titre: situation.choix.indicateur.nom, depuisZero: true, ecrire: ecriture.axe },
  }
}

const DES_DATES = 2

function dessinSuites(questions: readonly Question[]): Dessin | undefined {
  const suivies = questions.filter(({ suite }) => suite.length >= DES_DATES)
  if (suivies.length === 0) return undefined
  return {
    genre: 'multiples',
    panneaux: suivies.map((question) => ({
      titre: `${question.situation.choix.indicateur.nom}, ${question.ou}`,
      dessin: dessinSuite(question, ecritureDe(question)),
    })),
  }
}

function effectifDe({ numerateur, denominateur }: Chiffre): CelluleFigure {
  return numerateur === null || denominateur === null
    ? vide('La source ne donne pas l’effectif.')
    : texte(sur(numerateur, denominateur))
}

function ligneDe(question: Question, { periode, chiffre }: Moment, derniere: boolean): TableauFigure['lignes'][number] {
  return {
    cle: question.cle,
    repere: derniere,
    cellules: [
      texte(question.question),
      texte(question.ou),
      texte(ecrirePeriode(periode)),
      nombre(chiffre.valeur ?? 0, ecritureDe(question).valeur),
      effectifDe(chiffre),
    ],
  }
}

/** Every date of each question, the last one in bold. */
function tableauSuites(questions: readonly Question[]): TableauFigure {
  return {
    colonnes: [
      { code: 'question', titre: 'Question' },
      { code: 'lieu', titre: 'Où' },
      { code: 'date', titre: 'Quand' },
      { code: 'valeur', titre: 'Chiffre', nombre: true },
      { code: 'effectif', titre: 'Effectif' },
    ],
    lignes: questions.flatMap((question) =>
      question.suite.length === 0
        ? [
            {
              cle: question.cle,
              repere: true,
              cellules: [
                texte(question.question),
                texte(question.ou),
                texte(question.quand),
                nombre(question.valeur ?? 0, ecritureDe(question).valeur),
                vide('Une médiane n’a pas d’effectif.'),
              ],
            },
          ]
        : question.suite.map((moment, i) => ligneDe(question, moment, i === question.suite.length - 1)),
    ),
    ouvre: 'indicateur',
  }
}

/** The first answer. */
function constat({ situation, texte: dit, ou, quand }: Question): string {
  return `${situation.choix.indicateur.nom}\u202f: ${dit} (${ou}, ${quand})`
}

/** The key figures: where the territory chosen stands on each, or how each moved when none is chosen. */
export function figureCles(questions: readonly Question[]): Figure {
  const situees = situeesDe(questions)
  const places = situees.length >= DES_DATES
  const chiffres = (question: Question): readonly Chiffre[] =>
    places ? question.chiffres : [...new Set([...question.chiffres, ...question.suite.map(({ chiffre }) => chiffre)])]
  return {
    id: 'chiffres-cles',
    titre: 'Les chiffres clés',
    sousTitre: places ? 'Place parmi les EPCI, à la dernière date connue de chacun' : 'Du premier au dernier connu',
    ...(places || questions[0] === undefined ? {} : { constat: constat(questions[0]) }),
    phrase: places
      ? phrasePositions(situees)
      : 'Chaque question du premier au dernier chiffre connu, depuis zéro, à son échelle propre.',
    dessin: places ? dessinPositions(situees) : dessinSuites(questions),
    tableau: places ? tableauPositions(questions, situees) : tableauSuites(questions),
    ...origineDesLots(
      questions.map((question) => ({ indicateur: question.situation.choix.indicateur, chiffres: chiffres(question) })),
    ),
  }
}
