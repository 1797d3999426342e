import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:https'
import type { IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entetesDe, HOTES_EXCEL } from '../../scripts/entetes.ts'

const DOC = await readFile('docs/installation.md', 'utf8')
const FICHIERS = [
  'volet.html',
  'aide.html',
  'atelier/index.html',
  'fonctions.js',
  'functions-fr.json',
  'functions.json',
  'icones/attributions-32.png',
  'assets/volet-abc.js',
  'atelier/assets/travailleur-abc.js',
  'atelier/service.js',
] as const

describe('headers of the site', () => {
  it('documentation and server name the same hosts of Excel', () => {
    expect(DOC.split(`frame-ancestors ${HOTES_EXCEL.join(' ')}`)).toHaveLength(3)
  })

  it('without Excel, no page is framed; with it, X-Frame-Options does not shut it out', () => {
    expect(entetesDe('volet.html')).toMatchObject({
      'X-Frame-Options': 'DENY',
      'Content-Security-Policy': "frame-ancestors 'none'",
    })
    expect(entetesDe('volet.html', HOTES_EXCEL)).not.toHaveProperty('X-Frame-Options')
  })

  it.each([
    ['volet.html', undefined],
    ['fonctions.js', '*'],
    ['functions-fr.json', '*'],
    ['icones/attributions-32.png', '*'],
    ['assets/volet-abc.js', undefined],
  ])('%s is shared with other origins: %s', (chemin, partage) => {
    expect(entetesDe(chemin, HOTES_EXCEL)['Access-Control-Allow-Origin']).toBe(partage)
  })
})

const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find((chemin) =>
  existsSync(chemin),
)

/** The configuration of the documentation, for a folder and a port of this machine. */
function configuration(dossier: string, port: number): { readonly commun: string; readonly site: string } {
  const [commun = '', site = ''] = [...DOC.matchAll(/```nginx\n([\s\S]*?)```/gu)].map(([, bloc]) => bloc ?? '')
  return {
    commun,
    site: site
      .replace(/server \{\n\s+listen 80;[\s\S]*?\n\}\n/u, '')
      .replace('listen 443 ssl http2;', `listen 127.0.0.1:${String(port)} ssl http2;`)
      .replace('/etc/ssl/attributions/certificat.pem', join(dossier, 'cert.pem'))
      .replace('/etc/ssl/attributions/cle.pem', join(dossier, 'cle.pem'))
      .replace('/var/www/attributions', join(dossier, 'site'))
      .replaceAll('snippets/attributions-commun.conf', join(dossier, 'commun.conf')),
  }
}

const OPENSSL = spawnSync('openssl', ['version']).status === 0

describe.skipIf(NGINX === undefined || !OPENSSL)('the example of the documentation, on a real nginx', () => {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  let dossier = ''
  let nginx: ReturnType<typeof spawn> | undefined

  const demander = (chemin: string, method = 'GET'): Promise<{ statut: number; entetes: IncomingHttpHeaders }> =>
    new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, path: `/${chemin}`, method, rejectUnauthorized: false }, (reponse) => {
        reponse.resume()
        reponse.on('end', () => {
          resolve({ statut: reponse.statusCode ?? 0, entetes: reponse.headers })
        })
      }).on('error', reject)
    })

  beforeAll(async () => {
    dossier = await mkdtemp(join(tmpdir(), 'nginx-'))
    // Started by root, nginx reads as somebody else.
    await chmod(dossier, 0o755)
    for (const fichier of FICHIERS) {
      const chemin = join(dossier, 'site', fichier)
      await mkdir(join(chemin, '..'), { recursive: true })
      await writeFile(chemin, 'contenu')
    }
    await cp('addin/icones/attributions-32.png', join(dossier, 'site', 'icones', 'attributions-32.png'))
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '2',
        '-subj',
        '/CN=localhost',
        '-keyout',
        join(dossier, 'cle.pem'),
        '-out',
        join(dossier, 'cert.pem'),
      ],
      { stdio: 'ignore' },
    )
    const { commun, site } = configuration(dossier, port)
    await writeFile(join(dossier, 'commun.conf'), commun)
    await writeFile(
      join(dossier, 'nginx.conf'),
      `daemon off; pid ${dossier}/pid; error_log ${dossier}/erreurs;
       events {}
       http {
         include /etc/nginx/mime.types;
         access_log off;
         client_body_temp_path ${dossier}/a; proxy_temp_path ${dossier}/b; fastcgi_temp_path ${dossier}/c;
         uwsgi_temp_path ${dossier}/d; scgi_temp_path ${dossier}/e;
         ${site}
       }`,
    )
    nginx = spawn(NGINX ?? '', ['-c', join(dossier, 'nginx.conf'), '-p', dossier], { stdio: 'ignore' })
    for (let essai = 0; essai < 50; essai++) {
      if (
        await demander('volet.html').then(
          () => true,
          () => false,
        )
      )
        return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(await readFile(join(dossier, 'erreurs'), 'utf8'))
  }, 30_000)

  afterAll(async () => {
    nginx?.kill()
    await rm(dossier, { recursive: true, force: true })
  })

  it.each(FICHIERS)('%s has the headers that our own server gives it', async (chemin) => {
    const { statut, entetes } = await demander(chemin)
    expect(statut).toBe(200)
    for (const [nom, valeur] of Object.entries(entetesDe(chemin, HOTES_EXCEL))) {
      expect([nom, entetes[nom.toLowerCase()]]).toEqual([nom, valeur])
    }
    expect(entetes['strict-transport-security']).toBe('max-age=31536000')
    expect(entetes).not.toHaveProperty('x-frame-options')
    if (!chemin.endsWith('.html')) expect(entetes).not.toHaveProperty('content-security-policy')
  })

  it('gives each file its type, a folder its page, refuses other methods', async () => {
    expect((await demander('volet.html')).entetes['content-type']).toBe('text/html; charset=utf-8')
    expect((await demander('fonctions.js')).entetes['content-type']).toMatch(/javascript; charset=utf-8/)
    expect((await demander('functions.json')).entetes['content-type']).toBe('application/json; charset=utf-8')
    expect((await demander('icones/attributions-32.png')).entetes['content-type']).toBe('image/png')
    expect((await demander('atelier/')).entetes['content-security-policy']).toContain('frame-ancestors')
    expect((await demander('absent')).statut).toBe(404)
    expect((await demander('volet.html', 'POST')).statut).toBe(405)
  })
})
