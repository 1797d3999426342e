import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte, formatNombre } from '../../core/index.ts'
import { etatVide } from '../../ui/etats.ts'
import { etiquette } from '../../ui/etiquette.ts'
import { icone } from '../../ui/icones.ts'
import { tableDonnees } from '../../ui/table-donnees.ts'
import type { ModeleTable } from '../../ui/table-modele.ts'
import type { GroupeAnomalies, LigneSource } from '../travail/contrat.ts'
import { ouvrirGroupe, ouvrirLigne } from './actions-anomalies.ts'
import { lire } from './actions-donnees.ts'
import { allerGrille } from './actions-grille.ts'
import { bouton, panneau, suite, titre } from './elements.ts'
import { vueTerritoire } from './vue-territoire.ts'
import type { Volet } from './volet.ts'

const GRAVITES = {
  bloquante: { titre: 'Lignes non utilisées', suite: 'À corriger dans le fichier pour qu’elles soient cotées.' },
  ignoree: { titre: 'Cellules prises comme inconnues', suite: 'Le reste de la ligne est utilisé.' },
  information: { titre: 'À savoir', suite: 'Rien n’est changé.' },
} as const

const COLONNES: ModeleTable['colonnes'] = [
  { code: 'ligne', titre: 'Ligne', largeur: '4.5rem', nombre: true, etroit: 'valeur', prefixe: 'ligne' },
  { code: 'colonne', titre: 'Colonne', largeur: 'minmax(9rem, 1fr)', etroit: 'titre' },
  { code: 'valeur', titre: 'Lu', largeur: 'minmax(7rem, 1fr)', etroit: 'detail', prefixe: 'lu :' },
]

function tableDuGroupe(volet: Volet, { nombre, titre: nom }: GroupeAnomalies): TemplateResult {
  return tableDonnees({
    libelle: nom,
    colonnes: COLONNES,
    nombreLignes: nombre,
    cellule: (i, c) => {
      const anomalie = volet.anomalies.ligne(i)
      if (anomalie === undefined) return '…'
      return [formatNombre(anomalie.ligne), anomalie.nomColonne, anomalie.valeur ?? '—'][c] ?? ''
    },
    surSelection: (i) => void ouvrirLigne(volet, i),
    ...(volet.etat.anomalieChoisie === undefined ? {} : { selection: volet.etat.anomalieChoisie }),
  })
}

function detailLigne(volet: Volet, ligne: LigneSource): TemplateResult {
  const choisie = volet.anomalies.ligne(volet.etat.anomalieChoisie ?? 0)
  const { numero, cellules, anomalies } = ligne
  return html`<section class="ligne-source" aria-live="polite">
    <div class="rangee">
      <h3>Ligne ${formatNombre(numero)}</h3>
      ${bouton({
        texte: 'Fermer',
        discret: true,
        icone: 'croix',
        surClic: () => {
          volet.changer({ ligne: undefined, anomalieChoisie: undefined })
        },
      })}
    </div>
    <p class="ligne-message">${choisie?.message ?? anomalies[0]}</p>
    <dl class="fiche" tabindex="0" aria-label="Cellules de la ligne">
      ${cellules
        .toSorted((a, b) => Number(b.anomalies.length > 0) - Number(a.anomalies.length > 0))
        .map(
          ({ entete, valeur, anomalies: fautes }) =>
            html`<div ?data-faute=${fautes.length > 0}>
              <dt>${fautes.length > 0 ? icone('anomalie') : nothing}${entete}</dt>
              <dd>${valeur === '' ? html`<em>vide</em>` : valeur}</dd>
            </div>`,
        )}
    </dl>
  </section>`
}

function groupe(volet: Volet, g: GroupeAnomalies): TemplateResult {
  const ouvert = volet.etat.groupeOuvert === g.cle
  const colonnes = g.colonnes.slice(0, 3).map(({ nom, nombre }) => `${nom} (${formatNombre(nombre)})`)
  const reste = g.colonnes.length - colonnes.length
  return html`<li class="anomalies-groupe">
    <button
      type="button"
      class="anomalies-tete"
      aria-expanded=${ouvert ? 'true' : 'false'}
      @click=${() => void ouvrirGroupe(volet, g.cle)}
    >
      <span class="anomalies-nombre">${formatNombre(g.nombre)}</span>
      <span class="anomalies-titre">${g.titre}</span>
      ${icone('deplier')}
      <span class="aide">${colonnes.join(', ')}${reste > 0 ? `, et ${formatCompte(reste, 'autre')}` : ''}</span>
    </button>
    ${
      ouvert
        ? html`<div class="anomalies-detail" ?data-ligne=${volet.etat.ligne !== undefined}>
            ${tableDuGroupe(volet, g)}
            ${volet.etat.ligne === undefined ? nothing : detailLigne(volet, volet.etat.ligne)}
          </div>`
        : nothing
    }
  </li>`
}

function parGravite(volet: Volet, gravite: keyof typeof GRAVITES): TemplateResult | typeof nothing {
  const groupes = volet.etat.groupes.filter((g) => g.gravite === gravite)
  if (groupes.length === 0) return nothing
  const { titre: nom, suite: consequence } = GRAVITES[gravite]
  return panneau(
    nom,
    html`<ul class="anomalies">
      ${groupes.map((g) => groupe(volet, g))}
    </ul>`,
    consequence,
  )
}

function resume(groupes: readonly GroupeAnomalies[]): string {
  const compter = (gravite: GroupeAnomalies['gravite']): number =>
    groupes.filter((g) => g.gravite === gravite).reduce((somme, { nombre }) => somme + nombre, 0)
  const bloquantes = compter('bloquante')
  return bloquantes === 0
    ? 'Toutes les lignes sont utilisées. Une cellule douteuse est prise comme inconnue, jamais devinée.'
    : `${formatCompte(bloquantes, 'anomalie empêche', 'anomalies empêchent')} d’utiliser une ligne. Les autres n’arrêtent rien\u202f: vous pouvez continuer.`
}

export function vueAnomalies(volet: Volet): TemplateResult {
  const { groupes, lecture } = volet.etat
  const nombre = groupes.reduce((somme, g) => somme + g.nombre, 0)
  const prochain = suite({ texte: 'Choisir la grille', icone: 'suivant', surClic: () => void allerGrille(volet) })
  if (lecture === undefined) return html`${titre('Anomalies')} ${etiquette('provisoire')}`
  if (nombre === 0 && lecture.demandes === 0)
    return html`${titre('Aucune demande lue')}
    ${etatVide({
      icone: 'tableur',
      titre: 'Il n’y a rien à vérifier',
      texte: 'Le tableau choisi n’a pas de demande. Remplissez-le, ou choisissez-en un autre.',
      actions: bouton({
        texte: 'Voir les données',
        surClic: () => {
          volet.aller('donnees')
        },
      }),
    })}`
  if (nombre === 0)
    return html`${titre('Aucune anomalie')}
    ${etatVide({ icone: 'succes', titre: 'Tout se lit', texte: 'Chaque cellule utile a été comprise.' })} ${prochain}`
  return html`${titre(formatCompte(nombre, 'anomalie'), resume(groupes))}
    <p class="aide">
      ${
        volet.hote.surPlace === undefined
          ? 'Ouvrez un groupe, puis une anomalie, pour voir sa ligne. Corrigez dans votre fichier, puis rouvrez-le.'
          : 'Ouvrez un groupe, puis une anomalie\u202f: sa cellule est sélectionnée dans la feuille. Corrigez-la, puis relisez.'
      }
    </p>
    ${
      volet.hote.surPlace === undefined
        ? nothing
        : html`<div class="rangee">
            ${bouton({ texte: 'Relire après corrections', discret: true, surClic: () => void lire(volet) })}
          </div>`
    }
    ${vueTerritoire(volet)} ${parGravite(volet, 'bloquante')} ${parGravite(volet, 'ignoree')}
    ${parGravite(volet, 'information')} ${prochain}`
}
