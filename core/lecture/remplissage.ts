import { LISTES } from '../listes/listes.ts'
import type { ValeurListe } from '../listes/valeur-liste.ts'
import { Refus } from '../socle/refus.ts'
import { estRejet } from './cellules/lecteur.ts'
import { CONNU, VIDE } from './colonne.ts'
import type { LecteurChamp } from './lecteur-champ.ts'
import type { LigneLue } from './ligne-lue.ts'
import type { Champ, DefautParRegle, Modele } from './modele.ts'
import type { Appariement } from './reconnaitre.ts'

/** Gives a value to the empty cells of a field, and counts them. */
export interface Remplissage {
  readonly origine: 'vide-non' | 'defaut'
  readonly champ: Champ
  readonly valeur: string
  readonly cellules: number
  appliquer(ligne: LigneLue): void
}

class RemplissageChamp implements Remplissage {
  cellules = 0
  readonly origine: Remplissage['origine']
  readonly champ: Champ
  readonly valeur: string
  readonly #valeurs: readonly number[]
  readonly #condition: (ligne: LigneLue) => boolean

  constructor(
    origine: Remplissage['origine'],
    lecteur: LecteurChamp,
    valeur: string,
    condition: (ligne: LigneLue) => boolean,
  ) {
    // 0 is what « nothing » means for a number, even one that is at least 1 when it is given.
    const lues = valeur === '0' ? [0] : lecteur.lire(valeur, undefined)
    if (estRejet(lues)) throw new Error(`unreadable default of ${lecteur.champ.code}: got ${valeur}`)
    this.origine = origine
    this.champ = lecteur.champ
    this.valeur = valeur
    this.#valeurs = lues
    this.#condition = condition
  }

  appliquer(ligne: LigneLue): void {
    const rang = ligne.rang(this.champ.code)
    if (ligne.etats[rang] !== VIDE || !this.#condition(ligne)) return
    ligne.etats[rang] = CONNU
    ligne.valeurs[rang] = this.#valeurs[0] ?? 0
    ligne.listes[rang] = this.#valeurs
    this.cellules++
  }
}

/** What an empty cell means when the user declares that it means « non »; undefined when it cannot. */
function negationDe(champ: Champ): string | undefined {
  if (champ.obligatoire || champ.type === 'date' || champ.type === 'texte') return undefined
  if (champ.type === 'booleen') return 'non'
  if (champ.type === 'entier' || champ.type === 'nombre') return '0'
  return champ.type === 'liste multiple' || avecAucun(champ) ? 'aucun' : undefined
}

function avecAucun(champ: Champ): boolean {
  const valeurs = (LISTES as Readonly<Record<string, readonly ValeurListe[] | undefined>>)[champ.uniteOuListe]
  return valeurs?.some(({ code }) => code === 'aucun') ?? false
}

/**
 * Whether the user may declare that an empty cell of this field means « non », 0, `aucun` or the empty list.
 *
 * @example
 * const [numero, dalo] = ['numero_unique', 'dalo'].map((code) => MODELE_DEMANDE.champs.find((champ) => champ.code === code)!)
 * accepteVideNon(numero!) //=> false
 * accepteVideNon(dalo!) //=> true
 */
export function accepteVideNon(champ: Champ): boolean {
  return negationDe(champ) !== undefined
}

export function remplissageVideNon(
  modele: Modele,
  codes: readonly string[],
  lecteurs: readonly LecteurChamp[],
): readonly Remplissage[] {
  return codes.map((code) => {
    const lecteur = lecteurs.find(({ champ }) => champ.code === code)
    if (lecteur === undefined) throw new Refus(`« ${code} » n’est pas un champ de la table ${modele.nom}.`)
    const valeur = negationDe(lecteur.champ)
    if (valeur === undefined) {
      throw new Refus(
        `Une cellule vide de « ${lecteur.champ.libelle} » (${code}) ne peut pas vouloir dire « non » : c’est une date, un texte, un champ obligatoire ou une liste sans « aucun ».`,
      )
    }
    return new RemplissageChamp('vide-non', lecteur, valeur, () => true)
  })
}

function conditionDe({ quand }: DefautParRegle): (ligne: LigneLue) => boolean {
  if (quand === undefined) return () => true
  return (ligne) => {
    const valeur = ligne.texte(quand.champ)
    return valeur !== undefined && quand.valeurs.includes(valeur)
  }
}

/** The defaults by rule, for the columns that are present. */
export function remplissageDefauts(
  modele: Modele,
  appariement: Appariement,
  lecteurs: readonly LecteurChamp[],
): readonly Remplissage[] {
  return modele.defauts
    .filter((defaut) => appariement.colonnes.has(defaut.champ))
    .map((defaut) => {
      const lecteur = lecteurs.find(({ champ }) => champ.code === defaut.champ)
      if (lecteur === undefined) throw new Error(`default of an unknown field: got ${defaut.champ}`)
      return new RemplissageChamp('defaut', lecteur, defaut.valeur, conditionDe(defaut))
    })
}
