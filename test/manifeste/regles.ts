import { existsSync, readFileSync } from 'node:fs'
import { lireXml, tous, type Element } from './xml.ts'

export interface Attendu {
  readonly version: string
  readonly production: boolean
  /** Ids that the script associates with actions. */
  readonly actions: readonly string[]
  /** Ids of the shipped functions. */
  readonly fonctions: readonly string[]
}

type Regle = (manifeste: Element, attendu: Attendu) => readonly string[]

function doubles(valeurs: readonly string[]): string[] {
  return [...new Set(valeurs.filter((v, i) => valeurs.indexOf(v) !== i))]
}

function ressources(m: Element): Element[] {
  return ['bt:Image', 'bt:Url', 'bt:String'].flatMap((n) => tous(m, n)).filter((e) => 'id' in e.attributs)
}

function residsUtilises(m: Element): string[] {
  const visiter = (e: Element): string[] => [
    ...('resid' in e.attributs ? [e.attributs['resid'] ?? ''] : []),
    ...e.enfants.flatMap(visiter),
  ]
  return visiter(m)
}

function resid(e: Element | undefined): string | undefined {
  return e?.attributs['resid']
}

function residsResolus(m: Element): string[] {
  const ids = ressources(m).map((e) => e.attributs['id'] ?? '')
  const utilises = residsUtilises(m)
  return [
    ...utilises.filter((r) => !ids.includes(r)).map((r) => `resid ${r} resolves to nothing`),
    ...ids.filter((i) => !utilises.includes(i)).map((i) => `resource ${i} is not used`),
    ...doubles(ids).map((i) => `resource ${i} is declared twice`),
    ...ids.filter((i) => i.length > 32).map((i) => `resid ${i} is longer than 32`),
  ]
}

/** Runtime, Page (with functions), FunctionFile and ShowTaskpane must name the same resource, with a long lifetime. */
function runtimePartage(m: Element, { fonctions }: Attendu): string[] {
  const [runtime, ...autres] = tous(m, 'Runtime')
  const pages = tous(m, 'Page').flatMap((p) => tous(p, 'SourceLocation'))
  const volets = tous(m, 'Action')
    .filter((a) => a.attributs['xsi:type'] === 'ShowTaskpane')
    .flatMap((a) => tous(a, 'SourceLocation'))
  const lies = [...pages, ...tous(m, 'FunctionFile'), ...volets]
  return [
    ...(runtime?.attributs['lifetime'] === 'long' && autres.length === 0 ? [] : ['one Runtime, lifetime long']),
    ...lies.filter((e) => resid(e) !== resid(runtime)).map((e) => `${e.nom} ${String(resid(e))} is not the runtime's`),
    ...(pages.length === (fonctions.length > 0 ? 1 : 0) ? [] : ['Page: one when functions are shipped, else none']),
    ...(volets.length > 0 ? [] : ['no ShowTaskpane']),
    ...(tous(m, 'TaskpaneId').length === 0 ? [] : ['no TaskpaneId with a shared runtime']),
  ]
}

function adresses(m: Element): string[] {
  const visiter = (e: Element): string[] =>
    [
      ...[e.attributs['DefaultValue'], e.attributs['Value'], e.nom === 'AppDomain' ? e.texte : undefined].filter(
        (v) => v !== undefined && /^\w+:\/\//.test(v),
      ),
      ...e.enfants.flatMap(visiter),
    ].filter((v) => v !== undefined)
  return visiter(m)
}

function origines(m: Element, { production }: Attendu): string[] {
  const toutes = adresses(m)
  const domaines = tous(m, 'AppDomain').map((e) => e.texte)
  return [
    ...toutes.filter((a) => !a.startsWith('https://')).map((a) => `${a} is not https`),
    ...toutes.filter((a) => !domaines.includes(new URL(a).origin)).map((a) => `${a} is outside the AppDomains`),
    ...(domaines.length === 1 ? [] : ['one AppDomain']),
    ...(production ? toutes.filter((a) => a.includes('localhost')).map((a) => `${a} in production`) : []),
  ]
}

/** Width and height of a PNG. */
function tailleImage(fichier: URL): readonly [number, number] | undefined {
  if (!fichier.pathname.endsWith('.png') || !existsSync(fichier)) return undefined
  const octets = readFileSync(fichier)
  return [octets.readUInt32BE(16), octets.readUInt32BE(20)]
}

function icones(m: Element): string[] {
  const urls = new Map(ressources(m).map((e) => [e.attributs['id'], e.attributs['DefaultValue'] ?? '']))
  const demandees = tous(m, 'Icon').flatMap((i) =>
    i.enfants.map((e) => [urls.get(e.attributs['resid'] ?? '') ?? '', Number(e.attributs['size'])] as const),
  )
  const generales = [
    ['IconUrl', 32],
    ['HighResolutionIconUrl', 64],
  ].map(([nom, taille]) => [tous(m, String(nom))[0]?.attributs['DefaultValue'] ?? '', Number(taille)] as const)
  const tailles = tous(m, 'Icon').map((i) => i.enfants.map((e) => e.attributs['size']).join())
  return [
    ...tailles.filter((t) => t !== '16,32,80').map((t) => `an icon has sizes ${t}`),
    ...[...demandees, ...generales].flatMap(([url, taille]) => {
      const nom = url.split('/').at(-1) ?? ''
      const reelle = tailleImage(new URL(`../../addin/icones/${nom}`, import.meta.url))
      return reelle?.[0] === taille && reelle[1] === taille
        ? []
        : [`${nom} is not ${String(taille)} px: ${String(reelle)}`]
    }),
  ]
}

function traductions(m: Element): string[] {
  const aTraduire = [
    ...ressources(m),
    ...tous(m, 'DisplayName'),
    ...tous(m, 'Description').filter((e) => 'DefaultValue' in e.attributs),
  ]
  const sans = aTraduire.filter(
    (e) => !e.enfants.some((o) => o.attributs['Locale'] === 'en-US' && (o.attributs['Value'] ?? '') !== ''),
  )
  const longueurs = [
    ['bt:ShortStrings', 125],
    ['bt:LongStrings', 250],
  ] as const
  const trop = longueurs.flatMap(([liste, maximum]) =>
    tous(m, liste)
      .flatMap((l) => [...tous(l, 'bt:String'), ...tous(l, 'bt:Override')])
      .filter((e) => (e.attributs['DefaultValue'] ?? e.attributs['Value'] ?? '').length > maximum),
  )
  return [
    ...(tous(m, 'DefaultLocale')[0]?.texte === 'fr-FR' ? [] : ['French is the default']),
    ...sans.map((e) => `${e.nom} ${e.attributs['id'] ?? ''} has no English override`),
    ...trop.map((e) => `${e.attributs['DefaultValue'] ?? e.attributs['Value'] ?? ''} is too long`),
  ]
}

function commandes(m: Element, { actions }: Attendu): string[] {
  const nommees = new Set(tous(m, 'FunctionName').map((e) => e.texte))
  return [
    ...[...nommees].filter((n) => !actions.includes(n)).map((n) => `command ${n} has no action`),
    ...actions.filter((a) => !nommees.has(a)).map((a) => `action ${a} has no command`),
    ...doubles(
      [...tous(m, 'Control'), ...tous(m, 'Group'), ...tous(m, 'CustomTab')].map((e) => e.attributs['id'] ?? ''),
    ),
  ]
}

function fonctions(m: Element, attendu: Attendu): string[] {
  const points = tous(m, 'ExtensionPoint').filter((e) => e.attributs['xsi:type'] === 'CustomFunctions')
  if (attendu.fonctions.length === 0) return points.length === 0 ? [] : ['an extension point without functions']
  const espace = resid(points.flatMap((p) => tous(p, 'Namespace'))[0])
  const nom = ressources(m).find((e) => e.attributs['id'] === espace)
  const partout = [nom?.attributs['DefaultValue'], ...(nom?.enfants ?? []).map((o) => o.attributs['Value'])]
  return points.length === 1 && partout.every((v) => v === 'ATTRIB')
    ? []
    : ['the namespace is ATTRIB in every language']
}

function identite(m: Element, { version }: Attendu): string[] {
  const id = tous(m, 'Id')[0]?.texte ?? ''
  const lue = tous(m, 'Version')[0]?.texte
  return [
    ...(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id) ? [] : [`${id} is no GUID`]),
    ...(lue === version ? [] : [`version ${String(lue)}, not ${version}`]),
  ]
}

const REGLES: readonly Regle[] = [
  residsResolus,
  runtimePartage,
  origines,
  icones,
  traductions,
  commandes,
  fonctions,
  identite,
]

/** What is wrong with a manifest, beyond what the schemas see. */
export function fautes(xml: string, attendu: Attendu): string[] {
  const m = lireXml(xml)
  return REGLES.flatMap((regle) => regle(m, attendu))
}
