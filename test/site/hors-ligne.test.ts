import type { Rolldown } from 'vite'
import { describe, expect, it } from 'vitest'
import { fichiersDeLaPage } from '../../scripts/greffon-hors-ligne.ts'
import { PAGES } from '../../scripts/pages.ts'

/** A bundle whose files are texts. */
function lot(fichiers: Readonly<Record<string, string>>): Rolldown.OutputBundle {
  return Object.fromEntries(
    Object.entries(fichiers).map(([fileName, source]) => [fileName, { type: 'asset', fileName, source }]),
  ) as unknown as Rolldown.OutputBundle
}

const LOT = lot({
  'a/index.html': '<script src="../assets/a-1.js"></script>',
  'b/index.html': '<script src="../assets/b-1.js"></script>',
  'assets/a-1.js': 'import("./tard-1.js"); new Worker(new URL("../a/assets/fil-1.js", ""))',
  'assets/tard-1.js': 'import "./commun-1.js"; "./tard-1.css"',
  'assets/tard-1.css': 'url(./image-1.svg)',
  'assets/image-1.svg': 'b-1.js',
  'assets/commun-1.js': 'import("./tard-1.js")',
  'a/assets/fil-1.js': 'import("../../assets/donnees-1.js")',
  'assets/donnees-1.js': '',
  'assets/b-1.js': 'import "./commun-1.js"',
  'assets/oublie-1.js': '',
})

describe('fichiersDeLaPage', () => {
  it('finds what is loaded late, by workers, by styles, and nothing else', () => {
    expect(fichiersDeLaPage(LOT, 'a/index.html')).toEqual([
      'a/assets/fil-1.js',
      'assets/a-1.js',
      'assets/commun-1.js',
      'assets/donnees-1.js',
      'assets/image-1.svg',
      'assets/tard-1.css',
      'assets/tard-1.js',
    ])
  })

  it('gives each page its own', () => {
    expect(fichiersDeLaPage(LOT, 'b/index.html')).not.toContain('assets/a-1.js')
  })
})

it('each page that works without network has a folder to itself: its service worker serves no other', () => {
  for (const { chemin, horsLigne } of PAGES) {
    if (horsLigne !== true) continue
    const dossier = chemin.replace(/[^/]*$/u, '')
    expect(dossier).not.toBe('')
    expect(PAGES.filter((autre) => autre.chemin.startsWith(dossier)).map((autre) => autre.chemin)).toEqual([chemin])
  }
})
