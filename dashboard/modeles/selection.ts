/** What the reader looks at. It lives in the address of the page. */
export interface Selection {
  readonly indicateur?: string | undefined
  /** Code of an EPCI. */
  readonly territoire?: string | undefined
  readonly periode?: string | undefined
  /** The territories among which it is ranked: `tous`, `region:32`, `departement:59`. */
  readonly parmi?: string | undefined
}

const MEMBRES = ['indicateur', 'territoire', 'periode', 'parmi'] as const satisfies readonly (keyof Selection)[]
const LONGUEUR_MAXIMALE = 80

/**
 * The selection that an address carries; undefined when its fragment is none (a link within the page).
 *
 * @example lireAdresse('#indicateur=demandes&periode=2025') //=> { indicateur: 'demandes', periode: '2025' }
 */
export function lireAdresse(fragment: string): Selection | undefined {
  const texte = fragment.replace(/^#/, '')
  if (texte !== '' && !texte.includes('=')) return undefined
  const parametres = new URLSearchParams(texte)
  const lus = MEMBRES.map((membre) => [membre, parametres.get(membre)] as const)
  return Object.fromEntries(
    lus.filter(([, valeur]) => valeur !== null && valeur !== '' && valeur.length <= LONGUEUR_MAXIMALE),
  )
}

/** @example ecrireAdresse({ indicateur: 'demandes' }) //=> '#indicateur=demandes' */
export function ecrireAdresse(selection: Selection): string {
  const paires = MEMBRES.flatMap((membre) => {
    const valeur = selection[membre]
    return valeur === undefined ? [] : [[membre, valeur]]
  })
  return `#${new URLSearchParams(paires).toString().replaceAll('%3A', ':')}`
}
