import { accepteVideNon, MODELE_DEMANDE } from '../../core/index.ts'
import type { ChampVu } from './contrat.ts'

/** Fields of a demande, as the user may name the columns. */
export function champsDemande(): readonly ChampVu[] {
  return MODELE_DEMANDE.champs.map((champ) => ({
    code: champ.code,
    libelle: champ.libelle,
    obligatoire: champ.obligatoire,
    accepteVideNon: accepteVideNon(champ),
  }))
}
