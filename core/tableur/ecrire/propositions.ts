import type { FeuilleEcrite, ValeursProposees } from '../../socle/table.ts'
import { francais } from '../../socle/typographie.ts'
import { texteXml } from '../xml/texte-xml.ts'
import { type MiseEnPage, mettreEnPage } from './mise-en-page.ts'
import { lettres, nomCite } from './noms.ts'

/** The address of what a column of another sheet holds. */
export type Adresser = (colonne: { readonly feuille: string; readonly colonne: string }) => string

/** Rows that are offered their lists before the sheet is filled. */
const LIGNES_PREVUES = 5000
/** What Excel can hold in a list written in place. */
const LONGUEUR_LISTE = 255

const AIDE = francais(
  'Cette valeur n’est pas dans la liste. Elle peut être gardée : à la lecture, ce qui n’est pas reconnu est signalé.',
)

/**
 * Tells where a column of a sheet that is written along stands.
 *
 * @param noms the names under which the sheets are written, in their order
 */
export function adresseur(feuilles: readonly FeuilleEcrite[], noms: readonly string[]): Adresser {
  return ({ feuille, colonne }) => {
    const rang = feuilles.findIndex(({ nom }) => nom === feuille)
    const cible = feuilles[rang]
    const place = cible?.colonnes.findIndex(({ titre }) => titre === colonne) ?? -1
    if (cible === undefined || place < 0) throw new Error(`no column ${colonne} in a sheet ${feuille}`)
    const remplies = Array.from({ length: cible.nombreLignes }, (_, i) => cible.ligne(i)[place] ?? null)
    const debut = mettreEnPage(cible).ligneEntete + 1
    const fin =
      debut +
      Math.max(
        0,
        remplies.findLastIndex((valeur) => valeur !== null),
      )
    const lettre = `$${lettres(place)}$`
    return `${nomCite(noms[rang] ?? feuille)}!${lettre}${String(debut)}:${lettre}${String(fin)}`
  }
}

function formule(propositions: ValeursProposees, adresser: Adresser): string {
  if ('feuille' in propositions) return adresser(propositions)
  const liste = propositions.join(',')
  if (liste.length > LONGUEUR_LISTE || propositions.some((valeur) => valeur.includes(',')))
    throw new Error(`this list must stand in a sheet: ${liste}`)
  return `"${liste.replaceAll('"', '""')}"`
}

/** The lists to choose from, for the rows of the table and those to come. */
export function xmlPropositions({ colonnes }: FeuilleEcrite, page: MiseEnPage, adresser: Adresser): string {
  const fin = String(Math.max(page.derniereLigne, page.ligneEntete + LIGNES_PREVUES))
  const regles = colonnes.flatMap(({ propositions }, i) => {
    if (propositions === undefined) return []
    const ou = `${lettres(i)}${String(page.ligneEntete + 1)}:${lettres(i)}${fin}`
    return [
      `<dataValidation type="list" errorStyle="information" allowBlank="1" showErrorMessage="1" errorTitle="Hors liste" error="${AIDE}" sqref="${ou}"><formula1>${texteXml(formule(propositions, adresser))}</formula1></dataValidation>`,
    ]
  })
  return regles.length === 0
    ? ''
    : `<dataValidations count="${String(regles.length)}">${regles.join('')}</dataValidations>`
}
