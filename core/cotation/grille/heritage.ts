import { Refus } from '../../socle/refus.ts'
import type { GrilleEcrite } from './schema.ts'
import { formerAvantHeritage } from './schema.ts'

/** Gives a grid as parsed JSON by its id, or undefined when there is none. */
export type ChargerSocle = (id: string) => unknown

type Entree = GrilleEcrite['criteres'][number]

function refuserVerrou(critere: Entree, geste: string): never {
  throw new Refus(`Critère « ${critere.code} » : verrouillé par le socle, il ne peut pas être ${geste}.`)
}

function appliquer(criteres: readonly Entree[], critere: Entree): readonly Entree[] {
  const rang = criteres.findIndex(({ code }) => code === critere.code)
  const existant = criteres[rang]
  if (critere.retire === true) {
    if (existant === undefined) {
      throw new Refus(`Critère « ${critere.code} » : retiré, mais le socle n’a pas de critère de ce code.`)
    }
    if (existant.verrouille === true) refuserVerrou(existant, 'retiré')
    return criteres.filter((autre) => autre !== existant)
  }
  if (existant === undefined) return [...criteres, critere]
  if (existant.verrouille === true) refuserVerrou(existant, 'remplacé')
  return criteres.with(rang, critere)
}

function fusionnerFamilles(
  socle: GrilleEcrite['familles'],
  locale: GrilleEcrite['familles'],
): GrilleEcrite['familles'] {
  if (socle === undefined || locale === undefined) return locale ?? socle
  const nouvelles = locale.filter(({ code }) => !socle.some((famille) => famille.code === code))
  const reprises = socle.map((famille) => ({ ...famille, ...locale.find(({ code }) => code === famille.code) }))
  return [...reprises, ...nouvelles]
}

/** An overlay names each criterion once: a second one would silently win over the first. */
function refuserDoublons({ criteres }: GrilleEcrite): void {
  const codes = criteres.map(({ code }) => code)
  const doubles = codes.filter((code, i) => codes.indexOf(code) !== i)
  if (doubles.length > 0) {
    throw new Refus([...new Set(doubles)].map((code) => `Critère « ${code} » : ce code est utilisé plusieurs fois.`))
  }
}

/** There is nothing to remove from without a core. */
function refuserRetraits({ criteres }: GrilleEcrite): void {
  const retires = criteres.filter(({ retire }) => retire === true)
  if (retires.length > 0) {
    throw new Refus(retires.map(({ code }) => `Critère « ${code} » : retiré, mais la grille ne nomme aucun socle.`))
  }
}

function fusionner(socle: GrilleEcrite, locale: GrilleEcrite): GrilleEcrite {
  refuserDoublons(locale)
  const { socle: _nom, ...membres } = locale
  const familles = fusionnerFamilles(socle.familles, locale.familles)
  const criteres = [...locale.criteres.reduce(appliquer, socle.criteres)]
  return { ...socle, ...membres, criteres, ...(familles === undefined ? {} : { familles }) }
}

/**
 * The grid once its regional core is folded in: core criteria first, in their order; the overlay's replace those of the
 * same code, others come after, `retire` removes one; families merge by code; for other members the overlay wins.
 *
 * @throws Refus on an unknown core, a cycle, a locked criterion replaced or removed, an absent one removed
 */
export function resoudreHeritage(brute: unknown, charger: ChargerSocle, suivies: readonly string[] = []): GrilleEcrite {
  const grille = formerAvantHeritage(brute)
  if (suivies.includes(grille.id)) {
    throw new Refus(`Les grilles se prennent l’une l’autre pour socle : ${[...suivies, grille.id].join(' → ')}.`)
  }
  if (grille.socle === undefined) {
    refuserRetraits(grille)
    return grille
  }
  const socle = charger(grille.socle)
  if (socle === undefined) {
    throw new Refus(
      `Le socle « ${grille.socle} » est introuvable. Placez « ${grille.socle}.json » à côté de la grille, ou désignez-le.`,
    )
  }
  return fusionner(resoudreHeritage(socle, charger, [...suivies, grille.id]), grille)
}
