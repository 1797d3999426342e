import { nothing, type TemplateResult } from 'lit'
import { formatCompte } from '../../core/index.ts'
import { changerTerritoire } from './actions-donnees.ts'
import { choixEpci } from './choix-epci.ts'
import { panneau } from './elements.ts'
import { communesPerdues } from './territoire.ts'
import type { Volet } from './volet.ts'

/** Asked only when communes given by their name wait for it. */
export function vueTerritoire(volet: Volet): TemplateResult | typeof nothing {
  const { territoire, territoireLu, epcis, enCours } = volet.etat
  const perdues = communesPerdues(volet.etat)
  if (territoire === '' && (territoireLu !== '' || perdues === 0 || enCours !== undefined)) return nothing
  return panneau(
    'Votre territoire',
    choixEpci({
      id: 'territoire',
      libelle: 'EPCI',
      aide: 'Les communes écrites par leur nom y sont cherchées.',
      epcis,
      epci: territoire,
      surChoix: (epci) => void changerTerritoire(volet, epci),
    }),
    territoire === ''
      ? `${formatCompte(perdues, 'cellule donne une commune par son nom', 'cellules donnent une commune par son nom')}\u202f: dites dans quel EPCI la chercher. Rien n’est à corriger dans le fichier.`
      : undefined,
  )
}
