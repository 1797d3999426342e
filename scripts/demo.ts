import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lancer } from '../cli/lancer.ts'
import { terminalDuProcessus } from '../cli/terminal.ts'

// Scores the example workbook and says where the result is. The day is the example's own: its official notes hold on it.
const racine = fileURLToPath(new URL('..', import.meta.url))
mkdirSync(`${racine}sortie`, { recursive: true })
process.chdir(racine)
process.exitCode = await lancer(
  [
    'coter',
    'exemples/demandes-exemple.xlsx',
    '--grille',
    'exemples/grille-exemple.json',
    '--jour',
    '2026-01-31',
    '--sortie',
    'sortie/cotation-exemple.xlsx',
  ],
  terminalDuProcessus(),
)
