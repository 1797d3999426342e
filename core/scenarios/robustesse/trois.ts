import { CANDIDATS_PAR_LOT, PERSONNE } from '../mesures/candidats.ts'
import type { Bassins } from './bassins.ts'
import { BASSINS_PAR_PAIRE } from './bassins.ts'

/** A number a demande: the higher, the better placed. All different. */
export type Cles = Float64Array

/** Keeps a demande among the best three of a list, which stays in order. */
function inscrire(trois: Int32Array, debut: number, demande: number, cles: Cles): void {
  const cle = cles[demande] ?? 0
  let place = debut + CANDIDATS_PAR_LOT
  while (place > debut) {
    const autre = trois[place - 1] ?? PERSONNE
    if (autre !== PERSONNE && (cles[autre] ?? 0) > cle) break
    if (place < debut + CANDIDATS_PAR_LOT) trois[place] = autre
    place--
  }
  if (place < debut + CANDIDATS_PAR_LOT) trois[place] = demande
}

/** The best three of each pool, under any keys. */
function troisParBassin({ debuts, membres }: Bassins, cles: Cles): Int32Array {
  const nombre = debuts.length - 1
  const trois = new Int32Array(CANDIDATS_PAR_LOT * nombre).fill(PERSONNE)
  for (let b = 0; b < nombre; b++) {
    const debut = CANDIDATS_PAR_LOT * b
    let seuil = -Infinity
    for (let k = debuts[b] ?? 0; k < (debuts[b + 1] ?? 0); k++) {
      const demande = membres[k] ?? 0
      if ((cles[demande] ?? 0) <= seuil) continue
      inscrire(trois, debut, demande, cles)
      const dernier = trois[debut + CANDIDATS_PAR_LOT - 1] ?? PERSONNE
      if (dernier !== PERSONNE) seuil = cles[dernier] ?? 0
    }
  }
  return trois
}

/** The three candidates of each pair, best first, `PERSONNE` when fewer seek it. */
export function troisParPaire(bassins: Bassins, cles: Cles): Int32Array {
  const parBassin = troisParBassin(bassins, cles)
  const nombre = bassins.parPaire.length / BASSINS_PAR_PAIRE
  const trois = new Int32Array(CANDIDATS_PAR_LOT * nombre).fill(PERSONNE)
  for (let paire = 0; paire < nombre; paire++) {
    for (let k = 0; k < BASSINS_PAR_PAIRE; k++) {
      const debut = CANDIDATS_PAR_LOT * (bassins.parPaire[BASSINS_PAR_PAIRE * paire + k] ?? 0)
      for (let c = debut; c < debut + CANDIDATS_PAR_LOT; c++) {
        const demande = parBassin[c] ?? PERSONNE
        if (demande !== PERSONNE) inscrire(trois, CANDIDATS_PAR_LOT * paire, demande, cles)
      }
    }
  }
  return trois
}
