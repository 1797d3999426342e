import type { Anomalie, LigneBrute, Territoires } from '../../../core/index.ts'
import { CONNU, formatCompte, formatNombre } from '../../../core/index.ts'
import { creerLecteurParc, type Parc } from '../../../core/flux/index.ts'
import { creerLecteurAttributions, MODELE_ATTRIBUTION, type Attributions } from '../../../core/objectifs/index.ts'
import { dateCivile } from '../../../core/socle/jour.ts'
import type { VideVu } from '../contrat.ts'
import { compterVides } from '../facettes.ts'
import { sensDuVide } from '../sens-du-vide.ts'
import { jourLu } from '../lire-demandes.ts'
import { parcourir, type Ecoute } from '../lire-par-blocs.ts'
import type { AnneeVue, DemandeSuivi, GenreTable } from './contrat-suivi.ts'
import type { TableTrouvee } from './tables.ts'

/** A fault, with the kind of table and the file that have it. */
export type AnomalieLue = Anomalie & { readonly fichier?: string; readonly genre: GenreTable }

/** What was read, and which table each file of the reading is. */
export interface SuiviLu {
  readonly jour: number
  /** Undefined without a table of allocations. */
  readonly attributions: Attributions | undefined
  readonly parc: Parc | undefined
  readonly anomalies: readonly AnomalieLue[]
  /** Table by the name under which its rows are reported. */
  readonly tables: ReadonlyMap<string, TableTrouvee>
}

/** The name under which the rows of a table are reported: the file, with its sheet where it has several tables. */
export function nomOrigine({ classeur, genre, reconnue }: TableTrouvee, toutes: readonly TableTrouvee[]): string {
  const siennes = toutes.filter((autre) => autre.classeur === classeur && autre.genre === genre)
  if (classeur.format === 'tables') return reconnue.table.feuille
  return siennes.length < 2 ? classeur.nom : `${classeur.nom}, ${reconnue.table.feuille}`
}

async function donner(
  { feuille, reconnue }: TableTrouvee,
  lecteur: { ajouter(ligne: LigneBrute): void },
  ecoute: Ecoute,
): Promise<void> {
  await parcourir(
    feuille.lignes,
    (ligne) => {
      if (ligne.numero > reconnue.table.ligneEntetes) lecteur.ajouter(ligne)
      return true
    },
    ecoute,
  )
}

/**
 * Reads the tables found, allocations first.
 *
 * @throws Annulation when asked to stop, Refus when a table cannot be read
 */
export async function lireSuivi(
  tables: readonly TableTrouvee[],
  { jour, videNon }: DemandeSuivi,
  lieux: Territoires,
  ecoute: Ecoute,
): Promise<SuiviLu> {
  const calcul = jourLu(jour)
  const lecteur = creerLecteurAttributions({ jour: calcul, lieux, videNon })
  const lecteurParc = creerLecteurParc({ lieux })
  const parOrigine = new Map<string, TableTrouvee>()
  for (const table of tables) {
    const nom = nomOrigine(table, tables)
    const { appariement } = table.reconnue
    parOrigine.set(`${table.genre} ${nom}`, table)
    const cible = table.genre === 'parc' ? lecteurParc.feuille(appariement, nom) : lecteur.fichier(appariement, nom)
    await donner(table, cible, ecoute)
  }
  const presente = (genre: GenreTable): boolean => tables.some((table) => table.genre === genre)
  const attributions = presente('attributions') ? lecteur.terminer() : undefined
  const parc = presente('parc') ? lecteurParc.terminer() : undefined
  return {
    jour: calcul,
    attributions,
    parc,
    anomalies: [
      ...(attributions?.anomalies ?? []).map((a) => ({ ...a, genre: 'attributions' as const })),
      ...(parc?.anomalies ?? []).map((a) => ({ ...a, genre: 'parc' as const })),
    ],
    tables: parOrigine,
  }
}

/** How many allocations have a lease or a decision in each year, newest first. */
function comptesParAnnee(attributions: Attributions): readonly (readonly [annee: number, nombre: number])[] {
  const bail = attributions.colonne('date_bail')
  const decision = attributions.colonne('date_decision')
  const comptes = new Map<number, number>()
  for (let i = 0; i < attributions.nombre; i++) {
    const annees = new Set<number>()
    for (const colonne of [bail, decision])
      if (colonne.genre === 'simple' && colonne.etats[i] === CONNU)
        annees.add(dateCivile(colonne.valeurs[i] ?? 0).annee)
    for (const annee of annees) comptes.set(annee, (comptes.get(annee) ?? 0) + 1)
  }
  return [...comptes].sort(([a], [b]) => b - a)
}

/** The years that have leases or decisions, newest first. */
export function anneesDe(attributions: Attributions): readonly AnneeVue[] {
  return comptesParAnnee(attributions).map(([annee, nombre]) => ({
    annee,
    libelle: `${String(annee)} (${formatCompte(nombre, 'attribution')})`,
  }))
}

/** A year with fewer allocations than this share of the one before has hardly begun, or was hardly given. */
const PART_PARLANTE = 0.25

/** The year under way once it says something, else the last one before it. */
export function anneeDAbord(attributions: Attributions, jour: number): number | undefined {
  const { annee: enCours } = dateCivile(jour)
  const [derniere, precedente] = comptesParAnnee(attributions).filter(([annee]) => annee <= enCours)
  if (derniere === undefined || precedente === undefined) return derniere?.[0]
  return derniere[1] >= PART_PARLANTE * precedente[1] ? derniere[0] : precedente[0]
}

/** Fields that the user may declare « empty means no ». */
export function videsDe(attributions: Attributions, videNon: readonly string[]): readonly VideVu[] {
  return MODELE_ATTRIBUTION.champs
    .flatMap((champ) => {
      const sens = sensDuVide(champ)
      if (sens === undefined || !attributions.champsPresents.has(champ.code)) return []
      const { code, libelle } = champ
      return [
        {
          champ: code,
          libelle,
          vides: compterVides(attributions.colonne(code)),
          remplies: attributions.videNon.find(({ champ }) => champ === code)?.cellules ?? 0,
          declare: videNon.includes(code),
          sens,
        },
      ]
    })
    .filter(({ vides, declare }) => vides > 0 || declare)
}

/** « 1 250 attributions lues dans 3 fichiers » */
export function direLecture({ nombre, fichiers }: Attributions): string {
  const lues = `${formatCompte(nombre, 'attribution lue', 'attributions lues')}`
  return fichiers.length < 2 ? lues : `${lues} dans ${formatNombre(fichiers.length)} fichiers`
}
