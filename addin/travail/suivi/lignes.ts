import { CONNU, formatNombre, jourFrancais, type LigneBrute } from '../../../core/index.ts'
import {
  completer,
  lignesDerriere,
  type Attributions,
  type Compte,
  type Completer,
  type LigneACompleter,
  type LigneDerriere,
  type PlaceLigne,
} from '../../../core/objectifs/index.ts'
import { direCellule } from '../decrire-table.ts'
import { parcourir } from '../lire-par-blocs.ts'
import { nommerModalite, objectifSuivi } from './comptes.ts'
import type {
  CelluleManquante,
  DemandeCompte,
  DemandeLignes,
  LigneDetaillee,
  LignesVues,
  LigneSuivie,
  ManqueVu,
  PlaceVoulue,
} from './contrat-objectifs.ts'
import type { EndroitSuivi } from './contrat-suivi.ts'
import { compteDe, type Fonds } from './decrire-objectifs.ts'
import type { SuiviLu } from './lire-suivi.ts'
import { libelleSuivi, type TableTrouvee } from './tables.ts'

const PLACES: Readonly<Record<PlaceLigne, { readonly voulue: PlaceVoulue; readonly texte: string }>> = {
  avec: { voulue: 'avec', texte: 'compte dans l’objectif' },
  sans: { voulue: 'sans', texte: 'ne compte pas dans l’objectif' },
  'numerateur-inconnu': { voulue: 'inconnues', texte: 'à compléter\u202f: compte peut-être' },
  'denominateur-inconnu': { voulue: 'inconnues', texte: 'à compléter\u202f: on ne sait pas si elle est concernée' },
}

/** A value of an allocation as text; empty when it is not known. */
export function texteDe(attributions: Attributions, code: string): (i: number) => string {
  const colonne = attributions.colonne(code)
  return (i) =>
    colonne.genre === 'simple' && colonne.etats[i] === CONNU
      ? (colonne.dictionnaire[colonne.valeurs[i] ?? 0] ?? '')
      : ''
}

function nombreDe({ donnees }: Compte, code: string): (i: number) => string {
  const { etats, valeurs } = donnees.simple(code)
  return (i) => (etats[i] === CONNU ? formatNombre(valeurs[i] ?? 0) : '')
}

function jourDe(attributions: Attributions, code: string): (i: number) => string {
  const colonne = attributions.colonne(code)
  return (i) => (colonne.genre === 'simple' && colonne.etats[i] === CONNU ? jourFrancais(colonne.valeurs[i] ?? 0) : '')
}

/** Where a row of a reading is: its table, and the column of a field in it. */
export function endroitDe(lu: SuiviLu, fichier: string, ligne: number, champ?: string): EndroitSuivi {
  const table = lu.tables.get(`attributions ${fichier}`)
  const rang = champ === undefined ? undefined : table?.reconnue.appariement.colonnes.get(champ)?.[0]
  return { table: table?.cle ?? '', fichier, ligne, colonne: rang ?? 0 }
}

/** Rows behind a figure, ready to be shown by windows. */
export interface LignesTrouvees {
  readonly vue: LignesVues
  readonly lignes: readonly LigneDerriere[]
  readonly decrire: (ligne: LigneDerriere) => LigneSuivie
}

export function chercherLignes(
  fonds: Fonds,
  lu: SuiviLu,
  demande: DemandeCompte,
  voulues: DemandeLignes,
): LignesTrouvees {
  const objectif = objectifSuivi(voulues.objectif)
  const compte = compteDe(fonds, demande, objectif)
  const { attributions } = compte
  const toutes = lignesDerriere(compte, objectif.indicateur, voulues.modalites)
  const combien = (place: PlaceVoulue): number => toutes.filter((l) => PLACES[l.place].voulue === place).length
  const lignes = voulues.places === 'toutes' ? toutes : toutes.filter((l) => PLACES[l.place].voulue === voulues.places)
  const numero = texteDe(attributions, 'numero_unique')
  const bailleur = texteDe(attributions, 'bailleur')
  const commune = texteDe(attributions, 'commune')
  const reservataire = texteDe(attributions, 'reservataire')
  const quartile = nombreDe(compte, 'quartile')
  const jour = jourDe(attributions, objectif.indicateur.assiette === 'baux' ? 'date_bail' : 'date_decision')
  const noms = voulues.modalites.map(([axe, modalite]) => nommerModalite(axe, modalite, fonds.lieux))
  return {
    lignes,
    vue: {
      titre: [objectif.titre, ...noms].join(', '),
      nombre: lignes.length,
      parPlace: {
        toutes: toutes.length,
        avec: combien('avec'),
        sans: combien('sans'),
        inconnues: combien('inconnues'),
      },
    },
    decrire: ({ rang, ligne, fichier, place }) => ({
      endroit: endroitDe(lu, fichier, ligne),
      numero: numero(rang),
      jour: jour(rang),
      bailleur: bailleur(rang),
      commune: commune(rang) === '' ? '' : nommerModalite('commune', commune(rang), fonds.lieux),
      quartile: quartile(rang),
      reservataire: reservataire(rang) === '' ? '' : nommerModalite('reservataire', reservataire(rang), fonds.lieux),
      place: PLACES[place].texte,
    }),
  }
}

/** What to fill, and the allocations whose ranks it gives. */
export interface ACompleter {
  readonly compte: Compte
  readonly completer: Completer
}

/** What to fill first for a target, under the filters. */
export function aCompleter(fonds: Fonds, demande: DemandeCompte, cle: string): ACompleter {
  const objectif = objectifSuivi(cle)
  const compte = compteDe(fonds, demande, objectif)
  return { compte, completer: completer(compte, objectif.indicateur) }
}

export function decrireManques({ champs }: Completer): readonly ManqueVu[] {
  return champs.map(({ champ, libelle, phrase, lignes, seul, colonneAbsente }) => ({
    champ,
    libelle,
    phrase,
    nombre: lignes.length,
    seul: seul === lignes.length ? '' : `${formatNombre(seul)} où c’est la seule cellule manquante`,
    colonneAbsente,
  }))
}

export function decrireManquante(
  { attributions }: Compte,
  lu: SuiviLu,
  champ: string,
  { rang, ligne, fichier, champs }: LigneACompleter,
): CelluleManquante {
  return {
    endroit: endroitDe(lu, fichier, ligne, champ),
    numero: texteDe(attributions, 'numero_unique')(rang),
    bailleur: texteDe(attributions, 'bailleur')(rang),
    autres: champs
      .filter((code) => code !== champ)
      .map(libelleSuivi)
      .join(', '),
  }
}

/** One row of a table, cell by cell. */
export async function detailler(
  { feuille, reconnue: { appariement } }: TableTrouvee,
  { ligne: numero, fichier }: EndroitSuivi,
): Promise<LigneDetaillee> {
  let trouvee: LigneBrute | undefined
  await parcourir(
    feuille.lignes,
    (ligne) => {
      if (ligne.numero === numero) trouvee = ligne
      return ligne.numero < numero
    },
    { annulee: () => false, progres: () => undefined },
  )
  return {
    titre: `Ligne ${formatNombre(numero)}, ${fichier}`,
    cellules: appariement.entetes.map((entete, rang) => ({
      entete,
      valeur: direCellule(trouvee?.cellules[rang] ?? null),
    })),
  }
}
