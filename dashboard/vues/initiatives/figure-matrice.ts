import { formatCompte, formatNombre, francais } from '../../../core/index.ts'
import type { Lieu, ThemeInitiative } from '../../../core/observatoire/index.ts'
import type { Figure } from '../../figures/figure.ts'
import { nombre, texte, vide } from '../../modeles/cellules.ts'
import type { InitiativeSituee } from '../../modeles/contexte.ts'

/** Themes of initiatives, in the order of the observatory. */
export const THEMES: readonly (readonly [ThemeInitiative, string])[] = [
  ['pilotage', 'Pilotage'],
  ['accueil', 'Accueil et information'],
  ['objectifs', 'Objectifs d’attribution'],
  ['cotation', 'Cotation'],
  ['flux', 'Gestion en flux'],
]

const RIEN = 'Aucune initiative de ce thème n’est recensée : cela ne veut pas dire qu’il n’y en a pas.'

/** One territory and what it has done, by theme. */
export interface LigneMatrice {
  readonly lieu: Lieu
  readonly comptes: readonly number[]
}

export function matriceDe(initiatives: readonly InitiativeSituee[]): readonly LigneMatrice[] {
  const lieux = [...new Set(initiatives.map(({ lieu }) => lieu))].sort((a, b) => (a.nom < b.nom ? -1 : 1))
  return lieux.map((lieu) => ({
    lieu,
    comptes: THEMES.map(([code]) => initiatives.filter((i) => i.lieu === lieu && i.theme === code).length),
  }))
}

function phrase(initiatives: readonly InitiativeSituee[], lignes: readonly LigneMatrice[]): string {
  const totaux = THEMES.map(
    ([code, nom]) => `${nom.toLowerCase()} ${formatNombre(initiatives.filter((i) => i.theme === code).length)}`,
  )
  return francais(
    `${formatCompte(initiatives.length, 'initiative')} dans ${formatCompte(lignes.length, 'territoire')} : ${totaux.join(', ')}. Un recensement, et non une mesure : une case vide ne dit pas que rien ne se fait.`,
  )
}

/** How many initiatives are known, by territory and theme. */
export function figureMatrice(initiatives: readonly InitiativeSituee[]): Figure {
  const lignes = matriceDe(initiatives)
  const totaux = THEMES.map(([code]) => initiatives.filter(({ theme }) => theme === code).length)
  const sources = [
    ...new Map(initiatives.flatMap(({ source }) => (source === undefined ? [] : [[source.titre, source]]))).values(),
  ]
  return {
    id: 'initiatives',
    titre: 'Initiatives recensées par thème',
    sousTitre: 'Observatoires et publications des réseaux',
    fictif: false,
    phrase: phrase(initiatives, lignes),
    dessin: {
      genre: 'barres',
      categories: THEMES.map(([cle, nom]) => ({ cle, nom })),
      series: [{ nom: 'Initiatives', valeurs: totaux, textes: totaux.map((n) => formatNombre(n)), role: 'repere' }],
      niveaux: [],
      axe: { titre: '', depuisZero: true, ecrire: formatNombre },
    },
    tableau: {
      colonnes: [
        { code: 'nom', titre: 'Territoire' },
        ...THEMES.map(([code, titre]) => ({ code, titre, nombre: true })),
      ],
      lignes: [
        ...lignes.map(({ lieu, comptes }) => ({
          cle: `${lieu.type}:${lieu.code}`,
          repere: false,
          cellules: [texte(lieu.nom), ...comptes.map((n) => (n === 0 ? vide(francais(RIEN)) : nombre(n)))],
        })),
        { cle: 'total', repere: false, cellules: [texte('Tous'), ...totaux.map((n) => nombre(n))] },
      ],
    },
    definitions: [
      {
        nom: 'Initiative',
        texte: francais('Action locale décrite par une publication, résumée ici dans nos mots, avec sa source.'),
      },
    ],
    sources: sources.map(({ titre, url }) => ({ texte: titre, ...(url === undefined ? {} : { url }) })),
    protection: 'Textes publics\u202f: rien à protéger.',
    provenance: [],
  }
}
