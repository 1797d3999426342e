import { adresseDe, intersection, lireAdresse, type Rectangle } from './adresse.ts'
import { octetsJson } from './contexte.ts'
import { erreurHote } from './erreurs.ts'
import type { FeuilleSimulee } from './feuille.ts'
import type { HoteSimule } from './hote.ts'
import { Mandataire } from './mandataire.ts'
import type { Stockee } from './stockage.ts'
import { CollectionTableaux } from './tableau-mandataire.ts'
import { FeuilleMandataire } from './feuille-mandataire.ts'
import { ValidationMandataire } from './validation.ts'

/** A block of cells of one sheet. It does not follow insertions made after it was resolved. */
export interface Plage {
  readonly feuille: FeuilleSimulee
  readonly zone: Rectangle
}

function matrice<T>(zone: Rectangle, lire: (ligne: number, colonne: number) => T): T[][] {
  return Array.from({ length: zone.lignes }, (_, i) =>
    Array.from({ length: zone.colonnes }, (__, j) => lire(zone.ligne + i, zone.colonne + j)),
  )
}

function rendue(valeur: Stockee): string | number | boolean {
  if (valeur === null) return ''
  return typeof valeur === 'object' ? valeur.erreur : valeur
}

function typeRendu(valeur: Stockee): string {
  if (valeur === null) return 'Empty'
  if (typeof valeur === 'object') return 'Error'
  return { string: 'String', number: 'Double', boolean: 'Boolean' }[typeof valeur as 'string' | 'number' | 'boolean']
}

/** A read of cells: the cap holds on every platform; above it `values` is null, or the batch fails. */
function lireCellules<T>(hote: HoteSimule, { zone }: Plage, lire: (ligne: number, colonne: number) => T): T[][] | null {
  const cellules = zone.lignes * zone.colonnes
  hote.compteurs.plusGrandeLecture = Math.max(hote.compteurs.plusGrandeLecture, cellules)
  if (cellules > hote.profil.cellulesMax) {
    if (hote.profil.auDela === 'erreur') throw erreurHote('RangeExceedsLimit')
    return null
  }
  hote.compteurs.cellulesLues += cellules
  return matrice(zone, lire)
}

/** true, false, or null when some rows are hidden and others not. */
function lignesMasquees({ feuille, zone }: Plage): boolean | null {
  const masquees = [...feuille.lignesMasquees].filter((l) => l >= zone.ligne && l < zone.ligne + zone.lignes).length
  return masquees === 0 ? false : masquees === zone.lignes ? true : null
}

/** Calls `ecrire` on each cell with the value given to it: one value for all, or a matrix of the range's own size. */
function repartir(
  zone: Rectangle,
  donnees: unknown,
  ecrire: (ligne: number, colonne: number, valeur: unknown) => void,
) {
  const matrice = Array.isArray(donnees) ? (donnees as unknown[][]) : undefined
  if (matrice !== undefined && (matrice.length !== zone.lignes || matrice.some((l) => l.length !== zone.colonnes))) {
    throw erreurHote('InvalidArgument', 'the dimensions of the array and of the range differ')
  }
  for (let i = 0; i < zone.lignes; i++) {
    for (let j = 0; j < zone.colonnes; j++) {
      ecrire(zone.ligne + i, zone.colonne + j, matrice === undefined ? donnees : matrice[i]?.[j])
    }
  }
}

/** The smallest block of the zone that holds every full cell; null when there is none. */
function resserrer(zone: Rectangle, pleine: (ligne: number, colonne: number) => boolean): Rectangle | null {
  const cellules = matrice(zone, pleine)
  const lignes = cellules.flatMap((l, i) => (l.includes(true) ? [i] : []))
  const colonnes = cellules.flatMap((l) => l.flatMap((p, j) => (p ? [j] : [])))
  const [premiere] = lignes
  if (premiere === undefined) return null
  const gauche = colonnes.reduce((a, b) => Math.min(a, b))
  return {
    ligne: zone.ligne + premiere,
    colonne: zone.colonne + gauche,
    lignes: (lignes.at(-1) ?? premiere) - premiere + 1,
    colonnes: colonnes.reduce((a, b) => Math.max(a, b)) - gauche + 1,
  }
}

export class PlageMandataire extends Mandataire<Plage> {
  protected override readonly depuis = { rowHidden: '1.2' }
  protected readonly proprietes = {
    address: ({ feuille, zone }: Plage) => adresseDe(zone, feuille.nom),
    rowIndex: ({ zone }: Plage) => zone.ligne,
    columnIndex: ({ zone }: Plage) => zone.colonne,
    rowCount: ({ zone }: Plage) => zone.lignes,
    columnCount: ({ zone }: Plage) => zone.colonnes,
    cellCount: ({ zone }: Plage) => zone.lignes * zone.colonnes,
    values: (p: Plage) => lireCellules(this.file.hote, p, (l, c) => rendue(p.feuille.lire(l, c))),
    formulas: (p: Plage) => lireCellules(this.file.hote, p, (l, c) => rendue(p.feuille.contenu(l, c))),
    valueTypes: (p: Plage) => lireCellules(this.file.hote, p, (l, c) => typeRendu(p.feuille.lire(l, c))),
    numberFormat: (p: Plage) => lireCellules(this.file.hote, p, (l, c) => p.feuille.format(l, c)),
    rowHidden: lignesMasquees,
  }

  get address(): string {
    return this.lue('address')
  }
  get rowIndex(): number {
    return this.lue('rowIndex')
  }
  get columnIndex(): number {
    return this.lue('columnIndex')
  }
  get rowCount(): number {
    return this.lue('rowCount')
  }
  get columnCount(): number {
    return this.lue('columnCount')
  }
  get cellCount(): number {
    return this.lue('cellCount')
  }
  get valueTypes(): string[][] | null {
    return this.lue('valueTypes')
  }
  get rowHidden(): boolean | null {
    return this.lue('rowHidden')
  }

  get values(): unknown {
    return this.lue('values')
  }
  /** Null leaves a cell as it is; everything else is read as if typed. */
  set values(donnees: unknown) {
    this.ecrire('values', donnees)
  }
  get formulas(): unknown {
    return this.lue('formulas')
  }
  set formulas(donnees: unknown) {
    this.ecrire('formulas', donnees)
  }
  get numberFormat(): unknown {
    return this.lue('numberFormat')
  }
  set numberFormat(donnees: unknown) {
    this.fixer('numberFormat', donnees, ({ feuille, zone }) => {
      feuille.exigerModifiable()
      repartir(zone, donnees, (l, c, format) => {
        if (format !== null) feuille.formater(l, c, String(format))
      })
    })
  }

  private ecrire(nom: string, donnees: unknown): void {
    this.fixer(nom, donnees, ({ feuille, zone }) => {
      feuille.exigerModifiable()
      repartir(zone, donnees, (l, c, valeur) => {
        if (valeur !== null) feuille.saisir(l, c, valeur)
      })
      this.file.hote.compteurs.cellulesEcrites += zone.lignes * zone.colonnes
      this.file.hote.signalerChangement(feuille, zone, 'Local')
    })
  }

  get worksheet(): FeuilleMandataire {
    return new FeuilleMandataire(this.file, 'worksheet', () => this.cible().feuille)
  }

  private enfant(nom: string, calculer: (plage: Plage) => Rectangle | null): PlageMandataire {
    return new PlageMandataire(this.file, nom, () => {
      const plage = this.cibleOuNulle()
      const zone = plage === null ? null : calculer(plage)
      return plage === null || zone === null ? null : { feuille: plage.feuille, zone }
    })
  }

  getCell(ligne: number, colonne: number): PlageMandataire {
    return this.enfant('getCell', ({ zone: z }) => ({
      ligne: z.ligne + ligne,
      colonne: z.colonne + colonne,
      lignes: 1,
      colonnes: 1,
    }))
  }

  getResizedRange(lignes: number, colonnes: number): PlageMandataire {
    return this.enfant('getResizedRange', ({ zone: z }) => ({
      ...z,
      lignes: z.lignes + lignes,
      colonnes: z.colonnes + colonnes,
    }))
  }

  getRow(ligne: number): PlageMandataire {
    return this.enfant('getRow', ({ zone }) => ({ ...zone, ligne: zone.ligne + ligne, lignes: 1 }))
  }

  getUsedRangeOrNullObject(): PlageMandataire {
    this.file.hote.exiger('1.4')
    return this.enfant('getUsedRangeOrNullObject', ({ feuille, zone }) => {
      const utilisee = feuille.zoneUtilisee()
      const dedans = utilisee === null ? null : intersection(zone, utilisee)
      return dedans === null ? null : resserrer(dedans, (l, c) => feuille.lire(l, c) !== null)
    })
  }

  getIntersectionOrNullObject(autre: PlageMandataire | string): PlageMandataire {
    this.file.hote.exiger('1.4')
    return this.enfant('getIntersectionOrNullObject', ({ feuille, zone }) => {
      const cible = typeof autre === 'string' ? lireAdresse(autre)?.rectangle : autre.cible().zone
      const meme = typeof autre === 'string' || autre.cible().feuille === feuille
      return cible !== undefined && meme ? intersection(zone, cible) : null
    })
  }

  getTables(entieres = true): CollectionTableaux {
    this.file.hote.exiger('1.9')
    return new CollectionTableaux(this.file, 'getTables', () => {
      const { feuille, zone } = this.cible()
      return {
        liste: () =>
          feuille.tableaux.filter((t) => {
            const commune = intersection(t.zone, zone)
            return commune !== null && (!entieres || octetsJson(commune) === octetsJson(t.zone))
          }),
        feuille,
      }
    })
  }

  clear(quoi: 'All' | 'Contents' | 'Formats' = 'All'): void {
    this.faire('clear', ({ feuille, zone }) => {
      feuille.exigerModifiable()
      repartir(zone, null, (l, c) => {
        if (quoi !== 'Formats') feuille.poser(l, c, null)
        if (quoi === 'Contents') return
        feuille.formater(l, c, 'General')
        feuille.colorer(l, c, undefined)
      })
      this.file.hote.signalerChangement(feuille, zone, 'Local')
    })
  }

  /** Copies inside the workbook: the cells do not travel. Values keep their types, texts are not read again. */
  copyFrom(origine: PlageMandataire, quoi: 'All' | 'Values' | 'Formats' = 'All', sauterVides = false): void {
    this.file.hote.exiger('1.9')
    this.faire('copyFrom', ({ feuille, zone }) => {
      feuille.exigerModifiable()
      const source = origine.cible()
      for (let i = 0; i < source.zone.lignes; i++) {
        for (let j = 0; j < source.zone.colonnes; j++) {
          const [l, c] = [source.zone.ligne + i, source.zone.colonne + j]
          if (quoi !== 'Values') feuille.formater(zone.ligne + i, zone.colonne + j, source.feuille.format(l, c))
          const valeur = source.feuille.lire(l, c)
          if (quoi !== 'Formats' && !(sauterVides && valeur === null)) {
            feuille.poser(zone.ligne + i, zone.colonne + j, valeur)
          }
        }
      }
      this.file.hote.signalerChangement(feuille, zone, 'Local')
    })
  }

  merge(): void {
    this.faire('merge', ({ feuille, zone }) => {
      feuille.exigerModifiable()
      feuille.fusions.push(zone)
    })
  }

  /** Takes apart every merged area that touches the range. */
  unmerge(): void {
    this.faire('unmerge', ({ feuille, zone }) => {
      feuille.exigerModifiable()
      const restantes = feuille.fusions.filter((f) => intersection(f, zone) === null)
      feuille.fusions.splice(0, feuille.fusions.length, ...restantes)
    })
  }

  getMergedAreasOrNullObject(): PlageMandataire {
    this.file.hote.exiger('1.13')
    return this.enfant('getMergedAreasOrNullObject', ({ feuille, zone }) => {
      return feuille.fusions.find((f) => intersection(f, zone) !== null) ?? null
    })
  }

  select(): void {
    this.faire('select', ({ feuille, zone }) => {
      if (feuille.visibilite !== 'Visible') throw erreurHote('InvalidOperation', 'the sheet is hidden')
      this.file.hote.selectionner(feuille, zone)
    })
  }

  get format(): FormatMandataire {
    return new FormatMandataire(this.file, 'format', () => this.cible())
  }

  get dataValidation(): ValidationMandataire {
    this.file.hote.exiger('1.8')
    return new ValidationMandataire(this.file, 'dataValidation', () => this.cible())
  }
}

class FormatMandataire extends Mandataire<Plage> {
  protected readonly proprietes = {
    columnWidth: ({ feuille, zone }: Plage) => feuille.largeurs.get(zone.colonne) ?? 64,
  }

  get columnWidth(): number {
    return this.lue('columnWidth')
  }
  set columnWidth(points: number) {
    this.fixer('columnWidth', points, ({ feuille, zone }) => {
      feuille.exigerModifiable()
      for (let c = 0; c < zone.colonnes; c++) feuille.largeurs.set(zone.colonne + c, points)
    })
  }

  get font(): PoliceMandataire {
    return new PoliceMandataire(this.file, 'font', () => this.cible())
  }

  get fill(): FondMandataire {
    return new FondMandataire(this.file, 'fill', () => this.cible())
  }
}

class FondMandataire extends Mandataire<Plage> {
  protected readonly proprietes = {
    color: ({ feuille, zone }: Plage) => feuille.fond(zone.ligne, zone.colonne) ?? '#FFFFFF',
  }

  get color(): string {
    return this.lue('color')
  }
  set color(couleur: string) {
    this.fixer('color', couleur, (plage) => {
      if (!/^#[0-9A-F]{6}$/i.test(couleur)) throw erreurHote('InvalidArgument', couleur)
      this.peindre(plage, couleur)
    })
  }
  clear(): void {
    this.faire('fill.clear', (plage) => {
      this.peindre(plage, undefined)
    })
  }
  private peindre({ feuille, zone }: Plage, couleur: string | undefined): void {
    feuille.exigerModifiable()
    repartir(zone, null, (l, c) => {
      feuille.colorer(l, c, couleur)
    })
  }
}

class PoliceMandataire extends Mandataire<Plage> {
  protected readonly proprietes = {}
  set bold(valeur: boolean) {
    this.fixer('bold', valeur, ({ feuille }) => {
      feuille.exigerModifiable()
    })
  }
  set size(valeur: number) {
    this.fixer('size', valeur, ({ feuille }) => {
      feuille.exigerModifiable()
    })
  }
}
