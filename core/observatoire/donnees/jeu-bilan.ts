import { INDICATEURS_BILAN } from '../indicateurs/bilan.ts'
import { sceller } from '../jeu/ecrire-jeu.ts'
import { enColonnes, type Jeu, type Observation, type Territoire } from '../jeu/jeu.ts'

/** Below, the source gives a count and no percentage. */
const EFFECTIF_MINIMAL = 10
const SOURCE = 's1'
const TAUX_ARRONDI = 'part_qpv_tout_public_pct'

/** Column of the table behind each indicator. */
const COLONNES: Readonly<Record<string, string>> = {
  bilan_attributions: 'total',
  bilan_prioritaires: 'prioritaires',
  bilan_dalo: 'dont_dalo',
  bilan_sortants_hebergement: 'sortants_hebergement',
  bilan_sans_abri: 'sans_abri',
  bilan_q1_toutes_localisations: 'menages_q1_toutes_localisations',
  bilan_part_qpv: TAUX_ARRONDI,
}

type Ligne = readonly (string | number | null)[]

/** A table of allocations as it is stored: names first, then one number a column. */
export interface FichierBilan {
  readonly source: { readonly titre: string; readonly releve_le: string }
  readonly annee: number
  /** INSEE code of the région that the table covers. */
  readonly region: string
  readonly colonnes: readonly string[]
  /** SIREN, département under which the table counts it, name, then the columns. */
  readonly lignes: readonly Ligne[]
  /** Code, type, name, then the columns. */
  readonly totaux_imprimes: readonly Ligne[]
}

type Trois = Pick<Observation, 'numerateur' | 'denominateur' | 'valeur'>

function chiffres(colonne: string, nombre: number, total: number): Trois {
  if (colonne === TAUX_ARRONDI) return { numerateur: null, denominateur: null, valeur: nombre / 100 }
  if (colonne === 'total') return { numerateur: nombre, denominateur: null, valeur: nombre }
  const valeur = nombre < EFFECTIF_MINIMAL ? null : nombre / total
  return { numerateur: nombre, denominateur: total, valeur }
}

function observationsDe(territoire: string, nombres: ReadonlyMap<string, number>, periode: string): Observation[] {
  return INDICATEURS_BILAN.flatMap(({ id }) => {
    const colonne = COLONNES[id] ?? ''
    const nombre = nombres.get(colonne)
    if (nombre === undefined) return []
    return {
      indicateur: id,
      territoire,
      periode,
      dimension: null,
      modalite: null,
      ...chiffres(colonne, nombre, nombres.get('total') ?? 0),
      secret: null,
      diffusion: 'source' as const,
      source: SOURCE,
    }
  })
}

function nombresDe(ligne: Ligne, colonnes: readonly string[]): Map<string, number> {
  const paires = colonnes.map((colonne, i) => [colonne, ligne[i + 3]] as const)
  return new Map(paires.filter((paire): paire is readonly [string, number] => typeof paire[1] === 'number'))
}

function territoiresDe(
  { lignes, totaux_imprimes, region }: FichierBilan,
  departementsDe: (siren: string) => readonly string[],
): Territoire[] {
  const epci = lignes.map(([siren, , nom]) => ({
    code: String(siren),
    type: 'epci' as const,
    nom: String(nom),
    departements: departementsDe(String(siren)),
    region,
  }))
  const ensembles = totaux_imprimes.map(([code, type, nom]) =>
    type === 'region'
      ? { code: String(code), type: 'region' as const, nom: String(nom), departements: [], region: String(code) }
      : { code: String(code), type: 'departement' as const, nom: String(nom), departements: [String(code)], region },
  )
  return [...ensembles, ...epci]
}

/**
 * The official allocations of a year as a dataset: every figure of diffusion `source`, printed totals included.
 *
 * @param departementsDe départements that an EPCI touches, by SIREN
 */
export function jeuBilan(fichier: FichierBilan, departementsDe: (siren: string) => readonly string[]): Jeu {
  const { annee, source, colonnes, lignes, totaux_imprimes } = fichier
  return sceller({
    format: 'observatoire/1',
    titre: `Attributions ${String(annee)}, Hauts-de-France`,
    fait_le: source.releve_le,
    producteur: 'DREAL Hauts-de-France',
    sources: [{ id: SOURCE, titre: source.titre, releve_le: source.releve_le }],
    territoires: territoiresDe(fichier, departementsDe),
    indicateurs: INDICATEURS_BILAN,
    observations: enColonnes(
      [...totaux_imprimes, ...lignes].flatMap((ligne) =>
        observationsDe(String(ligne[0]), nombresDe(ligne, colonnes), String(annee)),
      ),
    ),
    initiatives: [],
  })
}
