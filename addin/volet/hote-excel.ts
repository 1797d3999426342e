import type { Source } from '../excel/index.ts'
import type { FichierChoisi, Hote } from '../ports/hote.ts'
import type { SourceTables } from '../ports/source.ts'
import { depotFichier } from '../../ui/depot-fichier.ts'
import { GRILLES_FOURNIES } from '../vues/grilles-fournies.ts'
import { choixSource } from './choix-source.ts'
import type { ClasseurOuvert } from './classeur-ouvert.ts'
import { FeuillesGrilleExcel } from './feuilles-grille-excel.ts'
import { GrilleDuClasseur } from './grille-du-classeur.ts'
import { reglagesExcel } from './reglages-excel.ts'
import { sortieExcel } from './sortie-excel.ts'
import { sourceExcel } from './source-excel.ts'
import { joindreExcel } from './joindre-excel.ts'
import { hoteSuiviExcel } from './suivi-excel.ts'
import { surPlaceExcel } from './sur-place-excel.ts'

/** What the host tells the pane, which is made after it. */
export interface Rappels {
  readonly redessiner: () => void
  readonly signaler: (erreur: unknown) => void
  readonly dire: (avis: readonly string[]) => void
}

/** Excel as a place for the pane. */
export interface HoteExcel extends Hote {
  /** The demandes wherever they are in the workbook. */
  trouver(): SourceTables
  /** Looks again at what the workbook holds. */
  actualiser(): Promise<void>
}

async function lireFichiers(fichiers: readonly File[]): Promise<readonly FichierChoisi[]> {
  return Promise.all(fichiers.map(async (f) => ({ nom: f.name, octets: new Uint8Array(await f.arrayBuffer()) })))
}

export function hoteExcel(classeur: ClasseurOuvert, aujourdhui: string, rappels: Rappels): HoteExcel {
  const { excel } = classeur
  const grille = new GrilleDuClasseur(excel, rappels.signaler)
  let sources: readonly Source[] | undefined
  const trouver = (): SourceTables => sourceExcel(classeur, 'Ce classeur', () => excel.sources(), rappels.dire)
  const actualiser = async (): Promise<void> => {
    sources = await excel.sources()
    rappels.redessiner()
  }
  return {
    aujourdhui,
    sortie: sortieExcel(),
    reglages: reglagesExcel(excel),
    grilles: GRILLES_FOURNIES,
    surPlace: surPlaceExcel(classeur),
    suivi: hoteSuiviExcel(classeur, rappels.dire),
    joindre: (publication, progres) => joindreExcel(classeur, rappels.dire, publication, progres),
    feuillesGrille: new FeuillesGrilleExcel(excel),
    garderGrille: (vue, choisie) => {
      grille.garder(vue, choisie)
    },
    grilleGardee: () => grille.lire(),
    plageSelectionnee: () => excel.plageSelectionnee(),
    interrompre: () => {
      classeur.interrompre()
    },
    depart: { texte: 'Trouver les demandes', source: trouver },
    trouver,
    actualiser,
    ouverture: (choisir, compact) =>
      choixSource({
        sources,
        compact,
        surChercher: () => {
          choisir(trouver())
        },
        surSource: (nom, source) => {
          choisir(sourceExcel(classeur, nom, () => Promise.resolve([source]), rappels.dire))
        },
        surActualiser: () => void actualiser(),
      }),
    ouvrirGrille: (choisir) =>
      depotFichier({
        id: 'fichier-grille',
        titre: 'Votre grille',
        aide: '.json, ou un classeur avec une feuille Grille. Une grille locale s’ouvre avec son socle.',
        formats: '.json,.xlsx,.xlsm',
        plusieurs: true,
        surFichiers: (fichiers) => void lireFichiers(fichiers).then(choisir),
      }),
  }
}
