import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refus } from '../../core/index.ts'
import {
  comparerPeriodes,
  ecrireJeu,
  intervalleDe,
  lireJeu,
  lireTexteJeu,
  sceller,
} from '../../core/observatoire/index.ts'
import { jeu, observation } from './outils.ts'

function raisons(brut: unknown): readonly string[] {
  try {
    lireJeu(brut)
  } catch (erreur) {
    if (erreur instanceof Refus) return erreur.raisons.map((raison) => raison.replaceAll('\u202f', ' '))
    throw erreur
  }
  return []
}

/** A dataset as parsed from a file, with members changed. */
function brut(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...(JSON.parse(JSON.stringify(jeu([observation({})]))) as Record<string, unknown>), ...changes }
}

function avecLigne(changes: Parameters<typeof observation>[0]): unknown {
  return JSON.parse(JSON.stringify(jeu([observation(changes)])))
}

describe('a dataset is read', () => {
  it('and written again the same', () => {
    const scelle = sceller(
      jeu([
        observation({}),
        observation({
          territoire: '200040947',
          secret: 'primaire',
          numerateur: null,
          denominateur: null,
          valeur: null,
        }),
      ]),
    )
    const { jeu: relu, intact } = lireTexteJeu(ecrireJeu(scelle), 'f.json')
    expect(relu).toEqual(scelle)
    expect(intact).toBe(true)
  })

  it('and a change since its publication is seen', () => {
    const scelle = sceller(jeu([observation({})]))
    const { intact } = lireTexteJeu(ecrireJeu({ ...scelle, titre: 'Autre' }), 'f.json')
    expect(intact).toBe(false)
    expect(lireTexteJeu(ecrireJeu({ ...scelle, empreinte: undefined }), 'f.json').intact).toBeUndefined()
  })

  it('drops what the format does not know', () => {
    const avec = brut({
      numero_unique: ['0590720001234'],
      observations: { ...jeu([observation({})]).observations, nom: ['Dupont'] },
    })
    expect(JSON.stringify(lireJeu(avec))).not.toMatch(/Dupont|059072/)
  })
})

describe('a dataset is refused with a sentence', () => {
  it.each([
    [null, /n’est pas un jeu de données/],
    [[], /n’est pas un jeu de données/],
    [{}, /« format » devrait être/],
    [{ format: 'observatoire/2' }, /autre version/],
    [{ format: 'observatoire-index/1' }, /index/],
    [{ format: 'cotations/1' }, /n’est pas un jeu de données/],
    [brut({ titre: 3 }), /« titre » doit être un texte/],
    [brut({ fait_le: '31/01/2026' }), /« fait_le »/],
    [
      brut({ territoires: [{ code: '12', type: 'epci', nom: 'x', departements: [] }] }),
      /Territoire n° 1.*n’est pas un code/,
    ],
    [brut({ sources: [{ id: 's1', titre: 't', url: 'javascript:alert(1)' }] }), /« url » doit commencer/],
    [brut({ observations: { indicateur: [] } }), /Colonnes absentes/],
    [brut({ observations: { ...jeu([observation({})]).observations, valeur: [] } }), /même longueur/],
    [avecLigne({ indicateur: 'inconnu' }), /n° 1, indicateur : « inconnu »/],
    [avecLigne({ territoire: '__proto__' }), /n’est pas décrit dans « territoires »/],
    [avecLigne({ periode: '2025-13' }), /n’est pas une période/],
    [avecLigne({ numerateur: -1 }), /positif/],
    [avecLigne({ secret: 'primaire' }), /retenu.*pourtant écrit/],
    [avecLigne({ diffusion: 'source', source: null }), /doit nommer sa source/],
    [
      avecLigne({ diffusion: 'source', secret: 'primaire', numerateur: null, denominateur: null, valeur: null }),
      /ne peut pas être retenu/,
    ],
    [avecLigne({ valeur: 0.5 }), /numerateur \/ denominateur/],
    [avecLigne({ dimension: 'quartile' }), /une dimension va avec une modalité/],
    [JSON.parse(JSON.stringify(jeu([observation({}), observation({})]))), /déjà donné/],
  ])('%#', (entree, attendu) => {
    expect(raisons(entree).join('\n')).toMatch(attendu)
  })

  it('says at most twenty faults, then how many more', () => {
    const faux = Array.from({ length: 50 }, () => observation({ periode: 'x' }))
    expect(raisons(JSON.parse(JSON.stringify(jeu(faux))))).toHaveLength(21)
  })

  it('whatever the value, never by another error', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('territoires', 'indicateurs', 'observations', 'sources', 'titre'),
        (valeur, membre) => {
          const lues = raisons(brut({ [membre]: valeur }))
          expect(lues.every((raison) => raison.endsWith('.'))).toBe(true)
        },
      ),
    )
  })

  it('refuses a text that is not JSON', () => {
    expect(() => lireTexteJeu('{', 'f.json')).toThrow(/f\.json.*n’est pas un fichier JSON/)
    expect(() => lireTexteJeu('\uFEFF{\n "format" 1}', 'f.json')).toThrow('(ligne 2, colonne 11)')
  })
})

describe('periods', () => {
  it.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-T1', '2025-01-01', '2025-03-31'],
    ['2025-T4', '2025-10-01', '2025-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-12', '2025-12-01', '2025-12-31'],
    ['2025-03-31', '2025-03-31', '2025-03-31'],
  ])('%s', (periode, debut, fin) => {
    const jours = [debut, fin].map((jour) => Date.parse(jour) / 86_400_000)
    expect(intervalleDe(periode)).toEqual({ debut: jours[0], fin: jours[1] })
  })

  it.each(['', '25', '2025-T5', '2025-13', '2025-02-30', '2025-1', '2025-T1-01', ' 2025'])(
    'refuses « %s »',
    (texte) => {
      expect(intervalleDe(texte)).toBeUndefined()
    },
  )

  it('stand in time, the shorter first', () => {
    expect(['2025', '2024', '2025-T1', '2025-01', '2025-01-01'].sort(comparerPeriodes)).toEqual([
      '2024',
      '2025-01-01',
      '2025-01',
      '2025-T1',
      '2025',
    ])
  })
})
