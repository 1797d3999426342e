import { VRAI } from '../../cotation/condition.ts'
import { creerDonnees } from '../../demande/donnees.ts'
import type { Donnees } from '../../demande/derives/derive.ts'
import { type Colonne, CONNU, VIDE } from '../../lecture/colonne.ts'
import { jourCompte, type NomAssiette } from '../../objectifs/assiettes.ts'
import type { Attributions } from '../../objectifs/attributions.ts'
import { type Compte, preparerCompte } from '../../objectifs/compte.ts'
import { dateCivile, jourDe } from '../../socle/jour.ts'
import { type Intervalle, intervalleDe } from '../jeu/periode.ts'
import type { ContexteObservation } from './peupler.ts'
import { sortDe } from './peupler.ts'
import type { Part, Univers } from './univers.ts'

/**
 * The days in which allocations are counted: those of the period, or of its year up to it when the period is a day.
 *
 * @example intervalleDesFlux('2025-03-31').debut === jourIso('2025-01-01') //=> true
 */
export function intervalleDesFlux(periode: string): Intervalle {
  const intervalle = intervalleDe(periode)
  if (intervalle === undefined) throw new Error(`not a period: got ${periode}`)
  if (intervalle.debut !== intervalle.fin) return intervalle
  return { ...intervalle, debut: jourDe(dateCivile(intervalle.fin).annee, 1, 1) ?? intervalle.debut }
}

function filtrer(nombre: number, garder: (i: number) => boolean): Uint32Array {
  const lignes = new Uint32Array(nombre)
  let n = 0
  for (let i = 0; i < nombre; i++) if (garder(i)) lignes[n++] = i
  return lignes.subarray(0, n)
}

/** The rows of one base of the law, in the period. */
function lignesAssiette(
  { donnees, assiettes }: Compte,
  assiette: NomAssiette,
  { debut, fin }: Intervalle,
  dedans: (i: number) => boolean,
): Uint32Array {
  const jour = jourCompte(donnees, assiette)
  const place = assiettes[assiette]
  return filtrer(donnees.nombre, (i) => place[i] === VRAI && jour(i) >= debut && jour(i) <= fin && dedans(i))
}

/** Rows put before a commission in the period: on its day, else on that of the lease, whatever was decided. */
function lignesPresentees(donnees: Donnees, { debut, fin }: Intervalle, dedans: (i: number) => boolean): Uint32Array {
  const jour = jourCompte(donnees, 'decisions')
  const { etats } = donnees.simple('decision')
  return filtrer(
    donnees.nombre,
    (i) => jour(i) >= debut && jour(i) <= fin && (etats[i] === CONNU || etats[i] === VIDE) && dedans(i),
  )
}

/** The number of candidates put before a commission for a dwelling. */
export const CANDIDATS = 'candidats'

/** One row a dwelling and day of commission: its first row gives its place and its landlord. */
function lotsPresentes({ donnees, lignes }: Part, contexte: ContexteObservation): Part {
  const reference = donnees.simple('reference_logement')
  const bailleur = donnees.simple('bailleur')
  const jour = jourCompte(donnees, 'decisions')
  const rangs = new Map<string, number>()
  const premieres: number[] = []
  const candidats: number[] = []
  for (const i of lignes) {
    if (reference.etats[i] !== CONNU) continue
    const proprietaire = bailleur.etats[i] === CONNU ? String(bailleur.valeurs[i] ?? 0) : ''
    const cle = `${String(reference.valeurs[i] ?? 0)} ${proprietaire} ${String(jour(i))}`
    const rang = rangs.get(cle) ?? premieres.push(i) - 1
    rangs.set(cle, rang)
    candidats[rang] = (candidats[rang] ?? 0) + 1
  }
  const colonne = (code: string): Colonne => {
    const valeurs = (lues: Float64Array) => Float64Array.from(premieres, (i) => lues[i] ?? 0)
    if (code === CANDIDATS) {
      const etats = new Uint8Array(premieres.length)
      return { genre: 'simple', etats, valeurs: Float64Array.from(candidats), dictionnaire: [] }
    }
    const simple = donnees.simple(code)
    const etats = Uint8Array.from(premieres, (i) => simple.etats[i] ?? VIDE)
    return { ...simple, etats, valeurs: valeurs(simple.valeurs) }
  }
  const table = { nombre: premieres.length, colonne }
  return { donnees: creerDonnees(table, contexte, []), lignes: Uint32Array.from(premieres.keys()) }
}

/**
 * What a table of allocations lets one count in a period: decisions and leases as the law counts them and, when the table
 * also holds what was not allocated, all that was put before a commission, with the dwellings.
 */
export function peuplerAttributions(
  attributions: Attributions,
  periode: string,
  contexte: ContexteObservation,
): readonly Univers[] {
  const intervalle = intervalleDesFlux(periode)
  const annee = dateCivile(intervalle.fin).annee
  const { territoire, seuils, borne } = contexte
  const compte = preparerCompte(attributions, {
    annee,
    seuils,
    borne,
    ...(territoire === undefined ? {} : { territoire }),
  })
  const { donnees } = compte
  const sort = sortDe(donnees, territoire)
  const dedans = (i: number): boolean => sort(i) === 'comptee'
  const part = (lignes: Uint32Array): Part => ({ donnees, lignes, compte })
  const decisions = part(lignesAssiette(compte, 'decisions', intervalle, dedans))
  const baux = part(lignesAssiette(compte, 'baux', intervalle, dedans))
  const presentes = part(lignesPresentees(donnees, intervalle, dedans))
  const univers: Univers[] = [
    { nom: 'decisions', parts: [decisions] },
    { nom: 'baux', parts: [baux] },
  ]
  // A table of allocations alone says nothing of what was refused: counting its rows as « put before » would be false.
  if (presentes.lignes.length <= decisions.lignes.length) return univers
  univers.push({ nom: 'presentes', parts: [presentes] })
  const lots = lotsPresentes(presentes, contexte)
  // Without a reference of dwelling nobody knows how many there were: « 0 » would be read as an answer.
  if (lots.lignes.length > 0) univers.push({ nom: 'lots', parts: [lots] })
  return univers
}
