import type { IndicateurCatalogue } from './modele.ts'
import { sansPoint, typographierIndicateur } from './typographie.ts'

/** What is said of an indicator taken as it is from a publication. */
export type LigneFait = Pick<IndicateurCatalogue, 'id' | 'nom' | 'question' | 'definition'> &
  Partial<Pick<IndicateurCatalogue, 'unite' | 'base_legale' | 'pieges' | 'sens' | 'numerateur' | 'denominateur'>>

const REPRIS =
  'Chiffre repris tel que publié, à la date et sur le périmètre de sa source : il ne s’additionne pas avec d’autres.'

/** Makes the rows of a theme: published figures are never added up again, whatever they count. */
export function faits(theme: string, source: string): (ligne: LigneFait) => IndicateurCatalogue {
  return ({ pieges = [], ...ligne }) =>
    typographierIndicateur({
      version: 1,
      theme,
      unite: 'ratio',
      sens: null,
      additif: false,
      source,
      base_legale: 'CCH, art. L. 441-1 à L. 441-2-9',
      // A published number that is not divided is its own numerator.
      numerateur: sansPoint(ligne.definition),
      denominateur: null,
      ...ligne,
      pieges: [...pieges, REPRIS],
    })
}
