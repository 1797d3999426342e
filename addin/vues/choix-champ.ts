import type { TemplateResult } from 'lit'
import { choix } from '../../ui/champ.ts'
import type { ColonneVue } from '../travail/contrat.ts'
import { designer } from './actions-donnees.ts'
import type { Volet } from './volet.ts'

const AUCUN = ''

/** The field of one column, chosen among all. */
export function choixChamp(volet: Volet, { rang, champ, entete }: ColonneVue): TemplateResult {
  const { champs } = volet.etat
  return choix({
    id: `champ-${String(rang)}`,
    libelle: `Champ donné par «\u202f${entete}\u202f»`,
    options: [
      { valeur: AUCUN, libelle: 'Aucun\u202f: ne pas utiliser cette colonne' },
      ...champs.map(({ code, libelle, obligatoire }) => ({
        valeur: code,
        libelle: obligatoire ? `${libelle} (obligatoire)` : libelle,
      })),
    ],
    valeur: champ ?? AUCUN,
    surChoix: (code) => void designer(volet, rang, code === AUCUN ? null : code),
  })
}
