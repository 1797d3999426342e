import { METADONNEES, PAGE_AIDE, PAGE_VOLET, SCRIPT_FONCTIONS } from './adresses.ts'
import { commandesLivrees, COMMANDES } from './commandes.ts'
import {
  ESPACE_FONCTIONS,
  GROUPES,
  ONGLET,
  type Commande,
  type Fonction,
  type Groupe,
  type Icone,
  type Texte,
} from './catalogue.ts'
import { FONCTIONS, fonctionsLivrees } from './fonctions.ts'

export type Environnement = 'developpement' | 'production'

export interface DemandeManifeste {
  readonly environnement: Environnement
  /** Where the built files are served, ending with a slash. */
  readonly adresse: string
  /** Version of package.json. */
  readonly version: string
  readonly commandes?: readonly Commande[]
  readonly fonctions?: readonly Fonction[]
}

/** Never change: Excel knows the add-in, and its settings in workbooks, by them. */
const IDENTITES: Readonly<Record<Environnement, { readonly id: string; readonly nom: Texte }>> = {
  developpement: {
    id: '8f1c2a54-6f0e-4c1b-9a37-3d0b6c7e51d2',
    nom: { fr: 'Attributions (développement)', en: 'Attributions (development)' },
  },
  production: {
    id: '2b7d9e36-41c8-4f5a-8e02-b94a1f6d70c3',
    nom: { fr: 'Attributions', en: 'Attributions' },
  },
}

const DESCRIPTION: Texte = {
  fr: 'Cote les demandes de logement social avec la grille de votre territoire, explique chaque note et suit les objectifs légaux. Les données ne quittent pas le classeur.',
  en: 'Scores social housing applications with your own grid, explains each score and follows the legal targets. Data never leaves the workbook.',
}

const TAILLES_RUBAN = [16, 32, 80] as const
/** One resource for the four places that must name the same page. */
const VOLET = 'Volet.Url'

function echapper(texte: string): string {
  return texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

interface Ressource {
  readonly id: string
  readonly valeur: Texte
}

/** The four lists of resources, filled as the rest of the manifest names them. */
class Ressources {
  private readonly listes = {
    images: [] as Ressource[],
    urls: [] as Ressource[],
    courts: [] as Ressource[],
    longs: [] as Ressource[],
  }

  private ajouter(liste: keyof Ressources['listes'], id: string, valeur: Texte): string {
    if (!this.listes[liste].some((r) => r.id === id)) this.listes[liste].push({ id, valeur })
    return `resid="${id}"`
  }

  image(id: string, url: string): string {
    return this.ajouter('images', id, { fr: url, en: url })
  }
  url(id: string, valeur: Texte): string {
    return this.ajouter('urls', id, valeur)
  }
  court(id: string, valeur: Texte): string {
    return this.ajouter('courts', id, valeur)
  }
  long(id: string, valeur: Texte): string {
    return this.ajouter('longs', id, valeur)
  }

  xml(): string {
    const { images, urls, courts, longs } = this.listes
    return [
      '<Resources>',
      ...bloc('Images', 'Image', images),
      ...bloc('Urls', 'Url', urls),
      ...bloc('ShortStrings', 'String', courts),
      ...bloc('LongStrings', 'String', longs),
      '</Resources>',
    ].join('\n')
  }
}

function bloc(nom: string, element: string, ressources: readonly Ressource[]): string[] {
  const lignes = ressources.map(
    ({ id, valeur }) =>
      `<bt:${element} id="${id}" DefaultValue="${echapper(valeur.fr)}"><bt:Override Locale="en-US" Value="${echapper(valeur.en)}"/></bt:${element}>`,
  )
  return [`<bt:${nom}>`, ...lignes, `</bt:${nom}>`]
}

function localise(element: string, { fr, en }: Texte): string {
  return `<${element} DefaultValue="${echapper(fr)}"><Override Locale="en-US" Value="${echapper(en)}"/></${element}>`
}

function icone(ressources: Ressources, adresse: string, nom: Icone): string {
  const images = TAILLES_RUBAN.map((taille) => {
    const resid = ressources.image(`Icone.${nom}.${String(taille)}`, `${adresse}icones/${nom}-${String(taille)}.png`)
    return `<bt:Image size="${String(taille)}" ${resid}/>`
  })
  return ['<Icon>', ...images, '</Icon>'].join('\n')
}

function action(ressources: Ressources, adresse: string, { id, etape }: Commande): string {
  if (etape !== undefined) return `<Action xsi:type="ExecuteFunction"><FunctionName>${id}</FunctionName></Action>`
  return `<Action xsi:type="ShowTaskpane"><SourceLocation ${volet(ressources, adresse)}/></Action>`
}

function volet(ressources: Ressources, adresse: string): string {
  const url = `${adresse}${PAGE_VOLET}`
  return ressources.url(VOLET, { fr: url, en: url })
}

function bouton(ressources: Ressources, adresse: string, commande: Commande, ou: 'Ruban' | 'Menu'): string {
  const libelle = ou === 'Menu' ? (commande.contextuel ?? commande.libelle) : commande.libelle
  const titre = ressources.court(`${commande.id}.${ou}`, libelle)
  return [
    `<Control xsi:type="Button" id="${commande.id}.${ou}">`,
    `<Label ${titre}/>`,
    '<Supertip>',
    `<Title ${titre}/>`,
    `<Description ${ressources.long(`${commande.id}.Infobulle`, commande.infobulle)}/>`,
    '</Supertip>',
    icone(ressources, adresse, commande.icone),
    action(ressources, adresse, commande),
    '</Control>',
  ].join('\n')
}

const ICONES_GROUPES: Readonly<Record<Groupe, Icone>> = {
  preparer: 'colonnes',
  coter: 'coter',
  suivre: 'objectifs',
  publier: 'publier',
  aide: 'aide',
}

function groupe(ressources: Ressources, adresse: string, code: Groupe, commandes: readonly Commande[]): string {
  return [
    `<Group id="Groupe.${code}">`,
    `<Label ${ressources.court(`Groupe.${code}.Nom`, GROUPES[code])}/>`,
    icone(ressources, adresse, ICONES_GROUPES[code]),
    ...commandes.map((c) => bouton(ressources, adresse, c, 'Ruban')),
    '</Group>',
  ].join('\n')
}

function ruban(ressources: Ressources, adresse: string, commandes: readonly Commande[]): string {
  const groupes = (Object.keys(GROUPES) as Groupe[])
    .map((code) => [code, commandes.filter((c) => c.groupe === code)] as const)
    .filter(([, siennes]) => siennes.length > 0)
  return [
    '<ExtensionPoint xsi:type="PrimaryCommandSurface">',
    '<CustomTab id="Onglet.Attributions">',
    ...groupes.map(([code, siennes]) => groupe(ressources, adresse, code, siennes)),
    `<Label ${ressources.court('Onglet.Nom', ONGLET)}/>`,
    '</CustomTab>',
    '</ExtensionPoint>',
  ].join('\n')
}

function menuCellule(ressources: Ressources, adresse: string, commandes: readonly Commande[]): string {
  const siennes = commandes.filter((c) => c.contextuel !== undefined)
  if (siennes.length === 0) return ''
  return [
    '<ExtensionPoint xsi:type="ContextMenu">',
    '<OfficeMenu id="ContextMenuCell">',
    ...siennes.map((c) => bouton(ressources, adresse, c, 'Menu')),
    '</OfficeMenu>',
    '</ExtensionPoint>',
  ].join('\n')
}

/** Only when at least one function is shipped: Excel would ask for a script that is not there. */
function fonctions(ressources: Ressources, adresse: string, livrees: readonly Fonction[]): string {
  if (livrees.length === 0) return ''
  const script = `${adresse}${SCRIPT_FONCTIONS}`
  const metadonnees = { fr: `${adresse}${METADONNEES.fr}`, en: `${adresse}${METADONNEES.en}` }
  const espace = { fr: ESPACE_FONCTIONS, en: ESPACE_FONCTIONS }
  return [
    '<AllFormFactors>',
    '<ExtensionPoint xsi:type="CustomFunctions">',
    `<Script><SourceLocation ${ressources.url('Fonctions.Script', { fr: script, en: script })}/></Script>`,
    `<Page><SourceLocation ${volet(ressources, adresse)}/></Page>`,
    `<Metadata><SourceLocation ${ressources.url('Fonctions.Metadonnees', metadonnees)}/></Metadata>`,
    `<Namespace ${ressources.court('Fonctions.Espace', espace)}/>`,
    '</ExtensionPoint>',
    '</AllFormFactors>',
  ].join('\n')
}

function versions(demande: DemandeManifeste): string {
  const { adresse } = demande
  const ressources = new Ressources()
  const commandes = commandesLivrees(demande.commandes ?? COMMANDES)
  const residVolet = volet(ressources, adresse)
  const hote = [
    '<Hosts>',
    '<Host xsi:type="Workbook">',
    `<Runtimes><Runtime ${residVolet} lifetime="long"/></Runtimes>`,
    fonctions(ressources, adresse, fonctionsLivrees(demande.fonctions ?? FONCTIONS)),
    '<DesktopFormFactor>',
    `<FunctionFile ${residVolet}/>`,
    ruban(ressources, adresse, commandes),
    menuCellule(ressources, adresse, commandes),
    '</DesktopFormFactor>',
    '</Host>',
    '</Hosts>',
  ].join('\n')
  return [
    '<VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">',
    hote,
    ressources.xml(),
    '</VersionOverrides>',
  ].join('\n')
}

/** One element a line, two spaces a level. */
function mettreEnPage(xml: string): string {
  let niveau = 0
  const lignes = xml.split('\n').filter((l) => l !== '')
  return lignes
    .map((ligne) => {
      if (ligne.startsWith('</')) niveau--
      const mise = '  '.repeat(niveau) + ligne
      if (/^<[^/?!][^>]*[^/]>$/.test(ligne)) niveau++
      return `${mise}\n`
    })
    .join('')
}

/** The whole manifest, made from the catalogue: only what is shipped is in it. */
export function manifeste(demande: DemandeManifeste): string {
  const { adresse, version, environnement } = demande
  const { id, nom } = IDENTITES[environnement]
  return mettreEnPage(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">',
      `<Id>${id}</Id>`,
      `<Version>${version}</Version>`,
      '<ProviderName>Attributions</ProviderName>',
      '<DefaultLocale>fr-FR</DefaultLocale>',
      localise('DisplayName', nom),
      localise('Description', DESCRIPTION),
      `<IconUrl DefaultValue="${adresse}icones/attributions-32.png"/>`,
      `<HighResolutionIconUrl DefaultValue="${adresse}icones/attributions-64.png"/>`,
      `<SupportUrl DefaultValue="${adresse}${PAGE_AIDE}"/>`,
      `<AppDomains><AppDomain>${new URL(adresse).origin}</AppDomain></AppDomains>`,
      '<Hosts><Host Name="Workbook"/></Hosts>',
      '<Requirements>',
      '<Sets DefaultMinVersion="1.1">',
      '<Set Name="SharedRuntime" MinVersion="1.1"/>',
      '<Set Name="ExcelApi" MinVersion="1.13"/>',
      '</Sets>',
      '</Requirements>',
      `<DefaultSettings><SourceLocation DefaultValue="${adresse}${PAGE_VOLET}"/></DefaultSettings>`,
      '<Permissions>ReadWriteDocument</Permissions>',
      versions(demande),
      '</OfficeApp>',
    ].join('\n'),
  )
}
