import { html, nothing, type TemplateResult } from 'lit'
import { cleTexte, formatCompte, francais } from '../../../core/index.ts'
import { CATALOGUE, type Indicateur } from '../../../core/observatoire/index.ts'
import { choix, saisie } from '../../../ui/champ.ts'
import { etatVide } from '../../../ui/etats.ts'
import type { Contexte } from '../../modeles/contexte.ts'
import type { Hote, Vue } from '../vue.ts'
import { REGLES } from './regles.ts'

const THEMES: ReadonlyMap<string, string> = new Map([
  ['objectifs', 'Objectifs de la loi'],
  ['demande', 'Demande'],
  ['tension', 'Pression de la demande'],
  ['attributions', 'Attributions'],
  ['parcours', 'Parcours en commission'],
  ['offre', 'Parc et offre'],
  ['vigilance', 'Vigilance des quartiers'],
  ['ressources', 'Ressources'],
  ['reforme', 'Réforme'],
  ['reperes', 'Repères publics'],
  ['partenariats', 'Partenariats'],
])

const SENS = { plus: 'plus est mieux', moins: 'moins est mieux' } as const

function nomTheme(theme: string): string {
  return THEMES.get(theme) ?? `${theme.charAt(0).toUpperCase()}${theme.slice(1)}`
}

/** The catalogue, and what opened files define beside it. */
function indicateursDe({ table }: Contexte): readonly Indicateur[] {
  const connus = new Set(CATALOGUE.map(({ id }) => id))
  return [...CATALOGUE, ...table.indicateurs.filter(({ id }) => !connus.has(id))]
}

function retenus(contexte: Contexte): readonly Indicateur[] {
  const { theme, mots = '' } = contexte.selection
  const cherches = mots.split(/\s+/u).map(cleTexte)
  return indicateursDe(contexte).filter((indicateur) => {
    const cle = cleTexte(`${indicateur.nom} ${indicateur.question ?? ''} ${indicateur.definition} ${indicateur.id}`)
    return (theme === undefined || indicateur.theme === theme) && cherches.every((mot) => cle.includes(mot))
  })
}

function fait(terme: string, valeur: string | undefined): TemplateResult | typeof nothing {
  if (valeur === undefined) return nothing
  return html`<div>
    <dt>${terme}</dt>
    <dd>${valeur}</dd>
  </div>`
}

function fiche(indicateur: Indicateur, connu: boolean, hote: Hote): TemplateResult {
  const { id, version, nom, question, definition, unite, sens, additif, base_legale, source, pieges = [] } = indicateur
  return html`<article class="obs-definition" aria-labelledby="def-${id}">
    <h3 id="def-${id}">${nom}</h3>
    ${question === undefined ? nothing : html`<p class="obs-question">${question}</p>`}
    <p>${francais(definition)}</p>
    ${
      pieges.length === 0
        ? nothing
        : html`<ul>
            ${pieges.map((piege) => html`<li>${francais(piege)}</li>`)}
          </ul>`
    }
    <dl>
      ${fait('Unité', sens === null ? unite : `${unite}, ${SENS[sens]}`)}
      ${fait('Réagrégation', additif ? 'numérateurs et dénominateurs s’additionnent' : 'aucune')}
      ${fait('Base légale', base_legale)} ${fait('Source', source)}
      ${fait('Identifiant', `${id}, version ${String(version)}`)}
    </dl>
    ${
      connu
        ? html`<p class="sans-impression">
            <a
              href=${hote.lien({ vue: 'portrait', indicateur: id, periode: undefined, theme: undefined, mots: undefined })}
              >Voir ce chiffre<span class="hors-ecran">&#8239;: ${nom}</span></a
            >
          </p>`
        : nothing
    }
  </article>`
}

function filtres(contexte: Contexte, hote: Hote): TemplateResult {
  const themes = [...new Set(indicateursDe(contexte).map(({ theme }) => theme))]
  return html`<div class="obs-controles sans-impression" role="search" aria-label="Chercher une définition">
    ${saisie({
      id: 'mots',
      libelle: 'Mots d’une définition',
      genre: 'recherche',
      valeur: contexte.selection.mots ?? '',
      surSaisie: (mots) => {
        hote.preciser({ mots: mots === '' ? undefined : mots })
      },
    })}
    ${choix({
      id: 'theme-definition',
      libelle: 'Thème',
      options: [
        { valeur: '', libelle: 'Tous les thèmes' },
        ...themes.map((theme) => ({ valeur: theme, libelle: nomTheme(theme) })),
      ],
      valeur: contexte.selection.theme ?? '',
      surChoix: (theme) => {
        hote.choisir({ theme: theme === '' ? undefined : theme })
      },
    })}
  </div>`
}

function definitions(contexte: Contexte, hote: Hote): TemplateResult {
  const trouves = retenus(contexte)
  const charges = new Set(contexte.table.indicateurs.map(({ id }) => id))
  const themes = [...new Set(trouves.map(({ theme }) => theme))]
  if (trouves.length === 0) {
    return etatVide({
      icone: 'recherche',
      titre: 'Aucune définition ne correspond',
      texte: 'Essayez un autre mot, ou tous les thèmes.',
      actions: html`<a class="obs-bouton" href=${hote.lien({ mots: undefined, theme: undefined })}>Tout montrer</a>`,
    })
  }
  return html`${themes.map(
    (theme) =>
      html`<section class="obs-bloc" aria-labelledby="theme-${theme}">
        <h2 id="theme-${theme}">${nomTheme(theme)}</h2>
        <div class="obs-definitions">
          ${trouves.filter((i) => i.theme === theme).map((indicateur) => fiche(indicateur, charges.has(indicateur.id), hote))}
        </div>
      </section>`,
  )}`
}

function regles(): TemplateResult {
  return html`<section class="obs-bloc" aria-labelledby="titre-regles">
    <h2 id="titre-regles">Comment la page compare</h2>
    <dl class="obs-regles">
      ${REGLES.map(
        ({ titre, texte }) =>
          html`<div>
            <dt>${francais(titre)}</dt>
            <dd>${francais(texte)}</dd>
          </div>`,
      )}
    </dl>
  </section>`
}

/** What each figure measures, from the catalogue itself, and how the page compares. */
export function voir(contexte: Contexte): Vue {
  return {
    titre: 'Comment les chiffres sont-ils faits\u202f?',
    sousTitre: `${formatCompte(indicateursDe(contexte).length, 'définition')}, écrites depuis le catalogue`,
    figures: [],
    gabarit: (hote) => html`${regles()} ${filtres(contexte, hote)} ${definitions(contexte, hote)}`,
  }
}
