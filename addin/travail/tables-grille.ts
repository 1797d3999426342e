import type { Edition, FeuilleLignes, NomTable } from '../../core/index.ts'
import {
  cleTexte,
  COLONNES_GRILLE,
  COLONNES_GRILLE_FACULTATIVES,
  estVerrouille,
  grilleEnTables,
  texteCellule,
} from '../../core/index.ts'
import { aidesDe, type TableTapee } from './aides-tables.ts'
import type { SaisieTable, TableDeGrille } from './contrat-tables.ts'
import { decrireFeuille, lignesDe } from './feuille-decrite.ts'

const NOMS = ['Grille', 'Familles', 'Parametres'] as const satisfies readonly NomTable[]

const CONNUES: Readonly<Record<NomTable, readonly string[]>> = {
  Grille: [...COLONNES_GRILLE, ...COLONNES_GRILLE_FACULTATIVES],
  Familles: ['autres'],
  Parametres: [],
}

type Tapees = Partial<Record<NomTable, TableTapee>>

function nomTable(nom: string): NomTable | undefined {
  return NOMS.find((connu) => cleTexte(connu) === cleTexte(nom))
}

function saisies(tapees: Tapees, edition: Edition | undefined): readonly SaisieTable[] {
  return NOMS.flatMap((table): readonly SaisieTable[] => {
    const tapee = tapees[table]
    if (tapee === undefined) return []
    const rang = tapee.entetes.findIndex((titre) => cleTexte(titre) === 'code')
    const verrouillees =
      table !== 'Grille' || edition === undefined
        ? []
        : tapee.lignes.flatMap((ligne, i) => (estVerrouille(edition, ligne[rang] ?? '') ? [i] : []))
    return [{ table, aides: aidesDe(table, tapees), verrouillees }]
  })
}

function enTextes(valeurs: readonly unknown[]): readonly string[] {
  return valeurs.map((v) => (typeof v === 'string' || typeof v === 'number' ? String(v) : ''))
}

function direUsage(table: NomTable, { socle, lue }: Edition): TableDeGrille['provenance'] {
  const { nom } = lue.grille
  const commun = [
    [
      'Grille',
      socle === undefined ? nom : `${nom}, sur le socle «\u202f${String(socle.ecrite.nom ?? socle.id)}\u202f»`,
    ],
    ['Pour la modifier', 'Changez les cellules, ajoutez des lignes au tableau\u202f: le volet relit la feuille.'],
  ] as const
  if (table !== 'Grille') return commun
  const grise = [
    'Lignes grises',
    'Critères verrouillés par le socle régional\u202f: ils ne se changent pas ici.',
  ] as const
  return [
    ...commun,
    ['Cellules roses', 'À corriger\u202f: sélectionnez la cellule pour lire pourquoi.'],
    ...(socle === undefined ? [] : [grise]),
  ]
}

/** The whole grid as its three tables, core and all, with what helps typing in them. */
export function tablesDe(edition: Edition): readonly TableDeGrille[] {
  const feuilles = grilleEnTables(edition.lue.ecrite)
  const lignes = feuilles.map((f) => lignesDe(f, 0, f.nombreLignes))
  const tapees: Tapees = Object.fromEntries(
    feuilles.map((f, i) => [
      f.nom,
      { entetes: f.colonnes.map((c) => c.titre), lignes: (lignes[i] ?? []).map(enTextes) },
    ]),
  )
  const leurs = saisies(tapees, edition)
  return feuilles.flatMap((feuille, i): readonly TableDeGrille[] => {
    const saisie = leurs.find(({ table }) => table === feuille.nom)
    if (saisie === undefined) return []
    const { table } = saisie
    const decrite = { ...decrireFeuille(feuille), provenance: direUsage(table, edition) }
    return [{ ...decrite, ...saisie, lignes: lignes[i] ?? [], connues: CONNUES[table] }]
  })
}

/** What helps typing in the sheets as they are, rows in the order of `lignes` below the headers. */
export function saisiesDe(feuilles: readonly FeuilleLignes[], edition: Edition | undefined): readonly SaisieTable[] {
  const tapees: Tapees = {}
  for (const { nom, lignes } of feuilles) {
    const table = nomTable(nom)
    const [entete, ...corps] = lignes.map(({ cellules }) => cellules.map(texteCellule))
    if (table !== undefined && entete !== undefined) tapees[table] = { entetes: entete, lignes: corps }
  }
  return saisies(tapees, edition)
}
