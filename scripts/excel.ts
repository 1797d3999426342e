import { getHttpsServerOptions } from 'office-addin-dev-certs'
import { fileURLToPath } from 'node:url'
import { servir } from './servir.ts'

const SITE = fileURLToPath(new URL('../dist/site', import.meta.url))
/** The address that the manifest for development names. */
const PORT = 3000

/** Where Excel for the web may show the pane; on a computer, the pane is in no frame. */
const HOTES = [
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.sharepoint.com',
  'https://onedrive.live.com',
  'https://*.cloud.microsoft',
]

process.stdout.write('  La première fois, votre poste demande d’accepter un certificat de développement.\n')
const { cert, key } = await getHttpsServerOptions()
const { adresse } = await servir(SITE, PORT, { certificat: { cert, key }, hotes: HOTES })
process.stdout.write(`
  Complément  ${adresse}
  Manifeste   manifest.xml, à charger dans Excel (docs/installation.md, « Développeur »)

  Tout reste sur ce poste. Pour arrêter : Ctrl + C.

`)
