import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte } from '../../../core/index.ts'
import { bandeau } from '../../../ui/bandeau.ts'
import { etatChargement, etatVide } from '../../../ui/etats.ts'
import { bouton, panneau, suite, titre } from '../elements.ts'
import { enregistrer } from './actions-flux.ts'
import type { ObjectifsVus } from '../../travail/suivi/contrat-objectifs.ts'
import { allerVue } from './actions-lecture.ts'
import { compter } from './actions-objectifs.ts'
import type { Suivre } from './suivre.ts'
import { vueCarte } from './vue-carte.ts'
import { vueFiltresSuivi } from './vue-filtres-suivi.ts'
import { vueLignes } from './vue-lignes.ts'
import { vueManques } from './vue-manques.ts'
import { vuePartage } from './vue-partage.ts'
import { choixRapport, vueRapport } from './vue-rapport.ts'
import { vueVentilation } from './vue-ventilation.ts'

function cartes(suivre: Suivre, { cartes: liantes, observees }: ObjectifsVus): TemplateResult {
  return html`<section aria-label="Objectifs">
      <div class="cartes suivre-cartes">${liantes.map((carte) => vueCarte(suivre, carte))}</div>
    </section>
    <details class="repli">
      <summary>Parts observées <span class="aide">(aucun seuil à atteindre)</span></summary>
      <div class="cartes suivre-cartes">${observees.map((carte) => vueCarte(suivre, carte))}</div>
    </details>`
}

function anomalies(suivre: Suivre): TemplateResult | typeof nothing {
  const groupes = suivre.etat.lecture?.anomalies ?? []
  const nombre = groupes.reduce((somme, groupe) => somme + groupe.nombre, 0)
  if (nombre === 0) return nothing
  return html`<p class="suivre-anomalies sans-impression">
    ${bouton({
      texte: `${formatCompte(nombre, 'anomalie')} dans les données`,
      discret: true,
      icone: 'anomalie',
      surClic: () => void allerVue(suivre, 'donnees'),
    })}
  </p>`
}

function lecture({ aides, avertissements }: ObjectifsVus): TemplateResult {
  return html`<details class="repli">
    <summary>Comment lire ces chiffres</summary>
    <ul class="suivre-aides">
      ${[...aides, ...avertissements].map((texte) => html`<li>${texte}</li>`)}
      <li>
        Les manques des bailleurs ne s’ajoutent pas&#8239;: celui qui est en avance compense, dans l’ensemble, le retard
        d’un autre.
      </li>
    </ul>
  </details>`
}

function sorties(suivre: Suivre): TemplateResult {
  const dansExcel = suivre.volet.hote.suivi.ecrire !== undefined
  return suite(
    {
      texte: dansExcel ? 'Écrire la feuille Objectifs' : 'Enregistrer le classeur',
      icone: dansExcel ? 'tableur' : 'telecharger',
      desactive: suivre.volet.etat.enCours !== undefined,
      surClic: () => void enregistrer(suivre, 'objectifs'),
    },
    ...(suivre.volet.hote.sortie.moyens.includes('imprimer')
      ? [
          bouton({
            texte: 'Imprimer',
            icone: 'imprimer',
            surClic: () => {
              suivre.volet.hote.sortie.imprimer()
            },
          }),
        ]
      : []),
  )
}

/** A column that only looks like a field is not counted: said before the figures that lack it. */
function aConfirmer(suivre: Suivre): TemplateResult | typeof nothing {
  const proposees = (suivre.etat.tables?.tables ?? []).flatMap(({ colonnes }) =>
    colonnes.flatMap(({ entete, proposition }) =>
      proposition === undefined ? [] : [`«\u202f${entete}\u202f» ressemble à «\u202f${proposition.libelle}\u202f».`],
    ),
  )
  if (proposees.length === 0) return nothing
  return bandeau({
    genre: 'attention',
    titre: `${formatCompte(proposees.length, 'colonne attend votre accord', 'colonnes attendent votre accord')} pour être comptée${proposees.length < 2 ? '' : 's'}`,
    textes: proposees.slice(0, 3),
    actions: bouton({ texte: 'Confirmer les colonnes', surClic: () => void allerVue(suivre, 'donnees') }),
  })
}

/** Nothing is counted: it is being done, or it was stopped. */
function sansCompte(suivre: Suivre): TemplateResult {
  if (suivre.volet.etat.enCours !== undefined)
    return html`${titre('Objectifs')} ${etatChargement('Compte des objectifs…', 6)}`
  return html`${titre('Objectifs')}
  ${etatVide({
    icone: 'tableur',
    titre: 'Le compte n’est pas fait',
    texte: 'Les attributions sont lues. Il reste à les compter.',
    actions: bouton({ texte: 'Compter les objectifs', surClic: () => void compter(suivre) }),
  })}`
}

/** Targets: the answer first, then the figures, then what is behind them. */
export function vueObjectifs(suivre: Suivre): TemplateResult {
  const { objectifs, lecture: lue, remise, rapport } = suivre.etat
  if (lue !== undefined && lue.attributions === 0)
    return html`${titre('Aucune attribution lue')}
    ${etatVide({
      icone: 'tableur',
      titre:
        suivre.etat.tables?.tables.some(({ genre }) => genre === 'attributions') === true
          ? 'Le tableau d’attributions n’a pas de ligne utilisable'
          : 'Seul un parc a été trouvé',
      texte:
        'Les objectifs se comptent sur les attributions. Ouvrez ou remplissez un tableau d’attributions, ou allez au flux.',
      actions: bouton({ texte: 'Voir le flux', surClic: () => void allerVue(suivre, 'flux') }),
    })}`
  if (rapport !== undefined) return vueRapport(suivre, rapport)
  if (objectifs === undefined) return sansCompte(suivre)
  return html`${titre(objectifs.titre, objectifs.chapeau)}
    ${remise === undefined ? nothing : bandeau({ genre: 'succes', titre: remise })} ${aConfirmer(suivre)}
    ${vueFiltresSuivi(suivre, objectifs)} ${cartes(suivre, objectifs)} ${anomalies(suivre)}
    ${vueVentilation(suivre, objectifs)} ${vueLignes(suivre)}
    <div class="deux-colonnes">
      <div>${vueManques(suivre)}</div>
      <div>${vuePartage(suivre)}</div>
    </div>
    <div class="sans-impression suivre-pied">${choixRapport(suivre)} ${panneau('Repères', lecture(objectifs))}</div>
    ${sorties(suivre)}`
}
