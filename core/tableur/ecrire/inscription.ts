import { MARQUE_FEUILLE, VALEUR_MARQUE } from '../../socle/marque-feuille.ts'
import { type Paquet, parcourirPartie, retoucherPartie } from '../ooxml/paquet.ts'
import { changerRelations } from '../ooxml/relations.ts'
import { enfant, prefixeDe } from '../xml/arbre.ts'
import { ajouterEnfants, type Retouche } from '../xml/retouches.ts'
import { texteXml } from '../xml/texte-xml.ts'
import { type FeuillePresente, type Hote } from './hote.ts'
import { lettres, nomCite } from './noms.ts'

/** A sheet whose parts are written, to be declared in the workbook. */
export interface FeuillePosee {
  readonly nom: string
  readonly partie: string
  /** The one it replaces. */
  readonly ancienne: FeuillePresente | undefined
  /** False for plain data (no provenance): never recognised as ours, so never replaced. */
  readonly marquee: boolean
  readonly ligneEntete: number
  readonly colonnesFigees: number
  /** What is printed, part after part; none: everything. */
  readonly zonesImprimees: readonly string[]
}

/** Names of an earlier version of a sheet that describe what is written anew. */
const NOMS_REFAITS: ReadonlySet<string> = new Set([
  MARQUE_FEUILLE,
  '_xlnm.Print_Titles',
  '_xlnm.Print_Area',
  '_xlnm._FilterDatabase',
])

function nomsDefinis(feuille: FeuillePosee, place: number, prefixe: string): string {
  const nom = nomCite(feuille.nom)
  const ligne = String(feuille.ligneEntete)
  const colonnes = feuille.colonnesFigees > 0 ? `${nom}!$A:$${lettres(feuille.colonnesFigees - 1)},` : ''
  const definir = (code: string, valeur: string, suite = ''): string =>
    `<${prefixe}definedName name="${code}" localSheetId="${String(place)}"${suite}>${texteXml(valeur)}</${prefixe}definedName>`
  const marque = feuille.marquee ? definir(MARQUE_FEUILLE, `"${VALEUR_MARQUE}"`, ' hidden="1"') : ''
  const zones = feuille.zonesImprimees.map((zone) => `${nom}!${zone}`).join(',')
  const impression = zones === '' ? '' : definir('_xlnm.Print_Area', zones)
  return marque + impression + definir('_xlnm.Print_Titles', `${colonnes}${nom}!$${ligne}:$${ligne}`)
}

function retoucheNoms(hote: Hote, ajout: string, refaites: ReadonlySet<number>): Retouche[] {
  const { racine, texte } = hote.partie
  const liste = enfant(racine, 'definedNames')
  if (liste === undefined) {
    // The norm fixes the order: the names come after the sheets, the function groups and the external links.
    const avant = racine.enfants.filter(({ nom }) => ['sheets', 'functionGroups', 'externalReferences'].includes(nom))
    const place = Math.max(...avant.map(({ fin }) => fin))
    const balise = `${racine.prefixe}definedNames`
    return [{ debut: place, fin: place, par: `<${balise}>${ajout}</${balise}>` }]
  }
  const retires = hote.noms.filter(
    ({ attributs }) =>
      NOMS_REFAITS.has(attributs.get('name') ?? '') && refaites.has(Number(attributs.get('localSheetId') ?? -1)),
  )
  return [...retires.map(({ debut, fin }) => ({ debut, fin, par: '' })), ajouterEnfants(texte, liste, ajout)]
}

function retoucheFeuilles(hote: Hote, nouvelles: readonly FeuillePosee[], ids: readonly string[]): Retouche[] {
  if (nouvelles.length === 0) return []
  const { partie, sheets, norme } = hote
  const connu = prefixeDe(sheets, norme.relations)
  const declaration = connu === undefined ? ` xmlns:r="${norme.relations}"` : ''
  const dernier = Math.max(0, ...hote.feuilles.map(({ sheetId }) => sheetId))
  const ajout = nouvelles.map(({ nom }, i) => {
    const attributs = `name="${texteXml(nom)}" sheetId="${String(dernier + 1 + i)}"`
    return `<${sheets.prefixe}sheet ${attributs} ${connu ?? 'r:'}id="${ids[i] ?? ''}"${declaration}/>`
  })
  return [ajouterEnfants(partie.texte, sheets, ajout.join(''))]
}

/** A sheet names the first view of the workbook: it must exist. */
function retoucheVues(hote: Hote): Retouche[] {
  const { racine } = hote.partie
  if (enfant(racine, 'bookViews') !== undefined) return []
  const p = racine.prefixe
  const { debut } = hote.sheets
  return [{ debut, fin: debut, par: `<${p}bookViews><${p}workbookView/></${p}bookViews>` }]
}

/**
 * The order in which formulas are computed names the sheets that hold some: once a sheet with formulas is replaced it
 * would be wrong, and Excel makes it anew when it is absent.
 */
function ordreCalculPerime(paquet: Paquet, hote: Hote, posees: readonly FeuillePosee[]): string | undefined {
  const cible = hote.relations.find(({ genre }) => genre === 'calcChain')?.cible
  const remplacees = new Set(posees.flatMap(({ ancienne }) => (ancienne === undefined ? [] : [ancienne.sheetId])))
  if (cible === undefined || !paquet.a(cible) || remplacees.size === 0) return undefined
  const balises = parcourirPartie(paquet, cible)
  while (balises.avancer()) if (remplacees.has(Number(balises.attribut('i') ?? Number.NaN))) return cible
  return undefined
}

/**
 * Declares the sheets in the workbook: list, names, links. Gives the parts that were removed.
 */
export function inscrire(paquet: Paquet, hote: Hote, posees: readonly FeuillePosee[]): string[] {
  const nouvelles = posees.filter(({ ancienne }) => ancienne === undefined)
  const perime = ordreCalculPerime(paquet, hote, posees)
  const perimees = hote.relations.filter(({ cible }) => cible === perime)
  const ids = changerRelations(
    paquet,
    hote.partie.nom,
    nouvelles.map(({ partie }) => ({ type: `${hote.norme.relations}/worksheet`, cible: partie })),
    new Set(perimees.map(({ id }) => id)),
  )
  if (perime !== undefined) paquet.retirer(perime)
  const premiere = hote.feuilles.length
  const places = posees.map((feuille) => feuille.ancienne?.place ?? premiere + nouvelles.indexOf(feuille))
  const noms = posees.map((feuille, i) => nomsDefinis(feuille, places[i] ?? 0, hote.partie.racine.prefixe))
  retoucherPartie(paquet, hote.partie, [
    ...retoucheVues(hote),
    ...retoucheFeuilles(hote, nouvelles, ids),
    ...retoucheNoms(hote, noms.join(''), new Set(places)),
  ])
  return perime === undefined ? [] : [perime]
}
