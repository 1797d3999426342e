import { lireAdresse } from './adresse.ts'
import type { ClasseurSimule } from './classeur.ts'
import { erreurHote } from './erreurs.ts'
import type { FeuilleSimulee } from './feuille.ts'
import { Mandataire } from './mandataire.ts'
import type { Plage } from './plage.ts'
import type { Stockee } from './stockage.ts'

export interface RegleSimulee {
  readonly list?: { readonly inCellDropDown: boolean; readonly source: string }
  readonly custom?: { readonly formula: string }
}

export interface AlerteSimulee {
  readonly title: string
  readonly message: string
  readonly showAlert: boolean
  readonly style: 'Stop' | 'Warning' | 'Information'
}

export interface InviteSimulee {
  readonly title: string
  readonly message: string
  readonly showPrompt: boolean
}

/** What a cell checks when someone types in it. */
export interface ValidationSimulee {
  readonly regle?: RegleSimulee
  readonly alerte: AlerteSimulee
  readonly invite?: InviteSimulee
  readonly ignorerVides: boolean
}

const ALERTE: AlerteSimulee = { title: '', message: '', showAlert: true, style: 'Stop' }
/** Lengths that Excel refuses to go beyond. */
const MAXIMUMS = { titre: 32, invite: 255, alerte: 225, liste: 255 } as const

function exigerLongueur(texte: string, maximum: number, quoi: string): void {
  if (texte.length > maximum) throw erreurHote('InvalidArgument', `${quoi} above ${String(maximum)} characters`)
}

/** The values of a list: typed in the rule, or in cells that another sheet may hold. */
export function valeursDeListe(
  classeur: ClasseurSimule,
  feuille: FeuilleSimulee,
  source: string,
): readonly Stockee[] | undefined {
  if (!source.startsWith('=')) return source.split(',').map((v) => v.trim())
  const lue = lireAdresse(source.slice(1))
  const ou = lue?.feuille === undefined ? feuille : classeur.feuille(lue.feuille)
  if (lue === undefined || ou === undefined) return undefined
  const { ligne, colonne, lignes, colonnes } = lue.rectangle
  return Array.from({ length: lignes * colonnes }, (_, i) =>
    ou.lire(ligne + Math.floor(i / colonnes), colonne + (i % colonnes)),
  )
}

function verifierRegle(classeur: ClasseurSimule, feuille: FeuilleSimulee, regle: RegleSimulee): void {
  const genres = Object.keys(regle)
  if (genres.length !== 1) throw erreurHote('InvalidArgument', 'a rule is of one kind')
  if (regle.list === undefined && regle.custom === undefined) {
    throw new TypeError(`the fake host does not model the rule ${genres.join()}`)
  }
  if (regle.list === undefined) return
  const { source } = regle.list
  if (!source.startsWith('=')) exigerLongueur(source, MAXIMUMS.liste, 'list')
  if (valeursDeListe(classeur, feuille, source) === undefined) {
    throw erreurHote('InvalidArgument', 'ListDataValidation.source')
  }
}

/** Whether what is typed passes; only formulas that are always true or always false are known. */
export function passe(
  classeur: ClasseurSimule,
  feuille: FeuilleSimulee,
  { regle, ignorerVides }: ValidationSimulee,
  valeur: Stockee,
): boolean {
  if (regle === undefined || (ignorerVides && valeur === null)) return true
  if (regle.list !== undefined) {
    const permises = valeursDeListe(classeur, feuille, regle.list.source) ?? []
    return permises.some((permise) => String(permise).toLowerCase() === String(valeur).toLowerCase())
  }
  const formule = regle.custom?.formula.replaceAll(' ', '').toUpperCase()
  if (formule === '=1=0' || formule === '=FALSE') return false
  if (formule === '=1=1' || formule === '=TRUE') return true
  throw new TypeError(`the fake host cannot compute ${String(formule)}`)
}

export class ValidationMandataire extends Mandataire<Plage> {
  protected override readonly depuis = { type: '1.8', rule: '1.8', prompt: '1.8' }
  protected readonly proprietes = {
    type: (plage: Plage) => this.commune(plage, (v) => genreDe(v?.regle), 'Inconsistent'),
    rule: (plage: Plage) => this.commune(plage, (v) => v?.regle ?? {}, null),
    prompt: (plage: Plage) => this.commune(plage, (v) => v?.invite ?? null, null),
  }

  private commune<T>(
    { feuille, zone }: Plage,
    lire: (v: ValidationSimulee | undefined) => T,
    sinon: T | string | null,
  ): T | string | null {
    const lues: T[] = []
    for (let i = 0; i < zone.lignes; i++) {
      for (let j = 0; j < zone.colonnes; j++) lues.push(lire(feuille.validation(zone.ligne + i, zone.colonne + j)))
    }
    const [premiere] = lues
    const pareilles = new Set(lues.map((l) => JSON.stringify(l))).size === 1
    return pareilles && premiere !== undefined ? premiere : sinon
  }

  private changer(nom: string, valeur: unknown, neuve: (v: ValidationSimulee) => ValidationSimulee): void {
    this.fixer(nom, valeur, ({ feuille, zone }) => {
      feuille.exigerModifiable()
      for (let i = 0; i < zone.lignes; i++) {
        for (let j = 0; j < zone.colonnes; j++) {
          const [l, c] = [zone.ligne + i, zone.colonne + j]
          feuille.valider(l, c, neuve(feuille.validation(l, c) ?? { alerte: ALERTE, ignorerVides: true }))
        }
      }
    })
  }

  get type(): string {
    return this.lue('type')
  }
  get rule(): RegleSimulee {
    return this.lue('rule')
  }
  /** A new rule takes the place of all that the cells had. */
  set rule(regle: RegleSimulee) {
    this.changer('rule', regle, (v) => ({ ...v, regle }))
    this.faire('check rule', ({ feuille }) => {
      verifierRegle(this.file.hote.classeur, feuille, regle)
    })
  }
  get prompt(): InviteSimulee | null {
    return this.lue('prompt')
  }
  set prompt(invite: InviteSimulee) {
    this.changer('prompt', invite, (v) => {
      exigerLongueur(invite.title, MAXIMUMS.titre, 'prompt title')
      exigerLongueur(invite.message, MAXIMUMS.invite, 'prompt')
      return { ...v, invite }
    })
  }
  set errorAlert(alerte: AlerteSimulee) {
    this.changer('errorAlert', alerte, (v) => {
      exigerLongueur(alerte.title, MAXIMUMS.titre, 'alert title')
      exigerLongueur(alerte.message, MAXIMUMS.alerte, 'alert')
      return { ...v, alerte }
    })
  }
  set ignoreBlanks(ignorerVides: boolean) {
    this.changer('ignoreBlanks', ignorerVides, (v) => ({ ...v, ignorerVides }))
  }
  clear(): void {
    this.faire('dataValidation.clear', ({ feuille, zone }) => {
      feuille.exigerModifiable()
      feuille.oublierValidations(zone)
    })
  }
}

function genreDe(regle: RegleSimulee | undefined): string {
  if (regle === undefined) return 'None'
  return regle.list === undefined ? 'Custom' : 'List'
}
