import type { Activite } from './activite.ts'

/** The jobs beside scoring, in the order of the bar. A new one is one row here, and one folder. */
export const ACTIVITES: readonly Activite[] = [
  {
    code: 'essayer',
    nom: 'Essayer',
    icone: 'essai',
    charger: async (volet) => (await import('../essayer/index.ts')).creerEcran(volet),
  },
  {
    code: 'publier',
    nom: 'Publier',
    icone: 'observatoire',
    charger: async (volet) => (await import('../publier/ecran-publier.ts')).ecranPublier(volet),
  },
]
