import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import { PAGES, type Page } from './pages.ts'

type Lot = Rolldown.OutputBundle
type Sortie = Lot[string]

const SERVICE = new URL('../pages/hors-ligne/service.js', import.meta.url)
/** The published figures that lie beside a page, if any. */
const INDEX = 'donnees/index.json'
const CITANT = /\.(?:html|js|css)$/u

function contenu(sortie: Sortie): string | Uint8Array {
  return sortie.type === 'chunk' ? sortie.code : sortie.source
}

function texte(lot: Lot, fichier: string): string {
  const sortie = lot[fichier]
  if (sortie === undefined || !CITANT.test(fichier)) return ''
  return Buffer.from(contenu(sortie)).toString()
}

/**
 * All the files that a page may ever ask for: those whose names its HTML, scripts, workers and styles write, then those
 * that these write. Names hold a hash: a name found in a file is that file.
 */
export function fichiersDeLaPage(lot: Lot, chemin: string): string[] {
  const nommables = Object.keys(lot).filter((fichier) => fichier.includes('assets/'))
  const trouves = new Set([chemin])
  // A set grows while it is walked: what is found is searched in turn.
  for (const citant of trouves) {
    const source = texte(lot, citant)
    for (const fichier of nommables) if (source.includes(posix.basename(fichier))) trouves.add(fichier)
  }
  return [...trouves].filter((fichier) => fichier !== chemin).sort()
}

function empreinte(lot: Lot, chemin: string, fichiers: readonly string[]): string {
  return createHash('sha256').update(texte(lot, chemin)).update(fichiers.join('\n')).digest('hex').slice(0, 16)
}

function service(lot: Lot, chemin: string): string {
  const dossier = posix.dirname(chemin)
  const fichiers = fichiersDeLaPage(lot, chemin)
  const adresses = fichiers.map((fichier) => posix.relative(dossier, fichier))
  return [
    `const EMPREINTE = ${JSON.stringify(empreinte(lot, chemin, fichiers))}`,
    `const FICHIERS = ${JSON.stringify(adresses, null, 2)}`,
    `const INDEX = ${JSON.stringify(lot[`${dossier}/${INDEX}`] === undefined ? [] : [INDEX])}`,
    readFileSync(SERVICE, 'utf8').replace(/^\/\* global.*\n/u, ''),
  ].join('\n')
}

/** Writes the service worker of each page that is to work without network, in the folder of the page: its scope. */
export function pagesHorsLigne(pages: readonly Page[] = PAGES): Plugin {
  return {
    name: 'pages-hors-ligne',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, lot) {
        for (const { chemin, horsLigne } of pages) {
          if (horsLigne !== true || lot[chemin] === undefined) continue
          this.emitFile({
            type: 'asset',
            fileName: `${posix.dirname(chemin)}/hors-ligne.js`,
            source: service(lot, chemin),
          })
        }
      },
    },
  }
}
