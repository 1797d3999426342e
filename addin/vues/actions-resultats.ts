import type { Produit } from '../travail/contrat.ts'
import { fauteDe, type Volet } from './volet.ts'

const TITRES: Readonly<Record<Produit, string>> = {
  classeur: 'Écriture du classeur',
  csv: 'Écriture du fichier CSV',
  releves: 'Écriture des relevés',
  'releves-html': 'Écriture des relevés',
}

const ECHEC = 'Le fichier n’a pas pu être enregistré'

/** Makes a file in the worker, then gives it to the user. */
export async function enregistrer(volet: Volet, produit: Produit): Promise<void> {
  const fichier = await volet.travailler({ titre: TITRES[produit], annulable: true }, ECHEC, (session) =>
    session.produire(produit, volet.etat.nombreReleves),
  )
  if (fichier === undefined) return
  try {
    const { phrase } = await volet.hote.sortie.remettre(fichier)
    volet.changer({ remise: phrase, enregistres: [...new Set([...volet.etat.enregistres, produit])] })
  } catch (erreur) {
    volet.changer({ faute: fauteDe(erreur, ECHEC) })
  }
}

/** The statements: a Word file, or a copy to paste in Word where the place saves no file. */
export function enregistrerReleves(volet: Volet): Promise<void> {
  return enregistrer(volet, volet.hote.sortie.moyens.includes('telecharger') ? 'releves' : 'releves-html')
}
