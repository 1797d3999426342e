import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte, formatTaux } from '../../core/index.ts'
import { bandeau } from '../../ui/bandeau.ts'
import { icone } from '../../ui/icones.ts'
import type { ColonneVue } from '../travail/contrat.ts'
import { bouton, panneau } from './elements.ts'
import { choixChamp } from './choix-champ.ts'
import type { TableEditee } from './table-editee.ts'

function nomColonne({ entete, lettre }: ColonneVue): string {
  return entete === '' ? `colonne ${lettre}` : `«\u202f${entete}\u202f» (${lettre})`
}

function exemples({ exemples: valeurs }: ColonneVue): string {
  return valeurs.length === 0 ? 'colonne vide' : `par exemple\u202f: ${valeurs.join('\u00a0·\u00a0')}`
}

/** A required field without column: the one that looks like it first, any other that gives nothing next. */
function manquant({ table, designer }: TableEditee, champ: string, libelle: string): TemplateResult {
  const libres = table.colonnes.filter((colonne) => colonne.champ === null)
  const semblable = libres.find(({ proposition }) => proposition?.champ === champ)
  return html`<li class="doute" data-genre="manquant">
    <p>Quelle colonne donne «&#8239;<strong>${libelle}</strong>&#8239;»&#8239;? Ce champ est obligatoire.</p>
    ${
      semblable === undefined
        ? nothing
        : html`<div class="rangee">
            ${bouton({
              texte: `${semblable.lettre}\u202f: ${semblable.entete}`,
              icone: 'coche',
              nom: `${libelle}\u202f: c’est la colonne ${semblable.lettre}, ${semblable.entete}`,
              surClic: () => {
                designer(semblable.rang, champ)
              },
            })}
            <span class="aide">${exemples(semblable)}</span>
          </div>`
    }
    <div class="saisie">
      <select
        aria-label="Colonne de «&#8239;${libelle}&#8239;»"
        @change=${(evenement: Event) => {
          const { value } = evenement.currentTarget as HTMLSelectElement
          if (value !== '') designer(Number(value), champ)
        }}
      >
        <option value="">${semblable === undefined ? 'Choisir une colonne' : 'Une autre colonne'}</option>
        ${libres.map((c) => html`<option value=${c.rang}>${c.lettre}&#8239;: ${c.entete} — ${c.exemples[0] ?? 'vide'}</option>`)}
      </select>
      <span class="saisie-fleche">${icone('deplier')}</span>
    </div>
  </li>`
}

function ambigu({ table, departager }: TableEditee, champ: string, libelle: string): TemplateResult {
  const candidates = table.colonnes.filter((colonne) => colonne.champ === champ)
  return html`<li class="doute" data-genre="ambigu">
    <p>Plusieurs colonnes donnent «&#8239;<strong>${libelle}</strong>&#8239;». Laquelle garder&#8239;?</p>
    <ul class="doute-choix">
      ${candidates.map(
        (c) =>
          html`<li>
            ${bouton({
              texte: `Garder ${c.lettre}`,
              nom: `Garder la colonne ${c.lettre} pour ${libelle}`,
              surClic: () => {
                departager(champ, c.rang)
              },
            })}
            <span>${nomColonne(c)} <span class="aide">${exemples(c)}</span></span>
          </li>`,
      )}
    </ul>
  </li>`
}

function proposee(editee: TableEditee, colonne: ColonneVue): TemplateResult {
  const { proposition, rang } = colonne
  if (proposition === undefined) return html``
  return html`<li class="doute" data-genre="propose">
    <p>
      ${nomColonne(colonne)} ressemble à «&#8239;<strong>${proposition.libelle}</strong>&#8239;»
      <span class="aide">(${formatTaux(proposition.score, { decimales: 0 })})</span>
    </p>
    <p class="aide">${exemples(colonne)}</p>
    <div class="rangee">
      ${bouton({
        texte: 'C’est bien ce champ',
        icone: 'coche',
        nom: `${colonne.entete}\u202f: c’est bien ${proposition.libelle}`,
        surClic: () => {
          editee.designer(rang, proposition.champ)
        },
      })}
      ${bouton({
        texte: 'Autre champ…',
        discret: true,
        nom: `${colonne.entete}\u202f: choisir un autre champ`,
        surClic: () => {
          editee.corriger(rang)
        },
      })}
      ${bouton({
        texte: 'Ne pas l’utiliser',
        discret: true,
        nom: `${colonne.entete}\u202f: ne pas utiliser cette colonne`,
        surClic: () => {
          editee.designer(rang, null)
        },
      })}
    </div>
    ${editee.corrigee === rang ? choixChamp(editee, colonne) : nothing}
  </li>`
}

/** Said first when nothing can be read before an answer. */
export function alerteBloquants(editee: TableEditee | undefined, quoi = 'demandes'): TemplateResult | typeof nothing {
  const table = editee?.table
  const bloquants = (table?.manquants.length ?? 0) + (table?.ambigus.length ?? 0)
  if (bloquants === 0) return nothing
  if (table?.accentsAbimes === undefined && table?.colonnes.every(({ champ }) => champ === null) === true)
    return bandeau({
      genre: 'attention',
      titre: 'Aucune colonne n’est reconnue',
      textes: [
        `La feuille «\u202f${table.feuille}\u202f» ne ressemble pas à un export ${quoi === 'demandes' ? 'de demandes' : `d’${quoi}`}. Choisissez une autre feuille ou un autre fichier, ou désignez les colonnes une à une.`,
      ],
    })
  return bandeau({
    genre: 'attention',
    titre: `${formatCompte(bloquants, 'colonne')} à désigner avant de lire`,
    textes: ['Répondez ci-dessous\u202f: votre fichier n’est pas modifié.'],
  })
}

/** What the product will not settle alone: missing and double columns first, then what only looks like a field. */
export function vueDoutes(editee: TableEditee | undefined): TemplateResult | typeof nothing {
  if (editee === undefined) return nothing
  const { table } = editee
  const obligatoires = new Set(table.manquants.map(({ champ }) => champ))
  const proposees = table.colonnes.filter(
    ({ etat, proposition }) => etat === 'proposee' && !obligatoires.has(proposition?.champ ?? ''),
  )
  if (table.manquants.length + table.ambigus.length + proposees.length === 0) return nothing
  return panneau(
    'À confirmer',
    html`<ul class="doutes">
      ${table.manquants.map(({ champ, libelle }) => manquant(editee, champ, libelle))}
      ${table.ambigus.map(({ champ, libelle }) => ambigu(editee, champ, libelle))}
      ${proposees.map((colonne) => proposee(editee, colonne))}
    </ul>`,
    proposees.length === 0 ? undefined : 'Sans réponse, les colonnes proposées ne sont pas utilisées.',
  )
}
