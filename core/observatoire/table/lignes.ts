import { grouper, numeroteur } from '../jeu/groupes.ts'
import type { Indicateur, Jeu, Source, Territoire } from '../jeu/jeu.ts'
import { colonnesVides, type Colonnes } from './colonnes.ts'
import { Dictionnaire } from './dictionnaire.ts'
import { cleLieu, SECRETS, type CleGroupe, type Lieu } from './table.ts'

/** What the numbers in the columns stand for. */
export interface Dictionnaires {
  readonly lieux: Dictionnaire<Lieu>
  readonly indicateurs: Dictionnaire<Indicateur>
  readonly groupes: Dictionnaire<CleGroupe>
  readonly sources: (Source | null)[]
}

/** Rows as they come, before they are put in the order of their groups. */
export interface Lignes {
  readonly groupe: Uint32Array
  readonly colonnes: Colonnes
}

export function dictionnairesVides(): Dictionnaires {
  return { lieux: new Dictionnaire(), indicateurs: new Dictionnaire(), groupes: new Dictionnaire(), sources: [null] }
}

function unir(a: readonly string[], b: readonly string[]): readonly string[] {
  return b.every((code) => a.includes(code)) ? a : [...new Set([...a, ...b])]
}

/** The number of a territory; what is known of where it lies is put together. */
export function coderLieu(lieux: Dictionnaire<Lieu>, nouveau: Lieu): number {
  const rang = lieux.coder(cleLieu(nouveau), () => nouveau)
  const lieu = lieux.valeurs[rang]
  if (lieu !== undefined) {
    lieux.valeurs[rang] = {
      ...lieu,
      departements: unir(lieu.departements, nouveau.departements),
      regions: unir(lieu.regions, nouveau.regions),
    }
  }
  return rang
}

function enLieu({ code, type, nom, departements, region }: Territoire): Lieu {
  return { code, type, nom, departements, regions: region === undefined ? [] : [region] }
}

/** The number that a group of a dataset has among all. */
export function coderGroupe(groupes: Dictionnaire<CleGroupe>, cle: CleGroupe): number {
  const { indicateur, periode, dimension, modalite, diffusion } = cle
  return groupes.coder(JSON.stringify([indicateur, periode, dimension, modalite, diffusion]), () => cle)
}

/** Reads a column of codes: the number in the table of each, in the order in which they first come. */
function traduire(codes: readonly (string | null)[], rangDe: (code: string | null) => number): (i: number) => number {
  const numeroDe = numeroteur()
  const rangs: number[] = []
  return (i) => {
    const code = codes[i] ?? null
    return (rangs[numeroDe(code)] ??= rangDe(code))
  }
}

const RANGS_SECRETS = new Map(SECRETS.map((secret, rang) => [secret, rang]))

/** Adds the codes of a dataset to the dictionaries, and its rows to the lines from the row `debut` on. */
export function coderJeu(
  jeu: Jeu,
  provenance: number,
  dictionnaires: Dictionnaires,
  { groupe, colonnes }: Lignes,
  debut: number,
): void {
  const { lieux, indicateurs, groupes, sources } = dictionnaires
  for (const indicateur of jeu.indicateurs) indicateurs.coder(indicateur.id, () => indicateur)
  const lieuDe = new Map(jeu.territoires.map((territoire) => [territoire.code, coderLieu(lieux, enLieu(territoire))]))
  const sourceDe = new Map(jeu.sources.map((source) => [source.id, sources.push(source) - 1]))
  const { observations: o } = jeu
  const siens = grouper(o)
  const groupeDe = siens.cles.map((cle) => coderGroupe(groupes, cle))
  const lieuEn = traduire(o.territoire, (code) => lieuDe.get(code ?? '') ?? 0)
  const sourceEn = traduire(o.source, (id) => (id === null ? 0 : (sourceDe.get(id) ?? 0)))
  const { lieu, numerateur, denominateur, valeur, secret, source } = colonnes
  for (let i = 0, n = debut; i < siens.rangs.length; i++, n++) {
    groupe[n] = groupeDe[siens.rangs[i] ?? 0] ?? 0
    lieu[n] = lieuEn(i)
    numerateur[n] = o.numerateur[i] ?? NaN
    denominateur[n] = o.denominateur[i] ?? NaN
    valeur[n] = o.valeur[i] ?? NaN
    secret[n] = RANGS_SECRETS.get(o.secret[i] ?? null) ?? 0
    source[n] = sourceEn(i)
  }
  colonnes.provenance.fill(provenance, debut, debut + siens.rangs.length)
}

export function lignesVides(n: number): Lignes {
  return { groupe: new Uint32Array(n), colonnes: colonnesVides(n) }
}
