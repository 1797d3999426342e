import { readFileSync } from 'node:fs'
import {
  type Cellule,
  comparer,
  coter,
  type FeuilleBrute,
  jourIso,
  lireDemandes,
  lireGrille,
  lireJsonGrille,
  lireTable,
  ouvrirEdition,
  preparerBanc,
  reconnaitreDemandes,
  reconnaitreTable,
  SEUILS_QUARTILES,
} from '../../core/index.ts'
import { calculerFlux, creerLecteurParc, MODELE_PARC } from '../../core/flux/index.ts'
import {
  CIBLES_LOCALES_PRETES,
  creerLecteurAttributions,
  indicateurDe,
  lireCiblesLocales,
  MODELE_ATTRIBUTION,
  preparerCompte,
} from '../../core/objectifs/index.ts'
import { exempleDe } from '../../core/observatoire/exemple/index.ts'
import { creerTable, groupesDe, type Quartier, territoireEpci, VIGILANCE } from '../../core/observatoire/index.ts'
import { ouvrirClasseur } from '../../core/tableur/index.ts'
import { DONNEES_COMMUNES } from '../../core/territoires/donnees-communes.ts'
import { creerTerritoires, DONNEES_EPCI } from '../../core/territoires/index.ts'

const CLASSEUR = 'demandes-exemple.xlsx'
const GRILLE = 'grille-exemple.json'
const LILLE = '200093201'
const AJACCIO = '242010056'

function exiger<V>(valeur: V | undefined): V {
  if (valeur === undefined) throw new Error('the committed example no longer holds what docstrings speak of')
  return valeur
}

/** Day of the computation. */
const jour = exiger(jourIso('2026-03-01'))
/** Every EPCI and commune. */
const territoires = creerTerritoires(DONNEES_EPCI, DONNEES_COMMUNES)
/** The committed workbook, as bytes. */
const octets = new Uint8Array(readFileSync(`exemples/${CLASSEUR}`))
/** Its sheets, their rows read once for all the examples. */
const feuilles = ouvrirClasseur(octets, CLASSEUR).feuilles.map((feuille) => ({
  ...feuille,
  lignes: [...feuille.lignes],
}))
/** Its applications, read. */
const demandes = lireDemandes(feuilles, reconnaitreDemandes(feuilles), { jour, lieux: territoires, territoire: LILLE })

/** The committed grid, as its file holds it. */
const json = lireJsonGrille(readFileSync(`exemples/${GRILLE}`, 'utf8'), GRILLE)
/** The same, read. */
const grille = lireGrille(json)
/** The same with DALO at 40 points instead of 50. */
const autre = lireGrille({
  ...grille.grille,
  id: 'dalo-a-40',
  nom: 'DALO à 40',
  criteres: grille.grille.criteres.map((critere) => (critere.code === 'DALO' ? { ...critere, points: 40 } : critere)),
})
/** Day, thresholds and reading of their bound. */
const contexte = { jour, seuils: SEUILS_QUARTILES, territoire: LILLE, borne: 'stricte' } as const
/** `demandes` scored by `grille`. */
const cotations = coter(demandes, [grille], contexte)
/** The scoring of that grid. */
const cotation = exiger(cotations.cotations[0])

function lireAttributions() {
  const reconnue = reconnaitreTable(feuilles, MODELE_ATTRIBUTION)
  const lecteur = creerLecteurAttributions({ jour, lieux: territoires })
  lireTable(feuilles, reconnue, lecteur.fichier(reconnue.appariement, CLASSEUR))
  return lecteur.terminer()
}

function lireParc() {
  const reconnue = reconnaitreTable(feuilles, MODELE_PARC)
  const lecteur = creerLecteurParc({ lieux: territoires })
  lireTable(feuilles, reconnue, lecteur.feuille(reconnue.appariement, 'Parc'))
  return lecteur.terminer()
}

/** The allocations of the workbook. */
const attributions = lireAttributions()
/** The stock and the agreements of its landlords. */
const parc = lireParc()

/** Fictitious years of the EPCI of Corse. */
const jeu = exempleDe({ region: '94', annee: 2023, graine: 8 })
/** The same, as a table. */
const table = creerTable([jeu])

/** Rows of cells as a sheet read from a workbook, headers on row 1. */
function enFeuille(nom: string, cellules: readonly (readonly Cellule[])[]): FeuilleBrute {
  return { nom, lignes: cellules.map((ligne, i) => ({ numero: i + 1, cellules: ligne })) }
}

/** A fictitious priority district, of which every figure of the index of vigilance is this one. */
function enQuartier(code: string, valeur: number): Quartier {
  const mesure = { valeur, numerateur: null, denominateur: null }
  const mesures = new Map(VIGILANCE.composantes.map(({ indicateur }) => [indicateur, mesure]))
  return { code, nom: `Quartier ${code}`, mesures }
}

/**
 * What the examples of the core's docstrings speak of: they are run with these names, so that what they give is a fact of
 * the committed example (`exemples/`).
 */
export const NOMS_DES_EXEMPLES = {
  jour,
  territoires,
  octets,
  feuilles,
  demandes,
  json,
  grille,
  autre,
  contexte,
  cotations,
  cotation,
  /** Columns of the demandes, derived ones included. */
  donnees: cotation.donnees,
  /** `grille` in force, `autre` tried. */
  comparaisons: comparer(demandes, [grille, autre], contexte),
  /** `cotation` ready for the measures of robustness. */
  banc: preparerBanc(cotation, demandes),
  /** `grille` being edited. */
  edition: ouvrirEdition(json),
  /** Where a result comes from. */
  source: { fichier: CLASSEUR, feuille: 'Demandes', versionMoteur: '1.0' },
  attributions,
  /** The allocations of 2025, ready to be counted. */
  compte: preparerCompte(attributions, { annee: 2025 }),
  /** First quartile out of priority districts. */
  indicateur: exiger(indicateurDe('q1_hors_qpv')),
  /** A local target: 42.5 % of decisions for priority publics. */
  cible: exiger(
    lireCiblesLocales(CIBLES_LOCALES_PRETES).cibles.find(({ code }) => code === 'prioritaires_par_bailleur'),
  ),
  parc,
  flux: calculerFlux(parc, { annee: 2025 }),
  /** The EPCI of the workbook. */
  territoire: exiger(territoireEpci(territoires, LILLE)),
  jeu,
  table,
  /** In `table`, first quartile out of priority districts in 2025. */
  groupe: exiger(groupesDe(table, { indicateur: 'q1_hors_qpv', periode: '2025' })[0]),
  /** In `table`, the EPCI of Ajaccio. */
  lieu: exiger(table.lieux.find(({ code }) => code === AJACCIO)),
  enFeuille,
  enQuartier,
}
