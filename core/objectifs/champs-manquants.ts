import { INCONNU } from '../cotation/condition.ts'
import type { Condition } from '../cotation/grille/grille.ts'
import { inutilisablesParmi } from '../demande/derives/derive.ts'
import type { Donnees } from '../demande/derives/derive.ts'
import { CONNU } from '../lecture/colonne.ts'
import { DENOMINATEUR_INCONNU } from './appartenance.ts'
import type { NomAssiette } from './assiettes.ts'
import type { Compte } from './compte.ts'
import { DERIVES_ATTRIBUTION } from './derives.ts'
import type { Indicateur } from './indicateurs.ts'

function uniques(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)]
}

function champManquant(code: string, donnees: Donnees, i: number): readonly string[] {
  const derive = DERIVES_ATTRIBUTION.find((champ) => champ.code === code)
  if (derive !== undefined) return derive.manque(donnees, i)
  return donnees.colonne(code).etats[i] === CONNU ? [] : [code]
}

/** Which base fields to fill at a row; none when nothing is missing. */
export type Manque = (i: number) => readonly string[]

function manqueDeTous(manques: readonly Manque[]): Manque {
  return (i) => uniques(manques.flatMap((manque) => manque(i)))
}

function manqueFeuille(condition: Condition, compte: Compte): Manque {
  if ('tous' in condition) return manqueDeTous(condition.tous.map((c) => manqueCondition(c, compte)))
  if ('un_de' in condition) return manqueDeTous(condition.un_de.map((c) => manqueCondition(c, compte)))
  if ('non' in condition) return manqueCondition(condition.non, compte)
  return 'connu' in condition ? () => [] : (i) => champManquant(condition.champ, compte.donnees, i)
}

/** The base fields to fill so that a condition gets an answer where it is unknown. */
export function manqueCondition(condition: Condition, compte: Compte): Manque {
  const reponses = compte.evaluateur.evaluer(condition)
  const manque = manqueFeuille(condition, compte)
  return (i) => (reponses[i] === INCONNU ? manque(i) : [])
}

function manqueAssiette(assiette: NomAssiette, { assiettes, donnees }: Compte): Manque {
  const base = assiettes[assiette]
  return (i) => {
    if (base[i] !== INCONNU) return []
    const illisibles = inutilisablesParmi(['date_bail', 'decision'], donnees, i)
    if (assiette === 'baux') return illisibles
    const commission = donnees.simple('date_decision').etats[i] === CONNU ? [] : ['date_decision']
    return [...illisibles, ...commission]
  }
}

/**
 * The base fields that keep a row from being placed in a rate, of its denominator first: whoever is not known to be in it
 * needs no answer on the numerator yet.
 */
export function manqueIndicateur(indicateur: Indicateur, compte: Compte): Manque {
  const { places } = compte.placement(indicateur)
  const numerateur = manqueCondition(indicateur.numerateur, compte)
  const filtre = indicateur.denominateur === undefined ? [] : [manqueCondition(indicateur.denominateur, compte)]
  const denominateur = manqueDeTous([manqueAssiette(indicateur.assiette, compte), ...filtre])
  return (i) => (places[i] === DENOMINATEUR_INCONNU ? denominateur(i) : numerateur(i))
}
