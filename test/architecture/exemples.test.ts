import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

/** One `@example` of a docstring: a call, and what it gives. */
interface Exemple {
  readonly fichier: string
  readonly appel: string
  readonly resultat: string
}

type Noms = Readonly<Record<string, unknown>>

const EXEMPLE = /@example (?<appel>.+?)\s*(?:\n \*\s*)?\/\/=> (?<resultat>.+?)(?:\s*\*\/)?$/gmu
const ESPACES = /[\u00a0\u202f]/gu

const FICHIERS = readdirSync('core', { recursive: true, encoding: 'utf8' })
  .filter((nom) => nom.endsWith('.ts'))
  .map((nom) => join('core', nom))
  .sort()

const EXEMPLES = FICHIERS.flatMap((fichier) =>
  [...readFileSync(fichier, 'utf8').matchAll(EXEMPLE)].map(
    ({ groups: { appel = '', resultat = '' } = {} }): Exemple => ({ fichier, appel, resultat }),
  ),
)

async function exportsDe(fichier: string): Promise<Noms> {
  return (await import(pathToFileURL(fichier).href)) as Noms
}

/** Exports of the whole core whose name is borne by one thing only. */
async function nomsDuCoeur(): Promise<Noms> {
  const parNom = new Map<string, Set<unknown>>()
  for (const fichier of FICHIERS) {
    for (const [nom, valeur] of Object.entries(await exportsDe(fichier))) {
      parNom.set(nom, (parNom.get(nom) ?? new Set()).add(valeur))
    }
  }
  return Object.fromEntries(
    [...parNom].flatMap(([nom, valeurs]) => (valeurs.size === 1 ? [[nom, [...valeurs][0]]] : [])),
  )
}

/** A function of these names; undefined when the text is no expression (« 0,31… »). */
function compiler(texte: string, noms: Noms): (() => unknown) | undefined {
  const expression = texte.replace(/\)!/gu, ')')
  const corps = expression.startsWith('const ')
    ? expression.replace(/;(?=[^;]*$)/u, '; return')
    : `return (${expression})`
  try {
    // Docstrings are our own text: what they call is what is tested.
    return new Function(...Object.keys(noms), corps).bind(undefined, ...Object.values(noms)) as () => unknown
  } catch {
    return undefined
  }
}

/** As a reader compares: typed arrays like lists, thin and no-break spaces like spaces. */
function comparable(valeur: unknown): unknown {
  if (typeof valeur === 'string') return valeur.replace(ESPACES, ' ')
  if (ArrayBuffer.isView(valeur)) return [...(valeur as Uint32Array)]
  if (Array.isArray(valeur)) return valeur.map(comparable)
  if (valeur === null || typeof valeur !== 'object') return valeur
  return Object.fromEntries(Object.entries(valeur).map(([cle, partie]) => [cle, comparable(partie)]))
}

/** What an example gives; undefined when it speaks of a thing that only the reader imagines (`demandes`, `grille`). */
function executer(texte: string, noms: Noms): { readonly valeur: unknown } | undefined {
  try {
    const calcul = compiler(texte, noms)
    return calcul && { valeur: comparable(calcul()) }
  } catch (erreur) {
    return erreur instanceof ReferenceError ? undefined : { valeur: erreur }
  }
}

const coeur = await nomsDuCoeur()
const VERIFIABLES = (
  await Promise.all(
    EXEMPLES.map(async ({ fichier, appel, resultat }) => {
      const noms = { ...coeur, ...(await exportsDe(fichier)) }
      const [donne, attendu] = [executer(appel, noms), executer(resultat, noms)]
      return donne && attendu && { fichier, appel, donne, attendu }
    }),
  )
).filter((exemple) => exemple !== undefined)

describe('the docstrings of the core say what it does', () => {
  it.each(VERIFIABLES)('$fichier: $appel', ({ donne, attendu }) => {
    expect(donne).toEqual(attendu)
  })

  it('most of their examples stand alone, and are checked here', () => {
    process.stdout.write(`${String(VERIFIABLES.length)} of ${String(EXEMPLES.length)} examples checked\n`)
    expect(VERIFIABLES.length).toBeGreaterThan(EXEMPLES.length / 2)
  })
})
