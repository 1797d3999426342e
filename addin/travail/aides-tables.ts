import type { NomTable } from '../../core/index.ts'
import { CHAMPS_PROPOSES, champNommable, cleTexte, TESTS, testsPour } from '../../core/index.ts'
import type { AideSaisie } from './contrat-tables.ts'

/** The texts of a table, header by header. */
export interface TableTapee {
  readonly entetes: readonly string[]
  readonly lignes: readonly (readonly string[])[]
}

const OUI_NON = ['oui', 'non'] as const
const PARAMETRES = [
  'id',
  'nom',
  'territoire',
  'source',
  'date_effet',
  'quartile_borne',
  'note_min',
  'note_max',
  'portee',
  'departage',
] as const

function rangDe({ entetes }: TableTapee, entete: string): number {
  return entetes.findIndex((titre) => cleTexte(titre) === cleTexte(entete))
}

function textes(table: TableTapee, entete: string): readonly string[] {
  const rang = rangDe(table, entete)
  return rang < 0 ? [] : table.lignes.map((ligne) => ligne[rang] ?? '')
}

/** The values that a field takes under a test, when there are few. */
function valeursDe(champ: string, test: string): readonly string[] {
  const nomme = champNommable(champ.trim())
  if (nomme === undefined) return []
  const propose = testsPour(nomme).find((p) => p.test === (test.trim() === '' ? 'est' : test.trim()))
  if (propose?.saisie.genre === 'choix' || propose?.saisie.genre === 'plusieurs') {
    return propose.saisie.choix.map(({ valeur }) => valeur)
  }
  return champ === 'quartile' && propose?.saisie.genre === 'nombre' ? ['1', '2', '3', '4'] : []
}

function aidesValeurs(table: TableTapee): readonly AideSaisie[] {
  const tests = textes(table, 'test')
  return textes(table, 'champ').flatMap((champ, ligne): readonly AideSaisie[] => {
    const valeurs = valeursDe(champ, tests[ligne] ?? '')
    return valeurs.length === 0 ? [] : [{ colonne: 'valeur', ligne, valeurs, exigence: 'libre' }]
  })
}

function aidesGrille(table: TableTapee, familles: TableTapee | undefined): readonly AideSaisie[] {
  const codes = familles === undefined ? [] : textes(familles, 'code').filter((code) => code !== '')
  const ouiNon = ['justificatif', 'verrouille', 'retire'].map((colonne): AideSaisie => ({
    colonne,
    valeurs: OUI_NON,
    exigence: 'fermee',
  }))
  return [
    ...(codes.length === 0 ? [] : [{ colonne: 'famille', valeurs: codes, exigence: 'conseillee' } as const]),
    { colonne: 'champ', valeurs: CHAMPS_PROPOSES.map(({ code }) => code), exigence: 'conseillee' },
    { colonne: 'test', valeurs: TESTS, exigence: 'conseillee' },
    ...ouiNon,
    ...aidesValeurs(table),
  ]
}

function aidesParametres(table: TableTapee): readonly AideSaisie[] {
  const borne = textes(table, 'nom').findIndex((nom) => cleTexte(nom) === cleTexte('quartile_borne'))
  return [
    { colonne: 'nom', valeurs: PARAMETRES, exigence: 'libre' },
    ...(borne < 0
      ? []
      : [{ colonne: 'valeur', ligne: borne, valeurs: ['stricte', 'incluse'], exigence: 'fermee' } as const]),
  ]
}

/**
 * What to propose in a table of a grid as it is typed at this moment; only for columns that it has.
 *
 * @param tables the three tables: a criterion names a family of another one
 */
export function aidesDe(nom: NomTable, tables: Readonly<Partial<Record<NomTable, TableTapee>>>): readonly AideSaisie[] {
  const table = tables[nom]
  if (table === undefined) return []
  const aides =
    nom === 'Grille'
      ? aidesGrille(table, tables.Familles)
      : nom === 'Familles'
        ? [{ colonne: 'cumul', valeurs: ['somme', 'maximum'], exigence: 'fermee' } as const]
        : aidesParametres(table)
  return aides.filter(({ colonne }) => rangDe(table, colonne) >= 0)
}
