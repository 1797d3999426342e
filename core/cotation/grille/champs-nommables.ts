import { CHAMPS_DEMANDE } from '../../demande/champs.ts'
import type { ChampDerive } from '../../demande/derives/derive.ts'
import { DERIVES } from '../../demande/derives/index.ts'
import { LISTES } from '../../listes/listes.ts'
import type { ValeurListe } from '../../listes/valeur-liste.ts'
import type { Champ, TypeChamp } from '../../lecture/modele.ts'

/** A base or derived field, as a grid may name it. */
export interface ChampNommable {
  readonly code: string
  readonly libelle: string
  readonly type: TypeChamp
  readonly unite: string
  /** Values allowed, for closed lists. */
  readonly valeurs?: readonly ValeurListe[]
  /** Base fields that it rests on; itself for a base field. */
  readonly besoins: readonly string[]
  readonly derive: boolean
  readonly minimum: number
  readonly maximum: number
}

function valeursFermees(liste: string): { readonly valeurs?: readonly ValeurListe[] } {
  const valeurs = (LISTES as Readonly<Record<string, readonly ValeurListe[] | undefined>>)[liste]
  return valeurs === undefined ? {} : { valeurs }
}

/** The fields that conditions on a table may name. */
export interface Registre {
  /** The field of this code, base or derived; undefined when there is none. */
  champ(code: string): ChampNommable | undefined
  readonly champs: readonly ChampNommable[]
}

/** The registry of a table: its base fields, then its derived ones, which win under the same code. */
export function creerRegistre(
  champs: readonly Champ[],
  derives: readonly Pick<ChampDerive, 'code' | 'libelle' | 'type' | 'unite' | 'besoins'>[],
): Registre {
  const nommables = new Map<string, ChampNommable>([
    ...champs.map(({ code, libelle, type, uniteOuListe, minimum, maximum }): [string, ChampNommable] => [
      code,
      {
        code,
        libelle,
        type,
        unite: type === 'entier' || type === 'nombre' ? uniteOuListe : '',
        ...(type === 'liste' || type === 'liste multiple' ? valeursFermees(uniteOuListe) : {}),
        besoins: [code],
        derive: false,
        minimum,
        maximum,
      },
    ]),
    ...derives.map(({ code, libelle, type, unite, besoins }): [string, ChampNommable] => [
      code,
      { code, libelle, type, unite, besoins, derive: true, ...etendue(code) },
    ]),
  ])
  return { champ: (code) => nommables.get(code), champs: [...nommables.values()] }
}

export const REGISTRE_DEMANDE: Registre = creerRegistre(CHAMPS_DEMANDE, DERIVES)

function etendue(code: string): { readonly minimum: number; readonly maximum: number } {
  if (code === 'quartile') return { minimum: 1, maximum: 4 }
  if (code === 'uc') return { minimum: 1, maximum: Infinity }
  const signe = code === 'reste_a_vivre' || code === 'taux_effort'
  return { minimum: signe ? -Infinity : 0, maximum: Infinity }
}

/**
 * The field of this code, base or derived; undefined when there is none.
 *
 * @example champNommable('taux_effort')?.besoins //=> ['loyer_actuel', 'ressources_mensuelles']
 */
export function champNommable(code: string): ChampNommable | undefined {
  return REGISTRE_DEMANDE.champ(code)
}

export const CHAMPS_NOMMABLES: readonly ChampNommable[] = REGISTRE_DEMANDE.champs

/** Numbers can be counted by units, cut into brackets, compared with bounds. */
export function estNumerique({ type }: ChampNommable): boolean {
  return type === 'entier' || type === 'nombre'
}
