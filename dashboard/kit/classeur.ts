import { Refus } from '../../core/index.ts'
import { creerClasseur, ouvrirClasseur } from '../../core/tableur/index.ts'
import { colonneDe, feuilleDe } from '../../core/socle/feuille.ts'
import type { Cellule, FeuilleEcrite } from '../../core/socle/table.ts'
import { feuillesFigure } from '../exports/feuille-figure.ts'
import { direSources } from '../exports/notes.ts'
import type { Figure, ProvenanceFigure } from '../figures/figure.ts'
import type { Choisie, Trousse } from './choisie.ts'
import { ecrireTrousse, lireTrousse } from './fichier-trousse.ts'

/** A figure picked, and what its view gives now. */
export interface FigureChoisie {
  readonly choisie: Choisie
  readonly figure: Figure
}

const FEUILLE = 'Provenance'
const TITRES = [
  'Feuille',
  'Figure',
  'Adresse',
  'Identifiant',
  'Empreinte du tableau',
  'Jeu de données',
  'Empreinte du jeu',
  'Indicateur',
  'Version',
  'Moteur',
  'Source',
  'Protection',
] as const

/** One row a dataset of a figure. */
interface LigneProvenance extends FigureChoisie {
  readonly feuille: string
  readonly provenance: ProvenanceFigure
}

/** A figure that no dataset gives (a count of what is loaded) is in the kit all the same. */
const SANS_PROVENANCE: ProvenanceFigure = { jeu: '', titreJeu: '', indicateur: '', version: '', moteur: '' }

function lignesDe(elements: readonly FigureChoisie[]): readonly LigneProvenance[] {
  return elements.flatMap((element, i) =>
    (element.figure.provenance.length === 0 ? [SANS_PROVENANCE] : element.figure.provenance).map((provenance) => ({
      ...element,
      feuille: nomDe(i),
      provenance,
    })),
  )
}

function nomDe(rang: number): string {
  return `Figure ${String(rang + 1)}`
}

/** Where each figure comes from; read again, it is the kit itself. */
function feuilleProvenance(titre: string, elements: readonly FigureChoisie[], jour: string): FeuilleEcrite {
  const texte = (rang: number, largeur: number, valeur: (ligne: LigneProvenance) => string) =>
    colonneDe<LigneProvenance>(TITRES[rang] ?? '', 'texte', largeur, valeur)
  return feuilleDe(
    FEUILLE,
    titre,
    [['Classeur fait le', jour]],
    [
      texte(0, 10, ({ feuille }) => feuille),
      texte(1, 40, ({ figure }) => figure.titre),
      texte(2, 40, ({ choisie }) => choisie.adresse),
      texte(3, 20, ({ figure }) => figure.id),
      texte(4, 24, ({ choisie }) => choisie.empreinte),
      texte(5, 30, ({ provenance }) => provenance.titreJeu),
      texte(6, 24, ({ provenance }) => provenance.jeu),
      texte(7, 20, ({ provenance }) => provenance.indicateur),
      texte(8, 9, ({ provenance }) => provenance.version),
      texte(9, 10, ({ provenance }) => provenance.moteur),
      texte(10, 40, ({ figure }) => direSources(figure)),
      texte(11, 40, ({ figure }) => figure.protection),
    ],
    lignesDe(elements),
  )
}

/** The data workbook of a kit: one sheet a figure with its chart, then where each comes from. */
export function ecrireClasseurTrousse(titre: string, elements: readonly FigureChoisie[], jour: string): Uint8Array {
  return creerClasseur([
    ...elements.flatMap(({ figure }, i) => feuillesFigure(figure, nomDe(i))),
    feuilleProvenance(titre, elements, jour),
  ])
}

function texteDe(cellule: Cellule | undefined): string {
  return typeof cellule === 'string' ? cellule : typeof cellule === 'number' ? String(cellule) : ''
}

/** Rows of one figure become one again. */
function reunir(lignes: readonly (readonly string[])[]): readonly Choisie[] {
  const choisies = new Map<string, Choisie>()
  for (const [feuille = '', titre = '', adresse = '', figure = '', empreinte = '', ...reste] of lignes) {
    const [titreJeu = '', jeu = '', indicateur = '', version = '', moteur = ''] = reste
    const provenance = { jeu, titreJeu, indicateur, version, moteur }
    const connue = choisies.get(feuille)
    choisies.set(feuille, {
      ...(connue ?? { adresse, figure, titre, empreinte }),
      provenance: [...(connue?.provenance ?? []), ...(jeu === '' ? [] : [provenance])],
    })
  }
  return [...choisies.values()]
}

/** The kit that a data workbook holds. @throws Refus when it holds none */
export function lireClasseurTrousse(octets: Uint8Array, nom: string): Trousse {
  const feuille = ouvrirClasseur(octets, nom).feuilles.find((candidate) => candidate.nom === FEUILLE)
  const lignes = [...(feuille?.lignes ?? [])].map(({ cellules }) => TITRES.map((_, i) => texteDe(cellules[i])))
  const entete = lignes.findIndex((cellules) => TITRES.every((titre, i) => cellules[i] === titre))
  if (entete < 0) {
    throw new Refus(
      `« ${nom} » n’est pas un classeur de données de l’observatoire : il n’a pas de feuille « ${FEUILLE} ».`,
    )
  }
  const titre = lignes[0]?.[0] ?? ''
  const choisies = reunir(lignes.slice(entete + 1).filter(([premiere]) => premiere !== ''))
  // Read as a file is: what a workbook holds is no safer.
  return lireTrousse(ecrireTrousse({ titre, choisies }), nom)
}
