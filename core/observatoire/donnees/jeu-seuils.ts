import type { MillesimeSeuils, TableSeuils } from '../../baremes/index.ts'
import type { Territoires } from '../../territoires/index.ts'
import { INDICATEURS_SEUILS } from '../indicateurs/seuils.ts'
import { sceller } from '../jeu/ecrire-jeu.ts'
import { enColonnes, type Jeu, type Observation, type Source, type Territoire } from '../jeu/jeu.ts'

const MEMBRES = ['q1', 'q2', 'q3'] as const

function sourceDe({ annee, reference, verifieLe }: MillesimeSeuils): Source {
  return {
    id: String(annee),
    titre: reference.titre,
    ...(verifieLe === undefined ? {} : { releve_le: verifieLe }),
    ...(reference.url === undefined ? {} : { url: reference.url }),
  }
}

function territoireDe(siren: string, territoires: Territoires): Territoire {
  const region = territoires.regionDe(siren)?.code
  return {
    code: siren,
    type: 'epci',
    nom: territoires.nomEpci(siren) ?? siren,
    departements: territoires.departementsDe(siren),
    ...(region === undefined ? {} : { region }),
  }
}

/** The régions have no thresholds of their own (but for Île-de-France): they are named so that EPCI are compared within. */
function regionsDe(sirens: readonly string[], territoires: Territoires): Territoire[] {
  const noms = new Map(sirens.flatMap((siren) => territoires.regionDe(siren) ?? []).map(({ code, nom }) => [code, nom]))
  return [...noms].map(([code, nom]) => ({ code, type: 'region', nom, departements: [], region: code }))
}

function observationsDe(siren: string, { parSiren }: TableSeuils): Observation[] {
  return (parSiren.get(siren) ?? []).flatMap((seuils) =>
    MEMBRES.map((membre) => ({
      indicateur: `seuil_${membre}`,
      territoire: siren,
      periode: String(seuils.annee),
      dimension: null,
      modalite: null,
      numerateur: null,
      denominateur: null,
      valeur: seuils[membre],
      secret: null,
      diffusion: 'source' as const,
      source: String(seuils.annee),
    })),
  )
}

/** The thresholds of the law as a dataset: every figure of diffusion `source`. */
export function jeuSeuils(seuils: TableSeuils, territoires: Territoires): Jeu {
  const sirens = [...seuils.parSiren.keys()].sort()
  const annees = seuils.millesimes.map(({ annee }) => annee)
  return sceller({
    format: 'observatoire/1',
    titre: `Seuils de ressources, ${String(Math.min(...annees))} à ${String(Math.max(...annees))}`,
    fait_le: seuils.millesimes[0]?.verifieLe ?? `${String(Math.max(...annees))}-01-01`,
    producteur: 'Arrêtés annuels',
    sources: seuils.millesimes.map(sourceDe),
    territoires: [...regionsDe(sirens, territoires), ...sirens.map((siren) => territoireDe(siren, territoires))],
    indicateurs: INDICATEURS_SEUILS,
    observations: enColonnes(sirens.flatMap((siren) => observationsDe(siren, seuils))),
    initiatives: [],
  })
}
