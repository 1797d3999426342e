import { type Norme, TYPES } from '../ooxml/norme.ts'
import { lirePartie, nomLibre, type Paquet, retoucherPartie } from '../ooxml/paquet.ts'
import { nomDesRelations } from '../ooxml/cibles.ts'
import { changerRelations, lireRelations } from '../ooxml/relations.ts'
import { ajouterEnfants } from '../xml/retouches.ts'
import { partieTexte } from '../zip/ecrire-zip.ts'
import { type AncreConnue, ancresConnues, dernierNumero, dessinVide, xmlAncre } from './dessin.ts'
import { type GraphiquePlace, xmlGraphique } from './graphique.ts'

/** Where charts are put. */
export interface Support {
  readonly paquet: Paquet
  /** Folder of the workbook part, with its final slash. */
  readonly dossier: string
  readonly norme: Norme
  /** Part of the sheet. */
  readonly feuille: string
  /** The link of the sheet to the drawing that is already on it. */
  readonly dessin: string | undefined
}

/** What came of it: the link of the sheet to its drawing, parts that came in and went out of the package. */
export interface GraphiquesPoses {
  readonly dessin: string | undefined
  readonly ajoutees: readonly (readonly [nom: string, type: string])[]
  readonly retirees: readonly string[]
}

/** The drawing of the sheet: the one that is there, else a new one. */
function dessinDe({ paquet, dossier, norme, feuille, dessin }: Support): { partie: string; relation: string } {
  const lie = lireRelations(paquet, feuille).find(({ id, cible }) => id === dessin && paquet.a(cible))
  if (lie !== undefined) return { partie: lie.cible, relation: lie.id }
  const partie = nomLibre(paquet, `${dossier}drawings/drawing`, '.xml')
  paquet.mettre(partieTexte(partie, dessinVide(norme)))
  const [relation = ''] = changerRelations(paquet, feuille, [{ type: `${norme.relations}/drawing`, cible: partie }])
  return { partie, relation }
}

function ecrirePartie({ paquet, norme }: Support, partie: string, place: GraphiquePlace): void {
  paquet.mettre(partieTexte(partie, xmlGraphique(place, norme)))
}

/** What only a chart uses: the style and the colours that Excel keeps beside it. */
const DEPENDANCES: ReadonlySet<string> = new Set(['chartStyle', 'chartColorStyle'])

function retirerGraphique(paquet: Paquet, partie: string): string[] {
  const propres = lireRelations(paquet, partie).filter(({ genre }) => DEPENDANCES.has(genre))
  const retirees = [partie, ...propres.map(({ cible }) => cible)]
  for (const nom of [...retirees, nomDesRelations(partie)]) paquet.retirer(nom)
  return retirees
}

function ajouter(support: Support, dessin: string, places: readonly GraphiquePlace[]): string[] {
  const { paquet, dossier, norme } = support
  const parties = places.map((place) => {
    const partie = nomLibre(paquet, `${dossier}charts/chart`, '.xml')
    ecrirePartie(support, partie, place)
    return partie
  })
  const type = `${norme.relations}/chart`
  const liens = changerRelations(
    paquet,
    dessin,
    parties.map((cible) => ({ type, cible })),
  )
  const lu = lirePartie(paquet, dessin)
  const dernier = dernierNumero(lu.racine)
  const xml = places.map((place, i) => xmlAncre(place, dernier + 1 + i, liens[i] ?? '', norme))
  if (xml.length > 0) retoucherPartie(paquet, lu, [ajouterEnfants(lu.texte, lu.racine, xml.join(''))])
  return parties
}

/** Our charts on a drawing, by name, each with its part. */
function graphiquesConnus(paquet: Paquet, dessin: string): Map<string, AncreConnue & { readonly partie: string }> {
  const liens = new Map(lireRelations(paquet, dessin).map(({ id, cible }) => [id, cible]))
  const connues = ancresConnues(lirePartie(paquet, dessin).racine).map((ancre) => ({
    ...ancre,
    partie: liens.get(ancre.relation) ?? '',
  }))
  return new Map(connues.filter(({ partie }) => paquet.a(partie)).map((ancre) => [ancre.nom, ancre]))
}

function retirer({ paquet }: Support, dessin: string, voulus: ReadonlySet<string>): string[] {
  const perimes = [...graphiquesConnus(paquet, dessin).values()].filter(({ nom }) => !voulus.has(nom))
  const retraits = perimes.map(({ element: { debut, fin } }) => ({ debut, fin, par: '' }))
  retoucherPartie(paquet, lirePartie(paquet, dessin), retraits)
  changerRelations(paquet, dessin, [], new Set(perimes.map(({ relation }) => relation)))
  return perimes.flatMap(({ partie }) => retirerGraphique(paquet, partie))
}

/**
 * Puts charts on a sheet. One that an earlier run put there under the same name is drawn anew where the user left it;
 * ours that are no longer wanted go; the user's own stay.
 */
export function poserGraphiques(support: Support, places: readonly GraphiquePlace[]): GraphiquesPoses {
  const { paquet } = support
  if (places.length === 0 && support.dessin === undefined) return { dessin: undefined, ajoutees: [], retirees: [] }
  const { partie, relation } = dessinDe(support)
  const connus = graphiquesConnus(paquet, partie)
  for (const place of places) {
    const connu = connus.get(place.graphique.nom)
    if (connu !== undefined) ecrirePartie(support, connu.partie, place)
  }
  const nouvelles = places.filter(({ graphique }) => !connus.has(graphique.nom))
  // New parts come first: none takes the name of one that goes.
  const graphiques = ajouter(support, partie, nouvelles)
  const retirees = retirer(support, partie, new Set(places.map(({ graphique }) => graphique.nom)))
  const declarees = graphiques.map((nom) => [nom, TYPES.graphique] as const)
  return { dessin: relation, ajoutees: [[partie, TYPES.dessin], ...declarees], retirees }
}
