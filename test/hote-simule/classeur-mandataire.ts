import type { ClasseurSimule, NomDefini } from './classeur.ts'
import { erreurHote } from './erreurs.ts'
import { CollectionFeuilles } from './feuille-mandataire.ts'
import type { HoteSimule } from './hote.ts'
import { Collection, Mandataire, OCTETS_APPEL, Resultat } from './mandataire.ts'
import { PlageMandataire } from './plage.ts'
import { CollectionTableaux } from './tableau-mandataire.ts'

export class ClasseurMandataire extends Mandataire<ClasseurSimule> {
  protected readonly proprietes = {}

  get worksheets(): CollectionFeuilles {
    return new CollectionFeuilles(this.file, 'worksheets', () => this.cible())
  }
  get tables(): CollectionTableaux {
    return new CollectionTableaux(this.file, 'tables', () => {
      const classeur = this.cible()
      return { liste: () => classeur.tableaux, feuille: undefined }
    })
  }
  get names(): CollectionNoms {
    return new CollectionNoms(this.file, 'names', () => this.cible())
  }
  get settings(): CollectionReglages {
    this.file.hote.exiger('1.4')
    return new CollectionReglages(this.file, 'settings', () => this.cible())
  }
  get customXmlParts(): CollectionXml {
    this.file.hote.exiger('1.5')
    return new CollectionXml(this.file, 'customXmlParts', () => this.cible())
  }
  get protection(): ProtectionClasseur {
    this.file.hote.exiger('1.7')
    return new ProtectionClasseur(this.file, 'protection', () => this.cible())
  }
  get functions(): { date(annee: number, mois: number, jour: number): ResultatFonction } {
    return {
      date: (annee, mois, jour) =>
        new ResultatFonction(this.file, 'functions.date', () => {
          const jours = Date.UTC(annee, mois - 1, jour) / 86_400_000
          return { valeur: jours + (this.cible().date1904 ? 24_107 : 25_569) }
        }),
    }
  }

  getSelectedRange(): PlageMandataire {
    return new PlageMandataire(this.file, 'getSelectedRange', () => this.cible().selection ?? null)
  }
}

class ProtectionClasseur extends Mandataire<ClasseurSimule> {
  protected readonly proprietes = { protected: (c: ClasseurSimule) => c.protege }
  get protected(): boolean {
    return this.lue('protected')
  }
}

class ResultatFonction extends Mandataire<{ valeur: number }> {
  protected readonly proprietes = { value: (r: { valeur: number }) => r.valeur }
  get value(): number {
    return this.lue('value')
  }
}

class NomMandataire extends Mandataire<NomDefini> {
  protected readonly proprietes = {
    name: (n: NomDefini) => n.nom,
    visible: (n: NomDefini) => n.visible,
    type: () => 'Range',
  }
  get name(): string {
    return this.lue('name')
  }
  get visible(): boolean {
    return this.lue('visible')
  }
  get type(): string {
    return this.lue('type')
  }
  getRangeOrNullObject(): PlageMandataire {
    this.file.hote.exiger('1.4')
    return new PlageMandataire(this.file, 'getRangeOrNullObject', () => {
      const nom = this.cibleOuNulle()
      return nom === null || nom.feuille.supprimee ? null : nom
    })
  }
}

class CollectionNoms extends Collection<ClasseurSimule, NomMandataire> {
  protected readonly proprietes = {}
  protected lister(classeur: ClasseurSimule): (() => NomMandataire)[] {
    return [...classeur.noms.values()].map((nom) => () => new NomMandataire(this.file, 'name', () => nom))
  }
  getItemOrNullObject(nom: string): NomMandataire {
    this.file.hote.exiger('1.4')
    return new NomMandataire(this.file, 'getItemOrNullObject', () => this.cible().noms.get(nom) ?? null)
  }
}

interface Reglage {
  readonly cle: string
  readonly valeur: unknown
}

class ReglageMandataire extends Mandataire<Reglage> {
  protected readonly proprietes = { key: (r: Reglage) => r.cle, value: (r: Reglage) => r.valeur }
  get key(): string {
    return this.lue('key')
  }
  get value(): unknown {
    return this.lue('value')
  }
  delete(): void {
    this.faire('settings.delete', ({ cle }) => this.file.hote.classeur.reglages.delete(cle))
  }
}

/** Settings are saved with the file, as JSON, about 2 MB in all. */
const OCTETS_REGLAGES = 2 * 1024 * 1024

class CollectionReglages extends Collection<ClasseurSimule, ReglageMandataire> {
  protected readonly proprietes = {}
  protected lister(classeur: ClasseurSimule): (() => ReglageMandataire)[] {
    return [...classeur.reglages].map(
      ([cle, valeur]) =>
        () =>
          new ReglageMandataire(this.file, 'setting', () => ({ cle, valeur })),
    )
  }
  add(cle: string, valeur: unknown): void {
    const texte = JSON.stringify(valeur)
    this.commander('settings.add', OCTETS_APPEL + texte.length, () => {
      if (texte.length > OCTETS_REGLAGES) throw erreurHote('GeneralException', 'settings too large')
      this.cible().reglages.set(cle, JSON.parse(texte))
    })
  }
  getItemOrNullObject(cle: string): ReglageMandataire {
    return new ReglageMandataire(this.file, 'getItemOrNullObject', () => {
      const { reglages } = this.cible()
      return reglages.has(cle) ? { cle, valeur: reglages.get(cle) } : null
    })
  }
}

interface PartieXml {
  readonly id: string
}

class PartieXmlMandataire extends Mandataire<PartieXml> {
  protected readonly proprietes = { id: (p: PartieXml) => p.id }
  get id(): string {
    return this.lue('id')
  }
  getXml(): Resultat<string> {
    const resultat = new Resultat<string>()
    this.faire('getXml', ({ id }) => {
      const xml = this.file.hote.classeur.partiesXml.get(id) ?? ''
      this.file.repondre(xml.length)
      resultat.recevoir(xml)
    })
    return resultat
  }
  setXml(xml: string): void {
    this.commander('setXml', OCTETS_APPEL + xml.length, () => {
      this.file.hote.classeur.partiesXml.set(this.cible().id, xml)
    })
  }
  delete(): void {
    this.faire('customXmlPart.delete', ({ id }) => this.file.hote.classeur.partiesXml.delete(id))
  }
}

function espaceDe(xml: string): string {
  return /xmlns="([^"]*)"/.exec(xml)?.[1] ?? ''
}

interface PartiesDEspace {
  ids(): string[]
}

class CollectionXmlEspace extends Collection<PartiesDEspace, PartieXmlMandataire> {
  protected readonly proprietes = {}
  protected lister(parties: PartiesDEspace): (() => PartieXmlMandataire)[] {
    return parties.ids().map((id) => () => new PartieXmlMandataire(this.file, 'xmlPart', () => ({ id })))
  }
  getOnlyItemOrNullObject(): PartieXmlMandataire {
    return new PartieXmlMandataire(this.file, 'getOnlyItemOrNullObject', () => {
      const [seul, ...autres] = this.cible().ids()
      return seul !== undefined && autres.length === 0 ? { id: seul } : null
    })
  }
}

class CollectionXml extends Collection<ClasseurSimule, PartieXmlMandataire> {
  protected readonly proprietes = {}
  protected lister(classeur: ClasseurSimule): (() => PartieXmlMandataire)[] {
    return this.parties([...classeur.partiesXml.keys()])
  }
  private parties(ids: readonly string[]): (() => PartieXmlMandataire)[] {
    return ids.map((id) => () => new PartieXmlMandataire(this.file, 'xmlPart', () => ({ id })))
  }
  add(xml: string): PartieXmlMandataire {
    const partie = new PartieXmlMandataire(this.file, 'customXmlParts.add', () => {
      const classeur = this.cible()
      const id = classeur.identifiant()
      classeur.partiesXml.set(id, xml)
      return { id }
    })
    this.commander('customXmlParts.add payload', xml.length, () => undefined)
    return partie
  }
  getByNamespace(espace: string): CollectionXmlEspace {
    return new CollectionXmlEspace(this.file, 'getByNamespace', () => {
      const classeur = this.cible()
      return { ids: () => [...classeur.partiesXml].filter(([, xml]) => espaceDe(xml) === espace).map(([id]) => id) }
    })
  }
}

export class ApplicationMandataire extends Mandataire<HoteSimule> {
  protected readonly proprietes = { calculationMode: (h: HoteSimule) => h.modeCalcul }
  get calculationMode(): string {
    return this.lue('calculationMode')
  }
  set calculationMode(mode: string) {
    this.file.hote.exiger('1.8')
    this.fixer('calculationMode', mode, (h) => {
      h.modeCalcul = mode
    })
  }
  calculate(genre: string): void {
    this.faire(`calculate ${genre}`, (h) => {
      h.classeur.recalculer()
    })
  }
  suspendApiCalculationUntilNextSync(): void {
    this.file.hote.exiger('1.6')
    this.faire('suspendApiCalculationUntilNextSync', (h) => {
      h.calculSuspendu = true
    })
  }
  suspendScreenUpdatingUntilNextSync(): void {
    this.file.hote.exiger('1.9')
    this.faire('suspendScreenUpdatingUntilNextSync', (h) => {
      h.ecranSuspendu = true
    })
  }
}

export class ExecutionMandataire extends Mandataire<HoteSimule> {
  protected readonly proprietes = { enableEvents: (h: HoteSimule) => h.evenementsActifs }
  get enableEvents(): boolean {
    return this.lue('enableEvents')
  }
  set enableEvents(actifs: boolean) {
    this.file.hote.exiger('1.8')
    this.fixer('enableEvents', actifs, (h) => {
      h.evenementsActifs = actifs
    })
  }
}
