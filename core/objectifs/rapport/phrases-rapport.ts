import { formatCompte, formatNombre, formatTaux } from '../../socle/format.ts'
import { francais } from '../../socle/typographie.ts'
import type { Mesure } from '../mesure.ts'
import type { CaseVentilee } from '../ventiler.ts'

/** « Il manquait 17 baux du premier quartile hors QPV pour atteindre 25 % en 2025. » */
export function phraseManque(
  { taux, cible, manque }: Mesure,
  [singulier, pluriel]: readonly [string, string],
  annee: number,
): string {
  if (taux === null) return `Aucun bail hors QPV n’est compté en ${String(annee)}.`
  if (cible === null || manque === null) return `Aucun objectif n’est connu pour ${String(annee)}.`
  const objectif = formatTaux(cible, { decimales: 0 })
  return manque === 0
    ? `L’objectif de ${objectif} est atteint en ${String(annee)}.`
    : `Il a manqué ${formatNombre(manque)} ${manque < 2 ? singulier : pluriel} pour atteindre ${objectif} en ${String(annee)}.`
}

/** Landlords named in the first sentence. */
const NOMMES = 3

/** « Le retard est chez Toit d’Exemple (8 baux), Habitat Fictif du Nord (7 baux). » Empty when nobody is late. */
export function phraseBailleurs(cases: readonly CaseVentilee[]): string {
  const retards = cases.filter(({ manque }) => (manque ?? 0) > 0)
  if (retards.length === 0) return ''
  const nommes = retards
    .slice(0, NOMMES)
    .map(
      ({ modalites: [nom], manque }) =>
        `${nom ?? 'bailleur non renseigné'} (${formatCompte(manque ?? 0, 'bail', 'baux')})`,
    )
  const autres = retards.length - nommes.length
  const suite =
    autres === 0 ? '' : ` ; ${formatCompte(autres, 'autre bailleur est', 'autres bailleurs sont')} aussi en retard`
  return `Le retard est d’abord chez ${nommes.join(', ')}${suite}.`
}

/** « Le taux va de 18,9 % à 22,4 %, selon ce que diront 7 baux incomplets. » Empty when nothing is unknown. */
export function phraseFourchette({ taux, taux_max, inconnus_numerateur }: Mesure): string {
  if (taux === null || taux_max === null) return ''
  if (inconnus_numerateur === 0) return `Le taux est de ${formatTaux(taux)}.`
  return `Le taux va de ${formatTaux(taux)} à ${formatTaux(taux_max)}, selon ce que ${inconnus_numerateur < 2 ? 'dira' : 'diront'} ${formatCompte(inconnus_numerateur, 'bail incomplet', 'baux incomplets')}.`
}

export const LECTURE = francais(
  'Lecture : le taux est celui que la loi compte, avec à sa droite ce qu’il serait si toutes les lignes incomplètes entraient dans l’objectif. « Manque » : combien des attributions comptées auraient dû y entrer ; chaque bailleur est arrondi à l’entier, leur somme peut donc dépasser l’ensemble.',
)

export const PROJECTION = francais(
  'La projection est une estimation : ce qui reste à venir est attendu au taux constaté, dans une fourchette qui contient la fin de l’année quatre fois sur cinq.',
)

export const COMMISSION_LIBRE = francais(
  'Ces chiffres éclairent la commission, ils ne désignent aucun ménage : elle reste libre de ses choix.',
)
