import { octetsJson, type FileAttente } from './contexte.ts'
import { erreurHote } from './erreurs.ts'

/** Bytes that a proxy or a call costs in a request: the host counts them too. */
export const OCTETS_APPEL = 80

export type Chargement = string | readonly string[] | Readonly<Record<string, unknown>>

function chemins(demande: Chargement): string[] {
  if (typeof demande === 'string') return demande.split(',').map((c) => c.trim())
  if (Array.isArray(demande)) return (demande as readonly string[]).flatMap((c) => chemins(c))
  const { select } = demande as { select?: string }
  if (select !== undefined) return chemins(select)
  return Object.keys(demande as object)
}

/** The common parts of every proxy: nothing is known before `load` and `sync`. */
export abstract class Mandataire<M extends object> {
  readonly context: { sync(): Promise<void> }
  protected readonly file: FileAttente
  private modele: M | null | undefined
  private readonly connues = new Map<string, unknown>()
  /** What `load` can fetch, and from which version. */
  protected abstract readonly proprietes: Readonly<Record<string, (modele: M) => unknown>>
  protected readonly depuis: Readonly<Record<string, string>> = {}

  constructor(file: FileAttente, nom: string, resoudre: () => M | null) {
    this.file = file
    this.context = file
    file.hote.compteurs.mandataires++
    file.enfiler({
      nom,
      octets: OCTETS_APPEL,
      executer: () => {
        this.modele = resoudre()
      },
    })
  }

  /** The object behind the proxy, while a request runs. */
  cible(): M {
    if (this.modele === null || this.modele === undefined) throw erreurHote('ItemNotFound')
    return this.modele
  }

  cibleOuNulle(): M | null {
    return this.modele ?? null
  }

  get isNullObject(): boolean {
    if (this.modele === undefined) throw erreurHote('PropertyNotLoaded', 'isNullObject')
    return this.modele === null
  }

  load(demande?: Chargement): this {
    const voulues = demande === undefined ? Object.keys(this.proprietes) : chemins(demande)
    for (const chemin of voulues) this.chargerChemin(chemin)
    return this
  }

  toJSON(): Record<string, unknown> {
    return Object.fromEntries(this.connues)
  }

  track(): this {
    return this
  }

  untrack(): this {
    return this
  }

  protected chargerChemin(chemin: string): void {
    const [tete = '', ...suite] = chemin.split('/')
    if (suite.length === 0 && tete in this.proprietes) this.chargerPropriete(tete)
    else this.lien(tete).load(suite.length === 0 ? undefined : suite.join('/'))
  }

  private lien(nom: string): Mandataire<object> {
    const lien = (this as unknown as Record<string, unknown>)[nom]
    if (!(lien instanceof Mandataire)) throw erreurHote('InvalidArgument', `no property ${nom}`)
    return lien as Mandataire<object>
  }

  private chargerPropriete(nom: string): void {
    const version = this.depuis[nom]
    if (version !== undefined) this.file.hote.exiger(version)
    this.commander(`load ${nom}`, OCTETS_APPEL, () => {
      if (this.modele === null) return
      const valeur = this.proprietes[nom]?.(this.cible())
      this.file.repondre(octetsJson(valeur))
      this.connues.set(nom, valeur)
    })
  }

  /** The value of a property that was loaded, or set here. */
  protected lue<V>(nom: string): V {
    if (!this.connues.has(nom) && this.modele !== null) throw erreurHote('PropertyNotLoaded', nom)
    return this.connues.get(nom) as V
  }

  protected fixer(nom: string, valeur: unknown, faire: (modele: M) => void): void {
    this.connues.set(nom, valeur)
    const octets = this.file.hote.mesurer(() => octetsJson(valeur))
    this.commander(`set ${nom}`, OCTETS_APPEL + octets, () => {
      faire(this.cible())
    })
  }

  protected commander(nom: string, octets: number, executer: () => void, annulable = true): void {
    this.file.enfiler({ nom, octets, annulable, executer })
  }

  protected faire(nom: string, action: (modele: M) => void, annulable = true): void {
    this.commander(
      nom,
      OCTETS_APPEL,
      () => {
        action(this.cible())
      },
      annulable,
    )
  }
}

/** The answer of a call that gives a plain value: readable after `sync`. */
export class Resultat<T> {
  private connu: { readonly valeur: T } | undefined

  recevoir(valeur: T): void {
    this.connu = { valeur }
  }

  get value(): T {
    if (this.connu === undefined) throw erreurHote('ValueNotLoaded')
    return this.connu.valeur
  }
}

interface Chargeable {
  load(demande?: Chargement): unknown
}

/** A collection: `items` are proxies made when it is loaded. */
export abstract class Collection<M extends object, P extends Chargeable> extends Mandataire<M> {
  private elements: P[] | undefined
  protected abstract lister(modele: M): (() => P)[]

  get items(): P[] {
    if (this.elements === undefined) throw erreurHote('PropertyNotLoaded', 'items')
    return this.elements
  }

  protected override chargerChemin(chemin: string): void {
    const [tete = '', ...suite] = chemin.split('/')
    if (tete in this.proprietes) {
      super.chargerChemin(chemin)
      return
    }
    const sousChemin = tete === 'items' ? suite.join('/') : chemin
    this.commander(`load ${chemin}`, OCTETS_APPEL, () => {
      this.elements ??= this.lister(this.cible()).map((faire) => this.immediat(faire))
      for (const element of this.elements) this.immediat(() => element.load(sousChemin === '' ? undefined : sousChemin))
    })
  }

  /** Runs at once the commands that `action` queues: the request is already running. */
  private immediat<T>(action: () => T): T {
    const avant = this.file.detourner()
    try {
      const resultat = action()
      this.file.viderDetournees()
      return resultat
    } finally {
      this.file.reprendre(avant)
    }
  }
}
