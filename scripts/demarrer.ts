import { fileURLToPath } from 'node:url'
import { servir } from './servir.ts'

const SITE = fileURLToPath(new URL('../dist/site', import.meta.url))
const PORT_HABITUEL = 5180

const { adresse } = await servir(SITE, PORT_HABITUEL).catch(() => servir(SITE))
process.stdout.write(`
  Accueil       ${adresse}
  Atelier       ${adresse}atelier/
  Observatoire  ${adresse}observatoire/

  Tout reste sur ce poste. Pour arrêter : Ctrl + C.

`)
