import { describe, expect, it } from 'vitest'
import { SEUILS_QUARTILES, creerTableSeuils, seuilsDe } from '../../core/baremes/index.ts'
import * as annees from '../../core/baremes/seuils-quartiles/annees.ts'
import { dateCivile, isoJour, jourIso } from '../../core/socle/jour.ts'
import { DONNEES_EPCI, creerTerritoires } from '../../core/territoires/index.ts'

const fichiers = Object.values(annees)
const lignes = fichiers.flatMap(({ annee, lignes: contenu }) =>
  contenu.map(([siren, q1, q2, q3]) => ({
    annee,
    siren: String(siren),
    q1: Number(q1),
    q2: Number(q2),
    q3: Number(q3),
  })),
)
const territoires = creerTerritoires(DONNEES_EPCI)

describe('the files of thresholds', () => {
  it('follow one another without a missing year', () => {
    const connues = fichiers.map(({ annee }) => annee).sort()
    expect(connues).toEqual(connues.map((_, i) => (connues[0] ?? 0) + i))
  })

  it.each(fichiers.map((fichier) => [fichier.annee, fichier] as const))('%i: unit, source, day and states', (_, f) => {
    expect(f.unite).toBe('€ par unité de consommation et par an')
    expect(f.reference.titre).toMatch(/^Arrêté du /)
    expect(jourIso(f.verifie_le)).toBeDefined()
    expect(f.etat).toEqual({ q1: 'verifie', q2: 'a-verifier', q3: 'a-verifier' })
  })

  it.each(fichiers.map((fichier) => [fichier.annee, fichier] as const))('%i: one line per SIREN, in order', (_, f) => {
    const codes = f.lignes.map(([siren]) => String(siren))
    expect(codes).toEqual([...new Set(codes)].sort())
    expect(codes.filter((code) => !/^\d{9}$/.test(code))).toEqual([])
  })

  it('hold q1 < q2 < q3, in whole euros', () => {
    const fautives = lignes.filter(({ q1, q2, q3 }) => !(q1 > 0 && q1 < q2 && q2 < q3))
    expect(fautives).toEqual([])
    expect(lignes.filter(({ q1, q2, q3 }) => ![q1, q2, q3].every(Number.isInteger))).toEqual([])
  })

  it('name 429 territories over three years, 425 in 2024 and 2025, 424 in 2026', () => {
    expect(new Set(lignes.map(({ siren }) => siren)).size).toBe(429)
    expect(fichiers.map((f) => [f.annee, f.lignes.length])).toEqual([
      [2024, 425],
      [2025, 425],
      [2026, 424],
    ])
  })

  it('give Île-de-France one set a year, under each of its 39 territories', () => {
    const franciliennes = lignes.filter(({ siren }) => territoires.regionDe(siren)?.code === '11')
    const jeux = [...new Set(franciliennes.map(({ annee, q1, q2, q3 }) => `${annee}: ${q1} ${q2} ${q3}`))]
    expect(jeux).toEqual(['2024: 11615 17040 22632', '2025: 12000 17600 23202', '2026: 12083 17796 23556'])
    expect(franciliennes).toHaveLength(3 * 39)
  })

  it('name only territories of the official list', () => {
    expect(lignes.filter(({ siren }) => territoires.nomEpci(siren) === undefined)).toEqual([])
  })
})

describe('seuilsDe', () => {
  it('covers every day from 2024 to 2026 for each territory of the year, with no gap and no overlap', () => {
    const parAnnee = new Map(fichiers.map((f) => [f.annee, f.lignes.map(([siren]) => String(siren))]))
    const manques: string[] = []
    for (let jour = jourIso('2024-01-01') ?? 0; jour <= (jourIso('2026-12-31') ?? 0); jour += 1) {
      const { annee } = dateCivile(jour)
      for (const siren of parAnnee.get(annee) ?? []) {
        const trouves = SEUILS_QUARTILES.parSiren.get(siren)?.filter((seuils) => seuils.annee === annee)
        const choisis = seuilsDe(siren, annee)
        if (trouves?.length !== 1 || choisis?.annee !== annee || choisis.ancien)
          manques.push(`${siren} ${isoJour(jour)}`)
      }
    }
    expect(manques).toEqual([])
  })

  it.each([
    ['MEL', '200093201', 2026, 9456, 13935, 19380],
    ['Nantes', '244400404', 2026, 10745, 14712, 19830],
    ['Paris', '217500016', 2026, 12083, 17796, 23556],
    ['Paris', '217500016', 2025, 12000, 17600, 23202],
    ['Paris', '217500016', 2024, 11615, 17040, 22632],
    ['Plaine Commune (EPT)', '200057867', 2026, 12083, 17796, 23556],
  ])('%s (%s) in %i: the published figures', (_, siren, annee, q1, q2, q3) => {
    expect(seuilsDe(siren, annee)).toEqual({ annee, q1, q2, q3, ancien: false })
  })

  it('takes the latest earlier year, and says so', () => {
    expect(seuilsDe('200093201', 2027)).toMatchObject({ annee: 2026, ancien: true })
    expect(seuilsDe('245701222', 2026)).toMatchObject({ annee: 2025, ancien: true })
    expect(seuilsDe('200042901', 2026)).toMatchObject({ annee: 2024, ancien: true })
  })

  it('has nothing before the first year known, nor for an unknown territory', () => {
    expect(seuilsDe('200093201', 2023)).toBeUndefined()
    expect(seuilsDe('244000659', 2025)).toBeUndefined()
    expect(seuilsDe('200054781', 2026)).toBeUndefined()
    expect(seuilsDe('', 2026)).toBeUndefined()
  })

  it('answers from the table given instead of the shipped one', () => {
    const table = creerTableSeuils([{ siren: '200093201', annee: 2027, q1: 1, q2: 2, q3: 3 }], [])
    expect(seuilsDe('200093201', 2027, table)).toEqual({ annee: 2027, q1: 1, q2: 2, q3: 3, ancien: false })
    expect(seuilsDe('200093201', 2026, table)).toBeUndefined()
  })

  it('refuses to build a table with two lines for one territory and year', () => {
    const ligne = { siren: '200093201', annee: 2027, q1: 1, q2: 2, q3: 3 }
    expect(() => creerTableSeuils([ligne, ligne], [])).toThrow('200093201')
  })

  it('says of each year where it comes from and which thresholds remain to be checked', () => {
    expect(SEUILS_QUARTILES.millesimes.map(({ annee }) => annee)).toEqual([2026, 2025, 2024])
    expect(SEUILS_QUARTILES.millesimes[0]).toMatchObject({
      reference: { titre: expect.stringContaining('23 avril 2026') as string },
      etat: { q1: 'verifie', q2: 'a-verifier', q3: 'a-verifier' },
    })
  })
})
