import { ApplicationMandataire, ClasseurMandataire, ExecutionMandataire } from './classeur-mandataire.ts'
import { FileAttente, type OptionsRun } from './contexte.ts'
import { ErreurRichApi } from './erreurs.ts'
import type { HoteSimule } from './hote.ts'

type Lot<T> = (contexte: ContexteSimule) => Promise<T>

/** What `Excel.run` gives to its batch: the roots, the queue, `sync`. */
export class ContexteSimule {
  readonly workbook: ClasseurMandataire
  readonly application: ApplicationMandataire
  readonly runtime: ExecutionMandataire
  readonly trackedObjects = { add: () => undefined, remove: () => undefined }
  private readonly file: FileAttente

  constructor(hote: HoteSimule, options: OptionsRun) {
    this.file = new FileAttente(hote, options)
    this.workbook = racine(this.file, () => new ClasseurMandataire(this.file, 'workbook', () => hote.classeur))
    this.application = racine(this.file, () => new ApplicationMandataire(this.file, 'application', () => hote))
    this.runtime = racine(this.file, () => new ExecutionMandataire(this.file, 'runtime', () => hote))
  }

  sync(): Promise<void> {
    return this.file.sync()
  }
}

/** The roots are always there: making them costs no request. */
function racine<T>(file: FileAttente, faire: () => T): T {
  const avant = file.detourner()
  const objet = faire()
  file.viderDetournees()
  file.reprendre(avant)
  return objet
}

async function executer<T>(hote: HoteSimule, premier: unknown, second: unknown): Promise<T> {
  const lot = (typeof premier === 'function' ? premier : second) as Lot<T>
  const options = typeof premier === 'function' ? {} : (premier as OptionsRun)
  const contexte =
    premier instanceof FileAttente ? (premier as unknown as ContexteSimule) : new ContexteSimule(hote, options)
  const resultat = await lot(contexte)
  await contexte.sync()
  return resultat
}

class ErreurFonction extends Error {
  readonly code: string
  constructor(code: string, message?: string) {
    super(message)
    this.code = code
  }
}

function themeDe(hote: HoteSimule): object | undefined {
  if (!hote.profil.theme) return undefined
  return {
    bodyBackgroundColor: '#FFFFFF',
    bodyForegroundColor: '#000000',
    controlBackgroundColor: '#F0F0F0',
    controlForegroundColor: '#000000',
    isDarkTheme: false,
  }
}

/** The globals that office.js makes, on this host. What was associated or shown can be read back by tests. */
export interface GlobalesOffice {
  readonly Office: object
  readonly Excel: object
  readonly OfficeExtension: object
  readonly CustomFunctions: object
  readonly actions: ReadonlyMap<string, (evenement: { completed(): void }) => unknown>
  readonly fonctions: ReadonlyMap<string, (...args: unknown[]) => unknown>
  readonly voletMontre: () => number
}

export function globalesOffice(hote: HoteSimule): GlobalesOffice {
  const actions = new Map<string, (evenement: { completed(): void }) => unknown>()
  const fonctions = new Map<string, (...args: unknown[]) => unknown>()
  let montre = 0
  const pret = { host: 'Excel', platform: hote.profil.plateforme }
  const Office = {
    HostType: { Excel: 'Excel' },
    PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac' },
    StartupBehavior: { none: 'None', load: 'Load' },
    VisibilityMode: { hidden: 'Hidden', taskpane: 'Taskpane' },
    onReady: async (rappel?: (info: typeof pret) => unknown) => {
      await Promise.resolve()
      await rappel?.(pret)
      return pret
    },
    context: {
      host: 'Excel',
      platform: hote.profil.plateforme,
      displayLanguage: 'fr-FR',
      contentLanguage: 'fr-FR',
      officeTheme: themeDe(hote),
      partitionKey: hote.profil.plateforme === 'OfficeOnline' ? 'partition' : undefined,
      requirements: { isSetSupported: (nom: string, version?: unknown) => hote.gere(nom, version) },
      diagnostics: { host: 'Excel', platform: hote.profil.plateforme, version: '16.0' },
    },
    actions: {
      associate: (id: string, action: (evenement: { completed(): void }) => unknown) => {
        actions.set(id, action)
      },
    },
    addin: {
      showAsTaskpane: () => {
        montre++
        return Promise.resolve()
      },
      hide: () => Promise.resolve(),
      setStartupBehavior: () => Promise.resolve(),
      onVisibilityModeChanged: () => Promise.resolve(() => Promise.resolve()),
    },
  }
  const CustomFunctions = {
    associate: (id: string, fonction: (...args: unknown[]) => unknown) => {
      fonctions.set(id, fonction)
    },
    Error: ErreurFonction,
    ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A', divisionByZero: '#DIV/0!', invalidNumber: '#NUM!' },
  }
  const Excel = { run: <T>(a: unknown, b?: unknown) => executer<T>(hote, a, b) }
  return {
    Office,
    Excel,
    OfficeExtension: { Error: ErreurRichApi },
    CustomFunctions,
    actions,
    fonctions,
    voletMontre: () => montre,
  }
}

/**
 * Puts the host in place of office.js. As office.js does, it takes `history.pushState` and `replaceState` away.
 *
 * @returns the globals, to look at what was associated
 */
export function installer(cible: typeof globalThis, hote: HoteSimule): GlobalesOffice {
  const globales = globalesOffice(hote)
  const { Office, Excel, OfficeExtension, CustomFunctions } = globales
  Object.assign(cible, { Office, Excel, OfficeExtension, CustomFunctions })
  const { history } = cible as { history?: { pushState: unknown; replaceState: unknown } }
  if (history !== undefined) {
    history.pushState = null
    history.replaceState = null
  }
  return globales
}
