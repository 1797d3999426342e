import type { TemplateResult } from 'lit'
import { cleTexte } from '../../core/index.ts'
import { rechercheChoix } from '../../ui/recherche-choix.ts'
import type { EpciPropose } from '../travail/contrat.ts'

/** Territories proposed at once. */
const PROPOSES = 12

export interface ChoixEpci {
  readonly id: string
  readonly libelle: string
  readonly aide?: string
  readonly epcis: readonly EpciPropose[]
  /** SIREN of the one chosen; empty when none is. */
  readonly epci: string
  readonly surChoix: (epci: string) => void
}

/** An EPCI, searched by its name or its SIREN. */
export function choixEpci({ id, libelle, aide, epcis, epci, surChoix }: ChoixEpci): TemplateResult {
  return rechercheChoix({
    id,
    libelle,
    ...(aide === undefined ? {} : { aide }),
    exemple: 'Nom de l’EPCI',
    choisi: epcis.find(({ valeur }) => valeur === epci)?.libelle ?? '',
    valeur: epci,
    chercher: (texte) => {
      const cle = cleTexte(texte)
      const trouves = epcis.filter((e) => e.valeur === texte.trim() || cleTexte(e.libelle).includes(cle))
      return {
        options: trouves.slice(0, PROPOSES).map((e) => ({ ...e, detail: e.valeur })),
        autres: Math.max(0, trouves.length - PROPOSES),
      }
    },
    surChoix,
  })
}
