/** One year of thresholds, as `core/baremes/seuils-quartiles` stores it. */
export interface Annee {
  readonly annee: number
  readonly lignes: readonly (readonly (string | number)[])[]
}

/** The same years for transport: repeated numbers are written once, amounts as differences, in base 36. */
export interface AnneesPliees {
  readonly sirens: string
  /** By year, oldest first; everything of a year but its lines. */
  readonly annees: readonly object[]
  /** By year, then by quartile: one column of amounts in the order of `sirens`, empty for a territory without line. */
  readonly colonnes: readonly string[]
}

const SEUILS = [1, 2, 3] as const
type Colonne = readonly (number | undefined)[]

/** What an amount is written as a difference from: last year's, else the quartile below. */
function repere(colonnes: readonly Colonne[], i: number): number {
  const rang = colonnes.length
  const precedent = colonnes[rang - SEUILS.length]?.[i]
  return precedent ?? (rang % SEUILS.length === 0 ? 0 : (colonnes[rang - 1]?.[i] ?? 0))
}

function plierSirens(sirens: readonly string[]): string {
  let avant = 0
  return sirens
    .map((siren) => {
      const ecart = Number(siren) - avant
      avant = Number(siren)
      return ecart.toString(36)
    })
    .join(',')
}

function deplierSirens(plies: string): readonly string[] {
  let siren = 0
  return plies.split(',').map((ecart) => String((siren += Number.parseInt(ecart, 36))).padStart(9, '0'))
}

/** @param annees oldest first */
export function plierAnnees(annees: readonly Annee[]): AnneesPliees {
  const sirens = [...new Set(annees.flatMap(({ lignes }) => lignes.map(([siren]) => String(siren))))].sort()
  const colonnes: Colonne[] = []
  const textes: string[] = []
  for (const { lignes } of annees) {
    const parSiren = new Map(lignes.map((ligne) => [String(ligne[0]), ligne]))
    for (const rang of SEUILS) {
      const colonne = sirens.map((siren) => {
        const lue = parSiren.get(siren)?.[rang]
        return lue === undefined ? undefined : Number(lue)
      })
      textes.push(colonne.map((v, i) => (v === undefined ? '' : (v - repere(colonnes, i)).toString(36))).join(','))
      colonnes.push(colonne)
    }
  }
  return { sirens: plierSirens(sirens), annees: annees.map(({ lignes: _lignes, ...reste }) => reste), colonnes: textes }
}

/** @returns the years as they were, lines in the order of SIRENs */
export function deplierAnnees<A extends Annee>({
  sirens: plies,
  annees,
  colonnes: textes,
}: AnneesPliees): readonly A[] {
  const sirens = deplierSirens(plies)
  const colonnes: Colonne[] = []
  for (const texte of textes) {
    const ecarts = texte.split(',')
    colonnes.push(sirens.map((_, i) => (ecarts[i] ? Number.parseInt(ecarts[i], 36) + repere(colonnes, i) : undefined)))
  }
  return annees.map((reste, rang) => {
    const seuils = SEUILS.map((_, k) => colonnes[rang * SEUILS.length + k] ?? [])
    const lignes = sirens.flatMap((siren, i) =>
      seuils[0]?.[i] === undefined ? [] : [[siren, ...seuils.map((colonne) => colonne[i] ?? 0)]],
    )
    return { ...reste, lignes } as unknown as A
  })
}

/**
 * The list of EPCI cut down to those that have thresholds, and to their names: `siren|name|||other name…`. A name that
 * several EPCI of the whole list bear is left out: it designates none.
 *
 * @param designe the SIREN of the only EPCI of the whole list that bears a name
 */
export function plierEpci(
  lignes: readonly string[],
  avecSeuils: ReadonlySet<string>,
  designe: (nom: string) => string | undefined,
): readonly string[] {
  return lignes
    .map((ligne) => {
      const [siren = '', nom = '', , , ...autres] = ligne.split('|')
      return { siren, noms: [nom, ...autres].filter((unNom) => designe(unNom) === siren) }
    })
    .filter(({ siren, noms }) => avecSeuils.has(siren) && noms.length > 0)
    .map(({ siren, noms: [nom = '', ...autres] }) => [siren, nom, '', '', ...autres].join('|'))
}
