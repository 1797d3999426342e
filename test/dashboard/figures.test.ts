import { describe, expect, it } from 'vitest'
import { exempleDe } from '../../core/observatoire/exemple/index.ts'
import { jeuxLivres } from '../../core/observatoire/donnees/livrees.ts'
import { cibleDe, creerTable, type Jeu } from '../../core/observatoire/index.ts'
import type { Selection } from '../../dashboard/adresse.ts'
import type { CelluleFigure, Dessin, DessinCategories, Figure } from '../../dashboard/figures/figure.ts'
import { choixIndicateurs, type Contexte, type InitiativeSituee } from '../../dashboard/modeles/contexte.ts'
import { VUES } from '../../dashboard/vues/registre.ts'

const LIVRES = jeuxLivres()
const EXEMPLE = exempleDe({ region: '32', annee: 2023, graine: 8 })
const DUNKERQUE = '245900428'
const PETIT = '240200576'

function initiativesDe(jeux: readonly Jeu[]): readonly InitiativeSituee[] {
  return jeux.flatMap(({ initiatives, territoires, sources }) =>
    initiatives.flatMap(({ territoire, source, ...reste }) => {
      const lieu = territoires.find(({ code }) => code === territoire)
      return lieu === undefined
        ? []
        : [{ ...reste, lieu: { ...lieu, regions: [] }, source: sources.find(({ id }) => id === source) }]
    }),
  )
}

function contexte(selection: Selection, jeux: readonly Jeu[] = [...LIVRES, EXEMPLE]): Contexte {
  return { table: TABLES.get(jeux.length) ?? creerTable(jeux), selection, initiatives: initiativesDe(jeux) }
}

const TABLES = new Map([LIVRES, [...LIVRES, EXEMPLE]].map((jeux) => [jeux.length, creerTable(jeux)]))

const FAITES = new Map<string, Promise<readonly Figure[]>>()

/** Figures of a view, made once for all that is asked of them. */
function figuresDe(vue: string, ctx: Contexte): Promise<readonly Figure[]> {
  const cle = JSON.stringify([vue, ctx.selection, ctx.table.nombre])
  const faites = FAITES.get(cle) ?? faire(vue, ctx)
  FAITES.set(cle, faites)
  return faites
}

async function faire(vue: string, ctx: Contexte): Promise<readonly Figure[]> {
  const module = await VUES.find(({ code }) => code === vue)?.charger()
  return module?.voir(ctx).figures ?? []
}

const categories = (dessin: Dessin | undefined): readonly DessinCategories[] => {
  if (dessin === undefined || dessin.genre === 'carte') return []
  return dessin.genre === 'multiples' ? dessin.panneaux.map((panneau) => panneau.dessin) : [dessin]
}

function cellules({ tableau }: Figure): readonly CelluleFigure[] {
  return tableau.lignes.flatMap((ligne) => ligne.cellules)
}

const SELECTIONS: readonly Selection[] = [
  {},
  { territoire: DUNKERQUE },
  { territoire: PETIT },
  { territoire: DUNKERQUE, indicateur: 'bilan_q1_toutes_localisations' },
  { territoire: DUNKERQUE, indicateur: 'seuil_q1', parmi: 'tous' },
  { indicateur: 'reforme_q1_hors_qpv' },
  { territoire: DUNKERQUE, parmi: 'semblables' },
  { territoire: DUNKERQUE, territoires: '200093201,200071785', parmi: 'choisis' },
  { indicateur: 'repere_demandes' },
  { indicateur: 'partenariat_profil' },
]
const CAS = VUES.flatMap(({ code }) => SELECTIONS.map((selection) => [code, selection] as const))

describe.each(CAS)('%s %j', (vue, selection) => {
  it('every drawn value is in the table', async () => {
    for (const figure of await figuresDe(vue, contexte(selection))) {
      const nombres = new Set(cellules(figure).flatMap((c) => (c.genre === 'nombre' ? [c.valeur] : [])))
      const textes = new Set(cellules(figure).map(({ texte }) => texte))
      for (const { series } of categories(figure.dessin)) {
        for (const serie of series) {
          serie.valeurs.forEach((valeur, i) => {
            if (valeur !== null) expect(nombres.has(valeur) || textes.has(serie.textes[i] ?? '')).toBe(true)
          })
        }
      }
    }
  })
  it('every empty cell has a reason, every figure a sentence, and nothing is written undefined', async () => {
    for (const figure of await figuresDe(vue, contexte(selection))) {
      for (const cellule of cellules(figure)) if (cellule.genre === 'vide') expect(cellule.raison).not.toBe('')
      expect(JSON.stringify(figure)).not.toMatch(/undefined|NaN|\[object/)
      if (figure.dessin !== undefined) expect(figure.phrase).not.toBe('')
      for (const ligne of figure.tableau.lignes) expect(ligne.cellules).toHaveLength(figure.tableau.colonnes.length)
    }
  })
  it('bars start at zero, and a target stands only before what measures it', async () => {
    for (const figure of await figuresDe(vue, contexte(selection))) {
      for (const dessin of categories(figure.dessin)) {
        if (dessin.genre.startsWith('barres')) expect(dessin.axe.depuisZero).toBe(true)
        if (!dessin.niveaux.some(({ genre }) => genre === 'objectif')) continue
        for (const { indicateur } of figure.provenance) expect(cibleDe(indicateur, null, '2025')).toBeDefined()
        expect(figure.protection).not.toContain('déjà publiés par leur source')
      }
    }
  })
  it('what is fictitious says so, and what is not never does', async () => {
    for (const figure of await figuresDe(vue, contexte(selection))) {
      expect(figure.fictif).toBe(figure.sources.some(({ texte }) => texte.startsWith('Exemple fictif')))
    }
    for (const figure of await figuresDe(vue, contexte(selection, LIVRES))) expect(figure.fictif).toBe(false)
  })
})

it('each indicator loaded makes a portrait, a comparison, a map and a course', async () => {
  const ctx = contexte({ territoire: DUNKERQUE })
  for (const { cle } of choixIndicateurs(ctx.table)) {
    for (const vue of ['portrait', 'comparaison', 'carte', 'evolution']) {
      await expect(
        figuresDe(vue, { ...ctx, selection: { territoire: DUNKERQUE, indicateur: cle } }),
      ).resolves.toBeDefined()
    }
  }
})

it('the question that is judged: where, and since when', async () => {
  const [place, temps] = await figuresDe('portrait', contexte({ territoire: DUNKERQUE, indicateur: 'q1_hors_qpv' }))
  expect(place?.reponse?.chiffre).toMatch(/^\d+,\d\u202f%$/)
  expect(place?.phrase).toMatch(
    /^CU de Dunkerque est \d+e sur \d+, entre le \d+er? et le \d+e rang parmi les EPCI de la région/,
  )
  expect(temps?.phrase).toMatch(/depuis le \de trimestre 202\d/)
  expect(temps?.phrase).toContain('Sur l’année, l’objectif légal')
})

it('the reform as published: 76, 38 and 33 in a hundred', async () => {
  const [avancement] = await figuresDe('reforme', contexte({}, LIVRES))
  for (const texte of ['317 sur 416 (76\u202f%)', '158 sur 416 (38\u202f%)', '139 sur 416 (33\u202f%)']) {
    expect(avancement?.phrase).toContain(texte)
  }
})

it('the 79 initiatives are all in the matrix', async () => {
  const [matrice] = await figuresDe('initiatives', contexte({}, LIVRES))
  const total = matrice?.tableau.lignes.at(-1)?.cellules.flatMap((c) => (c.genre === 'nombre' ? [c.valeur] : [])) ?? []
  expect(total.reduce((somme, n) => somme + n, 0)).toBe(79)
})

it('a comparison of the largest does not take the ranking of all, made before it', async () => {
  const ctx = contexte({ territoire: DUNKERQUE, indicateur: 'q1_hors_qpv' })
  const [place] = await figuresDe('portrait', ctx)
  const [comparaison] = await figuresDe('comparaison', ctx)
  expect(place?.tableau.lignes.length).toBeGreaterThan(30)
  expect(comparaison?.tableau.lignes).toHaveLength(30)
})
