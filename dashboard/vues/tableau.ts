import { html, type TemplateResult } from 'lit'
import { tableDonnees } from '../../ui/table-donnees.ts'
import type { ColonneTable } from '../../ui/table-modele.ts'
import type { Application } from '../application.ts'
import { trier } from '../modeles/trier.ts'
import type { ColonneTableau, Tableau } from '../modeles/vue.ts'

type Presentation = Pick<ColonneTable, 'largeur' | 'etroit' | 'prefixe'>

const PRESENTATIONS: Readonly<Record<string, Presentation>> = {
  rang: { largeur: '4rem', etroit: 'detail', prefixe: 'rang' },
  nom: { largeur: 'minmax(12rem, 1fr)', etroit: 'titre' },
  valeur: { largeur: '7rem', etroit: 'valeur' },
  numerateur: { largeur: '6rem', etroit: 'detail' },
  denominateur: { largeur: '6rem', etroit: 'detail', prefixe: 'sur' },
  note: { largeur: '9rem', etroit: 'marque' },
}
const AUTRE: Presentation = { largeur: '8rem', etroit: 'detail' }

function colonne({ code, titre, nombre }: ColonneTableau): ColonneTable {
  return { code, titre, nombre, triable: true, ...(PRESENTATIONS[code] ?? AUTRE) }
}

/** The twin of the chart: the same figures, and those that have no bar. */
export function tableau(application: Application, modele: Tableau): TemplateResult {
  const tri = application.tri ?? modele.tri
  const lignes = trier(modele, tri.colonne, tri.sens)
  const selection = lignes.findIndex(({ repere }) => repere)
  return html`<section class="obs-tableau" aria-labelledby="titre-tableau">
    <h2 id="titre-tableau">Tous les chiffres</h2>
    ${modele.choisir ? html`<p class="aide sans-impression">Ouvrir une ligne choisit son territoire.</p>` : ''}
    ${tableDonnees({
      libelle: modele.libelle,
      colonnes: modele.colonnes.map(colonne),
      nombreLignes: lignes.length,
      cellule: (ligne, i) => lignes[ligne]?.cellules[i] ?? '',
      repere: (ligne) => lignes[ligne]?.repere ?? false,
      tri,
      surTri: (code, sens) => {
        application.trier(code, sens)
      },
      ...(modele.choisir
        ? {
            surSelection: (ligne: number) => {
              application.choisir({ territoire: lignes[ligne]?.cle })
            },
          }
        : {}),
      ...(selection < 0 ? {} : { selection }),
    })}
  </section>`
}
