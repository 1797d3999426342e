import { cleTexte, lireTable, reconnaitreTable, type FeuilleBrute, type Territoires } from '../../../core/index.ts'
import { creerLecteurAttributions, MODELE_ATTRIBUTION, type Attributions } from '../../../core/objectifs/index.ts'
import { creerLecteurParcObserve, MODELE_PARC_OBSERVE, type Parc } from '../../../core/observatoire/index.ts'
import { jourLu } from '../lire-demandes.ts'
import type { ClasseurLu } from '../ouvrir-classeur.ts'

/** What is published beside the demandes. */
export interface TablesJointes {
  readonly attributions?: Attributions
  readonly parc?: Parc
}

interface Contexte {
  readonly lieux: Territoires
  /** SIREN within which communes are found by name. */
  readonly territoire: string
  readonly jour: string
}

function feuilleNommee({ feuilles }: ClasseurLu, nom: string): FeuilleBrute | undefined {
  return feuilles.find((feuille) => cleTexte(feuille.nom) === nom)
}

function lireAttributions(feuille: FeuilleBrute, { lieux, jour }: Contexte): Attributions {
  const lecteur = creerLecteurAttributions({ jour: jourLu(jour), lieux, videNon: [] })
  const reconnue = reconnaitreTable([feuille], MODELE_ATTRIBUTION, { feuille: feuille.nom })
  lireTable([feuille], reconnue, lecteur.fichier(reconnue.appariement, feuille.nom))
  return lecteur.terminer()
}

function lireParc(feuille: FeuilleBrute, { lieux, territoire }: Contexte): Parc {
  const reconnue = reconnaitreTable([feuille], MODELE_PARC_OBSERVE, { feuille: feuille.nom })
  const lecteur = creerLecteurParcObserve(reconnue.appariement, { lieux, territoire })
  lireTable([feuille], reconnue, lecteur)
  return lecteur.terminer()
}

/** The sheets « Attributions » and « Parc » of a file, when it has them. A live workbook gives only what was asked of it. */
export function lireTablesJointes(classeur: ClasseurLu | undefined, contexte: Contexte): TablesJointes {
  if (classeur === undefined || classeur.format === 'tables') return {}
  const attributions = feuilleNommee(classeur, 'attributions')
  const parc = feuilleNommee(classeur, 'parc')
  return {
    ...(attributions === undefined ? {} : { attributions: lireAttributions(attributions, contexte) }),
    ...(parc === undefined ? {} : { parc: lireParc(parc, contexte) }),
  }
}
