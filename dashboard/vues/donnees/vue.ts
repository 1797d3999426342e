import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte, formatNombre, francais } from '../../../core/index.ts'
import { direConflit, estFictif, REGLE_CONFLITS, type Jeu } from '../../../core/observatoire/index.ts'
import { bandeau } from '../../../ui/bandeau.ts'
import { depotFichier } from '../../../ui/depot-fichier.ts'
import { etiquette } from '../../../ui/etiquette.ts'
import { icone } from '../../../ui/icones.ts'
import type { Application, Ouvert } from '../../application.ts'
import { ecrireDate } from '../../modeles/provenance.ts'
import type { Contexte } from '../../modeles/contexte.ts'
import type { Hote, Vue } from '../vue.ts'

function fait(terme: string, valeur: string | undefined): TemplateResult | typeof nothing {
  if (valeur === undefined) return nothing
  return html`<div>
    <dt>${terme}</dt>
    <dd>${valeur}</dd>
  </div>`
}

/** How many figures a dataset holds, withheld ones among them. */
interface Comptes {
  readonly chiffres: number
  readonly retenus: number
}

function compter({ observations: { secret } }: Jeu): Comptes {
  return { chiffres: secret.length, retenus: secret.filter((motif) => motif !== null).length }
}

/** Who published it, when, with which version, and what it holds. */
function fiche(
  jeu: Jeu,
  { chiffres, retenus }: Comptes,
  fichier: string,
  action: TemplateResult | typeof nothing,
): TemplateResult {
  const { titre, producteur, fait_le, version_moteur, profil_secret, empreinte, initiatives } = jeu
  return html`<li class="obs-publication">
    <div class="obs-publication-tete">
      <h3>${titre} ${estFictif(jeu) ? etiquette('provisoire', 'exemple fictif') : nothing}</h3>
      ${action}
    </div>
    <dl>
      ${fait('Publié par', producteur)} ${fait('Fait le', ecrireDate(fait_le))} ${fait('Fichier', fichier)}
      ${fait('Contenu', contenu(chiffres, retenus, initiatives.length))}
      ${fait('Protection', profil_secret === undefined ? undefined : `profil ${profil_secret}`)}
      ${fait('Version du moteur', version_moteur)} ${fait('Empreinte', empreinte?.slice(0, 19))}
    </dl>
  </li>`
}

function contenu(chiffres: number, retenus: number, initiatives: number): string {
  return [
    ...(chiffres === 0 ? [] : [formatCompte(chiffres, 'chiffre')]),
    ...(retenus === 0 ? [] : [`${formatNombre(retenus)} retenus`]),
    ...(initiatives === 0 ? [] : [formatCompte(initiatives, 'initiative')]),
  ].join(', ')
}

function ouvert(application: Application, lu: Ouvert): TemplateResult {
  return fiche(
    lu.jeu,
    { chiffres: lu.table.nombre, retenus: lu.retenus },
    lu.fichier,
    html`<button
      type="button"
      class="obs-retirer sans-impression"
      aria-label="Retirer ${lu.fichier}"
      @click=${() => {
        application.retirer(lu)
      }}
    >
      ${icone('croix')}
    </button>`,
  )
}

function publications(application: Application): TemplateResult {
  const { ouverts, exemple, livres } = application
  return html`<section aria-labelledby="titre-publications" class="obs-bloc">
    <h2 id="titre-publications">Ce qui est ouvert, et de qui</h2>
    <ul class="obs-publications">
      ${ouverts.map((lu) => ouvert(application, lu))}
      ${exemple === undefined ? nothing : fiche(exemple, compter(exemple), 'tiré au hasard dans cette page', nothing)}
      ${livres.map((jeu) => fiche(jeu, compter(jeu), 'livré avec le produit', nothing))}
    </ul>
  </section>`
}

function conflits({ conflits: liste, table }: Application): TemplateResult | typeof nothing {
  const remplaces = table?.remplaces ?? 0
  if (liste.length === 0 && remplaces === 0) return nothing
  return html`<section aria-labelledby="titre-conflits" class="obs-bloc">
    <h2 id="titre-conflits">Ce que les fichiers disent autrement</h2>
    <p>${REGLE_CONFLITS}</p>
    ${
      remplaces === 0
        ? nothing
        : html`<p>
            ${formatCompte(remplaces, 'chiffre donné', 'chiffres donnés')} par plusieurs fichiers&#8239;: la publication
            la plus récente est montrée.
          </p>`
    }
    ${
      liste.length === 0
        ? nothing
        : html`<ul class="obs-conflits">
            ${liste.map((conflit) => html`<li>${direConflit(conflit)}</li>`)}
          </ul>`
    }
  </section>`
}

function depot(application: Application): TemplateResult {
  return html`<section class="obs-bloc sans-impression" aria-labelledby="titre-depot">
    <h2 id="titre-depot">Ouvrir d’autres chiffres</h2>
    ${depotFichier({
      id: 'fichier',
      titre: 'Ouvrir les chiffres d’un ou de plusieurs territoires',
      aide: 'Fichiers .json publiés par l’atelier, Excel ou la ligne de commande. Ils restent dans cette page\u202f: rien n’est envoyé.',
      formats: '.json',
      plusieurs: true,
      surFichiers: (choisis) => {
        void application.ouvrir(choisis)
      },
    })}
  </section>`
}

/** Drawn at random, on demand, and said to be so wherever it shows. */
function exemple({ exemple: tire }: Application, hote: Hote): TemplateResult {
  if (tire !== undefined) {
    return bandeau({
      genre: 'info',
      titre: 'L’exemple fictif est ouvert',
      textes: [
        'Trois années de chiffres tirés au hasard, trimestre par trimestre. Il se retire quand un vrai fichier est ouvert.',
      ],
      actions: html`<a class="obs-bouton" href=${hote.lien({ exemple: undefined })}>Retirer l’exemple</a>`,
    })
  }
  return html`<section class="obs-bloc sans-impression" aria-labelledby="titre-exemple">
    <h2 id="titre-exemple">Essayer sans fichier</h2>
    <p>
      Trois années fictives des EPCI des Hauts-de-France, trimestre par trimestre, protégées comme une vraie
      publication. Les chiffres sont tirés au hasard et le disent partout où ils paraissent.
    </p>
    <p>
      <a
        class="obs-bouton"
        href=${hote.lien({ exemple: '1', vue: 'portrait', indicateur: 'q1_hors_qpv', periode: undefined })}
        >Ouvrir l’exemple fictif</a
      >
    </p>
  </section>`
}

/** What is loaded, from whom; where to open more; what the files say otherwise. */
export function voir({ table }: Contexte): Vue {
  return {
    titre: 'D’où viennent les chiffres\u202f?',
    sousTitre: francais(
      `${formatCompte(table.nombre, 'chiffre')}, ${formatCompte(table.indicateurs.length, 'indicateur')}, ${formatCompte(table.lieux.length, 'territoire')}. Tout reste sur ce poste.`,
    ),
    figures: [],
    gabarit: (hote) =>
      html`${depot(hote.application)} ${exemple(hote.application, hote)} ${conflits(hote.application)}
      ${publications(hote.application)}`,
  }
}
