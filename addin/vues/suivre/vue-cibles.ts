import { html, nothing, type TemplateResult } from 'lit'
import { bandeau } from '../../../ui/bandeau.ts'
import { choix, saisie } from '../../../ui/champ.ts'
import { depotFichier } from '../../../ui/depot-fichier.ts'
import { etatChargement } from '../../../ui/etats.ts'
import { etiquette } from '../../../ui/etiquette.ts'
import type { CiblePropre, CibleVue } from '../../travail/suivi/contrat-cibles.ts'
import { bouton, panneau, titre } from '../elements.ts'
import { refusDe } from './actions-flux.ts'
import { PROPRE_VIDE } from './etat-suivre.ts'
import { retenirCibles } from './memoire-suivi.ts'
import type { Suivre } from './suivre.ts'

async function fixer(suivre: Suivre, code: string, texte: string): Promise<void> {
  const raison = await refusDe(async () => {
    suivre.changer({ cibles: await suivre.demander((s) => s.fixerCible(code, texte)) })
    await retenirCibles(suivre)
  })
  suivre.changer({ fauteCible: raison === undefined ? undefined : { code, raison } })
}

async function ajouter(suivre: Suivre): Promise<void> {
  const raison = await refusDe(async () => {
    const cibles = await suivre.demander((s) => s.ajouterCible(suivre.etat.propre))
    suivre.changer({ cibles, propre: PROPRE_VIDE })
    await retenirCibles(suivre)
  })
  suivre.changer({ fauteCible: raison === undefined ? undefined : { code: '', raison } })
}

async function importer(suivre: Suivre, [fichier]: readonly File[]): Promise<void> {
  if (fichier === undefined) return
  const texte = await fichier.text()
  const raison = await refusDe(async () => {
    suivre.changer({ cibles: await suivre.demander((s) => s.importerCibles(texte)) })
    await retenirCibles(suivre)
  })
  suivre.changer({ fauteCible: raison === undefined ? undefined : { code: '', raison } })
}

async function retirer(suivre: Suivre, code: string): Promise<void> {
  suivre.changer({ cibles: await suivre.demander((s) => s.retirerCible(code)) })
  await retenirCibles(suivre)
  suivre.volet.garderFoyer()
}

function detail(
  suivre: Suivre,
  { code, genre, valeur, parNom, phrase, source, propre, avertissement }: CibleVue,
): TemplateResult {
  const { fauteCible } = suivre.etat
  return html`<div class="suivre-cible-detail">
    <p>${phrase}</p>
    ${avertissement === undefined ? nothing : bandeau({ genre: 'attention', titre: avertissement })}
    ${saisie({
      id: `cible-${code}`,
      libelle: genre === 'menages' ? 'Ménages attendus' : 'Part attendue',
      genre: 'nombre',
      unite: genre === 'menages' ? 'ménages' : '%',
      valeur,
      aide:
        genre === 'a-fixer'
          ? 'À fixer par votre convention\u202f: aucune source ne donne de chiffre.'
          : 'Celle de votre convention l’emporte.',
      surSaisie: (texte) => void fixer(suivre, code, texte),
      ...(fauteCible?.code === code ? { erreur: fauteCible.raison } : {}),
    })}
    ${
      parNom.length === 0
        ? nothing
        : html`<ul class="paires">
            ${parNom.map(
              ({ nom, resultat }) =>
                html`<li>
                  <span>${nom}</span>
                  <strong>${resultat}</strong>
                </li>`,
            )}
          </ul>`
    }
    <p class="aide">Source&#8239;: ${source}.</p>
    ${propre ? bouton({ texte: 'Retirer cette cible', discret: true, surClic: () => void retirer(suivre, code) }) : nothing}
  </div>`
}

function cible(suivre: Suivre, vue: CibleVue): TemplateResult {
  const ouverte = suivre.etat.cibleOuverte === vue.code
  return html`<li class="anomalies-groupe">
    <button
      type="button"
      class="suivre-cible"
      aria-expanded=${ouverte ? 'true' : 'false'}
      @click=${() => {
        suivre.changer({ cibleOuverte: ouverte ? undefined : vue.code, fauteCible: undefined })
      }}
    >
      <span class="suivre-cible-nom">${vue.libelle}</span>
      <span>${vue.resultat}</span>
      <span class="rangee">
        ${vue.aVerifier ? etiquette('a-verifier') : nothing}
        ${vue.genre === 'a-fixer' ? etiquette('neutre', 'cible à fixer') : nothing}
        ${vue.avertissement === undefined ? nothing : etiquette('incomplet', 'sous le plancher légal')}
      </span>
    </button>
    ${ouverte ? detail(suivre, vue) : nothing}
  </li>`
}

function changerPropre(suivre: Suivre, changements: Partial<CiblePropre>): void {
  suivre.changer({ propre: { ...suivre.etat.propre, ...changements } })
}

function formulaire(suivre: Suivre): TemplateResult {
  const { propre, champsCibles, fauteCible } = suivre.etat
  const champ = champsCibles.find(({ code }) => code === propre.champ)
  const liste = (
    id: string,
    libelle: string,
    options: readonly { valeur: string; libelle: string }[],
    valeur: string,
    surChoix: (v: string) => void,
  ): TemplateResult => choix({ id: `propre-${id}`, libelle, options, valeur, surChoix })
  return html`<div class="volet-champs">
    ${saisie({
      id: 'propre-libelle',
      libelle: 'Nom de la cible',
      valeur: propre.libelle,
      exemple: 'Sortants d’hébergement',
      surSaisie: (libelle) => {
        changerPropre(suivre, { libelle })
      },
    })}
    <div class="suivre-filtres-champs">
      ${liste(
        'assiette',
        'Ce qui est compté',
        [
          { valeur: 'decisions', libelle: 'Décisions d’attribution' },
          { valeur: 'baux', libelle: 'Baux signés' },
        ],
        propre.assiette,
        (assiette) => {
          changerPropre(suivre, { assiette: assiette === 'baux' ? 'baux' : 'decisions' })
        },
      )}
      ${liste(
        'champ',
        'Dont',
        champsCibles.map(({ code, libelle }) => ({ valeur: code, libelle })),
        propre.champ,
        (code) => {
          const premiere = champsCibles.find((c) => c.code === code)?.valeurs[0]?.valeur ?? ''
          changerPropre(suivre, { champ: code, valeur: premiere })
        },
      )}
      ${liste('valeur', 'Est', champ?.valeurs ?? [], propre.valeur, (valeur) => {
        changerPropre(suivre, { valeur })
      })}
      ${liste(
        'genre',
        'Attendu',
        [
          { valeur: 'taux', libelle: 'Une part, en %' },
          { valeur: 'menages', libelle: 'Un nombre de ménages' },
        ],
        propre.genre,
        (genre) => {
          changerPropre(suivre, { genre: genre === 'menages' ? 'menages' : 'taux' })
        },
      )}
      ${saisie({
        id: 'propre-attendu',
        libelle: propre.genre === 'taux' ? 'Part attendue' : 'Ménages attendus',
        genre: 'nombre',
        unite: propre.genre === 'taux' ? '%' : 'ménages',
        valeur: propre.attendu,
        surSaisie: (attendu) => {
          changerPropre(suivre, { attendu })
        },
      })}
      ${liste(
        'par',
        'Suivie par',
        [
          { valeur: 'bailleur', libelle: 'Bailleur' },
          { valeur: 'epci', libelle: 'EPCI' },
          { valeur: 'commune', libelle: 'Commune' },
          { valeur: 'reservataire', libelle: 'Réservataire' },
        ],
        propre.par,
        (par) => {
          changerPropre(suivre, { par: par as CiblePropre['par'] })
        },
      )}
    </div>
    ${fauteCible?.code === '' ? bandeau({ genre: 'erreur', titre: fauteCible.raison }) : nothing}
    <div class="rangee">
      ${bouton({ texte: 'Ajouter cette cible', icone: 'ajouter', surClic: () => void ajouter(suivre) })}
    </div>
    ${depotFichier({
      id: 'fichier-cibles',
      titre: 'Ou un fichier de cibles',
      aide: '.json (cibles-locales/1), avec des conditions aussi riches que celles d’une grille.',
      formats: '.json',
      surFichiers: (fichiers) => void importer(suivre, fichiers),
    })}
  </div>`
}

/** Local targets: those seen elsewhere, ready to be set, and the territory's own. */
export function vueCibles(suivre: Suivre): TemplateResult {
  const { cibles, annee } = suivre.etat
  if (cibles === undefined) return html`${titre('Cibles locales')} ${etatChargement('Compte des cibles…', 6)}`
  return html`${titre(
      `Cibles locales en ${String(annee ?? '')}`,
      'Des cibles vues dans d’autres territoires, à régler sur votre convention, et les vôtres.',
    )}
    <div class="deux-colonnes">
      <div>
        ${panneau(
          'Où vous en êtes',
          html`<ul class="anomalies">
            ${cibles.map((c) => cible(suivre, c))}
          </ul>`,
        )}
      </div>
      <div>${panneau('Votre cible', formulaire(suivre))}</div>
    </div>`
}
