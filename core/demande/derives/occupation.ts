import { MARGE_SOUS_OCCUPATION, MARGE_SOUS_OCCUPATION_1996, surfaceMinimale } from '../../baremes/index.ts'
import { VIDE } from '../../lecture/colonne.ts'
import type { Parametre } from '../../socle/parametre.ts'
import { entreeAu } from '../../socle/parametre.ts'
import { isoJour } from '../../socle/jour.ts'
import type { ChampDerive, Donnees } from './derive.ts'
import { derivee, inconnusParmi, inutilisablesParmi, lecture } from './derive.ts'

/** Persons in the current dwelling; when the cell is empty, the persons to house. NaN for nobody. */
function occupants(donnees: Donnees): (i: number) => number {
  const declares = donnees.simple('occupants_actuels')
  const lus = lecture(declares)
  const aLoger = lecture(donnees.simple('nb_personnes'))
  return (i) => {
    const personnes = declares.etats[i] === VIDE ? aLoger(i) : lus(i)
    return personnes > 0 ? personnes : NaN
  }
}

function manqueOccupation(besoin: string): ChampDerive['manque'] {
  return (donnees, i) => [
    ...inconnusParmi([besoin], donnees, i),
    ...inutilisablesParmi(['occupants_actuels'], donnees, i),
    ...(lecture(donnees.simple('occupants_actuels'))(i) === 0 ? ['occupants_actuels'] : []),
  ]
}

/** Whether the dwelling is smaller than the least living area for its occupants. Source: CCH art. R. 822-25. */
export const surOccupation: ChampDerive = {
  code: 'sur_occupation',
  libelle: 'Logement actuel sur-occupé',
  type: 'booleen',
  unite: '',
  besoins: ['surface_actuelle', 'nb_personnes'],
  baseLegale: 'R. 822-25 CCH',
  calculer: (donnees) => {
    const surface = lecture(donnees.simple('surface_actuelle'))
    const personnes = occupants(donnees)
    const reponses = new Float64Array(donnees.nombre)
    for (let i = 0; i < reponses.length; i++) {
      const habitants = personnes(i)
      // Nobody: a table is not read at NaN, which takes it off the fast path.
      const minimum = Number.isNaN(habitants) ? NaN : (surfaceMinimale(habitants) ?? NaN)
      const ecart = surface(i) - minimum
      reponses[i] = Number.isNaN(ecart) ? NaN : Number(ecart < 0)
    }
    return derivee(reponses)
  },
  manque: manqueOccupation('surface_actuelle'),
}

function sousOccupationSelon(
  code: string,
  libelle: string,
  baseLegale: string,
  marge: Parametre<{ readonly pieces: number }>,
): ChampDerive {
  return {
    code,
    libelle,
    type: 'booleen',
    unite: '',
    besoins: ['pieces_actuelles', 'nb_personnes'],
    baseLegale,
    calculer: (donnees) => {
      const pieces = lecture(donnees.simple('pieces_actuelles'))
      const personnes = occupants(donnees)
      const auDela = entreeAu(marge, isoJour(donnees.contexte.jour))?.valeur.pieces ?? NaN
      const reponses = new Float64Array(donnees.nombre)
      for (let i = 0; i < reponses.length; i++) {
        const ecart = pieces(i) - (personnes(i) + auDela)
        reponses[i] = Number.isNaN(ecart) ? NaN : Number(ecart > 0)
      }
      return derivee(reponses)
    },
    manque: manqueOccupation('pieces_actuelles'),
  }
}

/** More habitable rooms than occupants + 1. Source: CCH art. L. 621-2. */
export const sousOccupation = sousOccupationSelon(
  'sous_occupation',
  'Logement actuel sous-occupé',
  'L. 621-2 CCH',
  MARGE_SOUS_OCCUPATION,
)

/** More habitable rooms than occupants + 2. Source: circular of 18 April 1996 (à vérifier). */
export const sousOccupation1996 = sousOccupationSelon(
  'sous_occupation_1996',
  'Logement actuel sous-occupé (circulaire de 1996)',
  'circulaire du 18 avril 1996 (à vérifier)',
  MARGE_SOUS_OCCUPATION_1996,
)
