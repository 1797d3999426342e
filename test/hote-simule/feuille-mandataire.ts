import { COLONNES_MAX, LIGNES_MAX, lireAdresse } from './adresse.ts'
import type { ClasseurSimule } from './classeur.ts'
import { erreurHote } from './erreurs.ts'
import { evenement, type Evenement } from './evenement.ts'
import type { FeuilleSimulee, Visibilite } from './feuille.ts'
import { CollectionGraphiques } from './graphique-mandataire.ts'
import { Collection, Mandataire } from './mandataire.ts'
import { PlageMandataire } from './plage.ts'
import { CollectionTableaux, filtreDe } from './tableau-mandataire.ts'

const FEUILLE_ENTIERE = { ligne: 0, colonne: 0, lignes: LIGNES_MAX, colonnes: COLONNES_MAX }

export class FeuilleMandataire extends Mandataire<FeuilleSimulee> {
  protected readonly proprietes = {
    id: (f: FeuilleSimulee) => f.id,
    name: (f: FeuilleSimulee) => f.nom,
    visibility: (f: FeuilleSimulee) => f.visibilite,
    position: (f: FeuilleSimulee) => this.file.hote.classeur.feuilles.indexOf(f),
  }

  get id(): string {
    return this.lue('id')
  }
  get name(): string {
    return this.lue('name')
  }
  set name(nom: string) {
    this.fixer('name', nom, (f) => {
      if (this.file.hote.classeur.feuille(nom) !== undefined) throw erreurHote('ItemAlreadyExists', nom)
      f.nom = nom
    })
  }
  get visibility(): Visibilite {
    return this.lue('visibility')
  }
  set visibility(valeur: Visibilite) {
    this.fixer('visibility', valeur, (f) => {
      f.visibilite = valeur
    })
  }

  getRange(adresse?: string): PlageMandataire {
    return this.plage('getRange', () => {
      const zone = adresse === undefined ? FEUILLE_ENTIERE : lireAdresse(adresse)?.rectangle
      if (zone === undefined) throw erreurHote('InvalidArgument', adresse)
      return zone
    })
  }
  getRangeByIndexes(ligne: number, colonne: number, lignes: number, colonnes: number): PlageMandataire {
    this.file.hote.exiger('1.7')
    return this.plage('getRangeByIndexes', () => {
      const dedans = ligne >= 0 && colonne >= 0 && lignes > 0 && colonnes > 0
      if (!dedans || ligne + lignes > LIGNES_MAX || colonne + colonnes > COLONNES_MAX) {
        throw erreurHote('InvalidArgument', 'outside the sheet')
      }
      return { ligne, colonne, lignes, colonnes }
    })
  }
  getUsedRangeOrNullObject(): PlageMandataire {
    this.file.hote.exiger('1.4')
    return this.plage('getUsedRangeOrNullObject', (f) => f.zoneUtilisee())
  }
  private plage(nom: string, choisir: (f: FeuilleSimulee) => ReturnType<FeuilleSimulee['zoneUtilisee']>) {
    return new PlageMandataire(this.file, nom, () => {
      const feuille = this.cibleOuNulle()
      const zone = feuille && choisir(feuille)
      return feuille && zone && { feuille, zone }
    })
  }

  get tables(): CollectionTableaux {
    return new CollectionTableaux(this.file, 'tables', () => {
      const feuille = this.cible()
      return { feuille, liste: () => feuille.tableaux }
    })
  }
  get charts(): CollectionGraphiques {
    return new CollectionGraphiques(this.file, () => this.cible())
  }
  get protection(): ProtectionMandataire {
    this.file.hote.exiger('1.2')
    return new ProtectionMandataire(this.file, 'protection', () => this.cible())
  }
  get autoFilter(): ReturnType<typeof filtreDe> {
    this.file.hote.exiger('1.9')
    return filtreDe(this.file, () => this.cible())
  }
  get customProperties(): CollectionProprietes {
    this.file.hote.exiger('1.12')
    return new CollectionProprietes(this.file, 'customProperties', () => this.cible())
  }
  get names(): CollectionNomsLocaux {
    this.file.hote.exiger('1.4')
    return new CollectionNomsLocaux(this.file, 'sheet names', () => this.cible())
  }
  get freezePanes(): VoletsMandataire {
    this.file.hote.exiger('1.7')
    return new VoletsMandataire(this.file, 'freezePanes', () => this.cible())
  }
  get onChanged(): Evenement {
    this.file.hote.exiger('1.7')
    return evenement(this.file, 'onChanged', () => this.cible())
  }

  activate(): void {
    this.faire('activate', (f) => {
      if (f.visibilite !== 'Visible') throw erreurHote('InvalidOperation', 'the sheet is hidden')
      this.file.hote.selectionner(f, { ligne: 0, colonne: 0, lignes: 1, colonnes: 1 })
    })
  }
  delete(): void {
    this.faire(
      'delete sheet',
      (f) => {
        if (this.file.hote.classeur.protege) throw erreurHote('AccessDenied', 'the workbook is protected')
        if (f.visibilite === 'VeryHidden') throw erreurHote('InvalidOperation', 'a very hidden sheet cannot be deleted')
        this.file.hote.classeur.supprimerFeuille(f)
      },
      false,
    )
  }
}

class ProtectionMandataire extends Mandataire<FeuilleSimulee> {
  protected readonly proprietes = { protected: (f: FeuilleSimulee) => f.protegee }
  get protected(): boolean {
    return this.lue('protected')
  }
}

class VoletsMandataire extends Mandataire<FeuilleSimulee> {
  protected readonly proprietes = {}
  freezeRows(combien: number): void {
    this.faire('freezeRows', (f) => {
      f.lignesFigees = combien
    })
  }
}

interface ProprieteSimulee {
  readonly cle: string
  readonly valeur: string
}

class ProprieteMandataire extends Mandataire<ProprieteSimulee> {
  protected readonly proprietes = {
    key: (p: ProprieteSimulee) => p.cle,
    value: (p: ProprieteSimulee) => p.valeur,
  }
  get key(): string {
    return this.lue('key')
  }
  get value(): string {
    return this.lue('value')
  }
}

class CollectionProprietes extends Collection<FeuilleSimulee, ProprieteMandataire> {
  protected readonly proprietes = {}
  protected lister(f: FeuilleSimulee): (() => ProprieteMandataire)[] {
    return [...f.proprietes].map(
      ([cle, valeur]) =>
        () =>
          new ProprieteMandataire(this.file, 'property', () => ({ cle, valeur })),
    )
  }
  add(cle: string, valeur: string): void {
    this.faire('customProperties.add', (f) => {
      f.proprietes.set(cle, valeur)
    })
  }
  getItemOrNullObject(cle: string): ProprieteMandataire {
    return new ProprieteMandataire(this.file, 'getItemOrNullObject', () => {
      const valeur = this.cible().proprietes.get(cle)
      return valeur === undefined ? null : { cle, valeur }
    })
  }
}

interface NomPlace {
  readonly feuille: FeuilleSimulee
  readonly nom: string
}

class NomLocalMandataire extends Mandataire<NomPlace> {
  protected readonly proprietes = {
    name: ({ nom }: NomPlace) => nom,
    visible: ({ feuille, nom }: NomPlace) => feuille.noms.get(nom)?.visible ?? false,
    formula: ({ feuille, nom }: NomPlace) => feuille.noms.get(nom)?.formule ?? '',
  }
  get name(): string {
    return this.lue('name')
  }
  get formula(): string {
    return this.lue('formula')
  }
  get visible(): boolean {
    return this.lue('visible')
  }
  set visible(visible: boolean) {
    this.fixer('visible', visible, ({ feuille, nom }) => {
      const present = feuille.noms.get(nom)
      if (present !== undefined) present.visible = visible
    })
  }
  delete(): void {
    this.faire('name.delete', ({ feuille, nom }) => feuille.noms.delete(nom))
  }
}

/** Names local to a sheet; the same name may exist in another sheet, or in the workbook. */
class CollectionNomsLocaux extends Collection<FeuilleSimulee, NomLocalMandataire> {
  protected readonly proprietes = {}
  protected lister(feuille: FeuilleSimulee): (() => NomLocalMandataire)[] {
    return [...feuille.noms.keys()].map(
      (nom) => () => new NomLocalMandataire(this.file, 'name', () => ({ feuille, nom })),
    )
  }
  add(nom: string, formule: string): NomLocalMandataire {
    return new NomLocalMandataire(this.file, 'names.add', () => {
      const feuille = this.cible()
      if (feuille.noms.has(nom)) throw erreurHote('ItemAlreadyExists', nom)
      feuille.noms.set(nom, { formule, visible: true })
      return { feuille, nom }
    })
  }
  getItem(nom: string): NomLocalMandataire {
    return this.chercher(nom, true)
  }
  getItemOrNullObject(nom: string): NomLocalMandataire {
    return this.chercher(nom, false)
  }
  private chercher(nom: string, exige: boolean): NomLocalMandataire {
    return new NomLocalMandataire(this.file, 'getItem name', () => {
      const feuille = this.cible()
      if (feuille.noms.has(nom)) return { feuille, nom }
      if (exige) throw erreurHote('ItemNotFound', nom)
      return null
    })
  }
}

export class CollectionFeuilles extends Collection<ClasseurSimule, FeuilleMandataire> {
  protected readonly proprietes = {}
  protected lister(classeur: ClasseurSimule): (() => FeuilleMandataire)[] {
    return classeur.feuilles.map((f) => () => new FeuilleMandataire(this.file, 'worksheet', () => f))
  }
  getItem(cle: string): FeuilleMandataire {
    return this.chercher(cle, true)
  }
  getItemOrNullObject(cle: string): FeuilleMandataire {
    this.file.hote.exiger('1.4')
    return this.chercher(cle, false)
  }
  private chercher(cle: string, exigee: boolean): FeuilleMandataire {
    return new FeuilleMandataire(this.file, 'getItem', () => {
      const classeur = this.cible()
      const feuille = classeur.feuilles.find((f) => f.id === cle) ?? classeur.feuille(cle)
      if (feuille === undefined && exigee) throw erreurHote('ItemNotFound', cle)
      return feuille ?? null
    })
  }
  getActiveWorksheet(): FeuilleMandataire {
    return new FeuilleMandataire(this.file, 'getActiveWorksheet', () => this.cible().selection?.feuille ?? null)
  }
  add(nom: string): FeuilleMandataire {
    return new FeuilleMandataire(this.file, 'worksheets.add', () => {
      const classeur = this.cible()
      if (classeur.protege) throw erreurHote('AccessDenied', 'the workbook is protected')
      if (classeur.feuille(nom) !== undefined) throw erreurHote('ItemAlreadyExists', nom)
      return classeur.ajouterFeuille(nom)
    })
  }
  get onChanged(): Evenement {
    this.file.hote.exiger('1.9')
    return evenement(this.file, 'onChanged', () => undefined)
  }
  get onSelectionChanged(): Evenement {
    this.file.hote.exiger('1.9')
    return evenement(this.file, 'onSelectionChanged', () => undefined)
  }
}
