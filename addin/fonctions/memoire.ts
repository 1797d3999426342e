/** Ranges repeat from cell to cell; entries kept of each kind. */
const ENTREES = 8

/** Two error values with one code say the same. */
function codeErreur(valeur: unknown): unknown {
  return typeof valeur === 'object' && valeur !== null && 'code' in valeur ? valeur.code : undefined
}

function memeValeur(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((valeur, i) => memeValeur(valeur, b[i]))
  }
  const code = codeErreur(a)
  return code !== undefined && code === codeErreur(b)
}

type Issue<V> = { readonly valeur: V } | { readonly erreur: unknown }

/**
 * Remembers the last results by the content of the arguments, compared value by value: the function must be pure. What it
 * throws is remembered too.
 */
export function memoriser<A extends readonly unknown[], V>(calculer: (...args: A) => V): (...args: A) => V {
  const entrees: { readonly args: A; readonly issue: Issue<V> }[] = []
  return (...args) => {
    const place = entrees.findIndex((entree) => memeValeur(entree.args, args))
    const [connue] = place < 0 ? [] : entrees.splice(place, 1)
    const entree = connue ?? { args, issue: essayer(() => calculer(...args)) }
    entrees.unshift(entree)
    entrees.length = Math.min(entrees.length, ENTREES)
    if ('erreur' in entree.issue) throw entree.issue.erreur
    return entree.issue.valeur
  }
}

function essayer<V>(faire: () => V): Issue<V> {
  try {
    return { valeur: faire() }
  } catch (erreur) {
    return { erreur }
  }
}
