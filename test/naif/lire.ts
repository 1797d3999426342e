import { cle, estVide, lireCellule, SANS_NOMS } from './cellules.ts'
import type { CelluleNaive, Lecture, Noms, Valeur } from './cellules.ts'
import { entier, ZERO } from './exact.ts'
import { CHAMPS, DEFAUTS } from './tables.ts'
import type { Champ, Defaut } from './tables.ts'

/** A table as it was typed: headers, then one array of cells a row; the headers are row 1. */
export interface TableNaive {
  readonly entetes: readonly string[]
  readonly lignes: readonly (readonly CelluleNaive[])[]
}

/** One application: what is known of it, and which of its fields hold something that could not be used. */
export interface DemandeNaive {
  readonly ligne: number
  readonly numero: string
  /** Known values by field; an unknown field is absent. */
  readonly valeurs: Readonly<Record<string, Valeur | undefined>>
  /** Fields that are unknown though not empty: no fallback applies to them. */
  readonly illisibles: ReadonlySet<string>
  readonly inactive: boolean
}

export interface AnomalieNaive {
  readonly ligne: number
  readonly colonne: string
  readonly code: string
  readonly gravite: 'bloquante' | 'ignoree' | 'information'
}

export interface OptionsLecture {
  /** Day of the computation, as days since 1970. */
  readonly jour: number
  readonly videNon?: readonly string[]
  /** Defaults by rule, unless switched off. */
  readonly defauts?: boolean
  readonly noms?: Noms
}

export interface LectureTable {
  readonly demandes: readonly DemandeNaive[]
  readonly anomalies: readonly AnomalieNaive[]
  readonly videNon: readonly { readonly champ: string; readonly cellules: number }[]
  readonly defauts: readonly { readonly champ: string; readonly valeur: string; readonly cellules: number }[]
}

const PAR_CODE = new Map(CHAMPS.map((champ) => [champ.code, champ]))

function trouverChamp(entete: string): Champ | undefined {
  const k = cle(entete)
  if (k === '') return undefined
  return (
    CHAMPS.find((c) => cle(c.code) === k) ??
    CHAMPS.find((c) => cle(c.libelle) === k) ??
    CHAMPS.find((c) => c.synonymes.some((s) => cle(s) === k))
  )
}

/** Columns of each field, by code. Throws where the table cannot be used at all. */
function colonnesParChamp(entetes: readonly string[], signaler: (entete: string, code: string) => void) {
  const colonnes = new Map<string, number[]>()
  const inconnues = new Set<string>()
  entetes.forEach((entete, i) => {
    const champ = trouverChamp(entete)
    if (champ) colonnes.set(champ.code, [...(colonnes.get(champ.code) ?? []), i])
    else if (entete.trim() !== '') {
      signaler(entete, inconnues.has(cle(entete)) ? 'colonne-en-double' : 'colonne-inconnue')
      inconnues.add(cle(entete))
    }
  })
  for (const champ of CHAMPS) {
    const nombre = colonnes.get(champ.code)?.length ?? 0
    if (champ.obligatoire && nombre === 0) throw new Error(`no column for ${champ.code}`)
    if (champ.type !== 'liste multiple' && nombre > 1) throw new Error(`${nombre} columns for ${champ.code}`)
  }
  return colonnes
}

/** What a declared empty cell of a field stands for; undefined where the declaration is refused. */
export function valeurDuVide(champ: Champ): Valeur | undefined {
  if (champ.obligatoire) return undefined
  if (champ.type === 'booleen') return false
  if (champ.type === 'entier' || champ.type === 'nombre') return ZERO
  return champ.type === 'liste multiple' ? [] : undefined
}

function verifierVideNon(codes: readonly string[]): void {
  for (const code of codes) {
    const champ = PAR_CODE.get(code)
    if (champ === undefined || valeurDuVide(champ) === undefined) throw new Error(`vide-non refused for ${code}`)
  }
}

function valeurDuDefaut({ champ, valeur }: Defaut): Valeur {
  return PAR_CODE.get(champ)?.type === 'booleen' ? valeur === 'oui' : entier(Number(valeur))
}

/** A row being read. */
interface EnCours {
  readonly ligne: number
  readonly valeurs: Record<string, Valeur | undefined>
  readonly illisibles: Set<string>
}

/** Several columns of one list are merged in their order, without repeats; one bad value makes all of it unknown. */
function fusionner(lectures: readonly Lecture[]): Lecture {
  const mauvaise = lectures.find((lecture) => !lecture.lu)
  if (mauvaise) return mauvaise
  if (lectures.length === 1 && lectures[0]) return lectures[0]
  const codes = lectures.flatMap((lecture) => (lecture.lu && Array.isArray(lecture.valeur) ? lecture.valeur : []))
  return { lu: true, valeur: [...new Set<string>(codes)] }
}

/**
 * Reads a table into one object a row: the plain way of doing it.
 *
 * Throws when a required field has no column, when two columns hold one field of a single value, and when an empty
 * cell may not be declared « non » in a field.
 */
export function lireTable(table: TableNaive, options: OptionsLecture): LectureTable {
  const { jour, videNon = [], defauts = true, noms = SANS_NOMS } = options
  verifierVideNon(videNon)
  const anomalies: AnomalieNaive[] = []
  const colonnes = colonnesParChamp(table.entetes, (colonne, code) =>
    anomalies.push({ ligne: 1, colonne, code, gravite: 'information' }),
  )
  const champs = CHAMPS.filter((champ) => colonnes.has(champ.code))
  const reglesDefaut = defauts ? DEFAUTS.filter((regle) => colonnes.has(regle.champ)) : []
  const comptesVideNon = new Map(videNon.map((champ) => [champ, 0]))
  const comptesDefauts = new Map<Defaut, number>()
  const numerosVus = new Set<string>()
  const demandes: DemandeNaive[] = []

  function lireChamps(ligne: number, cellules: readonly CelluleNaive[]): EnCours {
    const valeurs: Record<string, Valeur | undefined> = {}
    const illisibles = new Set<string>()
    for (const champ of champs) {
      const remplies = (colonnes.get(champ.code) ?? []).map((i) => cellules[i]).filter((cellule) => !estVide(cellule))
      if (remplies.length === 0) continue
      const epci = typeof valeurs['epci'] === 'string' ? valeurs['epci'] : undefined
      const lecture = fusionner(remplies.map((cellule) => lireCellule(champ, cellule, noms, epci)))
      if (lecture.lu) valeurs[champ.code] = lecture.valeur
      else {
        illisibles.add(champ.code)
        const gravite = champ.obligatoire ? 'bloquante' : 'ignoree'
        anomalies.push({ ligne, colonne: champ.code, code: lecture.code, gravite })
      }
    }
    return { ligne, valeurs, illisibles }
  }

  function estVideDe({ valeurs, illisibles }: EnCours, code: string): boolean {
    return valeurs[code] === undefined && !illisibles.has(code)
  }

  function remplirLesVides(rangee: EnCours): void {
    const publics = rangee.valeurs['publics_prioritaires']
    if (Array.isArray(publics) && publics.includes('dalo') && estVideDe(rangee, 'dalo')) rangee.valeurs['dalo'] = true
    for (const code of videNon) {
      const champ = PAR_CODE.get(code)
      if (champ === undefined || !estVideDe(rangee, code)) continue
      rangee.valeurs[code] = valeurDuVide(champ)
      comptesVideNon.set(code, (comptesVideNon.get(code) ?? 0) + 1)
    }
    for (const regle of reglesDefaut) {
      if (!estVideDe(rangee, regle.champ)) continue
      const cause = regle.quand && rangee.valeurs[regle.quand.champ]
      if (regle.quand && !(typeof cause === 'string' && regle.quand.valeurs.includes(cause))) continue
      rangee.valeurs[regle.champ] = valeurDuDefaut(regle)
      comptesDefauts.set(regle, (comptesDefauts.get(regle) ?? 0) + 1)
    }
  }

  function appliquerReglesDeLigne(rangee: EnCours): void {
    const { ligne, valeurs, illisibles } = rangee
    const { nb_personnes: personnes, nb_moins_14: moins14, publics_prioritaires: publics } = valeurs
    if (plusGrand(moins14, personnes)) {
      delete valeurs['nb_moins_14']
      illisibles.add('nb_moins_14')
      anomalies.push({ ligne, colonne: 'nb_moins_14', code: 'incoherent', gravite: 'ignoree' })
    }
    if (Array.isArray(publics) && publics.includes('dalo') && valeurs['dalo'] === false)
      anomalies.push({ ligne, colonne: 'dalo', code: 'incoherent', gravite: 'information' })
    for (const champ of champs) {
      const valeur = valeurs[champ.code]
      if (champ.type === 'date' && typeof valeur === 'number' && valeur > jour)
        anomalies.push({ ligne, colonne: champ.code, code: 'date-future', gravite: 'information' })
    }
  }

  /** Whether the row stays out: a required field empty or unreadable, or a number already seen in any earlier row. */
  function estBloquee(rangee: EnCours): boolean {
    const { ligne, valeurs } = rangee
    const vides = CHAMPS.filter((champ) => champ.obligatoire && estVideDe(rangee, champ.code))
    for (const { code } of vides)
      anomalies.push({ ligne, colonne: code, code: 'obligatoire-vide', gravite: 'bloquante' })
    const numero = valeurs['numero_unique']
    const dejaVu = typeof numero === 'string' && numerosVus.has(numero)
    if (dejaVu) anomalies.push({ ligne, colonne: 'numero_unique', code: 'doublon', gravite: 'bloquante' })
    if (typeof numero === 'string') numerosVus.add(numero)
    return dejaVu || CHAMPS.some((champ) => champ.obligatoire && valeurs[champ.code] === undefined)
  }

  table.lignes.forEach((cellules, i) => {
    if (cellules.every(estVide)) return
    const ligne = i + 2
    if (cellules.slice(table.entetes.length).some((cellule) => !estVide(cellule)))
      anomalies.push({ ligne, colonne: '', code: 'ligne-trop-longue', gravite: 'information' })
    const rangee = lireChamps(ligne, cellules)
    remplirLesVides(rangee)
    appliquerReglesDeLigne(rangee)
    if (estBloquee(rangee)) return
    const { valeurs, illisibles } = rangee
    const statut = valeurs['statut_demande']
    const inactive = statut !== undefined && statut !== 'active'
    if (inactive) anomalies.push({ ligne, colonne: 'statut_demande', code: 'inactive', gravite: 'information' })
    demandes.push({ ligne, numero: String(valeurs['numero_unique']), valeurs, illisibles, inactive })
  })

  return {
    demandes,
    anomalies,
    videNon: [...comptesVideNon].map(([champ, cellules]) => ({ champ, cellules })),
    defauts: [...comptesDefauts].map(([{ champ, valeur }, cellules]) => ({ champ, valeur, cellules })),
  }
}

function plusGrand(a: Valeur | undefined, b: Valeur | undefined): boolean {
  return estRapport(a) && estRapport(b) && a.n * b.d > b.n * a.d
}

export function estRapport(valeur: Valeur | undefined): valeur is { readonly n: number; readonly d: number } {
  return typeof valeur === 'object' && !Array.isArray(valeur)
}
