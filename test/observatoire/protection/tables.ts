import type { Cellule, Relation } from '../../../core/observatoire/protection/modele.ts'
import { aleatoire } from '../../../core/socle/aleatoire.ts'

/** Linked tables made at random, whose sums hold. */
export interface TablesLiees {
  readonly cellules: readonly Cellule[]
  readonly relations: readonly Relation[]
}

/** Every relation of a hierarchy of territories: total code → codes of its parts. */
type Hierarchie = ReadonlyMap<string, readonly string[]>

function plage(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i)
}

/** Skewed counts as in communes: many zeros and small figures, a few large ones. */
function effectif(tirer: () => number, echelle: number, zeros: number): number {
  return tirer() < zeros ? 0 : Math.floor(echelle * tirer() ** 3 + 8 * tirer())
}

function sommer(feuilles: ReadonlyMap<string, number>, hierarchie: Hierarchie, code: string): number {
  const parties = hierarchie.get(code)
  return parties === undefined
    ? (feuilles.get(code) ?? 0)
    : parties.reduce((somme, partie) => somme + sommer(feuilles, hierarchie, partie), 0)
}

/** communes → EPCI → FR and, when `departements` > 0, communes → département → région → FR. */
function territoires(tirer: () => number, { communes, epci, departements, melange = 1 }: Forme): Hierarchie {
  const groupe = (c: number, nombre: number): number =>
    melange === 1 || tirer() < melange ? Math.floor(tirer() * nombre) : Math.floor((c * nombre) / communes)
  const groupes = (prefixe: string, nombre: number): [string, string[]][] => {
    const liste = plage(nombre).map((g): [string, string[]] => [`${prefixe}${String(g)}`, []])
    plage(communes).forEach((c) =>
      liste[melange === 1 && c < nombre ? c : groupe(c, nombre)]?.[1].push(`c${String(c)}`),
    )
    return liste
  }
  const listeEpci = groupes('e', epci)
  const listeDep = departements > 0 ? groupes('d', departements) : []
  const regions = listeDep.length > 0 ? [['R', listeDep.map(([code]) => code)] as [string, string[]]] : []
  return new Map([...listeEpci, ...listeDep, ...regions, ['FR', listeEpci.map(([code]) => code)]])
}

export interface Forme {
  readonly communes: number
  readonly epci: number
  readonly departements: number
  readonly modalites: number
  readonly echelle: number
  readonly zeros: number
  readonly nature: 'somme' | 'modalites'
  /** Share of communes that lie in any EPCI and any département; 1, all of them, unless given. */
  readonly melange?: number
}

/** Territories × answers of a breakdown, with all margins. */
export function tableCroisee(graine: number, forme: Forme): TablesLiees {
  const tirer = aleatoire(graine)
  const hierarchie = territoires(tirer, forme)
  const codes = [...plage(forme.communes).map((c) => `c${String(c)}`), ...hierarchie.keys()]
  const reponses = plage(forme.modalites).map((m) => `m${String(m)}`)
  const parReponse = reponses.map(() => {
    const feuilles = plage(forme.communes).map(
      (c) => [`c${String(c)}`, effectif(tirer, forme.echelle, forme.zeros)] as const,
    )
    return new Map(feuilles)
  })
  const cellules = codes.flatMap((code) => {
    const valeurs = parReponse.map((feuilles) => sommer(feuilles, hierarchie, code))
    return [
      { id: `${code}/T`, valeur: valeurs.reduce((a, b) => a + b, 0) },
      ...valeurs.map((valeur, m) => ({ id: `${code}/m${String(m)}`, valeur })),
    ]
  })
  const geographiques = ['T', ...reponses].flatMap((m) =>
    [...hierarchie].map(([total, parties]) => ({ total: `${total}/${m}`, parties: parties.map((p) => `${p}/${m}`) })),
  )
  const decoupages = codes.map((code) => ({
    total: `${code}/T`,
    parties: reponses.map((m) => `${code}/${m}`),
    nature: forme.nature,
  }))
  const regionFrance =
    forme.departements > 0 ? ['T', ...reponses].map((m) => ({ total: `FR/${m}`, parties: [`R/${m}`] })) : []
  return { cellules, relations: [...geographiques, ...decoupages, ...regionFrance] }
}

/** Rates by EPCI and for the country: every numerator and denominator adds up. */
export function tableTaux(graine: number, epci: number, indicateurs: number, echelle: number): TablesLiees {
  const tirer = aleatoire(graine)
  const codes = plage(epci).map((e) => `e${String(e)}`)
  const bases = codes.map(() => effectif(tirer, echelle, 0.02))
  const series = [
    { nom: 'd', valeurs: bases },
    ...plage(indicateurs).map((k) => {
      const part = tirer() ** 2
      return { nom: `n${String(k)}`, valeurs: bases.map((d) => Math.min(d, Math.round(d * part * (0.5 + tirer())))) }
    }),
  ]
  const somme = (valeurs: readonly number[]) => valeurs.reduce((a, b) => a + b, 0)
  const cellules = series.flatMap(({ nom, valeurs }) => [
    { id: `FR/${nom}`, valeur: somme(valeurs) },
    ...valeurs.map((valeur, e) => ({ id: `e${String(e)}/${nom}`, valeur })),
  ])
  const totaux = series.map(({ nom }) => ({ total: `FR/${nom}`, parties: codes.map((code) => `${code}/${nom}`) }))
  const taux = ['FR', ...codes].flatMap((code) =>
    plage(indicateurs).map((k) => ({
      total: `${code}/d`,
      parties: [`${code}/n${String(k)}`],
      nature: 'taux' as const,
    })),
  )
  return { cellules, relations: [...totaux, ...taux] }
}

/** Sums of two or three cells that overlap in odd cycles: continuous answers of a program come in halves there. */
export function tableImpaire(graine: number, bases: number, sommes: number): TablesLiees {
  const tirer = aleatoire(graine)
  const feuilles = plage(bases).map((i) => ({ id: `x${String(i)}`, valeur: effectif(tirer, 60, 0.1) }))
  const relations = plage(sommes).map((k) => {
    const choix = new Set([k % bases])
    while (choix.size < 2 + (k % 2)) choix.add(Math.floor(tirer() * bases))
    return { total: `s${String(k)}`, parties: [...choix].map((i) => `x${String(i)}`) }
  })
  const totaux = relations.map(({ total, parties }) => ({
    id: total,
    valeur: parties.reduce((somme, p) => somme + (feuilles.find(({ id }) => id === p)?.valeur ?? 0), 0),
  }))
  return { cellules: [...feuilles, ...totaux], relations }
}
