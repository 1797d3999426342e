import { colonneVide, CONNU } from '../../core/lecture/colonne.ts'
import type { Colonne } from '../../core/lecture/colonne.ts'
import type { Attributions } from '../../core/objectifs/attributions.ts'
import { CHAMPS_ATTRIBUTION } from '../../core/objectifs/champs.ts'
import { aleatoire } from '../../core/socle/aleatoire.ts'
import { jour } from './attributions-de-test.ts'

/** Allocations as a reading gives them, drawn at random: half of the quartiles given, half computed. */
export function grandeTable(nombre: number): Attributions {
  const hasard = aleatoire(7)
  const entier = (n: number): number => Math.floor(hasard() * n)
  const simple = (dictionnaire: readonly string[], tirage: () => number, connus = 1): Colonne => {
    const etats = Uint8Array.from({ length: nombre }, () => (hasard() < connus ? CONNU : 1))
    return { genre: 'simple', etats, valeurs: Float64Array.from({ length: nombre }, tirage), dictionnaire }
  }
  const textes = (dictionnaire: readonly string[], connus = 0.97): Colonne =>
    simple(dictionnaire, () => entier(dictionnaire.length), connus)
  const numeros = (prefixe: string, n: number): string[] =>
    Array.from({ length: n }, (_, i) => `${prefixe}${String(i)}`)
  const colonnes: Record<string, Colonne> = {
    date_decision: simple([], () => jour('2024-10-01') + entier(500)),
    date_bail: simple([], () => jour('2024-10-01') + entier(500), 0.8),
    decision: textes(['attribution', 'attribution_rang', 'sous_condition', 'non_attribution'], 1),
    bailleur: textes(numeros('Bailleur ', 60)),
    reservataire: textes(['COLTER', 'COLACT', 'PPRIOR', 'PFONCT', 'AUTRES', 'AUCUN']),
    reservataire_nom: textes(numeros('Commune ', 200), 0.4),
    epci: textes(['200093201', '200023414', '200040715', '243500139', '200071751']),
    qpv: simple([], () => entier(2), 0.98),
    ex_qpv: simple([], () => 0),
    quartile: simple([], () => 1 + entier(4), 0.5),
    ressources_mensuelles: simple([], () => entier(4000), 0.95),
    nb_personnes: simple([], () => 3 + entier(3)),
    nb_moins_14: simple([], () => entier(3)),
    relogement: textes(['aucun', 'anru', 'orcod', 'insalubrite', 'vente'], 1),
    dalo: simple([], () => entier(2), 0.9),
    nature: textes(['nouvelle', 'mutation']),
  }
  return {
    nombre,
    lignesLues: nombre,
    lignes: Uint32Array.from({ length: nombre }, (_, i) => i + 2),
    fichiers: ['attributions.xlsx'],
    origines: new Uint16Array(nombre),
    champsPresents: new Set(Object.keys(colonnes)),
    colonne: (code) => {
      const champ = CHAMPS_ATTRIBUTION.find((c) => c.code === code)
      if (champ === undefined) throw new Error(code)
      return colonnes[code] ?? colonneVide(champ, nombre)
    },
    anomalies: [],
    videNon: [],
    defauts: [],
  }
}
