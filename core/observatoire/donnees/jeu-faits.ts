import type { Territoires } from '../../territoires/index.ts'
import type { IndicateurCatalogue } from '../indicateurs/modele.ts'
import { typographier } from '../indicateurs/typographie.ts'
import { sceller } from '../jeu/ecrire-jeu.ts'
import {
  enColonnes,
  type Initiative,
  type Jeu,
  type Observation,
  type Source,
  type Territoire,
  type ThemeInitiative,
  type TypeTerritoire,
} from '../jeu/jeu.ts'

type Ligne = readonly unknown[]

/** Published facts as they are stored: one row a figure, with what the source says of it in our own words. */
export interface FichierFaits {
  readonly titre: string
  readonly producteur: string
  /** ISO day on which the facts were taken down. */
  readonly releve_le: string
  readonly sources: readonly Source[]
  /** Code, type, name, départements, région; of an EPCI the code and type alone. */
  readonly territoires: readonly Ligne[]
  /** `indicateur`, `territoire`, `periode`, `dimension`, `modalite`, `numerateur`, `denominateur`, `valeur`, `source`, `citation`. */
  readonly faits: readonly Ligne[]
  /** `territoire`, `theme`, `titre`, `resume`, `source`. */
  readonly initiatives: readonly Ligne[]
}

function territoireDe([code, type, nom, departements, region]: Ligne, connus: Territoires): Territoire {
  const siren = String(code)
  if (type === 'epci') {
    const { nom: nomRegion, code: codeRegion } = connus.regionDe(siren) ?? { nom: undefined, code: undefined }
    if (nomRegion === undefined) throw new Error(`published facts: unknown EPCI ${siren}`)
    const departementsEpci = connus.departementsDe(siren)
    return {
      code: siren,
      type,
      nom: connus.nomEpci(siren) ?? siren,
      departements: departementsEpci,
      region: codeRegion,
    }
  }
  return {
    code: siren,
    type: type as TypeTerritoire,
    nom: String(nom),
    departements: departements as readonly string[],
    ...(typeof region === 'string' ? { region } : {}),
  }
}

function observationDe(ligne: Ligne): Observation {
  const [indicateur, territoire, periode, dimension, modalite, numerateur, denominateur, valeur, source] = ligne
  return {
    indicateur: indicateur as string,
    territoire: territoire as string,
    periode: periode as string,
    dimension: dimension as string | null,
    modalite: modalite as string | null,
    numerateur: numerateur as number | null,
    denominateur: denominateur as number | null,
    valeur: valeur as number | null,
    secret: null,
    diffusion: 'source',
    source: source as string,
  }
}

function initiativeDe([territoire, theme, titre, resume, source]: Ligne): Initiative {
  return {
    territoire: territoire as string,
    theme: theme as ThemeInitiative,
    titre: typographier(titre as string),
    resume: typographier(resume as string),
    source: source as string,
  }
}

/**
 * Published facts as a dataset: every figure of diffusion `source`. Only the indicators that the facts name are described.
 *
 * @throws Error when a fact names an EPCI that the territories do not know: our own data would be wrong
 */
export function jeuFaits(
  fichier: FichierFaits,
  indicateurs: readonly IndicateurCatalogue[],
  territoires: Territoires,
): Jeu {
  const nommes = new Set(fichier.faits.map(([indicateur]) => indicateur))
  return sceller({
    format: 'observatoire/1',
    titre: typographier(fichier.titre),
    fait_le: fichier.releve_le,
    producteur: fichier.producteur,
    sources: fichier.sources.map((source) => ({ ...source, titre: typographier(source.titre) })),
    territoires: fichier.territoires.map((ligne) => territoireDe(ligne, territoires)),
    indicateurs: indicateurs.filter(({ id }) => nommes.has(id)),
    observations: enColonnes(fichier.faits.map(observationDe)),
    initiatives: fichier.initiatives.map(initiativeDe),
  })
}
