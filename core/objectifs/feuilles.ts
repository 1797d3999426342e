import type { CellulesRemplies } from '../lecture/lire.ts'
import type { ColonneDe, Provenance } from '../socle/feuille.ts'
import { colonneDe, feuilleDe } from '../socle/feuille.ts'
import type { FeuilleEcrite } from '../socle/table.ts'
import type { Completer } from './completer.ts'
import type { Objectifs } from './compter-objectifs.ts'
import { graphiquesObjectifs, graphiqueVentilation } from './graphiques.ts'
import { indicateurDe } from './indicateurs.ts'
import type { LigneObjectif } from './lignes-legales.ts'
import type { NommerTerritoire } from './perimetres.ts'
import { direPerimetre } from './perimetres.ts'
import { AIDE_EFFECTIF, AIDE_MANQUE, AIDE_MANQUE_AJOUTE, AIDE_WILSON } from './phrases.ts'
import { REGISTRE_ATTRIBUTION } from './registre.ts'
import type { PartRepartie, Repartition } from './repartir.ts'
import type { CaseVentilee, Ventilation } from './ventiler.ts'
import { EFFECTIF_FAIBLE } from './ventiler.ts'
import { wilson } from './wilson.ts'

function direRemplies(remplies: readonly CellulesRemplies[]): string {
  const utiles = remplies.filter(({ cellules }) => cellules > 0)
  if (utiles.length === 0) return 'aucune'
  return utiles.map(({ champ, valeur, cellules }) => `${champ} = ${valeur} (${String(cellules)})`).join(' ; ')
}

const COLONNES_MESURE: readonly ColonneDe<CaseVentilee | LigneObjectif>[] = [
  colonneDe('Numérateur', 'entier', 12, ({ numerateur }) => numerateur),
  colonneDe('Dénominateur', 'entier', 13, ({ denominateur }) => denominateur),
  colonneDe('Taux', 'taux', 9, ({ taux }) => taux),
  colonneDe('Taux au plus', 'taux', 12, ({ taux_max }) => taux_max),
  colonneDe('Cible', 'taux', 9, ({ cible }) => cible),
  colonneDe('Écart', 'taux', 9, ({ ecart }) => ecart),
  colonneDe('Manque', 'entier', 9, ({ manque }) => manque),
  colonneDe('Manque en ajoutant', 'entier', 18, ({ manque_ajoute }) => manque_ajoute),
  colonneDe('Inconnus au numérateur', 'entier', 22, ({ inconnus_numerateur }) => inconnus_numerateur),
  colonneDe('Inconnus au dénominateur', 'entier', 24, ({ inconnus_denominateur }) => inconnus_denominateur),
  colonneDe('Intervalle, bas', 'taux', 14, (m) => wilson(m.numerateur, m.denominateur)?.bas ?? null),
  colonneDe('Intervalle, haut', 'taux', 14, (m) => wilson(m.numerateur, m.denominateur)?.haut ?? null),
  colonneDe('Effectif faible', 'texte', 14, ({ denominateur }) => (denominateur < EFFECTIF_FAIBLE ? 'oui' : '')),
]

const AIDES: Provenance = [
  ['Lecture', AIDE_MANQUE],
  ['Lecture', AIDE_MANQUE_AJOUTE],
  ['Lecture', AIDE_WILSON],
  ['Lecture', AIDE_EFFECTIF],
]

/**
 * The owned sheet `Objectifs`: every line of the law, with its bracket, its gap and what is missing.
 *
 * @example
 * feuilleObjectifs(objectifsDuCompte(compte), []).ligne(0).slice(0, 2)
 * //=> ['Premier quartile et relogés, hors QPV', 'Ensemble']
 */
export function feuilleObjectifs(
  { annee, objectifs, vide_non, defauts, avertissements }: Objectifs,
  provenance: Provenance,
  nommer?: NommerTerritoire,
): FeuilleEcrite {
  const bloc: Provenance = [
    ...provenance,
    ['Année comptée', String(annee)],
    ['Cellules vides valant « non »', direRemplies(vide_non)],
    ['Valeurs par défaut', direRemplies(defauts)],
    ...avertissements.map((phrase) => ['Avertissement', phrase] as const),
    ...AIDES,
  ]
  const colonnes: readonly ColonneDe<LigneObjectif>[] = [
    colonneDe('Objectif', 'texte', 44, ({ code }) => indicateurDe(code)?.libelle ?? code),
    colonneDe('Périmètre', 'texte', 40, ({ perimetre }) => direPerimetre(perimetre, nommer)),
    ...COLONNES_MESURE,
    colonneDe('Code', 'texte', 22, ({ code }) => code),
    colonneDe('Code du périmètre', 'texte', 30, ({ perimetre }) => perimetre),
  ]
  return {
    ...feuilleDe('Objectifs', `Objectifs d’attribution ${String(annee)}`, bloc, colonnes, objectifs),
    graphiques: graphiquesObjectifs(objectifs),
  }
}

/**
 * A breakdown as a sheet: one row a cell, then the whole.
 *
 * @example feuilleVentilation(ventiler(compte, indicateur, ['bailleur']), []).nombreLignes //=> 7
 */
export function feuilleVentilation(ventilation: Ventilation, provenance: Provenance): FeuilleEcrite {
  const { indicateur, axes, cases, total } = ventilation
  const colonnes: readonly ColonneDe<CaseVentilee>[] = [
    ...axes.map(({ libelle }, rang) =>
      colonneDe<CaseVentilee>(libelle, 'texte', 30, (c) =>
        c === total ? (rang === 0 ? 'Ensemble' : '') : (c.modalites[rang] ?? 'non renseigné'),
      ),
    ),
    ...COLONNES_MESURE,
  ]
  const noms = axes.map(({ libelle }) => libelle.toLowerCase()).join(' et ')
  const bloc: Provenance = [
    ...provenance,
    ['Définition', indicateur.definition],
    ['Base légale', indicateur.baseLegale],
    ...AIDES,
  ]
  return {
    ...feuilleDe('Ventilation', `${indicateur.libelle}, par ${noms}`, bloc, colonnes, [...cases, total]),
    graphiques: graphiqueVentilation(ventilation),
  }
}

interface CelluleACompleter {
  readonly fichier: string
  readonly ligne: number
  readonly libelle: string
  readonly seule: boolean
  readonly effet: number
}

/**
 * The list of cells to go and fill, the most telling field first.
 *
 * @example feuilleACompleter(completer(compte, indicateur), []).nombreLignes //=> 8
 */
export function feuilleACompleter({ indicateur, champs }: Completer, provenance: Provenance): FeuilleEcrite {
  const cellules = champs.flatMap(({ champ, effet, lignes }) =>
    lignes.map(({ fichier, ligne, champs: tous }): CelluleACompleter => ({
      fichier,
      ligne,
      libelle: REGISTRE_ATTRIBUTION.champ(champ)?.libelle ?? champ,
      seule: tous.length === 1,
      effet,
    })),
  )
  const bloc: Provenance = [
    ...provenance,
    ['Objectif', indicateur.libelle],
    ...champs.map(({ phrase }) => ['Effet', phrase] as const),
  ]
  return feuilleDe('À compléter', `Cellules à compléter : ${indicateur.libelle}`, bloc, COLONNES_CELLULES, cellules)
}

const COLONNES_CELLULES: readonly ColonneDe<CelluleACompleter>[] = [
  colonneDe('Fichier', 'texte', 28, ({ fichier }) => fichier),
  colonneDe('Ligne', 'entier', 8, ({ ligne }) => ligne),
  colonneDe('Champ à remplir', 'texte', 44, ({ libelle }) => libelle),
  colonneDe('Suffit seul', 'texte', 12, ({ seule }) => (seule ? 'oui' : 'non')),
  colonneDe('Effet du champ sur le taux', 'taux', 24, ({ effet }) => effet),
]

const COLONNES_REPARTITION: readonly ColonneDe<PartRepartie>[] = [
  colonneDe('Nom', 'texte', 32, ({ nom }) => nom),
  colonneDe('Logements attendus', 'entier', 18, ({ vacances }) => vacances),
  colonneDe('Retard constaté', 'entier', 16, ({ manque }) => manque),
  colonneDe('Au plus', 'entier', 9, ({ capacite }) => capacite),
  colonneDe('Part avant arrondi', 'nombre', 18, ({ ideal }) => ideal),
  colonneDe('Effort', 'entier', 9, ({ effort }) => effort),
]

/**
 * An effort shared out, with its rule.
 *
 * @example
 * const parts = repartirEffort(14, [{ nom: 'A', vacances: 60, manque: 10 }, { nom: 'B', vacances: 40, manque: 4 }])
 * feuilleRepartition(parts, regleRepartition(0.5), []).ligne(0) //=> ['A', 60, 10, 60, 9.2, 9]
 */
export function feuilleRepartition(
  { parties, reste }: Repartition,
  regle: string,
  provenance: Provenance,
): FeuilleEcrite {
  const bloc: Provenance = [...provenance, ['Règle', regle], ['Sans preneur', String(reste)]]
  return feuilleDe('Effort', 'Partage de l’effort', bloc, COLONNES_REPARTITION, parties)
}
