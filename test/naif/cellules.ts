import { lireJour } from './jours.ts'
import type { Rapport } from './exact.ts'
import { CHAMPS, DERIVES, modalites } from './tables.ts'
import type { Champ, Modalite } from './tables.ts'

export type CelluleNaive =
  string | number | boolean | { readonly jour: number } | { readonly erreur: string } | null | undefined

/** A day is a plain number; any other number is exact. */
export type Valeur = boolean | string | number | Rapport | readonly string[]

export type CodeIllisible = 'valeur-illisible' | 'hors-liste' | 'numero-abime'

/** What a cell that is not empty turned out to hold. */
export type Lecture =
  { readonly lu: true; readonly valeur: Valeur } | { readonly lu: false; readonly code: CodeIllisible }

/** The territories by name, as arguments: this reading knows none. */
export interface Noms {
  readonly epcis: readonly { readonly siren: string; readonly nom: string }[]
  /** Communes of each EPCI, by SIREN. */
  readonly communes: ReadonlyMap<string, readonly { readonly insee: string; readonly nom: string }[]>
}

export const SANS_NOMS: Noms = { epcis: [], communes: new Map() }

const ILLISIBLE: Lecture = { lu: false, code: 'valeur-illisible' }
const HORS_LISTE: Lecture = { lu: false, code: 'hors-liste' }

function lu(valeur: Valeur | undefined, sinon: Lecture = ILLISIBLE): Lecture {
  return valeur === undefined ? sinon : { lu: true, valeur }
}

/** Accents removed, lower case, only letters and digits kept. */
export function cle(texte: string): string {
  return texte
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '')
}

export function estVide(cellule: CelluleNaive): boolean {
  return cellule === null || cellule === undefined || (typeof cellule === 'string' && cellule.trim() === '')
}

// ---- booleans

const OUI = ['oui', 'o', 'vrai', 'true', '1', 'x']
const NON = ['non', 'n', 'faux', 'false', '0']

function lireBooleen(cellule: CelluleNaive): Lecture {
  if (typeof cellule === 'boolean') return lu(cellule)
  if (typeof cellule === 'number' && (cellule === 0 || cellule === 1)) return lu(cellule === 1)
  if (typeof cellule !== 'string') return ILLISIBLE
  const mot = cellule.trim().toLowerCase()
  if (OUI.includes(mot)) return lu(true)
  return NON.includes(mot) ? lu(false) : ILLISIBLE
}

// ---- numbers

const UNITES: Readonly<Record<string, readonly string[]>> = {
  '€/mois': ['€/mois', '€'],
  '€/an': ['€/an', '€'],
  'm²': ['m²', 'm2'],
  pièces: ['pièces'],
  personnes: ['pers.', 'personnes'],
  'mois de loyer': ['mois de loyer', 'mois'],
}

const NOMBRE = /^(\d+|\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+)(?:[.,](\d+))?$/u

/** Whole part and decimals, as digits. */
interface Chiffres {
  readonly unites: string
  readonly decimales: string
}

function sansUnite(texte: string, unite: string): string {
  const minuscules = texte.toLowerCase()
  const suffixe = (UNITES[unite] ?? [unite]).find((u) => u !== '' && minuscules.endsWith(u))
  return suffixe === undefined ? texte : texte.slice(0, texte.length - suffixe.length).trimEnd()
}

function chiffresDuTexte(texte: string): Chiffres | undefined {
  const parties = NOMBRE.exec(texte)
  return parties
    ? { unites: (parties[1] ?? '').replace(/[^\d]/gu, ''), decimales: (parties[2] ?? '').replace(/0+$/u, '') }
    : undefined
}

/** The digits of a number cell, as the shortest decimal that is this number. */
function chiffresDuNombre(nombre: number): Chiffres | undefined {
  if (nombre < 0 || !Number.isFinite(nombre)) return undefined
  const [mantisse = '0', exposant = '0'] = nombre.toExponential().split('e')
  const chiffres = mantisse.replace('.', '')
  const virgule = 1 + Number(exposant)
  if (virgule <= 0) return { unites: '0', decimales: '0'.repeat(-virgule) + chiffres }
  return { unites: chiffres.slice(0, virgule).padEnd(virgule, '0'), decimales: chiffres.slice(virgule) }
}

function enCentimes({ unites, decimales }: Chiffres): Rapport {
  const arrondi = Number(decimales.charAt(2) || '0') >= 5 ? 1 : 0
  return { n: Number(unites + decimales.slice(0, 2).padEnd(2, '0')) + arrondi, d: 100 }
}

function enRapport({ unites, decimales }: Chiffres): Rapport {
  return { n: Number(unites + decimales), d: 10 ** decimales.length }
}

function lireNombre(champ: Champ, cellule: CelluleNaive): Lecture {
  if (typeof cellule !== 'string' && typeof cellule !== 'number') return ILLISIBLE
  const chiffres = typeof cellule === 'number' ? chiffresDuNombre(cellule) : lireChiffres(champ, cellule.trim())
  if (chiffres === undefined) return ILLISIBLE
  if (champ.unite.startsWith('€')) return lu(enCentimes(chiffres))
  const rapport = enRapport(chiffres)
  return champ.type === 'entier' ? lireEntier(champ, rapport) : lu(rapport)
}

function lireChiffres(champ: Champ, texte: string): Chiffres | undefined {
  const type = champ.code === 'pieces_actuelles' ? /^[TF](\d+)\+?$/iu.exec(texte) : null
  return type ? { unites: type[1] ?? '', decimales: '' } : chiffresDuTexte(sansUnite(texte, champ.unite))
}

function lireEntier(champ: Champ, rapport: Rapport): Lecture {
  if (rapport.d !== 1) return ILLISIBLE
  if (champ.code === 'nb_personnes' && rapport.n < 1) return ILLISIBLE
  if (champ.unite === '1-4' && (rapport.n < 1 || rapport.n > 4)) return ILLISIBLE
  return lu(rapport)
}

// ---- dates

function lireDate(cellule: CelluleNaive): Lecture {
  if (typeof cellule === 'object' && cellule !== null && 'jour' in cellule) return lu(cellule.jour)
  return typeof cellule === 'string' ? lu(lireJour(cellule.trim())) : ILLISIBLE
}

// ---- codes and closed lists

type Recherche = (texte: string, segments: number) => string | undefined

/** A closed list by matching key: codes first, then labels, then synonyms, the first of each winning. */
interface Index {
  readonly codes: ReadonlyMap<string, string>
  readonly mots: ReadonlyMap<string, string>
}

function indexer(liste: readonly Modalite[]): Index {
  const mots = new Map<string, string>()
  const ajouter = (mot: string, code: string) => {
    if (!mots.has(cle(mot))) mots.set(cle(mot), code)
  }
  for (const { code, libelle } of liste) ajouter(libelle, code)
  for (const { code, synonymes } of liste) for (const synonyme of synonymes) ajouter(synonyme, code)
  return { codes: new Map(liste.map(({ code }) => [cle(code), code])), mots }
}

/** Several segments together can only be a label that holds commas: « 1, 2 » is not the code 12. */
function rechercheDans(liste: readonly Modalite[], zeroPerdu: boolean): Recherche {
  const { codes, mots } = indexer(liste)
  return (texte, segments) => {
    const k = cle(texte)
    if (segments > 1) return mots.get(k)
    const chiffre = zeroPerdu && /^\d$/u.test(texte.trim()) ? codes.get(`0${k}`) : undefined
    return codes.get(k) ?? mots.get(k) ?? chiffre
  }
}

function rechercheCommune(noms: Noms, epci: string | undefined): Recherche {
  return (texte) => {
    const code = cle(texte).toUpperCase()
    if (/^(?:\d{5}|2[AB]\d{3})$/u.test(code)) return code
    if (/^\d{4}$/u.test(code)) return `0${code}`
    const homonymes = (noms.communes.get(epci ?? '') ?? []).filter((c) => cle(c.nom) === cle(texte))
    return homonymes.length === 1 ? homonymes[0]?.insee : undefined
  }
}

const CHAMPS_JUSTIFIABLES: readonly Modalite[] = [
  ...CHAMPS.map(({ code, libelle }) => ({ code, libelle, synonymes: [] })),
  ...[...DERIVES.keys()].map((code) => ({ code, libelle: code, synonymes: [] })),
]

const RECHERCHES = new Map<string, Recherche>()

function recherche(unite: string, noms: Noms, epci: string | undefined): Recherche {
  if (unite === 'insee') return rechercheCommune(noms, epci)
  const connue = RECHERCHES.get(unite)
  if (connue) return connue
  const liste = unite === 'champ' ? CHAMPS_JUSTIFIABLES : modalites(unite)
  const nouvelle = rechercheDans(liste, unite === 'motif')
  RECHERCHES.set(unite, nouvelle)
  return nouvelle
}

function texteDeCode(cellule: CelluleNaive): string | undefined {
  if (typeof cellule === 'string') return cellule.trim()
  return typeof cellule === 'number' && Number.isInteger(cellule) ? String(cellule) : undefined
}

/** From the left, the longest run of segments that is a value; undefined when some segment belongs to none. */
function decomposer(segments: readonly string[], trouver: Recherche): readonly string[] | undefined {
  const codes: string[] = []
  let debut = 0
  while (debut < segments.length) {
    let fin = segments.length
    let code: string | undefined
    while (fin > debut && code === undefined) {
      code = trouver(segments.slice(debut, fin).join(','), fin - debut)
      if (code === undefined) fin--
    }
    if (code === undefined) return undefined
    if (!codes.includes(code)) codes.push(code)
    debut = fin
  }
  return codes
}

function lireMultiple(texte: string, trouver: Recherche): Lecture {
  if (cle(texte) === 'aucun') return lu([])
  const segments = texte.split(/[,;\n\r]/u).filter((segment) => segment.trim() !== '')
  return lu(segments.length === 0 ? undefined : decomposer(segments, trouver), HORS_LISTE)
}

// ---- texts

function lireNumero(cellule: CelluleNaive): Lecture {
  if (typeof cellule === 'number') {
    const abime = !Number.isInteger(cellule) || Math.abs(cellule) >= 1e15
    return abime ? { lu: false, code: 'numero-abime' } : lu(String(cellule))
  }
  if (typeof cellule !== 'string') return ILLISIBLE
  const texte = cellule.trim()
  return /^\d+(?:[.,]\d+)?e\+?\d+$/iu.test(texte) ? { lu: false, code: 'numero-abime' } : lu(texte)
}

function lireEpci(cellule: CelluleNaive, noms: Noms): Lecture {
  const texte = texteDeCode(cellule)
  if (texte === undefined) return ILLISIBLE
  if (/^\d{9}$/u.test(cle(texte))) return lu(cle(texte))
  const homonymes = new Set(noms.epcis.filter((e) => cle(e.nom) === cle(texte)).map((e) => e.siren))
  return homonymes.size === 1 ? lu([...homonymes][0]) : ILLISIBLE
}

function lireTexte(champ: Champ, cellule: CelluleNaive, noms: Noms, epci: string | undefined): Lecture {
  if (champ.code === 'numero_unique') return lireNumero(cellule)
  if (champ.unite === 'siren') return lireEpci(cellule, noms)
  const texte = texteDeCode(cellule)
  if (texte === undefined) return ILLISIBLE
  return champ.unite === 'insee' ? lu(rechercheCommune(noms, epci)(texte, 1)) : lu(texte)
}

function lireListe(champ: Champ, cellule: CelluleNaive, noms: Noms, epci: string | undefined): Lecture {
  if (typeof cellule === 'object') return ILLISIBLE
  const texte = texteDeCode(cellule)
  if (texte === undefined) return HORS_LISTE
  const trouver = recherche(champ.unite, noms, epci)
  return champ.type === 'liste' ? lu(trouver(texte, 1), HORS_LISTE) : lireMultiple(texte, trouver)
}

/**
 * What one cell that is not empty says for a field.
 *
 * @param epci SIREN of the row's EPCI, among whose communes names are looked for
 */
export function lireCellule(champ: Champ, cellule: CelluleNaive, noms: Noms = SANS_NOMS, epci?: string): Lecture {
  switch (champ.type) {
    case 'booleen':
      return lireBooleen(cellule)
    case 'entier':
    case 'nombre':
      return lireNombre(champ, cellule)
    case 'date':
      return lireDate(cellule)
    case 'texte':
      return lireTexte(champ, cellule, noms, epci)
    default:
      return lireListe(champ, cellule, noms, epci)
  }
}
