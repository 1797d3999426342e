import { empreinte } from '../../core/socle/empreinte.ts'
import type { Figure, ProvenanceFigure } from '../figures/figure.ts'

/** More would be no colloquium. */
export const CHOISIES_MAXIMALES = 60

/** A figure put in the kit: where it is shown, and what it said then. */
export interface Choisie {
  /** Fragment of the address of its view: `#vue=portrait&territoire=200093201`. */
  readonly adresse: string
  /** `id` of the figure in that view. */
  readonly figure: string
  readonly titre: string
  /** Of the table twin: see `empreinteFigure`. */
  readonly empreinte: string
  readonly provenance: readonly ProvenanceFigure[]
}

/** The figures picked for a colloquium, in order, `trousse/1`. */
export interface Trousse {
  readonly titre: string
  readonly choisies: readonly Choisie[]
}

export const TROUSSE_VIDE: Trousse = { titre: 'Les attributions de logements sociaux', choisies: [] }

/**
 * The identity of what a figure says: `sha256:` of its table, withheld figures and their reasons included. The same data,
 * definitions and engine always give the same.
 */
export function empreinteFigure({ tableau }: Pick<Figure, 'tableau'>): string {
  const { colonnes, lignes } = tableau
  return empreinte({
    colonnes: colonnes.map(({ code, unite }) => [code, unite ?? null]),
    lignes: lignes.map(({ cle, cellules }) => [
      cle,
      cellules.map((c) => (c.genre === 'nombre' ? c.valeur : c.genre === 'vide' ? { raison: c.raison } : c.texte)),
    ]),
  })
}

/** A figure as it goes into the kit. */
export function choisir(figure: Figure, adresse: string): Choisie {
  const { id, titre, provenance } = figure
  return { adresse, figure: id, titre, empreinte: empreinteFigure(figure), provenance }
}

function memeFigure(a: Choisie, b: Pick<Choisie, 'adresse' | 'figure'>): boolean {
  return a.adresse === b.adresse && a.figure === b.figure
}

export function contientFigure({ choisies }: Trousse, cherchee: Pick<Choisie, 'adresse' | 'figure'>): boolean {
  return choisies.some((choisie) => memeFigure(choisie, cherchee))
}

/** The kit with one figure more at its end; one that is there takes the place of its former self. */
export function ajouter(trousse: Trousse, choisie: Choisie): Trousse {
  const rang = trousse.choisies.findIndex((autre) => memeFigure(autre, choisie))
  const choisies = rang < 0 ? [...trousse.choisies, choisie] : trousse.choisies.with(rang, choisie)
  return { ...trousse, choisies: choisies.slice(0, CHOISIES_MAXIMALES) }
}

export function retirer(trousse: Trousse, retiree: Pick<Choisie, 'adresse' | 'figure'>): Trousse {
  return { ...trousse, choisies: trousse.choisies.filter((choisie) => !memeFigure(choisie, retiree)) }
}

/** The kit with the figure at `rang` one place earlier (−1) or later (1). */
export function deplacer(trousse: Trousse, rang: number, pas: -1 | 1): Trousse {
  const [ici, voisine] = [trousse.choisies[rang], trousse.choisies[rang + pas]]
  if (ici === undefined || voisine === undefined) return trousse
  return { ...trousse, choisies: trousse.choisies.with(rang, voisine).with(rang + pas, ici) }
}
