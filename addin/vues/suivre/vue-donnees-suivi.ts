import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte, formatNombre } from '../../../core/index.ts'
import { bandeau } from '../../../ui/bandeau.ts'
import { choix, interrupteur, saisie } from '../../../ui/champ.ts'
import { icone } from '../../../ui/icones.ts'
import type { GroupeAnomalies } from '../../travail/contrat.ts'
import type { TableSuivie } from '../../travail/suivi/contrat-suivi.ts'
import { bouton, panneau, suite, titre } from '../elements.ts'
import { direVide } from '../dire-vide.ts'
import type { TableEditee } from '../table-editee.ts'
import { vueColonnes } from '../vue-colonnes.ts'
import { alerteBloquants, vueDoutes } from '../vue-doutes.ts'
import {
  allerVue,
  choisirColonnes,
  declarerVide,
  ecarter,
  lire,
  lisible,
  ouvrirGroupe,
  reprendreEcartees,
} from './actions-lecture.ts'
import { montrerEndroit } from './actions-objectifs.ts'
import type { Suivre } from './suivre.ts'
import { sources } from './vue-accueil.ts'
import { detailLigne } from './vue-lignes.ts'

const GENRES = { attributions: 'Attributions', parc: 'Parc et conventions' } as const

function editee(suivre: Suivre, table: TableSuivie): TableEditee {
  const { corrigee, champs } = suivre.etat
  return {
    table,
    champs: champs[table.genre] ?? [],
    corrigee: corrigee?.[0] === table.cle ? corrigee[1] : undefined,
    prefixe: `${table.cle}-`,
    designer: (rang, champ) => void choisirColonnes(suivre, table.cle, { [rang]: champ }),
    departager: (champ, rang) => {
      const autres = table.colonnes.filter((c) => c.champ === champ && c.rang !== rang)
      const ecartees = Object.fromEntries(autres.map((c) => [c.rang, null]))
      void choisirColonnes(suivre, table.cle, { ...ecartees, [rang]: champ })
    },
    corriger: (rang) => {
      suivre.changer({ corrigee: rang === undefined ? undefined : [table.cle, rang] })
    },
  }
}

function table(suivre: Suivre, trouvee: TableSuivie): TemplateResult {
  const { cle, genre, nom, feuille, feuilles, colonnes } = trouvee
  const reconnues = colonnes.filter(({ champ }) => champ !== null).length
  const seule = suivre.etat.tables?.tables.length === 1
  return html`<section class="suivre-donnees">
    <h2>${GENRES[genre]}</h2>
    <p>
      ${nom}, feuille «&#8239;${feuille}&#8239;»&#8239;:
      ${formatCompte(reconnues, 'colonne reconnue', 'colonnes reconnues')} sur ${formatNombre(colonnes.length)}.
    </p>
    ${
      feuilles.length < 2
        ? nothing
        : choix({
            id: `${cle}-feuille`,
            libelle: 'Feuille',
            options: feuilles.map((f) => ({ valeur: f, libelle: f })),
            valeur: feuille,
            surChoix: (choisie) => void choisirColonnes(suivre, cle, {}, choisie),
          })
    }
    ${alerteBloquants(editee(suivre, trouvee), 'attributions')} ${vueDoutes(editee(suivre, trouvee))}
    ${vueColonnes(editee(suivre, trouvee))}
    ${seule ? nothing : bouton({ texte: 'Laisser ce tableau de côté', discret: true, surClic: () => void ecarter(suivre, cle) })}
  </section>`
}

function ecartees(suivre: Suivre): TemplateResult | typeof nothing {
  const noms = suivre.etat.ecartees.map(({ feuille }) => `«\u202f${feuille}\u202f»`)
  if (noms.length === 0) return nothing
  return html`<div class="rangee">
    <span>Laissé de côté&#8239;: ${noms.join(', ')}.</span>
    ${bouton({ texte: 'Reprendre', discret: true, nom: `Reprendre ${noms.join(', ')}`, surClic: () => void reprendreEcartees(suivre) })}
  </div>`
}

function vides(suivre: Suivre): TemplateResult | typeof nothing {
  const { lecture, videNon } = suivre.etat
  if (lecture === undefined || lecture.vides.length === 0) return nothing
  return panneau(
    'Cellules vides',
    html`<div class="vides">
      ${lecture.vides.map(({ champ, libelle, vides: nombre, remplies, sens }) =>
        interrupteur({
          id: `suivi-vide-${champ}`,
          libelle: `${libelle}\u202f: vide veut dire ${direVide(sens)}`,
          aide:
            remplies > 0
              ? `${formatCompte(remplies, 'cellule prise', 'cellules prises')} comme ${direVide(sens)}.`
              : `${formatCompte(nombre, 'cellule vide', 'cellules vides')}, inconnues.`,
          coche: videNon.includes(champ),
          surChange: (coche) => {
            declarerVide(suivre, champ, coche)
          },
        }),
      )}
    </div>`,
    'Rien n’est deviné\u202f: une cellule vide reste inconnue tant que vous ne dites pas le contraire.',
  )
}

function groupe(suivre: Suivre, { cle, nombre, titre: nom, colonnes }: GroupeAnomalies): TemplateResult {
  const { groupeOuvert, anomalies } = suivre.etat
  const ouvert = groupeOuvert === cle
  return html`<li class="anomalies-groupe">
    <button
      type="button"
      class="anomalies-tete"
      aria-expanded=${ouvert ? 'true' : 'false'}
      @click=${() => void ouvrirGroupe(suivre, cle)}
    >
      <span class="anomalies-nombre">${formatNombre(nombre)}</span>
      <span class="anomalies-titre">${nom}</span>
      ${icone('deplier')}
      <span class="aide"
        >${colonnes
          .slice(0, 3)
          .map((c) => `${c.nom} (${formatNombre(c.nombre)})`)
          .join(', ')}</span
      >
    </button>
    ${
      ouvert
        ? html`<div class="anomalies-detail">
            <ul class="suivre-fautes" tabindex="0" role="group" aria-label=${nom}>
              ${anomalies.map(
                ({ message, endroit }) =>
                  html`<li>
                    <button type="button" @click=${() => void montrerEndroit(suivre, endroit)}>
                      <strong>Ligne ${formatNombre(endroit.ligne)}</strong> ${message}
                    </button>
                  </li>`,
              )}
            </ul>
            ${detailLigne(suivre)}
          </div>`
        : nothing
    }
  </li>`
}

function anomalies(suivre: Suivre): TemplateResult | typeof nothing {
  const { lecture } = suivre.etat
  if (lecture === undefined || lecture.anomalies.length === 0) return nothing
  return panneau(
    'Anomalies',
    html`<ul class="anomalies">
      ${lecture.anomalies.map((g) => groupe(suivre, g))}
    </ul>`,
    'Ouvrez un groupe, puis une anomalie, pour aller à sa ligne.',
  )
}

/** The tables that are followed: which columns, what is empty, what is wrong. */
export function vueDonneesSuivi(suivre: Suivre): TemplateResult {
  const { tables, lecture, perimee, jour } = suivre.etat
  if (tables === undefined) return titre('Données')
  const pret = lisible(tables)
  const relire = lecture === undefined || perimee
  return html`${titre(lecture?.phrase ?? 'Colonnes à désigner', lecture === undefined ? 'Désignez les colonnes, puis lisez.' : '')}
    ${perimee ? bandeau({ genre: 'info', titre: 'Vos choix ont changé', textes: ['Relisez pour en tenir compte.'] }) : nothing}
    <div class="deux-colonnes">
      <div>${panneau('Tableaux', html`${tables.tables.map((t) => table(suivre, t))} ${ecartees(suivre)}`)}</div>
      <div>
        ${anomalies(suivre)} ${vides(suivre)}
        ${panneau(
          'Réglages',
          saisie({
            id: 'suivi-jour',
            libelle: 'Jour du calcul',
            aide: 'La projection à fin d’année part de ce jour.',
            genre: 'date',
            valeur: jour,
            surSaisie: (valeur) => {
              if (valeur !== '') suivre.changer({ jour: valeur, perimee: lecture !== undefined })
            },
          }),
        )}
        ${panneau(suivre.volet.hote.suivi.ouverture === undefined ? 'Relire' : 'Changer de fichiers', sources(suivre, true))}
      </div>
    </div>
    ${suite({
      texte: relire ? 'Lire ces tableaux' : 'Voir les objectifs',
      icone: 'suivant',
      desactive: !pret || suivre.volet.etat.enCours !== undefined,
      surClic: () =>
        void (async () => {
          if (relire && !(await lire(suivre))) return
          await allerVue(suivre, 'objectifs')
        })(),
    })}`
}
