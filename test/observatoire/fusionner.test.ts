import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lancer } from '../../cli/lancer.ts'
import {
  chiffresDe,
  creerTable,
  direConflit,
  ecrireJeu,
  fusionner,
  lireIndex,
  lireTexteJeu,
  mettreCoteACote,
  partitionner,
  sceller,
  type FichierJeu,
  type Jeu,
} from '../../core/observatoire/index.ts'
import { jeuxLivres } from '../../core/observatoire/donnees/livrees.ts'
import { FLANDRE, jeu, LILLE, LYS, observation, PART, RETENU, taux } from './outils.ts'

function fichier(nom: string, contenu: Jeu): FichierJeu {
  return { nom, jeu: contenu, intact: true }
}

const LILLE_12 = fichier('lille.json', jeu([taux(LILLE, 12, 60)], { producteur: 'Lille' }))
const FLANDRE_20 = fichier('flandre.json', jeu([taux(FLANDRE, 20, 60)], { producteur: 'Flandre' }))

function nombres({ observations: o }: Jeu): readonly (readonly unknown[])[] {
  return o.indicateur.map((_, i) => [o.territoire[i], o.numerateur[i], o.denominateur[i], o.secret[i]])
}

/** The Aisne and Martinique bear the same code. */
const AISNE = { code: '02', type: 'departement', nom: 'Aisne', departements: ['02'], region: '32' } as const
const MARTINIQUE = { code: '02', type: 'region', nom: 'Martinique', departements: ['972'], region: '02' } as const

describe('files side by side', () => {
  const aisne = fichier('aisne.json', jeu([taux(AISNE, 12, 60)], { territoires: [AISNE] }))
  const martinique = fichier('martinique.json', jeu([taux(MARTINIQUE, 30, 60)], { territoires: [MARTINIQUE] }))

  it('keeps apart a région and a département of one code, in the table too', () => {
    const { jeux, conflits } = mettreCoteACote([aisne, martinique])
    expect([jeux, conflits]).toEqual([[aisne.jeu, martinique.jeu], []])
    const table = creerTable(jeux)
    const lus = table.lieux.map(({ type, code, nom }) => [type, code, nom])
    expect(lus).toEqual([
      ['departement', '02', 'Aisne'],
      ['region', '02', 'Martinique'],
    ])
    const groupes = table.groupes.flatMap((groupe) => chiffresDe(table, groupe).map((c) => [c.lieu.nom, c.numerateur]))
    expect(groupes).toEqual([
      ['Aisne', 12],
      ['Martinique', 30],
    ])
  })
  it('settles the conflicts of each side', () => {
    const autre = fichier('aisne2.json', jeu([taux(AISNE, 15, 60)], { territoires: [AISNE], fait_le: '2026-02-28' }))
    const { jeux, conflits } = mettreCoteACote([aisne, martinique, autre])
    expect(conflits).toMatchObject([{ nature: 'chiffre', garde: 'aisne2.json', ecarte: 'aisne.json' }])
    expect(jeux.flatMap(nombres)).toEqual([
      ['02', 15, 60, null],
      ['02', 30, 60, null],
    ])
  })
})

describe('fusionner', () => {
  it('puts the figures of several producers side by side, and says who published what', () => {
    const { jeu: reuni, conflits, publications } = fusionner([LILLE_12, FLANDRE_20])
    expect(nombres(reuni)).toEqual([
      [LILLE.code, 12, 60, null],
      [FLANDRE.code, 20, 60, null],
    ])
    expect(conflits).toEqual([])
    expect(publications).toMatchObject([
      { fichier: 'lille.json', producteur: 'Lille', fait_le: '2026-01-31', chiffres: 1, empreinte: 'intacte' },
      { fichier: 'flandre.json', producteur: 'Flandre' },
    ])
    expect(reuni.producteur).toBe('Lille, Flandre')
  })

  it('gives a dataset that is read again, where each figure names its producer', () => {
    const { jeu: reuni } = fusionner([LILLE_12, FLANDRE_20])
    const { jeu: relu, intact } = lireTexteJeu(ecrireJeu(reuni), 'r.json')
    expect([relu, intact]).toEqual([reuni, true])
    const titres = relu.observations.source.map((id) => relu.sources.find((source) => source.id === id)?.titre)
    expect(titres).toEqual([expect.stringContaining('publié par Lille'), expect.stringContaining('publié par Flandre')])
  })

  it('counts once a figure given twice with the same value', () => {
    const { jeu: reuni, doubles, conflits } = fusionner([LILLE_12, { ...LILLE_12, nom: 'copie.json' }])
    expect([reuni.observations.indicateur.length, doubles, conflits.length]).toEqual([1, 1, 0])
  })

  it.each([
    ['the later day', '2026-01-31', '2026-02-01', 13],
    ['the later day, given first', '2026-02-01', '2026-01-31', 12],
    ['on the same day, the last given', '2026-01-31', '2026-01-31', 13],
  ])('keeps, of two values: %s', (_, jourA, jourB, garde) => {
    const a = fichier('a.json', jeu([taux(LILLE, 12, 60)], { fait_le: jourA }))
    const b = fichier('b.json', jeu([taux(LILLE, 13, 60)], { fait_le: jourB }))
    const { jeu: reuni, conflits } = fusionner([a, b])
    expect(reuni.observations.numerateur).toEqual([garde])
    expect(conflits).toHaveLength(1)
    expect(conflits[0]).toMatchObject({ nature: 'chiffre', garde: garde === 12 ? 'a.json' : 'b.json' })
    expect(conflits.map(direConflit).join()).toContain(garde === 12 ? 'selon a.json, gardé' : 'selon b.json, gardé')
  })

  it.each([
    ['2026-01-31', '2026-01-31'],
    ['2026-02-01', '2026-01-31'],
  ])('never makes a withheld figure good by a file that is not later (%s, %s)', (jourRetenu, jourPublie) => {
    const retenu = fichier('r.json', jeu([observation({ ...RETENU })], { fait_le: jourRetenu }))
    const publie = fichier('p.json', jeu([taux(LILLE, 12, 60)], { fait_le: jourPublie }))
    for (const ordre of [
      [retenu, publie],
      [publie, retenu],
    ])
      expect(nombres(fusionner(ordre).jeu)).toEqual([[LILLE.code, null, null, 'primaire']])
  })

  it.each([[[1, 2]], [[2, 1]]])('leaves out the older version of a definition, versions %j', (versions) => {
    const fichiers = versions.map((version, i) =>
      fichier(
        `v${String(version)}.json`,
        jeu([taux(i === 0 ? LILLE : LYS, 12, 60)], { indicateurs: [{ ...PART, version }] }),
      ),
    )
    const { jeu: reuni, conflits } = fusionner(fichiers)
    expect(reuni.indicateurs.map(({ version }) => version)).toEqual([2])
    expect(reuni.observations.territoire).toEqual([versions[0] === 2 ? LILLE.code : LYS.code])
    expect(conflits).toMatchObject([
      { nature: 'definition', garde: 'v2.json', ecarte: 'v1.json', versionGardee: 2, versionEcartee: 1, chiffres: 1 },
    ])
  })

  it('keeps official figures apart from ours', () => {
    const officiel = fichier('o.json', jeu([taux(LILLE, 15, 60, { diffusion: 'source' })]))
    const { jeu: reuni, conflits } = fusionner([LILLE_12, officiel])
    expect([reuni.observations.indicateur.length, conflits.length]).toEqual([2, 0])
  })

  it('refuses a file that was modified after its publication', () => {
    expect(() => fusionner([{ ...LILLE_12, intact: false }])).toThrow(/lille\.json.*a été modifié/)
  })

  it('refuses two territories under one code', () => {
    const region = { code: '59', type: 'region', nom: 'Autre', departements: [], region: '59' } as const
    expect(() => fusionner([LILLE_12, fichier('x.json', jeu([], { territoires: [region] }))])).toThrow(/code 59/)
  })

  it('keeps an initiative given by two files once', () => {
    const initiative = {
      territoire: LILLE.code,
      theme: 'cotation',
      titre: 'Une grille',
      resume: 'Votée.',
      source: 's1',
    } as const
    const un = fichier('a.json', jeu([taux(LILLE, 12, 60)], { initiatives: [initiative] }))
    const autre = { ...initiative, titre: 'Une autre grille' }
    const deux = fichier('b.json', jeu([taux(LILLE, 12, 60)], { initiatives: [initiative, autre] }))
    const { initiatives } = fusionner([un, deux]).jeu
    expect(initiatives.map(({ titre }) => titre)).toEqual(['Une grille', 'Une autre grille'])
  })

  it('merges one alone, and refuses none', () => {
    expect(nombres(fusionner([LILLE_12]).jeu)).toEqual(nombres(LILLE_12.jeu))
    expect(() => fusionner([])).toThrow(/Aucun fichier/)
  })

  it('merges shipped datasets, initiatives with their sources', () => {
    const choisis = jeuxLivres().filter(({ titre }) => /Hauts-de-France|Partenariats|Initiatives/.test(titre))
    const { jeu: reuni } = fusionner(choisis.map((un) => fichier(un.titre, un)))
    const ids = new Set(reuni.sources.map(({ id }) => id))
    expect(reuni.observations.source.every((source) => source !== null && ids.has(source))).toBe(true)
    expect(reuni.initiatives.every(({ source }) => ids.has(source))).toBe(true)
    expect(reuni.observations.indicateur.length).toBe(
      choisis.reduce((n, { observations }) => n + observations.indicateur.length, 0),
    )
  })
})

describe('an index', () => {
  const entree = { fichier: 'a.json', indicateurs: ['part'], periodes: ['2025'], octets: 10 }

  it('is read', () => {
    expect(lireIndex({ format: 'observatoire-index/1', jeux: [entree] }).jeux).toEqual([entree])
  })

  it.each([
    '../a.json',
    '/a.json',
    'https://ailleurs/a.json',
    'x/../../a.json',
    'a.txt',
    '//ailleurs/a.json',
    'a\\b.json',
  ])('never names %s', (nom) => {
    const brut = { format: 'observatoire-index/1', jeux: [{ ...entree, fichier: nom }] }
    expect(() => lireIndex(brut)).toThrow(/à côté de l’index/)
  })

  it('of another version is refused', () => {
    expect(() => lireIndex({ format: 'observatoire-index/2', jeux: [] })).toThrow(/observatoire-index\/1/)
  })
})

describe('partitions', () => {
  const deux = jeu(
    [
      taux(LILLE, 12, 60),
      taux(FLANDRE, 20, 80, { periode: '2024' }),
      taux(LILLE, 20, 80, { indicateur: 'autre', dimension: 'quartile', modalite: '1' }),
    ],
    { indicateurs: [PART, { ...PART, id: 'autre' }], empreinte: `sha256:${'0'.repeat(64)}` },
  )

  it('hold each figure once, with what describes it only', () => {
    const [entete, ...parties] = partitionner(deux)
    expect(entete?.jeu.territoires).toEqual(deux.territoires)
    expect(entete?.jeu.observations.indicateur).toEqual([])
    expect(parties.map(({ fichier: nom, jeu: p }) => [nom, p.territoires.map(({ nom: n }) => n)])).toEqual([
      ['autre/2025.json', [LILLE.nom]],
      ['part/2024.json', [FLANDRE.nom]],
      ['part/2025.json', [LILLE.nom]],
    ])
  })

  it('make together the table of the whole, and are each what their hash says', () => {
    const parties = partitionner(deux)
    const lues = parties.map(({ fichier: nom, jeu: p }) => lireTexteJeu(ecrireJeu(p), nom))
    expect(lues.map(({ intact }) => intact)).toEqual(parties.map(() => true))
    const chiffres = (jeux: readonly Jeu[]) => {
      const table = creerTable(jeux)
      return table.groupes.map((groupe) =>
        chiffresDe(table, groupe).map(({ lieu, valeur }) => [
          groupe.indicateur,
          groupe.periode,
          groupe.modalite,
          lieu.nom,
          valeur,
        ]),
      )
    }
    expect(chiffres(lues.map(({ jeu: p }) => p))).toEqual(chiffres([deux]))
  })
})

describe('fusionner, on the command line', () => {
  const DOSSIER = mkdtempSync(join(tmpdir(), 'fusionner-'))
  const chemin = (nom: string): string => join(DOSSIER, nom)
  writeFileSync(chemin('lille.json'), ecrireJeu(sceller(LILLE_12.jeu)))
  writeFileSync(chemin('flandre.json'), ecrireJeu(sceller(FLANDRE_20.jeu)))
  writeFileSync(chemin('faux.json'), ecrireJeu(sceller(LILLE_12.jeu)).replace('"valeur":[0.2]', '"valeur":[0.2000001]'))

  afterAll(() => {
    rmSync(DOSSIER, { recursive: true })
  })

  async function reunir(...mots: readonly string[]) {
    const ecrits: string[] = []
    const signales: string[] = []
    const statut = await lancer(['fusionner', ...mots], {
      aujourdhui: '2026-01-31',
      ecrire: (texte) => {
        ecrits.push(texte)
        return Promise.resolve()
      },
      signaler: (texte) => signales.push(texte),
      progresser: () => undefined,
    })
    return { statut, sortie: ecrits.join(''), faute: signales.join('\n') }
  }

  it('writes the merged dataset and an index, from which the same is merged again', async () => {
    const [sortie, index] = [chemin('reuni.json'), chemin('index.json')]
    const premier = await reunir(chemin('lille.json'), chemin('flandre.json'), '--sortie', sortie, '--index', index)
    expect(premier.statut).toBe(0)
    expect(premier.sortie).toContain('Aucun conflit')
    expect(premier.sortie).toContain('lille.json')
    const texte = readFileSync(sortie, 'utf8')
    expect(lireTexteJeu(texte, 'r').intact).toBe(true)
    expect((await reunir(index, '--json')).sortie).toBe(texte)
    expect(lireIndex(JSON.parse(readFileSync(index, 'utf8'))).jeux.map(({ fichier: nom }) => nom)).toEqual([
      'lille.json',
      'flandre.json',
    ])
  })

  it('writes partitions and their index, from which the same figures are read', async () => {
    const dossier = chemin('site')
    const { statut } = await reunir(chemin('lille.json'), chemin('flandre.json'), '--partitions', dossier)
    expect(statut).toBe(0)
    const { jeux } = lireIndex(JSON.parse(readFileSync(join(dossier, 'index.json'), 'utf8')))
    expect(jeux.map(({ fichier: nom, indicateurs, periodes }) => [nom, indicateurs, periodes])).toEqual([
      ['entete.json', [], []],
      ['part/2025.json', ['part'], ['2025']],
    ])
    const lu = lireTexteJeu(readFileSync(join(dossier, 'part/2025.json'), 'utf8'), 'p')
    expect(lu.intact).toBe(true)
    expect(lu.jeu.observations.numerateur).toEqual([12, 20])
    expect((await reunir(join(dossier, 'index.json'))).statut).toBe(0)
  })

  it('leaves alone a folder that holds something', async () => {
    const { statut, faute } = await reunir(chemin('lille.json'), '--partitions', DOSSIER)
    expect([statut, faute]).toEqual([1, expect.stringMatching(/n’est pas vide/)])
  })

  it.each([
    [[], 2, /au moins un jeu/],
    [['absent.json'], 1, /n’existe pas/],
    [[chemin('faux.json')], 1, /a été modifié/],
    [['package.json'], 1, /package\.json/],
  ])('%j ends with status %i', async (mots, attendu, phrase) => {
    const { statut, faute } = await reunir(...mots)
    expect(statut).toBe(attendu)
    expect(faute).toMatch(phrase)
  })

  it('never writes over a file that it reads', async () => {
    expect((await reunir(chemin('lille.json'), '--sortie', chemin('lille.json'))).statut).not.toBe(0)
    expect(existsSync(chemin('lille.json'))).toBe(true)
  })
})
