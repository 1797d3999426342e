import { Refus } from '../../core/index.ts'
import type { Remise, Sortie } from '../ports/sortie.ts'
import type { FichierProduit } from '../travail/contrat.ts'
import { copierPage, copierTexte } from './copier.ts'

const SANS_PRESSE_PAPIERS =
  'Excel refuse l’accès au presse-papiers. Utilisez les feuilles écrites dans le classeur, ou ouvrez-le dans l’atelier.'

async function copier(texte: string): Promise<Remise> {
  await copierTexte(texte, SANS_PRESSE_PAPIERS)
  return { moyen: 'copier', phrase: 'Le texte est copié\u202f: collez-le où vous voulez.' }
}

async function remettre({ nom, type, octets }: FichierProduit): Promise<Remise> {
  const lire = (): string => new TextDecoder().decode(octets)
  if (type === 'text/html') {
    await copierPage(lire(), SANS_PRESSE_PAPIERS)
    return { moyen: 'copier', phrase: 'Les relevés sont copiés, mis en forme\u202f: collez-les dans un document Word.' }
  }
  if (/^(?:text\/|application\/json)/u.test(type)) return copier(lire())
  throw new Refus(
    `Excel ne peut pas enregistrer «\u202f${nom}\u202f» depuis ce volet. Ouvrez le classeur dans l’atelier.`,
  )
}

/** How results leave the pane of Excel: sheets come by another port, texts and pages are copied, files cannot be saved. */
export function sortieExcel(): Sortie {
  return { moyens: ['feuille', 'copier'], remettre, copier, imprimer: () => undefined }
}
