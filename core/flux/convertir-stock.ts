import { Refus } from '../socle/refus.ts'
import { francais } from '../socle/typographie.ts'
import { CONVERSION_A_VALIDER, ETAPES_STOCK, stockIncoherent } from './phrases.ts'

/** Reservations held on identified dwellings, before the flow. */
export interface DroitsEnStock {
  readonly reservataire: string
  /** Dwellings reserved. */
  readonly logements: number
  /** Rotation of these dwellings, ratio 0–1; that of the whole stock unless told. */
  readonly rotation?: number
}

/** One step of the conversion, with the figures that it takes. */
export interface Etape {
  readonly libelle: string
  readonly formule: string
  readonly valeur: number
  readonly unite: 'logements' | 'ratio'
}

export interface DroitsConvertis {
  readonly reservataire: string
  /** Share of the flow, ratio 0–1. */
  readonly taux: number
  readonly etapes: readonly Etape[]
}

export interface Conversion {
  readonly droits: readonly DroitsConvertis[]
  /** Sum of the shares: above 1, more was reserved than the stock can give. */
  readonly somme: number
  readonly etat: 'a-verifier'
  readonly note: string
}

function convertirUn(
  parc: number,
  rotation: number,
  { reservataire, logements, rotation: propre }: DroitsEnStock,
): DroitsConvertis {
  const sienne = propre ?? rotation
  const libere = logements * sienne
  const total = parc * rotation
  const taux = propre === undefined ? logements / parc : libere / total
  const part = {
    libelle: ETAPES_STOCK.part,
    formule: `${String(logements)} ÷ ${String(parc)}`,
    valeur: logements / parc,
  }
  return {
    reservataire,
    taux,
    etapes: [
      { libelle: ETAPES_STOCK.droits, formule: String(logements), valeur: logements, unite: 'logements' },
      { ...part, unite: 'ratio' },
      {
        libelle: ETAPES_STOCK.liberations,
        formule: `${String(logements)} × ${String(sienne)}`,
        valeur: libere,
        unite: 'logements',
      },
      {
        libelle: ETAPES_STOCK.flux,
        formule: `${String(parc)} × ${String(rotation)}`,
        valeur: total,
        unite: 'logements',
      },
      { libelle: ETAPES_STOCK.taux, formule: `${String(libere)} ÷ ${String(total)}`, valeur: taux, unite: 'ratio' },
    ],
  }
}

/**
 * Turns reservations on identified dwellings into shares of the flow, with every step: at equal rotation the share of the
 * flow is the share of the stock reserved. Proposed, to be validated in the agreement.
 *
 * @throws Refus when the stock or its rotation is not above 0, or more dwellings are reserved than there are
 * @example convertirStock({ parc: 13000, rotation: 0.08, droits: [{ reservataire: 'COLTER', logements: 236 }] }).droits[0]?.taux //=> 0.018153846153846152
 */
export function convertirStock({
  parc,
  rotation,
  droits,
}: {
  readonly parc: number
  readonly rotation: number
  readonly droits: readonly DroitsEnStock[]
}): Conversion {
  const reserves = droits.reduce((total, { logements }) => total + logements, 0)
  if (!(parc > 0 && rotation > 0 && rotation <= 1) || reserves > parc) throw new Refus(stockIncoherent(reserves, parc))
  const convertis = droits.map((droit) => convertirUn(parc, rotation, droit))
  return {
    droits: convertis,
    somme: convertis.reduce((total, { taux }) => total + taux, 0),
    etat: 'a-verifier',
    note: francais(CONVERSION_A_VALIDER),
  }
}
