import { CHAMPS, DERIVES, modalites } from './tables.ts'

/** Why a grid is refused: what is wrong, with the criterion (or the part of the grid) that holds it. */
export interface Faute {
  readonly ou: string
  readonly quoi: string
}

type Objet = Readonly<Record<string, unknown>>
type Genre = 'booleen' | 'nombre' | 'date' | 'texte' | 'liste'

const DISCRIMINATOIRES = [
  'nationalite',
  'sexe',
  'civilite',
  'nom',
  'prenom',
  'origine',
  'religion',
  'lieu_naissance',
] as const

function estObjet(valeur: unknown): valeur is Objet {
  return typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur)
}

function genreDe(champ: unknown): Genre | undefined {
  const derive = DERIVES.get(String(champ))
  if (derive) return derive.type
  const base = CHAMPS.find(({ code }) => code === champ)
  if (base === undefined) return undefined
  if (base.type === 'entier') return 'nombre'
  return base.type === 'liste multiple' ? 'liste' : base.type
}

function estPoints(valeur: unknown): valeur is number {
  return typeof valeur === 'number' && Math.abs(valeur * 100 - Math.round(valeur * 100)) < 1e-6
}

function estJour(valeur: unknown): boolean {
  if (typeof valeur !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(valeur)) return false
  const date = new Date(`${valeur}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(valeur)
}

function dansLaListe(champ: unknown, valeur: unknown): boolean {
  const unite = CHAMPS.find(({ code }) => code === champ)?.unite ?? ''
  if (unite === 'insee') return typeof valeur === 'string' && /^(?:\d{5}|2[AB]\d{3})$/u.test(valeur)
  if (unite === 'champ') return genreDe(valeur) !== undefined
  return modalites(unite).some(({ code }) => code === valeur)
}

function convient(champ: unknown, genre: Genre, valeur: unknown): boolean {
  if (genre === 'booleen') return typeof valeur === 'boolean'
  if (genre === 'nombre') return typeof valeur === 'number'
  if (genre === 'date') return estJour(valeur)
  return genre === 'texte' ? typeof valeur === 'string' : dansLaListe(champ, valeur)
}

const ORDONNES = ['min', 'max', 'plus_de', 'moins_de']
const TESTS = ['est', 'parmi', ...ORDONNES]

function fautesDuTest(test: Objet): string[] {
  const { champ } = test
  const genre = genreDe(champ)
  if (genre === undefined) return fautesDuChamp(champ)
  const donnes = Object.keys(test).filter((membre) => membre !== 'champ')
  if (donnes.length === 0) return [`aucun test sur ${String(champ)}`]
  return donnes.flatMap((membre) => {
    const attendu = test[membre]
    if (!TESTS.includes(membre)) return [`test inconnu : ${membre}`]
    if (ORDONNES.includes(membre) && genre !== 'nombre' && genre !== 'date') return [`${membre} sur ${String(champ)}`]
    const valeurs = membre === 'parmi' ? (Array.isArray(attendu) ? attendu : [undefined]) : [attendu]
    return valeurs.filter((v) => !convient(champ, genre, v)).map((v) => `${String(champ)} : ${JSON.stringify(v)}`)
  })
}

function fautesDuChamp(champ: unknown, genres?: readonly Genre[]): string[] {
  if ((DISCRIMINATOIRES as readonly unknown[]).includes(champ)) return [`champ discriminatoire : ${String(champ)}`]
  const genre = genreDe(champ)
  if (genre === undefined) return [`champ inconnu : ${String(champ)}`]
  return genres && !genres.includes(genre) ? [`${String(champ)} n'est pas un nombre`] : []
}

function fautesDeCondition(condition: unknown): string[] {
  if (!estObjet(condition)) return ['condition absente']
  for (const groupe of ['tous', 'un_de']) {
    const sous = condition[groupe]
    if (sous !== undefined)
      return Array.isArray(sous) ? sous.flatMap(fautesDeCondition) : [`${groupe} : liste attendue`]
  }
  if ('non' in condition) return fautesDeCondition(condition['non'])
  return 'connu' in condition ? fautesDuChamp(condition['connu']) : fautesDuTest(condition)
}

function fautesDePar(par: unknown): string[] {
  if (!estObjet(par)) return ['par : objet attendu']
  const chaque = par['chaque']
  const fautes = fautesDuChamp(par['champ'], ['nombre'])
  return typeof chaque === 'number' && chaque > 0 ? fautes : [...fautes, `chaque : ${JSON.stringify(chaque)}`]
}

function fautesDeTranches(tranches: unknown): string[] {
  if (!estObjet(tranches)) return ['tranches : objet attendu']
  const { bornes, points } = tranches
  const fautes = fautesDuChamp(tranches['champ'], ['nombre'])
  if (!Array.isArray(bornes) || !Array.isArray(points)) return [...fautes, 'bornes et points attendus']
  if (!bornes.every((b, i) => typeof b === 'number' && (i === 0 || b > bornes[i - 1])))
    fautes.push('bornes croissantes')
  if (points.length !== bornes.length + 1) fautes.push(`${bornes.length + 1} points attendus`)
  return points.every(estPoints) ? fautes : [...fautes, 'points à deux décimales']
}

function fautesDePoints({ points, si, par, tranches }: Objet): string[] {
  if (tranches !== undefined) {
    return [...(points === undefined ? [] : ['points en trop']), ...(par === undefined ? [] : ['par et tranches'])]
  }
  if (!estPoints(points) || points === 0) return [`points : ${JSON.stringify(points)}`]
  return si === undefined && par === undefined ? ['ni si, ni par, ni tranches'] : []
}

function fautesDuCritere(critere: unknown): Faute[] {
  if (!estObjet(critere)) return [{ ou: 'criteres', quoi: 'objet attendu' }]
  const fautes = [
    ...fautesDePoints(critere),
    ...(critere['si'] === undefined ? [] : fautesDeCondition(critere['si'])),
    ...(critere['par'] === undefined ? [] : fautesDePar(critere['par'])),
    ...(critere['tranches'] === undefined ? [] : fautesDeTranches(critere['tranches'])),
  ]
  return fautes.map((quoi) => ({ ou: String(critere['code']), quoi }))
}

function fautesDeDepartage(departage: unknown): string[] {
  if (!estObjet(departage)) return ['objet attendu']
  const { champ, premier, ordre } = departage
  const genre = genreDe(champ)
  if (genre === undefined) return fautesDuChamp(champ)
  if (premier !== undefined) return convient(champ, genre, premier) ? [] : [`${String(champ)} : ${String(premier)}`]
  return ordre === undefined || ordre === 'croissant' || ordre === 'decroissant' ? [] : [`ordre : ${String(ordre)}`]
}

function doubles(parties: readonly unknown[]): string[] {
  const codes = parties.filter(estObjet).map(({ code }) => String(code))
  return codes.filter((code, i) => codes.indexOf(code) < i)
}

/** Everything for which a grid (after inheritance) is refused; nothing for a valid one. */
export function fautesDeGrille(grille: unknown): readonly Faute[] {
  if (!estObjet(grille)) return [{ ou: 'grille', quoi: 'objet attendu' }]
  const { criteres, familles = [], departage = [], portee } = grille
  const fautes: Faute[] = []
  if (grille['format'] !== 'grille-cotation/1') fautes.push({ ou: 'format', quoi: String(grille['format']) })
  for (const membre of ['id', 'nom']) {
    if (typeof grille[membre] !== 'string') fautes.push({ ou: membre, quoi: 'texte attendu' })
  }
  if (!Array.isArray(criteres)) return [...fautes, { ou: 'criteres', quoi: 'liste attendue' }]
  fautes.push(...criteres.flatMap(fautesDuCritere), ...doubles(criteres).map((ou) => ({ ou, quoi: 'code en double' })))
  for (const famille of Array.isArray(familles) ? familles : []) {
    const cumul: unknown = estObjet(famille) ? famille['cumul'] : undefined
    if (cumul !== 'somme' && cumul !== 'maximum') fautes.push({ ou: String(famille?.code), quoi: String(cumul) })
  }
  const reste = [
    ...(portee === undefined ? [] : fautesDeCondition(portee).map((quoi) => ({ ou: 'portee', quoi }))),
    ...(Array.isArray(departage) ? departage : [departage])
      .flatMap(fautesDeDepartage)
      .map((quoi) => ({ ou: 'departage', quoi })),
  ]
  return [...fautes, ...reste]
}
