import { jourDe } from '../../socle/jour.ts'
import type { Cellule } from '../../socle/table.ts'
import type { LecteurSimple, Rejet } from './lecteur.ts'

const HEURE = String.raw`(?:(?:T|\s+(?:à\s+)?)\d{1,2}\s?[:hH].*)?$`
const ISO = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})${HEURE}`)
const FRANCAISE = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})${HEURE}`)

const PREMIERE_ANNEE = 1900
const REJET: Rejet = {
  code: 'valeur-illisible',
  attendu:
    'une date qui existe, jour/mois/année sur quatre chiffres, par exemple 31/01/2026 (ou une cellule au format Date)',
}

function depuisTexte(texte: string): number | undefined {
  const iso = ISO.exec(texte)
  if (iso !== null) return depuisAnnee(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const francaise = FRANCAISE.exec(texte)
  if (francaise === null) return undefined
  return depuisAnnee(Number(francaise[4]), Number(francaise[3]), Number(francaise[1]))
}

function depuisAnnee(annee: number, mois: number, quantieme: number): number | undefined {
  return annee < PREMIERE_ANNEE ? undefined : jourDe(annee, mois, quantieme)
}

function lire(cellule: Cellule): number | undefined {
  if (typeof cellule === 'string') return depuisTexte(cellule.trim())
  return typeof cellule === 'object' && cellule !== null && 'jour' in cellule ? cellule.jour : undefined
}

/**
 * Reads ISO days, d/m/yyyy (with `/`, `-` or `.`), a time after either being ignored, and Excel date cells, as a day.
 * Two-digit years, impossible days and plain numbers are rejected.
 */
export const lireDate: LecteurSimple = (cellule) => lire(cellule) ?? REJET
