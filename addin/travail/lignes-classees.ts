import type { Cotation, Demandes, Territoires, ValeurEcrite } from '../../core/index.ts'
import { colonneChamp, enPoints, formatNombre, jourFrancais } from '../../core/index.ts'
import type { LigneClassee } from './contrat.ts'

/** Points in French: « 12,5 ». @example direCentiemes(1250) //=> '12,5' */
export function direCentiemes(centiemes: number): string {
  return formatNombre(enPoints(centiemes))
}

function borne(centiemes: number | undefined): string | undefined {
  return centiemes === undefined || !Number.isFinite(centiemes) ? undefined : direCentiemes(centiemes)
}

/** « de 40 à 60 »; « 40 ou plus » when nothing limits the score; empty when it is complete or cannot move. */
export function direBornes({ minimums, maximums, complets }: Cotation, i: number): string {
  if (complets[i] === 1 || minimums[i] === maximums[i]) return ''
  const [bas, haut] = [borne(minimums[i]), borne(maximums[i])]
  if (bas === undefined) return haut === undefined ? 'sans limite' : `${haut} ou moins`
  return haut === undefined ? `${bas} ou plus` : `de ${bas} à ${haut}`
}

export function direEcrite(valeur: ValeurEcrite): string {
  if (valeur === null) return '—'
  if (typeof valeur === 'number') return formatNombre(valeur)
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  return typeof valeur === 'string' ? valeur : jourFrancais(valeur.jour)
}

const CHAMPS = {
  personnes: 'nb_personnes',
  quartile: 'quartile',
  typologies: 'typologies_souhaitees',
  communes: 'communes_souhaitees',
  publics: 'publics_prioritaires',
  nature: 'nature',
  depot: 'date_depot',
} as const

/** Writes the rows of a ranking. */
export type Ecrivain = (i: number, place: number, incertaine: boolean) => LigneClassee

export function ecrivain(cotation: Cotation, { numeros }: Demandes, lieux: Territoires): Ecrivain {
  const colonne = (code: string): ((i: number) => string) => {
    const { valeur } = colonneChamp(code, cotation.donnees, lieux)
    return (i) => direEcrite(valeur(i))
  }
  const lire = {
    personnes: colonne(CHAMPS.personnes),
    quartile: colonne(CHAMPS.quartile),
    typologies: colonne(CHAMPS.typologies),
    communes: colonne(CHAMPS.communes),
    publics: colonne(CHAMPS.publics),
    nature: colonne(CHAMPS.nature),
    depot: colonne(CHAMPS.depot),
  }
  return (i, place, incertaine) => ({
    place,
    rang: formatNombre(cotation.classement.rang[i] ?? 0),
    numero: numeros[i] ?? '',
    note: direCentiemes(cotation.totaux[i] ?? 0),
    bornes: direBornes(cotation, i),
    incertaine,
    complete: cotation.complets[i] === 1,
    personnes: lire.personnes(i),
    quartile: lire.quartile(i),
    typologies: lire.typologies(i),
    communes: lire.communes(i),
    publics: lire.publics(i),
    nature: lire.nature(i),
    depot: lire.depot(i),
  })
}
