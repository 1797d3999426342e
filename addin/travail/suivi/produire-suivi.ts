import type { FeuilleEcrite, Territoires } from '../../../core/index.ts'
import { francais, jourFrancais } from '../../../core/index.ts'
import {
  bilanAnnuel,
  calculerFlux,
  feuilleBilanFlux,
  feuilleFlux,
  feuilleSuiviFlux,
  suivreFlux,
  type Parc,
} from '../../../core/flux/index.ts'
import {
  feuilleACompleter,
  feuilleObjectifs,
  feuilleVentilation,
  objectifsDuCompte,
  ventiler,
  type Compte,
} from '../../../core/objectifs/index.ts'
import paquet from '../../../package.json' with { type: 'json' }
import type { FichierProduit } from '../contrat.ts'
import type { ClasseurLu } from '../ouvrir-classeur.ts'
import { nomProduit, TYPES } from '../produire.ts'
import { direPortee, OBJECTIF_PREMIER, type Fonds } from './decrire-objectifs.ts'
import { aCompleter } from './lignes.ts'
import type { DemandeCompte } from './contrat-objectifs.ts'
import type { ProduitSuivi } from './contrat-suivi.ts'

type Provenance = FeuilleEcrite['provenance']

function provenanceDe(fichiers: readonly string[], jour: number, portee: string): Provenance {
  return [
    ['Fichiers', fichiers.join(', ')],
    ['Jour du calcul', jourFrancais(jour)],
    ...(portee === '' ? [] : [['Portée', francais(portee)] as const]),
    ['Moteur', paquet.version],
  ]
}

/** What sheets are made of. */
export interface FondsProduits {
  readonly fonds: Fonds | undefined
  readonly parc: Parc | undefined
  readonly jour: number
  readonly fichiers: readonly string[]
  readonly lieux: Territoires
}

function feuillesObjectifs(fonds: Fonds, demande: DemandeCompte, provenance: Provenance): readonly FeuilleEcrite[] {
  const { indicateur } = OBJECTIF_PREMIER
  const compte = fonds.comptes.restreint(demande.annee, demande.filtres, indicateur)
  const { nomEpci } = fonds.lieux
  return [
    feuilleObjectifs(objectifsDuCompte(compte), provenance, nomEpci),
    { ...feuilleVentilation(ventiler(compte, indicateur, ['bailleur']), provenance), nom: 'Objectifs par bailleur' },
    feuilleACompleter(aCompleter(fonds, demande, indicateur.code).completer, provenance),
  ]
}

function feuillesFlux(parc: Parc, annee: number, jour: number, compte: Compte | undefined, provenance: Provenance) {
  const flux = calculerFlux(parc, { annee })
  const livraisons = compte === undefined ? [] : [feuilleSuiviFlux(suivreFlux(flux, compte, jour), provenance)]
  return [feuilleFlux(flux, provenance), ...livraisons]
}

/** The sheets of a result. */
export function feuillesSuivi(
  produit: ProduitSuivi,
  { fonds, parc, jour, fichiers, lieux }: FondsProduits,
  demande: DemandeCompte,
): readonly FeuilleEcrite[] {
  const provenance = provenanceDe(fichiers, jour, direPortee(demande.filtres, lieux))
  const compte = fonds?.comptes.annee(demande.annee)
  switch (produit) {
    case 'objectifs':
      return fonds === undefined ? [] : feuillesObjectifs(fonds, demande, provenance)
    case 'flux':
      return parc === undefined ? [] : feuillesFlux(parc, demande.annee, jour, compte, provenanceDe(fichiers, jour, ''))
    case 'bilan':
      return compte === undefined ? [] : [feuilleBilanFlux(bilanAnnuel(compte), provenanceDe(fichiers, jour, ''))]
  }
}

const SUFFIXES = { objectifs: 'objectifs', flux: 'flux', bilan: 'bilan du flux' } as const

/** A copy of the only workbook read with its result sheets; a workbook of their own when there are several, or texts. */
export async function fichierSuivi(
  produit: ProduitSuivi,
  feuilles: readonly FeuilleEcrite[],
  classeurs: readonly ClasseurLu[],
): Promise<FichierProduit> {
  const { ajouterFeuilles, creerClasseur } = await import('../../../core/tableur/index.ts')
  const [seul, ...autres] = classeurs
  const nom = seul?.nom ?? 'attributions.xlsx'
  if (seul?.octets !== undefined && seul.format === 'xlsx' && autres.length === 0 && produit !== 'bilan') {
    const extension = /\.xlsm$/iu.test(nom) ? 'xlsm' : 'xlsx'
    const octets = ajouterFeuilles(seul.octets, feuilles)
    return { nom: nomProduit(nom, SUFFIXES[produit], extension), type: TYPES[extension], octets }
  }
  return { nom: nomProduit(nom, SUFFIXES[produit], 'xlsx'), type: TYPES.xlsx, octets: creerClasseur(feuilles) }
}
