import { inspect } from 'node:util'
import ts from 'typescript'

/** One `@example` of a docstring: code whose last expression is the call, and what it gives. */
export interface Exemple {
  readonly appel: string
  readonly resultat: string
}

export type Noms = Readonly<Record<string, unknown>>

const COMMENTAIRE = /\/\*\*(?<texte>.*?)\*\//gsu
const FLECHE = '//=>'
const MOT = /[\p{L}_$][\p{L}\p{N}_$]*/gu
const SUITE = /\s@(?:param|throws|returns)\b.*/su
/** Thin and no-break spaces: a docstring writes either these or plain ones. */
const ESPACES = /[\u00a0\u202f]/gu

/** The calls of one example; each stands after the lines above it. */
function appelsDe(exemple: string): readonly Exemple[] {
  const lues: string[] = []
  const appels: Exemple[] = []
  for (const ligne of exemple.split('\n')) {
    const [code = '', resultat] = ligne.split(FLECHE)
    lues.push(code.trim())
    if (resultat !== undefined) appels.push({ appel: lues.join('\n').trim(), resultat: resultat.trim() })
  }
  return appels.length > 0 ? appels : [{ appel: lues.join('\n').trim(), resultat: 'a result, after //=>' }]
}

/**
 * The examples of the docstrings of a file.
 *
 * @example exemplesDe("/** Twice. @example deux(2) //=> 4 *\/") //=> [{ appel: 'deux(2)', resultat: '4' }]
 */
export function exemplesDe(source: string): readonly Exemple[] {
  return [...source.matchAll(COMMENTAIRE)].flatMap(({ groups: { texte = '' } = {} }) =>
    texte
      .replace(/^\s*\* ?/gmu, '')
      .split('@example')
      .slice(1)
      .flatMap((exemple) => appelsDe(exemple.replace(SUITE, ''))),
  )
}

/** Docstrings are our own text: what they call is what is tested. Types are taken out only where there are some: it is slow. */
function compiler(corps: string): (...valeurs: readonly unknown[]) => Promise<unknown> {
  const fabrique = (code: string) => new Function(code)() as (...valeurs: readonly unknown[]) => Promise<unknown>
  try {
    return fabrique(corps)
  } catch {
    return fabrique(ts.transpile(corps, { target: ts.ScriptTarget.ESNext }))
  }
}

/** What the last expression of this text gives, these names being known; what is thrown is given too. */
export async function executer(texte: string, noms: Noms): Promise<unknown> {
  const { statements } = ts.createSourceFile('exemple.ts', texte, ts.ScriptTarget.ESNext)
  const derniere = statements.at(-1)
  if (derniere === undefined || !ts.isExpressionStatement(derniere)) throw new Error(`no expression: got ${texte}`)
  const { pos, end } = derniere.expression
  const dits = [...new Set(texte.match(MOT))].filter((mot) => Object.hasOwn(noms, mot))
  const corps = `${texte.slice(0, derniere.pos)}\nreturn (${texte.slice(pos, end)})`
  const calcul = compiler(`return async (${dits.join(', ')}) => {{${corps}\n}}`)
  return calcul(...dits.map((nom) => noms[nom])).catch((erreur: unknown) => erreur)
}

/** As a reader compares: typed arrays like lists, thin and no-break spaces like spaces. */
export function comparable(valeur: unknown): unknown {
  if (typeof valeur === 'string') return valeur.replace(ESPACES, ' ')
  if (valeur instanceof Error) return `throws ${String(valeur)}`
  if (ArrayBuffer.isView(valeur)) return [...(valeur as Uint32Array)]
  if (valeur instanceof Map || valeur instanceof Set) return [...valeur].map(comparable)
  if (Array.isArray(valeur)) return valeur.map(comparable)
  if (valeur === null || typeof valeur !== 'object') return valeur
  return Object.fromEntries(Object.entries(valeur).map(([cle, partie]) => [cle, comparable(partie)]))
}

/**
 * A value as docstrings write it, on one line.
 *
 * @example ecrire({ rangs: [1, 2] }) //=> '{ rangs: [1, 2] }'
 */
export function ecrire(valeur: unknown): string {
  if (valeur instanceof Error) return `throws ${String(valeur)}`.replace(ESPACES, ' ')
  const options = { depth: null, breakLength: Infinity, compact: true, maxArrayLength: null, maxStringLength: null }
  return inspect(comparable(valeur), options).replace(/\[ /gu, '[').replace(/ \]/gu, ']')
}

/**
 * Whether a result written with « … » in the place of some of it, or the beginning of what is thrown, says what was given.
 *
 * @example estElision('10.234…', '10.23421') //=> true
 */
export function estElision(resultat: string, donne: string): boolean {
  const parties = resultat
    .replace(ESPACES, ' ')
    .split('…')
    .map((partie) => partie.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`))
  return new RegExp(`^${parties.join('.*')}$`, 'su').test(donne)
}
