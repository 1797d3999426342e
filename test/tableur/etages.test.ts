import { readdirSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { expect, it } from 'vitest'

const SALLE = 'core/tableur'
/** Places of the room, each of which may import those before it. */
const ETAGES = [
  'commun',
  'csv',
  'zip',
  'xml',
  'ooxml',
  'nature.ts',
  'lire',
  'ecrire',
  'premieres-lignes.ts',
  'ouvrir.ts',
  'index.ts',
]

const FICHIERS = readdirSync(SALLE, { recursive: true, encoding: 'utf8' })
  .filter((nom) => nom.endsWith('.ts'))
  .map((nom) => nom.replaceAll('\\', '/'))

function etage(fichier: string): number {
  return ETAGES.indexOf(fichier.split('/')[0] ?? '')
}

function importes(fichier: string): string[] {
  const source = readFileSync(join(SALLE, fichier), 'utf8')
  return [...source.matchAll(/ from '(\.[^']+)'/g)]
    .map(([, cible = '']) => normalize(join(fichier, '..', cible)).replaceAll('\\', '/'))
    .filter((cible) => !cible.startsWith('..'))
}

it('every file stands on a floor', () => {
  expect(FICHIERS.filter((fichier) => etage(fichier) < 0)).toEqual([])
  expect(ETAGES.filter((_, i) => !FICHIERS.some((fichier) => etage(fichier) === i))).toEqual([])
})

it.each(FICHIERS)('%s imports nothing from the floors above', (fichier) => {
  expect(importes(fichier).filter((cible) => etage(cible) > etage(fichier))).toEqual([])
})
