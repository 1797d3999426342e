import { fauteDe, type Volet } from '../volet.ts'
import type { CodeActivite } from './ecran.ts'
import { ACTIVITES } from './registre.ts'

/** Opens a job of the pane: its screen is fetched the first time. */
export async function ouvrirActivite(volet: Volet, code: CodeActivite): Promise<void> {
  volet.changer({ activite: code, faute: undefined })
  const activite = ACTIVITES.find((candidate) => candidate.code === code)
  if (activite === undefined) return
  try {
    const ecran = volet.ecrans.get(code) ?? (await activite.charger(volet))
    volet.ecrans.set(code, ecran)
    volet.changer({})
    await ecran.ouvrir()
  } catch (erreur) {
    volet.changer({ faute: fauteDe(erreur, `«\u202f${activite.nom}\u202f» n’a pas pu s’ouvrir`) })
  }
  document.querySelector<HTMLElement>('.volet-titre')?.focus()
}
