/** What one platform allows. Figures that only a real Excel can give are settings here. */
export interface Profil {
  readonly nom: string
  /** As `Office.PlatformType`. */
  readonly plateforme: 'OfficeOnline' | 'PC' | 'Mac'
  /** Bytes of one request or one response; Infinity on desktop. */
  readonly octetsMax: number
  /** Cells of one read, on every platform. */
  readonly cellulesMax: number
  /** Above the cap: `values` is null without an error, or the batch fails. */
  readonly auDela: 'nul' | 'erreur'
  /** Highest version of each requirement set; a set that is absent is not supported. */
  readonly ensembles: Readonly<Record<string, string>>
  /** `Office.context.officeTheme` is undefined in some hosts. */
  readonly theme: boolean
}

const CINQ_MO = 5 * 1024 * 1024

export const PROFILS = {
  web: {
    nom: 'Excel sur le web',
    plateforme: 'OfficeOnline',
    octetsMax: CINQ_MO,
    cellulesMax: 5_000_000,
    auDela: 'nul',
    ensembles: { ExcelApi: '1.21', SharedRuntime: '1.1', CustomFunctionsRuntime: '1.5', RibbonApi: '1.2' },
    theme: false,
  },
  windows: {
    nom: 'Excel pour Windows',
    plateforme: 'PC',
    octetsMax: Infinity,
    cellulesMax: 5_000_000,
    auDela: 'nul',
    ensembles: { ExcelApi: '1.20', SharedRuntime: '1.2', CustomFunctionsRuntime: '1.5', RibbonApi: '1.2' },
    theme: true,
  },
  mac: {
    nom: 'Excel pour Mac',
    plateforme: 'Mac',
    octetsMax: Infinity,
    cellulesMax: 5_000_000,
    auDela: 'erreur',
    ensembles: { ExcelApi: '1.20', SharedRuntime: '1.1', CustomFunctionsRuntime: '1.5', RibbonApi: '1.2' },
    theme: true,
  },
  ltsc2021: {
    nom: 'Excel 2021 en volume',
    plateforme: 'PC',
    octetsMax: Infinity,
    cellulesMax: 5_000_000,
    auDela: 'nul',
    ensembles: { ExcelApi: '1.14', SharedRuntime: '1.1', RibbonApi: '1.1' },
    theme: true,
  },
} as const satisfies Record<string, Profil>

function comparer(a: string, b: string): number {
  const [ma = 0, na = 0] = a.split('.').map(Number)
  const [mb = 0, nb = 0] = b.split('.').map(Number)
  return ma - mb || na - nb
}

/**
 * As `Office.context.requirements.isSetSupported`: the version is a text, because 1.10 written as a number is 1.1.
 */
export function ensembleGere(profil: Profil, nom: string, version: unknown = '1.1'): boolean {
  const plusHaute = profil.ensembles[nom]
  return plusHaute !== undefined && comparer(plusHaute, String(version)) >= 0
}
