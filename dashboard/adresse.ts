/** What the reader looks at. It lives in the address of the page, so that a link shows the same thing. */
export interface Selection {
  readonly vue?: string | undefined
  /** Code of an EPCI. */
  readonly territoire?: string | undefined
  readonly indicateur?: string | undefined
  /** Beside the first one, on the map. */
  readonly indicateur2?: string | undefined
  readonly periode?: string | undefined
  /** The company in which a territory is looked at: `tous`, `region:32`, `departement:59`, `semblables`, `choisis`. */
  readonly parmi?: string | undefined
  /** SIREN of the territories chosen, separated by commas. */
  readonly territoires?: string | undefined
  /** Years or quarters: `annee`, `trimestre`. */
  readonly pas?: string | undefined
  /** What the map draws: `departements`, `epci`. */
  readonly fond?: string | undefined
  /** Theme of initiatives or of indicators. */
  readonly theme?: string | undefined
  /** Words searched. */
  readonly mots?: string | undefined
  /** `salle`: larger, for a room. */
  readonly affichage?: string | undefined
  /** `1`: the fictitious years are loaded. */
  readonly exemple?: string | undefined
}

const MEMBRES = [
  'vue',
  'territoire',
  'indicateur',
  'indicateur2',
  'periode',
  'parmi',
  'territoires',
  'pas',
  'fond',
  'theme',
  'mots',
  'affichage',
  'exemple',
] as const satisfies readonly (keyof Selection)[]
const LONGUEUR_MAXIMALE = 80
/** Thirty SIREN and their commas. */
const LONGUEUR_LISTE = 300

function tient(membre: keyof Selection, valeur: string): boolean {
  return valeur !== '' && valeur.length <= (membre === 'territoires' ? LONGUEUR_LISTE : LONGUEUR_MAXIMALE)
}

/**
 * The selection that an address carries; undefined when its fragment is none (a link within the page). `#exemple` alone
 * loads the fictitious years.
 *
 * @example lireAdresse('#vue=carte&periode=2025') //=> { vue: 'carte', periode: '2025' }
 */
export function lireAdresse(fragment: string): Selection | undefined {
  const texte = fragment.replace(/^#/, '')
  if (texte === 'exemple') return { exemple: '1' }
  if (texte !== '' && !texte.includes('=')) return undefined
  const parametres = new URLSearchParams(texte)
  const lus = MEMBRES.map((membre) => [membre, parametres.get(membre) ?? ''] as const)
  return Object.fromEntries(lus.filter(([membre, valeur]) => tient(membre, valeur)))
}

/** @example ecrireAdresse({ vue: 'carte', parmi: 'region:32' }) //=> '#vue=carte&parmi=region:32' */
export function ecrireAdresse(selection: Selection): string {
  const paires = MEMBRES.flatMap((membre) => {
    const valeur = selection[membre]
    return valeur === undefined || !tient(membre, valeur) ? [] : [[membre, valeur]]
  })
  return `#${new URLSearchParams(paires).toString().replaceAll('%3A', ':').replaceAll('%2C', ',')}`
}

/** @example listeDe({ territoires: '200093201,245900428' }) //=> ['200093201', '245900428'] */
export function listeDe({ territoires = '' }: Selection): readonly string[] {
  return [...new Set(territoires.split(','))].filter((code) => /^\d{9}$/.test(code)).slice(0, TERRITOIRES_MAXIMUM)
}

/** As many as a comparison shows side by side. */
export const TERRITOIRES_MAXIMUM = 30
