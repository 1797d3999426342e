import type { ColonneEcrite, FeuilleEcrite, ValeurEcrite } from '../../socle/table.ts'
import { COLONNES_GRILLE, COLONNES_GRILLE_FACULTATIVES, ecrireCritere } from './criteres-ecrits.ts'
import { COLONNES_FAMILLES, ecrireFamille } from './familles.ts'
import type { Objet } from './objets.ts'
import { ecrireAutres, estObjet } from './objets.ts'
import { ecrireParametres } from './parametres.ts'

const LARGEURS: Readonly<Record<string, number>> = { nom: 34, valeur: 44, base_legale: 22, par: 24, autres: 24 }
const NOMBRES = ['points', 'maximum', 'plafond', 'plancher']

function colonne(titre: string): ColonneEcrite {
  return { titre, format: NOMBRES.includes(titre) ? 'nombre' : 'texte', largeur: LARGEURS[titre] ?? 14 }
}

function feuille(
  nom: string,
  titre: string,
  entetes: readonly string[],
  lignes: readonly Readonly<Record<string, ValeurEcrite>>[],
): FeuilleEcrite {
  return {
    nom,
    titre,
    provenance: [],
    colonnes: entetes.map(colonne),
    nombreLignes: lignes.length,
    ligne: (i) => entetes.map((entete) => lignes[i]?.[entete] ?? null),
  }
}

function utiles(facultatives: readonly string[], lignes: readonly Readonly<Record<string, unknown>>[]): string[] {
  return facultatives.filter((entete) => lignes.some((ligne) => (ligne[entete] ?? null) !== null))
}

function objets(liste: unknown): readonly Objet[] {
  return Array.isArray(liste) ? liste.filter(estObjet) : []
}

/**
 * A grid as the tables « Grille », « Familles » and « Parametres » of a workbook, which `lireGrilleTables` reads back to
 * exactly the same grid.
 *
 * @param ecrite a grid as written (`GrilleLue.ecrite`), or an overlay, that `lireGrille` accepts
 * @example grilleEnTables(lireGrille(json).ecrite).map(({ nom }) => nom) //=> ['Grille', 'Familles', 'Parametres']
 */
export function grilleEnTables(ecrite: unknown): readonly FeuilleEcrite[] {
  if (!estObjet(ecrite)) throw new Error('a grid is an object')
  const criteres = objets(ecrite.criteres).map(ecrireCritere)
  const familles = objets(ecrite.familles).map(ecrireFamille)
  const sansFamille = Array.isArray(ecrite.familles) && familles.length === 0 ? { familles: [] } : {}
  const parametres = ecrireParametres(ecrite)
  const vide = ecrireAutres(sansFamille)
  const lignesParametres = vide === null ? parametres : [...parametres, ['autres', vide] as const]
  const nom = typeof ecrite.nom === 'string' ? ` : ${ecrite.nom}` : ''
  return [
    feuille(
      'Grille',
      `Grille de cotation${nom}`,
      [...COLONNES_GRILLE, ...utiles(COLONNES_GRILLE_FACULTATIVES, criteres)],
      criteres,
    ),
    feuille('Familles', 'Familles de critères', [...COLONNES_FAMILLES, ...utiles(['autres'], familles)], familles),
    feuille(
      'Parametres',
      'Paramètres de la grille',
      ['nom', 'valeur'],
      lignesParametres.map(([parametre, valeur]) => ({ nom: parametre, valeur })),
    ),
  ]
}
