import type { Activite } from './activite.ts'

/** The jobs beside scoring, in the order of the bar. A new one is one row here, and one folder. */
export const ACTIVITES: readonly Activite[] = [
  {
    code: 'suivre',
    nom: 'Suivre',
    icone: 'objectif',
    charger: async (volet) => new (await import('../suivre/ecran-suivre.ts')).EcranSuivre(volet),
  },
  {
    code: 'publier',
    nom: 'Publier',
    icone: 'observatoire',
    charger: async (volet) => (await import('../publier/ecran-publier.ts')).ecranPublier(volet),
  },
  {
    code: 'calculer',
    nom: 'Calculs',
    icone: 'calcul',
    charger: async (volet) => new (await import('../calculer/ecran-calculs.ts')).EcranCalculs(volet),
  },
]
