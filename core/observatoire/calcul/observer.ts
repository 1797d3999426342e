import type { Demandes } from '../../demande/demandes.ts'
import { Refus } from '../../socle/refus.ts'
import { INDICATEURS_CALCULES } from '../indicateurs/calcules.ts'
import type { Jeu } from '../jeu/jeu.ts'
import { intervalleDe } from '../jeu/periode.ts'
import { peuplerParc } from '../parc/peupler-parc.ts'
import { phraseSecret } from '../protection/messages.ts'
import type { Rapport } from '../protection/modele.ts'
import { MENAGES_11, pourMenages, type Profil } from '../protection/profils.ts'
import type { Lot } from './cellules.ts'
import { compterLots, parlants, peuInconnus } from './compter-lots.ts'
import { familleCommunes, familleEntiere, familleQuartiers } from './famille.ts'
import { jeuPublie } from './jeu-publie.ts'
import { peuplerAttributions } from './peupler-attributions.ts'
import type { ContexteObservation, Ecartees } from './peupler.ts'
import { peuplerDemandes } from './peupler.ts'
import { precedentDe } from './precedent.ts'
import type { OptionsObservation } from './options.ts'
import { publier, type Publication } from './publier.ts'
import type { NomUnivers, Univers } from './univers.ts'

/** How many were counted. Not in the dataset when they are too few. */
export type Comptees = Readonly<Partial<Record<NomUnivers, number>>>

/** A dataset ready to publish, and what the one who publishes must know. */
export interface Observatoire {
  readonly jeu: Jeu
  /** Demandes counted. Not in the dataset when they are too few. */
  readonly comptees: number
  /** All that was counted, by kind. */
  readonly effectifs: Comptees
  readonly ecartees: Ecartees
  /** What the protection did, and the check that it could not make. */
  readonly rapport: Rapport
  /** Rules that were applied. */
  readonly profil: Profil
  /** For the one who publishes alone: what is withheld, and how it could be published. */
  readonly retenus: readonly Retenu[]
}

/** An indicator of which figures are withheld. */
export interface Retenu {
  /** Id of the indicator. */
  readonly id: string
  readonly nom: string
  /** Figures withheld, of how many, in every place. */
  readonly nombre: number
  readonly sur: number
  /** Why, one sentence a reason. */
  readonly phrases: readonly string[]
  /** Withdrawn whole, since what it withholds could still be found again. */
  readonly retire: boolean
  /** Rows of the territory that the indicator could not place: once completed, more may become publishable. */
  readonly inconnus: number
}

function exigerPeriode(periode: string): void {
  if (intervalleDe(periode) !== undefined) return
  throw new Refus(
    `« ${periode} » n’est pas une période. Attendu : une année (2025), un trimestre (2025-T1), un mois (2025-03) ou un jour (2025-03-31).`,
  )
}

function retenuDe(publications: readonly Publication[], profil: Profil): Retenu[] {
  const [premiere] = publications
  const mesures = publications.flatMap((publication) => publication.mesures)
  const secrets = mesures.flatMap(({ secret }) => secret ?? [])
  if (premiere === undefined || secrets.length === 0) return []
  const { indicateur, ventilation } = premiere.resultat
  return [
    {
      id: indicateur.id,
      nom: indicateur.nom,
      nombre: secrets.length,
      sur: mesures.length,
      phrases: [...new Set(secrets)].map((secret) => phraseSecret(secret, profil)),
      retire: publications.every(({ retire }) => retire),
      inconnus: ventilation.inconnus,
    },
  ]
}

function retenusDe(publications: readonly Publication[], profil: Profil): readonly Retenu[] {
  const ids = new Set(publications.map(({ resultat }) => resultat.indicateur.id))
  return [...ids].flatMap((id) =>
    retenuDe(
      publications.filter(({ resultat }) => resultat.indicateur.id === id),
      profil,
    ),
  )
}

interface Compte {
  readonly lots: readonly Lot[]
  readonly effectifs: Comptees
  readonly ecartees: Ecartees
}

function universDe(classeurs: readonly Demandes[], options: OptionsObservation) {
  const { territoire, periode, jour, seuils, borne = 'stricte', attributions, parc } = options
  const contexte: ContexteObservation = { jour, seuils, territoire: territoire.code, borne }
  const { univers, ecartees } = peuplerDemandes(classeurs, contexte)
  const tous: readonly Univers[] = [
    univers,
    ...(attributions === undefined ? [] : peuplerAttributions(attributions, periode, contexte)),
    ...(parc === undefined ? [] : peuplerParc(parc, periode, contexte)),
  ]
  return { tous, ecartees }
}

function compter(classeurs: readonly Demandes[], seuil: number, options: OptionsObservation): Compte {
  const { territoire, communes = [], quartiers = true, indicateurs = INDICATEURS_CALCULES } = options
  const { tous, ecartees } = universDe(classeurs, options)
  const parNom = new Map(tous.map((un) => [un.nom, un]))
  const entier = familleEntiere(tous, territoire.code)
  const premiers = compterLots(entier, parNom, indicateurs)
  const retenus = parlants(premiers, indicateurs)
  const inconnusComptes = peuInconnus(premiers, seuil, indicateurs)
  const familles = [
    entier,
    ...(communes.length > 0 ? [familleCommunes(tous, communes)] : []),
    ...(quartiers ? [familleQuartiers(tous, territoire.code)] : []),
  ]
  const lots = familles.flatMap((famille) => compterLots(famille, parNom, retenus, inconnusComptes))
  const effectifs = Object.fromEntries(
    tous.map(({ nom, parts }) => [nom, parts.reduce((somme, { lignes }) => somme + lignes.length, 0)]),
  )
  return { lots, effectifs, ecartees }
}

/**
 * Makes the dataset that a territory publishes from its workbooks of demandes, and from its allocations and its stock when
 * they are given: aggregated figures only, each withheld when it counts too few households or would let such a count be
 * found again.
 *
 * Without a previous dataset, that the change from one file to the next gives nobody away is not checked, and the report
 * says so.
 *
 * @throws Refus when the period cannot be read, when the previous dataset is of another territory, or when nothing can be
 *   published safely
 * @example observer([demandes], { territoire, periode: '2025', jour, seuils: SEUILS_QUARTILES, versionMoteur: '1.0' }).jeu.format //=> 'observatoire/1'
 */
export function observer(classeurs: readonly Demandes[], options: OptionsObservation): Observatoire {
  exigerPeriode(options.periode)
  const profil = pourMenages(options.profil ?? MENAGES_11)
  const { lots, effectifs, ecartees } = compter(classeurs, profil.seuil, options)
  const precedent =
    options.precedent === undefined ? undefined : precedentDe(options.precedent, options.territoire.code, lots)
  const { publications, rapport } = publier(lots, profil, precedent)
  return {
    jeu: jeuPublie(publications, classeurs, profil, options),
    comptees: effectifs.demandes ?? 0,
    effectifs,
    ecartees,
    rapport,
    profil,
    retenus: retenusDe(publications, profil),
  }
}
