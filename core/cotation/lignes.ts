import type { Donnees } from '../demande/derives/derive.ts'
import { DERIVES } from '../demande/derives/index.ts'
import { CONNU } from '../lecture/colonne.ts'
import { enPoints } from './centiemes.ts'
import { centiemesDe } from './constater.ts'
import type { Cotation } from './coter.ts'
import { champsDeCritere } from './grille/champs-de.ts'
import { limitesGroupe, limitesNote } from './groupes.ts'
import { INCERTAIN, NON_JUSTIFIE, RETENU } from './regles/regle.ts'

/** `absorbe`: met, but another criterion of its family counts more. */
export type EtatLigne = 'retenu' | 'ecarte' | 'absorbe' | 'inconnu'

/** What one criterion brings to one demande. */
export interface Ligne {
  readonly critere: string
  readonly etat: EtatLigne
  /** What counts in the total. */
  readonly points: number
  /** Put aside for want of a supporting document. */
  readonly nonJustifie: boolean
  /** Code of the criterion that counts instead, when this one is absorbed. */
  readonly absorbePar?: string
}

/** What a cap or a floor takes or adds: total = Σ points of lines + Σ points of adjustments. */
export interface Ajustement {
  /** Code of the family; null for the total. */
  readonly famille: string | null
  readonly points: number
  readonly borne: 'plafond' | 'plancher'
  /** The cap or floor that bites, in points. */
  readonly limite: number
}

/** In families of which only the highest counts: the rank of the criterion that counts in each criterion's stead. */
function absorbants({ groupes, sousTotaux }: Cotation, i: number): ReadonlyMap<number, number> {
  const paires = groupes.flatMap(({ criteres }, g) => {
    const meilleur = sousTotaux[g]?.meilleurs?.[i] ?? -1
    return meilleur < 0 ? [] : criteres.map((rang) => [rang, meilleur] as const)
  })
  return new Map(paires)
}

/** Every criterion of the grid for the demande of index `i`, in grid order. */
export function lignesDe(cotation: Cotation, i: number): readonly Ligne[] {
  const meilleurs = absorbants(cotation, i)
  const { criteres } = cotation.grilleLue.grille
  return criteres.map(({ code: critere }, rang) => {
    const constat = cotation.constats[rang]
    const etat = constat?.etats[i]
    const centiemes = constat === undefined ? 0 : centiemesDe(constat, i)
    const meilleur = meilleurs.get(rang)
    const nonJustifie = etat === NON_JUSTIFIE
    if (etat === INCERTAIN) return { critere, etat: 'inconnu', points: 0, nonJustifie }
    if (etat !== RETENU) return { critere, etat: 'ecarte', points: 0, nonJustifie }
    if (centiemes > 0 && meilleur !== undefined && meilleur !== rang) {
      return { critere, etat: 'absorbe', points: 0, nonJustifie, absorbePar: criteres[meilleur]?.code ?? '' }
    }
    return { critere, etat: 'retenu', points: enPoints(centiemes), nonJustifie }
  })
}

function ajustement(
  famille: string | null,
  avant: number,
  limites: { readonly plafond: number; readonly plancher: number },
): readonly Ajustement[] {
  const plafonnee = Math.min(avant, limites.plafond)
  const bornee = Math.max(plafonnee, limites.plancher)
  const ecarts = [
    { borne: 'plafond', centiemes: plafonnee - avant },
    { borne: 'plancher', centiemes: bornee - plafonnee },
  ] as const
  return ecarts
    .filter(({ centiemes }) => centiemes !== 0)
    .map(({ borne, centiemes }) => ({ famille, points: enPoints(centiemes), borne, limite: enPoints(limites[borne]) }))
}

/** The caps and floors that bite for the demande of index `i`: families in grid order, then the total. */
export function ajustementsDe(cotation: Cotation, i: number): readonly Ajustement[] {
  const lignes = lignesDe(cotation, i)
  let total = 0
  const familles = cotation.groupes.flatMap((groupe, g) => {
    const avant = groupe.criteres.reduce((somme, rang) => somme + Math.round((lignes[rang]?.points ?? 0) * 100), 0)
    total += cotation.sousTotaux[g]?.sommes[i] ?? 0
    return ajustement(groupe.famille?.code ?? null, avant, limitesGroupe(groupe))
  })
  return [...familles, ...ajustement(null, total, limitesNote(cotation.grilleLue.grille))]
}

/**
 * Base fields to fill or correct so that nothing is unknown in the score of the demande of index `i`.
 *
 * @example manqueDe(cotation, cotation.complets.indexOf(0)) //=> ['situation_professionnelle', 'commune_travail']
 */
export function manqueDe(cotation: Cotation, i: number): readonly string[] {
  const { donnees, constats, grilleLue } = cotation
  const champs = grilleLue.grille.criteres.flatMap((critere, rang) =>
    constats[rang]?.etats[i] === INCERTAIN ? champsDeCritere(critere) : [],
  )
  return [...new Set(champs)]
    .flatMap((champ) => manqueChamp(champ, donnees, i))
    .filter((code, k, tous) => tous.indexOf(code) === k)
}

function manqueChamp(champ: string, donnees: Donnees, i: number): readonly string[] {
  if (donnees.colonne(champ).etats[i] === CONNU) return []
  return DERIVES.find(({ code }) => code === champ)?.manque(donnees, i) ?? [champ]
}
