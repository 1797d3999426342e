import type PptxGenJS from 'pptxgenjs'
import type { DessinCategories, Niveau, Serie } from '../../figures/figure.ts'
import { couleurSerie, COULEURS } from '../../exports/couleurs.ts'

/** Part of a native chart: series drawn in one way. */
export interface Trace {
  readonly genre: 'bar' | 'line'
  readonly series: readonly { readonly nom: string; readonly valeurs: readonly (number | null)[] }[]
  readonly couleurs: readonly string[]
  readonly options: PptxGenJS.IChartOpts
}

/** A native chart: what is drawn on which categories. */
export interface GraphiqueNatif {
  readonly categories: readonly string[]
  readonly traces: readonly Trace[]
  /** Bars that lie, the first on top: for long names. */
  readonly couche: boolean
  readonly legende: boolean
}

/** The series of the bounds: in the sheet of a chart like the others, drawn as whiskers where bars lie. */
export const BORNES = { bas: 'Intervalle à 95\u202f% (bas)', haut: 'Intervalle à 95\u202f% (haut)' } as const

/** Names short and few enough to be written under upright bars; else bars lie down. */
const DEBOUT = 8
const NOM_COURT = 14
/** Names written beside lying bars; beyond, they are too many to be read. */
const COUCHEES = 32
/** Bars so few would be slabs. */
const PEU = 4
const LONGUEUR_NOM = 90

function abreger(nom: string): string {
  return nom.length <= LONGUEUR_NOM ? nom : `${nom.slice(0, LONGUEUR_NOM - 1).trimEnd()}…`
}

/**
 * Whether values are written with the names: they are not those of the axis, or the source gives more decimals to some,
 * which no one format writes.
 */
export function ecritAvecNoms({ series, textesPropres, genre }: DessinCategories): boolean {
  if (textesPropres === true) return true
  const [seule, ...autres] = series
  if (seule === undefined || autres.length > 0 || genre === 'lignes') return false
  const textes = seule.textes.filter((_, i) => (seule.valeurs[i] ?? null) !== null)
  const precis = textes.filter((texte) => texte.includes(','))
  return precis.length > 0 && precis.length < textes.length
}

/** Names of the categories; one that has no value says why where its bar would stand. */
function noms(dessin: DessinCategories): readonly string[] {
  const { categories, series } = dessin
  const [seule, ...autres] = series
  const aussi = ecritAvecNoms(dessin)
  return categories.map(({ nom }, i) => {
    const sans = seule !== undefined && autres.length === 0 && (seule.valeurs[i] ?? null) === null
    const dit = sans || aussi ? (seule?.textes[i] ?? '') : ''
    if (dit === '') return abreger(nom)
    return sans ? `${abreger(nom)} (${dit})` : `${abreger(nom)}\u202f: ${dit}`
  })
}

function couleurNiveau({ genre }: Niveau): string {
  return genre === 'objectif' ? COULEURS.seuil : COULEURS['encre-2']
}

/** What stands in brackets is in the notes: a key is read from afar. */
function nommer({ nom, texte }: Niveau): string {
  return `${nom.replace(/ \(.*\)$/, '')}\u202f: ${texte}`
}

/** A series of bars, and how it is coloured. */
interface Barres {
  readonly nom: string
  readonly valeurs: readonly (number | null)[]
  readonly couleur: string
}

/** Bars of one series: the one that the reader looks at is a series of its own, in its colour. */
function separerBarres({ categories, series }: DessinCategories): readonly Barres[] {
  const [seule, ...autres] = series
  const rang = categories.findIndex(({ repere }) => repere === true)
  if (seule === undefined || autres.length > 0)
    return series.map(({ nom, valeurs }, i) => ({ nom, valeurs, couleur: couleurSerie(i) }))
  if (rang < 0) return [{ nom: seule.nom, valeurs: seule.valeurs, couleur: COULEURS['donnee-1'] }]
  const garder = (ici: boolean) => seule.valeurs.map((valeur, i) => ((i === rang) === ici ? valeur : null))
  return [
    { nom: 'Autres', valeurs: garder(false), couleur: COULEURS['donnee-neutre'] },
    {
      nom: `${categories[rang]?.nom ?? ''}\u202f: ${seule.textes[rang] ?? ''}`,
      valeurs: garder(true),
      couleur: COULEURS['donnee-1'],
    },
  ]
}

const TIRETS = ['dash', 'sysDot', 'lgDashDot', 'sysDash'] as const

function traceNiveaux(niveaux: readonly Niveau[], nombre: number): readonly Trace[] {
  const autres = niveaux.filter(({ genre }) => genre !== 'objectif')
  return niveaux.map((niveau) => ({
    genre: 'line',
    series: [{ nom: nommer(niveau), valeurs: Array.from({ length: nombre }, () => niveau.valeur) }],
    couleurs: [couleurNiveau(niveau)],
    options: {
      lineSize: 2,
      lineDash: niveau.genre === 'objectif' ? 'solid' : (TIRETS[autres.indexOf(niveau) % TIRETS.length] ?? 'dash'),
      lineDataSymbol: 'none',
    },
  }))
}

/** One row of lying bars: a category, or a level among them. */
type Rangee = { readonly categorie: number } | { readonly niveau: Niveau }

/** Levels at their place where bars go down, else after them: lying bars leave no room for a line across. */
function rangees({ categories, series, niveaux }: DessinCategories): readonly Rangee[] {
  const valeurs = series[0]?.valeurs ?? []
  const descend = valeurs.every((v, i) => i === 0 || (v ?? -Infinity) <= (valeurs[i - 1] ?? Infinity))
  const rangs: Rangee[] = categories.map((_, categorie) => ({ categorie }))
  for (const niveau of niveaux.toSorted((a, b) => b.valeur - a.valeur)) {
    const suivant = descend
      ? rangs.findIndex((r) => 'categorie' in r && (valeurs[r.categorie] ?? -Infinity) < niveau.valeur)
      : -1
    rangs.splice(suivant < 0 ? rangs.length : suivant, 0, { niveau })
  }
  return rangs
}

/** Bounds of the intervals, row by row; none when there is none. */
function bornesCouchees({ series: [seule] }: DessinCategories, rangs: readonly Rangee[]): readonly Barres[] {
  const intervalles = seule?.intervalles
  if (intervalles === undefined) return []
  return (['bas', 'haut'] as const).map((cote, c) => ({
    nom: BORNES[cote],
    couleur: COULEURS.encre,
    valeurs: rangs.map((r) => ('categorie' in r ? (intervalles[r.categorie]?.[c] ?? null) : null)),
  }))
}

function barresCouchees(dessin: DessinCategories): GraphiqueNatif {
  const propres = separerBarres(dessin)
  const plusieurs = dessin.series.length > 1
  const rangs = rangees(dessin)
  const dits = noms(dessin)
  const niveaux = (['objectif', undefined] as const).flatMap((genre): readonly Barres[] => {
    const siens = rangs.map((r) =>
      'niveau' in r && (r.niveau.genre === 'objectif') === (genre === 'objectif') ? r.niveau : undefined,
    )
    const premier = siens.find((niveau) => niveau !== undefined)
    if (premier === undefined) return []
    return [
      {
        nom: genre === 'objectif' ? 'Objectif légal' : 'Repères',
        valeurs: siens.map((niveau) => niveau?.valeur ?? null),
        couleur: couleurNiveau(premier),
      },
    ]
  })
  const bornes = bornesCouchees(dessin, rangs)
  const barres = [
    ...propres.map((b) => ({
      ...b,
      valeurs: rangs.map((r) => ('categorie' in r ? (b.valeurs[r.categorie] ?? null) : null)),
    })),
    ...niveaux,
    ...bornes,
  ]
  return {
    categories: rangs.map((r) => ('niveau' in r ? nommer(r.niveau) : (dits[r.categorie] ?? ''))),
    traces: [
      {
        genre: 'bar',
        series: barres.map(({ nom, valeurs }) => ({ nom, valeurs })),
        couleurs: barres.map(({ couleur }) => couleur),
        options: {
          barDir: 'bar',
          barGapWidthPct: rangs.length > PEU ? 35 : 110,
          // Each row holds one bar only, whatever its series.
          ...(plusieurs ? {} : { barOverlapPct: 100 }),
          showValue: !plusieurs && !ecritAvecNoms(dessin),
          dataLabelPosition: bornes.length > 0 ? 'inEnd' : 'outEnd',
        },
      },
    ],
    couche: true,
    legende: plusieurs,
  }
}

function barresDebout(dessin: DessinCategories): GraphiqueNatif {
  const { categories, series, niveaux } = dessin
  const nombreuses = categories.length > COUCHEES
  const barres = separerBarres(dessin)
  const empilees = dessin.genre === 'barres-empilees'
  return {
    categories: noms(dessin),
    traces: [
      {
        genre: 'bar',
        series: barres.map(({ nom, valeurs }) => ({ nom, valeurs })),
        couleurs: barres.map(({ couleur }) => couleur),
        options: {
          barDir: 'col',
          barGapWidthPct: nombreuses ? 15 : 60,
          barGrouping: empilees ? 'stacked' : 'clustered',
          ...(series.length === 1 && !empilees ? { barOverlapPct: 100 } : {}),
          showValue: series.length === 1 && !nombreuses && !ecritAvecNoms(dessin),
        },
      },
      ...traceNiveaux(niveaux, categories.length),
    ],
    couche: false,
    legende: barres.length > 1 || niveaux.length > 0,
  }
}

function couleurDeRole({ role }: Serie, rang: number): string {
  if (role === 'repere') return COULEURS['donnee-1']
  return role === 'reference' ? COULEURS['encre-2'] : couleurSerie(rang)
}

/** The bounds of a series as two series more, so that they can be edited with it. */
function bornes({ intervalles }: Serie, couleur: string): readonly Trace[] {
  if (intervalles === undefined || intervalles.every((intervalle) => intervalle === null)) return []
  return (['bas', 'haut'] as const).map((cote, c) => ({
    genre: 'line',
    series: [{ nom: BORNES[cote], valeurs: intervalles.map((intervalle) => intervalle?.[c] ?? null) }],
    couleurs: [couleur],
    options: { lineSize: 1, lineDash: 'sysDot', lineDataSymbol: 'none' },
  }))
}

const SYMBOLES = ['circle', 'diamond', 'square', 'triangle'] as const

function lignes(dessin: DessinCategories): GraphiqueNatif {
  const { categories, niveaux, series } = dessin
  const references = series.filter(({ role }) => role === 'reference')
  const traces = series.flatMap((serie, i): readonly Trace[] => {
    const couleur = couleurDeRole(serie, i)
    const { nom, valeurs, role } = serie
    return [
      {
        genre: 'line',
        series: [{ nom, valeurs }],
        couleurs: [couleur],
        options: {
          lineSize: role === 'repere' || series.length === 1 ? 3.5 : 1.75,
          lineDash: role === 'reference' ? (TIRETS[references.indexOf(serie) % TIRETS.length] ?? 'dash') : 'solid',
          lineDataSymbol: role === 'reference' ? 'none' : (SYMBOLES[i % SYMBOLES.length] ?? 'circle'),
          lineDataSymbolSize: 8,
        },
      },
      ...bornes(serie, couleur),
    ]
  })
  const toutes = [...traces, ...traceNiveaux(niveaux, categories.length)]
  return { categories: noms(dessin), traces: toutes, couche: false, legende: toutes.length > 1 }
}

/** Whether a drawing is made of rows, one a name: they may be shared between two charts side by side. */
export function estCouche({ genre, categories }: DessinCategories): boolean {
  if (genre === 'lignes' || genre === 'barres-empilees' || categories.length > COUCHEES) return false
  return genre === 'points' || categories.length > DEBOUT || categories.some(({ nom }) => nom.length > NOM_COURT)
}

/** The native chart of a drawing: its values as they are, nothing computed but levels repeated along them. `debout`: bars stand. */
export function tracesDe(dessin: DessinCategories, debout = false): GraphiqueNatif {
  if (dessin.genre === 'lignes') return lignes(dessin)
  return estCouche(dessin) && !debout ? barresCouchees(dessin) : barresDebout(dessin)
}
