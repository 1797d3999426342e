import type { ContexteCalcul, Donnees } from '../../demande/derives/derive.ts'
import { quartile } from '../../demande/derives/quartile.ts'
import type { ColonneSimple } from '../../lecture/colonne.ts'
import { CHAMP_DU_CONTEXTE } from './signatures.ts'

function memeContexte(a: ContexteCalcul, b: ContexteCalcul): boolean {
  return a.territoire === b.territoire && a.borne === b.borne
}

/**
 * The same columns under another territory or bound: only the quartile is computed again, when it is asked for.
 *
 * @param racine columns as first read; day and thresholds must be those of `contexte`
 */
export function donneesSousContexte(racine: Donnees, contexte: ContexteCalcul): Donnees {
  if (memeContexte(racine.contexte, contexte)) return racine
  let calcule: ColonneSimple | undefined
  const colonne = (): ColonneSimple => (calcule ??= quartile.calculer({ ...racine, contexte }))
  return {
    ...racine,
    contexte,
    colonne: (code) => (code === CHAMP_DU_CONTEXTE ? colonne() : racine.colonne(code)),
    simple: (code) => (code === CHAMP_DU_CONTEXTE ? colonne() : racine.simple(code)),
  }
}
