import type { FileAttente } from './contexte.ts'
import type { FeuilleSimulee } from './feuille.ts'
import type { Abonne, TypeEvenement } from './hote.ts'
import { OCTETS_APPEL } from './mandataire.ts'

export interface Evenement {
  add(rappel: (args: unknown) => unknown): Abonnement
}

/** What `add` gives: `remove` needs a request of the same context. */
export interface Abonnement {
  readonly context: { sync(): Promise<void> }
  remove(): void
}

/** An event of the host: handlers are registered and removed when the request runs. */
export function evenement(
  file: FileAttente,
  type: TypeEvenement,
  feuille: () => FeuilleSimulee | undefined,
): Evenement {
  return {
    add(rappel) {
      let abonne: Abonne | undefined
      file.enfiler({
        nom: `${type}.add`,
        octets: OCTETS_APPEL,
        executer: () => {
          abonne = { type, feuille: feuille(), rappel }
          file.hote.abonner(abonne)
        },
      })
      return {
        context: file,
        remove() {
          file.enfiler({
            nom: `${type}.remove`,
            octets: OCTETS_APPEL,
            executer: () => {
              if (abonne !== undefined) file.hote.abonnes.delete(abonne)
            },
          })
        },
      }
    },
  }
}
