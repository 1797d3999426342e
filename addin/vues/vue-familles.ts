import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte } from '../../core/index.ts'
import { choix } from '../../ui/champ.ts'
import { etiquette } from '../../ui/etiquette.ts'
import { icone } from '../../ui/icones.ts'
import type { CritereResume, FamilleVue } from '../travail/contrat-grille.ts'
import { editer, ouvrirCritere } from './actions-grille.ts'
import { bouton } from './elements.ts'
import { choixEdite, texteEdite } from './saisies-formulaire.ts'
import { vueCritere } from './vue-critere.ts'
import type { Volet } from './volet.ts'

const CUMULS = [
  { valeur: 'somme', libelle: 'Les points s’additionnent' },
  { valeur: 'maximum', libelle: 'Seul le plus élevé compte' },
] as const

function critere(volet: Volet, { code, nom, regle, verrouille }: CritereResume): TemplateResult {
  const ouvert = volet.etat.critere?.code === code ? volet.etat.critere : undefined
  return html`<li class="critere">
    <button
      type="button"
      class="critere-ouvrir"
      aria-expanded=${ouvert === undefined ? 'false' : 'true'}
      @click=${() => void ouvrirCritere(volet, code)}
    >
      <span class="critere-nom">${nom}</span>
      ${verrouille ? etiquette('protege', 'socle') : icone(ouvert === undefined ? 'editer' : 'croix')}
      <span class="critere-regle">${regle}</span>
    </button>
    ${ouvert === undefined ? nothing : vueCritere(volet, ouvert)}
  </li>`
}

function reglesFamille(volet: Volet, { code, nom, cumul, plafond, plancher }: FamilleVue): TemplateResult {
  const id = (quoi: string): string => `f-${code}-${quoi}`
  return html`<details class="repli famille-regles">
    <summary>Régler la famille</summary>
    <div class="critere-champs">
      ${texteEdite(volet, {
        id: id('nom'),
        libelle: 'Nom de la famille',
        valeur: nom,
        operation: (texte) => ({ geste: 'nom-famille', famille: code, nom: texte }),
      })}
      ${choixEdite(volet, {
        id: id('cumul'),
        libelle: 'Cumul',
        options: CUMULS,
        valeur: cumul,
        operation: (choisi) => ({ geste: 'cumul', famille: code, cumul: choisi }),
      })}
      ${(['plafond', 'plancher'] as const).map((limite) =>
        texteEdite(volet, {
          id: id(limite),
          libelle: limite === 'plafond' ? 'Points au plus' : 'Points au moins',
          valeur: limite === 'plafond' ? plafond : plancher,
          nombre: true,
          operation: (valeur) => ({ geste: 'limite', famille: code, limite, valeur }),
        }),
      )}
    </div>
    ${bouton({
      texte: 'Retirer la famille',
      discret: true,
      icone: 'retirer',
      nom: `Retirer la famille ${nom}`,
      surClic: () => void editer(volet, id('retirer'), { geste: 'retirer-famille', famille: code }),
    })}
    <p class="aide">Ses critères restent, sans famille.</p>
  </details>`
}

function famille(volet: Volet, vue: FamilleVue): TemplateResult {
  const { code, nom, regle, criteres } = vue
  return html`<details class="repli" data-famille=${code}>
    <summary>${nom} <span class="aide">${formatCompte(criteres.length, 'critère')}, ${regle}</span></summary>
    ${code === '' ? nothing : reglesFamille(volet, vue)}
    <ul class="famille-criteres">
      ${criteres.map((c) => critere(volet, c))}
    </ul>
  </details>`
}

/** Adding a criterion: its field, then how it gives points. It is valid at once, to be adjusted. */
function ajout(volet: Volet, { familles }: { readonly familles: readonly FamilleVue[] }): TemplateResult {
  const { champsProposes } = volet.etat
  const [derniere] = familles.filter(({ code }) => code !== '').slice(-1)
  const ajouter = (code: string): void => {
    if (code === '') return
    void editer(volet, 'ajout', { geste: 'ajouter-critere', champ: code, genre: 'fixe', famille: derniere?.code ?? '' })
  }
  return html`<div class="critere-champs">
    ${choix({
      id: 'ajout',
      libelle: 'Ajouter un critère sur',
      options: [
        { valeur: '', libelle: 'Choisir un champ' },
        ...champsProposes.map(({ code, libelle }) => ({ valeur: code, libelle })),
      ],
      valeur: '',
      surChoix: ajouter,
    })}
    ${choixRegle(volet)}
  </div>`
}

/** A criterion that rests on a number can give points by unit or by bracket: offered once it is open. */
function choixRegle(volet: Volet): TemplateResult | typeof nothing {
  const mesures = volet.etat.champsProposes.filter(({ regles }) => regles.length > 1)
  return choix({
    id: 'ajout-mesure',
    libelle: 'Ajouter un barème sur',
    options: [
      { valeur: '', libelle: 'Choisir un nombre' },
      ...mesures.flatMap(({ code, libelle }) => [
        { valeur: `${code} unites`, libelle: `${libelle}\u202f: par unité` },
        { valeur: `${code} tranches`, libelle: `${libelle}\u202f: par tranches` },
      ]),
    ],
    valeur: '',
    surChoix: (choisi) => {
      const [champ = '', genre = ''] = choisi.split(' ')
      if (genre === 'unites' || genre === 'tranches')
        void editer(volet, 'ajout-mesure', { geste: 'ajouter-critere', champ, genre, famille: '' })
    },
  })
}

/** The families of the grid, their criteria, each open to change. */
export function vueFamilles(volet: Volet, familles: readonly FamilleVue[]): TemplateResult {
  return html`<div class="replis">${familles.map((f) => famille(volet, f))}</div>
    ${ajout(volet, { familles })}
    <div class="rangee">
      ${bouton({
        texte: 'Ajouter une famille',
        discret: true,
        icone: 'ajouter',
        surClic: () => void editer(volet, 'ajout-famille', { geste: 'ajouter-famille', nom: 'Nouvelle famille' }),
      })}
    </div>`
}
