import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createServerHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, relative, sep } from 'node:path'
import { entetesDe } from './entetes.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** How a folder is served, when it is not to a browser alone. */
export interface OptionsService {
  /** Serves over https with this certificate. */
  readonly certificat?: { readonly cert: Buffer; readonly key: Buffer }
  /** Sites that may show the pages in a frame, and read the files; none unless given. */
  readonly hotes?: readonly string[]
}

/** The file that an address asks for, or undefined when it is outside the folder. */
function fichier(dossier: string, adresse: string): string | undefined {
  const chemin = decodeURIComponent(new URL(adresse, 'http://localhost').pathname)
  const demande = normalize(join(dossier, chemin.endsWith('/') ? `${chemin}index.html` : chemin))
  return demande.startsWith(normalize(dossier) + sep) ? demande : undefined
}

function avecBarre(adresse: string): string {
  return `${new URL(adresse, 'http://localhost').pathname.replace(/^\/+/u, '/')}/`
}

async function repondre(
  dossier: string,
  adresse: string,
  options: OptionsService,
): Promise<[number, Record<string, string>, Buffer | string]> {
  try {
    const chemin = fichier(dossier, adresse)
    if (chemin === undefined) return [403, {}, 'Adresse refusée']
    const type = TYPES[extname(chemin)] ?? 'application/octet-stream'
    const depuisRacine = relative(dossier, chemin).split(sep).join('/')
    const entetes = { ...entetesDe(depuisRacine, options.hotes), 'Content-Type': type }
    return [200, entetes, await readFile(chemin)]
  } catch (erreur) {
    // « /atelier » as one types it: relative addresses need the slash.
    if ((erreur as NodeJS.ErrnoException).code === 'EISDIR') return [308, { Location: avecBarre(adresse) }, '']
    return [404, { 'Content-Type': 'text/plain; charset=utf-8' }, 'Page introuvable']
  }
}

/**
 * Serves a folder of static files on this machine only. `port` 0 takes a free one.
 *
 * @returns the server, and the address of its root, with a slash at the end
 */
export async function servir(
  dossier: string,
  port = 0,
  options: OptionsService = {},
): Promise<{ serveur: Server; adresse: string }> {
  const ecouter: RequestListener = (requete, reponse) => {
    void repondre(dossier, requete.url ?? '/', options).then(([statut, entetes, corps]) => {
      reponse.writeHead(statut, entetes).end(requete.method === 'HEAD' ? undefined : corps)
    })
  }
  const { certificat } = options
  const serveur = certificat === undefined ? createServer(ecouter) : createServerHttps(certificat, ecouter)
  await new Promise<void>((resolve, reject) => {
    serveur.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  const protocole = certificat === undefined ? 'http' : 'https'
  return { serveur, adresse: `${protocole}://localhost:${String((serveur.address() as AddressInfo).port)}/` }
}
