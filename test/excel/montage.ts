import type { FeuilleEcrite, LigneBrute, ValeurEcrite } from '../../core/socle/table.ts'
import type { OptionsExcel } from '../../addin/excel/index.ts'
import type { ClasseurExcel, DemandeLecture, Source } from '../../addin/excel/port.ts'
import type { FeuilleSimulee } from '../hote-simule/feuille.ts'
import type { HoteSimule } from '../hote-simule/hote.ts'
import { installer } from '../hote-simule/office.ts'
import type { PROFILS } from '../hote-simule/profils.ts'
import { hoteDe } from '../hote-simule/scenario.ts'
import type { Stockee } from '../hote-simule/stockage.ts'

/** The adapter under proof: the real one, or one broken on purpose. */
export type OuvrirExcel = (options?: OptionsExcel) => Promise<ClasseurExcel>

/** Columns of the export: number, a column nobody maps, day of deposit, points, remark. */
export const ENTETES = ['N° unique', 'Nom', 'Déposée le', 'Points', 'Remarque']
export const MAPPEES = [0, 2, 3, 4]
export const DATES = [2]
const DEPUIS = 45_292

/** A row of the export, as Excel stores it. */
export function ligneExport(i: number): Stockee[] {
  const remarques: Stockee[] = [null, 'à revoir', { erreur: '#N/A' }, true]
  return [
    `0751234567890${String(i).padStart(5, '0')}`,
    `Personne ${String(i)}`,
    DEPUIS + i,
    i * 10,
    remarques[i % 4] ?? null,
  ]
}

export interface Montage {
  readonly hote: HoteSimule
  readonly excel: ClasseurExcel
  readonly phrases: (string | undefined)[]
  readonly export: FeuilleSimulee
  feuille(nom: string): FeuilleSimulee
}

export interface OptionsMontage {
  readonly lignes?: number
  readonly profil?: keyof typeof PROFILS
  readonly date1904?: boolean
  readonly reglages?: OptionsExcel['reglages']
}

/** A workbook with an export in the table `Demandes`, opened by the adapter; steps are not slowed down. */
export async function monter(ouvrir: OuvrirExcel, options: OptionsMontage = {}): Promise<Montage> {
  const lignes = Array.from({ length: options.lignes ?? 25 }, (_, i) => ligneExport(i))
  const hote = hoteDe({
    profil: options.profil ?? 'windows',
    date1904: options.date1904 ?? false,
    feuilles: [
      {
        nom: 'Export',
        tableau: 'Demandes',
        lignes: [ENTETES, ...lignes],
        formats: ['@', null, 'dd/mm/yyyy', null, null],
      },
      { nom: 'Suivi', lignes: [[null]] },
    ],
  })
  installer(globalThis, hote)
  const phrases: (string | undefined)[] = []
  const reglages = { pause: 0, premierBloc: 4, octetsLecture: 500, octetsEcriture: 300, ...options.reglages }
  const excel = await ouvrir({ reglages, surSaisie: (phrase) => phrases.push(phrase) })
  const feuille = (nom: string) => {
    const trouvee = hote.classeur.feuille(nom)
    if (trouvee === undefined) throw new Error(`no sheet ${nom}`)
    return trouvee
  }
  return { hote, excel, phrases, feuille, export: feuille('Export') }
}

export async function sourceDemandes(excel: ClasseurExcel): Promise<Source> {
  const source = (await excel.sources()).find((s) => s.feuille === 'Export')
  if (source === undefined) throw new Error('the export was not found')
  return source
}

export async function lireExport({ excel }: Montage, demande: Partial<DemandeLecture> = {}): Promise<LigneBrute[]> {
  const lecture = await excel.lire(await sourceDemandes(excel), { colonnes: MAPPEES, dates: DATES, ...demande })
  const lignes = [...lecture.feuille.lignes]
  await lecture.fermer()
  return lignes
}

const COLONNES = [
  { titre: 'rang', format: 'entier', largeur: 8 },
  { titre: 'numero_unique', format: 'texte', largeur: 22 },
  { titre: 'total', format: 'points', largeur: 10 },
  { titre: 'depot', format: 'date', largeur: 12 },
  { titre: 'remarque', format: 'texte', largeur: 30 },
] as const

/** A ranking of `n` rows whose totals sum to n × `points`; without some columns, or with more of them. */
export function cotation(
  n: number,
  points: number,
  plus: readonly string[] = [],
  sauf: readonly string[] = [],
): FeuilleEcrite {
  const ajoutees = plus.map((titre) => ({ titre, format: 'nombre', largeur: 10 }) as const)
  const colonnes = [...ajoutees, ...COLONNES.filter((c) => !sauf.includes(c.titre))]
  const valeur = (titre: string, i: number): ValeurEcrite => {
    if (titre === 'rang') return i + 1
    if (titre === 'numero_unique') return `00${String(i)}`
    if (titre === 'total') return points
    if (titre === 'depot') return { jour: 20_000 + i }
    if (titre === 'remarque') return i % 2 === 0 ? null : '=1+1'
    return i
  }
  return {
    nom: 'Cotation',
    titre: 'Cotation des demandes',
    provenance: [
      ['Grille', `exemple (${String(points)} points)`],
      ['Source', 'Export!A1'],
    ],
    colonnes,
    nombreLignes: n,
    ligne: (i) => colonnes.map((c) => valeur(c.titre, i)),
  }
}

/** The cells of a table by column title, as stored. */
export function colonneDe({ hote }: Montage, tableau: string, titre: string): Stockee[] {
  const trouve = hote.classeur.tableau(tableau)
  const rang = trouve?.colonnes.findIndex((c) => c.nom === titre) ?? -1
  if (trouve === undefined || rang < 0) throw new Error(`no column ${titre} in ${tableau}`)
  const { corps, feuille } = trouve
  return Array.from({ length: corps.lignes }, (_, i) => feuille.lire(corps.ligne + i, corps.colonne + rang))
}

/** Everything that a sheet holds, to compare before and after. */
export function contenu(feuille: FeuilleSimulee): string {
  const zone = feuille.zoneUtilisee()
  if (zone === null) return '[]'
  const cellules = Array.from({ length: zone.lignes }, (_, i) =>
    Array.from({ length: zone.colonnes }, (__, j) => feuille.contenu(zone.ligne + i, zone.colonne + j)),
  )
  return JSON.stringify([zone, cellules, feuille.tableaux.map((t) => [t.nom, t.id, t.zone])])
}

/** The error that some work ends with, by name, motive and sentence: mutants have classes of their own. */
export async function echecDe(
  travail: () => Promise<unknown>,
): Promise<{ nom: string; motif?: string; message: string } & { erreur: Error }> {
  try {
    await travail()
  } catch (erreur) {
    if (!(erreur instanceof Error)) throw erreur
    const { motif } = erreur as { motif?: string }
    return { nom: erreur.name, message: erreur.message, erreur, ...(motif === undefined ? {} : { motif }) }
  }
  throw new Error('nothing failed')
}
