import { formatNombre, formatPoints } from '../../socle/format.ts'
import type { Registre } from '../grille/champs-nommables.ts'
import { champNommable, REGISTRE_DEMANDE } from '../grille/champs-nommables.ts'
import type { Condition, ConditionBornes, Critere, Par, Tranches, ValeurGrille } from '../grille/grille.ts'
import { direNombre, direValeur } from './dire-valeur.ts'

function libelleDe(code: string, registre: Registre): string {
  return `« ${registre.champ(code)?.libelle ?? code} »`
}

function valeurDe(code: string, valeur: ValeurGrille, registre: Registre): string {
  const champ = registre.champ(code)
  return champ === undefined ? String(valeur) : direValeur(champ, valeur)
}

function direEst(champ: string, valeur: ValeurGrille, registre: Registre): string {
  const plusieurs = registre.champ(champ)?.type === 'liste multiple'
  return plusieurs
    ? `${libelleDe(champ, registre)} comprend ${valeurDe(champ, valeur, registre)}`
    : `${libelleDe(champ, registre)} : ${valeurDe(champ, valeur, registre)}`
}

function direParmi(champ: string, valeurs: readonly ValeurGrille[], registre: Registre): string {
  const mots = valeurs.map((valeur) => valeurDe(champ, valeur, registre)).join(' ; ')
  const plusieurs = registre.champ(champ)?.type === 'liste multiple'
  return `${libelleDe(champ, registre)} ${plusieurs ? 'comprend l’un de' : 'parmi'} : ${mots}`
}

function direBornes({ champ, min, max, plus_de, moins_de }: ConditionBornes, registre: Registre): string {
  const bornes = [
    min === undefined ? '' : `au moins ${valeurDe(champ, min, registre)}`,
    plus_de === undefined ? '' : `plus de ${valeurDe(champ, plus_de, registre)}`,
    max === undefined ? '' : `au plus ${valeurDe(champ, max, registre)}`,
    moins_de === undefined ? '' : `moins de ${valeurDe(champ, moins_de, registre)}`,
  ]
  return `${libelleDe(champ, registre)} : ${bornes.filter((borne) => borne !== '').join(' et ')}`
}

function grouper(conditions: readonly Condition[], lien: string, registre: Registre): string {
  return conditions
    .map((condition) =>
      'tous' in condition || 'un_de' in condition
        ? `(${direCondition(condition, registre)})`
        : direCondition(condition, registre),
    )
    .join(` ${lien} `)
}

/**
 * @param registre the fields that it may name: those of an application unless told
 * @example direCondition({ champ: 'dalo', est: true }) //=> '« Reconnu prioritaire DALO » : oui'
 */
export function direCondition(condition: Condition, registre: Registre = REGISTRE_DEMANDE): string {
  if ('tous' in condition) return grouper(condition.tous, 'et', registre)
  if ('un_de' in condition) return grouper(condition.un_de, 'ou', registre)
  if ('non' in condition) return `non (${direCondition(condition.non, registre)})`
  if ('connu' in condition) return `${libelleDe(condition.connu, registre)} est renseigné`
  if ('est' in condition) return direEst(condition.champ, condition.est, registre)
  if ('parmi' in condition) return direParmi(condition.champ, condition.parmi, registre)
  return direBornes(condition, registre)
}

function direPar(points: number, { champ, chaque, a_partir_de, maximum }: Par): string {
  const connu = champNommable(champ)
  const pas = connu === undefined ? formatNombre(chaque) : direNombre(connu, chaque)
  const depart =
    a_partir_de === undefined || connu === undefined ? '' : `, à partir de ${direNombre(connu, a_partir_de)}`
  const limite = maximum === undefined ? '' : `, ${formatNombre(maximum)} fois au plus`
  return `${formatPoints(points)} par tranche entière de ${pas} de ${libelleDe(champ, REGISTRE_DEMANDE)}${depart}${limite}`
}

function direTranches({ champ, bornes, points }: Tranches): string {
  const borne = (i: number): string => valeurDe(champ, bornes[i] ?? 0, REGISTRE_DEMANDE)
  const tranches = points.map((valeur, i) => {
    const intervalle =
      i === 0
        ? `moins de ${borne(0)}`
        : i === bornes.length
          ? `${borne(i - 1)} et plus`
          : `de ${borne(i - 1)} à moins de ${borne(i)}`
    return `${intervalle} : ${formatPoints(valeur)}`
  })
  return `selon ${libelleDe(champ, REGISTRE_DEMANDE)} : ${tranches.join(' ; ')}`
}

/**
 * The rule of a criterion in one French sentence.
 *
 * @example direCritere(grille.grille.criteres[0]!) //=> '50 points, si « Reconnu prioritaire DALO » : oui'
 */
export function direCritere({ points = 0, si, par, tranches, sur_justificatif }: Critere): string {
  const quoi =
    tranches !== undefined ? direTranches(tranches) : par !== undefined ? direPar(points, par) : formatPoints(points)
  const condition = si === undefined ? '' : `, si ${direCondition(si)}`
  return `${quoi}${condition}${sur_justificatif === true ? ', sur justificatif' : ''}`
}
