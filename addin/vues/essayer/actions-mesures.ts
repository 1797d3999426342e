import { formatTaux } from '../../../core/index.ts'
import { suivi } from '../../travail/poste.ts'
import type { BancEssai, EssaiDistant } from './banc-essai.ts'

type Progresser = (part: number) => void

/** Does a slow measure, its progress on screen, stopped when asked. */
async function mesurer<T>(
  banc: BancEssai,
  titre: string,
  faire: (essai: EssaiDistant, progres: Progresser) => Promise<T | undefined>,
): Promise<T | undefined> {
  const { volet } = banc
  const progres = suivi((part) => {
    volet.progresser(formatTaux(part, { decimales: 0 }))
  })
  return volet.travailler({ titre, annulable: true }, 'La mesure n’a pas pu être faite', async (session) =>
    faire(await banc.distant(session), progres),
  )
}

export async function mesurerRobustesse(banc: BancEssai): Promise<void> {
  const robustesse = await mesurer(banc, 'Mesure de la robustesse', (essai, progres) => essai.robustesse(progres))
  if (robustesse !== undefined) banc.changer({ robustesse })
  banc.volet.garderFoyer()
}

export async function mesurerEquite(banc: BancEssai): Promise<void> {
  const equite = await mesurer(banc, 'Mesure avant et après', (essai, progres) => essai.equite(progres))
  if (equite !== undefined) banc.changer({ equite })
  banc.volet.garderFoyer()
}

/** Looks back with past allocations: those of the workbook unless a file is given. */
export function mesurerRecul(banc: BancEssai, fichier = banc.etat.fichierRecul): Promise<void> {
  return banc.tenter('Les attributions n’ont pas pu être lues', async () => {
    const recul = await banc.demander((essai) => essai.bilan(fichier))
    if (recul !== undefined) banc.changer({ recul, fichierRecul: fichier })
  })
}

/** Looks back again when what is on screen is of another grid. */
export async function rafraichirRecul(banc: BancEssai): Promise<void> {
  const { recul, essai } = banc.etat
  if (recul === undefined || recul.empreinte !== essai?.essayee.empreinte) await mesurerRecul(banc)
}

/** Puts the scenarios kept beside the grid in force. */
export async function comparerScenarios(banc: BancEssai): Promise<void> {
  const { scenarios } = banc.etat
  if (scenarios.length === 0) banc.changer({ comparaison: [] })
  else banc.changer({ comparaison: await banc.demander((essai) => essai.comparer([...scenarios])) })
}
