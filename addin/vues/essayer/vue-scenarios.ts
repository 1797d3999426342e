import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte } from '../../../core/index.ts'
import { bandeau } from '../../../ui/bandeau.ts'
import { saisie } from '../../../ui/champ.ts'
import { etatVide } from '../../../ui/etats.ts'
import { depotFichier } from '../../../ui/depot-fichier.ts'
import type { EssaiVu, ScenarioEcrit } from '../../travail/essai/contrat-essai.ts'
import { bouton, panneau } from '../elements.ts'
import {
  essayerScenario,
  exporterScenario,
  garderScenario,
  ouvrirScenarios,
  remettreEnForce,
  reprendre,
  retirerScenario,
} from './actions-scenarios.ts'
import type { BancEssai } from './banc-essai.ts'
import { vueDifferences } from './vue-effet.ts'
import { vueProduits } from './vue-produits.ts'

/** The grid tried was made the grid in force: it can be undone. */
export function avisReprise(banc: BancEssai, { modifiee }: EssaiVu): TemplateResult | typeof nothing {
  if (modifiee || banc.etat.reprise === undefined) return nothing
  return bandeau({
    genre: 'succes',
    titre: 'La grille essayée est maintenant la grille en vigueur',
    textes: ['Les demandes sont cotées avec elle.'],
    actions: bouton({ texte: 'Remettre la grille d’avant', surClic: () => void remettreEnForce(banc) }),
  })
}

/** What to do of the grid tried: keep it under a name, or make it the grid in force. */
export function garderOuReprendre(banc: BancEssai, { modifiee }: EssaiVu): TemplateResult | typeof nothing {
  if (!modifiee) return nothing
  return html`${bouton({
    texte: 'Garder ce scénario',
    icone: 'enregistrer',
    surClic: () => {
      banc.changer({ page: 'scenarios' })
      document.querySelector<HTMLElement>('#essai-nom')?.focus()
    },
  })}
  ${bouton({
    texte: 'Reprendre cette grille',
    discret: true,
    nom: 'Reprendre cette grille\u202f: elle devient la grille en vigueur',
    surClic: () => void reprendre(banc),
  })}`
}

function nouveau(banc: BancEssai, { modifiee, differences }: EssaiVu): TemplateResult {
  if (!modifiee) {
    return etatVide({
      icone: 'essai',
      titre: 'Rien à garder encore',
      texte: 'La grille essayée est celle en vigueur. Changez des points, puis revenez lui donner un nom.',
    })
  }
  return html`${vueDifferences(differences)}
    <form
      class="essai-nommer"
      @submit=${(evenement: Event) => {
        evenement.preventDefault()
        void garderScenario(banc)
      }}
    >
      ${saisie({
        id: 'essai-nom',
        libelle: 'Nom du scénario',
        exemple: 'DALO à 40',
        valeur: banc.etat.nomScenario,
        surSaisie: (nomScenario) => {
          banc.changer({ nomScenario })
        },
      })}
      ${bouton({ texte: 'Garder', principal: true, icone: 'enregistrer', surClic: () => void garderScenario(banc) })}
    </form>`
}

function effet({ etat: { comparaison } }: BancEssai, id: string): TemplateResult | typeof nothing {
  const resume = comparaison.find((candidat) => candidat.id === id)
  if (resume === undefined) return nothing
  const { listes, montent, descendent, moyen, part } = resume
  return html`<p class="essai-resume">
      <span class="essai-jauge" aria-hidden="true" .style=${`--avant: 0; --apres: ${String(part)}`}></span>
      <strong>${listes}</strong> des listes changent&#8239;; ${montent} demandes montent, ${descendent} descendent,
      ${moyen} places en moyenne.
    </p>
    <p class="aide">${resume.differences.join('\u202f; ')}</p>`
}

function scenario(banc: BancEssai, s: ScenarioEcrit): TemplateResult {
  const fichiers = banc.volet.hote.sortie.moyens.includes('telecharger')
  const courant = banc.etat.essai?.essayee.empreinte === s.empreinte
  return html`<li class="essai-scenario" ?data-courant=${courant}>
    <div>
      <strong>${s.nom}</strong>
      <span class="aide">${courant ? 'à l’essai, ' : ''}empreinte ${s.empreinte.slice(7, 19)}…</span>
    </div>
    ${effet(banc, s.id)}
    <div class="rangee">
      ${bouton({ texte: 'Essayer', nom: `Essayer ${s.nom}`, surClic: () => void essayerScenario(banc, s) })}
      ${bouton({
        texte: fichiers ? 'Fichier .json' : 'Copier en .json',
        discret: true,
        icone: fichiers ? 'telecharger' : 'copier',
        nom: `${fichiers ? 'Enregistrer' : 'Copier'} ${s.nom} en .json`,
        surClic: () => void exporterScenario(banc, s),
      })}
      ${bouton({
        texte: 'Retirer',
        discret: true,
        nom: `Retirer ${s.nom}`,
        surClic: () => void retirerScenario(banc, s.id),
      })}
    </div>
  </li>`
}

async function lus(fichiers: readonly File[]) {
  return Promise.all(fichiers.map(async (f) => ({ nom: f.name, octets: new Uint8Array(await f.arrayBuffer()) })))
}

/** The named grids: kept, opened again, given as files. */
export function vueScenarios(banc: BancEssai): TemplateResult {
  const { scenarios, essai } = banc.etat
  return html`<div class="deux-colonnes">
    <div>
      ${essai === undefined ? nothing : panneau('La grille essayée', nouveau(banc, essai))}
      ${panneau(
        'Ouvrir un scénario',
        depotFichier({
          id: 'essai-fichier',
          titre: 'Une grille à essayer',
          aide: '.json, ou un classeur avec une feuille Grille. Une grille locale s’ouvre avec son socle.',
          formats: '.json,.xlsx,.xlsm',
          plusieurs: true,
          surFichiers: (fichiers) => void lus(fichiers).then((f) => ouvrirScenarios(banc, f)),
        }),
      )}
    </div>
    <div>
      ${panneau(
        'Scénarios face à la grille en vigueur',
        scenarios.length === 0
          ? etatVide({ titre: 'Aucun scénario', texte: 'Une grille essayée et nommée se retrouve ici.' })
          : html`<ul class="essai-scenarios">
              ${scenarios.map((s) => scenario(banc, s))}
            </ul>`,
        scenarios.length === 0 ? undefined : formatCompte(scenarios.length, 'scénario'),
      )}
      ${essai !== undefined && (scenarios.length > 0 || essai.modifiee) ? vueProduits(banc) : nothing}
    </div>
  </div>`
}
