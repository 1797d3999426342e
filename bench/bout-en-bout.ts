import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FeuilleExemple } from '../core/exemple/index.ts'
import type { Cellule, FeuilleEcrite, ValeurEcrite } from '../core/index.ts'
import { creerClasseur } from '../core/tableur/index.ts'
import type { Mesure } from './chrono.ts'
import { grille64 } from './grille-64.ts'
import { ISO } from './population.ts'

const COLONNES = 40

function valeurEcrite(cellule: Cellule | undefined): ValeurEcrite {
  if (cellule === undefined || cellule === null) return null
  return typeof cellule === 'object' && 'erreur' in cellule ? cellule.erreur : cellule
}

/** The first columns of the example as a plain sheet. */
function enFeuille({ lignes }: FeuilleExemple): FeuilleEcrite {
  const [entetes, ...donnees] = lignes.map(({ cellules }) => cellules.slice(0, COLONNES))
  return {
    nom: 'Demandes',
    titre: '',
    provenance: [],
    colonnes: (entetes ?? []).map((titre, i) => ({
      titre: String(titre),
      format: donnees.some((ligne) => typeof ligne[i] === 'object' && ligne[i] !== null && 'jour' in ligne[i])
        ? 'date'
        : 'texte',
      largeur: 16,
    })),
    nombreLignes: donnees.length,
    ligne: (i) => Array.from({ length: COLONNES }, (_, c) => valeurEcrite(donnees[i]?.[c])),
  }
}

/** Runs the built command line in a process of its own and says how long it took and how much it held at its peak. */
function chronometrer(mots: readonly string[]): { readonly secondes: number; readonly megaoctets: number } {
  const debut = performance.now()
  const programme = `process.on('exit', () => process.stderr.write('pic ' + process.resourceUsage().maxRSS)); process.argv.splice(1, 0, 'attributions'); await import(${JSON.stringify(new URL('../cli/attributions.js', import.meta.url).href)})`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', programme, ...mots], {
    encoding: 'utf8',
  })
  const pic = /pic (\d+)$/.exec(stderr)
  if (status !== 0 || pic === null) throw new Error(`the command line failed: ${stderr}`)
  return { secondes: (performance.now() - debut) / 1000, megaoctets: Number(pic[1]) / 1024 }
}

/** A workbook of 150,000 rows and 40 columns, read, scored and written by the command line. */
export function mesurerBoutEnBout(feuille: FeuilleExemple): readonly Mesure[] {
  const dossier = mkdtempSync(join(tmpdir(), 'attributions-banc-'))
  try {
    const [entree, grille, sortie] = [
      join(dossier, 'demandes.xlsx'),
      join(dossier, 'grille.json'),
      join(dossier, 'resultat.xlsx'),
    ]
    writeFileSync(entree, creerClasseur([enFeuille(feuille)]))
    writeFileSync(grille, JSON.stringify(grille64()))
    const { secondes, megaoctets } = chronometrer([
      'coter',
      entree,
      '--grille',
      grille,
      '--jour',
      ISO,
      '--sortie',
      sortie,
    ])
    return [
      {
        nom: `classeur de 150 000 × ${String(COLONNES)} lu, coté, écrit (${String(Math.round(statSync(sortie).size / 1e6))} Mo)`,
        valeur: secondes,
        unite: 's',
        budget: 30,
      },
      { nom: 'mémoire au plus haut pendant ce travail', valeur: megaoctets, unite: 'Mo', budget: 1500 },
    ]
  } finally {
    rmSync(dossier, { recursive: true, force: true })
  }
}
