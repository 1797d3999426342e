import type { Cotation, Cotations, Territoires } from '../../core/index.ts'
import { CONNU, enteteCotations, isoJour, manqueDe } from '../../core/index.ts'
import type { CotationVue } from './contrat.ts'
import { libelleChamp } from './decrire-table.ts'
import { facettes } from './facettes.ts'

/** Beyond, what is missing is estimated on the first incomplete demandes: it is only a hint. */
const INCOMPLETES_EXAMINEES = 5_000
const MANQUES_MONTRES = 3

function incompletes({ classement: { indices }, complets }: Cotation): readonly number[] {
  return [...indices.filter((i) => complets[i] === 0)]
}

function manques(cotation: Cotation, concernees: readonly number[]): CotationVue['manques'] {
  const comptes = new Map<string, number>()
  for (const i of concernees.slice(0, INCOMPLETES_EXAMINEES))
    for (const champ of manqueDe(cotation, i)) comptes.set(champ, (comptes.get(champ) ?? 0) + 1)
  return [...comptes]
    .map(([champ, demandes]) => ({ libelle: libelleChamp(champ), demandes }))
    .sort((a, b) => b.demandes - a.demandes)
    .slice(0, MANQUES_MONTRES)
}

function ecarts({ demandes }: Cotations, cotation: Cotation): CotationVue['ecarts'] {
  if (!demandes.appariement.colonnes.has('note_officielle')) return undefined
  const { etats, valeurs } = cotation.donnees.simple('note_officielle')
  const comparees = [...cotation.classement.indices].filter((i) => etats[i] === CONNU)
  const differentes = comparees.filter((i) => Math.round((valeurs[i] ?? 0) * 100) !== cotation.totaux[i])
  return { comparees: comparees.length, differentes: differentes.length }
}

export function decrireCotation(cotations: Cotations, cotation: Cotation, lieux: Territoires): CotationVue {
  const { grilleLue, classement, donnees } = cotation
  const concernees = incompletes(cotation)
  return {
    grille: grilleLue.grille.nom,
    empreinte: grilleLue.empreinte,
    jour: isoJour(donnees.contexte.jour),
    classees: classement.indices.length,
    incompletes: concernees.length,
    manques: manques(cotation, concernees),
    facettes: facettes(cotation, lieux),
    anomalies: enteteCotations(cotations).anomalies.length,
    ecarts: ecarts(cotations, cotation),
  }
}
