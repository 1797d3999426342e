import { SEUILS_QUARTILES } from '../baremes/index.ts'
import type { TableSeuils } from '../baremes/index.ts'
import type { BorneQuartile, Donnees } from '../demande/derives/derive.ts'
import { creerDonnees } from '../demande/donnees.ts'
import type { TableLue } from '../demande/donnees.ts'
import type { ColonneSimple } from '../lecture/colonne.ts'
import { CONNU } from '../lecture/colonne.ts'
import { jourDe } from '../socle/jour.ts'
import type { Attributions } from './attributions.ts'
import { DERIVES_ATTRIBUTION, QUARTILE_DONNE } from './derives.ts'

/** What the count of a year depends on beside the allocations. */
export interface ContexteAnnee {
  readonly annee: number
  /** Thresholds of the quartiles; the shipped ones unless told. */
  readonly seuils?: TableSeuils
  /** SIREN whose thresholds apply to rows without EPCI. */
  readonly territoire?: string
  /** `stricte` (the law's « inférieur ») unless told. */
  readonly borne?: BorneQuartile
}

/** An area is assimilated only where the file says so (« not true »): an empty or unreadable cell, or no column, is not. */
function inconnuEstFaux(colonne: ColonneSimple): ColonneSimple {
  const valeurs = colonne.valeurs.map((valeur, i) => (colonne.etats[i] === CONNU ? valeur : 0))
  return { ...colonne, etats: new Uint8Array(colonne.etats.length).fill(CONNU), valeurs }
}

/** Base and derived columns of allocations; quartiles are those of the year counted. */
export function donneesAnnee(
  attributions: Attributions,
  { annee, seuils = SEUILS_QUARTILES, territoire, borne = 'stricte' }: ContexteAnnee,
): Donnees {
  const jour = jourDe(annee, 12, 31)
  if (jour === undefined) throw new Error(`not a year: got ${String(annee)}`)
  const table: TableLue = {
    nombre: attributions.nombre,
    colonne: (code) => {
      if (code === QUARTILE_DONNE) return attributions.colonne('quartile')
      const colonne = attributions.colonne(code)
      return code === 'ex_qpv' && colonne.genre === 'simple' ? inconnuEstFaux(colonne) : colonne
    },
  }
  return creerDonnees(table, { jour, seuils, territoire, borne }, DERIVES_ATTRIBUTION)
}
