import type { CelluleNaive } from '../naif/cellules.ts'
import { jourIso } from '../naif/jours.ts'
import { modalites } from '../naif/tables.ts'
import type { Champ } from '../naif/tables.ts'
import type { Tirage } from './tirage.ts'

/** A value before anyone writes it: codes as strings, several as an array, days in ISO. */
export type ValeurTiree = boolean | number | string | readonly string[]

/** A value in its plainest form: a code, an ISO day, a number. */
export function ecrirePropre(valeur: ValeurTiree): CelluleNaive {
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  if (typeof valeur === 'string' || typeof valeur === 'number') return valeur
  return valeur.length === 0 ? 'aucun' : valeur.join(';')
}

function ecrireBooleen(valeur: boolean, { parmi }: Tirage): CelluleNaive {
  return valeur
    ? parmi<CelluleNaive>(['oui', 'OUI', 'Oui', 'o', 'vrai', 'TRUE', '1', 'x', 'X', true, 1, ' oui '])
    : parmi<CelluleNaive>(['non', 'NON', 'Non', 'n', 'faux', 'False', '0', false, 0])
}

const UNITES: Readonly<Record<string, readonly string[]>> = {
  '€/mois': ['€', ' €', '\u00a0€', ' €/mois'],
  '€/an': ['€', ' €'],
  'm²': [' m²', 'm2', '\u00a0m²'],
  pièces: [' pièces'],
  personnes: [' pers.'],
  'mois de loyer': [' mois'],
}

/** The number in French: groups of three by some space, a comma or a dot, the unit or not. */
function ecrireNombre(champ: Champ, valeur: number, { parmi, chance }: Tirage): CelluleNaive {
  if (chance(0.3)) return valeur
  if (champ.code === 'pieces_actuelles' && chance(0.4)) return `${parmi(['T', 'F', 't'])}${valeur}`
  const [unites = '0', decimales = ''] = String(valeur).split('.')
  const groupees = unites.replace(/\B(?=(?:\d{3})+$)/gu, parmi(['', ' ', '\u00a0', '\u202f', '\u2009']))
  const zeros = champ.unite.startsWith('€') || champ.type === 'entier' ? parmi(['', '0']) : ''
  const fin = decimales + zeros
  const nombre = fin === '' ? groupees : `${groupees}${parmi([',', '.'])}${fin}`
  return nombre + (chance(0.4) ? parmi(UNITES[champ.unite] ?? ['']) : '')
}

function ecrireJour(iso: string, { parmi }: Tirage): CelluleNaive {
  const [annee = '', mois = '', jour = ''] = iso.split('-')
  return parmi<CelluleNaive>([
    iso,
    `${jour}/${mois}/${annee}`,
    `${Number(jour)}/${Number(mois)}/${annee}`,
    `${jour}-${mois}-${annee}`,
    `${jour}.${mois}.${annee}`,
    `${jour}/${mois}/${annee} 10:30`,
    `${iso}T00:00:00`,
    { jour: jourIso(iso) },
  ])
}

function casse(texte: string, { parmi }: Tirage): string {
  return parmi([texte, texte.toUpperCase(), texte.toLowerCase(), ` ${texte} `])
}

/** A code as such, or its label, or one of its synonyms. */
function ecrireCode(champ: Champ, code: string, hasard: Tirage): string {
  const modalite = modalites(champ.unite).find((m) => m.code === code)
  return modalite === undefined ? code : casse(hasard.parmi([code, modalite.libelle, ...modalite.synonymes]), hasard)
}

/** A single code may come as a number, or have lost its leading zero. */
function ecrireSeul(champ: Champ, code: string, hasard: Tirage): CelluleNaive {
  const numerique = (champ.unite === 'motif' || champ.unite === 'insee') && /^\d+$/u.test(code)
  if (numerique && hasard.chance(0.2)) return Number(code)
  if (numerique && hasard.chance(0.2)) return String(Number(code))
  return champ.unite === 'champ' ? code : ecrireCode(champ, code, hasard)
}

function ecrireListe(champ: Champ, codes: readonly string[], hasard: Tirage): CelluleNaive {
  const [premier] = codes
  if (premier === undefined) return hasard.parmi(['aucun', 'Aucun', ' AUCUN '])
  if (codes.length === 1) return ecrireSeul(champ, premier, hasard)
  const separateur = hasard.parmi([';', ',', ', ', ' ; ', '\n'])
  return codes.map((code) => ecrireCode(champ, code, hasard)).join(separateur)
}

/** A value as someone might have typed it, or as an export or a spreadsheet might show it. */
export function ecrireSale(champ: Champ, valeur: ValeurTiree, hasard: Tirage): CelluleNaive {
  if (typeof valeur === 'boolean') return ecrireBooleen(valeur, hasard)
  if (typeof valeur === 'number') return ecrireNombre(champ, valeur, hasard)
  if (typeof valeur === 'object') return ecrireListe(champ, valeur, hasard)
  if (champ.type === 'date') return ecrireJour(valeur, hasard)
  if (champ.type === 'liste') return ecrireCode(champ, valeur, hasard)
  return champ.unite === 'insee' ? ecrireSeul(champ, valeur, hasard) : valeur
}

const ERREUR: CelluleNaive = { erreur: '#N/A' }

/** A cell that cannot be read in the field; for an integer also what is damaged or out of bounds. */
export function faute(champ: Champ, { parmi }: Tirage): CelluleNaive {
  if (champ.code === 'numero_unique') return parmi<CelluleNaive>(['5,91235E+16', '5.9E16', 1e17, ERREUR, ''])
  switch (champ.type) {
    case 'booleen':
      return parmi<CelluleNaive>(['peut-être', '2', ERREUR])
    case 'entier':
    case 'nombre':
      return parmi<CelluleNaive>(['?', '1.234,56', '-5', -5, '12 34', ERREUR])
    case 'date':
      return parmi<CelluleNaive>(['31/02/2025', '01/01/26', '2025-13-01', 'hier', ERREUR])
    case 'liste':
      return parmi<CelluleNaive>(['yourte', '???', ERREUR])
    case 'liste multiple':
      return parmi<CelluleNaive>(['inconnu au bataillon', 'aucun doute', ERREUR])
    default:
      return champ.unite === '' ? 'Bailleur fictif C' : parmi<CelluleNaive>(['Atlantide', ERREUR])
  }
}
