import { direReservataire } from '../listes/dire-reservataire.ts'
import type { ColonneDe, Provenance } from '../socle/feuille.ts'
import { colonneDe, feuilleDe } from '../socle/feuille.ts'
import type { FeuilleEcrite } from '../socle/table.ts'
import type { BilanAnnuel, LigneBilan } from './bilan-annuel.ts'
import type { Flux, FluxReservataire, LigneFlux } from './calculer-flux.ts'
import type { Conversion, Etape } from './convertir-stock.ts'
import { AIDE_BILAN, AIDE_SUIVI, QUI_PLAFOND } from './phrases.ts'
import { graphiquesFlux, graphiquesLivraison } from './graphiques.ts'
import type { LivraisonFlux } from './suivre-flux.ts'

interface LigneFeuilleFlux extends FluxReservataire {
  readonly ligne: LigneFlux
}

/** The landlord's own part: what is not reserved. */
function resteDe(ligne: LigneFlux): LigneFeuilleFlux {
  const reserves = ligne.flux.map(({ taux }) => taux)
  const taux =
    ligne.reste_bailleur === null
      ? null
      : reserves.reduce<number>((reste, part) => Math.round((reste - (part ?? 0)) * 1e9) / 1e9, 1)
  return { reservataire: 'AUCUN', taux, logements: ligne.reste_bailleur, ligne }
}

function direPlafonds({ plafonds }: LigneFlux): string {
  const depasses = plafonds.filter(({ respecte }) => !respecte)
  return depasses.length === 0 ? 'respectés' : `dépassés : ${depasses.map(({ code }) => QUI_PLAFOND[code]).join(', ')}`
}

const COLONNES_FLUX: readonly ColonneDe<LigneFeuilleFlux>[] = [
  colonneDe('Bailleur', 'texte', 30, ({ ligne }) => ligne.bailleur),
  colonneDe('Département', 'texte', 12, ({ ligne }) => ligne.departement),
  colonneDe('Réservataire', 'texte', 40, ({ reservataire }) => direReservataire(reservataire)),
  colonneDe('Part du flux', 'taux', 12, ({ taux }) => taux),
  colonneDe('Logements', 'entier', 11, ({ logements }) => logements),
  colonneDe('Assiette', 'entier', 10, ({ ligne }) => ligne.assiette),
  colonneDe('Parc', 'entier', 9, ({ ligne }) => ligne.parc),
  colonneDe('Libérés', 'entier', 9, ({ ligne }) => ligne.liberations),
  colonneDe('Libérés estimés', 'texte', 14, ({ ligne }) => (ligne.liberations_estimees ? 'oui' : 'non')),
  colonneDe('Premières locations', 'entier', 18, ({ ligne }) => ligne.premieres_locations),
  colonneDe('dont hors assiette', 'entier', 16, ({ ligne }) => ligne.exclusions.premieres_locations),
  colonneDe('Mutations exclues', 'entier', 16, ({ ligne }) => ligne.exclusions.mutations),
  colonneDe('Relogements exclus', 'entier', 17, ({ ligne }) => ligne.exclusions.relogements),
  colonneDe('Identifiés exclus', 'entier', 16, ({ ligne }) => ligne.exclusions.identifies),
  colonneDe('Plafonds de l’État', 'texte', 24, ({ ligne }) => direPlafonds(ligne)),
]

/**
 * The owned sheet `Flux`: one row a landlord, département and holder, the landlord's own part last.
 *
 * @example feuilleFlux(flux, []).nombreLignes //=> 36
 */
export function feuilleFlux({ annee, lignes, formule }: Flux, provenance: Provenance): FeuilleEcrite {
  const elements = lignes.flatMap((ligne) => [...ligne.flux.map((flux) => ({ ...flux, ligne })), resteDe(ligne)])
  const bloc: Provenance = [
    ...provenance,
    ['Année', String(annee)],
    ['Formule', formule.texte],
    ['À valider', formule.note],
    ['Arrondi', 'Plus fort reste : la somme des réservataires et du bailleur est exactement l’assiette.'],
  ]
  return {
    ...feuilleDe('Flux', `Gestion en flux ${String(annee)}`, bloc, COLONNES_FLUX, elements),
    graphiques: graphiquesFlux(lignes),
  }
}

const COLONNES_SUIVI: readonly ColonneDe<LivraisonFlux>[] = [
  colonneDe('Bailleur', 'texte', 30, ({ bailleur }) => bailleur),
  colonneDe('Département', 'texte', 12, ({ departement }) => departement),
  colonneDe('Réservataire', 'texte', 40, ({ reservataire }) => direReservataire(reservataire)),
  colonneDe('Flux annuel', 'entier', 12, ({ logements }) => logements),
  colonneDe('Dû à ce jour', 'entier', 12, ({ du }) => du),
  colonneDe('Livrés', 'entier', 9, ({ livres }) => livres),
  colonneDe('Incertains', 'entier', 11, ({ incertains }) => incertains),
  colonneDe('Retard', 'entier', 9, ({ retard }) => retard),
  colonneDe('Reste à livrer', 'entier', 14, ({ reste }) => reste),
  colonneDe('Par mois d’ici le 31/12', 'nombre', 22, ({ parMois }) => parMois),
]

/**
 * What each holder has received of its flow, and the pace that catches up.
 *
 * @example feuilleSuiviFlux(suivreFlux(flux, compte, jour), []).ligne(0)[0] //=> 'Habitat Fictif du Nord'
 */
export function feuilleSuiviFlux(livraisons: readonly LivraisonFlux[], provenance: Provenance): FeuilleEcrite {
  const bloc: Provenance = [...provenance, ['Lecture', AIDE_SUIVI]]
  return {
    ...feuilleDe('Suivi du flux', 'Livraison du flux en cours d’année', bloc, COLONNES_SUIVI, livraisons),
    graphiques: graphiquesLivraison(livraisons),
  }
}

const NON_RENSEIGNE = 'non renseigné'

const COLONNES_BILAN: readonly ColonneDe<LigneBilan>[] = [
  colonneDe('Bailleur', 'texte', 30, ({ bailleur }) => bailleur ?? NON_RENSEIGNE),
  colonneDe('Réservataire', 'texte', 34, ({ axes }) =>
    axes.reservataire === null ? NON_RENSEIGNE : direReservataire(axes.reservataire),
  ),
  colonneDe('Nom du réservataire', 'texte', 26, ({ axes }) => axes.reservataire_nom ?? ''),
  colonneDe('Typologie', 'texte', 12, ({ axes }) => axes.typologie ?? NON_RENSEIGNE),
  colonneDe('Type de financement', 'texte', 18, ({ axes }) => axes.financement ?? NON_RENSEIGNE),
  colonneDe('Localisation', 'texte', 14, ({ axes }) => axes.localisation ?? NON_RENSEIGNE),
  colonneDe('Commune', 'texte', 12, ({ axes }) => axes.commune ?? NON_RENSEIGNE),
  colonneDe('Période de construction', 'texte', 22, ({ axes }) => axes.periode_construction ?? NON_RENSEIGNE),
  colonneDe('Logements proposés', 'entier', 18, ({ proposes }) => proposes),
  colonneDe('Logements attribués', 'entier', 18, ({ attribues }) => attribues),
]

/**
 * The yearly report due before 28 February, in the breakdown of CCH art. R. 441-5-1.
 *
 * @example feuilleBilanFlux(bilanAnnuel(compte), []).provenance[1] //=> ['À transmettre avant le', '28/02/2026']
 */
export function feuilleBilanFlux(bilan: BilanAnnuel, provenance: Provenance): FeuilleEcrite {
  const bloc: Provenance = [
    ...provenance,
    ['Année du bilan', String(bilan.annee)],
    ['À transmettre avant le', `28/02/${String(bilan.annee + 1)}`],
    ['Lecture', AIDE_BILAN],
    ['Propositions sans référence de logement', String(bilan.sansReference)],
    ['Lignes dont l’année est inconnue, non comptées', String(bilan.sansDate)],
  ]
  return feuilleDe(
    'Bilan du flux',
    `Bilan annuel des logements proposés et attribués ${String(bilan.annee)}`,
    bloc,
    COLONNES_BILAN,
    bilan.lignes,
  )
}

interface EtapeEcrite extends Etape {
  readonly reservataire: string
}

const COLONNES_CONVERSION: readonly ColonneDe<EtapeEcrite>[] = [
  colonneDe('Réservataire', 'texte', 40, ({ reservataire }) => direReservataire(reservataire)),
  colonneDe('Étape', 'texte', 48, ({ libelle }) => libelle),
  colonneDe('Calcul', 'texte', 24, ({ formule }) => formule),
  colonneDe('Logements', 'nombre', 12, ({ unite, valeur }) => (unite === 'logements' ? valeur : null)),
  colonneDe('Part', 'taux', 10, ({ unite, valeur }) => (unite === 'ratio' ? valeur : null)),
]

/**
 * The conversion of a stock of reservations into shares of the flow, step by step.
 *
 * @example
 * const conversion = convertirStock({ parc: 13000, rotation: 0.08, droits: [{ reservataire: 'COLTER', logements: 236 }] })
 * feuilleConversion(conversion, []).nombreLignes //=> 5
 */
export function feuilleConversion({ droits, note }: Conversion, provenance: Provenance): FeuilleEcrite {
  const etapes = droits.flatMap(({ reservataire, etapes: e }) => e.map((etape) => ({ ...etape, reservataire })))
  const bloc: Provenance = [...provenance, ['À valider', note]]
  return feuilleDe('Conversion', 'Du stock au flux', bloc, COLONNES_CONVERSION, etapes)
}
