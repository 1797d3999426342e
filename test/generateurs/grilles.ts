import fc from 'fast-check'
import type { ConditionJson, CritereJson, FamilleJson, GrilleJson, SurcoucheJson } from '../naif/grille.ts'
import { CHAMPS, DERIVES } from '../naif/tables.ts'
import { codesDe, EPCIS, genreDe, JOURS, NOMBRES, PAS } from './champs.ts'

/** What a random grid may use. */
export interface OptionsGrille {
  /** 12 unless given. */
  readonly criteresMax?: number
  /** Derived fields, `connu` and `sur_justificatif`: without them more knowledge never changes a decided criterion. */
  readonly monotone?: boolean
}

const BASES = CHAMPS.map(({ code }) => code).filter((code) => code !== 'numero_unique' && code !== 'bailleur_actuel')

function champsPermis({ monotone = false }: OptionsGrille): readonly string[] {
  return monotone ? BASES : [...BASES, ...DERIVES.keys()]
}

/** Points of at most two decimals, not 0. */
const points = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: -40, max: 60 }).map((n) => n * 100) },
    { weight: 1, arbitrary: fc.integer({ min: -500, max: 500 }) },
  )
  .filter((centiemes) => centiemes !== 0)
  .map((centiemes) => centiemes / 100)

function nombreDe(champ: string): fc.Arbitrary<number> {
  return fc.constantFrom(...(NOMBRES[champ] ?? []))
}

type Membres = Readonly<Record<string, fc.Arbitrary<unknown>>>

/** The conditions `{ champ, …membres }` of a field. */
function test(champ: string, membres: Membres): fc.Arbitrary<ConditionJson> {
  return fc.record({ champ: fc.constant(champ), ...membres }) as fc.Arbitrary<ConditionJson>
}

function testsOrdonnes<T extends number | string>(champ: string, valeurs: fc.Arbitrary<T>) {
  const entre = fc
    .tuple(valeurs, valeurs)
    .map(([a, b]) => ({ champ, min: a < b ? a : b, max: a < b ? b : a }) as ConditionJson)
  const simples = ['min', 'max', 'plus_de', 'moins_de'].map((membre) => test(champ, { [membre]: valeurs }))
  return fc.oneof(...simples, entre)
}

function testSur(champ: string): fc.Arbitrary<ConditionJson> {
  switch (genreDe(champ)) {
    case 'booleen':
      return test(champ, { est: fc.boolean() })
    case 'nombre': {
      const valeurs = nombreDe(champ)
      const parmi = fc.uniqueArray(valeurs, { minLength: 1, maxLength: 3 })
      return fc.oneof(
        { weight: 3, arbitrary: testsOrdonnes(champ, valeurs) },
        { weight: 1, arbitrary: fc.oneof(test(champ, { est: valeurs }), test(champ, { parmi })) },
      )
    }
    case 'date':
      return testsOrdonnes(champ, fc.constantFrom(...(JOURS[champ] ?? [])))
    case 'code': {
      const codes = fc.constantFrom(...codesDe(champ))
      const parmi = fc.uniqueArray(codes, { minLength: 1, maxLength: 6 })
      return fc.oneof(test(champ, { est: codes }), test(champ, { parmi }))
    }
    default:
      throw new Error(`no test for ${champ}`)
  }
}

/** A valid condition of any form, nested up to `profondeur` levels. */
export function condition(options: OptionsGrille = {}, profondeur = 2): fc.Arbitrary<ConditionJson> {
  const champ = fc.constantFrom(...champsPermis(options))
  const feuille = champ.chain(testSur)
  const connu = champ.map((code): ConditionJson => ({ connu: code }))
  const feuilles = options.monotone
    ? feuille
    : fc.oneof({ weight: 9, arbitrary: feuille }, { weight: 1, arbitrary: connu })
  if (profondeur === 0) return feuilles
  const dessous = condition(options, profondeur - 1)
  const plusieurs = fc.array(dessous, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    { weight: 5, arbitrary: feuilles },
    { weight: 2, arbitrary: plusieurs.map((tous): ConditionJson => ({ tous })) },
    { weight: 2, arbitrary: plusieurs.map((un_de): ConditionJson => ({ un_de })) },
    { weight: 1, arbitrary: dessous.map((non): ConditionJson => ({ non })) },
  )
}

function champNombre(options: OptionsGrille): fc.Arbitrary<string> {
  return fc.constantFrom(...champsPermis(options).filter((champ) => genreDe(champ) === 'nombre'))
}

function facultatif<T extends object>(arbitraire: fc.Arbitrary<T>): fc.Arbitrary<T | Record<string, never>> {
  return fc.oneof(fc.constant({}), arbitraire)
}

function par(options: OptionsGrille): fc.Arbitrary<NonNullable<CritereJson['par']>> {
  return champNombre(options).chain((champ) =>
    fc
      .tuple(
        fc.constantFrom(...(PAS[champ] ?? [1, 2])),
        facultatif(nombreDe(champ).map((a_partir_de) => ({ a_partir_de }))),
        facultatif(fc.integer({ min: 1, max: 20 }).map((maximum) => ({ maximum }))),
      )
      .map(([chaque, origine, maximum]) => ({ champ, chaque, ...origine, ...maximum })),
  )
}

function tranches(options: OptionsGrille): fc.Arbitrary<NonNullable<CritereJson['tranches']>> {
  return champNombre(options).chain((champ) =>
    fc.uniqueArray(nombreDe(champ), { minLength: 1, maxLength: 4 }).chain((valeurs) => {
      const bornes = [...valeurs].sort((a, b) => a - b)
      const n = bornes.length + 1
      const gains = fc.array(fc.oneof(points, fc.constant(0)), { minLength: n, maxLength: n })
      return gains.filter((g) => g.some((p) => p !== 0)).map((gagnes) => ({ champ, bornes, points: gagnes }))
    }),
  )
}

/** The rule of a criterion: `si`, `par`, both, or `tranches` with or without `si`. */
function regle(options: OptionsGrille): fc.Arbitrary<Partial<CritereJson>> {
  const si = condition(options).map((c) => ({ si: c }))
  const parSeul = par(options).map((p) => ({ par: p }))
  const avecPoints = points.map((p) => ({ points: p }))
  const reunir = (...parts: fc.Arbitrary<Partial<CritereJson>>[]) =>
    fc.tuple(...parts).map((morceaux): Partial<CritereJson> => Object.assign({}, ...morceaux))
  return fc.oneof(
    { weight: 4, arbitrary: reunir(avecPoints, si) },
    { weight: 2, arbitrary: reunir(avecPoints, parSeul) },
    { weight: 1, arbitrary: reunir(avecPoints, si, parSeul) },
    { weight: 2, arbitrary: tranches(options).map((t) => ({ tranches: t })) },
    {
      weight: 1,
      arbitrary: reunir(
        tranches(options).map((t) => ({ tranches: t })),
        si,
      ),
    },
  )
}

const CODES_FAMILLES = ['PRIO', 'LOGEMENT'] as const

function critere(code: string, options: OptionsGrille): fc.Arbitrary<CritereJson> {
  return fc
    .tuple(
      regle(options),
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...CODES_FAMILLES).map((famille) => ({ famille })) },
        { weight: 1, arbitrary: fc.constantFrom({ famille: 'NON_DECLAREE' }, {}) },
      ),
      options.monotone ? fc.constant(false) : fc.nat(8).map((n) => n === 0),
    )
    .map(([morceau, famille, justificatif]) => ({
      code,
      nom: `Critère ${code}`,
      ...famille,
      ...morceau,
      ...(justificatif ? { sur_justificatif: true } : {}),
    }))
}

const plafond = fc.integer({ min: 0, max: 6000 }).map((n) => n / 100)
const plancher = fc.integer({ min: -4000, max: 0 }).map((n) => n / 100)

/** Each clamp is there or not; a floor is never above a ceiling. */
const familles = fc
  .tuple(...CODES_FAMILLES.map((code) => famille(code)))
  .chain((toutes) => fc.subarray(toutes, { minLength: 1 })) as fc.Arbitrary<FamilleJson[]>

function famille(code: string): fc.Arbitrary<FamilleJson> {
  return fc
    .tuple(
      fc.constantFrom<'somme' | 'maximum'>('somme', 'maximum'),
      facultatif(plafond.map((n) => ({ plafond: n }))),
      facultatif(plancher.map((n) => ({ plancher: n }))),
    )
    .map(([cumul, haut, bas]) => ({ code, nom: `Famille ${code}`, cumul, ...haut, ...bas }))
}

const PREMIERS = [
  { champ: 'nature', premier: 'mutation' },
  { champ: 'statut_logement', premier: 'SD' },
  { champ: 'motifs', premier: '05' },
  { champ: 'dalo', premier: true },
] as const

const ORDONNES = [
  'date_depot',
  'date_naissance',
  'nb_personnes',
  'taux_effort',
  'reste_a_vivre',
  'age_titulaire',
] as const

const departage = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom(...PREMIERS),
    fc
      .tuple(
        fc.constantFrom(...ORDONNES),
        facultatif(
          fc.constantFrom<'croissant' | 'decroissant'>('croissant', 'decroissant').map((ordre) => ({ ordre })),
        ),
      )
      .map(([champ, ordre]) => ({ champ, ...ordre })),
  ),
  { maxLength: 3, selector: ({ champ }) => champ },
)

function criteres(options: OptionsGrille, prefixe = 'C'): fc.Arbitrary<CritereJson[]> {
  const max = options.criteresMax ?? 12
  // Small grids are drawn too, but a family says little before it holds several criteria.
  return fc
    .oneof(fc.integer({ min: 1, max }), fc.integer({ min: Math.ceil(max / 2), max }))
    .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => critere(`${prefixe}${i + 1}`, options))))
}

/** A valid grid that uses every kind of rule over many draws. */
export function grilleValide(options: OptionsGrille = {}, id = 'hasard'): fc.Arbitrary<GrilleJson> {
  return fc
    .tuple(
      criteres(options),
      fc.oneof(
        { weight: 4, arbitrary: familles.map((liste) => ({ familles: liste })) },
        { weight: 1, arbitrary: fc.constant({}) },
      ),
      facultatif(fc.integer({ min: 20, max: 120 }).map((note_max) => ({ note_max }))),
      facultatif(fc.integer({ min: -20, max: 10 }).map((note_min) => ({ note_min }))),
      facultatif(fc.constantFrom(...EPCIS).map((territoire) => ({ territoire }))),
      facultatif(fc.constantFrom<'stricte' | 'incluse'>('stricte', 'incluse').map((b) => ({ quartile_borne: b }))),
      facultatif(departage.map((d) => ({ departage: d }))),
    )
    .map(([liste, ...reste]): GrilleJson => {
      const entete = { format: 'grille-cotation/1' as const, id, nom: `Grille ${id}` }
      return Object.assign({}, entete, ...reste, { criteres: liste }) as GrilleJson
    })
}

/** One to three valid grids, all but some with a scope, for `--grille A B …`. */
export function grillesAPortee(options: OptionsGrille = {}): fc.Arbitrary<GrilleJson[]> {
  const avecPortee = (id: string) =>
    fc
      .tuple(grilleValide(options, id), facultatif(condition(options, 1).map((portee) => ({ portee }))))
      .map(([grille, portee]): GrilleJson => ({ ...grille, ...portee }))
  return fc
    .integer({ min: 1, max: 3 })
    .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => avecPortee(`grille-${i + 1}`))))
}

/** A core and an overlay on it: criteria replaced, added, removed; families told in full on both sides. */
export function socleEtSurcouche(
  options: OptionsGrille = {},
): fc.Arbitrary<{ readonly socle: GrilleJson; readonly surcouche: SurcoucheJson }> {
  return grilleValide(options, 'socle').chain((brut) =>
    fc
      .tuple(
        fc.subarray(brut.criteres.map(({ code }) => code)),
        fc.func(fc.constantFrom('remplace', 'retire', 'verrouille')),
        criteres(options, 'L'),
        criteres({ ...options, criteresMax: 12 }, 'C'),
        facultatif(familles.map((liste) => ({ familles: liste }))),
        facultatif(fc.integer({ min: 30, max: 90 }).map((note_max) => ({ note_max }))),
      )
      .map(([touches, sort, ajouts, remplacants, listeFamilles, note]) => {
        const sorts = new Map(touches.map((code) => [code, sort(code)]))
        const socle = {
          ...brut,
          criteres: brut.criteres.map((c) => (sorts.get(c.code) === 'verrouille' ? { ...c, verrouille: true } : c)),
        }
        const retires = touches
          .filter((code) => sorts.get(code) === 'retire')
          .map((code) => ({ code, retire: true as const }))
        const remplaces = remplacants.filter(({ code }) => sorts.get(code) === 'remplace')
        const entete = { format: 'grille-cotation/1' as const, id: 'surcouche', nom: 'Surcouche', socle: 'socle' }
        const surcouche = { ...entete, ...listeFamilles, ...note, criteres: [...retires, ...remplaces, ...ajouts] }
        return { socle, surcouche: memesBornes(socle, surcouche) }
      }),
  )
}

/**
 * A family that the overlay tells again keeps the clamps that the core's has, whatever their figures: whether it
 * replaces the whole family or only its members is then the same.
 */
function memesBornes(socle: GrilleJson, surcouche: SurcoucheJson): SurcoucheJson {
  if (surcouche.familles === undefined) return surcouche
  const completees = surcouche.familles.map((locale) => ({
    ...socle.familles?.find(({ code }) => code === locale.code),
    ...locale,
  }))
  return { ...surcouche, familles: completees }
}
