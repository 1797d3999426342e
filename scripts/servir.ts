import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createServerHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'

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

const ENTETES = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' }
/** On pages only: a worker obeys the policy of its own response. */
const ENTETES_DE_PAGE = { 'Content-Security-Policy': "frame-ancestors 'none'", 'X-Frame-Options': 'DENY' }

/** How a folder is served, when it is not to a browser alone. */
export interface OptionsService {
  /** Serves over https with this certificate. */
  readonly certificat?: { readonly cert: Buffer; readonly key: Buffer }
  /** Sites that may show the pages in a frame, and read the files; none unless given. */
  readonly hotes?: readonly string[]
}

function entetesDePage({ hotes }: OptionsService): Record<string, string> {
  return hotes === undefined ? ENTETES_DE_PAGE : { 'Content-Security-Policy': `frame-ancestors ${hotes.join(' ')}` }
}

/** The file that an address asks for, or undefined when it is outside the folder. */
function fichier(dossier: string, adresse: string): string | undefined {
  const chemin = decodeURIComponent(new URL(adresse, 'http://localhost').pathname)
  const demande = normalize(join(dossier, chemin.endsWith('/') ? `${chemin}index.html` : chemin))
  return demande.startsWith(normalize(dossier) + sep) ? demande : undefined
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
    const page = type.startsWith('text/html')
    // Only `assets/` holds names that change with their content.
    const cache = chemin.includes(`${sep}assets${sep}`) ? 'max-age=31536000, immutable' : 'no-cache'
    const partage = options.hotes === undefined ? {} : { 'Access-Control-Allow-Origin': '*' }
    const propres = { ...partage, ...(page ? entetesDePage(options) : {}) }
    const entetes = { ...ENTETES, ...propres, 'Content-Type': type, 'Cache-Control': cache }
    return [200, entetes, await readFile(chemin)]
  } catch {
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
