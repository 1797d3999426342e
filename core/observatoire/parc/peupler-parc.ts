import type { ContexteObservation } from '../calcul/peupler.ts'
import { sortDe } from '../calcul/peupler.ts'
import type { Univers } from '../calcul/univers.ts'
import { creerDonnees } from '../../demande/donnees.ts'
import type { Donnees } from '../../demande/derives/derive.ts'
import { CONNU } from '../../lecture/colonne.ts'
import { cleNom } from '../../objectifs/noms.ts'
import { dateCivile } from '../../socle/jour.ts'
import { intervalleDe } from '../jeu/periode.ts'
import type { Parc } from './lire-parc.ts'

/** What tells rows apart: the same landlord in the same place is written again for each of its agreements. */
function cleDe(donnees: Donnees, i: number): string {
  return ['bailleur', 'departement', 'epci', 'commune', 'code_qpv']
    .map((code) => {
      const { etats, valeurs, dictionnaire } = donnees.simple(code)
      return etats[i] === CONNU ? cleNom(dictionnaire[valeurs[i] ?? 0] ?? '') : ''
    })
    .join('|')
}

/** The stock of the period's year (rows without a year are of every year): each landlord and place once. */
export function peuplerParc(parc: Parc, periode: string, contexte: ContexteObservation): readonly Univers[] {
  const annee = dateCivile(intervalleDe(periode)?.fin ?? contexte.jour).annee
  const donnees = creerDonnees(parc, contexte, [])
  const sort = sortDe(donnees, contexte.territoire)
  const [annees, nombres] = [donnees.simple('annee'), donnees.simple('parc')]
  const vues = new Set<string>()
  const lignes: number[] = []
  for (let i = 0; i < parc.nombre; i++) {
    const deLAnnee = annees.etats[i] !== CONNU || annees.valeurs[i] === annee
    if (!deLAnnee || nombres.etats[i] !== CONNU || sort(i) !== 'comptee') continue
    const cle = cleDe(donnees, i)
    if (vues.has(cle)) continue
    vues.add(cle)
    lignes.push(i)
  }
  return lignes.length === 0 ? [] : [{ nom: 'parc', parts: [{ donnees, lignes: Uint32Array.from(lignes) }] }]
}
