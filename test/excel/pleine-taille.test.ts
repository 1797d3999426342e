import { describe, expect, it } from 'vitest'
import type { FeuilleEcrite } from '../../core/socle/table.ts'
import { ouvrirExcel } from '../../addin/excel/index.ts'
import { HoteSimule } from '../hote-simule/hote.ts'
import { installer } from '../hote-simule/office.ts'
import { PROFILS } from '../hote-simule/profils.ts'
import type { Stockee } from '../hote-simule/stockage.ts'

const LIGNES = 150_000
const COLONNES = 60
const MAPPEES = [0, 1, 2, 5, 6, 7, 12, 13, 20, 21, 30, 31, 45, 59]
const DATES = [2, 13]
const CINQ_MO = 5 * 1024 * 1024

function cellule(ligne: number, colonne: number): Stockee {
  if (ligne === 0) return `Colonne ${String(colonne)}`
  if (DATES.includes(colonne)) return 44_000 + (ligne % 1_500)
  if (colonne === 0) return `0751234${String(ligne).padStart(11, '0')}`
  if (colonne % 5 === 0)
    return ligne % 3 === 0 ? null : `Sans logement propre, hébergé par un tiers (${String(ligne % 40)})`
  return (ligne * (colonne + 1)) % 9_973
}

function grandHote(): HoteSimule {
  const hote = new HoteSimule(PROFILS.web)
  const feuille = hote.classeur.ajouterFeuille('Export')
  for (let c = 0; c < COLONNES; c++) {
    feuille.engendrerColonne(c, { fin: LIGNES + 1, valeur: (l) => cellule(l, c) })
    if (DATES.includes(c)) feuille.engendrerFormats(c, { fin: LIGNES + 1, valeur: () => 'dd/mm/yyyy' })
  }
  hote.classeur.ajouterTableau(feuille, { ligne: 0, colonne: 0, lignes: LIGNES + 1, colonnes: COLONNES }, 'Demandes')
  return hote
}

/** 150,000 rows × 20 columns of results. */
const RESULTATS: FeuilleEcrite = {
  nom: 'Cotation',
  titre: 'Cotation',
  provenance: [['Grille', 'exemple']],
  colonnes: [
    { titre: 'rang', format: 'entier', largeur: 8 },
    { titre: 'numero_unique', format: 'texte', largeur: 20 },
    ...Array.from({ length: 18 }, (_, j) => ({ titre: `critère ${String(j)}`, format: 'points', largeur: 8 }) as const),
  ],
  nombreLignes: LIGNES,
  ligne: (i) => [i + 1, `0751234${String(i).padStart(11, '0')}`, ...Array.from({ length: 18 }, (_, j) => (i + j) % 50)],
}

/** The longest time that a timer waited: what a user would feel as a freeze. */
function mesurerBlocages() {
  let precedent = performance.now()
  let pire = 0
  const minuteur = setInterval(() => {
    const maintenant = performance.now()
    pire = Math.max(pire, maintenant - precedent)
    precedent = maintenant
  }, 5)
  return () => {
    clearInterval(minuteur)
    return pire
  }
}

describe('at full size on the fake web host', () => {
  it('reads in one pass and writes in one set, under every limit', { timeout: 300_000 }, async () => {
    const hote = grandHote()
    installer(globalThis, hote)
    const excel = await ouvrirExcel()
    const [source] = await excel.sources()
    if (source === undefined) throw new Error('no source')
    hote.remettreCompteurs()
    const finMesure = mesurerBlocages()
    const debut = performance.now()
    const lecture = await excel.lire(source, { colonnes: MAPPEES, dates: DATES })
    const lectureMs = performance.now() - debut
    const pireBlocage = finMesure()
    let somme = 0
    let lignes = 0
    for (const ligne of lecture.feuille.lignes) {
      lignes++
      const valeur = ligne.cellules[59]
      if (typeof valeur === 'number') somme += valeur
    }
    const lu = { ...hote.compteurs }
    expect(lignes).toBe(LIGNES + 1)
    expect(somme).toBe(Array.from({ length: LIGNES }, (_, i) => ((i + 1) * 60) % 9_973).reduce((a, b) => a + b, 0))
    const utiles = LIGNES * (MAPPEES.length + DATES.length)
    expect(lu.cellulesLues).toBeGreaterThanOrEqual(utiles)
    expect(lu.cellulesLues).toBeLessThan(utiles * 1.01)
    expect(lu.refus).toBe(0)
    expect(lu.plusGrandeReponse).toBeLessThan(CINQ_MO)
    expect(lu.plusGrandeLecture).toBeLessThan(PROFILS.web.cellulesMax)

    hote.remettreCompteurs()
    const debutEcriture = performance.now()
    await excel.ecrire([RESULTATS], { lecture })
    const ecritureMs = performance.now() - debutEcriture
    await lecture.fermer()
    const ecrit = { ...hote.compteurs }
    const cellules = LIGNES * RESULTATS.colonnes.length
    expect(ecrit.cellulesEcrites).toBeGreaterThanOrEqual(cellules)
    expect(ecrit.cellulesEcrites).toBeLessThan(cellules * 1.001)
    expect(ecrit.refus).toBe(0)
    expect(ecrit.plusGrandeRequete).toBeLessThan(CINQ_MO)
    expect(hote.classeur.tableau('Cotation')?.corps.lignes).toBe(LIGNES)
    process.stdout.write(
      `fake web host, 150,000 × 60, 14 mapped: read ${String(lu.syncs)} requests, ${String(lu.cellulesLues)} cells, largest response ${String(lu.plusGrandeReponse)} bytes, ${lectureMs.toFixed(0)} ms (longest task, host included: ${pireBlocage.toFixed(0)} ms); ` +
        `written ${String(ecrit.syncs)} requests, ${String(ecrit.cellulesEcrites)} cells, largest request ${String(ecrit.plusGrandeRequete)} bytes, ${ecritureMs.toFixed(0)} ms\n`,
    )
  })
})
