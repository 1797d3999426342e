import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte, formatNombre } from '../../../core/index.ts'
import { bandeau } from '../../../ui/bandeau.ts'
import { bascule, choix, saisie } from '../../../ui/champ.ts'
import { tableDonnees } from '../../../ui/table-donnees.ts'
import type { ColonneTable } from '../../../ui/table-modele.ts'
import type { DemandeQuartile, QuartileVu } from '../../travail/suivi/contrat-quartile.ts'
import { choixEpci } from '../choix-epci.ts'
import { bouton, panneau, titre } from '../elements.ts'
import { refusDe } from './actions-flux.ts'
import { preparerTerritoires } from './actions-lecture.ts'
import { montrerEndroit } from './actions-objectifs.ts'
import type { Suivre } from './suivre.ts'
import { detailLigne } from './vue-lignes.ts'

async function situer(suivre: Suivre): Promise<void> {
  const fauteQuartile = await refusDe(async () => {
    await preparerTerritoires(suivre)
    const quartileVu = await suivre.demander((s) => s.situer(suivre.etat.quartile))
    suivre.changer({ quartileVu })
  })
  suivre.changer({ fauteQuartile, ...(fauteQuartile === undefined ? {} : { quartileVu: undefined }) })
}

function changer(suivre: Suivre, changements: Partial<DemandeQuartile>): void {
  suivre.changer({ quartile: { ...suivre.etat.quartile, ...changements } })
  // Once answered, the answer follows the form.
  if (suivre.etat.quartileVu !== undefined) void situer(suivre)
}

function territoire(suivre: Suivre): TemplateResult {
  const { territoires, quartile } = suivre.etat
  return choixEpci({
    id: 'quartile-epci',
    libelle: 'EPCI',
    epcis: territoires,
    epci: quartile.epci,
    surChoix: (epci) => {
      changer(suivre, { epci })
    },
  })
}

function formulaire(suivre: Suivre): TemplateResult {
  const { quartile, jour } = suivre.etat
  const enCours = Number(jour.slice(0, 4))
  const nombre = (code: 'ressources' | 'personnes' | 'moinsDe14', libelle: string, plus: object = {}): TemplateResult =>
    saisie({
      id: `quartile-${code}`,
      libelle,
      genre: 'nombre',
      valeur: quartile[code],
      surSaisie: (valeur) => {
        changer(suivre, { [code]: valeur })
      },
      ...plus,
    })
  return html`<form
    class="volet-champs"
    @submit=${(evenement: Event) => {
      evenement.preventDefault()
      void situer(suivre)
    }}
  >
    ${nombre('ressources', 'Ressources mensuelles du ménage', { unite: '€', aide: 'Hors aides au logement.' })}
    <div class="suivre-filtres-champs">
      ${nombre('personnes', 'Personnes')} ${nombre('moinsDe14', 'dont moins de 14 ans')}
    </div>
    ${territoire(suivre)}
    <div class="suivre-filtres-champs">
      ${choix({
        id: 'quartile-annee',
        libelle: 'Seuils de l’année',
        options: [enCours, enCours - 1, enCours - 2].map((annee) => ({
          valeur: String(annee),
          libelle: String(annee),
        })),
        valeur: String(quartile.annee),
        surChoix: (annee) => {
          changer(suivre, { annee: Number(annee) })
        },
      })}
      ${bascule({
        nom: 'quartile-borne',
        legende: 'Revenu égal à un seuil',
        options: [
          { valeur: 'stricte', libelle: 'Borne stricte' },
          { valeur: 'incluse', libelle: 'Borne incluse' },
        ],
        valeur: quartile.borne,
        surChoix: (borne) => {
          changer(suivre, { borne: borne === 'incluse' ? 'incluse' : 'stricte' })
        },
      })}
    </div>
    <div class="rangee">
      ${bouton({ texte: 'Situer ce ménage', principal: true, surClic: () => void situer(suivre) })}
      <button type="submit" class="hors-ecran" tabindex="-1">Situer ce ménage</button>
    </div>
  </form>`
}

function resultat({ phrase, calcul, distances, borne, annees, avertissement }: QuartileVu): TemplateResult {
  return html`<div class="suivre-reponse" aria-live="polite">
    <p class="suivre-reponse-titre">${phrase}</p>
    <p>${calcul}</p>
    ${avertissement === undefined ? nothing : bandeau({ genre: 'attention', titre: avertissement })}
    <ul class="paires">
      ${distances.map(
        ({ seuil, distance }) =>
          html`<li>
            <span>${seuil}</span>
            <strong>${distance}</strong>
          </li>`,
      )}
    </ul>
    <p class="aide">${borne}</p>
    <ul class="paires">
      ${annees.map(
        ({ annee, quartile }) =>
          html`<li>
            <span>Avec les seuils de ${annee}</span>
            <strong>${quartile}</strong>
          </li>`,
      )}
    </ul>
  </div>`
}

const COLONNES: readonly ColonneTable[] = [
  { code: 'ligne', titre: 'Ligne', largeur: '5rem', nombre: true, etroit: 'valeur', prefixe: 'ligne' },
  { code: 'numero', titre: 'Numéro', largeur: 'minmax(9rem, 1fr)', etroit: 'titre' },
  { code: 'bailleur', titre: 'Bailleur', largeur: 'minmax(8rem, 1fr)', etroit: 'absent' },
  { code: 'quartile', titre: 'Quartile', largeur: '5rem', nombre: true, etroit: 'absent' },
  { code: 'distance', titre: 'Premier quartile', largeur: 'minmax(9rem, 1fr)', etroit: 'marque' },
  { code: 'bascule', titre: 'Ce qui le change', largeur: 'minmax(12rem, 2fr)', etroit: 'detail' },
]

/** The households of the year that are near the threshold, or that another year or bound would move. */
function auSeuil(suivre: Suivre): TemplateResult | typeof nothing {
  const { auSeuil: liste } = suivre.etat
  if (liste === undefined) return nothing
  const { lignes, annee, marge } = liste
  const intitule = `${formatCompte(lignes.length, 'ménage')} de ${String(annee)} près d’un seuil`
  if (lignes.length === 0)
    return panneau(intitule, html`<p class="aide">Aucun à moins de ${marge} par UC et par an du premier quartile.</p>`)
  return panneau(
    intitule,
    tableDonnees({
      libelle: intitule,
      colonnes: COLONNES,
      nombreLignes: lignes.length,
      cellule: (i, c) => {
        const { endroit, numero, bailleur, quartile, distance, bascule: change } = lignes[i] ?? {}
        return (
          [
            formatNombre(endroit?.ligne ?? 0),
            numero ?? '',
            bailleur ?? '',
            quartile ?? '',
            distance ?? '',
            change ?? '',
          ][c] ?? ''
        )
      },
      surSelection: (i) => {
        const endroit = lignes[i]?.endroit
        if (endroit !== undefined) void montrerEndroit(suivre, endroit)
      },
    }),
    `À moins de ${marge} par UC et par an du premier quartile, ou que l’année ou la borne fait changer de quartile.`,
  )
}

/** Where one household stands among the quartiles. */
export function vueQuartile(suivre: Suivre): TemplateResult {
  const { quartileVu, fauteQuartile } = suivre.etat
  return html`${titre(
      'De quel quartile est ce ménage\u202f?',
      'La distance à chaque seuil, et ce qu’une autre année ou une autre lecture de la borne changerait.',
    )}
    <div class="deux-colonnes">
      <div>${panneau('Le ménage', formulaire(suivre))}</div>
      <div>
        ${fauteQuartile === undefined ? nothing : bandeau({ genre: 'erreur', titre: fauteQuartile })}
        ${
          quartileVu === undefined
            ? panneau(
                'Son quartile',
                html`<p class="aide">
                  Ressources × 12 ÷ unités de consommation (1 pour le titulaire, 0,5 par autre personne, 0,3 par enfant
                  de moins de 14 ans), comparées aux seuils de l’EPCI.
                </p>`,
              )
            : panneau('Son quartile', resultat(quartileVu))
        }
      </div>
    </div>
    ${auSeuil(suivre)} ${suivre.etat.derriere === undefined ? detailLigne(suivre) : nothing}`
}
