import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CALCULS } from '../../addin/fonctions/calculs.ts'
import { deplierAnnees, plierAnnees, plierEpci, type Annee } from '../../addin/fonctions/compact.ts'
import { LIGNES_MAXIMUM } from '../../addin/fonctions/demandes-plage.ts'
import { ErreurCellule } from '../../addin/fonctions/erreur-cellule.ts'
import { grilleDe } from '../../addin/fonctions/grille-plage.ts'
import { memoriser } from '../../addin/fonctions/memoire.ts'
import * as annees from '../../core/baremes/seuils-quartiles/annees.ts'
import { creerTerritoires, DONNEES_EPCI, SEUILS_QUARTILES } from '../../core/index.ts'
import { CAS, plageDeGrille, rectangle } from './cas.ts'

const calculer = (id: string, ...recus: unknown[]) => CALCULS.find((calcul) => calcul.id === id)?.calculer(...recus)
const GRILLE = rectangle(plageDeGrille())
const { entetes, lignes } = CAS.demandes

function message(rendu: unknown): string {
  return rendu instanceof ErreurCellule ? rendu.message : ''
}

describe('a range too large', () => {
  const plage = (n: number) => [entetes, ...Array.from({ length: n }, (_, i) => [`N${String(i)}`, '2024-03-01', 1])]

  it('is scored up to the limit', { timeout: 30_000 }, () => {
    expect(calculer('COTER', plage(LIGNES_MAXIMUM), GRILLE, CAS.jour)).toHaveLength(LIGNES_MAXIMUM)
  })
  it('is refused beyond, with what to do', () => {
    expect(message(calculer('COTER', plage(LIGNES_MAXIMUM + 1), GRILLE, CAS.jour))).toMatch(
      /5.001 lignes.*bouton «.Coter.»/,
    )
  })
})

describe('a grid in ranges', () => {
  const tables = plageDeGrille()
  const debuts = tables.flatMap((_, i) => (i === 0 || tables[i - 1]?.length === 0 ? [i] : []))
  const [criteres, familles, parametres] = debuts.map((debut, k) => rectangle(tables.slice(debut, debuts[k + 1])))

  it('gives the same scores in one range or in three', () => {
    const ensemble = calculer('COTER', [entetes, ...lignes], GRILLE, CAS.jour)
    expect(calculer('COTER', [entetes, ...lignes], criteres, CAS.jour, familles, parametres)).toEqual(ensemble)
  })
  it('is refused without its families: their ceilings would be lost', () => {
    expect(message(calculer('COTER', [entetes, ...lignes], criteres, CAS.jour))).toContain('Familles')
  })
  it('is refused when a cell cannot be read, with its place', () => {
    const faussee = GRILLE.map((ligne) => ligne.map((v) => (v === 'dalo' ? 'dallo' : v)))
    expect(message(calculer('COTER', [entetes, ...lignes], faussee, CAS.jour))).toMatch(/ligne 2.*dallo/)
  })
  it('is compiled once for the same cells', () => {
    const copie = GRILLE.map((ligne) => [...ligne])
    expect(grilleDe(copie, undefined, undefined)).toBe(grilleDe(GRILLE, undefined, undefined))
    const autre = GRILLE.map((ligne) => ligne.map((v) => (v === 50 ? 51 : v)))
    expect(grilleDe(autre, undefined, undefined)).not.toBe(grilleDe(GRILLE, undefined, undefined))
  })
})

describe('the memory', () => {
  it('never confuses two contents, and computes the same one once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(fc.integer({ min: 0, max: 2 }), fc.constantFrom('a', '', null)), { maxLength: 3 })),
        (plages) => {
          let appels = 0
          const lire = memoriser((plage: readonly unknown[]) => {
            appels++
            return JSON.stringify(plage)
          })
          for (const plage of plages) expect(lire([...plage])).toBe(JSON.stringify(plage))
          const distincts = new Set(plages.map((plage) => JSON.stringify(plage))).size
          if (distincts <= 8) expect(appels).toBe(distincts)
        },
      ),
    )
  })
})

describe('empty cells that Excel hands over as 0', () => {
  const enZeros = (plage: readonly (readonly unknown[])[]) => plage.map((ligne) => ligne.map((v) => v ?? 0))

  it('are empty again when a 0 betrays them', () => {
    const juste = calculer('COTER', [entetes, ...lignes], GRILLE, CAS.jour)
    expect(calculer('COTER', enZeros([entetes, ...lignes]), GRILLE, CAS.jour)).toEqual(juste)
  })
  it('in the grid too', () => {
    const zeros = GRILLE.map((ligne) => ligne.map((v) => (v === '' ? 0 : v)))
    const juste = calculer('COTER', [entetes, ...lignes], GRILLE, CAS.jour)
    expect(calculer('COTER', [entetes, ...lignes], zeros, CAS.jour)).toEqual(juste)
  })
  it('but a typed 0 stays 0', () => {
    const plage = [entetes, ['N1', '2024-03-01', 1, 0, 'non', 'non', 0, 1000, 'sans loyer']]
    // No rent: effort 0, whose bracket gives nothing; 24 months.
    expect(calculer('COTER', plage, GRILLE, CAS.jour)).toEqual([[24]])
  })
})

describe('the figures that the script carries', () => {
  it('are those of the core once unfolded', () => {
    const livrees: readonly Annee[] = Object.values(annees)
    const triees = livrees.map((annee) => ({
      ...annee,
      lignes: [...annee.lignes].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
    }))
    expect(deplierAnnees(plierAnnees(livrees))).toEqual(triees)
  })
  it('name every EPCI that has thresholds by the names that designate it', () => {
    const entiers = creerTerritoires(DONNEES_EPCI)
    const sirens = new Set(SEUILS_QUARTILES.parSiren.keys())
    const plies = creerTerritoires({
      ...DONNEES_EPCI,
      lignes: plierEpci(DONNEES_EPCI.lignes, sirens, (nom) => entiers.epciParNom(nom)),
    })
    for (const ligne of DONNEES_EPCI.lignes) {
      const [siren = '', nom = '', , , ...autres] = ligne.split('|')
      for (const unNom of [nom, ...autres]) {
        const attendu = entiers.epciParNom(unNom)
        expect(plies.epciParNom(unNom)).toBe(attendu !== undefined && sirens.has(attendu) ? attendu : undefined)
      }
      expect(siren).toMatch(/^\d{9}$/)
    }
  })
})

describe('a threshold and its quartile', () => {
  it('agree for every EPCI, year and bound', () => {
    for (const [siren, seuils] of SEUILS_QUARTILES.parSiren) {
      for (const { annee } of seuils) {
        for (const rang of [1, 2, 3]) {
          const seuil = calculer('SEUIL', siren, annee, rang)
          expect(calculer('QUARTILE', seuil, siren, annee)).toBe(rang + 1)
          expect(calculer('QUARTILE', seuil, siren, annee, 'incluse')).toBe(rang)
        }
      }
    }
  })
})
