import { formatJour, francais, jourIso } from '../../core/index.ts'
import type { Chiffre } from '../../core/observatoire/index.ts'
import type { Contexte } from './contexte.ts'
import type { Vue } from './vue.ts'

function ecrireDate(date: string): string {
  const jour = jourIso(date)
  return jour === undefined ? date : formatJour(jour)
}

function sourceDe({ source, provenance }: Chiffre): Vue['sources'][number] {
  if (source === null) return { texte: `${provenance.producteur}, ${ecrireDate(provenance.fait_le)}` }
  const { titre, date, releve_le, url } = source
  const jours = [date && ecrireDate(date), releve_le && `relevé le ${ecrireDate(releve_le)}`].filter(Boolean)
  return { texte: [titre, ...jours].join(', '), url }
}

/** Where the figures come from: one line a source, whatever the number of figures. */
export function sourcesDe(chiffres: readonly Chiffre[]): Vue['sources'] {
  return [...new Map(chiffres.map(sourceDe).map((source) => [source.texte, source])).values()]
}

/** Whether the figures are protected, and how. */
export function protectionDe({ choix }: Contexte, chiffres: readonly Chiffre[]): string {
  if (choix.diffusion === 'source') {
    return francais('Chiffres déjà publiés par leur source, repris tels quels : ni protégés ni mêlés aux nôtres.')
  }
  const profils = [...new Set(chiffres.map(({ provenance }) => provenance.profil_secret))]
  const retenus = chiffres.filter(({ secret }) => secret !== null).length
  const regle = profils.includes(undefined)
    ? 'Un des fichiers ne dit pas comment il est protégé.'
    : `Protégés avant publication (profil « ${profils.join(' », « ')} »).`
  return francais(`${regle} ${retenus === 0 ? 'Aucun chiffre retenu.' : `Chiffres retenus : ${String(retenus)}.`}`)
}
