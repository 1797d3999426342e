import { formatCompte, francais } from '../../core/index.ts'
import type { Bloc, DocumentEcrit, Partie, TableauDocument } from '../../core/document/index.ts'
import type { Figure, ProvenanceFigure, TableauFigure } from '../figures/figure.ts'
import { AVERTISSEMENT_FICTIF, constatDe, direSources } from '../exports/notes.ts'

/** The drawing of a figure, for a page. */
export interface ImageRapport {
  readonly png: Uint8Array
  readonly largeur: number
  readonly hauteur: number
}

export interface OptionsRapport {
  readonly titre: string
  readonly jour: string
  /** Drawings, by rank of the figure; one that is missing leaves its table. */
  readonly images: ReadonlyMap<number, ImageRapport>
}

/** Rows printed of one table: beyond, no one reads them on paper. */
const LIGNES_IMPRIMEES = 120
const COLONNES_IMPRIMEES = 8

function cellule(ligne: TableauFigure['lignes'][number], rang: number): string {
  return ligne.cellules[rang]?.texte ?? ''
}

/** What the longest word of the title and most cells need; a long note takes several lines. */
function largeurDe({ lignes, colonnes }: TableauFigure, rang: number): number {
  const mots = (colonnes[rang]?.titre ?? '').split(' ').map(({ length }) => length + 3)
  const longueurs = lignes.slice(0, LIGNES_IMPRIMEES).map((ligne) => Math.min(30, cellule(ligne, rang).length + 2))
  return Math.max(9, ...mots, ...longueurs)
}

/** Columns of the printed table, by rank; the source is written under it. */
function rangsImprimes({ colonnes }: TableauFigure): readonly number[] {
  return colonnes.flatMap(({ code }, i) => (code === 'source' ? [] : [i])).slice(0, COLONNES_IMPRIMEES)
}

function tableau({ tableau: jumelle, sousTitre }: Figure): TableauDocument {
  const rangs = rangsImprimes(jumelle)
  return {
    genre: 'tableau',
    legende: sousTitre,
    colonnes: rangs.map((i) => ({
      titre: jumelle.colonnes[i]?.titre ?? '',
      largeur: largeurDe(jumelle, i),
      ...(jumelle.colonnes[i]?.nombre === true ? { aDroite: true } : {}),
    })),
    lignes: jumelle.lignes
      .slice(0, LIGNES_IMPRIMEES)
      .map((ligne) =>
        rangs.map((i) => (ligne.repere ? [{ texte: cellule(ligne, i), gras: true }] : cellule(ligne, i))),
      ),
  }
}

/** The reasons for which cells are empty, each once. */
function raisons({ tableau: { lignes } }: Figure): readonly string[] {
  const dites = lignes.flatMap(({ cellules }) => cellules.flatMap((c) => (c.genre === 'vide' ? [c.raison] : [])))
  return [...new Set(dites)].filter((raison) => raison !== '')
}

function note(texte: string): readonly Bloc[] {
  return texte === '' ? [] : [{ genre: 'paragraphe', texte: francais(texte), ton: 'note' }]
}

function reponse({ reponse: dite }: Figure): readonly Bloc[] {
  if (dite === undefined) return []
  const { titre, chiffre = 'pas de chiffre', unite = '', precisions, comparaisons } = dite
  const suite = [...precisions, ...comparaisons.map(({ ecart, avec }) => `${ecart} (${avec})`)]
  return [
    {
      genre: 'paragraphe',
      ton: 'encadre',
      texte: [
        { texte: `${titre}\u202f: ${chiffre} ${unite}`.trim(), gras: true },
        ...suite.map((texte) => `\n${texte}`),
      ],
    },
  ]
}

function reste({ tableau: { lignes, colonnes } }: Figure): string {
  const tropLignes = lignes.length > LIGNES_IMPRIMEES
  const tropColonnes = colonnes.length > COLONNES_IMPRIMEES
  if (!tropLignes && !tropColonnes) return ''
  return `Le tableau entier (${formatCompte(lignes.length, 'ligne')}, ${formatCompte(colonnes.length, 'colonne')}) est dans le classeur de données.`
}

function partieDe(figure: Figure, rang: number, { images }: OptionsRapport): Partie {
  const image = images.get(rang)
  const raisonsDites = raisons(figure)
  return {
    titre: `${String(rang + 1)}. ${figure.titre}`,
    blocs: [
      { genre: 'paragraphe', texte: [{ texte: figure.sousTitre, italique: true }] },
      ...(figure.fictif ? ([{ genre: 'paragraphe', texte: AVERTISSEMENT_FICTIF, ton: 'encadre' }] as const) : []),
      ...reponse(figure),
      ...(image === undefined
        ? []
        : ([{ genre: 'image', ...image, description: `${figure.titre} ${figure.phrase}` }] as const)),
      ...(figure.phrase === '' ? [] : ([{ genre: 'paragraphe', texte: figure.phrase }] as const)),
      ...(figure.tableau.lignes.length === 0 ? [] : [tableau(figure)]),
      ...note(reste(figure)),
      ...note(raisonsDites.length === 0 ? '' : `Cases vides : ${raisonsDites.join(' ')}`),
      ...figure.definitions.map((d): Bloc => ({
        genre: 'paragraphe',
        texte: [{ texte: `${d.nom}\u202f: `, gras: true }, d.texte],
      })),
      ...note(`Source : ${direSources(figure)}`),
      ...note(figure.protection),
    ],
  }
}

function sommaire(figures: readonly Figure[], { titre, jour }: OptionsRapport): Partie {
  return {
    titre,
    blocs: [
      { genre: 'paragraphe', texte: `${formatCompte(figures.length, 'figure')}, ${jour}.` },
      ...(figures.some(({ fictif }) => fictif)
        ? ([{ genre: 'paragraphe', texte: AVERTISSEMENT_FICTIF, ton: 'encadre' }] as const)
        : []),
      { genre: 'intertitre', niveau: 1, texte: 'Sommaire' },
      {
        genre: 'liste',
        numerotee: true,
        elements: [
          ...figures.map((figure) => `${figure.titre}. ${constatDe(figure)}.`.replace(/([?!])\./g, '$1')),
          'Annexe\u202f: méthode et provenance.',
        ],
      },
    ],
  }
}

/** One row a dataset and an engine: the figures and the indicators that come from them. */
function provenances(figures: readonly Figure[]): readonly (readonly string[])[] {
  const lignes = new Map<string, { numeros: Set<number>; indicateurs: Set<string>; tete: ProvenanceFigure }>()
  figures.forEach(({ provenance }, i) => {
    for (const p of provenance) {
      const cle = `${p.jeu} ${p.moteur}`
      const ligne = lignes.get(cle) ?? { numeros: new Set(), indicateurs: new Set(), tete: p }
      ligne.numeros.add(i + 1)
      ligne.indicateurs.add(`${p.indicateur} version ${p.version}`)
      lignes.set(cle, ligne)
    }
  })
  return [...lignes.values()].map(({ numeros, indicateurs, tete }) => [
    [...numeros].join(', '),
    `${tete.titreJeu}\n${tete.jeu}`,
    [...indicateurs].sort().join(', '),
    tete.moteur,
  ])
}

function annexe(figures: readonly Figure[]): Partie {
  const definitions = new Map(figures.flatMap((f) => f.definitions.map(({ nom, texte }) => [nom, texte] as const)))
  return {
    titre: 'Annexe\u202f: méthode et provenance',
    blocs: [
      { genre: 'intertitre', niveau: 1, texte: 'Définitions' },
      ...[...definitions].map(([nom, texte]): Bloc => ({
        genre: 'paragraphe',
        texte: [{ texte: `${nom}\u202f: `, gras: true }, texte],
      })),
      { genre: 'intertitre', niveau: 1, texte: 'Protection' },
      { genre: 'liste', elements: [...new Set(figures.map(({ protection }) => protection))] },
      { genre: 'intertitre', niveau: 1, texte: 'Provenance' },
      {
        genre: 'paragraphe',
        texte:
          'Le même jeu de données (même empreinte), la même version d’indicateur et le même moteur redonnent les mêmes chiffres.',
      },
      {
        genre: 'tableau',
        legende: 'D’où vient chaque figure',
        colonnes: [
          { titre: 'Figures', largeur: 2 },
          { titre: 'Jeu de données', largeur: 7 },
          { titre: 'Indicateurs', largeur: 7 },
          { titre: 'Moteur', largeur: 2 },
        ],
        lignes: provenances(figures),
      },
    ],
  }
}

/** The figures as a document to print: contents, one part a figure, method. The same in a page and in Word. */
export function rapport(figures: readonly Figure[], options: OptionsRapport): DocumentEcrit {
  return {
    titre: options.titre,
    provenance: [
      ['Rapport', options.titre],
      ['Fait le', options.jour],
    ],
    paginationContinue: true,
    parties: [sommaire(figures, options), ...figures.map((f, i) => partieDe(f, i, options)), annexe(figures)],
  }
}
