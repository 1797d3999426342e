import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte } from '../../../core/index.ts'
import { tableDonnees } from '../../../ui/table-donnees.ts'
import type { ColonneTable } from '../../../ui/table-modele.ts'
import { trier } from '../../modeles/trier.ts'
import type { Hote } from '../../vues/vue.ts'
import type { Figure, TableauFigure } from '../figure.ts'

type Presentation = Pick<ColonneTable, 'largeur' | 'etroit' | 'prefixe' | 'suite'>

const PRESENTATIONS: Readonly<Record<string, Presentation>> = {
  rang: { largeur: '4rem', etroit: 'detail', prefixe: 'rang' },
  entre: { largeur: '7.5rem', etroit: 'detail', prefixe: 'rang possible' },
  nom: { largeur: 'minmax(13rem, 2fr)', etroit: 'titre' },
  valeur: { largeur: '7rem', etroit: 'valeur' },
  numerateur: { largeur: '5.25rem', etroit: 'detail' },
  denominateur: { largeur: '5.25rem', etroit: 'detail', prefixe: 'sur', suite: true },
  intervalle: { largeur: '9rem', etroit: 'detail' },
  indicateur: { largeur: 'minmax(16rem, 2fr)', etroit: 'titre' },
  question: { largeur: 'minmax(18rem, 2fr)', etroit: 'titre' },
  periode: { largeur: 'minmax(9rem, 0.6fr)', etroit: 'titre' },
  date: { largeur: '7rem', etroit: 'detail' },
  lieu: { largeur: 'minmax(7rem, 0.6fr)', etroit: 'detail' },
  source: { largeur: 'minmax(12rem, 1.6fr)', etroit: 'detail' },
  manque: { largeur: '8.5rem', etroit: 'detail' },
  mediane: { largeur: 'minmax(6rem, 0.5fr)', etroit: 'detail', prefixe: 'médiane' },
  epci: { largeur: 'minmax(6rem, 0.5fr)', etroit: 'absent' },
  note: { largeur: 'minmax(9rem, 0.7fr)', etroit: 'detail' },
}

const COURT = 24

function colonne(colonnes: TableauFigure['colonnes'], rang: number): ColonneTable {
  const { code = '', titre = '', nombre = false } = colonnes[rang] ?? {}
  const premiere = colonnes.findIndex((autre) => autre.nombre === true) === rang
  const autre: Presentation =
    rang === 0
      ? { largeur: 'minmax(12rem, 1.6fr)', etroit: 'titre' }
      : {
          largeur: nombre ? 'minmax(6rem, 0.5fr)' : 'minmax(8rem, 1fr)',
          etroit: premiere ? 'valeur' : 'detail',
          // On a card no heading says what a figure is.
          ...(nombre && !premiere ? { prefixe: titre } : {}),
        }
  return { code, titre, nombre, triable: true, ...(PRESENTATIONS[code] ?? autre) }
}

/** A text too long for its column is read whole under the pointer. */
function contenu(texte: string): string | TemplateResult {
  return texte.length > COURT ? html`<span title=${texte}>${texte}</span>` : texte
}

/** Why some cells are empty: each reason once, with how many cells it explains. */
function raisons({ lignes }: TableauFigure): TemplateResult | typeof nothing {
  const comptes = new Map<string, number>()
  for (const { cellules } of lignes) {
    for (const cellule of cellules) {
      if (cellule.genre === 'vide') comptes.set(cellule.raison, (comptes.get(cellule.raison) ?? 0) + 1)
    }
  }
  if (comptes.size === 0) return nothing
  return html`<ul class="fig-raisons aide">
    ${[...comptes].map(([raison, n]) => html`<li>${formatCompte(n, 'case vide', 'cases vides')}. ${raison}</li>`)}
  </ul>`
}

/** The same figures as the drawing, and those that it cannot show, with the reason. */
export function jumelle({ id, titre, tableau }: Figure, hote: Hote): TemplateResult {
  const tri = hote.triDe(id) ?? tableau.tri
  const lignes = tri === undefined ? tableau.lignes : trier(tableau, tri)
  const selection = lignes.findIndex(({ repere }) => repere)
  const { ouvre } = tableau
  return html`${
    ouvre === undefined
      ? nothing
      : html`<p class="aide sans-impression">
          Ouvrir une ligne choisit ${ouvre === 'territoire' ? 'son territoire' : 'son indicateur'}.
        </p>`
  }
  ${tableDonnees({
    libelle: titre,
    colonnes: tableau.colonnes.map((_, i) => colonne(tableau.colonnes, i)),
    nombreLignes: lignes.length,
    cellule: (ligne, i) => contenu(lignes[ligne]?.cellules[i]?.texte ?? ''),
    repere: (ligne) => lignes[ligne]?.repere ?? false,
    ...(tri === undefined ? {} : { tri }),
    surTri: (code, sens) => {
      hote.trier(id, { colonne: code, sens })
    },
    ...(ouvre === undefined
      ? {}
      : {
          surSelection: (ligne: number) => {
            hote.choisir({ [ouvre]: lignes[ligne]?.cle })
          },
        }),
    ...(selection < 0 ? {} : { selection }),
  })}
  ${raisons(tableau)}`
}
