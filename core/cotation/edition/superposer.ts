import { Refus } from '../../socle/refus.ts'
import { resoudreHeritage } from '../grille/heritage.ts'
import type { Objet } from '../table/objets.ts'
import { memeContenu } from '../table/objets.ts'
import type { GrilleEditee } from './gestes-grille.ts'

/** A regional core, itself resolved, on which a local grid is edited. */
export interface SocleEdite {
  readonly id: string
  readonly ecrite: GrilleEditee
}

function parCode(liste: readonly Objet[] | undefined, code: unknown): Objet | undefined {
  return liste?.find((entree) => entree.code === code)
}

function nouveautes(locales: readonly Objet[], socle: readonly Objet[] | undefined): readonly Objet[] {
  return locales.filter((entree) => !memeContenu(entree, parCode(socle, entree.code)))
}

function famillesLocales(grille: GrilleEditee, socle: GrilleEditee): Objet {
  const familles = nouveautes(grille.familles ?? [], socle.familles)
  return familles.length === 0 && memeContenu(grille.familles, socle.familles) ? {} : { familles }
}

/**
 * What a local grid says that its core does not: what is saved, so that a change of the core reaches it.
 *
 * @example
 * const [locale, ecrite] = [autre.ecrite as GrilleEditee, grille.ecrite as GrilleEditee]
 * superposition(locale, { id: 'grille-exemple', ecrite }).criteres
 * //=> [{ code: 'DALO', …, points: 40, … }]
 */
export function superposition(grille: GrilleEditee, { id, ecrite: socle }: SocleEdite): Objet {
  const retires = socle.criteres.filter(({ code }) => parCode(grille.criteres, code) === undefined)
  const { criteres: _criteres, familles: _familles, ...membres } = grille
  const propres = Object.entries(membres).filter(
    ([nom, valeur]) => ['format', 'id', 'nom'].includes(nom) || !memeContenu(valeur, socle[nom]),
  )
  return {
    ...Object.fromEntries(propres),
    socle: id,
    criteres: [...retires.map(({ code }) => ({ code, retire: true })), ...nouveautes(grille.criteres, socle.criteres)],
    ...famillesLocales(grille, socle),
  }
}

function refuserVerrous(grille: GrilleEditee, socle: GrilleEditee): void {
  const changes = socle.criteres.filter(
    (critere) => critere.verrouille === true && !memeContenu(critere, parCode(grille.criteres, critere.code)),
  )
  if (changes.length === 0) return
  throw new Refus(
    changes.map(
      ({ code }) =>
        `Le critère « ${String(code)} » est verrouillé par le socle : une grille locale ne peut ni le changer ni le retirer.`,
    ),
  )
}

/** Why a grid cannot be said as a difference with its core. */
function raison(grille: GrilleEditee, obtenue: Objet, socle: GrilleEditee): string {
  const famille = socle.familles?.find(
    (autre) =>
      !memeContenu(parCode(grille.familles, autre.code), parCode(obtenue.familles as readonly Objet[], autre.code)),
  )
  if (famille !== undefined) {
    return `La famille « ${String(famille.code)} » vient du socle : une grille locale peut changer son nom, son cumul et ses limites, mais ni la supprimer ni lui ôter une limite.`
  }
  if (!memeContenu(grille.criteres, obtenue.criteres)) {
    return 'Les critères du socle gardent leur ordre : dans une grille locale, seuls les critères ajoutés se déplacent, après ceux du socle.'
  }
  const membre = Object.keys(obtenue).find((nom) => grille[nom] === undefined)
  return `« ${membre ?? 'familles'} » vient du socle : une grille locale peut le changer, mais pas le supprimer.`
}

/**
 * Checks that a local grid can be saved as a difference with its core.
 *
 * @throws Refus saying what the core forbids
 */
export function exigerSuperposable(grille: GrilleEditee, socle: SocleEdite): void {
  refuserVerrous(grille, socle.ecrite)
  const obtenue = resoudreHeritage(superposition(grille, socle), (id) => (id === socle.id ? socle.ecrite : undefined))
  if (!memeContenu(obtenue, grille)) throw new Refus(raison(grille, obtenue, socle.ecrite))
}
