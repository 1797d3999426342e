import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte } from '../../../core/index.ts'
import { bandeau } from '../../../ui/bandeau.ts'
import { saisie } from '../../../ui/champ.ts'
import { etatChargement, etatVide } from '../../../ui/etats.ts'
import { etiquette } from '../../../ui/etiquette.ts'
import { icone } from '../../../ui/icones.ts'
import type { DemandeConversion, FluxBailleurVu, FluxVu } from '../../travail/suivi/contrat-flux.ts'
import { bouton, panneau, suite, titre } from '../elements.ts'
import { convertir, enregistrer } from './actions-flux.ts'
import type { Suivre } from './suivre.ts'
import { sources } from './vue-accueil.ts'

const A_VALIDER = 'à valider'

function bailleur({ bailleur: nom, departement, assiette, calcul, parts, plafonds }: FluxBailleurVu): TemplateResult {
  return html`<article class="carte suivre-flux">
    <h3 class="carte-titre">${nom} <span class="aide">${departement}</span></h3>
    <p class="suivre-assiette">${assiette} <span class="aide">à répartir</span></p>
    <p class="aide rangee">${calcul} ${etiquette('a-verifier', A_VALIDER)}</p>
    <ul class="paires">
      ${parts.map(
        ({ nom: qui, taux, logements }) =>
          html`<li>
            <span>${qui}${taux === '' ? nothing : html` <span class="aide">${taux}</span>`}</span>
            <strong>${logements}</strong>
          </li>`,
      )}
    </ul>
    ${plafonds.map(
      ({ texte, respecte }) =>
        html`<p class="suivre-manque" data-atteint=${respecte ? 'oui' : 'non'}>
          ${icone(respecte ? 'succes' : 'anomalie')}<span>${texte}${respecte ? nothing : html`&#8239;: dépassé`}</span>
        </p>`,
    )}
  </article>`
}

function livraisons({ livraisons: toutes }: FluxVu): TemplateResult {
  if (toutes.length === 0)
    return html`<p class="aide">La livraison se suit avec les attributions&#8239;: ouvrez aussi leur tableau.</p>`
  return html`<div class="defile" tabindex="0" role="region" aria-label="Livraison du flux">
    <table class="suivre-table">
      <thead>
        <tr>
          <th scope="col">Bailleur</th>
          <th scope="col">Réservataire</th>
          <th scope="col" class="nombre">Flux annuel</th>
          <th scope="col" class="nombre">Dû à ce jour</th>
          <th scope="col" class="nombre">Livrés</th>
          <th scope="col">Où on en est</th>
        </tr>
      </thead>
      <tbody>
        ${toutes.map(
          (l) =>
            html`<tr>
              <th scope="row">${l.bailleur}</th>
              <td>${l.reservataire}</td>
              <td class="nombre">${l.annuel}</td>
              <td class="nombre">${l.du}</td>
              <td class="nombre">${l.livres}</td>
              <td>
                ${l.enRetard ? html`<strong>${l.retard}</strong>` : l.retard}${
                  l.rythme === '' ? nothing : html`<br /><span class="aide">${l.rythme}</span>`
                }
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function champConversion(
  suivre: Suivre,
  code: keyof DemandeConversion,
  libelle: string,
  unite?: string,
): TemplateResult {
  return saisie({
    id: `conversion-${code}`,
    libelle,
    genre: 'nombre',
    valeur: suivre.etat.conversion[code],
    ...(unite === undefined ? {} : { unite }),
    surSaisie: (valeur) => {
      suivre.changer({ conversion: { ...suivre.etat.conversion, [code]: valeur } })
    },
  })
}

/** From a stock of reservations to a share of the flow, step by step. */
function conversion(suivre: Suivre): TemplateResult {
  const { conversionVue, fauteConversion } = suivre.etat
  return panneau(
    'Du stock au flux',
    html`<div class="suivre-filtres-champs">
        ${champConversion(suivre, 'parc', 'Parc du bailleur', 'logements')}
        ${champConversion(suivre, 'rotation', 'Rotation annuelle', '%')}
        ${champConversion(suivre, 'logements', 'Logements réservés', 'logements')}
      </div>
      <div class="rangee">${bouton({ texte: 'Convertir', surClic: () => void convertir(suivre) })}</div>
      ${fauteConversion === undefined ? nothing : bandeau({ genre: 'erreur', titre: fauteConversion })}
      ${
        conversionVue === undefined
          ? nothing
          : html`<div aria-live="polite" class="suivre-reponse">
              <p class="suivre-reponse-titre rangee">${conversionVue.phrase} ${etiquette('a-verifier', A_VALIDER)}</p>
              <ol class="paires">
                ${conversionVue.etapes.map(
                  ({ libelle, calcul, valeur }) =>
                    html`<li>
                      <span>${libelle} <span class="aide">${calcul}</span></span>
                      <strong>${valeur}</strong>
                    </li>`,
                )}
              </ol>
              <p class="aide">${conversionVue.note}</p>
            </div>`
      }`,
    'Un droit sur des logements identifiés, exprimé en part des logements libérés chaque année.',
  )
}

function sansParc(suivre: Suivre): TemplateResult {
  return html`${titre('Gestion en flux', 'Ce que chaque bailleur doit à chaque réservataire, et où en est la livraison.')}
  ${etatVide({
    icone: 'tableur',
    titre: 'Aucun parc n’est lu',
    texte:
      'Le flux se calcule à partir d’un tableau de parc\u202f: une ligne par bailleur, logements libérés dans l’année, part de chaque réservataire.',
  })}
  ${sources(suivre, true)} ${conversion(suivre)}`
}

function sorties(suivre: Suivre): TemplateResult {
  const dansExcel = suivre.volet.hote.suivi.ecrire !== undefined
  const desactive = suivre.volet.etat.enCours !== undefined
  const autres =
    (suivre.etat.lecture?.attributions ?? 0) > 0
      ? [
          bouton({
            texte: dansExcel ? 'Écrire le bilan annuel' : 'Bilan annuel',
            icone: dansExcel ? 'tableur' : 'telecharger',
            desactive,
            surClic: () => void enregistrer(suivre, 'bilan'),
          }),
        ]
      : []
  return suite(
    {
      texte: dansExcel ? 'Écrire la feuille Flux' : 'Enregistrer le flux',
      icone: dansExcel ? 'tableur' : 'telecharger',
      desactive,
      surClic: () => void enregistrer(suivre, 'flux'),
    },
    ...autres,
  )
}

/** The flow: base, each holder's part, ceilings, delivery, conversion, yearly report. */
export function vueFlux(suivre: Suivre): TemplateResult {
  const { flux, lecture, remise } = suivre.etat
  if ((lecture?.lignesParc ?? 0) === 0) return sansParc(suivre)
  if (flux === undefined) return html`${titre('Gestion en flux')} ${etatChargement('Calcul du flux…', 6)}`
  return html`${titre(flux.titre, flux.chapeau)}
    ${remise === undefined ? nothing : bandeau({ genre: 'succes', titre: remise })}
    ${
      flux.anomalies.length === 0
        ? nothing
        : bandeau({
            genre: 'attention',
            titre: formatCompte(flux.anomalies.length, 'point à vérifier', 'points à vérifier'),
            textes: flux.anomalies.slice(0, 8),
          })
    }
    <div class="cartes suivre-cartes">${flux.bailleurs.map(bailleur)}</div>
    <p class="aide">${etiquette('a-verifier', A_VALIDER)} ${flux.formule}. ${flux.note}</p>
    ${panneau('Livraison en cours d’année', livraisons(flux))}
    ${
      flux.bilan === ''
        ? nothing
        : panneau(
            'Bilan annuel',
            html`<p>${flux.bilan}</p>`,
            'Par réservataire, typologie, financement, QPV ou non, commune et période de construction (CCH, art. R. 441-5-1).',
          )
    }
    ${conversion(suivre)} ${sorties(suivre)}`
}
