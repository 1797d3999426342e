import { francais } from './typographie.ts'
import type { Anomalie, CodeAnomalie, Gravite } from './anomalie.ts'

interface Endroit {
  readonly ligne: number
  readonly colonne: string
}

/** What is known of a fault; its sentence, gravity and value are made from it. */
export type DetailsAnomalie = Endroit &
  (
    | {
        readonly code: 'valeur-illisible' | 'hors-liste'
        readonly libelle: string
        readonly lu: string
        readonly attendu: string
        readonly obligatoire: boolean
      }
    | { readonly code: 'numero-abime'; readonly lu: string; readonly attendu: string; readonly obligatoire: boolean }
    | { readonly code: 'obligatoire-vide'; readonly libelle: string }
    | {
        readonly code: 'doublon'
        readonly lu: string
        readonly premiereLigne: number
        /** File of the first one, when there are several. */
        readonly premierFichier?: string
        readonly quoi: string
      }
    | {
        readonly code: 'date-future'
        readonly libelle: string
        readonly lu: string
        readonly jour: string
        /** What comes of the row; by default, what depends on the date is unknown. */
        readonly suite?: string
      }
    | { readonly code: 'incoherent'; readonly explication: string; readonly suite: string; readonly ignoree: boolean }
    | { readonly code: 'inactive'; readonly lu: string; /** All were asked for. */ readonly utilisee: boolean }
    | { readonly code: 'hors-portee' }
    | { readonly code: 'epci-sans-seuils'; readonly lu: string }
    | { readonly code: 'seuils-anciens'; readonly lu: string; readonly annee: number; readonly utilisee: number }
    | { readonly code: 'ressources-nulles' }
    | { readonly code: 'colonne-inconnue'; readonly ressemble?: string }
    | { readonly code: 'colonne-en-double' }
    | { readonly code: 'ligne-trop-longue'; readonly lu: string; readonly cellules: number }
    | { readonly code: 'a-verifier'; readonly lu: string; readonly quoi: string }
  )

/** Short French title of each code, for lists and counts. */
export const TITRES_ANOMALIES: Readonly<Record<CodeAnomalie, string>> = {
  'valeur-illisible': 'Valeur illisible',
  'hors-liste': 'Valeur hors liste',
  'obligatoire-vide': 'Champ obligatoire vide',
  doublon: 'Ligne en double',
  'numero-abime': 'Numéro abîmé par Excel',
  'date-future': 'Date postérieure au jour du calcul',
  incoherent: 'Valeurs qui se contredisent',
  inactive: 'Demande qui n’est pas active',
  'hors-portee': 'Demande qu’aucune grille ne concerne',
  'epci-sans-seuils': 'EPCI sans seuils de quartile',
  'seuils-anciens': 'Seuils d’une année antérieure',
  'ressources-nulles': 'Ressources nulles',
  'colonne-inconnue': 'Colonne non reconnue',
  'colonne-en-double': 'Colonne non reconnue répétée',
  'ligne-trop-longue': 'Cellules au-delà des en-têtes',
  'a-verifier': 'À vérifier',
}

const LONGUEUR_CITATION = 80

function citer(lu: string): string {
  const court = lu.length > LONGUEUR_CITATION ? `${lu.slice(0, LONGUEUR_CITATION)}…` : lu
  return `« ${court} »`
}

function phrase(d: DetailsAnomalie): string {
  switch (d.code) {
    case 'valeur-illisible':
      return `${citer(d.lu)} ne se lit pas comme « ${d.libelle} ». Attendu : ${d.attendu}. Corrigez la cellule ; ${suiteDe(d.obligatoire)}.`
    case 'hors-liste':
      return `${citer(d.lu)} n’est pas une valeur connue de « ${d.libelle} ». Attendu : ${d.attendu}. Corrigez la cellule ; ${suiteDe(d.obligatoire)}.`
    case 'numero-abime':
      return `Excel a transformé ce numéro en nombre (${citer(d.lu)}) : des chiffres sont perdus. Attendu : ${d.attendu}. ${d.obligatoire ? 'La ligne n’est pas utilisée' : 'D’ici là, le numéro est pris comme inconnu'}.`
    case 'obligatoire-vide':
      return `« ${d.libelle} » est obligatoire et la cellule est vide. Complétez-la ; d’ici là, la ligne n’est pas utilisée.`
    case 'doublon':
      return `${d.quoi} ${citer(d.lu)} figure déjà à la ligne ${String(d.premiereLigne)}${d.premierFichier === undefined ? '' : ` de « ${d.premierFichier} »`}. Seule la première est utilisée ; supprimez ou corrigez celle-ci.`
    case 'date-future':
      return `« ${d.libelle} » (${d.lu}) est postérieure au jour du calcul (${d.jour}). Vérifiez la date ; ${d.suite ?? 'ce qui en dépend est inconnu'}.`
    case 'incoherent':
      return `${d.explication}. Vérifiez les deux cellules ; ${d.suite}.`
    case 'inactive':
      return `Le statut est « ${d.lu} » : ${d.utilisee ? 'la demande est prise en compte, puisque toutes sont demandées. Vérifiez que c’est voulu' : 'la demande n’est pas cotée. Pour coter toutes les demandes, demandez-le au lancement'}.`
    case 'hors-portee':
      return 'Aucune des grilles choisies ne concerne cette demande : elle n’est pas cotée. Ajoutez une grille ou élargissez une portée.'
    case 'epci-sans-seuils':
      return `${d.lu === '' ? 'L’EPCI n’est pas renseigné' : `Aucun seuil de quartile n’est publié pour l’EPCI ${d.lu}`} : le quartile est inconnu. Indiquez dans la colonne EPCI le SIREN d’un EPCI tenu à l’objectif.`
    case 'seuils-anciens':
      return `Les seuils de ${String(d.annee)} ne sont pas connus pour l’EPCI ${d.lu} : ceux de ${String(d.utilisee)} sont utilisés. Vérifiez si l’arrêté de l’année est paru.`
    case 'ressources-nulles':
      return 'Les ressources sont à 0 : le ménage est compté au premier quartile. Vérifiez qu’il ne s’agit pas d’une absence de déclaration.'
    case 'colonne-inconnue':
      return d.ressemble === undefined
        ? 'Cette colonne ne correspond à aucun champ : elle n’est pas utilisée, et reste telle quelle.'
        : `Cette colonne ne correspond exactement à aucun champ, mais ressemble à « ${d.ressemble} ». Si c’est bien lui, confirmez-le ; sinon elle n’est pas utilisée.`
    case 'colonne-en-double':
      return 'Cet en-tête non reconnu apparaît plusieurs fois : aucune de ces colonnes n’est utilisée. Renommez-en une si elle compte.'
    case 'ligne-trop-longue':
      return `${String(d.cellules)} cellule(s) remplie(s) au-delà des en-têtes (${citer(d.lu)}) : elles ne sont pas lues. Vérifiez que la ligne n’est pas décalée.`
    case 'a-verifier':
      return `${d.quoi}${d.lu === '' ? '' : ` (${citer(d.lu)})`} : à vérifier avant de s’en servir.`
  }
}

function suiteDe(obligatoire: boolean): string {
  return obligatoire ? 'd’ici là, la ligne n’est pas utilisée' : 'd’ici là, elle est prise comme inconnue'
}

function gravite(d: DetailsAnomalie): Gravite {
  switch (d.code) {
    case 'valeur-illisible':
    case 'hors-liste':
    case 'numero-abime':
      return d.obligatoire ? 'bloquante' : 'ignoree'
    case 'incoherent':
      return d.ignoree ? 'ignoree' : 'information'
    case 'obligatoire-vide':
    case 'doublon':
      return 'bloquante'
    default:
      return 'information'
  }
}

/**
 * An anomaly with its French sentence: what was read, what is allowed, what to do.
 *
 * @example anomalie({ code: 'ressources-nulles', ligne: 12, colonne: 'ressources_mensuelles' }).gravite //=> 'information'
 */
export function anomalie(details: DetailsAnomalie): Anomalie {
  const { ligne, colonne, code } = details
  const base = { ligne, colonne, code, message: francais(phrase(details)), gravite: gravite(details) }
  return 'lu' in details && details.lu !== '' ? { ...base, valeur: details.lu } : base
}
