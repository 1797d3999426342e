import type { ProduitSuivi } from '../../travail/suivi/contrat-suivi.ts'
import { raisonsDe } from '../../travail/poste.ts'
import { fauteDe } from '../volet.ts'
import { demandeDe } from './actions-objectifs.ts'
import type { Suivre } from './suivre.ts'

/** The year of the flow: the one counted, else that of the day. */
export function anneeFlux({ etat: { annee, jour } }: Suivre): number {
  return annee ?? Number(jour.slice(0, 4))
}

export async function calculerFlux(suivre: Suivre): Promise<void> {
  if ((suivre.etat.lecture?.lignesParc ?? 0) === 0 || suivre.etat.flux !== undefined) return
  const flux = await suivre.travailler('Calcul du flux', 'Le flux n’a pas pu être calculé', (s) =>
    s.flux(anneeFlux(suivre)),
  )
  suivre.changer({ flux })
}

/** Does something that may refuse what was typed. @returns the refusal, to be shown by the field */
export async function refusDe(faire: () => Promise<void>): Promise<string | undefined> {
  try {
    await faire()
    return undefined
  } catch (erreur) {
    const raisons = raisonsDe(erreur)
    if (raisons === undefined) throw erreur
    return raisons.join(' ')
  }
}

export async function convertir(suivre: Suivre): Promise<void> {
  const fauteConversion = await refusDe(async () => {
    const conversionVue = await suivre.demander((s) => s.convertir(suivre.etat.conversion))
    suivre.changer({ conversionVue })
  })
  suivre.changer({ fauteConversion, ...(fauteConversion === undefined ? {} : { conversionVue: undefined }) })
}

const TITRES = {
  objectifs: 'Écriture des objectifs',
  flux: 'Écriture du flux',
  bilan: 'Écriture du bilan annuel',
} as const

const ECHEC = 'Les résultats n’ont pas pu être écrits'

/** Gives a result: as sheets of the workbook where there is one, else as a file. */
export async function enregistrer(suivre: Suivre, produit: ProduitSuivi): Promise<void> {
  const { hote } = suivre.volet
  const { ecrire } = hote.suivi
  const demande = { ...demandeDe(suivre), annee: anneeFlux(suivre) }
  try {
    if (ecrire !== undefined) {
      const phrases = await suivre.travailler(TITRES[produit], ECHEC, async (s) =>
        ecrire(await s.feuilles(produit, demande)),
      )
      if (phrases === undefined) return
      const [remise, ...avis] = phrases
      suivre.changer({ remise })
      suivre.volet.changer({ avis })
      return
    }
    const fichier = await suivre.travailler(TITRES[produit], ECHEC, (s) => s.produire(produit, demande))
    if (fichier === undefined) return
    const { phrase } = await hote.sortie.remettre(fichier)
    suivre.changer({ remise: phrase })
  } catch (erreur) {
    suivre.volet.changer({ faute: fauteDe(erreur, ECHEC) })
  }
}
