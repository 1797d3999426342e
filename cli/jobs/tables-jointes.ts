import { cleTexte, lireTable, reconnaitreTable } from '../../core/index.ts'
import type { Attributions } from '../../core/objectifs/index.ts'
import { creerLecteurParcObserve, MODELE_PARC_OBSERVE, type Parc } from '../../core/observatoire/index.ts'
import type { Arguments } from '../arguments.ts'
import { feuillesSource } from '../fichiers/feuilles-source.ts'
import type { FichierOuvert } from '../fichiers/lire.ts'
import { ouvrirFichier } from '../fichiers/lire.ts'
import { TERRITOIRES } from '../fichiers/territoires.ts'
import type { Terminal } from '../terminal.ts'
import { lireAttributions } from './lire-attributions.ts'
import type { OuTable } from './lire-tables.ts'

/** What is read beside the demandes. */
export interface TablesJointes {
  readonly attributions: Attributions | undefined
  readonly parc: Parc | undefined
}

/** The sheets of that name, in the workbooks of demandes. */
function feuillesNommees(fichiers: readonly FichierOuvert[], nom: string): readonly OuTable[] {
  return fichiers.flatMap((fichier) =>
    feuillesSource(fichier)
      .filter((feuille) => cleTexte(feuille.nom) === nom)
      .map((feuille) => ({ fichier, feuille: feuille.nom })),
  )
}

function lireParc({ fichier, feuille }: OuTable, territoire: string): Parc {
  const feuilles = feuillesSource(fichier)
  const reconnue = reconnaitreTable(feuilles, MODELE_PARC_OBSERVE, { feuille })
  const lecteur = creerLecteurParcObserve(reconnue.appariement, { lieux: TERRITOIRES, territoire })
  lireTable(feuilles, reconnue, lecteur)
  return lecteur.terminer()
}

/**
 * The allocations and the stock that go with demandes: the files named by the options, else the sheets « Attributions » and
 * « Parc » of the workbooks themselves.
 *
 * @param territoire SIREN within which communes are found by name
 */
export function lireTablesJointes(
  fichiers: readonly FichierOuvert[],
  options: Arguments,
  terminal: Terminal,
  territoire: string,
): TablesJointes {
  const ou = (option: string): readonly OuTable[] =>
    options.presente(option)
      ? options.valeurs(option).map((chemin) => ({ fichier: ouvrirFichier(chemin) }))
      : feuillesNommees(fichiers, option)
  const attributions = ou('attributions')
  const [parc] = ou('parc')
  return {
    // Empty cells are declared for the demandes: the fields are not the same.
    attributions: attributions.length === 0 ? undefined : lireAttributions(attributions, options, terminal, []),
    parc: parc === undefined ? undefined : lireParc(parc, territoire),
  }
}
