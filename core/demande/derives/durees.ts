import { moisJusqua } from '../../socle/jour.ts'
import type { ChampDerive, Donnees } from './derive.ts'
import { derivee, lecture } from './derive.ts'

function moisDepuis(donnees: Donnees, date: string): (i: number) => number {
  const { jour } = donnees.contexte
  const debut = lecture(donnees.simple(date))
  const mois = moisJusqua(jour)
  return (i) => {
    const depuis = debut(i)
    return depuis <= jour ? mois(depuis) : NaN
  }
}

function duree(code: string, libelle: string, date: string, unite: 'mois' | 'ans'): ChampDerive {
  return {
    code,
    libelle,
    type: 'entier',
    unite,
    besoins: [date],
    calculer: (donnees) => {
      const mois = moisDepuis(donnees, date)
      const diviseur = unite === 'mois' ? 1 : 12
      const durees = new Float64Array(donnees.nombre)
      for (let i = 0; i < durees.length; i++) durees[i] = Math.floor(mois(i) / diviseur)
      return derivee(durees)
    },
    manque: () => [date],
  }
}

/** Complete months since the application was filed, as Excel's `DATEDIF(…;"m")`. */
export const ancienneteMois = duree('anciennete_mois', 'Ancienneté de la demande en mois', 'date_depot', 'mois')

export const ancienneteAns = duree('anciennete_ans', 'Ancienneté de la demande en années', 'date_depot', 'ans')

export const hebergementMois = duree(
  'hebergement_mois',
  'Durée d’hébergement dans la structure en mois',
  'hebergement_depuis',
  'mois',
)

export const ageTitulaire = duree('age_titulaire', 'Âge du titulaire', 'date_naissance', 'ans')
