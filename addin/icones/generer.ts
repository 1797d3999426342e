import { writeFileSync } from 'node:fs'
import { png, svg } from './dessin.ts'
import { ICONES } from './formes.ts'

/** Sizes that the manifest, the ribbon at every zoom and the store ask for. */
const TAILLES = [16, 32, 64, 80, 128]

for (const [nom, formes] of Object.entries(ICONES)) {
  writeFileSync(new URL(`${nom}.svg`, import.meta.url), svg(formes))
  for (const taille of TAILLES)
    writeFileSync(new URL(`${nom}-${String(taille)}.png`, import.meta.url), png(formes, taille))
}
