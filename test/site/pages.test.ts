import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { budgetDesPages } from '../../scripts/greffon-pages.ts'
import { PAGES, politique } from '../../scripts/pages.ts'

const CONFIG = fileURLToPath(new URL('../../vite.config.ts', import.meta.url))
let dossier = ''

beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'site-'))
})

afterAll(async () => {
  await rm(dossier, { recursive: true })
})

const construire = (budget: number): Promise<unknown> =>
  build({
    configFile: CONFIG,
    logLevel: 'silent',
    plugins: [budgetDesPages([{ chemin: 'atelier/index.html', budget }])],
    build: { outDir: dossier },
  })

describe('build', () => {
  it('fails when the first load of a page is over its budget', async () => {
    await expect(construire(5_000)).rejects.toThrow('first load over budget: atelier/index.html')
  })

  it('counts scripts and styles, not the HTML alone, and passes within the budget', async () => {
    await expect(construire(10_000)).rejects.toThrow('atelier/index.html')
    await expect(construire(200_000)).resolves.toBeDefined()
  })

  it.each(PAGES.map(({ chemin }) => chemin))(
    '%s has its policy before anything else, and nothing inline',
    async (chemin) => {
      const html = await readFile(join(dossier, chemin), 'utf8')
      const [avant = '', apres = ''] = html.split('http-equiv="Content-Security-Policy"')
      expect(avant).not.toMatch(/<(script|link|style)/)
      expect(apres).toContain("default-src 'none'")
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style| style=| on[a-z]+=/)
    },
  )
})

describe('politique', () => {
  const page = { chemin: 'index.html', budget: 1 }

  it('allows nothing inline, evaluated or from elsewhere', () => {
    expect(politique(page)).not.toMatch(/unsafe|http|\*/)
    expect(politique(page)).toContain("script-src 'self';")
  })

  it('lets a page replace one directive', () => {
    const sources = "'self' https://appsforoffice.microsoft.com"
    const relachee = politique({ ...page, csp: { 'script-src': sources } })
    expect(relachee).toContain(`script-src ${sources};`)
    expect(relachee.match(/script-src/g)).toHaveLength(1)
  })
})
