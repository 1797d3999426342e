import type { Anomalie, CodeAnomalie } from '../../core/index.ts'
import { formatNombre, TITRES_ANOMALIES } from '../../core/index.ts'

function grouper(anomalies: readonly Anomalie[]): ReadonlyMap<CodeAnomalie, readonly Anomalie[]> {
  const groupes = new Map<CodeAnomalie, Anomalie[]>()
  for (const anomalie of anomalies) {
    const groupe = groupes.get(anomalie.code)
    if (groupe === undefined) groupes.set(anomalie.code, [anomalie])
    else groupe.push(anomalie)
  }
  return groupes
}

/** Anomalies counted by kind, most frequent first, each with its first row: what a person reads on a terminal. */
export function resumerAnomalies(anomalies: readonly Anomalie[]): readonly string[] {
  const parCode = grouper(anomalies)
  return [...parCode]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([code, liste]) => {
      const [premiere] = liste
      const exemple = premiere === undefined ? '' : ` (ligne ${String(premiere.ligne)} : ${premiere.message})`
      return `  ${formatNombre(liste.length).padStart(8)}  ${TITRES_ANOMALIES[code]}${exemple}`
    })
}
