import { enfantsDe, type ElementXml } from '../xml/arbre.ts'
import { ajouterEnfants } from '../xml/retouches.ts'
import { texteXml } from '../xml/texte-xml.ts'
import { partieTexte } from '../zip/ecrire-zip.ts'
import { cibleVue, dossierDe, nomDesRelations, resoudreCible } from './cibles.ts'
import { ENTETE_XML } from './norme.ts'
import { type Paquet, lirePartie, type PartieXml, retoucherPartie } from './paquet.ts'

/** A link from a part to another. */
export interface Relation {
  readonly id: string
  /** Last word of the type: `worksheet`, `styles`, `table`… the same in both forms of the norm. */
  readonly genre: string
  /** Name of the part that is linked, or the address when it is outside the package. */
  readonly cible: string
}

interface FichierRelations {
  readonly partie: PartieXml | undefined
  readonly nom: string
  readonly relations: readonly (Relation & { readonly element: ElementXml })[]
}

const ESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships'

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
