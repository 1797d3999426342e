import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatNombre, formatTaux } from '../../core/index.ts'
import {
  CATALOGUE,
  chiffresDe,
  creerTable,
  groupesDe,
  lireJeu,
  type Chiffre,
  type Jeu,
} from '../../core/observatoire/index.ts'
import { jeuxLivres } from '../../core/observatoire/donnees/livrees.ts'

const DOSSIER = 'core/observatoire/donnees'
const FICHIERS = ['avancement-reforme', 'reperes-publics', 'partenariats', 'initiatives-locales'] as const
const JEUX = jeuxLivres()
const TABLE = creerTable(JEUX)

type Fait = readonly [
  indicateur: string,
  territoire: string,
  periode: string,
  dimension: string | null,
  modalite: string | null,
  numerateur: number | null,
  denominateur: number | null,
  valeur: number,
  source: string,
  citation: string,
]
interface Fichier {
  readonly titre: string
  readonly faits: readonly Fait[]
}

const LUS = FICHIERS.map((nom) => JSON.parse(readFileSync(`${DOSSIER}/${nom}.json`, 'utf8')) as Fichier)
const FAITS = LUS.flatMap(({ faits }) => faits)

function chiffre(indicateur: string, code: string, periode: string, modalite: string | null = null): Chiffre {
  const [trouve] = groupesDe(TABLE, { indicateur, periode, modalite }).flatMap((groupe) =>
    chiffresDe(TABLE, groupe).filter(({ lieu }) => lieu.code === code),
  )
  if (trouve === undefined) throw new Error(`no figure for ${indicateur} ${code} ${periode}`)
  return trouve
}

/** Any space is a plain one, as in the citations. */
function simple(texte: string): string {
  return texte.replace(/[\u202f\u00a0]/g, ' ')
}

function taux(valeur: number | null, decimales: number): string {
  return simple(formatTaux(valeur ?? NaN, { decimales }))
}

describe('the progress of the reform, June 2023', () => {
  it.each([
    ['reforme_cil', 317, '76 %'],
    ['reforme_cia', 158, '38 %'],
    ['reforme_ppgdid', 139, '33 %'],
  ])('%s: %i of 416 EPCI shows %s', (indicateur, nombre, montre) => {
    const lu = chiffre(indicateur, 'FR', '2023-06')
    expect([lu.numerateur, lu.denominateur, taux(lu.valeur, 0)]).toEqual([nombre, 416, montre])
    expect(lu.source).toMatchObject({ date: '2024-03-25' })
  })

  it.each([
    ['reforme_cotations_actives', 53],
    ['reforme_cotations_parametrage', 31],
    ['reforme_fichiers_partages', 28],
    ['reforme_epci_concernes', 416],
  ])('%s: %i', (indicateur, nombre) => {
    expect(chiffre(indicateur, 'FR', '2023-06').valeur).toBe(nombre)
  })
})

describe('figures that sources give', () => {
  it.each([
    ['reforme_orientations', '44', '2018-06', null, '23 %'],
    ['reforme_cil', '44', '2018-06', null, '56 %'],
    ['reforme_cil_reunies', '44', '2018-06', null, '49 %'],
    ['reforme_cil_reunies', 'FR', '2018-06', null, '52 %'],
    ['repere_mutations', 'FR', '2024-06-30', null, '32 %'],
    ['partenariat_orientation', '243500139', '2010', null, '80 %'],
    ['partenariat_profil', '13', '2009', 'Sortants de CHRS', '92 %'],
  ])('%s, %s, %s (%s): %s', (indicateur, code, periode, modalite, montre) => {
    expect(taux(chiffre(indicateur, code, periode, modalite).valeur, 0)).toBe(montre)
  })

  it.each([
    ['reforme_orientations', 'FR', '2018-06', '19,5 %'],
    ['reforme_q1_hors_qpv', 'FR', '2019', '15,5 %'],
    ['repere_prioritaires', '92', '2023', '30,1 %'],
    ['repere_prioritaires', '75', '2023', '31,7 %'],
    ['partenariat_non_rechute', '38185', '2008', '88,5 %'],
  ])('%s, %s, %s: %s', (indicateur, code, periode, montre) => {
    expect(taux(chiffre(indicateur, code, periode).valeur, 1)).toBe(montre)
  })

  it('follows the households of a partnership: 132 studied, 99 out, of which 24, 19 and 27', () => {
    const sorties = [null, 'Logement social', 'Parc privé', 'Hébergement ou logement de transition']
    expect(chiffre('partenariat_situations', '240600585', '2009').valeur).toBe(132)
    expect(sorties.map((issue) => chiffre('partenariat_sorties', '240600585', '2009', issue).valeur)).toEqual([
      99, 24, 19, 27,
    ])
  })

  it('keeps both definitions of pressure apart', () => {
    const [tension, attribution] = ['repere_tension', 'repere_taux_attribution'].map((id) =>
      CATALOGUE.find((indicateur) => indicateur.id === id),
    )
    expect(tension?.unite).not.toBe(attribution?.unite)
    expect(tension?.pieges.join()).toContain('Deux définitions')
    expect(chiffre('repere_tension', '92', '2022').valeur).toBe(10.2)
  })
})

describe('every fact', () => {
  it.each(FAITS.map((fait) => [`${fait.slice(0, 5).join(', ')} (${fait[9]})`, fait] as const))(
    '%s: is what its citation says',
    (_, [, , , , , numerateur, denominateur, valeur, , citation]) => {
      const dit = (nombre: string): boolean => new RegExp(`(?<![\\d,])${nombre}(?![\\d]|,\\d)`).test(citation)
      const comptes = [numerateur, denominateur].filter((n) => n !== null)
      if (comptes.length === 0 && valeur < 1 && valeur > 0)
        expect([0, 1].some((decimales) => citation.includes(taux(valeur, decimales)))).toBe(true)
      else if (comptes.length === 0) expect(citation).toContain(String(valeur).replace('.', ','))
      else expect(comptes.every((n) => dit(simple(formatNombre(n))))).toBe(true)
    },
  )

  it('is in the datasets, of diffusion « source », with a source that is dated or was taken down on a day', () => {
    const publies = JEUX.flatMap(({ observations }) => observations.diffusion)
    expect(new Set(publies)).toEqual(new Set(['source']))
    expect(FAITS.length).toBeGreaterThan(150)
    expect(JEUX.slice(2).reduce((n, { observations }) => n + observations.indicateur.length, 0)).toBe(FAITS.length)
    expect(JEUX.flatMap(({ sources }) => sources).every(({ releve_le }) => releve_le !== undefined)).toBe(true)
  })

  it('names an indicator of the catalogue, and each of these indicators has a fact', () => {
    const nommes = new Set(FAITS.map(([indicateur]) => indicateur))
    const decrits = CATALOGUE.filter(({ id }) => /^(reforme|repere|partenariat)_/.test(id)).map(({ id }) => id)
    expect([...nommes].sort()).toEqual(decrits.sort())
  })
})

describe('local initiatives', () => {
  const jeu = JEUX.find(({ initiatives }) => initiatives.length > 0) as Jeu

  it('are of the five themes, in a territory and from a source that the dataset describes', () => {
    const territoires = new Set(jeu.territoires.map(({ code }) => code))
    const sources = new Set(jeu.sources.map(({ id }) => id))
    expect(new Set(jeu.initiatives.map(({ theme }) => theme))).toEqual(
      new Set(['pilotage', 'accueil', 'objectifs', 'cotation', 'flux']),
    )
    expect(jeu.initiatives.filter(({ territoire }) => !territoires.has(territoire))).toEqual([])
    expect(jeu.initiatives.filter(({ source }) => !sources.has(source))).toEqual([])
    expect([...territoires].filter((code) => !jeu.initiatives.some(({ territoire }) => territoire === code))).toEqual(
      [],
    )
  })

  it.each([
    ['248300543', ['pilotage', 'objectifs']],
    ['200011773', ['pilotage']],
    ['200089456', ['pilotage', 'accueil']],
    ['247700057', ['pilotage', 'cotation']],
    ['245901160', ['pilotage', 'cotation']],
    ['200069052', ['objectifs', 'cotation', 'flux']],
    ['242900314', ['objectifs', 'objectifs', 'accueil', 'flux']],
    ['243700754', ['objectifs', 'cotation', 'flux']],
    ['200069854', ['objectifs']],
    ['200023737', ['accueil']],
    ['200046977', ['accueil']],
    ['249740119', ['accueil']],
    ['200067684', ['cotation']],
    ['247200132', ['cotation', 'flux']],
  ])('of the colloquium of March 2024, %s: %j', (code, themes) => {
    const siennes = jeu.initiatives.filter(({ territoire, source }) => territoire === code && source === 'obs2024')
    expect(siennes.map(({ theme }) => theme)).toEqual(themes)
  })

  it('hold no address, no telephone, and nothing that is told twice', () => {
    const textes = jeu.initiatives.map(({ titre, resume }) => `${titre} ${resume}`)
    expect(textes.filter((texte) => /@|https?:|\b0\d([ .]?\d\d){4}\b/.test(texte))).toEqual([])
    const cles = jeu.initiatives.map(({ territoire, theme, titre }) => `${territoire}|${theme}|${titre}`)
    expect(new Set(cles).size).toBe(cles.length)
  })
})

it.each(JEUX.slice(2))('is read again without a fault: $titre', (jeu) => {
  expect(lireJeu(JSON.parse(JSON.stringify(jeu)))).toEqual(jeu)
})
