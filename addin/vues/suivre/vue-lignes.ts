import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte, formatNombre } from '../../../core/index.ts'
import { bascule } from '../../../ui/champ.ts'
import { tableDonnees } from '../../../ui/table-donnees.ts'
import type { ColonneTable } from '../../../ui/table-modele.ts'
import type { LigneSuivie, PlaceVoulue } from '../../travail/suivi/contrat-objectifs.ts'
import { bouton } from '../elements.ts'
import { fermerLignes, montrerEndroit, montrerLignes } from './actions-objectifs.ts'
import type { Derriere } from './etat-suivre.ts'
import type { Suivre } from './suivre.ts'

const COLONNES: readonly ColonneTable[] = [
  { code: 'ligne', titre: 'Ligne', largeur: '5rem', nombre: true, etroit: 'valeur', prefixe: 'ligne' },
  { code: 'numero', titre: 'Numéro', largeur: 'minmax(9rem, 1fr)', etroit: 'titre' },
  { code: 'jour', titre: 'Date', largeur: '6.5rem', etroit: 'marque' },
  { code: 'bailleur', titre: 'Bailleur', largeur: 'minmax(8rem, 1fr)', etroit: 'absent' },
  { code: 'commune', titre: 'Commune', largeur: 'minmax(7rem, 1fr)', etroit: 'absent' },
  { code: 'quartile', titre: 'Quartile', largeur: '5rem', nombre: true, etroit: 'absent' },
  { code: 'place', titre: 'Dans l’objectif', largeur: 'minmax(11rem, 1.5fr)', etroit: 'detail' },
]

function cellule(ligne: LigneSuivie | undefined, colonne: number): string {
  if (ligne === undefined) return '…'
  const { endroit, numero, jour, bailleur, commune, quartile, place } = ligne
  return [formatNombre(endroit.ligne), numero || '—', jour, bailleur, commune, quartile || '?', place][colonne] ?? ''
}

const NOMS: Readonly<Record<PlaceVoulue, string>> = {
  toutes: 'Toutes',
  avec: 'Dans l’objectif',
  sans: 'Hors objectif',
  inconnues: 'À compléter',
}

function places(suivre: Suivre, { objectif, modalites, places: choisie, vue }: Derriere): TemplateResult {
  const offertes = (Object.keys(NOMS) as PlaceVoulue[]).filter((place) => place === 'toutes' || vue.parPlace[place] > 0)
  return bascule({
    nom: 'places',
    legende: 'Lignes à montrer',
    options: offertes.map((place) => ({
      valeur: place,
      libelle: `${NOMS[place]} (${formatNombre(vue.parPlace[place])})`,
    })),
    valeur: choisie,
    surChoix: (place) => void montrerLignes(suivre, objectif, modalites, place as PlaceVoulue),
  })
}

/** One row of the source, cell by cell, where the source cannot show it. */
export function detailLigne(suivre: Suivre): TemplateResult | typeof nothing {
  const { ligne } = suivre.etat
  if (ligne === undefined) return nothing
  return html`<section class="ligne-source" aria-live="polite">
    <div class="rangee">
      <h3>${ligne.titre}</h3>
      ${bouton({
        texte: 'Fermer',
        nom: 'Fermer la ligne',
        discret: true,
        icone: 'croix',
        surClic: () => {
          suivre.changer({ ligne: undefined })
        },
      })}
    </div>
    <dl class="fiche" tabindex="0" aria-label="Cellules de la ligne">
      ${ligne.cellules.map(
        ({ entete, valeur }) =>
          html`<div>
            <dt>${entete}</dt>
            <dd>${valeur === '' ? html`<em>vide</em>` : valeur}</dd>
          </div>`,
      )}
    </dl>
  </section>`
}

/** The rows behind a figure; opening one goes to its cell in Excel, or shows it here. */
export function vueLignes(suivre: Suivre): TemplateResult | typeof nothing {
  const { derriere } = suivre.etat
  if (derriere === undefined) return nothing
  const { vue } = derriere
  return html`<section class="panneau volet-panneau" id="lignes-derriere" tabindex="-1" aria-labelledby="lignes-titre">
    <div class="rangee suivre-lignes-tete">
      <h2 id="lignes-titre">${formatCompte(vue.nombre, 'ligne')}&#8239;: ${vue.titre}</h2>
      ${bouton({
        texte: 'Fermer',
        nom: 'Fermer les lignes',
        discret: true,
        icone: 'croix',
        surClic: () => {
          fermerLignes(suivre)
        },
      })}
    </div>
    ${places(suivre, derriere)}
    <div class="anomalies-detail" ?data-ligne=${suivre.etat.ligne !== undefined}>
      ${tableDonnees({
        libelle: `Lignes\u202f: ${vue.titre}`,
        colonnes: COLONNES,
        nombreLignes: vue.nombre,
        cellule: (i, c) => cellule(suivre.lignes.ligne(i), c),
        surSelection: (i) => {
          const ligne = suivre.lignes.ligne(i)
          if (ligne !== undefined) void montrerEndroit(suivre, ligne.endroit)
        },
      })}
      ${detailLigne(suivre)}
    </div>
  </section>`
}
