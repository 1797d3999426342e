import type { Rectangle } from './adresse.ts'
import { erreurHote } from './erreurs.ts'
import type { FeuilleSimulee } from './feuille.ts'
import type { Stockee } from './stockage.ts'

export interface ColonneSimulee {
  readonly id: number
  nom: string
}

/** A table of a sheet: its zone holds the header row. Columns keep their identity when they are renamed. */
export class TableauSimule {
  nom: string
  readonly id: string
  readonly feuille: FeuilleSimulee
  zone: Rectangle
  filtre = false
  totaux = false
  supprime = false
  style = 'TableStyleMedium2'
  readonly colonnes: ColonneSimulee[] = []
  private suivant = 1

  constructor(nom: string, id: string, feuille: FeuilleSimulee, zone: Rectangle) {
    this.nom = nom
    this.id = id
    this.feuille = feuille
    this.zone = zone
    this.accorderColonnes()
  }

  get corps(): Rectangle {
    const horsCorps = this.totaux ? 2 : 1
    return { ...this.zone, ligne: this.zone.ligne + 1, lignes: Math.max(1, this.zone.lignes - horsCorps) }
  }

  /** One identity a column; an empty header gets the name that Excel would give it. */
  private accorderColonnes(): void {
    this.colonnes.length = Math.min(this.colonnes.length, this.zone.colonnes)
    for (let i = this.colonnes.length; i < this.zone.colonnes; i++) {
      const lu = this.feuille.lire(this.zone.ligne, this.zone.colonne + i)
      const nom = typeof lu === 'string' && lu !== '' ? lu : `Colonne${String(i + 1)}`
      this.colonnes.push({ id: this.suivant++, nom })
      this.feuille.poser(this.zone.ligne, this.zone.colonne + i, nom)
    }
  }

  renommerColonne(colonneFeuille: number, valeur: Stockee): void {
    const colonne = this.colonnes[colonneFeuille - this.zone.colonne]
    if (colonne !== undefined && valeur !== null && typeof valeur !== 'object') colonne.nom = String(valeur)
  }

  redimensionner(zone: Rectangle): void {
    if (zone.ligne !== this.zone.ligne || zone.lignes < 2) {
      throw erreurHote('InvalidArgument', 'the header row of a resized table must stay in place')
    }
    this.zone = zone
    this.accorderColonnes()
  }

  /** The totals row is the last one of the zone. */
  montrerTotaux(montrer: boolean): void {
    if (montrer === this.totaux) return
    const { ligne, colonne, lignes, colonnes } = this.zone
    const derniere = montrer ? ligne + lignes : ligne + lignes - 1
    for (let c = colonne; c < colonne + colonnes; c++) this.feuille.poser(derniere, c, null)
    if (montrer) this.feuille.poser(derniere, colonne, 'Total')
    this.zone = { ...this.zone, lignes: montrer ? lignes + 1 : lignes - 1 }
    this.totaux = montrer
  }

  /** Removes a column: what is to the right in the table's rows moves left. */
  supprimerColonne(nom: string): void {
    const rang = this.colonnes.findIndex((c) => c.nom === nom)
    if (rang < 0) throw erreurHote('ItemNotFound', `column ${nom}`)
    if (this.colonnes.length === 1) throw erreurHote('InvalidArgument', 'a table keeps one column')
    this.colonnes.splice(rang, 1)
    const { ligne, colonne, lignes, colonnes } = this.zone
    this.zone = { ...this.zone, colonnes: colonnes - 1 }
    for (let l = ligne; l < ligne + lignes; l++) {
      for (let c = colonne + rang; c < colonne + colonnes - 1; c++) {
        this.feuille.formater(l, c, this.feuille.format(l, c + 1))
        this.feuille.poser(l, c, this.feuille.lire(l, c + 1))
      }
      this.feuille.poser(l, colonne + colonnes - 1, null)
    }
  }

  decalerLignes(ligne: number, de: number): void {
    if (ligne <= this.zone.ligne) this.zone = { ...this.zone, ligne: this.zone.ligne + de }
    else if (ligne < this.zone.ligne + this.zone.lignes) this.zone = { ...this.zone, lignes: this.zone.lignes + de }
  }

  decalerColonnes(colonne: number, de: number): void {
    const { colonne: premiere, colonnes } = this.zone
    if (colonne <= premiere) this.zone = { ...this.zone, colonne: premiere + de }
    else if (colonne < premiere + colonnes) {
      this.zone = { ...this.zone, colonnes: colonnes + de }
      if (de > 0)
        this.colonnes.splice(colonne - premiere, 0, { id: this.suivant++, nom: `Colonne${String(this.suivant)}` })
      else this.colonnes.splice(colonne - premiere, -de)
    }
  }
}
