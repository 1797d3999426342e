import { getHttpsServerOptions } from 'office-addin-dev-certs'
import { fileURLToPath } from 'node:url'
import { HOTES_EXCEL } from './entetes.ts'
import { servir } from './servir.ts'

const SITE = fileURLToPath(new URL('../dist/site', import.meta.url))
/** The address that the manifest for development names. */
const PORT = 3000

process.stdout.write('  La première fois, votre poste demande d’accepter un certificat de développement.\n')
const { cert, key } = await getHttpsServerOptions()
const { adresse } = await servir(SITE, PORT, { certificat: { cert, key }, hotes: HOTES_EXCEL })
process.stdout.write(`
  Complément  ${adresse}
  Manifeste   manifest.xml, à charger dans Excel (docs/installation.md, « Développeur »)

  Tout reste sur ce poste. Pour arrêter : Ctrl + C.

`)
