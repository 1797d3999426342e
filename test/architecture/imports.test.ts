import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What each room may import, beside itself. A room of the core is `core/<folder>`; everything else is a top folder. */
const PERMIS: Readonly<Record<string, readonly string[]>> = {
  'core/socle': [],
  'core/listes': [],
  'core/baremes': [],
  'core/territoires': [],
  'core/document': [],
  'core/tableur': [],
  'core/lecture': ['core/listes'],
  'core/demande': ['core/listes', 'core/baremes', 'core/lecture'],
  'core/rapprochement': ['core/listes', 'core/lecture', 'core/demande', 'core/cotation'],
  'core/cotation': ['core/listes', 'core/baremes', 'core/lecture', 'core/demande', 'core/document'],
  'core/scenarios': ['core/lecture', 'core/demande', 'core/cotation', 'core/rapprochement'],
  'core/objectifs': ['core/listes', 'core/baremes', 'core/lecture', 'core/demande', 'core/cotation', 'core/document'],
  'core/flux': ['core/listes', 'core/baremes', 'core/lecture', 'core/demande', 'core/cotation', 'core/objectifs'],
  'core/observatoire': [
    'core/listes',
    'core/baremes',
    'core/territoires',
    'core/lecture',
    'core/demande',
    'core/cotation',
    'core/objectifs',
  ],
  'core/exemple': ['core/baremes'],
  'core/travaux': ['core/lecture', 'core/demande', 'core/cotation', 'core/scenarios', 'core/tableur'],
  core: [
    'core/socle',
    'core/baremes',
    'core/territoires',
    'core/lecture',
    'core/demande',
    'core/cotation',
    'core/scenarios',
    'core/travaux',
  ],
  ui: [],
  addin: ['core', 'ui'],
  dashboard: ['core', 'ui'],
  cli: ['core'],
  pages: ['ui', 'addin', 'dashboard'],
}

/** Doors of the core that stand apart from `core/index.ts` for their weight. */
const PORTES = [
  'core/index.ts',
  'core/tableur/index.ts',
  'core/document/index.ts',
  'core/objectifs/index.ts',
  'core/flux/index.ts',
  'core/exemple/index.ts',
  'core/observatoire/index.ts',
  'core/observatoire/donnees/livrees.ts',
  'core/observatoire/exemple/index.ts',
  'core/territoires/donnees-communes.ts',
]

const IMPORT = /(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)/g
const FICHIERS = ['core', 'ui', 'addin', 'dashboard', 'cli', 'pages'].flatMap((dossier) =>
  readdirSync(dossier, { recursive: true, encoding: 'utf8' })
    .filter((nom) => nom.endsWith('.ts'))
    .map((nom) => `${dossier}/${nom}`.replaceAll('\\', '/')),
)

function salle(chemin: string): string {
  const [premier = '', second = ''] = chemin.split('/')
  return premier === 'core' && !second.endsWith('.ts') ? `core/${second}` : premier
}

/** Local files that a source imports, types included. */
function cibles(chemin: string, source: string): readonly string[] {
  return [...source.matchAll(IMPORT)].map(([, directe, differee]) =>
    normalize(join(dirname(chemin), directe ?? differee ?? '')).replaceAll('\\', '/'),
  )
}

function interdit(chemin: string, cible: string): boolean {
  const [de, vers] = [salle(chemin), salle(cible)]
  if (de === vers || cible === 'package.json') return false
  const permis = PERMIS[de]
  if (permis === undefined) return true
  // The words that everyone shares (plain tables, refusals, numbers) need no door.
  if (vers === 'core/socle') return de === 'ui'
  if (!de.startsWith('core') && vers.startsWith('core')) return !PORTES.includes(cible)
  return !permis.includes(vers)
}

function fautesDe(chemin: string, source: string): readonly string[] {
  return cibles(chemin, source)
    .filter((cible) => interdit(chemin, cible))
    .map((cible) => `${chemin} → ${cible}`)
}

/** The first cycle met among value and type imports, as a path of files. */
function cycle(graphe: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const finis = new Set<string>()
  const suivre = (chemin: string, pile: readonly string[]): readonly string[] => {
    if (pile.includes(chemin)) return [...pile.slice(pile.indexOf(chemin)), chemin]
    if (finis.has(chemin)) return []
    for (const cible of graphe.get(chemin) ?? []) {
      const trouve = suivre(cible, [...pile, chemin])
      if (trouve.length > 0) return trouve
    }
    finis.add(chemin)
    return []
  }
  for (const chemin of graphe.keys()) {
    const trouve = suivre(chemin, [])
    if (trouve.length > 0) return trouve
  }
  return []
}

describe('dependencies point one way', () => {
  it.each(FICHIERS)('%s imports what its room may', (chemin) => {
    expect(fautesDe(chemin, readFileSync(chemin, 'utf8'))).toEqual([])
  })
  it('has no import cycle', () => {
    expect(cycle(new Map(FICHIERS.map((f) => [f, cibles(f, readFileSync(f, 'utf8'))])))).toEqual([])
  })
})

describe('the guard itself', () => {
  it.each([
    ['core/socle/jour.ts', "import { lire } from '../lecture/lire.ts'"],
    ['ui/champ.ts', "import { Refus } from '../core/socle/refus.ts'"],
    ['core/lecture/lire.ts', "import { coter } from '../cotation/coter.ts'"],
    ['core/cotation/coter.ts', "export { x } from '../../addin/vues/x.ts'"],
    ['addin/vues/x.ts', "import type { Y } from '../../dashboard/y.ts'"],
    ['cli/lancer.ts', "import { coter } from '../core/cotation/coter.ts'"],
    ['addin/vues/x.ts', "const y = await import('../../core/cotation/coter.ts')"],
  ])('refuses in %s: %s', (chemin, source) => {
    expect(fautesDe(chemin, source)).toHaveLength(1)
  })
  it('allows the door of the core', () => {
    expect(fautesDe('cli/lancer.ts', "import { coter } from '../core/index.ts'")).toEqual([])
  })
  it('finds a cycle', () => {
    const graphe = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ])
    expect(cycle(graphe)).toEqual(['a', 'b', 'c', 'a'])
  })
})
