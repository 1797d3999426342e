import { html, type TemplateResult } from 'lit'
import { cleTexte, formatCompte, formatJour, jourIso } from '../../../core/index.ts'
import { choix, saisie } from '../../../ui/champ.ts'
import { depotFichier } from '../../../ui/depot-fichier.ts'
import { rechercheChoix, type OptionTrouvee } from '../../../ui/recherche-choix.ts'
import type { TerritoirePropose } from '../../travail/publication/contrat-publication.ts'
import { bouton, panneau } from '../elements.ts'
import type { Publier } from './publier.ts'

/** Territories proposed at once. */
const PROPOSES = 8

const NATURES = ['année', 'trimestre', 'mois', 'jour', 'année précédente'] as const

function option({ code, nom, demandes }: TerritoirePropose): OptionTrouvee {
  return { valeur: code, libelle: nom, detail: demandes === 0 ? code : formatCompte(demandes, 'demande') }
}

function territoire(publier: Publier): TemplateResult {
  const { depart, reglages } = publier.etat
  const tous = depart?.territoires ?? []
  return rechercheChoix({
    id: 'publier-territoire',
    libelle: 'Territoire',
    choisi: tous.find(({ code }) => code === reglages?.territoire)?.nom ?? '',
    valeur: reglages?.territoire,
    exemple: 'Nom ou SIREN',
    chercher: (texte) => {
      const cle = cleTexte(texte)
      const trouves = tous.filter(({ code, nom }) => cleTexte(nom).includes(cle) || code.startsWith(texte.trim()))
      return { options: trouves.slice(0, PROPOSES).map(option), autres: Math.max(0, trouves.length - PROPOSES) }
    },
    surChoix: (code) => void publier.regler({ territoire: code }),
  })
}

function precedent(publier: Publier): TemplateResult {
  const { precedent: donne } = publier.etat
  if (donne === undefined)
    return depotFichier({
      id: 'publier-precedent',
      titre: 'Fichier publié précédemment',
      aide: '.json. Ce qui a changé de 1 à 10 ménages depuis est retenu\u202f: l’écart les désignerait.',
      formats: '.json',
      surFichiers: ([fichier]) => {
        if (fichier !== undefined) void publier.donnerPrecedent(fichier)
      },
    })
  const fait = jourIso(donne.faitLe)
  return html`<div class="publier-precedent">
    <p>
      <strong>Comparé à ${donne.fichier}</strong>
      <span class="aide"
        >${donne.titre}${fait === undefined ? '' : `, fait le ${formatJour(fait)}`}${donne.intact === false ? '. Attention\u202f: ce fichier a été modifié depuis sa publication.' : ''}</span
      >
    </p>
    ${bouton({ texte: 'Retirer', discret: true, icone: 'croix', nom: 'Retirer le fichier précédent', surClic: () => void publier.donnerPrecedent(undefined) })}
  </div>`
}

/** What is published, of when, by which rules, compared with what. */
export function vueReglages(publier: Publier): TemplateResult {
  const { depart, reglages } = publier.etat
  if (depart === undefined || reglages === undefined) return html``
  return panneau(
    'Réglages',
    html`<div class="volet-champs">
      ${territoire(publier)}
      ${choix({
        id: 'publier-periode',
        libelle: 'Période des chiffres',
        options: depart.periodes.map((valeur, i) => ({ valeur, libelle: `${valeur} (${NATURES[i] ?? ''})` })),
        valeur: reglages.periode,
        surChoix: (periode) => void publier.regler({ periode }),
      })}
      ${choix({
        id: 'publier-profil',
        libelle: 'Règles de protection',
        aide: depart.profils.find(({ id }) => id === reglages.profil)?.source ?? '',
        options: depart.profils.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
        valeur: reglages.profil,
        surChoix: (profil) => void publier.regler({ profil }),
      })}
      ${precedent(publier)}
      ${saisie({
        id: 'publier-producteur',
        libelle: 'Publié par',
        facultatif: true,
        aide: 'À défaut, le territoire.',
        valeur: reglages.producteur,
        surSaisie: (producteur) => {
          publier.nommerProducteur(producteur)
        },
      })}
    </div>`,
  )
}
