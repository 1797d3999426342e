import { html, nothing, type TemplateResult } from 'lit'
import type { FauteTable } from '../../core/index.ts'
import { formatCompte } from '../../core/index.ts'
import { bandeau } from '../../ui/bandeau.ts'
import { montrerFaute, ouvrirFeuilles, relireFeuilles, remettreFeuilles } from './actions-feuilles-grille.ts'
import { bouton, panneau } from './elements.ts'
import type { Volet } from './volet.ts'

function ou({ table, ligne, colonne }: FauteTable): string {
  if (ligne === 0) return table
  return `${table === 'Grille' ? 'Ligne' : `${table}, ligne`} ${String(ligne)}, ${colonne}`
}

function fautes(volet: Volet, liste: readonly FauteTable[]): TemplateResult {
  return bandeau({
    genre: 'erreur',
    titre: `${formatCompte(liste.length, 'cellule')} à corriger dans la feuille`,
    actions: html`<ul class="fautes-feuille">
        ${liste.map(
          (faute) =>
            html`<li>
              <button type="button" class="lien" @click=${() => void montrerFaute(volet, faute)}>${ou(faute)}</button>
              <span>${faute.message}</span>
            </li>`,
        )}
      </ul>
      <p class="aide">En attendant, le volet garde la dernière grille juste.</p>
      <div class="rangee">
        ${bouton({ texte: 'Relire la feuille', surClic: () => void relireFeuilles(volet) })}
        ${bouton({
          texte: 'Remettre la grille du volet',
          discret: true,
          nom: 'Remplacer la feuille par la grille du volet',
          surClic: () => void ouvrirFeuilles(volet),
        })}
      </div>`,
  })
}

/** Faults of the sheets, each one click away from its cell. */
export function vueFautesFeuilles(volet: Volet): TemplateResult | typeof nothing {
  const liste = volet.etat.feuillesGrille?.fautes ?? []
  return liste.length === 0 ? nothing : fautes(volet, liste)
}

/** The grid as sheets of the workbook. */
export function vueFeuillesGrille(volet: Volet): TemplateResult | typeof nothing {
  if (volet.hote.feuillesGrille === undefined || volet.etat.grille === undefined) return nothing
  return volet.etat.feuillesGrille === undefined
    ? panneau(
        'Dans une feuille',
        html`<div class="rangee">
          ${bouton({ texte: 'Ouvrir la grille dans une feuille', icone: 'tableur', surClic: () => void ouvrirFeuilles(volet) })}
        </div>`,
        'Listes de valeurs, critères du socle verrouillés, fautes montrées à la cellule. Le volet suit ce que vous y changez.',
      )
    : panneau(
        'Dans la feuille',
        html`<div class="rangee">
          ${bouton({ texte: 'Aller à la feuille', icone: 'tableur', surClic: () => void montrerFaute(volet) })}
          ${bouton({ texte: 'Relire la feuille', discret: true, surClic: () => void relireFeuilles(volet) })}
          ${
            volet.etat.feuillesGrille.remplacees
              ? bouton({
                  texte: 'Remettre ce que la feuille contenait',
                  discret: true,
                  surClic: () => void remettreFeuilles(volet),
                })
              : nothing
          }
        </div>`,
        'La feuille et ce formulaire disent la même grille\u202f: la dernière modification compte.',
      )
}
