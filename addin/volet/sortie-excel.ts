import { Refus } from '../../core/index.ts'
import type { Remise, Sortie } from '../ports/sortie.ts'

/** A web view of Office may refuse the clipboard's own interface: the older command still works there. */
function copierParCommande(texte: string): boolean {
  const zone = document.createElement('textarea')
  zone.value = texte
  zone.setAttribute('aria-hidden', 'true')
  zone.className = 'hors-ecran'
  document.body.append(zone)
  zone.select()
  // Deprecated, and the only way left in some web views.
  const fait = (document as { execCommand(commande: string): boolean }).execCommand('copy')
  zone.remove()
  return fait
}

async function copier(texte: string): Promise<Remise> {
  try {
    await navigator.clipboard.writeText(texte)
  } catch {
    if (!copierParCommande(texte))
      throw new Refus('Excel refuse l’accès au presse-papiers. Utilisez les feuilles écrites dans le classeur.')
  }
  return { moyen: 'copier', phrase: 'Le texte est copié\u202f: collez-le où vous voulez.' }
}

/** How results leave the pane of Excel: sheets come by another port, texts are copied, files cannot be saved. */
export function sortieExcel(): Sortie {
  return {
    moyens: ['feuille', 'copier'],
    remettre: (fichier) => {
      if (/^(?:text\/|application\/json)/u.test(fichier.type)) return copier(new TextDecoder().decode(fichier.octets))
      return Promise.reject(
        new Refus(
          `Excel ne peut pas enregistrer «\u202f${fichier.nom}\u202f» depuis ce volet. Ouvrez le classeur dans l’atelier.`,
        ),
      )
    },
    copier,
    imprimer: () => undefined,
  }
}
