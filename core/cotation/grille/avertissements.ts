import { jsonCanonique } from '../../socle/empreinte.ts'
import { formatNombre } from '../../socle/format.ts'
import { similarite } from '../../lecture/similarite.ts'
import { champNommable } from './champs-nommables.ts'
import { champsDeCritere } from './champs-de.ts'
import type { Condition, Critere, Grille } from './grille.ts'
import { jamaisVraie } from './jamais-vraie.ts'

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

function conditionsImpossibles({ criteres, portee }: Grille): readonly string[] {
  const lieux: readonly (readonly [string, Condition | undefined])[] = [
    ...criteres.map((critere) => [lieuDe(critere), critere.si] as const),
    ['Portée', portee],
  ]
  return lieux
    .filter(([, condition]) => condition !== undefined && jamaisVraie([condition]))
    .map(([lieu]) => `${lieu} : aucune valeur ne peut remplir la condition.`)
}

function lieuDe({ code }: Critere): string {
  return `Critère « ${code} »`
}

function exigeesPar({ si }: Critere): readonly Condition[] {
  return si === undefined ? [] : [si]
}

/** Units that never reach one: the value that would give the first is outside the field, or what `si` leaves of it. */
function sansUnite(critere: Critere): readonly string[] {
  const { par } = critere
  if (par === undefined) return []
  const { champ, chaque, a_partir_de = 0, maximum = Infinity } = par
  const seuil = a_partir_de + chaque
  if (maximum > 0 && !jamaisVraie([...exigeesPar(critere), { champ, min: seuil }])) return []
  const cause =
    maximum > 0 ? `« ${champ} » n’atteint jamais ${formatNombre(seuil)}` : '« maximum » ne laisse aucune unité'
  return [`${lieuDe(critere)} : il ne peut donner aucun point, car ${cause}.`]
}

function direTranche(bas: number | undefined, haut: number | undefined): string {
  if (bas === undefined) return `moins de ${formatNombre(haut ?? 0)}`
  return haut === undefined
    ? `${formatNombre(bas)} et plus`
    : `de ${formatNombre(bas)} à moins de ${formatNombre(haut)}`
}

/** Brackets that no value falls into: only those that would give points matter. */
function tranchesVides(critere: Critere): readonly string[] {
  const { tranches } = critere
  if (tranches === undefined) return []
  const { champ, bornes, points } = tranches
  const utiles = points.flatMap((valeur, rang) => (valeur === 0 ? [] : [{ bas: bornes[rang - 1], haut: bornes[rang] }]))
  const vides = utiles.filter(({ bas, haut }) => {
    const tranche = {
      champ,
      ...(bas === undefined ? {} : { min: bas }),
      ...(haut === undefined ? {} : { moins_de: haut }),
    }
    return jamaisVraie([...exigeesPar(critere), tranche])
  })
  if (vides.length > 0 && vides.length === utiles.length)
    return [
      `${lieuDe(critere)} : il ne peut donner aucun point, car « ${champ} » n’entre jamais dans une tranche qui en donne.`,
    ]
  return vides.map(
    ({ bas, haut }) =>
      `${lieuDe(critere)} : la tranche « ${direTranche(bas, haut)} » n’est jamais atteinte par « ${champ} ».`,
  )
}

/** Rules of points that can never give any, although their condition may hold. */
function reglesSansEffet({ criteres }: Grille): readonly string[] {
  return criteres
    .filter((critere) => !jamaisVraie(exigeesPar(critere)))
    .flatMap((critere) => [...sansUnite(critere), ...tranchesVides(critere)])
}

function feuillesDe(condition: Condition): readonly Condition[] {
  if ('tous' in condition) return condition.tous.flatMap(feuillesDe)
  if ('un_de' in condition) return condition.un_de.flatMap(feuillesDe)
  return 'non' in condition ? feuillesDe(condition.non) : [condition]
}

/** Fractions that are compared with a whole number: they are never equal. */
function fractionsDe(condition: Condition): readonly string[] {
  return feuillesDe(condition).flatMap((feuille) => {
    if (!('est' in feuille || 'parmi' in feuille) || champNommable(feuille.champ)?.type !== 'entier') return []
    const valeurs = 'est' in feuille ? [feuille.est] : feuille.parmi
    return valeurs
      .filter((valeur) => typeof valeur === 'number' && !Number.isInteger(valeur))
      .map((valeur) => `« ${feuille.champ} » est un nombre entier : il ne vaut jamais ${formatNombre(Number(valeur))}.`)
  })
}

function fractions({ criteres, portee }: Grille): readonly string[] {
  return [
    ...criteres.flatMap((critere) =>
      exigeesPar(critere).flatMap((si) => fractionsDe(si).map((phrase) => `${lieuDe(critere)} : ${phrase}`)),
    ),
    ...(portee === undefined ? [] : fractionsDe(portee).map((phrase) => `Portée : ${phrase}`)),
  ]
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
    ...fractions(grille),
    ...conditionsImpossibles(grille),
    ...reglesSansEffet(grille),
    ...conditionsRepetees(grille),
  ]
}
