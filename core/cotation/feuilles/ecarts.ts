import { CONNU } from '../../lecture/colonne.ts'
import { enCentiemes, enPoints } from '../centiemes.ts'
import type { Cotation, Cotations } from '../coter.ts'
import { champsDeCritere } from '../grille/champs-de.ts'
import { regleDe } from '../regles/regle-de.ts'
import { lignesDe } from '../lignes.ts'

/** A demande whose official note or quartile differs from the one computed here. */
export interface Ecart {
  readonly indice: number
  readonly noteOfficielle: number | undefined
  readonly note: number
  /** Note computed − official note. */
  readonly ecart: number | undefined
  readonly quartileOfficiel: number | undefined
  readonly quartile: number | undefined
  /** Criteria that could account for the difference, one alone, in French. */
  readonly pistes: readonly string[]
}

function valeur(cotation: Cotation, champ: string, i: number): number | undefined {
  const { etats, valeurs } = cotation.donnees.simple(champ)
  return etats[i] === CONNU ? valeurs[i] : undefined
}

/** A criterion that counts here for the whole difference, or would make it up if it did. */
function pistesNote(cotation: Cotation, i: number, ecart: number): readonly string[] {
  const { criteres } = cotation.grilleLue.grille
  return lignesDe(cotation, i).flatMap(({ etat, points, nonJustifie }, rang) => {
    const critere = criteres[rang]
    if (critere === undefined) return []
    if (etat === 'retenu') return points === ecart ? [`« ${critere.nom} » est compté ici`] : []
    const { min, max } = regleDe(critere).etendue
    if (-ecart * 100 !== (ecart < 0 ? max : min)) return []
    if (etat === 'inconnu') return [`« ${critere.nom} » est inconnu ici`]
    return [nonJustifie ? `« ${critere.nom} » n’est pas justifié ici` : `« ${critere.nom} » n’est pas compté ici`]
  })
}

function pistesQuartile(cotation: Cotation): readonly string[] {
  return cotation.grilleLue.grille.criteres
    .filter((critere) => champsDeCritere(critere).includes('quartile'))
    .map(({ nom }) => `« ${nom} » dépend du quartile`)
}

function ecartDe(cotation: Cotation, i: number): Ecart | undefined {
  const noteOfficielle = valeur(cotation, 'note_officielle', i)
  const quartileOfficiel = valeur(cotation, 'quartile_declare', i)
  const quartile = valeur(cotation, 'quartile', i)
  const total = cotation.totaux[i] ?? 0
  const centiemes =
    noteOfficielle === undefined ? undefined : (enCentiemes(noteOfficielle) ?? Math.round(noteOfficielle * 100))
  const ecart = centiemes === undefined ? undefined : enPoints(total - centiemes)
  const quartileDiffere = quartileOfficiel !== undefined && quartile !== undefined && quartileOfficiel !== quartile
  if ((ecart ?? 0) === 0 && !quartileDiffere) return undefined
  const pistes = [
    ...(ecart === undefined || ecart === 0 ? [] : pistesNote(cotation, i, ecart)),
    ...(quartileDiffere ? pistesQuartile(cotation) : []),
  ]
  return { indice: i, noteOfficielle, note: enPoints(total), ecart, quartileOfficiel, quartile, pistes }
}

/** Whether the input holds an official note or quartile to compare with. */
export function comparable({ demandes }: Cotations): boolean {
  return ['note_officielle', 'quartile_declare'].some((champ) => demandes.appariement.colonnes.has(champ))
}

/** Where the official note or quartile differs from ours, best ranked first. */
export function ecartsDe(cotation: Cotation): readonly Ecart[] {
  return [...cotation.classement.indices].flatMap((i) => ecartDe(cotation, i) ?? [])
}
