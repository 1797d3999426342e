import { Refus } from '../../socle/refus.ts'
import { comparerCodes } from '../../socle/texte.ts'
import type { Indicateur, Jeu, Source, Territoire } from '../jeu/jeu.ts'
import { comparerPeriodes } from '../jeu/periode.ts'
import { Dictionnaire } from './dictionnaire.ts'
import type { CleGroupe, Groupe, Lieu, Provenance, Table } from './table.ts'
import { SECRETS } from './table.ts'

interface Dictionnaires {
  readonly lieux: Dictionnaire<Lieu>
  readonly indicateurs: Dictionnaire<Indicateur>
  readonly groupes: Dictionnaire<CleGroupe>
  readonly sources: (Source | null)[]
}

/** Rows as they come, before they are put in the order of their groups. */
interface Lignes {
  nombre: number
  readonly groupe: Uint32Array
  readonly lieu: Uint32Array
  readonly numerateur: Float64Array
  readonly denominateur: Float64Array
  readonly valeur: Float64Array
  readonly secret: Uint8Array
  readonly source: Uint32Array
  readonly provenance: Uint16Array
}

function lignesVides(n: number): Lignes {
  return {
    nombre: 0,
    groupe: new Uint32Array(n),
    lieu: new Uint32Array(n),
    numerateur: new Float64Array(n),
    denominateur: new Float64Array(n),
    valeur: new Float64Array(n),
    secret: new Uint8Array(n),
    source: new Uint32Array(n),
    provenance: new Uint16Array(n),
  }
}

/** Type and code: a région and a département may bear the same number. */
function cleLieu({ type, code }: Pick<Territoire, 'type' | 'code'>): string {
  return `${type}:${code}`
}

function unir(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])]
}

function coderLieu(lieux: Dictionnaire<Lieu>, territoire: Territoire): number {
  const { code, type, nom, departements, region } = territoire
  const regions = region === undefined ? [] : [region]
  const rang = lieux.coder(cleLieu(territoire), () => ({ code, type, nom, departements, regions }))
  const lieu = lieux.valeurs[rang]
  if (lieu !== undefined) {
    lieux.valeurs[rang] = {
      ...lieu,
      departements: unir(lieu.departements, departements),
      regions: unir(lieu.regions, regions),
    }
  }
  return rang
}

/** The same id must be the same measure: two definitions side by side would be compared without anyone knowing. */
function coderIndicateur(indicateurs: Dictionnaire<Indicateur>, indicateur: Indicateur, titre: string): void {
  const rang = indicateurs.coder(indicateur.id, () => indicateur)
  const connu = indicateurs.valeurs[rang]
  if (connu === undefined || (['version', 'unite', 'additif'] as const).every((m) => connu[m] === indicateur[m])) return
  throw new Refus(
    `« ${titre} » mesure « ${indicateur.nom} » d’une autre façon (version ${String(indicateur.version)}, unité ${indicateur.unite}) que les fichiers déjà ouverts (version ${String(connu.version)}, unité ${connu.unite}). Republiez-le avec la même version, ou ouvrez-le seul.`,
  )
}

function provenanceDe({ titre, producteur, fait_le, profil_secret, version_moteur }: Jeu): Provenance {
  return { titre, producteur, fait_le, profil_secret, version_moteur }
}

/** The number that each code of a dataset has in the table. */
function coderCodes(
  jeu: Jeu,
  { lieux, indicateurs, sources }: Dictionnaires,
): {
  readonly lieuDe: ReadonlyMap<string, number>
  readonly sourceDe: ReadonlyMap<string | null, number>
} {
  for (const indicateur of jeu.indicateurs) coderIndicateur(indicateurs, indicateur, jeu.titre)
  return {
    lieuDe: new Map(jeu.territoires.map((territoire) => [territoire.code, coderLieu(lieux, territoire)])),
    sourceDe: new Map([[null, 0], ...jeu.sources.map((source) => [source.id, sources.push(source) - 1] as const)]),
  }
}

function ajouter(jeu: Jeu, provenance: number, dictionnaires: Dictionnaires, lignes: Lignes): void {
  const { lieuDe, sourceDe } = coderCodes(jeu, dictionnaires)
  const o = jeu.observations
  for (let i = 0; i < o.indicateur.length; i++) {
    const n = lignes.nombre++
    lignes.groupe[n] = coderGroupe(dictionnaires.groupes, jeu, i)
    lignes.lieu[n] = lieuDe.get(o.territoire[i] ?? '') ?? 0
    lignes.numerateur[n] = o.numerateur[i] ?? NaN
    lignes.denominateur[n] = o.denominateur[i] ?? NaN
    lignes.valeur[n] = o.valeur[i] ?? NaN
    lignes.secret[n] = SECRETS.indexOf(o.secret[i] ?? null)
    lignes.source[n] = sourceDe.get(o.source[i] ?? null) ?? 0
    lignes.provenance[n] = provenance
  }
}

function coderGroupe(groupes: Dictionnaire<CleGroupe>, { observations: o }: Jeu, i: number): number {
  const indicateur = o.indicateur[i] ?? ''
  const periode = o.periode[i] ?? ''
  const [dimension, modalite, diffusion] = [o.dimension[i] ?? null, o.modalite[i] ?? null, o.diffusion[i] ?? null]
  const cle = `${indicateur}|${periode}|${diffusion ?? ''}|${dimension === null ? '' : JSON.stringify([dimension, modalite])}`
  return groupes.coder(cle, () => ({ indicateur, periode, dimension, modalite, diffusion }))
}

/** The numbers of the groups in the order in which they are kept. */
function ordreDes(groupes: readonly CleGroupe[], indicateurs: Dictionnaire<Indicateur>): Uint32Array {
  const ordre = Uint32Array.from(groupes.keys())
  const rang = (g: CleGroupe | undefined): number => indicateurs.rang(g?.indicateur ?? '') ?? 0
  return ordre.sort((x, y) => {
    const [a, b] = [groupes[x], groupes[y]]
    if (a === undefined || b === undefined) return 0
    return (
      rang(a) - rang(b) ||
      comparerPeriodes(a.periode, b.periode) ||
      comparerCodes(a.dimension ?? '', b.dimension ?? '') ||
      comparerCodes(a.modalite ?? '', b.modalite ?? '')
    )
  })
}

/** Rows by group, a counting sort: within a group they stay as they came. */
function trier(lignes: Lignes, ordre: Uint32Array): { readonly rangs: Uint32Array; readonly debuts: Uint32Array } {
  const place = new Uint32Array(ordre.length)
  ordre.forEach((groupe, rang) => (place[groupe] = rang))
  const debuts = new Uint32Array(ordre.length + 1)
  for (let i = 0; i < lignes.nombre; i++) {
    const suivant = (place[lignes.groupe[i] ?? 0] ?? 0) + 1
    debuts[suivant] = (debuts[suivant] ?? 0) + 1
  }
  for (let g = 1; g < debuts.length; g++) debuts[g] = (debuts[g] ?? 0) + (debuts[g - 1] ?? 0)
  const libre = debuts.slice()
  const rangs = new Uint32Array(lignes.nombre)
  for (let i = 0; i < lignes.nombre; i++) {
    const g = place[lignes.groupe[i] ?? 0] ?? 0
    const p = libre[g] ?? 0
    rangs[p] = i
    libre[g] = p + 1
  }
  return { rangs, debuts }
}

/** Of the rows of one group, one a territory: that of the latest dataset. */
function sansDoubles(rangs: Uint32Array, lignes: Lignes, jours: readonly string[]): Uint32Array {
  const garde = new Map<number, number>()
  const jourDe = (i: number): string => jours[lignes.provenance[i] ?? 0] ?? ''
  for (const i of rangs) {
    const lieu = lignes.lieu[i] ?? 0
    const connu = garde.get(lieu)
    if (connu === undefined || jourDe(i) >= jourDe(connu)) garde.set(lieu, i)
  }
  return garde.size === rangs.length ? rangs : Uint32Array.from(garde.values())
}

function prendre<T extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(colonne: T, rangs: Uint32Array): T {
  const prise = new (colonne.constructor as new (n: number) => T)(rangs.length)
  for (let i = 0; i < rangs.length; i++) prise[i] = colonne[rangs[i] ?? 0] ?? 0
  return prise
}

/** The rows kept, in order, and the groups that they make. */
function ranger(lignes: Lignes, { groupes, indicateurs }: Dictionnaires, jours: readonly string[]) {
  const ordre = ordreDes(groupes.valeurs, indicateurs)
  const { rangs, debuts } = trier(lignes, ordre)
  const ranges: Groupe[] = []
  const gardes = new Uint32Array(lignes.nombre)
  let debut = 0
  ordre.forEach((numero, g) => {
    const cle = groupes.valeurs[numero]
    const siens = sansDoubles(rangs.subarray(debuts[g], debuts[g + 1]), lignes, jours)
    gardes.set(siens, debut)
    if (cle !== undefined) ranges.push({ ...cle, debut, fin: debut + siens.length })
    debut += siens.length
  })
  return { groupes: ranges, rangs: gardes.subarray(0, debut) }
}

/**
 * Puts datasets together in columns ready to be asked. A figure that several give is kept from the one made last (the
 * last given, on the same day).
 *
 * @throws Refus when two datasets measure one indicator in two ways
 */
export function creerTable(jeux: readonly Jeu[]): Table {
  const dictionnaires: Dictionnaires = {
    lieux: new Dictionnaire(),
    indicateurs: new Dictionnaire(),
    groupes: new Dictionnaire(),
    sources: [null],
  }
  const lignes = lignesVides(jeux.reduce((somme, { observations }) => somme + observations.indicateur.length, 0))
  jeux.forEach((jeu, provenance) => {
    ajouter(jeu, provenance, dictionnaires, lignes)
  })
  const jours = jeux.map(({ fait_le }) => fait_le)
  const { groupes, rangs } = ranger(lignes, dictionnaires, jours)
  return {
    nombre: rangs.length,
    lieux: dictionnaires.lieux.valeurs,
    indicateurs: dictionnaires.indicateurs.valeurs,
    sources: dictionnaires.sources,
    provenances: jeux.map(provenanceDe),
    groupes,
    lieu: prendre(lignes.lieu, rangs),
    numerateur: prendre(lignes.numerateur, rangs),
    denominateur: prendre(lignes.denominateur, rangs),
    valeur: prendre(lignes.valeur, rangs),
    secret: prendre(lignes.secret, rangs),
    source: prendre(lignes.source, rangs),
    provenance: prendre(lignes.provenance, rangs),
    remplaces: lignes.nombre - rangs.length,
  }
}
