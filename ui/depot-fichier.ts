import { html, type TemplateResult } from 'lit'
import { icone } from './icones.ts'
import './depot-fichier.css'

export interface DepotFichier {
  /** Unique in the page. */
  readonly id: string
  readonly titre: string
  /** Formats taken, most size, and that nothing leaves the workstation. */
  readonly aide: string
  /** Extensions, as in `accept`: « .xlsx,.csv ». */
  readonly formats: string
  readonly plusieurs?: boolean
  readonly surFichiers: (fichiers: readonly File[]) => void
}

function survoler(evenement: DragEvent, survole: boolean): void {
  evenement.preventDefault()
  const zone = evenement.currentTarget as HTMLElement
  zone.toggleAttribute('data-survol', survole)
}

function choisis(evenement: Event, surFichiers: DepotFichier['surFichiers']): void {
  const entree = evenement.currentTarget as HTMLInputElement
  const fichiers = [...(entree.files ?? [])]
  // The same file can be chosen again after it was corrected.
  entree.value = ''
  if (fichiers.length > 0) surFichiers(fichiers)
}

function deposes(evenement: DragEvent, plusieurs: boolean, surFichiers: DepotFichier['surFichiers']): void {
  survoler(evenement, false)
  const fichiers = [...(evenement.dataTransfer?.files ?? [])]
  if (fichiers.length > 0) surFichiers(plusieurs ? fichiers : fichiers.slice(0, 1))
}

/** Where a file is dropped, or chosen by a click or from the keyboard. */
export function depotFichier({
  id,
  titre,
  aide,
  formats,
  plusieurs = false,
  surFichiers,
}: DepotFichier): TemplateResult {
  return html`<label
    class="depot"
    for=${id}
    @dragover=${(e: DragEvent) => {
      survoler(e, true)
    }}
    @dragleave=${(e: DragEvent) => {
      survoler(e, false)
    }}
    @drop=${(e: DragEvent) => {
      deposes(e, plusieurs, surFichiers)
    }}
  >
    ${icone('deposer')}
    <span class="depot-titre">${titre}</span>
    <span
      >Déposez ici, ou <span class="depot-bouton">choisissez ${plusieurs ? 'des fichiers' : 'un fichier'}</span></span
    >
    <span class="aide">${aide}</span>
    <input
      class="hors-ecran"
      type="file"
      id=${id}
      accept=${formats}
      ?multiple=${plusieurs}
      @change=${(e: Event) => {
        choisis(e, surFichiers)
      }}
    />
  </label>`
}
