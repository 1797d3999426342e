import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte } from '../../core/index.ts'
import { bandeau } from '../../ui/bandeau.ts'
import { etiquette } from '../../ui/etiquette.ts'
import type { EditionVue, GrilleVue } from '../travail/contrat-grille.ts'
import { coter } from './actions-cotation.ts'
import { choisirGrille, commencerLocale, defaire, editer, enregistrerGrille, ouvrirGrille } from './actions-grille.ts'
import { bouton, faute, panneau, suite, titre } from './elements.ts'
import { choixEdite, texteEdite } from './saisies-formulaire.ts'
import { vueFautesFeuilles, vueFeuillesGrille } from './vue-feuilles-grille.ts'
import { vueFamilles } from './vue-familles.ts'
import type { Volet } from './volet.ts'

function offre(volet: Volet): TemplateResult {
  const { grilleChoisie, grille } = volet.etat
  const sienne = grille !== undefined && grilleChoisie === undefined
  return html`<fieldset class="grilles">
      <legend class="hors-ecran">Grille de cotation</legend>
      ${
        sienne
          ? html`<label class="grille-offre">
              <input type="radio" name="grille" value="" .checked=${true} />
              <span class="grille-nom">${grille.nom}</span><span class="aide">Votre grille</span>
            </label>`
          : nothing
      }
      ${volet.hote.grilles.map(
        ({ id, nom, origine }) =>
          html`<label class="grille-offre">
            <input
              type="radio"
              name="grille"
              value=${id}
              .checked=${grilleChoisie === id}
              @change=${() => void choisirGrille(volet, id)}
            />
            <span class="grille-nom">${nom}</span><span class="aide">${origine}</span>
          </label>`,
      )}
    </fieldset>
    ${volet.hote.ouvrirGrille((fichiers) => void ouvrirGrille(volet, fichiers))}`
}

function outils(volet: Volet, { edition, id }: GrilleVue): TemplateResult {
  return html`<div class="rangee">
    ${bouton({
      texte: 'Annuler',
      icone: 'precedent',
      nom: 'Annuler la dernière modification de la grille',
      desactive: !edition.peutAnnuler,
      surClic: () => void defaire(volet, 'annuler'),
    })}
    ${bouton({
      texte: 'Rétablir',
      icone: 'suivant',
      nom: 'Rétablir la modification de la grille',
      desactive: !edition.peutRetablir,
      surClic: () => void defaire(volet, 'retablir'),
    })}
    ${bouton({ texte: volet.hote.surPlace === undefined ? 'Fichier .json' : 'Copier en .json', icone: volet.hote.surPlace === undefined ? 'telecharger' : 'copier', nom: `${volet.hote.surPlace === undefined ? 'Enregistrer' : 'Copier'} ${id} en .json`, surClic: () => void enregistrerGrille(volet, 'json') })}
    ${volet.hote.surPlace === undefined ? classeurDeGrille(volet, id) : nothing}
  </div>`
}

function classeurDeGrille(volet: Volet, id: string): TemplateResult {
  return html`${bouton({ texte: 'Classeur .xlsx', icone: 'telecharger', nom: `Enregistrer ${id} en classeur`, surClic: () => void enregistrerGrille(volet, 'xlsx') })}`
}

const IDENTITE = [
  ['nom', 'Nom de la grille', ''],
  ['id', 'Identifiant', ''],
  ['territoire', 'Territoire', 'SIREN de l’EPCI.'],
  ['date_effet', 'Date d’effet', ''],
  ['source', 'Source', 'Délibération, date.'],
] as const

function ensemble(volet: Volet, { identite, noteMin, noteMax, quartileBorne, departages }: EditionVue): TemplateResult {
  return html`<details class="repli">
    <summary>L’ensemble&#8239;: nom, limites, départage</summary>
    <div class="critere-champs">
      ${IDENTITE.map(([membre, libelle, aide]) =>
        texteEdite(volet, {
          id: `g-${membre}`,
          libelle,
          ...(aide === '' ? {} : { aide }),
          valeur: identite[membre],
          operation: (valeur) => ({ geste: 'identite', membre, valeur }),
        }),
      )}
      ${texteEdite(volet, {
        id: 'g-note-min',
        libelle: 'Note au moins',
        valeur: noteMin,
        nombre: true,
        operation: (valeur) => ({ geste: 'note', limite: 'note_min', valeur }),
      })}
      ${texteEdite(volet, {
        id: 'g-note-max',
        libelle: 'Note au plus',
        valeur: noteMax,
        nombre: true,
        operation: (valeur) => ({ geste: 'note', limite: 'note_max', valeur }),
      })}
      ${choixEdite(volet, {
        id: 'g-quartile',
        libelle: 'Borne des quartiles',
        options: [
          { valeur: 'stricte', libelle: 'stricte (« inférieur », selon la loi)' },
          { valeur: 'incluse', libelle: 'incluse' },
        ],
        valeur: quartileBorne,
        operation: (borne) => ({ geste: 'quartile', borne }),
      })}
    </div>
    <h3>À note égale</h3>
    <ol class="departages">
      ${departages.map(
        (departage, rang) =>
          html`<li>
            ${texteEdite(volet, {
              id: `g-departage-${String(rang)}`,
              libelle: `${String(rang + 1)}.`,
              valeur: departage,
              operation: (texte) => ({ geste: 'departage', rang, departage: texte }),
            })}
            ${bouton({
              texte: 'Retirer',
              discret: true,
              nom: `Retirer le départage ${departage}`,
              surClic: () => void editer(volet, `g-departage-${String(rang)}`, { geste: 'retirer-departage', rang }),
            })}
          </li>`,
      )}
    </ol>
    ${bouton({
      texte: 'Ajouter un départage',
      discret: true,
      icone: 'ajouter',
      surClic: () =>
        void editer(volet, 'g-departage', { geste: 'ajouter-departage', departage: 'date_depot croissant' }),
    })}
  </details>`
}

function contenu(volet: Volet, grille: GrilleVue): TemplateResult {
  const { remise } = volet.etat
  return html`${
    grille.avertissements.length === 0
      ? nothing
      : bandeau({ genre: 'attention', titre: 'Points à vérifier dans cette grille', textes: grille.avertissements })
  }
  ${remise === undefined ? nothing : bandeau({ genre: 'succes', titre: remise })}
  ${panneau(
    'Ce qu’elle compte',
    html`${vueFamilles(volet, grille.familles)} ${ensemble(volet, grille.edition)} ${outils(volet, grille)}
      <p class="aide">
        Empreinte ${grille.empreinte.slice(0, 19)}…${grille.source && html`<br />Source&#8239;: ${grille.source}`}
      </p>`,
    'Ouvrez un critère pour changer ses points, ses bornes, ses conditions. Chaque changement s’annule.',
  )}
  ${
    grille.edition.socle === undefined
      ? panneau(
          'Socle et grille locale',
          html`<div class="rangee">
            ${bouton({ texte: 'Faire une grille locale sur ce socle', surClic: () => void commencerLocale(volet) })}
          </div>`,
          'Une grille locale n’enregistre que ce qui change du socle régional, et suit ses mises à jour.',
        )
      : nothing
  }`
}

function resume(grille: GrilleVue): TemplateResult {
  const criteres = grille.familles.reduce((somme, f) => somme + f.criteres.length, 0)
  const { socle, modifiee } = grille.edition
  return html`${formatCompte(criteres, 'critère')},
  ${formatCompte(grille.familles.length, 'famille')}${
    socle === undefined ? '.' : `\u202f; grille locale sur «\u202f${socle}\u202f».`
  }
  ${modifiee ? etiquette('neutre', 'modifiée') : nothing}`
}

/** Real demandes must not be ranked unawares with a grid that nobody voted here. */
function avisFournie({ etat: { grille, grilleChoisie, source } }: Volet): TemplateResult | typeof nothing {
  if (grille === undefined || grilleChoisie === undefined || source?.grille !== undefined || grille.edition.modifiee)
    return nothing
  return bandeau({
    genre: 'info',
    titre: 'Ce n’est pas la grille de votre territoire',
    textes: ['Elle est fournie pour essayer. Ouvrez la vôtre, ou réglez celle-ci avant de vous servir du classement.'],
  })
}

export function vueGrille(volet: Volet): TemplateResult {
  const { grille, lecture, fauteGrille, enCours, lecturePerimee } = volet.etat
  return html`${titre(grille === undefined ? 'Choisissez une grille' : grille.nom, grille && resume(grille))}
    ${faute(fauteGrille)} ${avisFournie(volet)} ${vueFautesFeuilles(volet)}
    <div class="deux-colonnes" data-part="grille">
      ${grille === undefined ? nothing : html`<div>${contenu(volet, grille)}</div>`}
      <div>
        ${vueFeuillesGrille(volet)}
        ${panneau(grille === undefined ? 'Choisir' : 'Choisir une autre grille', offre(volet))}
      </div>
    </div>
    ${suite({
      texte: lecturePerimee ? 'Relire et coter' : `Coter ${formatCompte(lecture?.demandes ?? 0, 'demande')}`,
      icone: 'cotation',
      surClic: () => void coter(volet),
      desactive: grille === undefined || (lecture?.demandes ?? 0) === 0 || enCours !== undefined,
    })}`
}
