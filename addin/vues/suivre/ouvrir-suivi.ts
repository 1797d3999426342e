import { ouvrirActivite } from '../activites/ouvrir.ts'
import type { Volet } from '../volet.ts'
import { allerVue } from './actions-lecture.ts'
import { EcranSuivre } from './ecran-suivre.ts'
import type { VueSuivre } from './etat-suivre.ts'

/** Opens the follow-up on one of its screens. @returns whether what it needs was found */
export async function ouvrirSuivi(volet: Volet, vue: VueSuivre): Promise<boolean> {
  await ouvrirActivite(volet, 'suivre')
  const ecran = volet.ecrans.get('suivre')
  if (!(ecran instanceof EcranSuivre)) return false
  await allerVue(ecran.suivre, vue)
  const { lecture } = ecran.suivre.etat
  return vue === 'flux' ? (lecture?.lignesParc ?? 0) > 0 : (lecture?.attributions ?? 0) > 0
}
