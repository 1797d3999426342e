import { Refus } from '../../socle/refus.ts'
import { comparerCodes } from '../../socle/texte.ts'
import type { Jeu } from '../jeu/jeu.ts'
import { intervalleDe } from '../jeu/periode.ts'
import { agrandir, colonnesVides, recopier, type Colonnes } from './colonnes.ts'
import { coderJeu, dictionnairesVides, lignesVides, type Dictionnaires, type Lignes } from './lignes.ts'
import type { CleGroupe, Groupe, Provenance, Table } from './table.ts'

/** Rows `debut` to `fin − 1` of the columns. */
interface Etendue {
  readonly debut: number
  readonly fin: number
}

/** Rows for which room is made at once, so that a small dataset seldom makes the columns grow. */
const RESERVE = 2 ** 18

const VIDE: Etendue = { debut: 0, fin: 0 }

function provenanceDe(jeu: Jeu): Provenance {
  const { titre, producteur, fait_le, profil_secret, version_moteur, empreinte } = jeu
  return { titre, producteur, fait_le, profil_secret, version_moteur, empreinte }
}

/** Row numbers by group, a counting sort: within a group they stay as they came. */
function trierParGroupe(groupe: Uint32Array, nombre: number): { rangs: Uint32Array; debuts: Uint32Array } {
  const debuts = new Uint32Array(nombre + 1)
  for (const g of groupe) debuts[g + 1] = (debuts[g + 1] ?? 0) + 1
  for (let g = 1; g <= nombre; g++) debuts[g] = (debuts[g] ?? 0) + (debuts[g - 1] ?? 0)
  const libre = debuts.slice()
  const rangs = new Uint32Array(groupe.length)
  groupe.forEach((g, i) => {
    const place = libre[g] ?? 0
    rangs[place] = i
    libre[g] = place + 1
  })
  return { rangs, debuts }
}

/** First day, then last: a period in order, made once for each. */
function ordonner(): (periode: string) => readonly [number, number] {
  const connues = new Map<string, readonly [number, number]>()
  return (periode) => {
    const connue = connues.get(periode)
    if (connue !== undefined) return connue
    const { debut, fin } = intervalleDe(periode) ?? { debut: 0, fin: 0 }
    connues.set(periode, [debut, fin])
    return [debut, fin]
  }
}

/** By indicator as loaded, period, dimension, modality. */
function trierGroupes(groupes: readonly Groupe[], rangDe: (indicateur: string) => number): readonly Groupe[] {
  const joursDe = ordonner()
  return groupes
    .map((groupe) => ({ groupe, rang: rangDe(groupe.indicateur), jours: joursDe(groupe.periode) }))
    .sort(
      (a, b) =>
        a.rang - b.rang ||
        a.jours[0] - b.jours[0] ||
        a.jours[1] - b.jours[1] ||
        comparerCodes(a.groupe.dimension ?? '', b.groupe.dimension ?? '') ||
        comparerCodes(a.groupe.modalite ?? '', b.groupe.modalite ?? ''),
    )
    .map(({ groupe }) => groupe)
}

/**
 * Columns that datasets are added to. A group once known takes its new rows at the end of the columns: tables given
 * before are left as they were, and what is added costs what it weighs.
 *
 * @example
 * const constructeur = new ConstructeurTable()
 * constructeur.ajouter([jeu, jeu])
 * constructeur.table().remplaces //=> 1140
 */
export class ConstructeurTable {
  readonly #dictionnaires: Dictionnaires = dictionnairesVides()
  readonly #provenances: Provenance[] = []
  readonly #etendues: Etendue[] = []
  readonly #annoncees = new Map<string, Pick<CleGroupe, 'indicateur' | 'periode'>>()
  #colonnes: Colonnes = colonnesVides(0)
  /** Rows written, those replaced included. */
  #ecrites = 0
  #vivantes = 0
  #remplaces = 0

  /**
   * Adds datasets. A figure that several give is kept from the one made last (the last given, on the same day).
   *
   * @throws Refus when a dataset measures an indicator in another way than those before it; then none is added
   */
  ajouter(jeux: readonly Jeu[]): void {
    this.#exigerMemesMesures(jeux)
    const lignes = lignesVides(jeux.reduce((somme, { observations }) => somme + observations.indicateur.length, 0))
    let debut = 0
    for (const jeu of jeux) {
      const provenance = this.#provenances.push(provenanceDe(jeu)) - 1
      coderJeu(jeu, provenance, this.#dictionnaires, lignes, debut)
      debut += jeu.observations.indicateur.length
    }
    this.#placer(lignes)
  }

  /** Says that figures are to be had that were not added: until they are, their group is empty. */
  annoncer(annoncees: readonly Pick<CleGroupe, 'indicateur' | 'periode'>[]): void {
    for (const { indicateur, periode } of annoncees) {
      this.#annoncees.set(`${indicateur}|${periode}`, { indicateur, periode })
    }
  }

  /** Empty groups for what was announced and did not come, official like the rest of their indicator. */
  #groupesAttendus(presents: readonly CleGroupe[]): readonly Groupe[] {
    if (this.#annoncees.size === 0) return []
    const venus = new Set(presents.map(({ indicateur, periode }) => `${indicateur}|${periode}`))
    const diffusions = new Map(presents.map(({ indicateur, diffusion }) => [indicateur, diffusion]))
    return [...this.#annoncees]
      .filter(([cle]) => !venus.has(cle))
      .map(([, { indicateur, periode }]) => ({
        indicateur,
        periode,
        dimension: null,
        modalite: null,
        diffusion: diffusions.get(indicateur) ?? null,
        ...VIDE,
      }))
  }

  /** What was added so far. */
  table(): Table {
    const { lieux, indicateurs, groupes, sources } = this.#dictionnaires
    const etendus = groupes.valeurs.map((cle: CleGroupe, g) => ({ ...cle, ...(this.#etendues[g] ?? VIDE) }))
    return {
      nombre: this.#vivantes,
      lieux: [...lieux.valeurs],
      rangsLieux: lieux.rangs,
      indicateurs: [...indicateurs.valeurs],
      sources: [...sources],
      provenances: [...this.#provenances],
      groupes: trierGroupes([...etendus, ...this.#groupesAttendus(groupes.valeurs)], (id) => indicateurs.rang(id) ?? 0),
      ...this.#colonnes,
      remplaces: this.#remplaces,
    }
  }

  /** The same id must be the same measure: two definitions side by side would be compared without anyone knowing. */
  #exigerMemesMesures(jeux: readonly Jeu[]): void {
    const connus = new Map(this.#dictionnaires.indicateurs.valeurs.map((indicateur) => [indicateur.id, indicateur]))
    for (const { titre, indicateurs } of jeux) {
      for (const indicateur of indicateurs) {
        const connu = connus.get(indicateur.id) ?? indicateur
        connus.set(indicateur.id, connu)
        if ((['version', 'unite', 'additif'] as const).every((m) => connu[m] === indicateur[m])) continue
        throw new Refus(
          `« ${titre} » mesure « ${indicateur.nom} » d’une autre façon (version ${String(indicateur.version)}, unité ${indicateur.unite}) que les fichiers déjà ouverts (version ${String(connu.version)}, unité ${connu.unite}). Republiez-le avec la même version, ou ouvrez-le seul.`,
        )
      }
    }
  }

  /** Writes rows at the end, group by group, with those that the group had when it had some. */
  #placer({ groupe, colonnes }: Lignes): void {
    const { rangs, debuts } = trierParGroupe(groupe, this.#dictionnaires.groupes.valeurs.length)
    const dernier = new Int32Array(this.#dictionnaires.lieux.valeurs.length).fill(-1)
    this.#reserver(groupe.length + this.#aReprendre(debuts))
    for (let g = 0; g + 1 < debuts.length; g++) {
      const nouvelles = rangs.subarray(debuts[g], debuts[g + 1])
      if (nouvelles.length === 0) continue
      const connue = this.#etendues[g] ?? VIDE
      const debut = this.#ecrites
      this.#reprendre(connue)
      recopier(colonnes, nouvelles, this.#colonnes, this.#ecrites)
      this.#ecrites += nouvelles.length
      this.#etendues[g] = this.#sansDoubles(debut, dernier)
      this.#vivantes += this.#ecrites - debut - (connue.fin - connue.debut)
    }
  }

  /** Rows that known groups must take with them to the end. */
  #aReprendre(debuts: Uint32Array): number {
    return this.#etendues.reduce(
      (somme, { debut, fin }, g) => (debuts[g] === debuts[g + 1] ? somme : somme + fin - debut),
      0,
    )
  }

  #reserver(lignes: number): void {
    const voulues = this.#ecrites + lignes
    const place = this.#colonnes.lieu.length
    if (voulues <= place) return
    // The first load takes just what it needs; the next ones, room for others.
    this.#colonnes = agrandir(this.#colonnes, place === 0 ? voulues : Math.max(voulues, place + RESERVE))
  }

  #reprendre({ debut, fin }: Etendue): void {
    for (const colonne of Object.values(this.#colonnes) as Uint32Array[]) colonne.copyWithin(this.#ecrites, debut, fin)
    this.#ecrites += fin - debut
  }

  /** Of the rows written from `debut` on, one a territory: that of the latest dataset. `dernier` is lent, all −1. */
  #sansDoubles(debut: number, dernier: Int32Array): Etendue {
    const { lieu, provenance } = this.#colonnes
    const jourDe = (i: number): string => this.#provenances[provenance[i] ?? 0]?.fait_le ?? ''
    let fin = debut
    for (let i = debut; i < this.#ecrites; i++) {
      const l = lieu[i] ?? 0
      const connue = dernier[l] ?? -1
      if (connue < 0) {
        dernier[l] = fin
        this.#deplacer(i, fin++)
      } else {
        this.#remplaces++
        if (jourDe(i) >= jourDe(connue)) this.#deplacer(i, connue)
      }
    }
    for (let i = debut; i < fin; i++) dernier[lieu[i] ?? 0] = -1
    this.#ecrites = fin
    return { debut, fin }
  }

  #deplacer(de: number, vers: number): void {
    if (de === vers) return
    for (const colonne of Object.values(this.#colonnes) as Uint32Array[]) colonne[vers] = colonne[de] ?? 0
  }
}
