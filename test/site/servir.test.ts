import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { servir } from '../../scripts/servir.ts'

let racine = ''
let serveur: Server
let adresse = ''

beforeAll(async () => {
  racine = await mkdtemp(join(tmpdir(), 'servir-'))
  await mkdir(join(racine, 'site', 'assets'), { recursive: true })
  await writeFile(join(racine, 'secret.txt'), 'secret')
  await writeFile(join(racine, 'site', 'index.html'), '<p>accueil</p>')
  await writeFile(join(racine, 'site', 'assets', 'a.js'), 'export {}')
  ;({ serveur, adresse } = await servir(join(racine, 'site')))
})

afterAll(async () => {
  serveur.closeAllConnections()
  serveur.close()
  await rm(racine, { recursive: true })
})

/** Sends a path as it is: `fetch` would tidy it first. */
function demander(path: string): Promise<{ statut: number | undefined; corps: string }> {
  const { port } = serveur.address() as AddressInfo
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path }, (reponse) => {
      let corps = ''
      reponse.on('data', (morceau: Buffer) => (corps += morceau.toString()))
      reponse.on('end', () => {
        resolve({ statut: reponse.statusCode, corps })
      })
    })
      .on('error', reject)
      .end()
  })
}

it('serves a folder by its index, never framed', async () => {
  const reponse = await fetch(adresse)
  expect(await reponse.text()).toBe('<p>accueil</p>')
  expect(reponse.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(reponse.headers.get('content-security-policy')).toBe("frame-ancestors 'none'")
  expect(reponse.headers.get('cache-control')).toBe('no-cache')
})

it('gives scripts their type and no policy, so that a worker has its own', async () => {
  const reponse = await fetch(`${adresse}assets/a.js`)
  expect(reponse.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(reponse.headers.get('content-security-policy')).toBeNull()
  expect(reponse.headers.get('cache-control')).toContain('immutable')
})

it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/%00', '/%'])(
  'gives nothing outside the folder: %s',
  async (path) => {
    const { statut, corps } = await demander(path)
    expect(statut).toBeGreaterThanOrEqual(403)
    expect(statut).toBeLessThan(500)
    expect(corps).not.toContain('secret')
  },
)

it('answers 404 for what is not there', async () => {
  expect((await demander('/absent')).statut).toBe(404)
})

it('leads a folder typed without its slash to its page', async () => {
  expect((await fetch(`${adresse}assets`, { redirect: 'manual' })).headers.get('location')).toBe('/assets/')
})
