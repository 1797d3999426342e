import { html, type TemplateResult } from 'lit'
import { formatCompte } from '../../core/index.ts'
import { icone } from '../../ui/icones.ts'
import type { Source } from '../excel/index.ts'
import { nommerSources } from './nom-source.ts'

export interface ChoixSource {
  /** Undefined while the workbook is being looked at. */
  readonly sources: readonly Source[] | undefined
  readonly surChercher: () => void
  readonly surSource: (nom: string, source: Source) => void
  readonly surActualiser: () => void
  readonly compact: boolean
}

function taille({ lignes, colonnes }: Source): string {
  return `${formatCompte(lignes - 1, 'ligne')}, ${formatCompte(colonnes, 'colonne')}`
}

function offre(nom: string, source: Source, surSource: ChoixSource['surSource']): TemplateResult {
  return html`<li>
    <button
      type="button"
      class="source"
      @click=${() => {
        surSource(nom, source)
      }}
    >
      ${icone('tableur')}<span class="source-nom">${nom}</span>
      <span class="aide">${source.tableauId === undefined ? '' : `feuille ${source.feuille}, `}${taille(source)}</span>
    </button>
  </li>`
}

function liste({ sources, surSource }: ChoixSource): TemplateResult {
  if (sources === undefined) return html`<p class="aide" role="status">Recherche des tableaux…</p>`
  if (sources.length === 0)
    return html`<p>
      Aucun tableau avec des lignes dans ce classeur. Collez-y l’export des demandes, en-têtes compris, puis actualisez.
    </p>`
  return html`<ul class="sources">
    ${[...nommerSources(sources)].map(([nom, source]) => offre(nom, source, surSource))}
  </ul>`
}

/** Which table of the workbook holds the demandes: found, or chosen. */
export function choixSource(choix: ChoixSource): TemplateResult {
  const { sources, compact, surChercher, surActualiser } = choix
  const vide = sources?.length === 0
  return html`<div class="ouverture" ?data-compact=${compact}>
    <fluent-button
      appearance=${compact ? 'outline' : 'primary'}
      ?disabled=${sources === undefined || vide}
      @click=${surChercher}
      >${icone('recherche', 'start')}Trouver les demandes</fluent-button
    >
    <div class="ouverture-liste">
      <p class="aide">Ou choisissez le tableau&#8239;:</p>
      ${liste(choix)}
      <fluent-button appearance="subtle" @click=${surActualiser}>Actualiser la liste</fluent-button>
    </div>
  </div>`
}
