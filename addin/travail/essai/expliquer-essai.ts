import { casDe, expliquerAjustements, formatNombre, francais } from '../../../core/index.ts'
import type { ExplicationEssai } from './contrat-essai.ts'
import type { Paire } from './decrire-effet.ts'

/** Why a demande moves: its points under both grids, criterion by criterion. */
export function expliquerEssai({ force, essayee, demandes }: Paire, demande: number): ExplicationEssai {
  const ordre = ({ classement }: Paire['force']): string => formatNombre(classement.ordre[demande] ?? 0)
  return {
    numero: demandes.numeros[demande] ?? '',
    ...casDe(force, essayee, demande),
    ordreAvant: ordre(force),
    ordreApres: ordre(essayee),
    ajustements: expliquerAjustements(essayee, demande).map(({ motif }) => francais(motif)),
  }
}
