import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { comparable, ecrire, estElision, executer, exemplesDe, type Noms } from './lire-exemples.ts'
import { NOMS_DES_EXEMPLES } from './noms-des-exemples.ts'

const FICHIERS = readdirSync('core', { recursive: true, encoding: 'utf8' })
  .filter((nom) => nom.endsWith('.ts') && !nom.endsWith('.d.ts'))
  .map((nom) => join('core', nom))
  .sort()

const MODULES = new Map(
  await Promise.all(
    FICHIERS.map(async (fichier) => [fichier, (await import(pathToFileURL(fichier).href)) as Noms] as const),
  ),
)

/** Exports of these files whose name is borne by one thing only. */
function nomsUniques(fichiers: readonly string[]): Noms {
  const parNom = new Map<string, Set<unknown>>()
  for (const fichier of fichiers) {
    for (const [nom, valeur] of Object.entries(MODULES.get(fichier) ?? {})) {
      parNom.set(nom, (parNom.get(nom) ?? new Set()).add(valeur))
    }
  }
  return Object.fromEntries(
    [...parNom].flatMap(([nom, valeurs]) => (valeurs.size === 1 ? [[nom, [...valeurs][0]]] : [])),
  )
}

/** What any example may name: what the committed example holds, the exports of the doors, then of every file. */
const CONNUS: Noms = {
  ...nomsUniques(FICHIERS),
  ...nomsUniques(FICHIERS.filter((fichier) => fichier.endsWith('index.ts'))),
  ...NOMS_DES_EXEMPLES,
}

const EXEMPLES = FICHIERS.flatMap((fichier) =>
  exemplesDe(readFileSync(fichier, 'utf8')).map((exemple) => ({ fichier, ...exemple })),
)

describe('the docstrings of the core say what it does', () => {
  it('in hundreds of examples', () => {
    expect(EXEMPLES.length).toBeGreaterThan(300)
  })
  it.each(EXEMPLES)('$fichier: $appel', async ({ fichier, appel, resultat }) => {
    const noms = { ...CONNUS, ...MODULES.get(fichier) }
    const donne = await executer(appel, noms)
    const dit = ecrire(donne)
    if (resultat.startsWith('throws ') || resultat.includes('…'))
      expect(estElision(resultat, dit), `${resultat} is written, ${dit} is given`).toBe(true)
    else expect(comparable(donne), dit).toEqual(comparable(await executer(`(${resultat})`, noms)))
  })
})
