import type { FeuilleEcrite } from '../../socle/table.ts'
import { paquetDuClasseur } from '../nature.ts'
import { dossierDe } from '../ooxml/cibles.ts'
import { ENTETE_XML, type Norme, NORME_USUELLE, TYPES } from '../ooxml/norme.ts'
import { nomLibre, ouvrirPaquet, type Paquet, textePartie } from '../ooxml/paquet.ts'
import { changerRelations } from '../ooxml/relations.ts'
import { changerTypes } from '../ooxml/types-contenu.ts'
import { commencerPartie, ecrireZip, partieTexte } from '../zip/ecrire-zip.ts'
import { ecrireFeuille } from './ecrire-feuille.ts'
import { placerGraphiques } from './graphique.ts'
import { type FeuillePresente, type Hote, lireHote } from './hote.ts'
import { type FeuillePosee, inscrire } from './inscription.ts'
import { mettreEnPage } from './mise-en-page.ts'
import { nomFeuilleValide, variante } from './noms.ts'
import { poserGraphiques } from './poser-graphiques.ts'
import { type Adresser, adresseur } from './propositions.ts'
import { type RegistreTableaux, registreTableaux } from './registre-tableaux.ts'
import { AUCUN_RESTE, reprendre } from './restes.ts'
import { ajouterStyles, type Styles, stylesVides } from './styles.ts'
import { xmlTableau } from './tableau.ts'
import { zonesImprimees } from './zones-imprimees.ts'

/** Where a sheet goes: a name of its own, or the place of the one that an earlier run wrote. */
interface Destination {
  readonly nom: string
  readonly ancienne: FeuillePresente | undefined
}

function destination(voulu: string, presentes: ReadonlyMap<string, FeuillePresente>, prises: Set<string>): Destination {
  const nom = nomFeuilleValide(voulu)
  for (let n = 1; ; n++) {
    const candidat = variante(nom, n)
    const presente = presentes.get(candidat.toLowerCase())
    if (prises.has(candidat.toLowerCase()) || presente?.denous === false) continue
    prises.add(candidat.toLowerCase())
    return { nom: presente?.nom ?? candidat, ancienne: presente }
  }
}

function installerStyles(paquet: Paquet, { partie, norme, relations }: Hote): Styles {
  const liee = relations.find(({ genre, cible }) => genre === 'styles' && paquet.a(cible))?.cible
  const nom = liee ?? nomLibre(paquet, `${dossierDe(partie.nom)}styles`, '.xml')
  const origine = liee === undefined ? stylesVides(norme.principal) : textePartie(paquet, liee)
  const { texte, styles } = ajouterStyles(origine)
  if (texte !== origine) paquet.mettre(partieTexte(nom, texte))
  if (liee === undefined) {
    changerRelations(paquet, partie.nom, [{ type: `${norme.relations}/styles`, cible: nom }])
    changerTypes(paquet, [[nom, TYPES.styles]], [])
  }
  return styles
}

/** What writing a sheet needs to know of the workbook. */
interface Chantier {
  readonly paquet: Paquet
  readonly dossier: string
  readonly norme: Norme
  readonly depuis1904: boolean
  readonly styles: Styles
  readonly tableaux: RegistreTableaux
  readonly adresser: Adresser
  /** Parts that go out of the package. */
  readonly retirees: string[]
  /** Parts that come in, with their type. */
  readonly ajoutees: (readonly [nom: string, type: string])[]
}

function poserFeuille(chantier: Chantier, feuille: FeuilleEcrite, { nom, ancienne }: Destination): FeuillePosee {
  const { paquet, norme, tableaux } = chantier
  const page = mettreEnPage(feuille)
  const partie = ancienne?.partie ?? nomLibre(paquet, `${chantier.dossier}worksheets/sheet`, '.xml')
  const reprise = ancienne === undefined ? undefined : reprendre(paquet, partie)
  const tableau =
    reprise?.tableau === undefined
      ? tableaux.nouveau(nom, page.titres)
      : tableaux.repris(reprise.tableau.partie, page.titres)
  paquet.mettre(partieTexte(tableau.partie, xmlTableau({ ...tableau, ...page }, norme.principal)))
  const [nouvelle = ''] = reprise?.tableau
    ? [reprise.tableau.relation]
    : changerRelations(paquet, partie, [{ type: `${norme.relations}/table`, cible: tableau.partie }])
  const restes = reprise?.restes ?? AUCUN_RESTE
  const support = { ...chantier, feuille: partie, dessin: restes.dessin }
  const places = placerGraphiques(feuille, page, nom, chantier.depuis1904)
  const poses = poserGraphiques(support, places)
  const enCours = commencerPartie(partie)
  const accueil = { ...chantier, relationTableau: nouvelle, dessin: poses.dessin, restes }
  ecrireFeuille(feuille, page, accueil, enCours.ecrire)
  paquet.mettre(enCours.finir())
  chantier.ajoutees.push([partie, TYPES.feuille], [tableau.partie, TYPES.tableau], ...poses.ajoutees)
  chantier.retirees.push(...(reprise?.retirees ?? []), ...poses.retirees)
  const { colonnesFigees = 0 } = feuille
  return {
    nom,
    partie,
    ancienne,
    marquee: page.haut.length > 0,
    ligneEntete: page.ligneEntete,
    colonnesFigees,
    zonesImprimees: zonesImprimees(feuille, page, places),
  }
}

function ajouterAuPaquet(paquet: Paquet, feuilles: readonly FeuilleEcrite[]): void {
  const styles = installerStyles(paquet, lireHote(paquet))
  const hote = lireHote(paquet)
  const dossier = dossierDe(hote.partie.nom)
  const { norme, depuis1904 } = hote
  const tableaux = registreTableaux(paquet, dossier, hote.noms)
  const presentes = new Map(hote.feuilles.map((feuille) => [feuille.nom.toLowerCase(), feuille]))
  const prises = new Set<string>()
  const destinations = feuilles.map(({ nom }) => destination(nom, presentes, prises))
  const adresser = adresseur(
    feuilles,
    destinations.map(({ nom }) => nom),
  )
  const commun = { paquet, dossier, norme, depuis1904, styles, tableaux, adresser }
  const chantier: Chantier = { ...commun, retirees: [], ajoutees: [] }
  const posees = feuilles.map((feuille, i) => poserFeuille(chantier, feuille, destinations[i] as Destination))
  const retirees = inscrire(paquet, hote, posees)
  changerTypes(paquet, chantier.ajoutees, [...chantier.retirees, ...retirees])
}

/**
 * A copy of a workbook (`.xlsx`, `.xlsm`) with these sheets added. Every other part keeps its bytes; a sheet that an
 * earlier run wrote under that name is replaced in its place, one of the user's never: the new one is « Cotation (2) ».
 *
 * @throws Refus when the bytes are not a workbook, or when Excel could not hold a sheet.
 * @example feuillesDeResultat(ajouterFeuilles(octets, [feuilleFlux(flux, [])])) //=> ['Flux']
 */
export function ajouterFeuilles(octets: Uint8Array, feuilles: readonly FeuilleEcrite[]): Uint8Array {
  const paquet = paquetDuClasseur(octets)
  if (feuilles.length > 0) ajouterAuPaquet(paquet, feuilles)
  return ecrireZip(paquet.entrees())
}

function paquetVide(): Paquet {
  const { principal, relations } = NORME_USUELLE
  const espacePaquet = 'http://schemas.openxmlformats.org/package/2006'
  return ouvrirPaquet([
    partieTexte(
      '[Content_Types].xml',
      `${ENTETE_XML}<Types xmlns="${espacePaquet}/content-types"><Default Extension="rels" ContentType="${TYPES.relations}"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES.classeur}"/></Types>`,
    ),
    partieTexte(
      '_rels/.rels',
      `${ENTETE_XML}<Relationships xmlns="${espacePaquet}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    partieTexte(
      'xl/workbook.xml',
      `${ENTETE_XML}<workbook xmlns="${principal}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews><sheets/></workbook>`,
    ),
  ])
}

/**
 * A new workbook with these sheets. One without title nor provenance holds plain data, headers in row 1.
 *
 * @throws Refus when Excel could not hold a sheet.
 * @throws Error without a sheet
 * @example ouvrirClasseur(creerClasseur([feuilleFlux(flux, [])]), 'flux.xlsx').feuilles.map(({ nom }) => nom) //=> ['Flux']
 */
export function creerClasseur(feuilles: readonly FeuilleEcrite[]): Uint8Array {
  if (feuilles.length === 0) throw new Error('a workbook needs a sheet')
  const paquet = paquetVide()
  ajouterAuPaquet(paquet, feuilles)
  return ecrireZip(paquet.entrees())
}

/**
 * The names of the sheets that an earlier run wrote in a workbook: results, never input.
 *
 * @example feuillesDeResultat(octets) //=> []
 */
export function feuillesDeResultat(octets: Uint8Array): string[] {
  const { feuilles } = lireHote(paquetDuClasseur(octets))
  return feuilles.filter(({ denous }) => denous).map(({ nom }) => nom)
}
