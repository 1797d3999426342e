import { formatNombre } from '../../core/index.ts'
import { SourceChangee, type SurPlace } from '../ports/sur-place.ts'
import type { Progres } from '../travail/contrat.ts'
import type { SessionDistante } from '../travail/poste.ts'
import type { Volet } from './volet.ts'

type Geste = (surPlace: SurPlace, session: SessionDistante, progres: Progres) => Promise<readonly string[]>

/** Does one thing in the workbook, says it, and looks at what can be put back. @returns whether it was done */
async function faire(volet: Volet, titre: string, echec: string, geste: Geste): Promise<boolean> {
  const { surPlace } = volet.hote
  if (surPlace === undefined) return false
  const progres: Progres = (lignes) => {
    volet.progresser(`${formatNombre(lignes)} lignes écrites`)
  }
  const phrases = await volet.travailler({ titre, annulable: true }, echec, async (session) => {
    try {
      return await geste(surPlace, session, progres)
    } catch (erreur) {
      if (erreur instanceof SourceChangee) volet.changer({ lecturePerimee: true, cotationPerimee: true })
      throw erreur
    }
  })
  await compterRestaurables(volet)
  if (phrases === undefined) return false
  const [remise, ...avis] = phrases
  volet.changer({ remise, avis })
  return true
}

/** Which result sheets have a former content. */
export async function compterRestaurables(volet: Volet): Promise<void> {
  const { surPlace } = volet.hote
  if (surPlace !== undefined) volet.changer({ restaurables: await surPlace.restaurables().catch(() => []) })
}

export async function ecrireResultats(volet: Volet): Promise<void> {
  const fait = await faire(
    volet,
    'Écriture des résultats',
    'Les résultats n’ont pas pu être écrits',
    (surPlace, session, progres) => surPlace.ecrire(session, progres),
  )
  if (fait) volet.changer({ enregistres: [...new Set([...volet.etat.enregistres, 'classeur' as const])] })
}

export async function ajouterColonnes(volet: Volet): Promise<void> {
  await faire(
    volet,
    'Écriture de la note et du rang',
    'Les colonnes n’ont pas pu être ajoutées',
    (surPlace, session, progres) => surPlace.ajouterColonnes(session, progres),
  )
}

export async function restaurer(volet: Volet): Promise<void> {
  await faire(volet, 'Retour aux résultats précédents', 'Les résultats précédents n’ont pas pu être rétablis', (s) =>
    s.restaurer(),
  )
}
