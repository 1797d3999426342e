import type { GrilleLue } from '../../core/index.ts'
import { enPoints, expliquer, expliquerAjustements } from '../../core/index.ts'
import { jourLu, manque, numeroLu } from './arguments.ts'
import type { PlageCotee } from './demandes-plage.ts'
import { plageCotee } from './demandes-plage.ts'
import { ErreurCellule, type Rendu } from './erreur-cellule.ts'
import { grilleDe } from './grille-plage.ts'
import { plageDe, type Plage } from './recu.ts'
import type { References } from './references.ts'

/** The arguments that every function of scoring takes, after its own. */
interface Plages {
  readonly demandes: unknown
  readonly grille: unknown
  readonly jour: unknown
  readonly familles: unknown
  readonly parametres: unknown
  readonly entetes: unknown
}

function exiger(recu: unknown, nom: string): Plage {
  const plage = plageDe(recu)
  if (plage === undefined) throw manque([nom])
  return plage
}

function grilleLue({ grille, familles, parametres }: Plages): GrilleLue {
  return grilleDe(exiger(grille, 'la plage de la grille'), plageDe(familles), plageDe(parametres))
}

function coterPlages(references: References, plages: Plages): PlageCotee {
  const entetes = plageDe(plages.entetes) ?? []
  const demandes = [...entetes, ...exiger(plages.demandes, 'la plage des demandes')]
  return plageCotee(references, demandes, grilleLue(plages), jourLu(plages.jour))
}

function lignesEcrites(cotee: PlageCotee): readonly number[] {
  return Array.from({ length: cotee.lignes }, (_, ligne) => ligne)
}

/** What a row gives: a value for its demande, nothing for an empty row, else why there is none. */
function rendre(cotee: PlageCotee, ligne: number, valeur: (i: number) => Rendu): Rendu {
  const i = cotee.demandeDe(ligne)
  if (i !== undefined) return valeur(i)
  const motif = cotee.motifDe(ligne)
  return motif === undefined ? '' : new ErreurCellule('absent', motif)
}

function total({ cotation }: PlageCotee, i: number): number {
  return enPoints(cotation.totaux[i] ?? 0)
}

/** The total of each row of the range, in its order. */
export function coterDemandes(
  references: References,
  demandes: unknown,
  grille: unknown,
  jour: unknown,
  familles: unknown,
  parametres: unknown,
  entetes: unknown,
): readonly (readonly Rendu[])[] {
  const cotee = coterPlages(references, { demandes, grille, jour, familles, parametres, entetes })
  if (cotee.lignes === 0) throw manque(['une ligne de demande sous les en-têtes'])
  return lignesEcrites(cotee).map((ligne) => [rendre(cotee, ligne, (i) => total(cotee, i))])
}

/** The only demande of a range. */
function seule(cotee: PlageCotee): number {
  const lignes = lignesEcrites(cotee).filter((l) => cotee.demandeDe(l) !== undefined || cotee.motifDe(l) !== undefined)
  const [ligne, ...autres] = lignes
  if (ligne === undefined) throw manque(['une ligne de demande sous les en-têtes'])
  if (autres.length > 0) {
    throw new ErreurCellule(
      'valeur',
      'Le détail porte sur une seule demande\u202f: donnez les en-têtes et une seule ligne.',
    )
  }
  const i = cotee.demandeDe(ligne)
  if (i === undefined) throw new ErreurCellule('absent', cotee.motifDe(ligne) ?? '')
  return i
}

const ETATS = { retenu: 'retenu', ecarte: 'écarté', absorbe: 'absorbé', inconnu: 'inconnu' } as const

/** Criterion, points, state and reason of each criterion of one demande, then caps and floors, then the total. */
export function detaillerDemande(
  references: References,
  demandes: unknown,
  grille: unknown,
  jour: unknown,
  familles: unknown,
  parametres: unknown,
  entetes: unknown,
): readonly (readonly Rendu[])[] {
  const cotee = coterPlages(references, { demandes, grille, jour, familles, parametres, entetes })
  const i = seule(cotee)
  const { cotation } = cotee
  return [
    ['Critère', 'Points', 'État', 'Explication'],
    ...expliquer(cotation, i).map(({ nom, points, etat, motif }) => [nom, points, ETATS[etat], motif]),
    ...expliquerAjustements(cotation, i).map(({ famille, points, motif }) => [
      famille ?? 'Note',
      points,
      'ajustement',
      motif,
    ]),
    ['Total', total(cotee, i), cotation.complets[i] === 1 ? 'complet' : 'incomplet', ''],
  ]
}

function rangDe(cotee: PlageCotee, numero: string): Rendu {
  const i = cotee.cotations.demandes.numeros.indexOf(numero)
  if (i < 0 || cotee.cotations.affectations[i] === -1) {
    return new ErreurCellule('absent', `La demande «\u202f${numero}\u202f» n’est pas classée dans cette plage.`)
  }
  return cotee.cotation.classement.rang[i] ?? 0
}

function rangOuErreur(cotee: PlageCotee, recu: unknown): Rendu {
  try {
    return rangDe(cotee, numeroLu(recu))
  } catch (erreur) {
    if (erreur instanceof ErreurCellule) return erreur
    throw erreur
  }
}

/** The rank of a demande among those of the range, or of each of a range of numbers. */
export function rangDemande(
  references: References,
  numeros: unknown,
  demandes: unknown,
  grille: unknown,
  jour: unknown,
  familles: unknown,
  parametres: unknown,
): readonly (readonly Rendu[])[] {
  const cotee = coterPlages(references, { demandes, grille, jour, familles, parametres, entetes: undefined })
  return exiger(numeros, 'le numéro unique').map((ligne) => ligne.map((numero) => rangOuErreur(cotee, numero)))
}
