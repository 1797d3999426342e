import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DemandeLecture, Filtres, LectureVue, TableVue } from '../../addin/travail/contrat.ts'
import { Session } from '../../addin/travail/session.ts'
import { SANS_FILTRE } from '../../addin/vues/etat.ts'
import { lireGrille, type GenreRegle, type Operation } from '../../core/index.ts'
import { ouvrirClasseur } from '../../core/tableur/index.ts'
import { LAID } from './fichier-laid.ts'

const EXEMPLE = readFileSync('exemples/demandes-exemple.xlsx')
const GRILLE = JSON.parse(readFileSync('exemples/grille-exemple.json', 'utf8')) as unknown
const LECTURE: DemandeLecture = { jour: '2026-01-31', videNon: [], sansDefauts: false, toutes: false }
const muet = (): void => undefined

async function lire(session: Session, demande = LECTURE): Promise<LectureVue> {
  const issue = await session.lire(demande, muet)
  if (issue.genre !== 'fait') throw new Error('the reading was stopped')
  return issue.valeur
}

async function exempleCote(): Promise<Session> {
  const session = new Session()
  await session.ouvrir(new Uint8Array(EXEMPLE), 'demandes-exemple.xlsx')
  await lire(session)
  session.poserGrille(GRILLE)
  await session.coter('2026-01-31')
  return session
}

describe('the example, from bytes to files', () => {
  let session: Session
  beforeAll(async () => {
    session = await exempleCote()
  })

  it('ranks, and the official notes of the example differ only where it says so', async () => {
    const cotation = await session.coter('2026-01-31')
    expect(cotation.classees).toBeGreaterThan(1_900)
    expect(cotation.ecarts?.comparees).toBeGreaterThan(1_000)
    expect((cotation.ecarts?.differentes ?? 0) / (cotation.ecarts?.comparees ?? 1)).toBeLessThan(0.1)
  })

  it('gives the rows of a window, best first, and nothing beyond the end', () => {
    const { nombre } = session.filtrer(SANS_FILTRE)
    const tete = session.fenetre(0, 50)
    expect(tete).toHaveLength(50)
    const notes = tete.map(({ note }) => Number(note.replace(',', '.')))
    expect(notes).toEqual(notes.toSorted((a, b) => b - a))
    expect(session.fenetre(nombre - 3, 50)).toHaveLength(3)
  })

  it.each<
    [
      string,
      Partial<Filtres>,
      (ligne: { typologies: string; quartile: string; nature: string; personnes: string }) => boolean,
    ]
  >([
    ['type', { typologie: 'T3' }, ({ typologies }) => typologies === '—' || typologies.includes('T3')],
    ['quartile', { quartile: '1' }, ({ quartile }) => quartile === '1'],
    ['household', { personnesMin: 3, personnesMax: 4 }, ({ personnes }) => personnes === '3' || personnes === '4'],
    ['nature', { nature: 'mutation' }, ({ nature }) => /mutation|locataire|HLM/iu.test(nature)],
  ])('filters on %s, keeping the order', (_, filtres, convient) => {
    const { nombre, retenues } = session.filtrer({ ...SANS_FILTRE, ...filtres })
    const lignes = session.fenetre(0, nombre)
    expect(retenues).toBeGreaterThan(0)
    expect(lignes.filter((ligne) => !convient(ligne))).toEqual([])
    const rangs = lignes.map(({ rang }) => Number(rang.replace(/\s/gu, '')))
    expect(rangs).toEqual(rangs.toSorted((a, b) => a - b))
  })

  it('answers « pour ce T3 à Lille, les dix premiers »', () => {
    const { nombre, retenues } = session.filtrer({ ...SANS_FILTRE, typologie: 'T3', commune: '59350', limite: 10 })
    expect(nombre).toBe(10)
    expect(retenues).toBeGreaterThan(10)
    for (const { communes } of session.fenetre(0, 10)) expect(communes).toMatch(/Lille|^—$/u)
  })

  it('finds a demande by part of its number, and says where it is', () => {
    session.filtrer(SANS_FILTRE)
    const [, , troisieme] = session.fenetre(0, 3)
    const { nombre } = session.filtrer({ ...SANS_FILTRE, numero: troisieme?.numero ?? '' })
    expect(nombre).toBe(1)
    expect(session.placeDe(troisieme?.numero ?? '')).toBe(0)
    expect(session.placeDe('0')).toBe(-1)
  })

  it('marks fewer places as the list is narrowed, and none in a list of one', () => {
    const toutes = session.filtrer(SANS_FILTRE)
    const [premiere] = session.fenetre(0, 1)
    expect(toutes.incertaines).toBeGreaterThan(0)
    expect(session.filtrer({ ...SANS_FILTRE, quartile: '4' }).incertaines).toBeLessThan(toutes.incertaines)
    expect(session.filtrer({ ...SANS_FILTRE, numero: premiere?.numero ?? '' }).incertaines).toBe(0)
  })

  it('explains: the parts of the bar add up to the total', async () => {
    const { nombre } = session.filtrer(SANS_FILTRE)
    for (const place of [0, 1, 500, nombre - 1]) {
      const e = await session.expliquer(place)
      const somme = e.parts.reduce((total, { points }) => total + Math.round(points * 100), 0) / 100
      expect(`${somme.toLocaleString('fr-FR').replace('-', '\u2212')}`).toBe(e.total.split('\u00a0')[0])
      expect(e.voisins.filter(({ courant }) => courant)).toHaveLength(1)
    }
  })

  it('leads from an anomaly to its row, the cell marked', async () => {
    const [groupe] = session.groupesAnomalies().filter(({ code }) => code === 'valeur-illisible')
    const [anomalie] = session.anomalies(groupe?.cle ?? '', 0, 1)
    const ligne = await session.ligne(anomalie?.ligne ?? 0)
    expect(ligne.cellules.filter(({ anomalies }) => anomalies.length > 0).map(({ valeur }) => valeur)).toContain(
      anomalie?.valeur,
    )
  })

  it('writes a workbook that opens again, without its own results as demandes', async () => {
    const { nom, octets } = await session.produire('classeur')
    expect(nom).toBe('demandes-exemple - coté.xlsx')
    expect(ouvrirClasseur(octets, nom).feuilles.map((f) => f.nom)).toEqual(
      expect.arrayContaining(['Demandes', 'Cotation', 'Anomalies']),
    )
    const autre = new Session()
    expect((await autre.ouvrir(octets, nom)).feuille).toBe('Demandes')
  })

  it('writes the ranking as text, and statements as a Word file', async () => {
    session.filtrer(SANS_FILTRE)
    const csv = await session.produire('csv')
    expect(new TextDecoder().decode(csv.octets).split('\r\n')[0]).toContain('Numéro unique')
    const { octets, nom } = await session.produire('releves', 2)
    expect(nom).toMatch(/\.docx$/u)
    expect([...octets.subarray(0, 2)]).toEqual([0x50, 0x4b])
  })
})

describe('an ugly file', () => {
  let table: TableVue
  const session = new Session()
  beforeAll(async () => {
    table = await session.ouvrir(LAID, 'export laid.csv')
  })

  it('finds the headers under the titles, and says what is missing or double', () => {
    expect(table.ligneEntetes).toBe(4)
    expect(table.ambigus.map(({ champ }) => champ)).toEqual(['date_depot'])
    expect(table.manquants.map(({ champ }) => champ)).toEqual(['nb_personnes'])
    expect(table.colonnes.find(({ entete }) => entete === 'Nb de pers à loger')?.etat).toBe('proposee')
  })

  it('reads once its columns are given, the double one kept where the user said', async () => {
    const doubles = table.colonnes.filter(({ champ }) => champ === 'date_depot')
    const personnes = table.colonnes.find(({ entete }) => entete === 'Nb de pers à loger')
    const choisie = session.reconnaitre({
      colonnes: {
        [doubles[0]?.rang ?? -1]: 'date_depot',
        [doubles[1]?.rang ?? -1]: null,
        [personnes?.rang ?? -1]: 'nb_personnes',
      },
    })
    expect(choisie.ambigus).toEqual([])
    expect(choisie.manquants).toEqual([])
    expect(choisie.colonnes[doubles[0]?.rang ?? -1]?.champ).toBe('date_depot')
    expect(choisie.colonnes[doubles[1]?.rang ?? -1]?.champ).toBeNull()
    const lecture = await lire(session)
    expect(lecture.demandes).toBe(3)
    const codes = session.groupesAnomalies().map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['numero-abime', 'doublon', 'valeur-illisible', 'obligatoire-vide']))
  })

  it('takes empty cells for « non » only where told, and counts them', async () => {
    const avant = await lire(session)
    const dalo = avant.vides.find(({ champ }) => champ === 'dalo')
    expect(dalo?.vides).toBe(2)
    const apres = await lire(session, { ...LECTURE, videNon: ['dalo'] })
    expect(apres.vides.find(({ champ }) => champ === 'dalo')).toMatchObject({ vides: 0, declare: true })
  })
})

it('receives the rows of a live workbook block after block, with the same result as a file', async () => {
  const feuille = ouvrirClasseur(new Uint8Array(EXEMPLE), 'x.xlsx').feuilles[0]
  const lignes = [...(feuille?.lignes ?? [])]
  const session = new Session()
  session.recevoirTables('Classeur', ['Demandes'])
  for (let i = 0; i < lignes.length; i += 500) session.recevoir('Demandes', lignes.slice(i, i + 500))
  session.reconnaitre({ colonnes: {} })
  const lecture = await lire(session)
  const parFichier = await exempleCote()
  session.poserGrille(GRILLE)
  expect((await session.coter('2026-01-31')).classees).toBe(lecture.demandes)
  session.filtrer(SANS_FILTRE)
  parFichier.filtrer(SANS_FILTRE)
  expect(session.fenetre(0, 20)).toEqual(parFichier.fenetre(0, 20))
})

describe('what an odd file is told', () => {
  const ouvrir = async (session: Session, nom: string, texte: string): Promise<TableVue> =>
    session.ouvrir(new TextEncoder().encode(texte), nom)

  it('allocations are not demandes: the follow-up reads them', async () => {
    const session = new Session()
    await ouvrir(session, 'nord.csv', 'N° unique;Date CAL;Date signature bail;Commune;Organisme\n1;1;1;59350;A\n')
    expect(await session.autreGenre()).toBe('attributions')
    await ouvrir(session, 'demandes.csv', 'Numéro unique;Date de dépôt;Nombre de personnes\n1;01/01/2024;2\n')
    expect(await session.autreGenre()).toBeUndefined()
  })

  it.each([
    ['Latin-1 read as UTF-8', 'Num\uFFFDro unique', true],
    ['UTF-8 read as Latin-1', 'NumÃ©ro unique', true],
    ['nothing lost', 'Numéro unique', false],
  ])('accents: %s', async (_, entete, abimes) => {
    const table = await ouvrir(new Session(), 'x.csv', `${entete};Date de dépôt\n1;2\n`)
    expect(table.accentsAbimes).toBe(abimes ? entete : undefined)
  })

  it('communes by name are found once the territory is known', async () => {
    const session = new Session()
    const entetes = 'Numéro unique;Date de dépôt;Nombre de personnes;Communes demandées'
    await ouvrir(session, 'x.csv', `${entetes}\n059010100000000001;01/01/2024;2;Lille\n`)
    await lire(session)
    expect(session.groupesAnomalies()[0]?.colonnes).toMatchObject([{ code: 'communes_souhaitees', nombre: 1 }])
    const [lille] = (await session.epci()).filter(({ libelle }) => libelle === 'Métropole Européenne de Lille')
    await lire(session, { ...LECTURE, territoire: lille?.valeur ?? '' })
    expect(session.groupesAnomalies()).toEqual([])
  })

  it('nothing read is not a grid that fits nobody', async () => {
    const session = new Session()
    await ouvrir(session, 'vide.csv', 'Numéro unique;Date de dépôt;Nombre de personnes\n')
    await lire(session)
    session.poserGrille(GRILLE)
    await expect(session.coter('2026-01-31')).rejects.toThrow('Aucune demande n’a été lue')
  })
})

it('stops a reading when asked, and keeps what was read before', async () => {
  const session = await exempleCote()
  session.filtrer(SANS_FILTRE)
  const avant = session.fenetre(0, 5)
  const issue = session.lire(LECTURE, () => {
    session.annuler()
  })
  expect(await issue).toEqual({ genre: 'annulee' })
  expect(session.fenetre(0, 5)).toEqual(avant)
})

describe('the form of the grid', () => {
  const texte = fc.oneof(
    fc.constantFrom(
      '',
      '0',
      '10',
      '-5',
      '12,5',
      '1e9',
      'abc',
      '30 %',
      '0,30 ; 0,40',
      '0 ; 5 ; 10',
      'oui',
      '1 et 2',
      '__proto__',
    ),
    fc.string({ maxLength: 12 }),
  )

  /** Whatever the form can emit, from what it shows. */
  function operations(session: Session): fc.Arbitrary<Operation> {
    const grille = session.grille()
    const codes = grille.familles.flatMap(({ criteres }) => criteres.map(({ code }) => code))
    const familles = grille.familles.map(({ code }) => code).filter((code) => code !== '')
    const champs = session.champsProposes()
    const critere = fc.constantFrom(...codes)
    const famille = fc.constantFrom('', ...familles)
    const champ = fc.constantFrom(...champs)
    return fc.oneof(
      fc.record({ geste: fc.constant('points' as const), critere, points: texte }),
      fc.record({ geste: fc.constant('nom' as const), critere, nom: texte }),
      fc.record({ geste: fc.constant('famille-du-critere' as const), critere, famille }),
      fc.record({ geste: fc.constant('justificatif' as const), critere, exige: fc.boolean() }),
      fc.record({ geste: fc.constant('retirer-critere' as const), critere }),
      fc.record({ geste: fc.constant('deplacer-critere' as const), critere, pas: fc.constantFrom(-1, 1) }),
      fc.record({
        geste: fc.constant('limite' as const),
        famille,
        limite: fc.constantFrom('plafond' as const, 'plancher' as const),
        valeur: texte,
      }),
      fc.record({
        geste: fc.constant('identite' as const),
        membre: fc.constantFrom('nom' as const, 'id' as const, 'date_effet' as const, 'territoire' as const),
        valeur: texte,
      }),
      fc.record({ geste: fc.constant('ajouter-departage' as const), departage: texte }),
      champ.chain(({ code, regles }) =>
        fc.record({
          geste: fc.constant('ajouter-critere' as const),
          champ: fc.constant(code),
          genre: fc.constantFrom(...regles.map(({ valeur }) => valeur as GenreRegle)),
          famille,
        }),
      ),
      fc.tuple(critere, champ, texte).map(([code, { code: nom, test }, valeur]) => ({
        geste: 'ajouter-condition' as const,
        critere: code,
        chemin: [],
        lien: 'ou' as const,
        champ: nom,
        test,
        valeur,
      })),
    )
  }

  it('never leaves a grid that is refused, whatever is typed, and undoing all gives the grid back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (graines) => {
        const session = new Session()
        const { empreinte } = session.poserGrille(GRILLE)
        let faites = 0
        for (let n = 0; n < 12; n++) {
          const [operation] = fc.sample(operations(session), { numRuns: 1, seed: Number(graines.next().value) })
          if (operation === undefined) continue
          const avant = session.grille().empreinte
          const { grille, raisons } = session.editerGrille(operation)
          if (raisons.length > 0) expect(grille.empreinte).toBe(avant)
          else if (grille.empreinte !== avant) faites++
          const { octets } = await session.produireGrille('json')
          const ecrite = JSON.parse(new TextDecoder().decode(octets)) as unknown
          expect(lireGrille(ecrite).empreinte).toBe(grille.empreinte)
        }
        for (let n = 0; n < faites; n++) session.annulerEdition()
        expect(session.grille().empreinte).toBe(empreinte)
      }),
      { numRuns: 40 },
    )
  })

  it('adds only valid criteria: every field, every way', () => {
    const session = new Session()
    session.poserGrille(GRILLE)
    for (const { code, regles } of session.champsProposes()) {
      for (const { valeur } of regles) {
        const { raisons } = session.editerGrille({
          geste: 'ajouter-critere',
          champ: code,
          genre: valeur as GenreRegle,
          famille: '',
        })
        expect({ code, valeur, raisons }).toEqual({ code, valeur, raisons: [] })
      }
    }
  })

  it('offers conditions that stand by themselves', () => {
    const session = new Session()
    session.poserGrille(GRILLE)
    for (const { code, test, valeur } of session.champsProposes()) {
      const { raisons } = session.editerGrille({
        geste: 'ajouter-condition',
        critere: 'DALO',
        chemin: [],
        lien: 'et',
        champ: code,
        test,
        valeur,
      })
      expect({ code, raisons }).toEqual({ code, raisons: [] })
    }
  })

  it('opens a local grid with its core, saves only what differs, and locks what the core locks', async () => {
    const session = new Session()
    session.poserGrille(GRILLE)
    session.grilleSurSocle({ id: 'locale', nom: 'Grille locale' })
    session.editerGrille({ geste: 'points', critere: 'DALO', points: '45' })
    const { octets } = await session.produireGrille('json')
    const locale = JSON.parse(new TextDecoder().decode(octets)) as { socle: string; criteres: readonly unknown[] }
    expect(locale.socle).toBe('grille-exemple')
    expect(locale.criteres).toHaveLength(1)
    const autre = new Session()
    const relue = await autre.ouvrirGrille([
      { nom: 'locale.json', octets },
      { nom: 'socle.json', octets: new TextEncoder().encode(JSON.stringify(GRILLE)) },
    ])
    expect(relue.empreinte).toBe(session.grille().empreinte)
    expect(relue.edition.socle).toBe('Grille d’exemple (fictive)')
  })

  it('goes through a workbook and back', async () => {
    const session = new Session()
    const { empreinte } = session.poserGrille(GRILLE)
    const { octets, nom } = await session.produireGrille('xlsx')
    const autre = new Session()
    expect((await autre.ouvrirGrille([{ nom, octets }])).empreinte).toBe(empreinte)
  })
})
