import type { Activite } from '../activites/activite.ts'

/** Legal and local targets, and the flow of reservations. */
export const SUIVRE: Activite = {
  code: 'suivre',
  nom: 'Suivre',
  icone: 'objectif',
  charger: async (volet) => {
    const { ecranSuivre } = await import('./ecran-suivre.ts')
    return ecranSuivre(volet)
  },
}
