import { jsonCanonique } from '../../socle/empreinte.ts'
import { similarite } from '../../lecture/similarite.ts'
import { champNommable } from './champs-nommables.ts'
import { champsDeCritere } from './champs-de.ts'
import type { Condition, ConditionBornes, Critere, Grille } from './grille.ts'

const CHAMPS_PRIORITAIRES = ['dalo', 'publics_prioritaires', 'prioritaire']

function sansPrioritaires({ criteres }: Grille): readonly string[] {
  const atteints = criteres.some((critere) =>
    champsDeCritere(critere).some((champ) => CHAMPS_PRIORITAIRES.includes(champ)),
  )
  return atteints
    ? []
    : [
        'Aucun critère ne concerne le DALO ni les publics prioritaires de l’article L. 441-1 : la grille doit traduire ces priorités.',
      ]
}

function borneVide({ champ, min, max, plus_de, moins_de }: ConditionBornes): boolean {
  const connu = champNommable(champ)
  const bas = [min, plus_de, connu?.minimum].filter((b) => b !== undefined)
  const haut = [max, moins_de, connu?.maximum].filter((b) => b !== undefined)
  if (bas.some((b) => haut.some((h) => typeof b === typeof h && b > h))) return true
  const serre = (
    exclue: typeof min,
    face: readonly (string | number)[],
    strict: (a: string | number) => boolean,
  ): boolean => exclue !== undefined && face.some(strict)
  return (
    serre(plus_de, haut, (h) => typeof plus_de === typeof h && (plus_de ?? 0) >= h) ||
    serre(moins_de, bas, (b) => typeof moins_de === typeof b && (moins_de ?? 0) <= b)
  )
}

/** Whether no value at all can make this condition true. */
function impossible(condition: Condition): boolean {
  if ('tous' in condition) return condition.tous.some(impossible) || contradictoire(condition.tous)
  if ('un_de' in condition) return condition.un_de.every(impossible)
  if ('non' in condition || 'connu' in condition) return false
  if ('est' in condition) return horsEtendue(condition.champ, condition.est)
  if ('parmi' in condition) return condition.parmi.every((valeur) => horsEtendue(condition.champ, valeur))
  return borneVide(condition)
}

/** Two different single values asked of one single-valued field. */
function contradictoire(conditions: readonly Condition[]): boolean {
  const egalites = conditions.filter((c): c is Extract<Condition, { est: unknown }> => 'est' in c)
  return egalites.some(
    (a, i) =>
      champNommable(a.champ)?.type !== 'liste multiple' &&
      egalites.slice(i + 1).some((b) => b.champ === a.champ && b.est !== a.est),
  )
}

function horsEtendue(code: string, valeur: unknown): boolean {
  const champ = champNommable(code)
  return champ !== undefined && typeof valeur === 'number' && (valeur < champ.minimum || valeur > champ.maximum)
}

function conditionsImpossibles({ criteres, portee }: Grille): readonly string[] {
  const lieux: readonly (readonly [string, Condition | undefined])[] = [
    ...criteres.map((critere) => [`Critère « ${critere.code} »`, critere.si] as const),
    ['Portée', portee],
  ]
  return lieux
    .filter(([, condition]) => condition !== undefined && impossible(condition))
    .map(([lieu]) => `${lieu} : aucune valeur ne peut remplir la condition.`)
}

function regleDe({ si, par, tranches }: Critere): string {
  return jsonCanonique([si, par, tranches?.champ, tranches?.bornes])
}

function conditionsRepetees({ criteres }: Grille): readonly string[] {
  return criteres.flatMap((critere, i) => {
    const premier = criteres.slice(0, i).find((autre) => regleDe(autre) === regleDe(critere))
    return premier === undefined
      ? []
      : [`Critères « ${premier.code} » et « ${critere.code} » : ils ont la même condition.`]
  })
}

const MEMBRES = {
  grille: [
    'format',
    'id',
    'nom',
    'territoire',
    'date_effet',
    'source',
    'quartile_borne',
    'portee',
    'note_min',
    'note_max',
    'familles',
    'criteres',
    'departage',
    'socle',
  ],
  critere: [
    'code',
    'nom',
    'famille',
    'points',
    'si',
    'par',
    'tranches',
    'sur_justificatif',
    'verrouille',
    'base_legale',
  ],
  par: ['champ', 'chaque', 'a_partir_de', 'maximum'],
  tranches: ['champ', 'bornes', 'points'],
  famille: ['code', 'nom', 'cumul', 'plafond', 'plancher'],
} as const

function membresInconnus(lieu: string, objet: object | undefined, connus: readonly string[]): readonly string[] {
  return Object.keys(objet ?? {})
    .filter((membre) => !connus.includes(membre))
    .map((membre) => {
      const proche = connus.find((connu) => similarite(membre, connu) >= 0.6)
      const conseil = proche === undefined ? '' : ` Vouliez-vous dire « ${proche} » ?`
      return `${lieu}« ${membre} » n’est pas un membre connu : il est gardé, mais sans effet.${conseil}`
    })
}

/** Members that the format does not know may be a slip of the pen: they are kept, and said. */
function inconnusDe(grille: Grille): readonly string[] {
  return [
    ...membresInconnus('', grille, MEMBRES.grille),
    ...grille.criteres.flatMap((critere) => {
      const lieu = `Critère « ${critere.code} » : `
      return [
        ...membresInconnus(lieu, critere, MEMBRES.critere),
        ...membresInconnus(lieu, critere.par, MEMBRES.par),
        ...membresInconnus(lieu, critere.tranches, MEMBRES.tranches),
      ]
    }),
    ...(grille.familles ?? []).flatMap((famille) =>
      membresInconnus(`Famille « ${famille.code} » : `, famille, MEMBRES.famille),
    ),
  ]
}

/** What a grid may do, but probably should not: French sentences. */
export function avertissementsDe(grille: Grille): readonly string[] {
  return [
    ...inconnusDe(grille),
    ...sansPrioritaires(grille),
    ...conditionsImpossibles(grille),
    ...conditionsRepetees(grille),
  ]
}
