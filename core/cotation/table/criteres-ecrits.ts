import type { Cellule } from '../../socle/table.ts'
import { champNommable } from '../grille/champs-nommables.ts'
import type { Condition } from '../grille/grille.ts'
import { lireCritere } from './criteres-lus.ts'
import { ecrireFormule, ecrireListe } from './ecrire-formule.ts'
import { ligneTable } from './ligne-table.ts'
import { ecrireNombre, uniteDe } from './nombres.ts'
import type { Objet } from './objets.ts'
import { ecrireAutres, estObjet, membresPerdus } from './objets.ts'
import { ecrireValeur } from './valeurs.ts'

/** The columns of the contract, in their order. */
export const COLONNES_GRILLE = [
  'code',
  'nom',
  'famille',
  'points',
  'champ',
  'test',
  'valeur',
  'par',
  'maximum',
  'justificatif',
  'base_legale',
] as const

/** Columns that are written only when a criterion needs them. */
export const COLONNES_GRILLE_FACULTATIVES = ['verrouille', 'retire', 'autres'] as const

/** The cells of one row, by header. */
export type CellulesCritere = Readonly<Record<string, string | number | null>>

const SIMPLES = ['est', 'min', 'max', 'plus_de', 'moins_de'] as const

function cellulesSimples(si: Condition): CellulesCritere | undefined {
  if ('connu' in si) return { champ: si.connu, test: 'connu' }
  if (!('champ' in si)) return undefined
  const champ = champNommable(si.champ)
  if (champ === undefined) return undefined
  if ('parmi' in si) return { champ: champ.code, test: 'parmi', valeur: ecrireListe(champ, si.parmi) }
  const membres = Object.entries(si).filter(([nom]) => nom !== 'champ')
  const [premier] = membres
  const test = SIMPLES.find((nom) => nom === premier?.[0])
  if (premier === undefined || test === undefined || membres.length > 1) return undefined
  const valeur = premier[1] as string | number | boolean
  const nue = typeof valeur === 'number' && champ.unite !== 'ratio'
  return { champ: champ.code, test, valeur: nue ? valeur : ecrireValeur(champ, valeur) }
}

/** A condition as the columns `champ`, `test` and `valeur` say it. */
export function cellulesCondition(si: unknown): CellulesCritere {
  if (!estObjet(si)) return {}
  const condition = si as unknown as Condition
  return cellulesSimples(condition) ?? { test: 'formule', valeur: ecrireFormule(condition) }
}

function nombres(valeurs: unknown, unite = ''): string {
  return Array.isArray(valeurs) ? valeurs.map((valeur) => ecrireNombre(Number(valeur), unite)).join(' ; ') : ''
}

function cellulesPar(par: Objet, avecCondition: boolean): CellulesCritere {
  const champ = String(par.champ)
  const unite = uniteDe(champNommable(champ))
  const depart = par.a_partir_de === undefined ? '' : ` à partir de ${ecrireNombre(Number(par.a_partir_de), unite)}`
  const nue = depart === '' && !avecCondition && unite !== 'ratio'
  const chaque = Number(par.chaque)
  const source = avecCondition ? ` de ${champ}` : ''
  return {
    ...(avecCondition ? {} : { champ }),
    par: nue ? chaque : `${ecrireNombre(chaque, unite)}${source}${depart}`,
    maximum: typeof par.maximum === 'number' ? par.maximum : null,
  }
}

function cellulesTranches(tranches: Objet, avecCondition: boolean): CellulesCritere {
  const champ = String(tranches.champ)
  const bornes = nombres(tranches.bornes, uniteDe(champNommable(champ)))
  return {
    points: nombres(tranches.points),
    ...(avecCondition ? { par: `tranches de ${champ} : ${bornes}` } : { champ, test: 'tranches', valeur: bornes }),
  }
}

function ouiNon(valeur: unknown): string | null {
  return typeof valeur === 'boolean' ? (valeur ? 'oui' : 'non') : null
}

function texte(valeur: unknown): string | null {
  return typeof valeur === 'string' ? valeur : null
}

function cellulesLisibles(critere: Objet): CellulesCritere {
  const { par, tranches, si, points } = critere
  return {
    code: texte(critere.code),
    nom: texte(critere.nom),
    famille: texte(critere.famille),
    points: typeof points === 'number' ? points : null,
    ...cellulesCondition(si),
    ...(estObjet(par) ? cellulesPar(par, si !== undefined) : {}),
    ...(estObjet(tranches) ? cellulesTranches(tranches, si !== undefined) : {}),
    justificatif: ouiNon(critere.sur_justificatif),
    base_legale: texte(critere.base_legale),
    verrouille: ouiNon(critere.verrouille),
    retire: ouiNon(critere.retire),
  }
}

/** What the cells say once read again. */
function relire(cellules: CellulesCritere): Objet {
  const lues = new Map<string, Cellule>(Object.entries(cellules))
  return lireCritere(ligneTable('Grille', 0, lues, []), (nom) => nom)
}

/**
 * The row of a criterion, as an officer reads and types it. What the columns cannot say goes to `autres`, as JSON.
 *
 * @example ecrireCritere({ code: 'DALO', points: 50, si: { champ: 'dalo', est: true } }).valeur //=> 'oui'
 */
export function ecrireCritere(critere: Objet): CellulesCritere {
  const cellules = cellulesLisibles(critere)
  return { ...cellules, autres: ecrireAutres(membresPerdus(critere, relire(cellules))) }
}
