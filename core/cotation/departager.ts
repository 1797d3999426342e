import type { Donnees } from '../demande/derives/derive.ts'
import type { ColonneSimple } from '../lecture/colonne.ts'
import { comparerCodes } from '../socle/texte.ts'
import type { Cle } from './cle.ts'
import { cleDe, reunirCles } from './cle.ts'
import { FAUX, INCONNU, VRAI } from './condition.ts'
import type { Evaluateur } from './condition.ts'
import { champNommable } from './grille/champs-nommables.ts'
import type { Departage } from './grille/grille.ts'

/** Values of lists and texts are put in order of their codes. */
function valeursOrdonnees(champ: string, { valeurs, dictionnaire }: ColonneSimple): Float64Array {
  const type = champNommable(champ)?.type
  if (type !== 'liste' && type !== 'texte') return valeurs
  const ordre = dictionnaire
    .map((_, i) => i)
    .sort((a, b) => comparerCodes(dictionnaire[a] ?? '', dictionnaire[b] ?? ''))
  const places = new Float64Array(ordre.length)
  ordre.forEach((entree, place) => {
    places[entree] = place
  })
  return valeurs.map((valeur) => places[valeur] ?? 0)
}

const PLACE_DES_REPONSES: readonly number[] = (() => {
  const places = [0, 0, 0]
  places[VRAI] = 0
  places[FAUX] = 1
  places[INCONNU] = 2
  return places
})()

/** The value first, then the others, then the unknown. */
function clePremier(reponses: Uint8Array): Cle {
  const valeurs = new Uint32Array(reponses.length)
  for (let i = 0; i < valeurs.length; i++) valeurs[i] = PLACE_DES_REPONSES[reponses[i] ?? INCONNU] ?? 0
  return { valeurs, etendue: PLACE_DES_REPONSES.length }
}

function cleDepartage(departage: Departage, donnees: Donnees, evaluateur: Evaluateur): Cle {
  const { champ } = departage
  if ('premier' in departage) return clePremier(evaluateur.evaluer({ champ, est: departage.premier }))
  const colonne = donnees.simple(champ)
  return cleDe(valeursOrdonnees(champ, colonne), departage.ordre === 'decroissant' ? -1 : 1, colonne.etats)
}

/** Tie-break keys, computed once for a grid: a change of points does not change them. */
export function clesDepartage(
  departages: readonly Departage[],
  donnees: Donnees,
  evaluateur: Evaluateur,
): readonly Cle[] {
  return reunirCles(departages.map((departage) => cleDepartage(departage, donnees, evaluateur)))
}
