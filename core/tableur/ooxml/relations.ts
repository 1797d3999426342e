import { type Paquet, lirePartie, type PartieXml, retoucherPartie } from './paquet.ts'
import { partieTexte } from '../zip/ecrire-zip.ts'
import { ajouterEnfants, enfantsDe, type ElementXml } from '../xml/arbre.ts'
import { texteXml } from '../xml/texte-xml.ts'

/** A link from a part to another. */
export interface Relation {
  readonly id: string
  /** Last word of the type: `worksheet`, `styles`, `table`… the same in both forms of the norm. */
  readonly genre: string
  /** Name of the part that is linked, or the address when it is outside the package. */
  readonly cible: string
  readonly externe: boolean
}

interface FichierRelations {
  readonly partie: PartieXml | undefined
  readonly nom: string
  readonly relations: readonly (Relation & { readonly element: ElementXml })[]
}

const ESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export function dossierDe(nom: string): string {
  return nom.slice(0, nom.lastIndexOf('/') + 1)
}

/** @example nomDesRelations('xl/workbook.xml') //=> 'xl/_rels/workbook.xml.rels' */
export function nomDesRelations(nom: string): string {
  return `${dossierDe(nom)}_rels/${nom.slice(dossierDe(nom).length)}.rels`
}

/**
 * The name of the part that a target means, seen from a folder.
 *
 * @example resoudreCible('xl/', '../docProps/app.xml') //=> 'docProps/app.xml'
 * @example resoudreCible('xl/', '/xl/styles.xml') //=> 'xl/styles.xml'
 */
export function resoudreCible(dossier: string, cible: string): string {
  const chemin = cible.replaceAll('\\', '/')
  const morceaux: string[] = []
  for (const morceau of (chemin.startsWith('/') ? chemin : dossier + chemin).split('/'))
    if (morceau === '..') morceaux.pop()
    else if (morceau !== '' && morceau !== '.') morceaux.push(morceau)
  return morceaux.join('/')
}

/**
 * How a target is written seen from a folder: relative when it is in it or beside it, as most programs write.
 *
 * @example cibleVue('xl/worksheets/', 'xl/tables/table1.xml') //=> '../tables/table1.xml'
 */
export function cibleVue(dossier: string, nom: string): string {
  if (dossier !== '' && nom.startsWith(dossier)) return nom.slice(dossier.length)
  const parent = dossier.slice(0, dossier.lastIndexOf('/', dossier.length - 2) + 1)
  return parent !== '' && nom.startsWith(parent) ? `../${nom.slice(parent.length)}` : `/${nom}`
}

function lireFichier(paquet: Paquet, nomPartie: string): FichierRelations {
  const nom = nomDesRelations(nomPartie)
  if (!paquet.a(nom)) return { partie: undefined, nom, relations: [] }
  const partie = lirePartie(paquet, nom)
  const relations = enfantsDe(partie.racine, 'Relationship').map((element) => {
    const externe = element.attributs.get('TargetMode') === 'External'
    const cible = element.attributs.get('Target') ?? ''
    return {
      id: element.attributs.get('Id') ?? '',
      genre: (element.attributs.get('Type') ?? '').split('/').at(-1) ?? '',
      cible: externe ? cible : resoudreCible(dossierDe(nomPartie), cible),
      externe,
      element,
    }
  })
  return { partie, nom, relations }
}

/** What a part links to (the empty name: the package itself). */
export function lireRelations(paquet: Paquet, nomPartie: string): readonly Relation[] {
  return lireFichier(paquet, nomPartie).relations
}

function identifiantsLibres(relations: readonly Relation[], combien: number): string[] {
  const pris = new Set(relations.map(({ id }) => id))
  const libres: string[] = []
  for (let n = 1; libres.length < combien; n++) if (!pris.has(`rId${String(n)}`)) libres.push(`rId${String(n)}`)
  return libres
}

/** A link to add: full type and name of the part. */
export interface NouvelleRelation {
  readonly type: string
  readonly cible: string
}

function xmlRelations(
  nomPartie: string,
  prefixe: string,
  nouvelles: readonly NouvelleRelation[],
  ids: readonly string[],
): string {
  const dossier = dossierDe(nomPartie)
  const balises = nouvelles.map(({ type, cible }, i) => {
    const attributs = `Id="${ids[i] ?? ''}" Type="${type}" Target="${texteXml(cibleVue(dossier, cible))}"`
    return `<${prefixe}Relationship ${attributs}/>`
  })
  return balises.join('')
}

/**
 * Adds and removes links of a part, and gives the identifiers of the new ones in order.
 */
export function changerRelations(
  paquet: Paquet,
  nomPartie: string,
  nouvelles: readonly NouvelleRelation[],
  retirees: ReadonlySet<string> = new Set(),
): string[] {
  const { partie, nom, relations } = lireFichier(paquet, nomPartie)
  const ids = identifiantsLibres(relations, nouvelles.length)
  const ajout = xmlRelations(nomPartie, partie?.racine.prefixe ?? '', nouvelles, ids)
  if (partie !== undefined) {
    const retraits = relations
      .filter(({ id }) => retirees.has(id))
      .map(({ element: { debut, fin } }) => ({ debut, fin, par: '' }))
    const ajouts = ajout === '' ? [] : [ajouterEnfants(partie.texte, partie.racine, ajout)]
    retoucherPartie(paquet, partie, [...retraits, ...ajouts])
  } else if (ajout !== '') {
    paquet.mettre(partieTexte(nom, `${ENTETE_XML}<Relationships xmlns="${ESPACE}">${ajout}</Relationships>`))
  }
  return ids
}

/** First line of every XML part. */
export const ENTETE_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
