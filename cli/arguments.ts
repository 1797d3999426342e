import { Refus } from '../core/index.ts'

/** A call that cannot be understood: its French sentence, and exit status 2. */
export class MauvaisUsage extends Error {}

/** Reads what an option gives: a value that its reader refuses is a wrong usage. */
export function valeurLue<T>(lire: () => T): T {
  try {
    return lire()
  } catch (erreur) {
    throw erreur instanceof Refus ? new MauvaisUsage(erreur.raisons.join('\n')) : erreur
  }
}

/** How many values an option takes. */
export type Arite = 'aucune' | 'une' | 'plusieurs'

/** One option of a job: its arity, and what the help says of it. */
export interface OptionJob {
  readonly arite: Arite
  readonly valeur?: string
  readonly aide: string
}

export type OptionsJob = Readonly<Record<string, OptionJob>>

/** What was typed after the name of the job. */
export interface Arguments {
  readonly positions: readonly string[]
  /** Values given to an option, empty when it was not. */
  valeurs(option: string): readonly string[]
  valeur(option: string): string | undefined
  presente(option: string): boolean
}

function decouper(argument: string): readonly [nom: string, valeur: string | undefined] {
  const egal = argument.indexOf('=')
  return egal < 0 ? [argument.slice(2), undefined] : [argument.slice(2, egal), argument.slice(egal + 1)]
}

function proches(nom: string, options: OptionsJob): string {
  return `Option inconnue : --${nom}. Options possibles : ${Object.keys(options)
    .map((option) => `--${option}`)
    .join(', ')}.`
}

/**
 * Reads the arguments of a job. An option that takes several values takes all that follow up to the next option; it may
 * also be repeated.
 *
 * @throws MauvaisUsage on an unknown option, or a value missing or in excess
 * @example lireArguments(['d.xlsx', '--grille', 'a.json', 'b.json'], options).valeurs('grille') //=> ['a.json', 'b.json']
 */
export function lireArguments(mots: readonly string[], options: OptionsJob): Arguments {
  const positions: string[] = []
  const donnees = new Map<string, string[]>()
  let rang = 0
  while (rang < mots.length) {
    const mot = mots[rang++] ?? ''
    if (COURTE.test(mot)) throw new MauvaisUsage(proches(mot.slice(1), options).replace('--', '-'))
    if (!mot.startsWith('--')) {
      positions.push(mot)
      continue
    }
    const [nom, attachee] = decouper(mot)
    const option = Object.hasOwn(options, nom) ? options[nom] : undefined
    if (option === undefined) throw new MauvaisUsage(proches(nom, options))
    const suivantes = attachee === undefined ? valeursSuivantes(mots, rang, option.arite) : [attachee]
    if (attachee === undefined) rang += suivantes.length
    verifierArite(nom, option.arite, suivantes, donnees.get(nom))
    donnees.set(nom, [...(donnees.get(nom) ?? []), ...suivantes])
  }
  return {
    positions,
    valeurs: (nom) => donnees.get(nom) ?? [],
    valeur: (nom) => donnees.get(nom)?.[0],
    presente: (nom) => donnees.has(nom),
  }
}

function valeursSuivantes(mots: readonly string[], debut: number, arite: Arite): readonly string[] {
  if (arite === 'aucune') return []
  const limite = arite === 'une' ? debut + 1 : mots.length
  const fin = mots.findIndex(
    (mot, i) => i >= debut && (mot.startsWith('--') || (arite === 'plusieurs' && COURTE.test(mot))),
  )
  return mots.slice(debut, Math.min(limite, fin < 0 ? mots.length : fin))
}

function verifierArite(
  nom: string,
  arite: Arite,
  valeurs: readonly string[],
  deja: readonly string[] | undefined,
): void {
  if (arite === 'aucune' && valeurs.length > 0) throw new MauvaisUsage(`--${nom} ne prend pas de valeur.`)
  if (arite !== 'aucune' && valeurs.length === 0) throw new MauvaisUsage(`--${nom} attend une valeur.`)
  if (arite === 'une' && deja !== undefined) throw new MauvaisUsage(`--${nom} est donné plusieurs fois.`)
}

/** No option has a short form: one that is typed is a slip, never a value. */
const COURTE = /^-[a-z]/i

/** Values separated by commas. @example enListe(['a,b', 'c']) //=> ['a', 'b', 'c'] */
export function enListe(valeurs: readonly string[]): readonly string[] {
  return valeurs
    .flatMap((valeur) => valeur.split(','))
    .map((mot) => mot.trim())
    .filter((mot) => mot !== '')
}
