import { describe, expect, it } from 'vitest'
import { SEUILS_QUARTILES } from '../../core/index.ts'
import { apercuPublication, lireTexteJeu, observer } from '../../core/observatoire/index.ts'
import { jourDe, lireCellules } from '../outils/coter-cellules.ts'
import { LILLE } from './outils.ts'

const JOUR = '2026-01-31'

/** 60 demandes, of which 5 are mutations: that figure and its denominator cannot be published. */
const demandes = lireCellules(
  Array.from({ length: 60 }, (_, i) => ({
    numero_unique: `059072300${String(100_000_000 + i)}`,
    date_depot: '2024-01-31',
    nb_personnes: i < 30 ? 1 : 2,
    nature: i < 5 ? 'mutation' : 'nouvelle',
    dalo: 'non',
  })),
  { jour: JOUR, territoire: LILLE.code },
)
const observatoire = observer([demandes], {
  territoire: LILLE,
  periode: '2025-T4',
  jour: jourDe(JOUR),
  seuils: SEUILS_QUARTILES,
  versionMoteur: '0.0.0',
})
const apercu = apercuPublication(observatoire)

describe('what will be published', () => {
  it('has one line a figure of the file, withheld ones without numbers and with their reason', () => {
    expect(apercu.lignes).toHaveLength(observatoire.jeu.observations.indicateur.length)
    expect(apercu.publies + apercu.retenus).toBe(apercu.lignes.length)
    for (const ligne of apercu.lignesRetenues) {
      expect([ligne.numerateur, ligne.denominateur, ligne.valeur, ligne.texte]).toEqual([null, null, null, 'retenu'])
      expect(ligne.raison).toMatch(/^Chiffre retenu/)
    }
    const mutations = apercu.lignes.find(({ indicateur }) => indicateur === 'part_mutations')
    expect(mutations?.secret).toBe('primaire')
    expect(apercu.lignes.find(({ indicateur }) => indicateur === 'demandes')).toMatchObject({ texte: '60', raison: '' })
  })

  it('counts by reason and by indicator what the lines say', () => {
    expect(apercu.parRaison.reduce((somme, { nombre }) => somme + nombre, 0)).toBe(apercu.retenus)
    expect(apercu.indicateurs.reduce((somme, { retenus }) => somme + retenus, 0)).toBe(apercu.retenus)
    expect(apercu.indicateurs.reduce((somme, { publies }) => somme + publies, 0)).toBe(apercu.publies)
    const retenue = apercu.indicateurs.find(({ id }) => id === 'part_mutations')
    expect(retenue).toMatchObject({ publies: 0, retenus: 1 })
    expect(retenue?.phrases).toHaveLength(1)
  })

  it('says that the differences were not checked, and gives the very file', () => {
    expect(apercu.avertissements.join()).toContain('n’ont pas été contrôlées')
    expect(apercu.fichier.nom).toBe('observatoire-metropole-europeenne-de-lille-2025-t4.json')
    expect(lireTexteJeu(apercu.fichier.texte, apercu.fichier.nom).intact).toBe(true)
    expect(apercu.fichier.texte).toContain(apercu.fichier.empreinte)
  })

  it('holds no unique number and no row of a household', () => {
    const { fichier, ...reste } = apercu
    expect(JSON.stringify(reste).replace(fichier.empreinte, '')).not.toMatch(/\d{12,}|2024-01-31/)
  })
})
