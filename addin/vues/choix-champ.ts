import type { TemplateResult } from 'lit'
import { choix } from '../../ui/champ.ts'
import type { ColonneVue } from '../travail/contrat.ts'
import type { TableEditee } from './table-editee.ts'

const AUCUN = ''

/** The field of one column, chosen among all. */
export function choixChamp(
  { champs, prefixe, designer }: TableEditee,
  { rang, champ, entete }: ColonneVue,
): TemplateResult {
  return choix({
    id: `${prefixe}champ-${String(rang)}`,
    libelle: `Champ donné par «\u202f${entete}\u202f»`,
    options: [
      { valeur: AUCUN, libelle: 'Aucun\u202f: ne pas utiliser cette colonne' },
      ...champs.map(({ code, libelle, obligatoire }) => ({
        valeur: code,
        libelle: obligatoire ? `${libelle} (obligatoire)` : libelle,
      })),
    ],
    valeur: champ ?? AUCUN,
    surChoix: (code) => {
      designer(rang, code === AUCUN ? null : code)
    },
  })
}
