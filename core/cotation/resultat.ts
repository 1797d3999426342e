import type { CellulesRemplies } from '../lecture/lire.ts'
import type { Anomalie } from '../socle/anomalie.ts'
import { isoJour } from '../socle/jour.ts'
import { enPoints } from './centiemes.ts'
import type { Cotation, Cotations } from './coter.ts'
import { expliquer, expliquerAjustements } from './expliquer.ts'
import type { EtatLigne } from './lignes.ts'
import { manqueDe } from './lignes.ts'

/** One scored demande, as programs read it. */
export interface CotationEcrite {
  readonly numero_unique: string
  /** Id of the grid. */
  readonly grille: string
  readonly total: number
  /** Bounds of the total over what is unknown; null when nothing limits it. */
  readonly total_min: number | null
  readonly total_max: number | null
  readonly rang: number
  readonly ordre: number
  readonly complete: boolean
  readonly manque: readonly string[]
  readonly lignes: readonly {
    readonly critere: string
    readonly etat: EtatLigne
    readonly points: number
    readonly motif: string
  }[]
  readonly ajustements: readonly { readonly famille: string | null; readonly points: number; readonly motif: string }[]
}

/** The document `cotations/1`, less its list of scored demandes, which may be long. */
export interface EnteteCotations {
  readonly format: 'cotations/1'
  readonly jour: string
  readonly grilles: readonly { readonly id: string; readonly empreinte: string }[]
  readonly vide_non: readonly CellulesRemplies[]
  readonly defauts: readonly CellulesRemplies[]
  readonly anomalies: readonly Anomalie[]
  readonly avertissements: readonly string[]
}

/**
 * What a document `cotations/1` says before its rows: day, grids and their identity, how empty cells were read, faults of the
 * demandes and of their scoring, warnings about the grids.
 *
 * @example enteteCotations(cotations).grilles.map(({ id }) => id) //=> ['grille-exemple']
 */
export function enteteCotations({ demandes, contexte, cotations, anomalies }: Cotations): EnteteCotations {
  return {
    format: 'cotations/1',
    jour: isoJour(contexte.jour),
    grilles: cotations.map(({ grilleLue }) => ({ id: grilleLue.grille.id, empreinte: grilleLue.empreinte })),
    vide_non: demandes.videNon,
    defauts: demandes.defauts,
    anomalies: [...demandes.anomalies, ...anomalies],
    avertissements: cotations.flatMap(({ grilleLue }) => grilleLue.avertissements),
  }
}

function pointsOuNull(centiemes: number | undefined): number | null {
  return centiemes === undefined || !Number.isFinite(centiemes) ? null : enPoints(centiemes)
}

function ecrire(cotation: Cotation, numero: string, i: number): CotationEcrite {
  return {
    numero_unique: numero,
    grille: cotation.grilleLue.grille.id,
    total: enPoints(cotation.totaux[i] ?? 0),
    total_min: pointsOuNull(cotation.minimums[i]),
    total_max: pointsOuNull(cotation.maximums[i]),
    rang: cotation.classement.rang[i] ?? 0,
    ordre: cotation.classement.ordre[i] ?? 0,
    complete: cotation.complets[i] === 1,
    manque: manqueDe(cotation, i),
    lignes: expliquer(cotation, i).map(({ critere, etat, points, motif }) => ({ critere, etat, points, motif })),
    ajustements: expliquerAjustements(cotation, i).map(({ famille, points, motif }) => ({ famille, points, motif })),
  }
}

/**
 * The scored demandes one by one: by grid in the order given, then best first.
 *
 * @example
 * const [premiere] = cotationsEcrites(cotations)
 * premiere?.total //=> 110
 */
export function* cotationsEcrites({ demandes, cotations }: Cotations): Generator<CotationEcrite> {
  for (const cotation of cotations) {
    for (const i of cotation.classement.indices) yield ecrire(cotation, demandes.numeros[i] ?? '', i)
  }
}
