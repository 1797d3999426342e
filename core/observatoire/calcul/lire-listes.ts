import { LISTES, type NomListe } from '../../listes/listes.ts'
import { CONNU } from '../../lecture/colonne.ts'
import { cleTexte } from '../../socle/texte.ts'
import type { Lire } from './mesurage.ts'

/** Answers of a breakdown, each made of one code of a list or several. */
export type Reponses = readonly (readonly [nom: string, ...codes: string[]])[]

/** Every value of a closed list, under its label. */
export function reponsesDe(liste: NomListe): Reponses {
  return LISTES[liste].map(({ code, libelle }) => [libelle, code] as const)
}

/** The label of a code. */
export function libelleDe(liste: NomListe, code: string): string {
  return LISTES[liste].find((valeur) => valeur.code === code)?.libelle ?? code
}

export function nomsDe(reponses: Reponses): readonly string[] {
  return reponses.map(([nom]) => nom)
}

function rangs(dictionnaire: readonly string[], reponses: Reponses): Int32Array {
  return Int32Array.from(dictionnaire, (code) => reponses.findIndex(([, ...codes]) => codes.includes(code)))
}

/** The number of the answer of a list field; −1 for a code that is in none. */
export function reponse(champ: string, reponses: Reponses): Lire {
  return ({ donnees }) => {
    const { etats, valeurs, dictionnaire } = donnees.simple(champ)
    const parEntree = rangs(dictionnaire, reponses)
    return (i) => (etats[i] === CONNU ? (parEntree[valeurs[i] ?? 0] ?? -1) : NaN)
  }
}

/** The number of the answer that a field of several values names first; NaN when it names none. */
export function premiereReponse(champ: string, reponses: Reponses): Lire {
  return ({ donnees }) => {
    const { etats, debuts, elements, dictionnaire } = donnees.multiple(champ)
    const parEntree = rangs(dictionnaire, reponses)
    return (i) => {
      const debut = debuts[i] ?? 0
      return etats[i] !== CONNU || debut === debuts[i + 1] ? NaN : (parEntree[elements[debut] ?? 0] ?? -1)
    }
  }
}

/**
 * The number of the first answer whose words a free text holds; the last answer takes what holds none. Free texts may say
 * anything of a household: they are counted by answer, and never copied.
 */
export function motsDe(champ: string, motifs: readonly (readonly [nom: string, mots: RegExp])[]): Lire {
  return ({ donnees }) => {
    const { etats, valeurs, dictionnaire } = donnees.simple(champ)
    const parEntree = Int32Array.from(dictionnaire, (texte) => {
      const rang = motifs.findIndex(([, mots]) => mots.test(cleTexte(texte)))
      return rang < 0 ? motifs.length - 1 : rang
    })
    return (i) => (etats[i] === CONNU ? (parEntree[valeurs[i] ?? 0] ?? -1) : NaN)
  }
}
