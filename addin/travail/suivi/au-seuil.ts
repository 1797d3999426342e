import { formatEuros } from '../../../core/index.ts'
import { lignesAuSeuil, type Compte } from '../../../core/objectifs/index.ts'
import type { LigneAuSeuilVue, ListeAuSeuil } from './contrat-quartile.ts'
import { endroitDe, texteDe } from './lignes.ts'
import type { SuiviLu } from './lire-suivi.ts'

/** € per consumption unit and year within which a household is said to be at the threshold. */
const MARGE = 300

type AuSeuil = ReturnType<typeof lignesAuSeuil>[number]

function direBascule({ quartile, quartileAutreBorne, quartileAutreAnnee }: AuSeuil, annee: number): string {
  const autres = [
    quartileAutreBorne === quartile ? [] : [`quartile ${String(quartileAutreBorne)} avec l’autre borne`],
    quartileAutreAnnee === null || quartileAutreAnnee === quartile
      ? []
      : [`quartile ${String(quartileAutreAnnee)} avec les seuils de ${String(annee - 1)}`],
  ]
  return autres.flat().join(', ')
}

function direDistance(distance: number): string {
  const euros = formatEuros(Math.abs(Math.round(distance)), { decimales: 0 })
  return distance === 0 ? 'au seuil' : `${euros} ${distance > 0 ? 'sous le seuil' : 'au-dessus'}`
}

/** The leases and decisions of the year near the first-quartile threshold, nearest first. */
export function listeAuSeuil(compte: Compte, lu: SuiviLu): ListeAuSeuil {
  const { attributions, annee, assiettes } = compte
  const numero = texteDe(attributions, 'numero_unique')
  const bailleur = texteDe(attributions, 'bailleur')
  const lignes = lignesAuSeuil(compte, { marge: MARGE, autreAnnee: annee - 1 })
    // 0 is « not of the year »; what is unknown may be of it.
    .filter(({ rang }) => (assiettes.decisions[rang] ?? 0) > 0 || (assiettes.baux[rang] ?? 0) > 0)
    .toSorted((a, b) => Math.abs(a.distanceQ1) - Math.abs(b.distanceQ1))
    .map((au): LigneAuSeuilVue => ({
      endroit: endroitDe(lu, attributions.fichiers[attributions.origines[au.rang] ?? 0] ?? '', au.ligne),
      numero: numero(au.rang),
      bailleur: bailleur(au.rang),
      quartile: String(au.quartile),
      distance: direDistance(au.distanceQ1),
      bascule: direBascule(au, annee),
    }))
  return { annee, marge: formatEuros(MARGE, { decimales: 0 }), lignes }
}
