import { formatNombre, francais } from '../../../core/index.ts'
import { comparerPeriodes, type Lieu } from '../../../core/observatoire/index.ts'
import type { CelluleFigure, DessinCategories, Figure, Serie, TableauFigure } from '../../figures/figure.ts'
import { nombre, nombreOuVide, texte, vide } from '../../modeles/cellules.ts'
import type { Contexte } from '../../modeles/contexte.ts'
import {
  abregerPeriode,
  dansPeriode,
  ecrirePeriode,
  ecritureIndicateur,
  enumerer,
} from '../../modeles/ecrire-valeur.ts'
import { origineDesLots } from '../../modeles/provenance.ts'
import { derniersFaits, faitsDe, type Fait } from './faits.ts'

const DOCUMENTS = ['reforme_cil', 'reforme_cil_reunies', 'reforme_orientations', 'reforme_cia', 'reforme_ppgdid']
const COTATIONS = ['reforme_cotations_actives', 'reforme_cotations_parametrage', 'reforme_fichiers_partages']
const { valeur: part, axe } = ecritureIndicateur({ unite: 'ratio', theme: 'reforme' })
const SANS_EFFECTIF = 'La source ne donne que la part.'

function sourceDe({ chiffre }: Fait): CelluleFigure {
  return chiffre.source === null ? vide('Le fichier ne nomme pas sa source.') : texte(chiffre.source.titre)
}

function ligneFait(fait: Fait, repere: boolean): TableauFigure['lignes'][number] {
  const { indicateur, groupe, chiffre } = fait
  return {
    cle: `${indicateur.id}:${chiffre.lieu.type}:${chiffre.lieu.code}:${groupe.periode}`,
    repere,
    cellules: [
      texte(indicateur.nom),
      texte(chiffre.lieu.nom),
      texte(ecrirePeriode(groupe.periode)),
      nombreOuVide(chiffre.numerateur, SANS_EFFECTIF),
      nombreOuVide(chiffre.denominateur, SANS_EFFECTIF),
      nombreOuVide(chiffre.valeur, 'La source ne donne pas de part.', part),
      sourceDe(fait),
    ],
  }
}

function tableauFaits(faits: readonly Fait[], reperes: ReadonlySet<Fait>): TableauFigure {
  return {
    colonnes: [
      { code: 'indicateur', titre: 'Étape' },
      { code: 'lieu', titre: 'Territoire' },
      { code: 'date', titre: 'Date' },
      { code: 'numerateur', titre: 'EPCI', nombre: true },
      { code: 'denominateur', titre: 'Sur', nombre: true },
      { code: 'valeur', titre: 'Part', nombre: true },
      { code: 'source', titre: 'Source' },
    ],
    lignes: faits.map((fait) => ligneFait(fait, reperes.has(fait))),
  }
}

function origine(faits: readonly Fait[]) {
  return origineDesLots(faits.map(({ indicateur, chiffre }) => ({ indicateur, chiffres: [chiffre] })))
}

function majuscule(phrase: string): string {
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}`
}

/** The part of a phrase that says one fact. */
function dire({ indicateur, chiffre: { numerateur, denominateur, valeur } }: Fait): string {
  const nom = indicateur.nom.charAt(0).toLowerCase() + indicateur.nom.slice(1)
  if (numerateur === null || denominateur === null) return `${nom}, ${part(valeur ?? 0)}`
  return `${nom}, ${formatNombre(numerateur)} sur ${formatNombre(denominateur)} (${part(valeur ?? 0)})`
}

/** The first step, which the others follow. */
function constat({ indicateur, groupe, chiffre }: Fait): string {
  return francais(
    `${majuscule(dansPeriode(groupe.periode))}, ${indicateur.nom.charAt(0).toLowerCase()}${indicateur.nom.slice(1)} : ${part(chiffre.valeur ?? 0)} des EPCI concernés`,
  )
}

/** How many of the EPCI concerned have each document, at the last date published for France. */
export function figureAvancement(contexte: Contexte): Figure | undefined {
  const faits = faitsDe(contexte, DOCUMENTS)
  const derniers = derniersFaits(faits, 'FR')
  if (derniers.length === 0) return undefined
  const recents = derniers.filter(({ groupe }) =>
    derniers.every((d) => comparerPeriodes(groupe.periode, d.groupe.periode) >= 0),
  )
  return {
    id: 'avancement',
    titre: 'Où en est la réforme des attributions\u202f?',
    sousTitre: 'France, dernière date publiée de chaque étape',
    ...(recents[0] === undefined ? {} : { constat: constat(recents[0]) }),
    phrase: francais(
      `${majuscule(dansPeriode(recents[0]?.groupe.periode ?? ''))}, parmi les EPCI concernés : ${enumerer(recents.map(dire))}. Les autres étapes ne sont connues qu’à une date plus ancienne, écrite à côté d’elles.`,
    ),
    dessin: {
      genre: 'barres',
      categories: derniers.map(({ indicateur, groupe }) => ({
        cle: indicateur.id,
        nom: `${indicateur.nom} (${abregerPeriode(groupe.periode)})`,
      })),
      series: [
        {
          nom: 'Part des EPCI concernés',
          valeurs: derniers.map(({ chiffre }) => chiffre.valeur),
          textes: derniers.map(({ chiffre }) => part(chiffre.valeur ?? 0)),
          role: 'repere',
        },
      ],
      niveaux: [],
      axe: { titre: 'Part des EPCI concernés', depuisZero: true, maximum: 1, ecrire: axe },
    },
    tableau: tableauFaits(faits, new Set(derniers)),
    ...origine(faits),
  }
}

/** Scores of the demand: active, being set up, and where they are not counted. */
export function figureCotations(contexte: Contexte): Figure | undefined {
  const faits = derniersFaits(faitsDe(contexte, COTATIONS), 'FR')
  const [actives, preparation, partages] = COTATIONS.map(
    (id) => faits.find(({ indicateur }) => indicateur.id === id)?.chiffre.valeur,
  )
  if (faits.length === 0) return undefined
  // Départements are not cotations: they are in the sentence and in the table, not on the axis.
  const dessinees = faits.filter(({ indicateur }) => indicateur.unite === 'cotations')
  return {
    id: 'cotations',
    titre: 'Combien de cotations sont en service\u202f?',
    sousTitre: `France, ${ecrirePeriode(faits[0]?.groupe.periode ?? '')}`,
    phrase: francais(
      `${formatNombre(actives ?? 0)} cotations actives et ${formatNombre(preparation ?? 0)} en paramétrage dans le système national ; celles des ${formatNombre(partages ?? 0)} départements en fichier partagé n’y sont pas comptées.`,
    ),
    dessin: {
      genre: 'barres',
      categories: dessinees.map(({ indicateur }) => ({ cle: indicateur.id, nom: indicateur.nom })),
      series: [
        {
          nom: 'Nombre',
          valeurs: dessinees.map(({ chiffre }) => chiffre.valeur),
          textes: dessinees.map(({ chiffre }) => formatNombre(chiffre.valeur ?? 0)),
          role: 'repere',
        },
      ],
      niveaux: [],
      axe: { titre: '', depuisZero: true, ecrire: formatNombre },
    },
    tableau: {
      colonnes: [
        { code: 'nom', titre: 'Ce qui est compté' },
        { code: 'date', titre: 'Date' },
        { code: 'valeur', titre: 'Nombre', nombre: true },
        { code: 'source', titre: 'Source' },
      ],
      lignes: faits.map((fait) => ({
        cle: fait.indicateur.id,
        repere: false,
        cellules: [
          texte(fait.indicateur.nom),
          texte(ecrirePeriode(fait.groupe.periode)),
          nombre(fait.chiffre.valeur ?? 0),
          sourceDe(fait),
        ],
      })),
    },
    ...origine(faits),
  }
}

function lieuxSuivis(faits: readonly Fait[]): readonly Lieu[] {
  const lieux = [...new Set(faits.map(({ chiffre }) => chiffre.lieu))]
  return lieux.filter((lieu) => faits.filter(({ chiffre }) => chiffre.lieu === lieu).length > 1)
}

function lignes(faits: readonly Fait[], lieux: readonly Lieu[], periodes: readonly string[]): readonly Serie[] {
  return lieux.map((lieu, i) => {
    const valeurs = periodes.map(
      (periode) =>
        faits.find(({ chiffre, groupe }) => chiffre.lieu === lieu && groupe.periode === periode)?.chiffre.valeur ??
        null,
    )
    return {
      nom: lieu.nom,
      valeurs,
      textes: valeurs.map((valeur) => (valeur === null ? '–' : part(valeur))),
      role: i === 0 ? 'repere' : 'reference',
    }
  })
}

function dessinSuivi(faits: readonly Fait[], lieux: readonly Lieu[]): DessinCategories | undefined {
  const annees = faits.map(({ groupe }) => Number(groupe.periode.slice(0, 4)))
  const [debut, fin] = [Math.min(...annees), Math.max(...annees)]
  // Every year has its place, those without a figure too: an axis of time is not a list of dates.
  const periodes = Array.from({ length: fin - debut + 1 }, (_, i) => String(debut + i))
  if (lieux.length === 0) return undefined
  return {
    genre: 'lignes',
    categories: periodes.map((periode) => ({ cle: periode, nom: periode })),
    series: lignes(faits, lieux, periodes),
    niveaux: [],
    axe: { titre: '', depuisZero: true, ecrire: axe },
  }
}

/** The share of the first quartile outside QPV as published, territory by territory. */
export function figurePremierQuartile(contexte: Contexte): Figure | undefined {
  const faits = faitsDe(contexte, ['reforme_q1_hors_qpv'])
  if (faits.length === 0) return undefined
  const lieux = lieuxSuivis(faits)
  const france = faits.filter(({ chiffre }) => chiffre.lieu.type === 'france')
  const [premier, dernier] = [france[0], france.at(-1)]
  const parcours =
    premier === undefined || dernier === undefined
      ? ''
      : `France : ${part(premier.chiffre.valeur ?? 0)} en ${premier.groupe.periode}, ${part(dernier.chiffre.valeur ?? 0)} en ${dernier.groupe.periode}. `
  return {
    id: 'premier-quartile',
    titre: 'Quelle part des attributions hors QPV va au premier quartile\u202f?',
    sousTitre: 'Bilans publiés',
    phrase: francais(
      `${parcours}Les bilans ne disent pas tous s’ils comptent des baux ou des décisions : ils ne sont pas mis en regard de l’objectif légal. Une interruption est une année sans publication.`,
    ),
    dessin: dessinSuivi(faits, lieux),
    tableau: tableauFaits(faits, new Set()),
    ...origine(faits),
  }
}
