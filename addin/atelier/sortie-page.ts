import { Refus } from '../../core/index.ts'
import type { Remise, Sortie } from '../ports/sortie.ts'
import type { FichierProduit } from '../travail/contrat.ts'

/** Milliseconds after which a browser has taken the file. */
const DELAI = 60_000

function telecharger({ nom, type, octets }: FichierProduit): Remise {
  const adresse = URL.createObjectURL(new Blob([octets as BlobPart], { type }))
  const lien = document.createElement('a')
  lien.href = adresse
  lien.download = nom
  lien.click()
  setTimeout(() => {
    URL.revokeObjectURL(adresse)
  }, DELAI)
  return { moyen: 'telecharger', phrase: `«\u202f${nom}\u202f» est dans vos téléchargements.` }
}

async function copier(texte: string): Promise<Remise> {
  try {
    await navigator.clipboard.writeText(texte)
    return { moyen: 'copier', phrase: 'Le texte est copié\u202f: collez-le dans une feuille.' }
  } catch {
    throw new Refus('Le navigateur refuse l’accès au presse-papiers. Autorisez-le pour cette page, puis recommencez.')
  }
}

/** How results leave a page of a browser: a download, or the clipboard for texts when downloads are not to be had. */
export function sortiePage(): Sortie {
  const telechargeable = 'download' in HTMLAnchorElement.prototype
  return {
    moyens: telechargeable ? ['telecharger', 'copier', 'imprimer'] : ['copier', 'imprimer'],
    remettre: async (fichier) => {
      if (telechargeable) return telecharger(fichier)
      if (fichier.type.startsWith('text/')) return copier(new TextDecoder().decode(fichier.octets))
      throw new Refus(
        `Ce navigateur ne peut pas enregistrer «\u202f${fichier.nom}\u202f». Ouvrez l’atelier dans un autre navigateur.`,
      )
    },
    copier,
    imprimer: () => {
      window.print()
    },
  }
}
