import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import type { DessinCategories, DessinMultiples, Serie } from '../figure.ts'

const LARGEUR = 160
const HAUTEUR = 64

interface Echelle {
  readonly x: (rang: number) => number
  readonly y: (valeur: number) => number
}

function valeursDe({ series, niveaux }: DessinCategories): readonly number[] {
  return [...series.flatMap(({ valeurs }) => valeurs.filter((v) => v !== null)), ...niveaux.map(({ valeur }) => valeur)]
}

function echelleDe(dessin: DessinCategories): Echelle {
  const valeurs = valeursDe(dessin)
  const haut = dessin.axe.maximum ?? Math.max(...valeurs, 0)
  const bas = dessin.axe.depuisZero ? 0 : Math.min(...valeurs)
  const pas = Math.max(1, dessin.categories.length - 1)
  return {
    x: (rang) => (rang / pas) * (LARGEUR - 8) + 4,
    y: (valeur) => HAUTEUR - 4 - ((valeur - bas) / (haut - bas || 1)) * (HAUTEUR - 8),
  }
}

/** A line broken where there is no figure: a gap is not a value. */
function chemin({ valeurs }: Serie, { x, y }: Echelle): string {
  return valeurs
    .map((valeur, i) => {
      if (valeur === null) return ''
      const suite = i > 0 && valeurs[i - 1] !== null
      return `${suite ? 'L' : 'M'}${x(i).toFixed(1)},${y(valeur).toFixed(1)}`
    })
    .join(' ')
}

/** Values that stand alone between two gaps would be no line at all. */
function pointsSeuls({ valeurs }: Serie, { x, y }: Echelle): SVGTemplateResult[] {
  const dernier = valeurs.findLastIndex((valeur) => valeur !== null)
  return valeurs.flatMap((valeur, i) => {
    if (valeur === null) return []
    const seul = (valeurs[i - 1] ?? null) === null && (valeurs[i + 1] ?? null) === null
    return seul || i === dernier ? svg`<circle cx=${x(i)} cy=${y(valeur)} r="3"></circle>` : []
  })
}

function serie(s: Serie, echelle: Echelle): SVGTemplateResult {
  return svg`<g class="multiple-serie" data-role=${s.role}>
    <path d=${chemin(s, echelle)}></path>${s.role === 'repere' ? pointsSeuls(s, echelle) : nothing}
  </g>`
}

function dernierTexte(dessin: DessinCategories): string {
  const repere = dessin.series.find(({ role }) => role === 'repere')
  const rang = repere?.valeurs.findLastIndex((valeur) => valeur !== null) ?? -1
  if (repere === undefined || rang < 0) return 'sans chiffre'
  const texte = repere.textes[rang] ?? ''
  return rang === repere.valeurs.length - 1 ? texte : `${texte} (${dessin.categories[rang]?.nom ?? ''})`
}

/** Bars side by side, each over its date: dates at unequal distances make no line. */
function barres({ series, categories }: DessinCategories, { y }: Echelle): SVGTemplateResult[] {
  const pas = LARGEUR / categories.length
  return (series[0]?.valeurs ?? []).map(
    (valeur, i) =>
      svg`<rect class="multiple-barre" ?data-derniere=${i === categories.length - 1} x=${(i + 0.12) * pas} width=${pas * 0.76} y=${y(valeur ?? 0)} height=${y(0) - y(valeur ?? 0)}></rect>`,
  )
}

function panneau(titre: string, dessin: DessinCategories, repere: boolean): TemplateResult {
  const echelle = echelleDe(dessin)
  const enBarres = dessin.genre === 'barres'
  return html`<li ?data-repere=${repere}>
    <p class="multiple-titre">${titre}</p>
    <p class="multiple-valeur">${dernierTexte(dessin)}</p>
    <svg viewBox="0 0 ${LARGEUR} ${HAUTEUR}" preserveAspectRatio="none" aria-hidden="true">
      ${dessin.niveaux.map(
        ({ valeur, genre }) =>
          svg`<line class="multiple-niveau" data-genre=${genre ?? 'reference'} x1="0" x2=${LARGEUR} y1=${echelle.y(valeur)} y2=${echelle.y(valeur)}></line>`,
      )}
      ${enBarres ? barres(dessin, echelle) : dessin.series.toReversed().map((s) => serie(s, echelle))}
    </svg>
    <p class="multiple-bornes aide" ?data-toutes=${enBarres}>
      ${(enBarres ? dessin.categories : [dessin.categories[0], dessin.categories.at(-1)]).map(
        (categorie) => html`<span>${categorie?.nom}</span>`,
      )}
    </p>
  </li>`
}

/** The same small chart for many places, on one scale. The sentence and the table of the figure say the same. */
export function multiples({ panneaux }: DessinMultiples, description: string): TemplateResult {
  const axe = panneaux[0]?.dessin.axe
  return html`<div class="multiples" role="img" aria-label=${description}>
    <ul class="multiples-grille" aria-hidden="true" ?data-barres=${panneaux[0]?.dessin.genre === 'barres'}>
      ${panneaux.map(({ titre, dessin }) =>
        panneau(
          titre,
          dessin,
          dessin.categories.some(({ repere }) => repere === true),
        ),
      )}
    </ul>
    ${
      axe?.maximum === undefined
        ? nothing
        : html`<p class="aide">
            Même échelle partout&#8239;: de ${axe.ecrire(0)} en bas à ${axe.ecrire(axe.maximum)} en haut. Une
            interruption est un chiffre absent ou retenu.
          </p>`
    }
  </div>`
}
