import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Refus } from '../../core/index.ts'
import { ADRESSE_DEVELOPPEMENT, adressePublique } from './adresses.ts'
import { manifeste } from './manifeste.ts'

/**
 * Without argument: the manifest for development, at the root. With `--production`: the one to deploy, for the public
 * address given by `--adresse` or the variable ATTRIBUTIONS_ADRESSE, written to `--sortie`.
 */
function generer(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: { production: { type: 'boolean' }, adresse: { type: 'string' }, sortie: { type: 'string' } },
  })
  const racine = new URL('../../', import.meta.url)
  const { version } = JSON.parse(readFileSync(new URL('package.json', racine), 'utf8')) as { version: string }
  const production = values.production === true
  const adresse = production
    ? adressePublique(values.adresse ?? process.env['ATTRIBUTIONS_ADRESSE'])
    : ADRESSE_DEVELOPPEMENT
  const xml = manifeste({ environnement: production ? 'production' : 'developpement', adresse, version })
  writeFileSync(values.sortie ?? new URL(production ? 'dist/manifest.xml' : 'manifest.xml', racine), xml)
}

try {
  generer(process.argv.slice(2))
} catch (erreur) {
  if (!(erreur instanceof Refus)) throw erreur
  process.stderr.write(`${erreur.message}\n`)
  process.exitCode = 1
}
