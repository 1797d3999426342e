import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte, formatNombre } from '../../core/index.ts'
import { bandeau } from '../../ui/bandeau.ts'
import { choix } from '../../ui/champ.ts'
import { etiquette } from '../../ui/etiquette.ts'
import type { CotationVue, Produit } from '../travail/contrat.ts'
import { coter } from './actions-cotation.ts'
import { enregistrer, enregistrerReleves } from './actions-resultats.ts'
import { bouton, panneau, titre } from './elements.ts'
import { sansClassement } from './sans-classement.ts'
import { vueSurPlace } from './vue-sur-place.ts'
import type { Volet } from './volet.ts'

interface Offre {
  readonly produit: Produit
  readonly titre: string
  readonly texte: string
  readonly action: string
  readonly principal?: boolean
}

function offre(
  volet: Volet,
  { produit, titre: nom, texte, action, principal = false }: Offre,
  reglage?: TemplateResult,
): TemplateResult {
  const { enregistres, enCours, cotation } = volet.etat
  return panneau(
    nom,
    html`<p>${texte}</p>
      ${reglage ?? nothing}
      <div class="rangee">
        ${bouton({
          texte: action,
          icone: 'telecharger',
          principal,
          desactive: enCours !== undefined || cotation === undefined,
          surClic: () => void (produit === 'releves' ? enregistrerReleves(volet) : enregistrer(volet, produit)),
        })}
        ${enregistres.includes(produit) ? etiquette('neutre', 'enregistré') : nothing}
      </div>`,
  )
}

/** How many statements are made. */
export function nombreReleves(volet: Volet): TemplateResult {
  const nombre = volet.etat.liste?.nombre ?? 0
  const possibles = [1, 10, 50, 200].filter((n) => n === 1 || n <= nombre)
  return choix({
    id: 'nombre-releves',
    libelle: 'Demandes',
    aide: 'Dans l’ordre de la liste, avec ses filtres.',
    options: possibles.map((n) => ({
      valeur: String(n),
      libelle: n === 1 ? 'La première' : `Les ${formatNombre(n)} premières`,
    })),
    valeur: String(Math.max(...possibles.filter((n) => n <= volet.etat.nombreReleves))),
    surChoix: (valeur) => {
      volet.changer({ nombreReleves: Number(valeur) })
    },
  })
}

export function vueEnregistrer(volet: Volet): TemplateResult {
  const { cotation, remise, cotationPerimee } = volet.etat
  const { surPlace } = volet.hote
  if (cotation === undefined) return sansClassement(volet, 'Enregistrer')
  return html`${titre('Enregistrer les résultats', `${formatCompte(cotation.classees, 'demande classée', 'demandes classées')} avec ${cotation.grille}.`)}
    ${
      cotationPerimee
        ? bandeau({
            genre: 'attention',
            titre: 'La cotation n’est plus à jour',
            textes: ['La grille, le jour ou la lecture a changé depuis.'],
            actions: bouton({ texte: 'Recoter', surClic: () => void coter(volet) }),
          })
        : nothing
    }
    ${remise === undefined ? nothing : bandeau({ genre: 'succes', titre: remise })}
    ${surPlace === undefined ? offresFichiers(volet, cotation) : vueSurPlace(volet, nombreReleves(volet))}
    <p class="aide">
      ${surPlace === undefined ? 'Chaque fichier' : 'Chaque feuille'} dit sa grille, son empreinte, le jour du calcul,
      la source et la version&#8239;: le résultat se refait.
    </p>`
}

function offresFichiers(volet: Volet, cotation: CotationVue): TemplateResult {
  return html`<div class="offres">
    ${offre(volet, {
      produit: 'classeur',
      titre: 'Le classeur',
      texte: `Une copie de votre fichier, avec les feuilles Cotation${cotation.ecarts === undefined ? ' et Anomalies' : ', Anomalies et Ecarts'}. Vos feuilles restent intactes.`,
      action: 'Enregistrer le classeur',
      principal: true,
    })}
    ${offre(
      volet,
      {
        produit: 'releves',
        titre: 'Les relevés',
        texte: 'Un document Word\u202f: une page par demande, chaque point avec sa raison.',
        action: 'Enregistrer les relevés',
      },
      nombreReleves(volet),
    )}
    ${offre(volet, {
      produit: 'csv',
      titre: 'Le classement seul',
      texte: 'Un fichier CSV\u202f: une ligne par demande, à reprendre dans un autre outil.',
      action: 'Enregistrer le CSV',
    })}
  </div>`
}
