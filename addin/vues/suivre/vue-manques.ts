import { html, nothing, type TemplateResult } from 'lit'
import { formatNombre } from '../../../core/index.ts'
import { icone } from '../../../ui/icones.ts'
import { tableDonnees } from '../../../ui/table-donnees.ts'
import type { ColonneTable } from '../../../ui/table-modele.ts'
import type { CelluleManquante, ManqueVu } from '../../travail/suivi/contrat-objectifs.ts'
import { panneau } from '../elements.ts'
import { montrerEndroit, ouvrirManque } from './actions-objectifs.ts'
import type { Suivre } from './suivre.ts'
import { detailLigne } from './vue-lignes.ts'

const COLONNES: readonly ColonneTable[] = [
  { code: 'ligne', titre: 'Ligne', largeur: '4.5rem', nombre: true, etroit: 'valeur', prefixe: 'ligne' },
  { code: 'numero', titre: 'Numéro', largeur: 'minmax(9rem, 1fr)', etroit: 'titre' },
  { code: 'bailleur', titre: 'Bailleur', largeur: 'minmax(7rem, 1fr)', etroit: 'detail' },
  { code: 'autres', titre: 'Manque aussi', largeur: 'minmax(6rem, 1fr)', etroit: 'absent' },
]

function cellule(manquante: CelluleManquante | undefined, colonne: number): string {
  if (manquante === undefined) return '…'
  const { endroit, numero, bailleur, autres } = manquante
  return [formatNombre(endroit.ligne), numero || '—', bailleur, autres][colonne] ?? ''
}

function manque(suivre: Suivre, { champ, phrase, nombre, seul, colonneAbsente, libelle }: ManqueVu): TemplateResult {
  const ouvert = suivre.etat.champOuvert === champ
  return html`<li class="anomalies-groupe">
    <button
      type="button"
      class="anomalies-tete suivre-tete-manque"
      aria-expanded=${ouvert ? 'true' : 'false'}
      ?disabled=${colonneAbsente}
      @click=${() => void ouvrirManque(suivre, champ)}
    >
      <span>${phrase}</span>
      ${colonneAbsente ? nothing : icone('deplier')} ${seul === '' ? nothing : html`<span class="aide">${seul}</span>`}
    </button>
    ${
      ouvert
        ? html`<div class="anomalies-detail">
            ${tableDonnees({
              libelle: `Cellules à remplir\u202f: ${libelle}`,
              colonnes: COLONNES,
              nombreLignes: nombre,
              cellule: (i, c) => cellule(suivre.cellules.ligne(i), c),
              surSelection: (i) => {
                const trouvee = suivre.cellules.ligne(i)
                if (trouvee !== undefined) void montrerEndroit(suivre, trouvee.endroit)
              },
            })}
            ${suivre.etat.derriere === undefined ? detailLigne(suivre) : nothing}
          </div>`
        : nothing
    }
  </li>`
}

/** Which missing cells matter most for the target on screen: the list to go and fill. */
export function vueManques(suivre: Suivre): TemplateResult {
  const { manques } = suivre.etat
  if (manques.length === 0)
    return panneau('À compléter', html`<p>Rien ne manque pour cet objectif&#8239;: le taux est certain.</p>`)
  return panneau(
    'À compléter d’abord',
    html`<ul class="anomalies">
      ${manques.map((m) => manque(suivre, m))}
    </ul>`,
    'Une ligne incomplète n’est ni comptée ni oubliée\u202f: elle élargit la fourchette.',
  )
}
