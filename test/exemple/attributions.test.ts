import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COLONNES_ATTRIBUTIONS, COLONNES_PARC, genererDemandes } from '../../core/exemple/index.ts'
import * as parts from '../../core/exemple/parts-attributions.ts'
import { calculerFlux, creerLecteurParc, MODELE_PARC } from '../../core/flux/index.ts'
import { coter } from '../../core/cotation/coter.ts'
import { lireGrille } from '../../core/cotation/grille/lire-grille.ts'
import { evaluerSuites } from '../../core/scenarios/bilan/evaluer.ts'
import { lireDemandes, reconnaitreDemandes } from '../../core/travaux/ouvrir-demandes.ts'
import { MODELE_DEMANDE } from '../../core/demande/modele.ts'
import { compterObjectifs, creerLecteurAttributions, MODELE_ATTRIBUTION } from '../../core/objectifs/index.ts'
import { SEUILS_QUARTILES } from '../../core/baremes/index.ts'
import { dateCivile, jourIso } from '../../core/socle/jour.ts'
import type { Cellule } from '../../core/socle/table.ts'
import { ouvrirClasseur } from '../../core/tableur/index.ts'
import { lireTable, reconnaitreTable } from '../../core/travaux/ouvrir-table.ts'
import { TERRITOIRES } from '../../cli/fichiers/territoires.ts'

const JOUR = jourIso('2026-01-31') ?? 0
const exemple = genererDemandes({ nombre: 2000, graine: 1, jour: JOUR })
const { feuilles } = ouvrirClasseur(readFileSync('exemples/demandes-exemple.xlsx'), 'demandes-exemple.xlsx')

function attributions() {
  const reconnue = reconnaitreTable(feuilles, MODELE_ATTRIBUTION, {})
  const lecteur = creerLecteurAttributions({ jour: JOUR, lieux: TERRITOIRES, videNon: [], sansDefauts: false })
  lireTable(feuilles, reconnue, lecteur.fichier(reconnue.appariement, 'exemple'))
  return { reconnue, lues: lecteur.terminer() }
}

const colonne = (entete: string): Cellule[] => {
  const place = COLONNES_ATTRIBUTIONS.findIndex((candidate) => candidate.entete === entete)
  return exemple.attributions.lignes.slice(1).map(({ cellules }) => cellules[place] ?? null)
}

function jourDe(cellule: Cellule | undefined): number | undefined {
  if (typeof cellule === 'object' && cellule !== null && 'jour' in cellule) return cellule.jour
  const [j, m, a] = typeof cellule === 'string' ? cellule.split('/') : []
  return jourIso([a, m, j].join('-'))
}

describe('each sheet of the example is found by the job that it is for', () => {
  it.each([
    ['Demandes', MODELE_DEMANDE],
    ['Attributions', MODELE_ATTRIBUTION],
    ['Parc', MODELE_PARC],
  ] as const)('%s', (nom, modele) => {
    expect(reconnaitreTable(feuilles, modele, {}).table.feuille).toBe(nom)
  })

  it('with every header recognised but one, which has no field', () => {
    const { reconnue } = attributions()
    expect(reconnue.appariement.colonnes.size).toBe(COLONNES_ATTRIBUTIONS.length - 1)
    expect(reconnue.appariement.ambigus).toEqual([])
    expect(reconnaitreTable(feuilles, MODELE_PARC, {}).appariement.colonnes.size).toBe(COLONNES_PARC.length)
  })
})

describe('the allocations', () => {
  it('go through three whole years and the beginning of the last, none after the export', () => {
    const jours = colonne('Date CAL').map(jourDe)
    const annees = jours.map((jour) => dateCivile(jour ?? 0).annee)
    expect([...new Set(annees)].sort((a, b) => a - b)).toEqual([2023, 2024, 2025, 2026])
    expect(Math.max(...jours.map((jour) => jour ?? 0))).toBeLessThanOrEqual(JOUR)
    expect(Math.max(...colonne('Bail signé le').map((bail) => jourDe(bail) ?? 0))).toBeLessThanOrEqual(JOUR)
    for (const annee of [2023, 2024, 2025]) expect(annees.filter((a) => a === annee).length).toBeGreaterThan(380)
  })

  it('are for applications of the workbook in the last months, for others before', () => {
    const presents = new Set(exemple.demandes.lignes.map(({ cellules }) => cellules[0]))
    const jours = colonne('Date CAL').map(jourDe)
    const lies = colonne('N° unique').filter((numero, i) => presents.has(numero) && (jours[i] ?? 0) > JOUR - 120)
    const anciens = colonne('N° unique').filter((numero, i) => presents.has(numero) && (jours[i] ?? 0) <= JOUR - 120)
    expect(lies.length).toBeGreaterThan(300)
    expect(anciens).toEqual([])
  })

  it('give a dwelling to one household at most among its candidates', () => {
    const baux = colonne('Bail signé le')
    const loges = colonne('N° logement').filter((_, i) => baux[i] !== null)
    const doubles = loges.length - new Set(loges).size
    expect(doubles).toBeLessThanOrEqual(5)
    const jours = colonne('Date CAL').map(jourDe)
    const recents = colonne('N° logement').filter((_, i) => (jours[i] ?? 0) > JOUR - 120)
    expect(recents.length / new Set(recents).size).toBeGreaterThan(2.5)
  })

  it('are the same for the same seed, and others for another', () => {
    const meme = genererDemandes({ nombre: 200, graine: 3, jour: JOUR })
    expect(genererDemandes({ nombre: 200, graine: 3, jour: JOUR })).toEqual(meme)
    expect(genererDemandes({ nombre: 200, graine: 4, jour: JOUR }).attributions).not.toEqual(meme.attributions)
  })

  it('are none without applications', () => {
    expect(genererDemandes({ nombre: 0, graine: 1, jour: JOUR }).attributions.lignes).toHaveLength(1)
  })

  it('come from landlords that do not exist, and shares that say where they come from', () => {
    const sources = JSON.stringify(parts).match(/"source":"[^"]*"/g) ?? []
    expect(sources.length).toBeGreaterThan(7)
    expect(sources).not.toContain('"source":""')
    expect(exemple.lisezMoi.lignes.flatMap(({ cellules }) => cellules).join(' ')).toContain('Tout y est inventé')
  })
})

describe('what the example answers', () => {
  const { lues } = attributions()
  const lignes = (annee: number) =>
    compterObjectifs(lues, { annee, seuils: SEUILS_QUARTILES, borne: 'stricte' }).objectifs

  it.each([2023, 2024, 2025])(
    '%d: leases are missing, within a bracket, at several landlords but not at all',
    (annee) => {
      const premier = lignes(annee).filter(({ code }) => code === 'q1_hors_qpv')
      const tous = premier.find(({ perimetre }) => perimetre === 'tous')
      expect(tous?.taux).toBeGreaterThan(0.1)
      expect(tous?.taux).toBeLessThan(0.25)
      expect((tous?.taux_max ?? 0) - (tous?.taux ?? 0)).toBeGreaterThan(0.01)
      expect((tous?.taux_max ?? 0) - (tous?.taux ?? 0)).toBeLessThan(0.08)
      const bailleurs = premier.filter(({ perimetre }) => perimetre.startsWith('bailleur:'))
      const sous = bailleurs.filter(({ manque }) => (manque ?? 0) > 0)
      expect(bailleurs).toHaveLength(parts.BAILLEURS_EXEMPLE.length)
      expect(sous.length).toBeGreaterThanOrEqual(2)
      expect(sous.length).toBeLessThan(bailleurs.length)
    },
  )

  it('priority households are few on some dwellings of landlords, many on those of the State', () => {
    const objectifs = lignes(2025)
    const aucun = objectifs.filter(({ perimetre }) => perimetre.startsWith('reservataire:AUCUN+bailleur:'))
    expect(aucun.some(({ manque }) => (manque ?? 0) > 0)).toBe(true)
    expect(aucun.some(({ manque }) => manque === 0)).toBe(true)
  })

  it('applications ranked high obtained a dwelling more often, and commissions did not follow the points blindly', () => {
    const reconnue = reconnaitreDemandes(feuilles)
    const demandes = lireDemandes(feuilles, reconnue, { jour: JOUR, lieux: TERRITOIRES })
    const grille = lireGrille(JSON.parse(readFileSync('exemples/grille-exemple.json', 'utf8')))
    const [cotation] = coter(demandes, [grille], { jour: JOUR, seuils: SEUILS_QUARTILES }).cotations
    const jours = colonne('Date CAL').map(jourDe)
    const [baux, rangs, logements, decisions] = ['Bail signé le', 'Rang CAL', 'N° logement', 'Résultat CAL'].map(
      colonne,
    )
    const passees = colonne('N° unique').map((numero, i) => ({
      numero: String(numero),
      obtenue: baux?.[i] !== null || decisions?.[i] === 'Attribution du logement',
      decisionLe: jours[i],
      rangCal: Number(rangs?.[i] ?? 1),
      logement: String(logements?.[i]),
    }))
    if (cotation === undefined) throw new Error('no ranking')
    const bilan = evaluerSuites(cotation, demandes, passees)
    expect(bilan.ensemble.obtenues).toBeGreaterThan(80)
    expect(bilan.precedence).toBeGreaterThan(0.6)
    expect(bilan.precedence).toBeLessThan(0.95)
    expect(bilan.concordance.part).toBeGreaterThan(0.5)
    expect(bilan.concordance.part).toBeLessThan(0.95)
  })

  it('one landlord gives the State more than its ceiling, another leaves a question open', () => {
    const reconnue = reconnaitreTable(feuilles, MODELE_PARC, {})
    const lecteur = creerLecteurParc({ lieux: TERRITOIRES })
    lireTable(feuilles, reconnue, lecteur.feuille(reconnue.appariement, 'exemple'))
    const parc = lecteur.terminer()
    for (const annee of [2024, 2025, 2026]) {
      const { lignes: flux, anomalies } = calculerFlux(parc, { annee })
      expect(flux).toHaveLength(parts.BAILLEURS_EXEMPLE.length)
      expect(flux.filter(({ plafonds }) => plafonds.some(({ respecte }) => !respecte))).toHaveLength(1)
      expect(anomalies.some(({ code }) => code === 'a-verifier')).toBe(true)
      expect(flux.every(({ liberations_estimees }) => liberations_estimees === (annee === 2026))).toBe(true)
    }
  })
})
