import { html, nothing, type TemplateResult } from 'lit'
import { choix } from '../../../ui/champ.ts'
import { etiquette } from '../../../ui/etiquette.ts'
import { tableDonnees } from '../../../ui/table-donnees.ts'
import type { ColonneTable } from '../../../ui/table-modele.ts'
import type {
  AxeVentilation,
  LigneVentilee,
  ObjectifsVus,
  TriVentilation,
  VentilationVue,
} from '../../travail/suivi/contrat-objectifs.ts'
import { panneau } from '../elements.ts'
import { choisirAxes, choisirObjectif, ouvrirLigneVentilee, trier } from './actions-objectifs.ts'
import type { Suivre } from './suivre.ts'

const AXES: readonly { readonly valeur: AxeVentilation; readonly libelle: string }[] = [
  { valeur: 'bailleur', libelle: 'Bailleur' },
  { valeur: 'epci', libelle: 'EPCI' },
  { valeur: 'commune', libelle: 'Commune' },
  { valeur: 'reservataire', libelle: 'Réservataire' },
  { valeur: 'reservataire_nom', libelle: 'Nom du réservataire' },
  { valeur: 'qpv', libelle: 'QPV' },
  { valeur: 'trimestre', libelle: 'Trimestre' },
  { valeur: 'mois', libelle: 'Mois' },
]

const COLONNES: readonly ColonneTable[] = [
  { code: 'nom', titre: 'Nom', largeur: 'minmax(11.5rem, 2fr)', triable: true, etroit: 'titre' },
  {
    code: 'compte',
    titre: 'Comptés',
    largeur: 'minmax(12rem, 1fr)',
    nombre: true,
    triable: true,
    etroit: 'detail',
  },
  { code: 'taux', titre: 'Taux', largeur: '5.5rem', nombre: true, triable: true, etroit: 'valeur' },
  { code: 'fourchette', titre: 'Fourchette', largeur: '6.75rem', etroit: 'absent' },
  { code: 'ecart', titre: 'Écart', largeur: '6.75rem', nombre: true, triable: true, etroit: 'absent' },
  {
    code: 'manque',
    titre: 'Manque',
    largeur: '6rem',
    nombre: true,
    triable: true,
    etroit: 'marque',
    prefixe: 'manque',
  },
  { code: 'manqueAjoute', titre: 'En ajoutant', largeur: '6.75rem', nombre: true, triable: true, etroit: 'absent' },
  { code: 'intervalle', titre: 'Intervalle à 95\u202f%', largeur: '7rem', nombre: true, etroit: 'absent' },
]

function cellule(ligne: LigneVentilee | undefined, colonne: number): string | TemplateResult {
  if (ligne === undefined) return '…'
  const code = COLONNES[colonne]?.code
  if (code === 'nom') return ligne.noms.join(' × ')
  if (code === 'compte' && ligne.faible) return html`${ligne.compte} ${etiquette('neutre', 'petit effectif')}`
  return code === undefined ? '' : (ligne[code as keyof LigneVentilee] as string)
}

function reglages(suivre: Suivre, { cartes, observees }: ObjectifsVus): TemplateResult {
  const { objectif, axe, croise } = suivre.etat
  return html`<div class="suivre-filtres-champs sans-impression">
    ${choix({
      id: 'suivi-objectif',
      libelle: 'Objectif',
      options: [...cartes, ...observees].map(({ cle, titre }) => ({ valeur: cle, libelle: titre })),
      valeur: objectif,
      surChoix: (cle) => void choisirObjectif(suivre, cle),
    })}
    ${choix({
      id: 'suivi-axe',
      libelle: 'Par',
      options: AXES,
      valeur: axe,
      surChoix: (valeur) => void choisirAxes(suivre, valeur as AxeVentilation, croise),
    })}
    ${choix({
      id: 'suivi-croise',
      libelle: 'Croisé avec',
      options: [{ valeur: '', libelle: 'Rien' }, ...AXES.filter(({ valeur }) => valeur !== axe)],
      valeur: croise,
      surChoix: (valeur) => void choisirAxes(suivre, axe, valeur as AxeVentilation | ''),
    })}
  </div>`
}

/** Lines printed: those that are there at once. */
const IMPRIMEES = 60

/** The table on paper: fewer columns, none cut. */
function papier(suivre: Suivre, { axes, nombre }: VentilationVue): TemplateResult {
  const lignes = Array.from({ length: Math.min(nombre, IMPRIMEES) }, (_, i) => suivre.ventilees.ligne(i))
  return html`<table class="suivre-table suivre-papier">
    <thead>
      <tr>
        <th scope="col">${axes.join(' et ')}</th>
        <th scope="col" class="nombre">Comptés</th>
        <th scope="col" class="nombre">Taux</th>
        <th scope="col" class="nombre">Écart</th>
        <th scope="col" class="nombre">Manque</th>
        <th scope="col" class="nombre">Intervalle à 95&#8239;%</th>
      </tr>
    </thead>
    <tbody>
      ${lignes.map((ligne) =>
        ligne === undefined
          ? nothing
          : html`<tr>
              <th scope="row">${ligne.noms.join(' × ')}</th>
              <td class="nombre">${ligne.compte}${ligne.faible ? ' (petit effectif)' : ''}</td>
              <td class="nombre">${ligne.taux}${ligne.fourchette === '' ? '' : `, ${ligne.fourchette}`}</td>
              <td class="nombre">${ligne.ecart}</td>
              <td class="nombre">${ligne.manque}</td>
              <td class="nombre">${ligne.intervalle}</td>
            </tr>`,
      )}
    </tbody>
  </table>`
}

function ensemble({ total, titre }: VentilationVue): TemplateResult {
  const { taux, compte, manque, fourchette } = total
  return html`<p>
    <strong>Ensemble</strong>&#8239;: ${taux},
    ${compte}${fourchette === '' ? nothing : `, ${fourchette}`}${
      manque === '' || manque === '0' ? nothing : `, manque ${manque}`
    }.
    <span class="hors-ecran">${titre}</span>
  </p>`
}

/** One target broken down, each line open on its rows. */
export function vueVentilation(suivre: Suivre, objectifs: ObjectifsVus): TemplateResult | typeof nothing {
  const { ventilation, tri, croissant, place } = suivre.etat
  if (ventilation === undefined) return nothing
  const { titre, axes, nombre, note } = ventilation
  return panneau(
    `${titre}, par ${axes.join(' et ').toLowerCase().replace('epci', 'EPCI').replace('qpv', 'QPV')}`,
    html`${reglages(suivre, objectifs)} ${ensemble(ventilation)}
    ${tableDonnees({
      libelle: `${titre}, par ${axes.join(' et ')}`,
      colonnes: COLONNES,
      nombreLignes: nombre,
      cellule: (i, c) => cellule(suivre.ventilees.ligne(i), c),
      tri: { colonne: tri, sens: croissant ? 'croissant' : 'decroissant' },
      surTri: (colonne, sens) => void trier(suivre, colonne as TriVentilation, sens === 'croissant'),
      surSelection: (i) => void ouvrirLigneVentilee(suivre, i),
      ...(place === undefined ? {} : { selection: place }),
    })}
    ${papier(suivre, ventilation)} ${note === '' ? nothing : html`<p class="aide">${note}</p>`}`,
    'Ouvrez une ligne pour voir les attributions qui la font.',
  )
}
