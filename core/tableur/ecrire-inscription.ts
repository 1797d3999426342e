import { MARQUE_FEUILLE, VALEUR_MARQUE } from '../socle/marque-feuille.ts'
import type { ClasseurOuvert, FeuillePresente } from './ecrire-accueil.ts'
import { lettres, nomCite } from './ecrire-noms.ts'
import { type Paquet, retoucherPartie } from './paquet/paquet.ts'
import { changerRelations } from './paquet/relations.ts'
import { contenu } from './paquet/zip-lire.ts'
import { ajouterEnfants, enfant, prefixeDe, type Retouche } from './paquet/xml-arbre.ts'
import { texteXml } from './paquet/xml-texte.ts'
import { strFromU8 } from 'fflate'

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
  return marque + definir('_xlnm.Print_Titles', `${colonnes}${nom}!$${ligne}:$${ligne}`)
}

function retoucheNoms(classeur: ClasseurOuvert, ajout: string, refaites: ReadonlySet<number>): Retouche[] {
  const { racine, texte } = classeur.partie
  const liste = enfant(racine, 'definedNames')
  if (liste === undefined) {
    // The norm fixes the order: the names come after the sheets, the function groups and the external links.
    const avant = racine.enfants.filter(({ nom }) => ['sheets', 'functionGroups', 'externalReferences'].includes(nom))
    const place = Math.max(...avant.map(({ fin }) => fin))
    const balise = `${racine.prefixe}definedNames`
    return [{ debut: place, fin: place, par: `<${balise}>${ajout}</${balise}>` }]
  }
  const retires = classeur.noms.filter(
    ({ attributs }) =>
      NOMS_REFAITS.has(attributs.get('name') ?? '') && refaites.has(Number(attributs.get('localSheetId') ?? -1)),
  )
  return [...retires.map(({ debut, fin }) => ({ debut, fin, par: '' })), ajouterEnfants(texte, liste, ajout)]
}

function retoucheFeuilles(
  classeur: ClasseurOuvert,
  nouvelles: readonly FeuillePosee[],
  ids: readonly string[],
): Retouche[] {
  if (nouvelles.length === 0) return []
  const { partie, sheets, norme } = classeur
  const connu = prefixeDe(sheets, norme.relations)
  const declaration = connu === undefined ? ` xmlns:r="${norme.relations}"` : ''
  const dernier = Math.max(0, ...classeur.feuilles.map(({ sheetId }) => sheetId))
  const ajout = nouvelles.map(({ nom }, i) => {
    const attributs = `name="${texteXml(nom)}" sheetId="${String(dernier + 1 + i)}"`
    return `<${sheets.prefixe}sheet ${attributs} ${connu ?? 'r:'}id="${ids[i] ?? ''}"${declaration}/>`
  })
  return [ajouterEnfants(partie.texte, sheets, ajout.join(''))]
}

/** A sheet names the first view of the workbook: it must exist. */
function retoucheVues(classeur: ClasseurOuvert): Retouche[] {
  const { racine } = classeur.partie
  if (enfant(racine, 'bookViews') !== undefined) return []
  const p = racine.prefixe
  const { debut } = classeur.sheets
  return [{ debut, fin: debut, par: `<${p}bookViews><${p}workbookView/></${p}bookViews>` }]
}

/**
 * The order in which formulas are computed names the sheets that hold some: once a sheet with formulas is replaced it
 * would be wrong, and Excel makes it anew when it is absent.
 */
function ordreCalculPerime(
  paquet: Paquet,
  classeur: ClasseurOuvert,
  posees: readonly FeuillePosee[],
): string | undefined {
  const cible = classeur.relations.find(({ genre }) => genre === 'calcChain')?.cible
  const entree = cible === undefined ? undefined : paquet.entree(cible)
  const remplacees = posees.flatMap(({ ancienne }) => (ancienne === undefined ? [] : [ancienne.sheetId]))
  if (entree === undefined || remplacees.length === 0) return undefined
  const xml = strFromU8(contenu(entree))
  return remplacees.some((id) => xml.includes(` i="${String(id)}"`)) ? cible : undefined
}

/**
 * Declares the sheets in the workbook: list, names, links. Gives the parts that were removed.
 */
export function inscrire(paquet: Paquet, classeur: ClasseurOuvert, posees: readonly FeuillePosee[]): string[] {
  const nouvelles = posees.filter(({ ancienne }) => ancienne === undefined)
  const perime = ordreCalculPerime(paquet, classeur, posees)
  const perimees = classeur.relations.filter(({ cible }) => cible === perime)
  const ids = changerRelations(
    paquet,
    classeur.partie.nom,
    nouvelles.map(({ partie }) => ({ type: `${classeur.norme.relations}/worksheet`, cible: partie })),
    new Set(perimees.map(({ id }) => id)),
  )
  if (perime !== undefined) paquet.retirer(perime)
  const premiere = classeur.feuilles.length
  const places = posees.map((feuille) => feuille.ancienne?.place ?? premiere + nouvelles.indexOf(feuille))
  const noms = posees.map((feuille, i) => nomsDefinis(feuille, places[i] ?? 0, classeur.partie.racine.prefixe))
  retoucherPartie(paquet, classeur.partie, [
    ...retoucheVues(classeur),
    ...retoucheFeuilles(classeur, nouvelles, ids),
    ...retoucheNoms(classeur, noms.join(''), new Set(places)),
  ])
  return perime === undefined ? [] : [perime]
}
