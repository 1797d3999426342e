import { dateCivile, type Jour } from '../socle/jour.ts'
import type { Cellule } from '../socle/table.ts'
import type { FormatExemple } from './colonnes.ts'
import { creerHasard } from './hasard.ts'
import { BAILLEURS_EXEMPLE, TENSION, type BailleurExemple } from './parts-attributions.ts'

/** A column of the sheet of the landlords' stock. */
export interface ColonneParc {
  readonly entete: string
  readonly format: FormatExemple
}

export const COLONNES_PARC: readonly ColonneParc[] = [
  { entete: 'Organisme', format: 'texte' },
  { entete: 'Dép', format: 'texte' },
  { entete: 'Exercice', format: 'nombre' },
  { entete: 'Parc', format: 'nombre' },
  { entete: 'Taux de rotation', format: 'nombre' },
  { entete: 'Libérations', format: 'nombre' },
  { entete: 'Exclus mutations', format: 'nombre' },
  { entete: 'Exclus relogements', format: 'nombre' },
  { entete: 'Identifiés', format: 'nombre' },
  { entete: 'Mises en service', format: 'nombre' },
  { entete: 'Neuf compté', format: 'texte' },
  { entete: 'Part collectivités', format: 'nombre' },
  { entete: 'Part Action Logement', format: 'nombre' },
  { entete: 'Part État', format: 'nombre' },
  { entete: 'Part agents de l’État', format: 'nombre' },
  { entete: 'Autres réservataires', format: 'nombre' },
]

const GRAINE = 104_729
/** Growth of a stock in a year. */
const CROISSANCE = 0.008
const ANNEES = 3

/** Dwellings released in a year over those that it takes to make the allocations of the example. */
function parcInitial({ poids, rotation }: BailleurExemple, nombreDemandes: number): number {
  const total = BAILLEURS_EXEMPLE.reduce((somme, bailleur) => somme + bailleur.poids, 0)
  return Math.max(20, Math.round((nombreDemandes * TENSION.part * poids) / total / rotation))
}

/**
 * The stock and the agreements of the landlords of the example: the two years before that of the export, with the dwellings that were
 * released, then its own, with an expected turnover. One landlord gives the State more than its ceiling; another does not say whether
 * first lettings count.
 */
export function lignesParc({
  graine,
  jour,
  nombre,
}: {
  readonly graine: number
  readonly jour: Jour
  readonly nombre: number
}): readonly (readonly Cellule[])[] {
  const hasard = creerHasard((graine + GRAINE) % 4_294_967_296)
  const derniere = dateCivile(jour).annee
  return BAILLEURS_EXEMPLE.flatMap((bailleur, rang) => {
    const initial = parcInitial(bailleur, nombre)
    return Array.from({ length: ANNEES }, (_, i): readonly Cellule[] => {
      const annee = derniere - ANNEES + 1 + i
      const parc = Math.round(initial * (1 + CROISSANCE * i))
      const liberes = Math.round(parc * bailleur.rotation * hasard.reel(0.93, 1.07))
      const prevue = annee === derniere
      const part = (minimum: number, maximum: number): number => Math.round(liberes * hasard.reel(minimum, maximum))
      return [
        bailleur.nom,
        '59',
        annee,
        parc,
        prevue ? bailleur.rotation : null,
        prevue ? null : liberes,
        part(0.1, 0.16),
        part(0.01, 0.03),
        part(0, 0.02),
        part(0.05, 0.12),
        rang === 4 ? null : rang % 2 === 0 ? 'Oui' : 'Non',
        ...bailleur.conventions,
      ]
    })
  })
}
