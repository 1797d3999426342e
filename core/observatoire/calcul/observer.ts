import type { TableSeuils } from '../../baremes/index.ts'
import type { Demandes } from '../../demande/demandes.ts'
import type { BorneQuartile } from '../../demande/derives/derive.ts'
import { formatJour } from '../../socle/format.ts'
import type { Jour } from '../../socle/jour.ts'
import { isoJour } from '../../socle/jour.ts'
import { Refus } from '../../socle/refus.ts'
import { francais } from '../../socle/typographie.ts'
import { INDICATEURS_DEMANDE } from '../indicateurs/demande.ts'
import type { IndicateurCalcule } from '../indicateurs/modele.ts'
import { sceller } from '../jeu/ecrire-jeu.ts'
import { enColonnes, type Jeu, type Observation, type Territoire } from '../jeu/jeu.ts'
import { intervalleDe } from '../jeu/periode.ts'
import type { Ecartees } from './population.ts'
import { peupler } from './population.ts'
import type { Rapport } from '../protection/modele.ts'
import { phraseSecret } from '../protection/messages.ts'
import { MENAGES_11, type Profil } from '../protection/profils.ts'
import { precedentDe } from './precedent.ts'
import { publier, type Publication } from './publier.ts'

export interface OptionsObservation {
  /** The EPCI whose demandes are counted. */
  readonly territoire: Territoire
  /** Year, quarter, month or day that the figures stand for. */
  readonly periode: string
  /** Day of the computation: seniority and thresholds are those of that day. */
  readonly jour: Jour
  readonly seuils: TableSeuils
  readonly borne?: BorneQuartile
  readonly versionMoteur: string
  /** Who publishes; the territory unless given. */
  readonly producteur?: string
  /** All those of the catalogue unless given. */
  readonly indicateurs?: readonly IndicateurCalcule[]
  /** Rules of what may be published; eleven households unless given. */
  readonly profil?: Profil
  /** The file that the territory published before: what changed little since is withheld. Without it nothing is checked. */
  readonly precedent?: Jeu
}

/** A dataset ready to publish, and what the one who publishes must know. */
export interface Observatoire {
  readonly jeu: Jeu
  /** Demandes counted. Not in the dataset when they are too few. */
  readonly comptees: number
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
  /** Figures withheld, of how many. */
  readonly nombre: number
  readonly sur: number
  /** Why, one sentence a reason. */
  readonly phrases: readonly string[]
  /** Withdrawn whole, since what it withholds could still be found again. */
  readonly retire: boolean
  /** Demandes that the indicator could not place: once completed, more may become publishable. */
  readonly inconnus: number
}

const SOURCE = 's1'

function exigerPeriode(periode: string): void {
  if (intervalleDe(periode) !== undefined) return
  throw new Refus(
    `« ${periode} » n’est pas une période. Attendu : une année (2025), un trimestre (2025-T1), un mois (2025-03) ou un jour (2025-03-31).`,
  )
}

function observations(
  { resultat: { indicateur }, mesures }: Publication,
  { territoire, periode }: OptionsObservation,
): Observation[] {
  return mesures.map((mesure) => ({
    ...mesure,
    indicateur: indicateur.id,
    territoire: territoire.code,
    periode,
    diffusion: null,
    source: SOURCE,
  }))
}

/** How empty cells were read: fields and values only, since a count could be that of one household. */
function remplissages(classeurs: readonly Demandes[]): Pick<Jeu, 'vide_non' | 'defauts'> {
  const remplis = (lire: (demandes: Demandes) => Demandes['defauts']) =>
    new Map(classeurs.flatMap(lire).map(({ champ, valeur }) => [`${champ}=${valeur}`, { champ, valeur }]))
  return {
    vide_non: [...new Set([...remplis(({ videNon }) => videNon).values()].map(({ champ }) => champ))],
    defauts: [...remplis(({ defauts }) => defauts).values()],
  }
}

function jeuDe(lignes: readonly Observation[], classeurs: readonly Demandes[], options: OptionsObservation): Jeu {
  const { territoire, periode, jour, versionMoteur, producteur = territoire.nom } = options
  const { indicateurs = INDICATEURS_DEMANDE, profil = MENAGES_11 } = options
  return sceller({
    format: 'observatoire/1',
    titre: `${territoire.nom}, ${periode}`,
    fait_le: isoJour(jour),
    producteur,
    version_moteur: versionMoteur,
    profil_secret: profil.id,
    jour: isoJour(jour),
    ...remplissages(classeurs),
    sources: [
      {
        id: SOURCE,
        titre: francais(
          `Demandes actives de ${territoire.nom} au ${formatJour(jour)} (système national d’enregistrement)`,
        ),
        date: isoJour(jour),
      },
    ],
    territoires: [territoire],
    indicateurs: indicateurs.map(({ indicateur }) => indicateur),
    observations: enColonnes(lignes),
    initiatives: [],
  })
}

function retenuDe({ resultat, mesures, retire }: Publication, profil: Profil): Retenu[] {
  const secrets = mesures.flatMap(({ secret }) => secret ?? [])
  if (secrets.length === 0) return []
  return [
    {
      id: resultat.indicateur.id,
      nom: resultat.indicateur.nom,
      nombre: secrets.length,
      sur: mesures.length,
      phrases: [...new Set(secrets)].map((secret) => phraseSecret(secret, profil)),
      retire,
      inconnus: resultat.ventilation.inconnus,
    },
  ]
}

/**
 * Makes the dataset that a territory publishes from its workbooks of demandes: aggregated figures only, each withheld when
 * it counts too few households or would let such a count be found again.
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
  const {
    territoire,
    jour,
    seuils,
    borne = 'stricte',
    indicateurs = INDICATEURS_DEMANDE,
    profil = MENAGES_11,
  } = options
  const contexte = { jour, seuils, territoire: territoire.code, borne }
  const { population, ecartees } = peupler(classeurs, territoire.code, contexte)
  const resultats = indicateurs.map(({ indicateur, calculer }) => ({ indicateur, ventilation: calculer(population) }))
  const { nombre } = population
  const precedent =
    options.precedent === undefined ? undefined : precedentDe(options.precedent, territoire.code, resultats, nombre)
  const { publications, rapport } = publier(resultats, nombre, profil, precedent)
  const lignes = publications.flatMap((publication) => observations(publication, options))
  return {
    jeu: jeuDe(lignes, classeurs, options),
    comptees: nombre,
    ecartees,
    rapport,
    profil,
    retenus: publications.flatMap((publication) => retenuDe(publication, profil)),
  }
}
