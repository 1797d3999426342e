import { CONNU } from '../../lecture/colonne.ts'
import type { ChampDerive, Donnees } from './derive.ts'
import { derivee, inconnusParmi, lecture } from './derive.ts'

const SITUATIONS_SEULES = ['C', 'D', 'S', 'V']

/** Alone (single, divorced, separated, widowed) with at least one dependent minor. */
export const parentIsole: ChampDerive = {
  code: 'parent_isole',
  libelle: 'Parent isolé',
  type: 'booleen',
  unite: '',
  besoins: ['situation_familiale', 'nb_mineurs'],
  calculer: (donnees) => {
    const colonne = donnees.simple('situation_familiale')
    const situation = lecture(colonne)
    const seules = new Set(SITUATIONS_SEULES.map((code) => colonne.dictionnaire.indexOf(code)))
    const mineurs = lecture(donnees.simple('nb_mineurs'))
    const isoles = new Float64Array(donnees.nombre)
    for (let i = 0; i < isoles.length; i++) {
      const inconnu = Number.isNaN(situation(i)) || Number.isNaN(mineurs(i))
      isoles[i] = inconnu ? NaN : Number(mineurs(i) > 0 && seules.has(situation(i)))
    }
    return derivee(isoles)
  },
  manque: (donnees, i) => inconnusParmi(['situation_familiale', 'nb_mineurs'], donnees, i),
}

/** DALO, or any public of L. 441-1; unknown only when nothing is said of either. Source: CCH art. L. 441-1. */
export const prioritaire: ChampDerive = {
  code: 'prioritaire',
  libelle: 'Public prioritaire (DALO ou L. 441-1)',
  type: 'booleen',
  unite: '',
  besoins: ['dalo', 'publics_prioritaires'],
  baseLegale: 'L. 441-1 CCH',
  calculer: (donnees) => {
    const dalo = lecture(donnees.simple('dalo'))
    const { etats, debuts } = donnees.multiple('publics_prioritaires')
    const prioritaires = new Float64Array(donnees.nombre)
    for (let i = 0; i < prioritaires.length; i++) {
      const connus = etats[i] === CONNU
      if (dalo(i) === 1 || (connus && (debuts[i + 1] ?? 0) > (debuts[i] ?? 0))) prioritaires[i] = 1
      else prioritaires[i] = Number.isNaN(dalo(i)) && !connus ? NaN : 0
    }
    return derivee(prioritaires)
  },
  manque: (donnees, i) => inconnusParmi(['dalo', 'publics_prioritaires'], donnees, i),
}

/** How many reasons the application gives. */
export const nbMotifs: ChampDerive = {
  code: 'nb_motifs',
  libelle: 'Nombre de motifs',
  type: 'entier',
  unite: 'motifs',
  besoins: ['motifs'],
  calculer: (donnees) => {
    const { etats, debuts } = donnees.multiple('motifs')
    const nombres = new Float64Array(donnees.nombre)
    for (let i = 0; i < nombres.length; i++) {
      nombres[i] = etats[i] === CONNU ? (debuts[i + 1] ?? 0) - (debuts[i] ?? 0) : NaN
    }
    return derivee(nombres)
  },
  manque: () => ['motifs'],
}

function contient(elements: Uint16Array, debut: number, fin: number, cherche: number): boolean {
  for (let k = debut; k < fin; k++) if (elements[k] === cherche) return true
  return false
}

/** 1 where the commune of a field is among those sought, 0 where it is not, NaN where nobody can say. */
function parmiSouhaitees(donnees: Donnees, code: string): Float64Array {
  const commune = donnees.simple(code)
  const { etats, debuts, elements, dictionnaire } = donnees.multiple('communes_souhaitees')
  const rangs = commune.dictionnaire.map((insee) => dictionnaire.indexOf(insee))
  const reponses = new Float64Array(donnees.nombre)
  for (let i = 0; i < reponses.length; i++) {
    const connues = commune.etats[i] === CONNU && etats[i] === CONNU
    const cherchee = rangs[commune.valeurs[i] ?? 0] ?? -1
    reponses[i] = connues ? Number(contient(elements, debuts[i] ?? 0, debuts[i + 1] ?? 0, cherchee)) : NaN
  }
  return reponses
}

function communeSouhaitee(code: string, libelle: string, commune: string): ChampDerive {
  return {
    code,
    libelle,
    type: 'booleen',
    unite: '',
    besoins: [commune, 'communes_souhaitees'],
    calculer: (donnees) => derivee(parmiSouhaitees(donnees, commune)),
    manque: (donnees, i) => inconnusParmi([commune, 'communes_souhaitees'], donnees, i),
  }
}

export const habiteCommuneSouhaitee = communeSouhaitee(
  'habite_commune_souhaitee',
  'Habite une commune souhaitée',
  'commune_residence',
)

export const travailleCommuneSouhaitee = communeSouhaitee(
  'travaille_commune_souhaitee',
  'Travaille dans une commune souhaitée',
  'commune_travail',
)
