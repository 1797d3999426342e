import { Refus } from '../socle/refus.ts'
import type { Cellule, FeuilleBrute, LigneBrute } from '../socle/table.ts'
import { cleTexte } from '../socle/texte.ts'
import { creerTableSeuils, type LigneSeuils, type TableSeuils } from './seuils-quartiles.ts'

const COLONNES = ['siren', 'annee', 'q1', 'q2', 'q3'] as const
type Colonne = (typeof COLONNES)[number]
type Places = Readonly<Record<Colonne, number>>

const RAISONS_MONTREES = 20

/**
 * Reads thresholds given by the user, as a table with the columns siren, annee, q1, q2, q3 (others are left alone),
 * headers on the first row written; amounts in euros per consumption unit and per year. They replace the shipped
 * thresholds altogether.
 *
 * @throws Refus when a column is missing, a line cannot be read, q1 < q2 < q3 does not hold, or a territory has two lines
 * for one year: with a faulty table every quartile would be in doubt.
 * @example
 * const feuille = enFeuille('Seuils', [['siren', 'annee', 'q1', 'q2', 'q3'], ['200093201', 2026, 9456, 13935, 19380]])
 * lireSeuils(feuille).parSiren.get('200093201') //=> [{ annee: 2026, q1: 9456, q2: 13935, q3: 19380 }]
 */
export function lireSeuils(feuille: FeuilleBrute): TableSeuils {
  const lignes = [...feuille.lignes].filter((ligne) => ligne.cellules.some((cellule) => texteDe(cellule) !== ''))
  const [entetes, ...donnees] = lignes
  if (entetes === undefined || donnees.length === 0)
    throw new Refus(`Le fichier de seuils «\u202f${feuille.nom}\u202f» ne contient aucun seuil.`)
  const places = trouverColonnes(entetes)
  const lues = donnees.map((ligne) => lireLigne(ligne, places))
  const raisons = [...lues.filter((lue) => typeof lue === 'string'), ...doublons(lues)]
  if (raisons.length > 0) throw new Refus(abreger(raisons))
  return creerTable(
    lues.filter((lue) => typeof lue !== 'string'),
    feuille.nom,
  )
}

function creerTable(lignes: readonly LigneSeuils[], nom: string): TableSeuils {
  const annees = [...new Set(lignes.map(({ annee }) => annee))]
  const millesimes = annees.map((annee) => ({
    annee,
    unite: '€ par unité de consommation et par an',
    reference: { titre: `Fichier fourni par l’utilisateur\u202f: ${nom}` },
    etat: { q1: 'a-verifier', q2: 'a-verifier', q3: 'a-verifier' } as const,
  }))
  return creerTableSeuils(lignes, millesimes)
}

function trouverColonnes(entetes: LigneBrute): Places {
  const cles = entetes.cellules.map((cellule) => cleTexte(texteDe(cellule)))
  const places = { siren: 0, annee: 0, q1: 0, q2: 0, q3: 0 }
  for (const colonne of COLONNES) places[colonne] = cles.indexOf(colonne)
  const absentes = COLONNES.filter((colonne) => places[colonne] < 0)
  if (absentes.length > 0)
    throw new Refus(
      `Colonnes absentes du fichier de seuils\u202f: ${absentes.join(', ')}. Colonnes attendues\u202f: ${COLONNES.join(', ')}.`,
    )
  return places
}

/** The line read, or a sentence that says what is wrong with it. */
function lireLigne({ numero, cellules }: LigneBrute, places: Places): LigneSeuils | string {
  const texte = (colonne: Colonne): string => texteDe(cellules[places[colonne]] ?? null)
  const montant = (colonne: Colonne): number => nombreDe(texte(colonne))
  const ligne = {
    siren: texte('siren'),
    annee: montant('annee'),
    q1: montant('q1'),
    q2: montant('q2'),
    q3: montant('q3'),
  }
  if (!/^\d{9}$/.test(ligne.siren))
    return `Ligne ${numero}\u202f: SIREN «\u202f${ligne.siren}\u202f» lu, neuf chiffres attendus.`
  if (!Number.isInteger(ligne.annee) || ligne.annee < 2000 || ligne.annee > 2100)
    return `Ligne ${numero}\u202f: année «\u202f${texte('annee')}\u202f» lue, une année à quatre chiffres attendue.`
  if (!(ligne.q1 > 0 && ligne.q1 < ligne.q2 && ligne.q2 < ligne.q3))
    return `Ligne ${numero}\u202f: seuils «\u202f${texte('q1')}\u202f», «\u202f${texte('q2')}\u202f», «\u202f${texte('q3')}\u202f» lus, trois montants croissants en euros attendus.`
  return ligne
}

function doublons(lues: readonly (LigneSeuils | string)[]): string[] {
  const vues = new Set<string>()
  return lues.flatMap((lue) => {
    if (typeof lue === 'string') return []
    const cle = `${lue.siren} ${lue.annee}`
    if (vues.has(cle))
      return [`Le territoire ${lue.siren} a plusieurs lignes de seuils pour ${lue.annee}\u202f: gardez-en une.`]
    vues.add(cle)
    return []
  })
}

function abreger(raisons: readonly string[]): string[] {
  const reste = raisons.length - RAISONS_MONTREES
  return reste > 0
    ? [...raisons.slice(0, RAISONS_MONTREES), `Et ${reste} autres lignes à corriger dans le fichier de seuils.`]
    : [...raisons]
}

function texteDe(cellule: Cellule): string {
  return typeof cellule === 'string' || typeof cellule === 'number' ? String(cellule).trim() : ''
}

/** NaN when the text is not an amount. */
function nombreDe(texte: string): number {
  const sansBlancs = texte.replace(/[\s\u202f\u2009]|€/gu, '').replace(',', '.')
  return /^\d+(\.\d+)?$/.test(sansBlancs) ? Number(sansBlancs) : Number.NaN
}
