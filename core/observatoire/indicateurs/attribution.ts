import type { Lire, Mesurage } from '../calcul/mesurage.ts'
import { AVEC, DEHORS, DENOMINATEUR_INCONNU } from '../../objectifs/appartenance.ts'
import { type CodeIndicateur, INDICATEURS } from '../../objectifs/indicateurs.ts'
import { jourCompte } from '../../objectifs/assiettes.ts'
import { moisJusqua } from '../../socle/jour.ts'
import { lecture } from '../../demande/derives/derive.ts'
import { calcule } from './calcule.ts'
import type { Echelle, IndicateurCalcule, IndicateurCatalogue } from './modele.ts'

const SOURCE_ATTRIBUTIONS =
  'Décisions des commissions d’attribution et baux signés lus par le territoire (arrêté annuel des bilans, CCH, art. L. 441-2-5 et R. 441-5-1)'

export const DES_BAILLEURS =
  'Compte les seules décisions que le fichier contient : réunissez ceux de tous les bailleurs du territoire.'

type LigneAttribution = Pick<IndicateurCatalogue, 'id' | 'nom' | 'numerateur' | 'question'> &
  Partial<Omit<IndicateurCatalogue, 'id' | 'nom' | 'numerateur' | 'question'>>

const CONNUES = 'Décisions d’attribution de la période pour lesquelles on le sait'

/** A row about allocations: a share unless told, of the decisions for which it is known. */
export function attribution(
  ligne: LigneAttribution,
  mesurage: Mesurage,
  options?: { readonly local: readonly Echelle[] },
): IndicateurCalcule {
  return calcule(
    {
      version: 1,
      theme: 'attributions',
      source: SOURCE_ATTRIBUTIONS,
      unite: 'ratio',
      sens: null,
      additif: true,
      denominateur: CONNUES,
      definition: `${ligne.numerateur}, rapportées aux décisions d’attribution de la période pour lesquelles on le sait.`,
      base_legale: 'CCH, art. L. 441-1 et L. 441-2',
      pieges: [DES_BAILLEURS],
      ...ligne,
    },
    mesurage,
    options,
  )
}

/** The place of a row in a legal rate: 1 in the numerator, 0 in the denominator alone (or nobody can say), −1 in neither. */
export function legal(code: CodeIndicateur): Lire {
  const indicateur = INDICATEURS.find((un) => un.code === code)
  if (indicateur === undefined) throw new Error(`not a legal rate: got ${code}`)
  return ({ compte }) => {
    if (compte === undefined) return () => NaN
    const { places } = compte.placement(indicateur)
    return (i) => {
      const place = places[i] ?? DEHORS
      return place === DEHORS ? -1 : place === DENOMINATEUR_INCONNU ? NaN : Number(place === AVEC)
    }
  }
}

/** Complete months from the day the demande was filed to that of the decision. */
export const DELAI: Lire = ({ donnees }) => {
  const decision = jourCompte(donnees, 'decisions')
  const depot = lecture(donnees.simple('date_depot'))
  const parJour = new Map<number, (debut: number) => number>()
  return (i) => {
    const [debut, fin] = [depot(i), decision(i)]
    if (!(debut <= fin)) return NaN
    const connu = parJour.get(fin) ?? moisJusqua(fin)
    parJour.set(fin, connu)
    return connu(debut)
  }
}
