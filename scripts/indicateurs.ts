// Writes docs/methodes/indicateurs.md from the catalogue of the observatory: npx tsx scripts/indicateurs.ts
import { writeFileSync } from 'node:fs'
import { CATALOGUE, pageIndicateurs } from '../core/observatoire/index.ts'

writeFileSync('docs/methodes/indicateurs.md', pageIndicateurs(CATALOGUE))
