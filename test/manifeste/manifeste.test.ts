import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { adressePublique, ADRESSE_DEVELOPPEMENT } from '../../addin/manifeste/adresses.ts'
import { COMMANDES, commandesLivrees } from '../../addin/manifeste/commandes.ts'
import { ESPACE_FONCTIONS } from '../../addin/manifeste/catalogue.ts'
import { FONCTIONS, fonctionsLivrees } from '../../addin/manifeste/fonctions.ts'
import { manifeste } from '../../addin/manifeste/manifeste.ts'
import { metadonnees } from '../../addin/manifeste/metadonnees.ts'
import { fautes, type Attendu } from './regles.ts'
import { lireXml, tous } from './xml.ts'

const RACINE = new URL('../../', import.meta.url)
const { version } = JSON.parse(readFileSync(new URL('package.json', RACINE), 'utf8')) as { version: string }
const ACTIONS = commandesLivrees().flatMap((c) => (c.etape === undefined ? [] : [c.id]))
const TOUTES = FONCTIONS.map((f) => ({ ...f, livree: true }))
const ADRESSE = 'https://attributions.exemple.fr/excel/'

const developpement = manifeste({ environnement: 'developpement', adresse: ADRESSE_DEVELOPPEMENT, version })
const production = manifeste({ environnement: 'production', adresse: ADRESSE, version })
const complet = manifeste({ environnement: 'production', adresse: ADRESSE, version, fonctions: TOUTES })

function attendu(plus: Partial<Attendu> = {}): Attendu {
  return { version, production: true, actions: ACTIONS, fonctions: fonctionsLivrees().map((f) => f.id), ...plus }
}
const ATTENDU_COMPLET = attendu({ fonctions: TOUTES.map((f) => f.id) })

async function erreursSchema(xml: string): Promise<string[]> {
  const dossier = new URL('xsd/', import.meta.url)
  const lire = (nom: string) => ({ fileName: nom, contents: readFileSync(new URL(nom, dossier), 'utf8') })
  const principal = 'OfficeAppManifestV1_1.xsd'
  const autres = readdirSync(dossier).filter((n) => n.endsWith('.xsd') && n !== principal)
  const { errors } = await validateXML({
    xml: [{ fileName: 'manifest.xml', contents: xml }],
    schema: [lire(principal)],
    preload: autres.map(lire),
  })
  return errors.map((e) => e.message)
}

describe('the manifest', () => {
  it('at the root is the one that the catalogue gives', () => {
    expect(readFileSync(new URL('manifest.xml', RACINE), 'utf8')).toBe(developpement)
  })

  it.each([
    ['for development', developpement, attendu({ production: false })],
    ['for production', production, attendu()],
    ['with every function', complet, ATTENDU_COMPLET],
  ])('%s passes the schemas and the rules', async (_, xml, selon) => {
    expect(await erreursSchema(xml)).toEqual([])
    expect(fautes(xml, selon)).toEqual([])
  })

  it('has its own id for each environment', () => {
    const id = (xml: string) => tous(lireXml(xml), 'Id')[0]?.texte
    expect(id(developpement)).not.toBe(id(production))
  })

  it('leaves out a command or a function that is not shipped', () => {
    const sansCoter = COMMANDES.map((c) => (c.id === 'Coter' ? { ...c, livree: false } : c))
    const xml = manifeste({ environnement: 'production', adresse: ADRESSE, version, commandes: sansCoter })
    expect(xml).not.toContain('<FunctionName>Coter<')
    expect(fautes(xml, attendu({ actions: ACTIONS.filter((a) => a !== 'Coter') }))).toEqual([])
    expect(complet).toContain('xsi:type="CustomFunctions"')
  })
})

describe('each rule bites', () => {
  const PAGE = 'https://attributions.exemple.fr/excel/volet.html'
  it.each([
    [
      'a resid that resolves to nothing',
      '<Label resid="Coter.Ruban"/>',
      '<Label resid="Absent"/>',
      'resolves to nothing',
    ],
    ['a resource declared twice', '<bt:Image id="Icone.coter.16"', '<bt:Image id="Icone.coter.32"', 'declared twice'],
    [
      'another page for the runtime',
      '<Runtime resid="Volet.Url"',
      '<Runtime resid="Fonctions.Script"',
      "is not the runtime's",
    ],
    ['a short lifetime', 'lifetime="long"', 'lifetime="short"', 'lifetime long'],
    ['http', `DefaultValue="${PAGE}"`, `DefaultValue="${PAGE.replace('https', 'http')}"`, 'is not https'],
    ['another origin', `Value="${PAGE}"`, 'Value="https://ailleurs.fr/volet.html"', 'outside the AppDomains'],
    ['localhost in production', /attributions\.exemple\.fr/g, 'localhost:3000', 'in production'],
    ['a missing icon', 'coter-16.png', 'absente-16.png', 'is not 16 px'],
    ['an icon of another size', 'coter-16.png', 'coter-32.png', 'is not 16 px'],
    ['an icon size left out', /<bt:Image size="32" resid="Icone.aide.32"\/>/, '', 'has sizes 16,80'],
    ['a missing override', /(<bt:String id="Coter.Ruban"[^>]*>)<bt:Override[^>]*>/, '$1', 'no English override'],
    ['a text too long', 'Value="Coter"', `Value="${'x'.repeat(126)}"`, 'too long'],
    ['a command without action', '<FunctionName>Coter<', '<FunctionName>Autre<', 'has no action'],
    ['a control twice', 'id="Coter.Ruban">\n', 'id="Verifier.Ruban">\n', 'Verifier.Ruban'],
    ['another namespace', 'DefaultValue="ATTRIB"', 'DefaultValue="ATTRIBUTIONS"', 'namespace'],
    ['another version', `<Version>${version}<`, '<Version>9.9<', 'version 9.9'],
    ['a damaged id', '<Id>2b7d', '<Id>2b7', 'no GUID'],
  ])('%s', (_, de, par, faute) => {
    const casse = complet.replace(de, par)
    expect(casse).not.toBe(complet)
    expect(fautes(casse, ATTENDU_COMPLET).join('\n')).toContain(faute)
  })

  it('and the schemas refuse a wrong order', async () => {
    const casse = complet.replace(/(<FunctionFile[^>]*>)([\s\S]*?)(<\/DesktopFormFactor>)/, '$2$1$3')
    expect(await erreursSchema(casse)).not.toEqual([])
  })
})

describe('the public address', () => {
  it.each([
    [undefined, "n'est pas donnée"],
    ['', "n'est pas donnée"],
    ['attributions.fr', "n'est pas une adresse"],
    ['http://attributions.fr/', 'https://'],
    ['https://localhost:3000/', 'visible que de ce poste'],
    ['https://attributions.fr/?v=2', 'ne doit porter'],
  ])('%s is refused', (adresse, phrase) => {
    expect(() => adressePublique(adresse)).toThrow(phrase)
  })

  it.each([
    ['https://attributions.fr', 'https://attributions.fr/'],
    ['https://attributions.fr/excel', 'https://attributions.fr/excel/'],
  ])('%s is taken as %s', (adresse, attendue) => {
    expect(adressePublique(adresse)).toBe(attendue)
  })

  it('missing, stops the making of the production manifest with its sentence', () => {
    const lancer = () =>
      execFileSync('node_modules/.bin/tsx', ['addin/manifeste/generer.ts', '--production'], {
        cwd: RACINE,
        env: { ...process.env, ATTRIBUTIONS_ADRESSE: '' },
        stdio: 'pipe',
        encoding: 'utf8',
      })
    expect(lancer).toThrow("n'est pas donnée")
  })
})

describe('the metadata of functions', () => {
  const [fr, en] = [metadonnees('fr', TOUTES), metadonnees('en', TOUTES)]

  it('says the same in both languages but for the words', () => {
    const squelette = (m: typeof fr) =>
      m.functions.map((f) => [f.id, f.name, f.result, f.parameters.map((p) => [p.type, p.dimensionality])])
    expect(squelette(fr)).toEqual(squelette(en))
    fr.functions.forEach((f, i) => expect(f.description).not.toBe(en.functions[i]?.description))
  })

  it('takes errors in arguments, and ids that Excel accepts', () => {
    expect(fr.allowErrorForDataTypeAny).toBe(true)
    for (const { id, parameters } of fr.functions) {
      expect(id).toMatch(/^[A-Z][A-Z0-9_.]{2,}$/)
      expect(id).not.toMatch(/^[A-Z]{1,3}\d+$/)
      const facultatifs = parameters.map((p) => 'optional' in p)
      expect(facultatifs).toEqual([...facultatifs].sort())
    }
    expect(new Set(fr.functions.map((f) => f.id)).size).toBe(FONCTIONS.length)
  })

  it('bears the name of no function of English or French Excel, but for one that the namespace tells apart', () => {
    const { en, fr: francaises } = JSON.parse(
      readFileSync(new URL('fonctions-excel.json', import.meta.url), 'utf8'),
    ) as Readonly<Record<'en' | 'fr', readonly string[]>>
    const integrees = new Set([...en, ...francaises])
    expect(integrees.size).toBeGreaterThan(700)
    expect(FONCTIONS.filter(({ id }) => integrees.has(`${ESPACE_FONCTIONS}.${id}`))).toEqual([])
    // Excel itself has QUARTILE: ours is always written with its namespace.
    expect(FONCTIONS.map(({ id }) => id).filter((id) => integrees.has(id))).toEqual(['QUARTILE'])
  })

  it('holds only what is shipped', () => {
    expect(metadonnees('fr').functions.map((f) => f.id)).toEqual(fonctionsLivrees().map((f) => f.id))
  })
})
