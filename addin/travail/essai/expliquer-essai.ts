import type { Cotation } from '../../../core/index.ts'
import {
  enPoints,
  expliquer,
  expliquerAjustements,
  formatCompte,
  formatNombre,
  formatPoints,
  francais,
} from '../../../core/index.ts'
import type { CritereAvantApres, ExplicationEssai } from './contrat-essai.ts'
import type { Paire } from './decrire-effet.ts'

type Ligne = ReturnType<typeof expliquer>[number]

function direPoints(ligne: Ligne | undefined): string {
  if (ligne === undefined) return '—'
  if (ligne.etat === 'inconnu') return '?'
  return ligne.etat === 'retenu' ? formatNombre(ligne.points, { signe: true }) : '0'
}

function direMotif(avant: Ligne | undefined, apres: Ligne | undefined): string {
  if (apres === undefined) return 'Critère retiré de la grille essayée.'
  if (avant === undefined) return `Critère ajouté. ${apres.motif}`
  return apres.motif
}

/** The criteria of both grids that say something of the demande, changed ones first. */
function criteres(force: Cotation, essayee: Cotation, i: number): readonly CritereAvantApres[] {
  const avant = new Map(expliquer(force, i).map((ligne) => [ligne.critere, ligne]))
  const apres = new Map(expliquer(essayee, i).map((ligne) => [ligne.critere, ligne]))
  const lignes = [...new Set([...avant.keys(), ...apres.keys()])].map((code) => {
    const [a, b] = [avant.get(code), apres.get(code)]
    const [pointsA, pointsB] = [direPoints(a), direPoints(b)]
    const compte = [a, b].some((ligne) => ligne !== undefined && ligne.etat !== 'ecarte')
    return {
      compte,
      critere: {
        nom: (b ?? a)?.nom ?? code,
        avant: pointsA,
        apres: pointsB,
        change: pointsA !== pointsB,
        motif: francais(direMotif(a, b)),
      },
    }
  })
  return lignes
    .filter(({ compte, critere }) => compte || critere.change)
    .map(({ critere }) => critere)
    .sort((a, b) => Number(b.change) - Number(a.change))
}

function phrase(pointsAvant: number, pointsApres: number, gain: number): string {
  const ecart = pointsApres - pointsAvant
  const note =
    ecart === 0 ? 'Sa note ne change pas' : `Sa note ${ecart > 0 ? 'gagne' : 'perd'} ${formatPoints(Math.abs(ecart))}`
  if (gain === 0) return `${note} ; elle garde sa place.`
  const places = formatCompte(Math.abs(gain), 'place')
  const cause = ecart === 0 ? ', d’autres passent devant ou derrière elle' : ''
  return `${note}${cause} : elle ${gain > 0 ? 'monte' : 'descend'} de ${places}.`
}

/** Why a demande moves: its points under both grids, criterion by criterion. */
export function expliquerEssai({ force, essayee, demandes }: Paire, demande: number): ExplicationEssai {
  const [a, b] = [enPoints(force.totaux[demande] ?? 0), enPoints(essayee.totaux[demande] ?? 0)]
  const [avant, apres] = [force.classement.ordre[demande] ?? 0, essayee.classement.ordre[demande] ?? 0]
  return {
    numero: demandes.numeros[demande] ?? '',
    phrase: francais(phrase(a, b, avant - apres)),
    noteAvant: formatPoints(a),
    noteApres: formatPoints(b),
    ordreAvant: formatNombre(avant),
    ordreApres: formatNombre(apres),
    criteres: criteres(force, essayee, demande),
    ajustements: expliquerAjustements(essayee, demande).map(({ motif }) => francais(motif)),
  }
}
