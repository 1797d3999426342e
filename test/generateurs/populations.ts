import fc from 'fast-check'
import type { CelluleNaive } from '../naif/cellules.ts'
import { jourIso } from '../naif/jours.ts'
import { valeurDuVide } from '../naif/lire.ts'
import { CHAMPS } from '../naif/tables.ts'
import type { Champ } from '../naif/tables.ts'
import { codesDe, JOUR, JOUR_FUTUR, JOURS, NOMBRES } from './champs.ts'
import { ecrirePropre, ecrireSale, faute } from './ecritures.ts'
import type { ValeurTiree } from './ecritures.ts'
import { tirage } from './tirage.ts'
import type { Tirage } from './tirage.ts'

/** A table as typed, and the switches with which it is to be read. */
export interface Population {
  readonly entetes: readonly string[]
  readonly lignes: readonly (readonly CelluleNaive[])[]
  readonly jour: string
  readonly videNon: readonly string[]
  readonly sansDefauts: boolean
}

export interface OptionsPopulation {
  readonly nombre: number
  readonly graine: number
  /** Odd headers, labels, spaces, faults, duplicates, several columns of reasons; otherwise codes, ISO days and numbers. */
  readonly sale?: boolean
  /** Share of empty cells in optional columns; 0.2 unless given. */
  readonly vides?: number
}

function tirerListe(champ: Champ, { entier, parmi, chance }: Tirage): readonly string[] {
  if (chance(0.1)) return []
  const codes = codesDe(champ.code)
  const n = champ.code === 'justifies' ? entier(1, 30) : entier(1, 3)
  return [...new Set(Array.from({ length: n }, () => parmi(codes)))]
}

function tirerValeur(champ: Champ, hasard: Tirage): ValeurTiree {
  const { parmi, chance } = hasard
  switch (champ.type) {
    case 'booleen':
      return chance(0.4)
    case 'entier':
    case 'nombre':
      return parmi(NOMBRES[champ.code] ?? [0, 1])
    case 'date':
      return chance(0.03) ? JOUR_FUTUR : parmi(JOURS[champ.code] ?? [JOUR])
    case 'liste':
      return champ.code === 'statut_demande' && chance(0.8) ? 'active' : parmi(codesDe(champ.code))
    case 'liste multiple':
      return tirerListe(champ, hasard)
    default:
      return champ.unite === '' ? parmi(['Bailleur fictif A', 'Bailleur fictif B']) : parmi(codesDe(champ.code))
  }
}

/** A column: the field it holds, or nothing for a column that is no business of ours. */
interface Colonne {
  readonly entete: string
  readonly champ: Champ | undefined
}

const ETRANGERES = ['Observations', '__proto__', 'constructor', 'Agent instructeur', 'Observations', '']

function nomDeColonne(champ: Champ, { parmi, chance }: Tirage): string {
  const nom = parmi([champ.code, champ.libelle, ...champ.synonymes])
  return chance(0.3) ? `  ${nom.toUpperCase()} ` : nom
}

function choisirColonnes(hasard: Tirage, sale: boolean): readonly Colonne[] {
  const champs = CHAMPS.filter((champ) => champ.obligatoire || hasard.chance(0.85))
  const colonnes = champs.flatMap((champ): readonly Colonne[] => {
    if (!sale) return [{ entete: champ.code, champ }]
    if (champ.code === 'motifs' && hasard.chance(0.5))
      return ['Motif 1', 'Motif 2', 'Motif 3'].map((entete) => ({ entete, champ }))
    return [{ entete: nomDeColonne(champ, hasard), champ }]
  })
  const etrangeres = sale ? ETRANGERES.filter(() => hasard.chance(0.4)) : []
  return hasard.melanger([...colonnes, ...etrangeres.map((entete) => ({ entete, champ: undefined }))])
}

/** Household figures that go together, since two fields drawn apart would mostly disagree. */
function coherer(valeurs: Map<string, ValeurTiree>, { chance, entier }: Tirage): void {
  const personnes = Number(valeurs.get('nb_personnes') ?? 1)
  if (Number(valeurs.get('nb_moins_14') ?? 0) > personnes && !chance(0.1))
    valeurs.set('nb_moins_14', entier(0, personnes))
}

function numero(i: number): string {
  return `059${String(i + 1).padStart(15, '0')}`
}

function tirerLigne(i: number, hasard: Tirage, vides: number): Map<string, ValeurTiree> {
  const valeurs = new Map<string, ValeurTiree>()
  for (const champ of CHAMPS) {
    if (champ.obligatoire || !hasard.chance(vides)) valeurs.set(champ.code, tirerValeur(champ, hasard))
  }
  valeurs.set('numero_unique', numero(i))
  coherer(valeurs, hasard)
  return valeurs
}

/** Several columns for one list: its values one a column, the last column holding what is left. */
function repartir(valeur: ValeurTiree, place: number, places: number): ValeurTiree | undefined {
  if (places === 1 || typeof valeur !== 'object') return valeur
  if (valeur.length === 0) return place === 0 ? [] : undefined
  const part = place === places - 1 ? valeur.slice(place) : valeur.slice(place, place + 1)
  return part.length === 0 ? undefined : part
}

function ecrireLigne(
  colonnes: readonly Colonne[],
  valeurs: ReadonlyMap<string, ValeurTiree>,
  hasard: Tirage,
  sale: boolean,
): readonly CelluleNaive[] {
  return colonnes.map(({ champ, entete }, c): CelluleNaive => {
    if (champ === undefined) return hasard.chance(0.5) ? `note ${entete}` : null
    if (sale && hasard.chance(champ.obligatoire ? 0.01 : 0.03)) return faute(champ, hasard)
    const memes = colonnes.flatMap((colonne, k) => (colonne.champ === champ ? [k] : []))
    const valeur = valeurs.get(champ.code)
    const part = valeur === undefined ? undefined : repartir(valeur, memes.indexOf(c), memes.length)
    if (part === undefined) return sale && hasard.chance(0.2) ? hasard.parmi(['', '  ', '\u00a0']) : null
    return sale ? ecrireSale(champ, part, hasard) : ecrirePropre(part)
  })
}

/** Blank rows, a number already seen, cells beyond the last header. */
function deranger(
  lignes: (readonly CelluleNaive[])[],
  colonnes: readonly Colonne[],
  { chance, entier }: Tirage,
): readonly (readonly CelluleNaive[])[] {
  const iNumero = colonnes.findIndex(({ champ }) => champ?.code === 'numero_unique')
  return lignes.flatMap((ligne, i) => {
    const copie = [...ligne]
    if (i > 0 && chance(0.03)) copie[iNumero] = lignes[entier(0, i - 1)]?.[iNumero] ?? null
    if (chance(0.02)) copie.push('en trop')
    return chance(0.03) ? [colonnes.map(() => null), copie] : [copie]
  })
}

const DECLARABLES = CHAMPS.filter((champ) => valeurDuVide(champ) !== undefined).map(({ code }) => code)

/**
 * A random population as a table; the same seed gives the same table. Values are drawn from small sets that hit the
 * thresholds of the random grids.
 */
export function population({ nombre, graine, sale = false, vides = 0.2 }: OptionsPopulation): Population {
  const hasard = tirage(graine)
  const colonnes = choisirColonnes(hasard, sale)
  const lignes = Array.from({ length: nombre }, (_, i) =>
    ecrireLigne(colonnes, tirerLigne(i, hasard, vides), hasard, sale),
  )
  return {
    entetes: colonnes.map(({ entete }) => entete),
    lignes: sale ? deranger(lignes, colonnes, hasard) : lignes,
    jour: JOUR,
    videNon: hasard.chance(0.3) ? DECLARABLES.filter(() => hasard.chance(0.15)) : [],
    sansDefauts: hasard.chance(0.2),
  }
}

/** Random populations; they shrink by losing rows. */
export function populations(
  options: { readonly max?: number; readonly sale?: boolean; readonly vides?: number } = {},
): fc.Arbitrary<Population> {
  const { max = 25, ...reste } = options
  return fc
    .record({ nombre: fc.integer({ min: 1, max }), graine: fc.noShrink(fc.integer()) })
    .map((tire) => population({ ...tire, ...reste }))
}

/** The day of a population, as the readings take it. */
export function jourDe({ jour }: Population): number {
  return jourIso(jour)
}
