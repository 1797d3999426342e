import { beforeAll, describe, expect, it } from 'vitest'
import { solve } from 'yalps'
import type { Cellule } from '../../../core/observatoire/protection/modele.ts'
import { CONTRIBUTEURS_3_85, MENAGES_11 } from '../../../core/observatoire/protection/profils.ts'
import { proteger } from '../../../core/observatoire/protection/proteger.ts'
import { aleatoire } from '../../../core/socle/aleatoire.ts'
import { attaquer, type Fichier, type Intervalle, largeur, solveur } from './attaque.ts'
import { FORME, FORMES, proteges } from './formes.ts'
import { tableCroisee, tableTaux } from './tables.ts'

/** 36 tables of each of 7 shapes: 252 attacked in all ways, in about half a minute of processor time. */
const GRAINES = Array.from({ length: 36 }, (_, i) => i + 1)

let exact: Awaited<ReturnType<typeof solveur>>
beforeAll(async () => {
  exact = await solveur()
})

function etroites(fichier: Fichier, intervalles: ReadonlyMap<number, Intervalle>, seuil: number): string[] {
  return [...intervalles].flatMap(([i, intervalle]) =>
    largeur(intervalle) < seuil
      ? [`${fichier.cellules[i]?.id ?? ''} [${String(intervalle.min)}, ${String(intervalle.max)}]`]
      : [],
  )
}

describe.each(FORMES)('attaque exacte : %s', (_, fabriquer, partJustes) => {
  const fichiers = GRAINES.map((graine) => proteges(fabriquer(graine)))
  let intervalles: ReadonlyMap<number, Intervalle>[] = []
  beforeAll(() => {
    intervalles = fichiers.map((fichier) => attaquer(exact, fichier, 'regle', undefined, 10))
  }, 120_000)

  it('leaves at least ten possible counts to who knows published cells, margins and the rule; mostly 0 to 10', () => {
    expect(fichiers.flatMap((fichier) => fichier.nonProtegees)).toEqual([])
    const cachees = intervalles.reduce((somme, i) => somme + i.size, 0)
    const justes = fichiers.flatMap((fichier, k) => etroites(fichier, intervalles[k] ?? new Map(), 10))
    expect(fichiers.flatMap((fichier, k) => etroites(fichier, intervalles[k] ?? new Map(), 9))).toEqual([])
    expect(cachees).toBeGreaterThan(50)
    expect(justes.length / cachees).toBeLessThan(partJustes)
  })

  it('leaves an interval at least 10 wide to who knows published cells and margins', () => {
    fichiers.forEach((fichier, k) => {
      // Who knows less cannot find a narrower interval: only the narrow ones are attacked again.
      const cibles = [...(intervalles[k] ?? [])].filter(([, i]) => largeur(i) < 10).map(([i]) => i)
      expect(etroites(fichier, attaquer(exact, fichier, 'marges', cibles, 10), 10)).toEqual([])
    })
  })

  it('lets nobody recover a count exactly, even counting on published zeros, save those that the report names', () => {
    for (const fichier of fichiers) {
      const trouvees = [...attaquer(exact, fichier, 'zeros', undefined, 1)].filter(([, i]) => largeur(i) === 0)
      const ids = trouvees.map(([i]) => fichier.cellules[i]?.id ?? '')
      expect(ids.filter((id) => !fichier.fragiles.includes(id))).toEqual([])
    }
  })
})

/** Groups and rates: which withheld zeros the attacker may think possible is the matter of the reference. */
const SOMMES = FORMES.filter(([nom]) => nom !== 'groupes et réponses' && nom !== 'taux')

describe.each(SOMMES)('attaque exacte, en comptant sur les zéros publiés : %s', (_, fabriquer) => {
  it('leaves ten possible counts, or as many as withholding everything would', () => {
    for (const graine of GRAINES.slice(0, 12)) {
      const fichier = proteges(fabriquer(graine))
      const tout = fichier.cellules.map(
        ({ valeur }, i) => fichier.secret[i] ?? (valeur > 0 ? 'secondaire' : 'primaire'),
      )
      const serrees = [...attaquer(exact, fichier, 'zeros', undefined, 9)].filter(([, i]) => largeur(i) < 9)
      const possibles = attaquer(
        exact,
        { ...fichier, secret: tout },
        'zeros',
        serrees.map(([i]) => i),
      )
      expect(serrees.map(([i, intervalle]) => [graine, i, largeur(intervalle)])).toEqual(
        [...possibles].map(([i, intervalle]) => [graine, i, largeur(intervalle)]),
      )
    }
  }, 120_000)
})

describe('attaque exacte : avec le fichier précédent', () => {
  it('leaves ten possible counts to who has both files', () => {
    let differences = 0
    for (const graine of GRAINES.slice(0, 12)) {
      const tables = tableCroisee(graine, { ...FORME, echelle: 300 })
      const tirer = aleatoire(graine)
      const bouger = (n: number): number => (tirer() < 0.3 ? n + Math.floor(tirer() * 21) - 10 : n + 40)
      const precedent = new Map(
        tables.cellules.filter(({ valeur }) => valeur > 20).map((c) => [c.id, bouger(c.valeur)]),
      )
      const { secret, rapport } = proteger(tables.cellules, tables.relations, MENAGES_11, precedent)
      const fichier = { ...tables, secret, precedent }
      differences += rapport.retenues.difference
      expect(rapport.nonProtegees).toEqual([])
      expect(etroites(fichier, attaquer(exact, fichier, 'regle', undefined, 10), 9)).toEqual([])
    }
    expect(differences).toBeGreaterThan(20)
  })
})

describe('attaque exacte : contributeurs', () => {
  it('leaves to each withheld figure an interval of 10, and of 15 % of it', () => {
    let retenus = 0
    for (const graine of GRAINES.slice(0, 12)) {
      const { cellules, relations } = tableCroisee(graine, { ...FORME, echelle: 400 })
      const tirer = aleatoire(graine)
      const partager = ({ id, valeur }: Cellule): Cellule => {
        const premier = Math.floor(valeur * (0.4 + 0.6 * tirer()))
        const second = Math.floor((valeur - premier) / 2)
        return { id, valeur, contributions: [premier, second, valeur - premier - second] }
      }
      const parts = cellules.map((cellule) => (cellule.id.startsWith('c') ? partager(cellule) : cellule))
      const { secret, rapport } = proteger(parts, relations, CONTRIBUTEURS_3_85)
      expect(rapport.nonProtegees).toEqual([])
      for (const [i, intervalle] of attaquer(exact, { cellules: parts, relations, secret }, 'marges')) {
        const propre = secret[i] !== 'secondaire'
        retenus += propre ? 1 : 0
        const voulue = Math.max(10, propre ? Math.ceil(0.15 * (parts[i]?.valeur ?? 0)) : 0)
        expect([parts[i]?.id, largeur(intervalle) >= voulue]).toEqual([parts[i]?.id, true])
      }
    }
    expect(retenus).toBeGreaterThan(20)
  })
})

describe('à l’échelle du pays', () => {
  it('protects the communes of a region, EPCI and départements together', () => {
    const region = { communes: 300, epci: 24, departements: 5, modalites: 4, echelle: 300, zeros: 0.3, melange: 0.05 }
    const { cellules, relations } = tableCroisee(3, { ...region, nature: 'modalites' })
    const { rapport } = proteger(cellules, relations, MENAGES_11)
    expect([rapport.nonProtegees, rapport.fragiles]).toEqual([[], []])
    expect(rapport.publiees).toBeGreaterThan(rapport.cellules / 2)
  })

  it('protects every EPCI in one run', () => {
    const { cellules, relations } = tableTaux(1, 1255, 3, 20_000)
    const { rapport } = proteger(cellules, relations, MENAGES_11)
    expect(rapport.nonProtegees).toEqual([])
    expect(rapport.cellules).toBe(1256 * 4)
    expect(rapport.publiees).toBeGreaterThan(rapport.cellules / 2)
  })
})

describe('second solver', () => {
  it('finds the same intervals', () => {
    const fichier = proteges(tableCroisee(3, FORME))
    const numeros = new Map(fichier.cellules.map((cellule, i) => [cellule.id, i]))
    const lignes = fichier.relations.map((relation) => [
      [relation.total, -1] as const,
      ...relation.parties.map((p) => [p, 1] as const),
    ])
    const cachee = (id: string): boolean => fichier.secret[numeros.get(id) ?? -1] !== null
    const constraints = lignes.map((ligne, r) => {
      const connu = ligne.reduce(
        (somme, [id, signe]) =>
          somme + (cachee(id) ? 0 : signe * (fichier.cellules[numeros.get(id) ?? -1]?.valeur ?? 0)),
        0,
      )
      return [`r${String(r)}`, { equal: -connu }] as const
    })
    const extreme = (cible: string, direction: 'minimize' | 'maximize'): number =>
      solve<string, string>({
        direction,
        objective: 'obj',
        constraints,
        variables: fichier.cellules
          .filter(({ id }) => cachee(id))
          .map(({ id }) => [
            id,
            [
              ['obj', id === cible ? 1 : 0] as const,
              ...lignes.flatMap((ligne, r) =>
                ligne.filter(([autre]) => autre === id).map(([, signe]) => [`r${String(r)}`, signe] as const),
              ),
            ],
          ]),
        integers: true,
      }).result
    const bornees = [...attaquer(exact, fichier, 'marges')].filter(([, { max }]) => max < 1e5)
    expect(bornees.length).toBeGreaterThan(5)
    for (const [i, { min, max }] of bornees.slice(0, 8)) {
      const id = fichier.cellules[i]?.id ?? ''
      expect([id, extreme(id, 'minimize'), extreme(id, 'maximize')]).toEqual([id, min, max])
    }
  })
})
