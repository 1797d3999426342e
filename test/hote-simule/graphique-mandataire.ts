import type { FileAttente } from './contexte.ts'
import { erreurHote } from './erreurs.ts'
import type { FeuilleSimulee } from './feuille.ts'
import { type AxeSimule, GraphiqueSimule, type SerieSimulee, serieVide } from './graphique.ts'
import { Collection, Mandataire } from './mandataire.ts'
import type { PlageMandataire } from './plage.ts'

/** A part of a chart of which properties are only set. */
class Partie<M extends object> extends Mandataire<M> {
  protected readonly proprietes = {}
  protected poser(nom: string, valeur: unknown, faire: (modele: M) => void): void {
    this.fixer(nom, valeur, faire)
  }
}

class TitreMandataire<M extends { titre: string }> extends Partie<M> {
  set text(texte: string) {
    this.poser('text', texte, (m) => {
      m.titre = texte
    })
  }
}

class AxeMandataire extends Partie<AxeSimule> {
  get title(): TitreMandataire<AxeSimule> {
    return new TitreMandataire(this.file, 'title', () => this.cible())
  }
  set numberFormat(format: string) {
    this.file.hote.exiger('1.8')
    this.poser('numberFormat', format, (axe) => {
      axe.format = format
    })
  }
  set reversePlotOrder(inverse: boolean) {
    this.file.hote.exiger('1.7')
    this.poser('reversePlotOrder', inverse, (axe) => {
      axe.inverse = inverse
    })
  }
  set position(position: string) {
    this.file.hote.exiger('1.8')
    this.poser('position', position, (axe) => {
      axe.position = position
    })
  }
}

class AxesMandataire extends Mandataire<GraphiqueSimule> {
  protected readonly proprietes = {}
  get categoryAxis(): AxeMandataire {
    return new AxeMandataire(this.file, 'categoryAxis', () => this.cible().axes.categories)
  }
  get valueAxis(): AxeMandataire {
    return new AxeMandataire(this.file, 'valueAxis', () => this.cible().axes.valeurs)
  }
}

class LegendeMandataire extends Partie<GraphiqueSimule> {
  set visible(visible: boolean) {
    this.poser('visible', visible, (g) => {
      g.legende.visible = visible
    })
  }
  set position(position: string) {
    this.poser('position', position, (g) => {
      g.legende.position = position
    })
  }
}

class TraitMandataire extends Partie<SerieSimulee> {
  set color(couleur: string) {
    this.poser('color', couleur, (s) => {
      s.couleur = couleur
    })
  }
}

class FondMandataire extends Mandataire<SerieSimulee> {
  protected readonly proprietes = {}
  setSolidColor(couleur: string): void {
    this.faire('setSolidColor', (s) => {
      s.couleur = couleur
    })
  }
}

class FormatSerieMandataire extends Mandataire<SerieSimulee> {
  protected readonly proprietes = {}
  get fill(): FondMandataire {
    return new FondMandataire(this.file, 'fill', () => this.cible())
  }
  get line(): TraitMandataire {
    return new TraitMandataire(this.file, 'line', () => this.cible())
  }
}

interface SerieDeGraphique {
  readonly graphique: GraphiqueSimule
  readonly serie: SerieSimulee
}

class SerieMandataire extends Partie<SerieDeGraphique> {
  get format(): FormatSerieMandataire {
    return new FormatSerieMandataire(this.file, 'format', () => this.cible().serie)
  }
  set name(nom: string) {
    this.poser('name', nom, ({ serie }) => {
      serie.nom = nom
    })
  }
  set chartType(type: string) {
    this.file.hote.exiger('1.7')
    this.poser('chartType', type, ({ serie }) => {
      serie.type = type
    })
  }
  set markerStyle(marque: string) {
    this.file.hote.exiger('1.7')
    this.poser('markerStyle', marque, ({ serie }) => {
      serie.marque = marque
    })
  }
  set hasDataLabels(oui: boolean) {
    this.file.hote.exiger('1.7')
    this.poser('hasDataLabels', oui, ({ graphique }) => {
      graphique.etiquettes = oui
    })
  }
  setValues(plage: PlageMandataire): void {
    this.file.hote.exiger('1.7')
    this.faire('setValues', ({ serie }) => {
      serie.valeurs = plage.cible().zone
    })
  }
  setXAxisValues(plage: PlageMandataire): void {
    this.file.hote.exiger('1.7')
    this.faire('setXAxisValues', ({ serie }) => {
      serie.categories = plage.cible().zone
    })
  }
  delete(): void {
    this.file.hote.exiger('1.7')
    this.faire('delete series', ({ graphique, serie }) => {
      graphique.series.splice(graphique.series.indexOf(serie), 1)
    })
  }
}

class CollectionSeries extends Collection<GraphiqueSimule, SerieMandataire> {
  protected readonly proprietes = { count: (g: GraphiqueSimule) => g.series.length }
  get count(): number {
    return this.lue('count')
  }
  protected lister(graphique: GraphiqueSimule): (() => SerieMandataire)[] {
    return graphique.series.map((serie) => () => new SerieMandataire(this.file, 'series', () => ({ graphique, serie })))
  }
  getItemAt(rang: number): SerieMandataire {
    return new SerieMandataire(this.file, 'getItemAt series', () => {
      const graphique = this.cible()
      return { graphique, serie: graphique.serie(rang) }
    })
  }
  add(nom: string): SerieMandataire {
    this.file.hote.exiger('1.7')
    return new SerieMandataire(this.file, 'series.add', () => {
      const graphique = this.cible()
      const serie = serieVide(nom)
      graphique.series.push(serie)
      return { graphique, serie }
    })
  }
}

interface GraphiquePose {
  readonly feuille: FeuilleSimulee
  readonly graphique: GraphiqueSimule
}

export class GraphiqueMandataire extends Mandataire<GraphiquePose> {
  protected readonly proprietes = {
    id: ({ graphique }: GraphiquePose) => graphique.id,
    name: ({ graphique }: GraphiquePose) => graphique.nom,
    width: ({ graphique }: GraphiquePose) => graphique.largeur,
    height: ({ graphique }: GraphiquePose) => graphique.hauteur,
  }
  get id(): string {
    return this.lue('id')
  }
  get name(): string {
    return this.lue('name')
  }
  set name(nom: string) {
    this.fixer('name', nom, ({ graphique }) => {
      graphique.nom = nom
    })
  }
  set width(largeur: number) {
    this.fixer('width', largeur, ({ graphique }) => {
      graphique.largeur = largeur
    })
  }
  set height(hauteur: number) {
    this.fixer('height', hauteur, ({ graphique }) => {
      graphique.hauteur = hauteur
    })
  }
  get title(): TitreMandataire<GraphiqueSimule> {
    return new TitreMandataire(this.file, 'title', () => this.cible().graphique)
  }
  get legend(): LegendeMandataire {
    return new LegendeMandataire(this.file, 'legend', () => this.cible().graphique)
  }
  get axes(): AxesMandataire {
    return new AxesMandataire(this.file, 'axes', () => this.cible().graphique)
  }
  get series(): CollectionSeries {
    return new CollectionSeries(this.file, 'series', () => this.cible().graphique)
  }
  setPosition(debut: PlageMandataire): void {
    this.faire('setPosition', ({ graphique }) => {
      graphique.place = debut.cible().zone
    })
  }
  delete(): void {
    this.faire('delete chart', ({ feuille, graphique }) => {
      feuille.exigerModifiable()
      feuille.graphiques.splice(feuille.graphiques.indexOf(graphique), 1)
    })
  }
}

export class CollectionGraphiques extends Collection<FeuilleSimulee, GraphiqueMandataire> {
  protected readonly proprietes = {}
  constructor(file: FileAttente, resoudre: () => FeuilleSimulee) {
    super(file, 'charts', resoudre)
  }
  protected lister(feuille: FeuilleSimulee): (() => GraphiqueMandataire)[] {
    return feuille.graphiques.map(
      (graphique) => () => new GraphiqueMandataire(this.file, 'chart', () => ({ feuille, graphique })),
    )
  }
  getItem(nom: string): GraphiqueMandataire {
    return new GraphiqueMandataire(this.file, 'getItem chart', () => {
      const feuille = this.cible()
      const graphique = feuille.graphiques.find((g) => g.nom === nom)
      if (graphique === undefined) throw erreurHote('ItemNotFound', nom)
      return { feuille, graphique }
    })
  }
  add(type: string, source: PlageMandataire): GraphiqueMandataire {
    return new GraphiqueMandataire(this.file, 'charts.add', () => {
      const feuille = this.cible()
      feuille.exigerModifiable()
      const nom = `Graphique ${String(feuille.graphiques.length + 1)}`
      const graphique = new GraphiqueSimule(this.file.hote.classeur.identifiant(), nom, type, source.cible().zone)
      feuille.graphiques.push(graphique)
      return { feuille, graphique }
    })
  }
}
