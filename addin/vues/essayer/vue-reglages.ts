import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { cleTexte, formatCompte } from '../../../core/index.ts'
import { champ, saisie } from '../../../ui/champ.ts'
import { etiquette } from '../../../ui/etiquette.ts'
import { etatVide } from '../../../ui/etats.ts'
import { icone } from '../../../ui/icones.ts'
import type { CritereRegle, FamilleReglee, ReglagesVus, ReglageVu } from '../../travail/essai/contrat-essai.ts'
import { bouton } from '../elements.ts'
import { bouger, operer, poser } from './actions-essai.ts'
import type { BancEssai } from './banc-essai.ts'

function valeurDe(banc: BancEssai, { id, valeur }: ReglageVu): string {
  return banc.etat.brouillons.get(id) ?? valeur
}

function erreurDe(banc: BancEssai, id: string): { readonly erreur?: string } {
  const { refusee } = banc.etat
  return refusee?.id === id ? { erreur: `${refusee.raison} L’essai garde sa valeur d’avant.` } : {}
}

function saisi(evenement: Event): string {
  return (evenement.currentTarget as HTMLInputElement).value
}

/** A slider gives numbers of the machine; a grid is typed with a comma. */
function enFrancais(nombre: string): string {
  return nombre.replace('.', ',')
}

function nombreDe(texte: string): number {
  return Number(texte.replace(',', '.').replace(/\s/gu, '')) || 0
}

function direEnForce({ enForce, unite, valeur }: ReglageVu): string {
  if (enForce === '') return 'aucun en vigueur'
  return enForce === valeur ? 'en vigueur' : `en vigueur\u202f: ${enForce}${unite === 'points' ? '' : ` ${unite}`}`
}

function champTexte(banc: BancEssai, reglage: ReglageVu, nom: string, desactive: boolean): TemplateResult {
  const { id, genre } = reglage
  return html`<input
    id=${id}
    class="reglage-saisie"
    type="text"
    inputmode=${genre === 'points' || genre === 'limite' ? 'decimal' : 'text'}
    ?data-nombre=${genre === 'points' || genre === 'limite'}
    autocomplete="off"
    aria-label=${nom}
    aria-invalid=${banc.etat.refusee?.id === id ? 'true' : nothing}
    aria-describedby="${id}-etat"
    .value=${live(valeurDe(banc, reglage))}
    ?disabled=${desactive}
    @change=${(evenement: Event) => {
      poser(banc, id, saisi(evenement))
    }}
  />`
}

/** A slider and its field: the same value, two ways to move it. */
function reglagePoints(banc: BancEssai, reglage: ReglageVu, nom: string, desactive: boolean): TemplateResult {
  const { id, curseur } = reglage
  if (curseur === undefined) return html``
  const valeur = valeurDe(banc, reglage)
  const { min, max, pas } = curseur
  const force = (nombreDe(reglage.enForce) - min) / (max - min || 1)
  return html`<div class="reglage-curseur">
      <input
        id="${id}-curseur"
        type="range"
        min=${min}
        max=${max}
        step=${pas}
        aria-label=${nom}
        aria-valuetext=${valeur === '' ? 'retiré' : `${valeur} points`}
        .value=${live(String(nombreDe(valeur)))}
        ?disabled=${desactive}
        @input=${(evenement: Event) => {
          bouger(banc, id, enFrancais(saisi(evenement)))
        }}
        @change=${(evenement: Event) => {
          poser(banc, id, enFrancais(saisi(evenement)))
        }}
      />
      <span class="reglage-repere" .style=${`--part: ${String(force)}`} ?hidden=${reglage.enForce === ''}></span>
    </div>
    ${champTexte(banc, reglage, `${nom}, valeur`, desactive)}`
}

function erreur(banc: BancEssai, id: string): TemplateResult | typeof nothing {
  const { erreur: texte } = erreurDe(banc, id)
  return texte === undefined
    ? nothing
    : html`<p class="champ-erreur" role="alert">${icone('erreur')}<span>${texte}</span></p>`
}

function lignePoints(banc: BancEssai, critere: CritereRegle, reglage: ReglageVu): TemplateResult {
  const seul = critere.points.length === 1
  const libelle = seul ? critere.nom : reglage.libelle
  const nom = seul ? critere.nom : `${critere.nom}, ${reglage.libelle}`
  const change = valeurDe(banc, reglage) !== reglage.enForce
  return html`<div class="reglage" ?data-change=${change}>
    <div class="reglage-tete">
      <span class="reglage-nom">${libelle}</span>
      ${seul ? marques(critere) : nothing}
      <span class="aide" id="${reglage.id}-etat">${direEnForce({ ...reglage, valeur: valeurDe(banc, reglage) })}</span>
    </div>
    ${reglagePoints(banc, reglage, nom, critere.verrouille)} ${erreur(banc, reglage.id)}
  </div>`
}

function marques({ verrouille, retire, ajoute }: CritereRegle): TemplateResult | typeof nothing {
  if (verrouille) return etiquette('protege', 'socle')
  if (retire) return etiquette('neutre', 'retiré')
  return ajoute ? etiquette('neutre', 'ajouté') : nothing
}

function borne(banc: BancEssai, reglage: ReglageVu, desactive: boolean): TemplateResult {
  const { id, libelle, enForce, valeur } = reglage
  return champ(
    {
      id,
      libelle,
      aide: enForce === valeur ? '' : `En vigueur\u202f: ${enForce === '' ? 'aucun' : enForce}`,
      ...erreurDe(banc, id),
    },
    ({ describedby, invalid }) =>
      html`<div class="saisie">
        <input
          id=${id}
          type="text"
          autocomplete="off"
          .value=${live(valeurDe(banc, reglage))}
          ?disabled=${desactive}
          aria-describedby=${describedby}
          aria-invalid=${invalid}
          @change=${(evenement: Event) => {
            poser(banc, id, saisi(evenement))
          }}
        />
        ${reglage.unite === '' ? nothing : html`<span class="saisie-unite">${reglage.unite}</span>`}
      </div>`,
  )
}

function vueCritere(banc: BancEssai, critere: CritereRegle): TemplateResult {
  const { points, bornes, nom, phrase, change, verrouille } = critere
  const plusieurs = points.length > 1
  return html`<li class="essai-critere" ?data-change=${change}>
    ${plusieurs ? html`<p class="reglage-nom">${nom} ${marques(critere)}</p>` : nothing}
    ${points.map((reglage) => lignePoints(banc, critere, reglage))}
    ${
      bornes.length === 0
        ? nothing
        : html`<details class="essai-bornes">
            <summary>Bornes</summary>
            <p class="aide">${phrase}</p>
            <div class="essai-champs">${bornes.map((reglage) => borne(banc, reglage, verrouille))}</div>
          </details>`
    }
  </li>`
}

function famille(banc: BancEssai, vue: FamilleReglee, ouverte: boolean): TemplateResult {
  const { code, nom, limites, criteres } = vue
  const changes = criteres.filter(({ change }) => change).length
  return html`<details class="repli" ?open=${ouverte} data-famille=${code}>
    <summary>
      ${nom}
      <span class="aide"
        >${formatCompte(criteres.length, 'critère')}${changes === 0 ? '' : `, dont ${formatCompte(changes, 'changé')}`}</span
      >
    </summary>
    <ul class="essai-criteres">
      ${criteres.map((critere) => vueCritere(banc, critere))}
    </ul>
    ${
      limites.length === 0
        ? nothing
        : html`<div class="essai-champs essai-limites">${limites.map((reglage) => borne(banc, reglage, false))}</div>`
    }
  </details>`
}

function retenues(familles: readonly FamilleReglee[], recherche: string): readonly FamilleReglee[] {
  const mot = cleTexte(recherche)
  if (mot === '') return familles
  return familles
    .map((vue) => ({
      ...vue,
      criteres: vue.criteres.filter(({ nom, code, phrase }) => cleTexte(`${nom} ${code} ${phrase}`).includes(mot)),
    }))
    .filter(({ criteres }) => criteres.length > 0)
}

const DEPARTAGES = [
  ['date_depot croissant', 'la plus ancienne d’abord'],
  ['dalo : oui d’abord', 'les reconnus DALO d’abord'],
  ['nb_personnes décroissant', 'les ménages les plus grands d’abord'],
  ['ressources_uc croissant', 'les ressources les plus basses d’abord'],
] as const

/** A tie-break in words when it is a usual one, as the grid writes it otherwise. */
function libelleDepartage(ecrit: string): string {
  const cle = cleTexte(ecrit)
  return DEPARTAGES.find(([connu]) => cleTexte(connu) === cle)?.[1] ?? ecrit
}

function departages(banc: BancEssai, { departages: liste, departageChange }: ReglagesVus): TemplateResult {
  const agir = (rang: number, texte: string, operation: Parameters<typeof operer>[2]): TemplateResult =>
    bouton({
      texte,
      discret: true,
      nom: `${texte}\u202f: départage ${String(rang + 1)}`,
      surClic: () => void operer(banc, 'essai-departage', operation),
    })
  return html`<h3>À note égale ${departageChange ? etiquette('neutre', 'changé') : nothing}</h3>
    <ol class="essai-departages">
      ${liste.map(
        ({ rang, ecrit }) =>
          html`<li>
            <span>${String(rang + 1)}. ${libelleDepartage(ecrit)}</span>
            <span class="rangee">
              ${rang === 0 ? nothing : agir(rang, 'Monter', { geste: 'deplacer-departage', rang, pas: -1 })}
              ${agir(rang, 'Retirer', { geste: 'retirer-departage', rang })}
            </span>
          </li>`,
      )}
      ${liste.length === 0 ? html`<li class="aide">Aucun départage&#8239;: le numéro unique tranche.</li>` : nothing}
    </ol>
    <div class="rangee">
      ${DEPARTAGES.filter(([ecrit]) => !liste.some((d) => cleTexte(d.ecrit) === cleTexte(ecrit))).map(
        ([ecrit, libelle]) =>
          bouton({
            texte: libelle,
            discret: true,
            icone: 'ajouter',
            nom: `Ajouter un départage\u202f: ${libelle}`,
            surClic: () =>
              void operer(banc, 'essai-departage', {
                geste: 'ajouter-departage',
                departage: ecrit.replace(' :', '\u202f:'),
              }),
          }),
      )}
    </div>
    ${erreur(banc, 'essai-departage')}`
}

function ensemble(banc: BancEssai, reglages: ReglagesVus): TemplateResult {
  return html`<details class="repli">
    <summary>L’ensemble <span class="aide">limites de la note, départage</span></summary>
    <div class="essai-champs">${reglages.ensemble.map((reglage) => borne(banc, reglage, false))}</div>
    ${departages(banc, reglages)}
  </details>`
}

/** Everything that can be moved, family by family. */
export function vueReglages(banc: BancEssai, reglages: ReglagesVus): TemplateResult {
  const { recherche } = banc.etat
  const familles = retenues(reglages.familles, recherche)
  return html`<section class="essai-reglages" aria-label="Réglages de la grille essayée">
    ${saisie({
      id: 'essai-recherche',
      libelle: 'Trouver un critère',
      genre: 'recherche',
      valeur: recherche,
      exemple: 'DALO, ancienneté…',
      surSaisie: (texte) => {
        banc.changer({ recherche: texte })
      },
    })}
    ${
      familles.length === 0
        ? etatVide({
            titre: 'Aucun critère ne correspond',
            texte: `«\u202f${recherche}\u202f» n’est dans aucun nom de critère.`,
          })
        : html`<div class="replis">
            ${familles.map((vue, rang) => famille(banc, vue, recherche !== '' || rang === 0))}
            ${recherche === '' ? ensemble(banc, reglages) : nothing}
          </div>`
    }
  </section>`
}
