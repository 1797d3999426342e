import { lireAdresse, type Rectangle } from './adresse.ts'
import type { ErreurCellule, Stockee } from './stockage.ts'

/** What a formula needs to know of the workbook. */
export interface Resolveur {
  tableau(nom: string): TableauCite | undefined
  feuille(nom: string): FeuilleCitee | undefined
}
export interface FeuilleCitee {
  readonly nom: string
  readonly supprimee: boolean
  lire(ligne: number, colonne: number): Stockee
}
export interface TableauCite {
  readonly nom: string
  readonly supprime: boolean
  readonly feuille: FeuilleCitee
  readonly corps: Rectangle
  readonly colonnes: readonly { readonly nom: string }[]
}

type Reference =
  | { readonly genre: 'colonne'; readonly tableau: TableauCite; readonly colonne: { readonly nom: string } }
  | { readonly genre: 'plage'; readonly feuille: FeuilleCitee; readonly zone: Rectangle; readonly local: string }

const FONCTIONS: Readonly<Record<string, (valeurs: readonly Stockee[]) => number>> = {
  SUM: (v) => nombres(v).reduce((a, b) => a + b, 0),
  MAX: (v) => Math.max(0, ...nombres(v)),
  COUNTA: (v) => v.filter((x) => x !== null).length,
}

function nombres(valeurs: readonly Stockee[]): number[] {
  return valeurs.filter((v) => typeof v === 'number')
}

function lireReference(texte: string, resolveur: Resolveur, ici: FeuilleCitee): Reference | undefined {
  const structuree = /^([^[\]!]+)\[([^\]]+)\]$/.exec(texte)
  if (structuree !== null) {
    const tableau = resolveur.tableau(structuree[1] ?? '')
    const colonne = tableau?.colonnes.find((c) => c.nom === structuree[2])
    return tableau && colonne && { genre: 'colonne', tableau, colonne }
  }
  const adresse = lireAdresse(texte)
  const feuille = adresse?.feuille === undefined ? ici : resolveur.feuille(adresse.feuille)
  const local = texte.slice(texte.lastIndexOf('!') + 1)
  return adresse && feuille && { genre: 'plage', feuille, zone: adresse.rectangle, local }
}

function zoneDe(reference: Reference): { feuille: FeuilleCitee; zone: Rectangle } | undefined {
  if (reference.genre === 'plage') return reference.feuille.supprimee ? undefined : reference
  const rang = reference.tableau.colonnes.indexOf(reference.colonne)
  if (reference.tableau.supprime || reference.tableau.feuille.supprimee || rang < 0) return undefined
  const { corps } = reference.tableau
  return { feuille: reference.tableau.feuille, zone: { ...corps, colonne: corps.colonne + rang, colonnes: 1 } }
}

function valeursDe(feuille: FeuilleCitee, zone: Rectangle): Stockee[] {
  return Array.from({ length: zone.lignes * zone.colonnes }, (_, i) =>
    feuille.lire(zone.ligne + Math.floor(i / zone.colonnes), zone.colonne + (i % zone.colonnes)),
  )
}

/**
 * A formula `=FONCTION(reference)`, bound to its table column or sheet as Excel binds it: a renamed sheet, table or
 * header is followed, a deleted one gives `#REF!`. Any other formula gives `#NAME?`.
 */
export class Formule {
  valeur: Stockee = null
  private readonly saisie: string
  private readonly fonction: string | undefined
  private readonly reference: Reference | undefined

  constructor(saisie: string, resolveur: Resolveur, ici: FeuilleCitee) {
    this.saisie = saisie
    const lue = /^=([A-Z]+)\((.+)\)$/.exec(saisie)
    this.fonction = lue?.[1]
    this.reference = lue === null ? undefined : lireReference(lue[2] ?? '', resolveur, ici)
    this.recalculer()
  }

  get texte(): string {
    if (this.reference === undefined) return this.saisie
    const ref = this.reference
    if (zoneDe(ref) === undefined) return `=${this.fonction ?? ''}(#REF!)`
    const cible = ref.genre === 'colonne' ? `${ref.tableau.nom}[${ref.colonne.nom}]` : `${ref.feuille.nom}!${ref.local}`
    return `=${this.fonction ?? ''}(${cible})`
  }

  recalculer(): void {
    this.valeur = this.calculer()
  }

  private calculer(): number | ErreurCellule {
    const calcul = FONCTIONS[this.fonction ?? '']
    if (calcul === undefined || this.reference === undefined) return { erreur: '#NAME?' }
    const vise = zoneDe(this.reference)
    return vise === undefined ? { erreur: '#REF!' } : calcul(valeursDe(vise.feuille, vise.zone))
  }
}
