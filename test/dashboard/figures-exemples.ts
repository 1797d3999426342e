import { formatTaux } from '../../core/index.ts'
import type { DessinCategories, Figure, Serie, TableauFigure } from '../../dashboard/figures/figure.ts'

const RAISON = 'Retenu\u202f: moins de 11 ménages.'
export const NOMS = [
  'Métropole Européenne de Lille',
  'CA Cœur de Flandre',
  'CC Flandre Lys',
  'CA de Béthune-Bruay, Artois Lys Romane',
  'CU d’Arras',
]
export const VALEURS: readonly (number | null)[] = [0.1234, 0.25, null, 0.0871, 0.3]

export function serieDe(valeurs: readonly (number | null)[], changes: Partial<Serie> = {}): Serie {
  return {
    nom: 'Part',
    valeurs,
    textes: valeurs.map((v) => (v === null ? 'retenu' : formatTaux(v))),
    role: 'fond',
    ...changes,
  }
}

function tableauDe(noms: readonly string[], valeurs: readonly (number | null)[]): TableauFigure {
  return {
    colonnes: [
      { code: 'nom', titre: 'EPCI' },
      { code: 'valeur', titre: 'Part', unite: 'ratio', nombre: true },
      { code: 'effectif', titre: 'Effectif', nombre: true },
    ],
    lignes: noms.map((nom, i) => {
      const valeur = valeurs[i] ?? null
      return {
        cle: `e${String(i)}`,
        repere: i === 1,
        cellules: [
          { genre: 'texte', texte: nom },
          ...(valeur === null
            ? ([
                { genre: 'vide', texte: '–', raison: RAISON },
                { genre: 'vide', texte: '–', raison: RAISON },
              ] as const)
            : ([
                { genre: 'nombre', valeur, texte: formatTaux(valeur) },
                { genre: 'nombre', valeur: Math.round(valeur * 1000), texte: String(Math.round(valeur * 1000)) },
              ] as const)),
        ],
      }
    }),
  }
}

export function dessinDe(genre: DessinCategories['genre'], changes: Partial<DessinCategories> = {}): DessinCategories {
  return {
    genre,
    categories: NOMS.map((nom, i) => ({ cle: `e${String(i)}`, nom, repere: i === 1 })),
    series: [serieDe(VALEURS)],
    niveaux: [{ nom: 'Objectif légal', valeur: 0.25, texte: '25\u202f%', genre: 'objectif' }],
    axe: { titre: 'Part des baux signés', depuisZero: true, ecrire: (v) => formatTaux(v, { decimales: 0 }) },
    ...changes,
  }
}

/** A figure of five territories, one of which is withheld. */
export function figureDe(changes: Partial<Figure> = {}): Figure {
  return {
    id: 'premier-quartile-2025',
    titre: 'Quelle part des baux hors QPV va au premier quartile\u202f?',
    sousTitre: 'Hauts-de-France, année 2025',
    fictif: false,
    reponse: {
      titre: 'CA Cœur de Flandre',
      chiffre: '25,0\u202f%',
      precisions: ['120 sur 480 baux', '2e sur 4'],
      comparaisons: [{ ecart: '+3,1\u00a0points', avec: 'Hauts-de-France\u202f: 21,9\u202f%' }],
    },
    phrase: 'CA Cœur de Flandre est 2e sur 4\u202f: 25,0\u202f%. Un EPCI sans valeur n’a pas de barre.',
    dessin: dessinDe('barres'),
    tableau: tableauDe(NOMS, VALEURS),
    definitions: [
      { nom: 'Part du premier quartile', texte: 'Baux signés hors QPV avec un ménage du premier quartile.' },
    ],
    sources: [{ texte: 'Bilan régional 2025, DREAL', url: 'https://exemple.fr/bilan' }],
    protection: 'Protégés avant publication (profil « menages-11 »). Chiffres retenus\u202f: 1.',
    provenance: [
      {
        jeu: `sha256:${'a'.repeat(64)}`,
        titreJeu: 'Bilan 2025',
        indicateur: 'q1_hors_qpv',
        version: '1',
        moteur: '0.1.0',
      },
    ],
    ...changes,
  }
}
