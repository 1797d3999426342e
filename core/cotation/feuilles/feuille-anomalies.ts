import type { Anomalie, Gravite } from '../../socle/anomalie.ts'
import { TITRES_ANOMALIES } from '../../socle/messages.ts'
import type { FeuilleEcrite } from '../../socle/table.ts'

const TITRES_GRAVITE: Readonly<Record<Gravite, string>> = {
  bloquante: 'Ligne non utilisée',
  ignoree: 'Cellule ignorée',
  information: 'Information',
}

const ORDRE_GRAVITE: readonly Gravite[] = ['bloquante', 'ignoree', 'information']

/** A fault, or the same piece of information said of many rows. */
interface Entree {
  readonly anomalie: Anomalie
  lignes: number
}

/** Information repeated word for word on many rows (thresholds of an earlier year…) is said once, with their number. */
function regrouper(anomalies: readonly Anomalie[]): readonly Entree[] {
  const groupes = new Map<string, Entree>()
  const entrees: Entree[] = []
  for (const anomalie of anomalies) {
    const cle = `${anomalie.code}|${anomalie.colonne}|${anomalie.message}`
    const deja = anomalie.gravite === 'information' ? groupes.get(cle) : undefined
    if (deja !== undefined) {
      deja.lignes++
      continue
    }
    const entree = { anomalie, lignes: 1 }
    groupes.set(cle, entree)
    entrees.push(entree)
  }
  return entrees
}

function comparer({ anomalie: a }: Entree, { anomalie: b }: Entree): number {
  return ORDRE_GRAVITE.indexOf(a.gravite) - ORDRE_GRAVITE.indexOf(b.gravite) || a.ligne - b.ligne
}

/**
 * What was found in the input: gravest first, then in the order of its rows.
 *
 * @example feuilleAnomalies(demandes.anomalies, []).colonnes[0]?.titre //=> 'Ligne'
 */
export function feuilleAnomalies(
  anomalies: readonly Anomalie[],
  provenance: FeuilleEcrite['provenance'],
): FeuilleEcrite {
  const entrees = regrouper(anomalies).toSorted(comparer)
  return {
    nom: 'Anomalies',
    titre: 'Anomalies relevées dans le fichier',
    provenance,
    colonnes: [
      { titre: 'Ligne', format: 'entier', largeur: 8 },
      { titre: 'Colonne', format: 'texte', largeur: 24 },
      { titre: 'Effet', format: 'texte', largeur: 18 },
      { titre: 'Nature', format: 'texte', largeur: 26 },
      { titre: 'Valeur lue', format: 'texte', largeur: 24 },
      { titre: 'Que faire', format: 'texte', largeur: 90 },
      { titre: 'Lignes concernées', format: 'entier', largeur: 12 },
    ],
    nombreLignes: entrees.length,
    ligne: (i) => {
      const entree = entrees[i]
      if (entree === undefined) return []
      const { ligne, colonne, gravite, code, valeur, message } = entree.anomalie
      return [ligne, colonne, TITRES_GRAVITE[gravite], TITRES_ANOMALIES[code], valeur ?? null, message, entree.lignes]
    },
  }
}
