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

/** Names short and few enough to be written under upright bars; else bars lie down. */
const DEBOUT = 8
const NOM_COURT = 14
/** Names written beside lying bars; beyond, they are too many to be read. */
const COUCHEES = 24
const LONGUEUR_NOM = 30
/** Names that lean under points. */
const LONGUEUR_PENCHE = 22

function abreger(nom: string, longueur = LONGUEUR_NOM): string {
  return nom.length <= longueur ? nom : `${nom.slice(0, longueur - 1).trimEnd()}…`
}

/** Names of the categories; one that has no value says why where its bar would stand. */
function noms({ categories, series }: DessinCategories, longueur = LONGUEUR_NOM): readonly string[] {
  const [seule, ...autres] = series
  return categories.map(({ nom }, i) => {
    const sans = seule !== undefined && autres.length === 0 && (seule.valeurs[i] ?? null) === null
    const raison = sans ? (seule.textes[i] ?? '') : ''
    return raison === '' ? abreger(nom, longueur) : `${abreger(nom, longueur)} (${raison})`
  })
}

function couleurNiveau({ genre }: Niveau): string {
  return genre === 'objectif' ? COULEURS.seuil : COULEURS['encre-2']
}

/** What stands in brackets is in the notes: a key is read from afar. */
function nommer({ nom, texte }: Niveau): string {
  return `${nom.replace(/ \(.*\)$/, '')}\u202f: ${texte}`
}

/** Bars of one series: grey but the one that the reader looks at. */
function couleursBarres({ categories, series }: DessinCategories): readonly string[] {
  const [seule, ...autres] = series
  if (seule === undefined || autres.length > 0) return series.map((_, i) => couleurSerie(i))
  const marquee = categories.some(({ repere }) => repere === true)
  return categories.map(({ repere }) => (marquee && repere !== true ? COULEURS['donnee-neutre'] : COULEURS['donnee-1']))
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

/** Lying bars leave no room for a line across: a level is a bar of its own, after the others. */
function barresCouchees(dessin: DessinCategories): GraphiqueNatif {
  const { series, niveaux } = dessin
  const seule = series.length === 1
  const couleurs = couleursBarres(dessin)
  return {
    categories: [...noms(dessin), ...niveaux.map(nommer)],
    traces: [
      {
        genre: 'bar',
        series: series.map(({ nom, valeurs }, i) => ({
          nom,
          valeurs: [...valeurs, ...niveaux.map(({ valeur }) => (i === 0 ? valeur : null))],
        })),
        couleurs: seule ? [...couleurs, ...niveaux.map(couleurNiveau)] : couleurs,
        options: { barDir: 'bar', barGapWidthPct: 40, showValue: seule },
      },
    ],
    couche: true,
    legende: !seule,
  }
}

function barresDebout(dessin: DessinCategories): GraphiqueNatif {
  const { categories, series, niveaux } = dessin
  const nombreuses = categories.length > COUCHEES
  return {
    categories: noms(dessin),
    traces: [
      {
        genre: 'bar',
        series: series.map(({ nom, valeurs }) => ({ nom, valeurs })),
        couleurs: couleursBarres(dessin),
        options: {
          barDir: 'col',
          barGapWidthPct: nombreuses ? 15 : 60,
          barGrouping: dessin.genre === 'barres-empilees' ? 'stacked' : 'clustered',
          showValue: series.length === 1 && !nombreuses,
        },
      },
      ...traceNiveaux(niveaux, categories.length),
    ],
    couche: false,
    legende: series.length > 1 || niveaux.length > 0,
  }
}

function couleurDeRole({ role }: Serie, rang: number, seules: boolean): string {
  if (role === 'repere') return COULEURS['donnee-1']
  if (seules) return rang === 0 ? COULEURS['trait-fort'] : COULEURS['donnee-1']
  return role === 'reference' ? COULEURS['encre-2'] : couleurSerie(rang)
}

/** The bounds of a series as two series more, so that they can be edited with it. */
function bornes({ nom, intervalles }: Serie, couleur: string, marque: boolean, seule: boolean): readonly Trace[] {
  if (intervalles === undefined || intervalles.every((intervalle) => intervalle === null)) return []
  return ([0, 1] as const).map((cote) => ({
    genre: 'line',
    series: [
      {
        nom: `${seule ? '' : `${nom}, `}borne ${cote === 0 ? 'basse' : 'haute'}`,
        valeurs: intervalles.map((intervalle) => intervalle?.[cote] ?? null),
      },
    ],
    couleurs: [couleur],
    options: marque
      ? { lineSize: 0, lineDataSymbol: 'dash', lineDataSymbolSize: 9 }
      : { lineSize: 1, lineDash: 'sysDash', lineDataSymbol: 'none' },
  }))
}

const SYMBOLES = ['circle', 'diamond', 'square', 'triangle'] as const

/** Points of one series: the one that the reader looks at is a series of its own, in its colour. */
function separerRepere({ categories, series }: DessinCategories): readonly Serie[] {
  const [seule, ...autres] = series
  const rang = categories.findIndex(({ repere }) => repere === true)
  if (seule === undefined || autres.length > 0 || rang < 0) return series
  const garder = (ici: boolean) => (valeur: number | null, i: number) => ((i === rang) === ici ? valeur : null)
  return [
    { ...seule, valeurs: seule.valeurs.map(garder(false)) },
    {
      nom: categories[rang]?.nom ?? '',
      role: 'repere',
      textes: seule.textes,
      valeurs: seule.valeurs.map(garder(true)),
    },
  ]
}

function pointsOuLignes(dessin: DessinCategories): GraphiqueNatif {
  const { genre, categories, niveaux } = dessin
  const points = genre === 'points'
  const series = points ? separerRepere(dessin) : dessin.series
  const separee = series !== dessin.series
  const traces = series.flatMap((serie, i): readonly Trace[] => {
    const couleur = couleurDeRole(serie, i, separee)
    const { nom, valeurs, role } = serie
    return [
      {
        genre: 'line',
        series: [{ nom, valeurs }],
        couleurs: [couleur],
        options: {
          lineSize: points ? 0 : role === 'repere' || series.length === 1 ? 3 : 1.5,
          lineDash: role === 'reference' ? 'dash' : 'solid',
          lineDataSymbol: SYMBOLES[i % SYMBOLES.length] ?? 'circle',
          lineDataSymbolSize: points ? 10 : 6,
        },
      },
      ...bornes(serie, couleur, points, dessin.series.length === 1),
    ]
  })
  const toutes = [...traces, ...traceNiveaux(niveaux, categories.length)]
  return {
    categories: noms(dessin, LONGUEUR_PENCHE),
    traces: toutes,
    couche: false,
    legende: toutes.length > 1,
  }
}

/** The native chart of a drawing: its values as they are, nothing computed but levels repeated along them. */
export function tracesDe(dessin: DessinCategories): GraphiqueNatif {
  if (dessin.genre === 'points' || dessin.genre === 'lignes') return pointsOuLignes(dessin)
  const { categories, genre } = dessin
  const debout = categories.length <= DEBOUT && categories.every(({ nom }) => nom.length <= NOM_COURT)
  const couchees = genre === 'barres' && !debout && categories.length <= COUCHEES
  return couchees ? barresCouchees(dessin) : barresDebout(dessin)
}
