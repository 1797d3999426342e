import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte, formatNombre, formatTaux, jourFrancais, jourIso } from '../../core/index.ts'
import { bandeau } from '../../ui/bandeau.ts'
import { etatVide } from '../../ui/etats.ts'
import { etiquette } from '../../ui/etiquette.ts'
import { tableDonnees } from '../../ui/table-donnees.ts'
import type { ModeleTable } from '../../ui/table-modele.ts'
import type { CotationVue, LigneClassee, ListeVue } from '../travail/contrat.ts'
import { coter, expliquer, retirerFiltres } from './actions-cotation.ts'
import { bouton, titre } from './elements.ts'
import { sansClassement } from './sans-classement.ts'
import { vueFiltres } from './vue-filtres.ts'
import type { Volet } from './volet.ts'

const COLONNES: ModeleTable['colonnes'] = [
  { code: 'rang', titre: 'Rang', largeur: '3.25rem', nombre: true, etroit: 'detail', prefixe: 'rang' },
  { code: 'numero', titre: 'Numéro unique', largeur: 'minmax(10.25rem, 1fr)', etroit: 'titre' },
  { code: 'note', titre: 'Points', largeur: '3.5rem', nombre: true, etroit: 'valeur' },
  { code: 'menage', titre: 'Pers.', largeur: '2.5rem', nombre: true, etroit: 'absent' },
  { code: 'etat', titre: 'À savoir', largeur: 'minmax(7.5rem, 0.8fr)', etroit: 'marque' },
]

function marque({ incertaine, bornes }: LigneClassee): TemplateResult | string {
  return incertaine ? etiquette('incomplet', bornes) : ''
}

function cellule(ligne: LigneClassee | undefined, colonne: string): TemplateResult | string {
  if (ligne === undefined) return colonne === 'numero' ? '…' : ''
  switch (colonne) {
    case 'rang':
      return ligne.rang
    case 'numero':
      return ligne.numero
    case 'note':
      return ligne.note
    case 'menage':
      return ligne.personnes
    default:
      return marque(ligne)
  }
}

let dernier: { readonly liste: ListeVue; readonly place: number | undefined; readonly modele: ModeleTable } | undefined

/** The same model as long as nothing changed: a new one would bring the reader back to the row that is open. */
function modele(volet: Volet, liste: ListeVue, surOuverture: (place: number) => void): ModeleTable {
  const { place } = volet.etat
  if (dernier?.liste === liste && dernier.place === place) return dernier.modele
  const neuf: ModeleTable = {
    libelle: 'Demandes classées',
    colonnes: COLONNES,
    nombreLignes: liste.nombre,
    cellule: (i, c) => cellule(volet.classees.ligne(i), COLONNES[c]?.code ?? ''),
    surSelection: surOuverture,
    ...(place === undefined ? {} : { selection: place }),
  }
  dernier = { liste, place, modele: neuf }
  return neuf
}

function direIncertaines({ incertaines }: ListeVue): string {
  if (incertaines === 0) return 'Aucune demande de cette liste ne changerait de place une fois complétée.'
  return incertaines === 1
    ? 'Une demande de cette liste pourrait changer de place une fois complétée\u202f: elle est marquée «\u202fde… à…\u202f».'
    : `${formatCompte(incertaines, 'demande')} de cette liste pourraient changer de place une fois complétées\u202f: elles sont marquées «\u202fde… à…\u202f».`
}

function direIncompletes(
  { incompletes, classees, manques }: CotationVue,
  liste: ListeVue,
): TemplateResult | typeof nothing {
  if (incompletes === 0) return nothing
  const premier = manques[0]
  const cause =
    premier === undefined ? '' : `Il y manque surtout\u202f: ${manques.map(({ libelle }) => libelle).join(', ')}.`
  return bandeau({
    genre: 'info',
    titre: `${formatCompte(incompletes, 'note incomplète', 'notes incomplètes')}, soit ${formatTaux(incompletes / classees, { decimales: 0 })}`,
    textes: [`${cause} ${direIncertaines(liste)}`.trim()],
  })
}

function perimee(volet: Volet): TemplateResult | typeof nothing {
  if (!volet.etat.cotationPerimee) return nothing
  return bandeau({
    genre: 'attention',
    titre: 'La grille, le jour ou la lecture a changé',
    textes: ['Ce classement date d’avant.'],
    actions: bouton({ texte: 'Recoter', surClic: () => void coter(volet) }),
  })
}

function officielle({ ecarts }: CotationVue): string {
  if (ecarts === undefined) return ''
  return ` Le registre donne une autre note à ${formatNombre(ecarts.differentes)} des ${formatCompte(ecarts.comparees, 'demande')} où il en donne une\u202f: la feuille Ecarts les montre.`
}

/** The ranking: what the filters leave, best first. */
export function vueCotation(volet: Volet, surOuverture: (place: number) => void): TemplateResult {
  const { cotation, liste } = volet.etat
  if (cotation === undefined || liste === undefined) return sansClassement(volet, 'Cotation')
  const jour = jourIso(cotation.jour)
  return html`<section class="volet-classement" aria-label="Classement">
    ${titre(
      formatCompte(cotation.classees, 'demande classée', 'demandes classées'),
      `${cotation.grille}, au ${jour === undefined ? '' : jourFrancais(jour)}.${officielle(cotation)}`,
    )}
    ${perimee(volet)} ${vueFiltres(volet)}
    ${
      liste.nombre === 0
        ? etatVide({
            icone: 'filtre',
            titre: 'Aucune demande ne correspond',
            texte: 'Élargissez la recherche ou retirez les filtres.',
            actions: bouton({
              texte: 'Retirer les filtres',
              surClic: () => {
                retirerFiltres(volet)
              },
            }),
          })
        : tableDonnees(modele(volet, liste, surOuverture))
    }
    ${direIncompletes(cotation, liste)}
  </section>`
}

/** Opens the explanation of a demande beside the ranking. */
export function ouvrirDemande(volet: Volet, place: number, large: boolean): void {
  void expliquer(volet, place)
  if (!large) volet.aller('explication')
}
