import type { Anomalie } from '../socle/anomalie.ts'
import { formatTaux } from '../socle/format.ts'
import type { DetailsAnomalie } from '../socle/messages.ts'
import { anomalie } from '../socle/messages.ts'
import { lettresColonne } from '../socle/lettres-colonne.ts'
import { Refus } from '../socle/refus.ts'
import type { Cellule, LigneBrute } from '../socle/table.ts'
import { estRejet, estVide, texteCellule } from './cellules/lecteur.ts'
import type { Lieux } from './cellules/lieu.ts'
import type { Colonne, ColonneEnCours } from './colonne.ts'
import { colonneEnCours, CONNU, INUTILISABLE, VIDE } from './colonne.ts'
import type { LecteurChamp, ValeursLues } from './lecteur-champ.ts'
import { lecteurChamp } from './lecteur-champ.ts'
import type { RegleLigne } from './ligne-lue.ts'
import { LigneLue } from './ligne-lue.ts'
import type { Champ, Modele } from './modele.ts'
import type { Appariement } from './reconnaitre.ts'
import type { Remplissage } from './remplissage.ts'
import { remplissageDefauts, remplissageVideNon } from './remplissage.ts'

export interface OptionsLecture {
  readonly lieux: Lieux
  /** SIREN within which communes are found by name when the row gives no EPCI. */
  readonly territoire?: string | undefined
  /** Fields whose empty cells mean « non », 0 or the empty list. */
  readonly videNon?: readonly string[]
  /** Leaves empty cells unknown, against the defaults by rule of the model. */
  readonly sansDefauts?: boolean
}

/** Empty cells that were given a value, counted: stated with every result. */
export interface CellulesRemplies {
  readonly champ: string
  readonly valeur: string
  readonly cellules: number
}

/** A table once read: one column a field, the rows that can be used, and the faults found. */
export interface Lecture {
  readonly modele: Modele
  readonly appariement: Appariement
  /** Rows used. */
  readonly nombre: number
  /** Rows that held something, used or not. */
  readonly lignesLues: number
  /** Row of each entry, as the user sees it. */
  readonly lignes: Uint32Array
  colonne(code: string): Colonne
  readonly anomalies: readonly Anomalie[]
  readonly videNon: readonly CellulesRemplies[]
  readonly defauts: readonly CellulesRemplies[]
}

/** Fills up with rows, in order, and gives the reading at the end: rows need never be in memory together. */
export interface Lecteur {
  ajouter(ligne: LigneBrute): void
  terminer(): Lecture
}

function direPlusProche({ code }: Champ, { propositions }: Appariement): string {
  const proche = propositions.find(({ champ }) => champ === code)
  return proche === undefined
    ? ''
    : `Le plus proche : « ${proche.entete} » (${formatTaux(proche.score, { decimales: 0 })}). `
}

/**
 * Refuses a table that cannot be read: a required field without column, two columns for a field of a single value.
 *
 * @throws Refus with one reason a fault
 * @example
 * exigerColonnes(reconnaitreColonnes(['N° unique', 'Date de dépôt'], 1, MODELE_DEMANDE))
 * //=> throws Refus: Aucune colonne n’a été reconnue pour « Nombre de personnes à loger », qui est obligatoire…
 */
export function exigerColonnes(appariement: Appariement): void {
  const raisons = [
    ...appariement.manquants.map(
      (champ) =>
        `Aucune colonne n’a été reconnue pour « ${champ.libelle} », qui est obligatoire. ${direPlusProche(champ, appariement)}Renommez l’en-tête de la colonne qui le contient en « ${champ.libelle} », ou désignez-la.`,
    ),
    ...appariement.ambigus.map(
      ({ champ, entetes, rangs }) =>
        `Plusieurs colonnes donnent « ${champ.libelle} » : ${entetes.map((e, i) => `« ${e} » (colonne ${lettresColonne(rangs[i] ?? 0)})`).join(', ')}. Désignez la bonne, ou renommez les autres.`,
    ),
  ]
  if (raisons.length > 0) throw new Refus(raisons)
}

/**
 * Makes the reader of a table whose columns are recognised.
 *
 * @throws Refus when a required field has no column, a field of a single value several, or `videNon` names a field that
 * cannot mean « non » when empty
 */
export function creerLecteur(
  modele: Modele,
  appariement: Appariement,
  options: OptionsLecture,
  regle: RegleLigne = () => true,
): Lecteur {
  exigerColonnes(appariement)
  return new LecteurTable(modele, appariement, options, regle)
}

class LecteurTable implements Lecteur {
  readonly #modele: Modele
  readonly #appariement: Appariement
  readonly #options: OptionsLecture
  readonly #regle: RegleLigne
  readonly #lecteurs: readonly LecteurChamp[]
  readonly #sources: readonly (readonly number[])[]
  readonly #remplissages: readonly Remplissage[]
  readonly #ligne: LigneLue
  readonly #colonnes: readonly ColonneEnCours[]
  readonly #lignes: number[] = []
  readonly #anomalies: Anomalie[]
  readonly #rangEpci: number
  readonly #largeur: number
  #lues = 0

  constructor(modele: Modele, appariement: Appariement, options: OptionsLecture, regle: RegleLigne) {
    const champs = [...modele.champs, ...modele.derives.map((derive) => ({ ...derive, synonymes: [] }))]
    const nomenclature = {
      lieux: options.lieux,
      champs: champs.map(({ code, libelle, synonymes }) => ({ code, libelle, synonymes, aVerifier: false })),
    }
    this.#modele = modele
    this.#appariement = appariement
    this.#options = options
    this.#regle = regle
    this.#lecteurs = modele.champs.map((champ) => lecteurChamp(champ, nomenclature))
    this.#sources = modele.champs.map((champ) => appariement.colonnes.get(champ.code) ?? [])
    this.#ligne = new LigneLue(this.#lecteurs)
    this.#colonnes = modele.champs.map((champ) => colonneEnCours(champ))
    this.#anomalies = [...appariement.anomalies]
    this.#rangEpci = modele.champs.findIndex((champ) => champ.code === 'epci')
    this.#largeur = appariement.entetes.length
    this.#remplissages = [
      ...remplissageVideNon(modele, options.videNon ?? [], this.#lecteurs),
      ...(options.sansDefauts === true ? [] : remplissageDefauts(modele, appariement, this.#lecteurs)),
    ]
  }

  ajouter({ numero, cellules }: LigneBrute): void {
    if (cellules.every(estVide)) return
    this.#lues++
    this.#ligne.numero = numero
    this.#lireEpciDAbord(cellules)
    const siren = this.#epciDeLigne()
    this.#ligne.utilisable = true
    for (let rang = 0; rang < this.#lecteurs.length; rang++) {
      if (rang !== this.#rangEpci) this.#lireChamp(rang, cellules, siren)
      if (this.#manque(rang)) this.#ligne.utilisable = false
    }
    this.#modele.completer?.(this.#ligne)
    for (const remplissage of this.#remplissages) remplissage.appliquer(this.#ligne)
    this.#signalerCellulesEnTrop(cellules)
    const retenue = this.#regle(this.#ligne, (details) => {
      this.#signaler(details)
    })
    if (this.#ligne.utilisable && retenue) this.#retenir()
  }

  terminer(): Lecture {
    const colonnes = new Map(
      this.#colonnes.map((colonne, rang) => [
        colonne.champ.code,
        colonne.figer(this.#lecteurs[rang]?.dictionnaire ?? []),
      ]),
    )
    return {
      modele: this.#modele,
      appariement: this.#appariement,
      nombre: this.#lignes.length,
      lignesLues: this.#lues,
      lignes: Uint32Array.from(this.#lignes),
      colonne: accesAux(colonnes),
      anomalies: this.#anomalies,
      videNon: this.#compter('vide-non'),
      defauts: this.#compter('defaut'),
    }
  }

  #compter(origine: Remplissage['origine']): readonly CellulesRemplies[] {
    return this.#remplissages
      .filter((remplissage) => remplissage.origine === origine)
      .map(({ champ, valeur, cellules }) => ({ champ: champ.code, valeur, cellules }))
  }

  /** The EPCI of the row; the territory when its cell is empty, never when it is unreadable. */
  #epciDeLigne(): string | undefined {
    if (this.#rangEpci < 0) return this.#options.territoire
    const lu = this.#ligne.texte('epci')
    return lu ?? (this.#ligne.etats[this.#rangEpci] === VIDE ? this.#options.territoire : undefined)
  }

  /** Communes are found by name within the EPCI of the row: it must be known before them. */
  #lireEpciDAbord(cellules: readonly Cellule[]): void {
    if (this.#rangEpci >= 0) this.#lireChamp(this.#rangEpci, cellules, undefined)
  }

  #lireChamp(rang: number, cellules: readonly Cellule[], siren: string | undefined): void {
    const lecteur = this.#lecteurs[rang]
    if (lecteur === undefined) return
    const { etats, valeurs, listes } = this.#ligne
    etats[rang] = VIDE
    valeurs[rang] = 0
    listes[rang] = []
    for (const colonne of this.#sources[rang] ?? []) {
      const cellule = cellules[colonne] ?? null
      if (!estVide(cellule)) this.#fusionner(rang, lecteur.champ, lecteur.lire(cellule, siren), cellule)
    }
  }

  #fusionner(rang: number, champ: Champ, lu: ValeursLues, cellule: Cellule): void {
    const { etats, valeurs, listes } = this.#ligne
    if (estRejet(lu)) {
      etats[rang] = INUTILISABLE
      this.#signaler(detailsRejet(this.#ligne.numero, champ, lu, texteCellule(cellule)))
      return
    }
    if (etats[rang] === INUTILISABLE) return
    etats[rang] = CONNU
    valeurs[rang] = lu[0] ?? 0
    const deja = listes[rang] ?? []
    listes[rang] = deja.length === 0 ? lu : [...deja, ...lu.filter((valeur) => !deja.includes(valeur))]
  }

  #manque(rang: number): boolean {
    const champ = this.#lecteurs[rang]?.champ
    if (champ?.obligatoire !== true || this.#ligne.etats[rang] === CONNU) return false
    const { numero: ligne } = this.#ligne
    if (this.#ligne.etats[rang] === VIDE) {
      this.#signaler({ code: 'obligatoire-vide', ligne, colonne: champ.code, libelle: champ.libelle })
    }
    return true
  }

  #signalerCellulesEnTrop(cellules: readonly Cellule[]): void {
    if (cellules.length <= this.#largeur) return
    const enTrop = cellules.slice(this.#largeur).filter((cellule) => !estVide(cellule))
    if (enTrop.length === 0) return
    const lu = texteCellule(enTrop[0] ?? null)
    this.#signaler({ code: 'ligne-trop-longue', ligne: this.#ligne.numero, colonne: '', lu, cellules: enTrop.length })
  }

  #signaler(details: DetailsAnomalie): void {
    this.#anomalies.push(anomalie(details))
  }

  #retenir(): void {
    const { etats, valeurs, listes } = this.#ligne
    this.#lignes.push(this.#ligne.numero)
    this.#colonnes.forEach((colonne, rang) => {
      colonne.ajouter(etats[rang] ?? VIDE, valeurs[rang] ?? 0, listes[rang] ?? [])
    })
  }
}

/** A function of its own, so that what is read does not keep alive the readers and all that they remember. */
function accesAux(colonnes: ReadonlyMap<string, Colonne>): (code: string) => Colonne {
  return (code) => {
    const colonne = colonnes.get(code)
    if (colonne === undefined) throw new Error(`unknown field: got ${code}`)
    return colonne
  }
}

function detailsRejet(
  ligne: number,
  champ: Champ,
  { code, attendu }: Exclude<ValeursLues, readonly number[]>,
  lu: string,
): DetailsAnomalie {
  const colonne = champ.code
  if (code === 'numero-abime') return { code, ligne, colonne, lu, attendu, obligatoire: champ.obligatoire }
  return { code, ligne, colonne, lu, attendu, libelle: champ.libelle, obligatoire: champ.obligatoire }
}
