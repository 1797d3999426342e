import { typographier } from '../indicateurs/typographie.ts'
import type { Secret } from '../jeu/jeu.ts'

/** What two files say otherwise, and which one was kept. */
export type Conflit =
  | {
      /** The same indicator of another version, or of another unit. */
      readonly nature: 'definition'
      readonly indicateur: string
      readonly garde: string
      readonly ecarte: string
      readonly versionGardee: number
      readonly versionEcartee: number
      /** Figures left out. */
      readonly chiffres: number
    }
  | {
      /** The same figure, with another value. */
      readonly nature: 'chiffre'
      readonly indicateur: string
      readonly territoire: string
      readonly periode: string
      readonly modalite: string | null
      readonly garde: string
      readonly ecarte: string
      readonly valeurGardee: number | null
      readonly valeurEcartee: number | null
      readonly secret: Secret | null
    }

function dire(valeur: number | null): string {
  return valeur === null ? 'retenu ou absent' : String(valeur).replace('.', ',')
}

/** The rule by which conflicts are settled, for the report. */
export const REGLE_CONFLITS = typographier(
  'Règle : la version la plus récente d’une définition l’emporte ; pour un même chiffre, le fichier fait le plus récemment ; le même jour, le chiffre retenu, sinon le dernier fichier donné.',
)

/**
 * The sentence that shows a conflict.
 *
 * @example
 * const versions = { versionGardee: 2, versionEcartee: 1, chiffres: 3 }
 * direConflit({ nature: 'definition', indicateur: 'vacance', garde: 'nord.json', ecarte: 'aisne.json', ...versions })
 * //=> '« vacance » : version 2 de nord.json gardée, version 1 de aisne.json écartée (3 chiffres).'
 */
export function direConflit(conflit: Conflit): string {
  const { indicateur, garde, ecarte } = conflit
  if (conflit.nature === 'definition') {
    const { versionGardee, versionEcartee, chiffres } = conflit
    return typographier(
      `« ${indicateur} » : version ${String(versionGardee)} de ${garde} gardée, version ${String(versionEcartee)} de ${ecarte} écartée (${String(chiffres)} ${chiffres < 2 ? 'chiffre' : 'chiffres'}).`,
    )
  }
  const { territoire, periode, modalite, valeurGardee, valeurEcartee } = conflit
  const quoi = `« ${indicateur} »${modalite === null ? '' : `, ${modalite}`}, ${territoire}, ${periode}`
  return typographier(
    `${quoi} : ${dire(valeurGardee)} selon ${garde}, gardé ; ${dire(valeurEcartee)} selon ${ecarte}, écarté.`,
  )
}
