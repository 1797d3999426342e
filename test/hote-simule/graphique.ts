import type { Rectangle } from './adresse.ts'
import { erreurHote } from './erreurs.ts'

/** A series of a chart: what it is called, the cells it draws. */
export interface SerieSimulee {
  nom: string
  /** Undefined: as its chart. */
  type: string | undefined
  couleur: string | undefined
  marque: string | undefined
  valeurs: Rectangle | undefined
  categories: Rectangle | undefined
}

export function serieVide(nom: string): SerieSimulee {
  return { nom, type: undefined, couleur: undefined, marque: undefined, valeurs: undefined, categories: undefined }
}

export interface AxeSimule {
  titre: string
  format: string
  inverse: boolean
  position: string
}

const axeVide = (): AxeSimule => ({ titre: '', format: 'General', inverse: false, position: 'Automatic' })

/** A chart of a sheet: its cells are remembered as a zone, which follows nothing. */
export class GraphiqueSimule {
  readonly id: string
  nom: string
  type: string
  titre = ''
  legende = { visible: true, position: 'Right' }
  etiquettes = false
  readonly series: SerieSimulee[] = []
  readonly axes = { categories: axeVide(), valeurs: axeVide() }
  /** The cell under its upper left corner; undefined: wherever Excel put it. */
  place: Rectangle | undefined
  largeur = 360
  hauteur = 216

  constructor(id: string, nom: string, type: string, source: Rectangle) {
    this.id = id
    this.nom = nom
    this.type = type
    for (let c = 0; c < source.colonnes; c++)
      this.series.push({
        ...serieVide(`Série${String(c + 1)}`),
        valeurs: { ...source, colonne: source.colonne + c, colonnes: 1 },
      })
  }

  serie(rang: number): SerieSimulee {
    const serie = this.series[rang]
    if (serie === undefined) throw erreurHote('InvalidArgument', `series ${String(rang)}`)
    return serie
  }
}
