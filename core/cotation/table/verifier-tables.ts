import { Refus } from '../../socle/refus.ts'
import type { ChargerSocle } from '../grille/heritage.ts'
import type { GrilleLue } from '../grille/lire-grille.ts'
import { lireGrille } from '../grille/lire-grille.ts'
import { COLONNES_GRILLE } from './criteres-ecrits.ts'
import { COLONNES_FAMILLES } from './familles.ts'
import type { FauteTable, NomTable } from './faute-table.ts'
import type { LigneTable } from './ligne-table.ts'
import type { TablesLues } from './lire-grille-tables.ts'
import { lireTables } from './lire-grille-tables.ts'
import type { FeuilleLignes } from './trouver-tables.ts'

/** Members of a grid file that a table shows under another header. */
const SOUS_UN_AUTRE_NOM: readonly (readonly [membre: string, colonne: string])[] = [
  ['tranches.points', 'points'],
  ['tranches.bornes', 'valeur'],
  ['sur_justificatif', 'justificatif'],
  ['par.maximum', 'maximum'],
  ['par.', 'par'],
  ['« si »', 'test'],
  ['le test ', 'test'],
  ['des bornes ', 'test'],
]

/** The column that a sentence speaks of: the member that it names first. */
function colonneDe(phrase: string, colonnes: readonly string[]): string {
  const autre = SOUS_UN_AUTRE_NOM.find(([membre]) => phrase.includes(membre))
  if (autre !== undefined) return autre[1]
  return colonnes.find((colonne) => phrase.includes(`« ${colonne} »`)) ?? 'code'
}

/** « Critère « DALO » … » or « Le critère « DALO » … ». */
function commencePar(phrase: string, nom: string, code: string): boolean {
  const suite = `${nom.slice(1)} « ${code} »`
  return [nom.charAt(0), `Le ${nom.charAt(0).toLowerCase()}`, `La ${nom.charAt(0).toLowerCase()}`].some((debut) =>
    phrase.startsWith(debut + suite),
  )
}

function placer(
  table: NomTable,
  nom: string,
  raison: string,
  lignes: readonly LigneTable[],
  colonnes: readonly string[],
): FauteTable | undefined {
  const nu = raison.replace(/[\u202f\u00a0]/g, ' ')
  // The last row of a code: when a code is used twice, it is the second one that is to be changed.
  const ligne = lignes.findLast((autre) => commencePar(nu, nom, autre.texte('code')))
  return ligne === undefined
    ? undefined
    : { table, ligne: ligne.numero, colonne: colonneDe(nu, colonnes), message: raison }
}

function placerParametre(raison: string, lignes: readonly LigneTable[]): FauteTable {
  const nu = raison.replace(/[\u202f\u00a0]/g, ' ')
  const nom = nu.startsWith('Portée') ? 'portee' : nu.startsWith('Départage') ? 'departage' : undefined
  const ligne = lignes.find((autre) => {
    const parametre = autre.texte('nom')
    return nom === undefined ? nu.includes(`« ${parametre} »`) : parametre.startsWith(nom)
  })
  return { table: 'Parametres', ligne: ligne?.numero ?? 0, colonne: 'valeur', message: raison }
}

function situer(raison: string, { lignesCriteres, lignesFamilles, lignesParametres }: TablesLues): FauteTable {
  return (
    placer('Grille', 'Critère', raison, lignesCriteres, COLONNES_GRILLE) ??
    placer('Familles', 'Famille', raison, lignesFamilles, COLONNES_FAMILLES) ??
    placerAbsente(raison) ??
    placerParametre(raison, lignesParametres)
  )
}

/** What is said of a row that is no longer there is said of its table. */
function placerAbsente(raison: string): FauteTable | undefined {
  const table = /^(?:les? )?critères? /iu.test(raison)
    ? 'Grille'
    : /^la famille /iu.test(raison)
      ? 'Familles'
      : undefined
  return table && { table, ligne: 0, colonne: 'code', message: raison }
}

/**
 * Everything that is wrong in the tables of a grid, each at its cell; nothing when `lireGrille` accepts the grid.
 *
 * @param controler what else the grid must pass, by a `Refus` whose reasons begin with what they are about
 * @example verifierTables([])[0]?.message //=> 'Le tableau « Grille » est introuvable. Attendu : une feuille « Grille »…'
 */
export function verifierTables(
  feuilles: readonly FeuilleLignes[],
  charger?: ChargerSocle,
  controler?: (lue: GrilleLue) => void,
): readonly FauteTable[] {
  const lues = lireTables(feuilles)
  if (lues.fautes.length > 0) return lues.fautes
  try {
    const lue = lireGrille(lues.grille, charger)
    controler?.(lue)
    return []
  } catch (erreur) {
    if (erreur instanceof Refus) return erreur.raisons.map((raison) => situer(raison, lues))
    throw erreur
  }
}
