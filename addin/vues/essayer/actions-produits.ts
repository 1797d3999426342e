import type { FichierProduit } from '../../travail/contrat.ts'
import { suivi } from '../../travail/poste.ts'
import type { BancEssai, EssaiDistant } from './banc-essai.ts'

const ECHEC = 'Le fichier n’a pas pu être enregistré'

async function remettre(
  banc: BancEssai,
  titre: string,
  faire: (essai: EssaiDistant) => Promise<FichierProduit>,
): Promise<void> {
  const { volet } = banc
  const fichier = await volet.travailler({ titre, annulable: false }, ECHEC, async (session) =>
    faire(await banc.distant(session)),
  )
  if (fichier === undefined) return
  await banc.tenter(ECHEC, async () => {
    const { phrase } = await volet.hote.sortie.remettre(fichier)
    banc.changer({ message: { titre: phrase, textes: [] } })
  })
}

/** The document of the conference, on the scenarios kept, else on the grid tried. */
export function produireDossier(banc: BancEssai, format: 'docx' | 'html'): Promise<void> {
  const { scenarios, question } = banc.etat
  return remettre(banc, 'Écriture du dossier', (essai) =>
    essai.dossier({ scenarios: [...scenarios], question, format }),
  )
}

/** The draft annex that states the grid tried. */
export function produireAnnexe(banc: BancEssai, format: 'docx' | 'html'): Promise<void> {
  return remettre(banc, 'Écriture de l’annexe', (essai) => essai.annexe(format))
}

/** The sheets of the scenarios: in the workbook where the demandes live, else in a workbook of their own. */
export async function produireFeuilles(banc: BancEssai): Promise<void> {
  const { volet, etat } = banc
  const scenarios = [...etat.scenarios]
  const { surPlace } = volet.hote
  if (surPlace?.ecrireFeuilles === undefined) {
    await remettre(banc, 'Écriture des feuilles', (essai) => essai.classeur(scenarios))
    return
  }
  const ecrire = surPlace.ecrireFeuilles.bind(surPlace)
  const progres = suivi(() => undefined)
  const phrases = await volet.travailler(
    { titre: 'Écriture des feuilles', annulable: true },
    ECHEC,
    async (session) => {
      const essai = await banc.distant(session)
      const decrites = await essai.feuilles(scenarios)
      return ecrire(decrites, (rang, debut, nombre) => essai.lignesFeuille(rang, debut, nombre), progres)
    },
  )
  if (phrases !== undefined) banc.changer({ message: { titre: phrases[0] ?? '', textes: phrases.slice(1) } })
}
