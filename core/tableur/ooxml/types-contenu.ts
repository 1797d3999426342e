import { enfantsDe } from '../xml/arbre.ts'
import { ajouterEnfants, type Retouche } from '../xml/retouches.ts'
import { texteXml } from '../xml/texte-xml.ts'
import { lirePartie, type Paquet, retoucherPartie } from './paquet.ts'

const NOM = '[Content_Types].xml'

/** The names of the parts declared with that content type, without their first slash. */
export function partiesDeType(paquet: Paquet, type: string): string[] {
  return enfantsDe(lirePartie(paquet, NOM).racine, 'Override')
    .filter(({ attributs }) => attributs.get('ContentType') === type)
    .map(({ attributs }) => (attributs.get('PartName') ?? '').replace(/^\//, ''))
}

/** Declares the content type of new parts, and forgets the parts that were removed. */
export function changerTypes(
  paquet: Paquet,
  nouvelles: readonly (readonly [nom: string, type: string])[],
  retirees: readonly string[],
): void {
  const partie = lirePartie(paquet, NOM)
  const oubliees = new Set(retirees.map((nom) => `/${nom}`.toLowerCase()))
  const declarations = enfantsDe(partie.racine, 'Override')
  const connues = new Set(declarations.map(({ attributs }) => (attributs.get('PartName') ?? '').toLowerCase()))
  const retouches: Retouche[] = declarations
    .filter(({ attributs }) => oubliees.has((attributs.get('PartName') ?? '').toLowerCase()))
    .map(({ debut, fin }) => ({ debut, fin, par: '' }))
  const ajout = nouvelles
    .filter(([nom]) => !connues.has(`/${nom}`.toLowerCase()))
    .map(([nom, type]) => `<${partie.racine.prefixe}Override PartName="/${texteXml(nom)}" ContentType="${type}"/>`)
    .join('')
  if (ajout !== '') retouches.push(ajouterEnfants(partie.texte, partie.racine, ajout))
  retoucherPartie(paquet, partie, retouches)
}
