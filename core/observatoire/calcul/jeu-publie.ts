import type { Demandes } from '../../demande/demandes.ts'
import { formatJour } from '../../socle/format.ts'
import { isoJour } from '../../socle/jour.ts'
import { francais } from '../../socle/typographie.ts'
import { INDICATEUR_VIGILANCE } from '../indicateurs/vigilance.ts'
import { sceller } from '../jeu/ecrire-jeu.ts'
import { enColonnes, type Jeu, type Observation, type Source } from '../jeu/jeu.ts'
import type { Profil } from '../protection/profils.ts'
import { calculerVigilance } from '../vigilance/indice.ts'
import { VIGILANCE } from '../vigilance/modele.ts'
import { DIMENSION_QUARTIER, quartiersDesObservations } from '../vigilance/quartiers.ts'
import type { OptionsObservation } from './options.ts'
import type { Publication } from './publier.ts'
import type { NomUnivers } from './univers.ts'

const QUARTIERS_MINIMUM = 3

const SOURCES = { demandes: 's1', attributions: 's2', parc: 's3' } as const

/** Added to the source of figures that are shown rounded. */
const ARRONDI = '-arrondi'

function sourceDe(univers: NomUnivers): string {
  if (univers === 'demandes' || univers === 'parc') return SOURCES[univers]
  return SOURCES.attributions
}

function observations({ lot: { place }, resultat, mesures }: Publication, periode: string): Observation[] {
  const { indicateur, ventilation } = resultat
  return mesures.map(({ arrondi, ...mesure }) => ({
    ...mesure,
    ...(place.dimension === null ? {} : { dimension: place.dimension, modalite: place.modalite }),
    indicateur: indicateur.id,
    territoire: place.territoire,
    periode,
    diffusion: null,
    source: `${sourceDe(ventilation.univers)}${arrondi === null ? '' : ARRONDI}`,
  }))
}

type Rempli = Pick<Demandes, 'videNon' | 'defauts'>

/** How empty cells were read: fields and values only, since a count could be that of one household. */
function remplissages(tables: readonly Rempli[]): Pick<Jeu, 'vide_non' | 'defauts'> {
  const remplis = (lire: (table: Rempli) => Demandes['defauts']) =>
    new Map(tables.flatMap(lire).map(({ champ, valeur }) => [`${champ}=${valeur}`, { champ, valeur }]))
  return {
    vide_non: [...new Set([...remplis(({ videNon }) => videNon).values()].map(({ champ }) => champ))],
    defauts: [...remplis(({ defauts }) => defauts).values()],
  }
}

function sources({ territoire, jour, periode, attributions, parc }: OptionsObservation): readonly Source[] {
  const date = isoJour(jour)
  const source = (id: string, titre: string): Source => ({ id, titre: francais(titre), date })
  return [
    source(
      SOURCES.demandes,
      `Demandes actives de ${territoire.nom} au ${formatJour(jour)} (système national d’enregistrement)`,
    ),
    ...(attributions === undefined
      ? []
      : [source(SOURCES.attributions, `Attributions et baux signés de ${territoire.nom}, ${periode}`)]),
    ...(parc === undefined ? [] : [source(SOURCES.parc, `Parc locatif social de ${territoire.nom}`)]),
  ]
}

/** The same sources, said to be rounded, for the figures that are. */
function avecArrondies(
  sources: readonly Source[],
  publiees: readonly Observation[],
  arrondi: number | undefined,
): readonly Source[] {
  const citees = new Set(publiees.map(({ source }) => source))
  const arrondies = sources.map((source) => ({
    ...source,
    id: `${source.id}${ARRONDI}`,
    titre: francais(
      `${source.titre} : arrondi à ${String(arrondi ?? 0)} près, l’écart avec le fichier précédent étant trop petit`,
    ),
    ...(arrondi === undefined ? {} : { arrondi }),
  }))
  return [...sources, ...arrondies.filter(({ id }) => citees.has(id))]
}

/**
 * The index of the districts of the territory, made from published figures alone: it can give away nothing that is withheld.
 * None under three districts, which could not be told apart from their bounds.
 */
function indices(
  publiees: readonly Observation[],
  { territoire, periode }: OptionsObservation,
): readonly Observation[] {
  const quartiers = quartiersDesObservations(publiees, VIGILANCE)
  const connus = calculerVigilance(quartiers, { ...VIGILANCE, tirages: 0 }).quartiers.filter(
    ({ indice }) => indice !== null,
  )
  if (connus.length < QUARTIERS_MINIMUM) return []
  return connus.map(({ code, indice }) => ({
    indicateur: INDICATEUR_VIGILANCE.id,
    territoire: territoire.code,
    periode,
    dimension: DIMENSION_QUARTIER,
    modalite: code,
    numerateur: null,
    denominateur: null,
    valeur: indice === null ? null : Math.round(indice * 10) / 10,
    secret: null,
    diffusion: null,
    source: SOURCES.attributions,
  }))
}

/** The dataset of what may be published; indicators of which nothing was counted are not in it. */
export function jeuPublie(
  publications: readonly Publication[],
  classeurs: readonly Demandes[],
  profil: Profil,
  options: OptionsObservation,
): Jeu {
  const { territoire, communes = [], periode, jour, versionMoteur, producteur = territoire.nom } = options
  const { attributions, parc } = options
  const indicateurs = new Map(publications.map(({ resultat: { indicateur } }) => [indicateur.id, indicateur]))
  const publiees = publications.flatMap((publication) => observations(publication, periode))
  const vigilance = attributions === undefined ? [] : indices(publiees, options)
  const tables = [...classeurs, ...[attributions, parc].filter((table) => table !== undefined)]
  return sceller({
    format: 'observatoire/1',
    titre: `${territoire.nom}, ${periode}`,
    fait_le: isoJour(jour),
    producteur,
    version_moteur: versionMoteur,
    profil_secret: profil.id,
    jour: isoJour(jour),
    ...remplissages(tables),
    sources: avecArrondies(sources(options), publiees, profil.arrondi),
    territoires: [territoire, ...communes],
    indicateurs: [...indicateurs.values(), ...(vigilance.length === 0 ? [] : [INDICATEUR_VIGILANCE])],
    observations: enColonnes([...publiees, ...vigilance]),
    initiatives: [],
  })
}
