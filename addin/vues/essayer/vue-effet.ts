import { html, nothing, type TemplateResult } from 'lit'
import { formatNombre, formatTaux, PHRASE_DISTRIBUTION, PHRASE_GAINS } from '../../../core/index.ts'
import { depotFichier } from '../../../ui/depot-fichier.ts'
import { etatChargement } from '../../../ui/etats.ts'
import { etiquette } from '../../../ui/etiquette.ts'
import { icone } from '../../../ui/icones.ts'
import { tableDonnees } from '../../../ui/table-donnees.ts'
import type { ModeleTable } from '../../../ui/table-modele.ts'
import type {
  DetailVu,
  DifferencesVues,
  EffetVu,
  EssaiVu,
  ExplicationEssai,
  GainVu,
  LigneEssayee,
  MouvementVu,
} from '../../travail/essai/contrat-essai.ts'
import { bouton } from '../elements.ts'
import { expliquerDemande, fournirLogements, oublierLogements } from './actions-essai.ts'
import type { BancEssai } from './banc-essai.ts'
import { bloc } from './blocs.ts'
import { graphiqueDistribution, graphiqueMouvements, tableauBandes } from './graphiques.ts'

function part({ part: valeur }: EffetVu['listes']): string {
  return valeur === null ? '—' : formatTaux(valeur)
}

/** The first answer, always in sight: does a commission read other cases? */
export function carteListes({ effet, modifiee }: EssaiVu): TemplateResult {
  const { listes, deplacements } = effet
  return html`<section
    class="essai-carte"
    aria-label="Effet de la grille essayée"
    aria-live="polite"
    aria-atomic="true"
  >
    <p class="essai-chiffre">
      <strong>${part(listes)}</strong>
      <span
        >${listes.genre === 'fournis' ? 'des logements changent de candidats' : 'des listes de trois candidats changent'}</span
      >
    </p>
    ${
      modifiee
        ? html`<ul class="essai-sens">
            <li data-sens="monte">
              ${icone('tri-croissant')}<strong>${formatNombre(deplacements.montent)}</strong> montent
            </li>
            <li data-sens="descend">
              ${icone('tri-decroissant')}<strong>${formatNombre(deplacements.descendent)}</strong> descendent
            </li>
            <li><strong>${formatNombre(deplacements.immobiles)}</strong> à la même place</li>
          </ul>`
        : html`<p class="aide">Rien n’est changé&#8239;: déplacez un curseur, ou tapez une valeur.</p>`
    }
  </section>`
}

async function fournir(banc: BancEssai, [fichier]: readonly File[]): Promise<void> {
  if (fichier === undefined) return
  await fournirLogements(banc, fichier.name, new Uint8Array(await fichier.arrayBuffer()))
}

/** The lists in words, and the way to count them on the dwellings of the territory. */
function listes(banc: BancEssai, { listes: vues }: EffetVu, logements: string | undefined): TemplateResult {
  const fournis = vues.genre === 'fournis'
  return html`<p>${vues.phrase}</p>
    ${
      logements === undefined
        ? nothing
        : html`<p class="aide">${logements}</p>
            <div class="rangee sans-impression">
              ${bouton({ texte: 'Revenir aux communes et types recherchés', discret: true, surClic: () => void oublierLogements(banc) })}
            </div>`
    }
    <details class="repli sans-impression">
      <summary>${fournis ? 'Changer de logements' : 'Compter sur vos logements'}</summary>
      ${depotFichier({
        id: 'essai-logements',
        titre: 'Logements à attribuer',
        aide: '.xlsx ou .csv, une ligne par logement, avec sa commune et son type. Le fichier reste sur ce poste.',
        formats: '.xlsx,.xlsm,.csv',
        surFichiers: (fichiers) => void fournir(banc, fichiers),
      })}
    </details>`
}

function liste(phrases: readonly string[]): TemplateResult {
  return html`<ul class="essai-differences">
    ${phrases.map((phrase) => html`<li>${phrase}</li>`)}
  </ul>`
}

/** What differs from the grid in force, in words; the regional core apart. */
export function vueDifferences({ socle, locale }: DifferencesVues): TemplateResult | typeof nothing {
  if (socle.length === 0 && locale.length === 0) return nothing
  if (socle.length === 0) return liste(locale)
  return html`<p class="aide">Sur le socle régional</p>
    ${liste(socle)}
    ${
      locale.length === 0
        ? nothing
        : html`<p class="aide">Dans la grille locale</p>
            ${liste(locale)}`
    }`
}

function mouvements(banc: BancEssai, titre: string, liste: readonly MouvementVu[]): TemplateResult | typeof nothing {
  if (liste.length === 0) return nothing
  return html`<div>
    <h4>${titre}</h4>
    <ol class="essai-mouvants">
      ${liste.slice(0, 8).map(
        ({ demande, numero, avant, apres, gain }) =>
          html`<li>
            <button type="button" @click=${() => void expliquerDemande(banc, demande)}>
              <span>${numero}</span><span class="aide">${avant} → ${apres}</span><strong>${gain}</strong>
            </button>
          </li>`,
      )}
    </ol>
  </div>`
}

/** Why one demande moves, criterion by criterion. */
function explication(e: ExplicationEssai): TemplateResult {
  return html`<section class="essai-explication" id="essai-explication">
    <h3 tabindex="-1">Demande ${e.numero}</h3>
    <p>${e.phrase}</p>
    <table class="essai-table">
      <caption class="hors-ecran">
        Points de la demande ${e.numero}, critère par critère, avant et après
      </caption>
      <thead>
        <tr>
          <th scope="col">Critère</th>
          <th scope="col">En vigueur</th>
          <th scope="col">Essai</th>
        </tr>
      </thead>
      <tbody>
        ${e.criteres.map(
          (c) =>
            html`<tr ?data-change=${c.change}>
              <th scope="row">${c.nom}<span class="aide">${c.motif}</span></th>
              <td>${c.avant}</td>
              <td>${c.apres}</td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Note</th>
          <td>${e.noteAvant}</td>
          <td>${e.noteApres}</td>
        </tr>
        <tr>
          <th scope="row">Place</th>
          <td>${e.ordreAvant}</td>
          <td>${e.ordreApres}</td>
        </tr>
      </tfoot>
    </table>
    ${e.ajustements.map((phrase) => html`<p class="aide">${phrase}</p>`)}
  </section>`
}

function ligneGain({ nom, chiffres }: GainVu): TemplateResult {
  if (chiffres === undefined)
    return html`<tr>
      <th scope="row">${nom}</th>
      <td colspan="3">${etiquette('protege', 'moins de 11')}</td>
    </tr>`
  const { gagnants, perdants, moyen, moyenNombre } = chiffres
  return html`<tr>
    <th scope="row">${nom}<span class="aide">${chiffres.n} demandes</span></th>
    <td>${gagnants}</td>
    <td>${perdants}</td>
    <td data-sens=${moyenNombre > 0 ? 'monte' : moyenNombre < 0 ? 'descend' : 'egal'}><strong>${moyen}</strong></td>
  </tr>`
}

function gains({ gains: dimensions }: DetailVu): TemplateResult {
  return html`<p>${PHRASE_GAINS}</p>
    <table class="essai-table">
      <caption class="hors-ecran">
        Qui gagne, qui perd des places
      </caption>
      <thead>
        <tr>
          <th scope="col">Groupe</th>
          <th scope="col">Gagnent</th>
          <th scope="col">Perdent</th>
          <th scope="col">En moyenne</th>
        </tr>
      </thead>
      ${dimensions.map(
        ({ nom, groupes }) =>
          html`<tbody>
            <tr>
              <th class="essai-dimension" colspan="4" scope="rowgroup">${nom}</th>
            </tr>
            ${groupes.map(ligneGain)}
          </tbody>`,
      )}
    </table>`
}

function publics({ publics: liste }: DetailVu): TemplateResult {
  return html`<ul class="essai-publics">
    ${liste.map(
      ({ nom, avant, apres, partAvant, partApres }) =>
        html`<li>
          <span>${nom}</span><span>${avant} → <strong>${apres}</strong></span>
          <span
            class="essai-jauge"
            aria-hidden="true"
            .style=${`--avant: ${String(partAvant)}; --apres: ${String(partApres)}`}
          ></span>
        </li>`,
    )}
  </ul>`
}

const COLONNES: ModeleTable['colonnes'] = [
  { code: 'ordre', titre: 'Place', largeur: '4rem', nombre: true, etroit: 'detail', prefixe: 'place' },
  { code: 'numero', titre: 'Numéro unique', largeur: 'minmax(10.25rem, 1fr)', etroit: 'titre' },
  { code: 'note', titre: 'Points', largeur: '4rem', nombre: true, etroit: 'valeur' },
  { code: 'avant', titre: 'Avant', largeur: '4rem', nombre: true, etroit: 'absent' },
  { code: 'gain', titre: 'Mouvement', largeur: '6rem', nombre: true, etroit: 'marque' },
]

function cellule(ligne: LigneEssayee | undefined, colonne: string): TemplateResult | string {
  if (ligne === undefined) return colonne === 'numero' ? '…' : ''
  if (colonne === 'gain') return html`<span data-sens=${ligne.sens}>${ligne.gain}</span>`
  return { ordre: ligne.ordre, numero: ligne.numero, note: ligne.note, avant: ligne.avant }[colonne] ?? ''
}

let dernier: { readonly version: number; readonly modele: ModeleTable } | undefined

/** The same model as long as the grid tried is the same: a new one would send the reader back to the top. */
function modele(banc: BancEssai, { version, effet }: EssaiVu): ModeleTable {
  if (dernier?.version === version) return dernier.modele
  const neuf: ModeleTable = {
    libelle: 'Classement avec la grille essayée',
    colonnes: COLONNES,
    nombreLignes: effet.demandes,
    cellule: (i, c) => cellule(banc.classees.ligne(i), COLONNES[c]?.code ?? ''),
    surSelection: (i) => {
      const ligne = banc.classees.ligne(i)
      if (ligne !== undefined) void expliquerDemande(banc, ligne.demande)
    },
  }
  dernier = { version, modele: neuf }
  return neuf
}

function detailOuAttente(detail: DetailVu | undefined, montrer: (d: DetailVu) => TemplateResult): TemplateResult {
  return detail === undefined ? etatChargement('Calcul des mesures…', 3) : montrer(detail)
}

/** Everything that the grid tried changes, from what matters most. */
export function vueEffet(banc: BancEssai, essai: EssaiVu): TemplateResult {
  const { effet, modifiee, logements } = essai
  const { detail, explication: expliquee } = banc.etat
  const { deplacements } = effet
  const mouvementsVus = html`<p>${deplacements.phrase}</p>
    ${modifiee ? graphiqueMouvements(deplacements) : nothing}`
  const changent = html`<div class="essai-deux">
      ${mouvements(banc, 'Montent le plus', effet.montees)} ${mouvements(banc, 'Descendent le plus', effet.descentes)}
    </div>
    ${expliquee === undefined ? html`<p class="aide">${icone('info')} Choisissez une demande pour voir pourquoi elle bouge.</p>` : explication(expliquee)}`
  return html`<div class="essai-effet">
    ${bloc('Les listes de trois candidats', listes(banc, effet, logements))} ${bloc('Les mouvements', mouvementsVus)}
    ${modifiee ? bloc('Qui bouge le plus', changent) : nothing}
    ${bloc(
      'Les notes',
      html`<p>${PHRASE_DISTRIBUTION}</p>
        ${graphiqueDistribution(effet.distribution, PHRASE_DISTRIBUTION)}`,
    )}
    ${
      modifiee
        ? html`${bloc('Gagnants et perdants', detailOuAttente(detail, gains))}
          ${bloc(
            'Le premier dixième de la liste',
            detailOuAttente(
              detail,
              (d) =>
                html`<p>Part de chaque public parmi les premières demandes, avant et après.</p>
                  ${publics(d)}
                  <ul class="essai-phrases">
                    ${d.tetes.map((phrase) => html`<li>${phrase}</li>`)}
                  </ul>`,
            ),
          )}
          ${bloc(
            'D’un dixième à l’autre',
            detailOuAttente(
              detail,
              ({ bandes, accord }) =>
                html`<p>${bandes.phrase}</p>
                  ${tableauBandes(bandes.table)}
                  <p class="aide">${accord}</p>`,
            ),
          )}`
        : nothing
    }
    ${bloc('Le classement essayé', tableDonnees(modele(banc, essai)))}
  </div>`
}
