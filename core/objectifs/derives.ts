import type { ChampDerive } from '../demande/derives/derive.ts'
import { quartile as quartileCalcule } from '../demande/derives/quartile.ts'
import { ressourcesUc } from '../demande/derives/ressources.ts'
import { prioritaire } from '../demande/derives/situation.ts'
import { unitesConso } from '../demande/derives/unites-conso.ts'
import { CONNU, VIDE } from '../lecture/colonne.ts'

/** The quartile as the file gives it; `quartile` is then the one retained. */
export const QUARTILE_DONNE = 'quartile_donne'

/**
 * The quartile retained for an allocation: the one given by the file, else the one computed with the thresholds of the
 * row's EPCI for the year counted. Nothing replaces a quartile that cannot be read.
 *
 * Source: CCH art. L. 441-1 and the yearly arrêtés.
 */
const quartileRetenu: ChampDerive = {
  ...quartileCalcule,
  calculer: (donnees) => {
    const donne = donnees.simple(QUARTILE_DONNE)
    const calcule = quartileCalcule.calculer(donnees)
    const etats = Uint8Array.from(donne.etats)
    const valeurs = Float64Array.from(donne.valeurs)
    for (let i = 0; i < etats.length; i++) {
      if (etats[i] !== VIDE) continue
      etats[i] = calcule.etats[i] ?? VIDE
      valeurs[i] = calcule.valeurs[i] ?? 0
    }
    return { genre: 'simple', etats, valeurs, dictionnaire: [] }
  },
  manque: (donnees, i) => {
    const etat = donnees.simple(QUARTILE_DONNE).etats[i]
    if (etat === CONNU) return []
    return etat === VIDE ? quartileCalcule.manque(donnees, i) : ['quartile']
  },
}

/** The derived fields of an allocation, usable wherever a field is. */
export const DERIVES_ATTRIBUTION: readonly ChampDerive[] = [unitesConso, ressourcesUc, quartileRetenu, prioritaire]
