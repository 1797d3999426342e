import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { periodesDe, type Publication } from '../../addin/travail/publication/publication.ts'
import type { ReglagesPublication } from '../../addin/travail/publication/contrat-publication.ts'
import { Session } from '../../addin/travail/session.ts'
import { lireTexteJeu } from '../../core/observatoire/index.ts'
import { ouvrirClasseur } from '../../core/tableur/index.ts'

const LILLE = '200093201'
const REGLAGES: ReglagesPublication = {
  territoire: LILLE,
  periode: '2026',
  profil: 'menages-11',
  producteur: '',
  jour: '2026-01-31',
}

async function exempleLu(): Promise<Session> {
  const session = new Session()
  await session.ouvrir(new Uint8Array(readFileSync('exemples/demandes-exemple.xlsx')), 'demandes-exemple.xlsx')
  await session.lire({ jour: '2026-01-31', videNon: [], sansDefauts: false, toutes: false }, () => undefined)
  return session
}

function texteDe(publication: Publication): string {
  return new TextDecoder().decode(publication.fichier().octets)
}

describe('periods proposed for a day', () => {
  it.each([
    ['2026-01-31', ['2026', '2026-T1', '2026-01', '2026-01-31', '2025']],
    ['2025-03-31', ['2025', '2025-T1', '2025-03', '2025-03-31', '2024']],
    ['2025-04-01', ['2025', '2025-T2', '2025-04', '2025-04-01', '2024']],
    ['2025-12-31', ['2025', '2025-T4', '2025-12', '2025-12-31', '2024']],
  ])('%s', (jour, attendues) => {
    expect(periodesDe(jour)).toEqual(attendues)
  })
})

describe('the publication of the example', () => {
  let session: Session
  let publication: Publication
  beforeAll(async () => {
    session = await exempleLu()
    publication = await session.publication()
  })

  it('is not offered before demandes are read', async () => {
    expect(await (await new Session().publication()).depart('2026-01-31')).toBeUndefined()
  })

  it('proposes the EPCI that the rows name, most frequent first', async () => {
    const depart = await publication.depart('2026-01-31')
    expect(depart?.territoires[0]).toMatchObject({ code: LILLE })
    const comptes = depart?.territoires.map(({ demandes }) => demandes) ?? []
    expect(comptes).toEqual(comptes.toSorted((a, b) => b - a))
    expect(Math.min(...comptes)).toBeGreaterThan(0)
  })

  it('shows every figure of the file, and the file is the one shown', async () => {
    const apercu = await publication.preparer(REGLAGES)
    const { jeu, intact } = lireTexteJeu(texteDe(publication), 'jeu.json')
    expect(intact).toBe(true)
    expect(jeu.empreinte).toBe(apercu.fichier.empreinte)
    expect(jeu.observations.secret).toEqual(apercu.lignes.map(({ secret }) => secret))
    expect(jeu.observations.valeur).toEqual(apercu.lignes.map(({ valeur }) => valeur))
    expect(apercu.publies + apercu.retenus).toBe(apercu.lignes.length)
    expect(apercu.retenus).toBeGreaterThan(0)
  })

  it('gives a reason with each withheld figure, and no count beside it', async () => {
    const { lignes } = await publication.preparer(REGLAGES)
    const retenues = lignes.filter(({ secret }) => secret !== null)
    expect(retenues.filter(({ raison }) => raison === '')).toEqual([])
    expect(
      retenues.filter(({ numerateur, denominateur, valeur }) => (numerateur ?? denominateur ?? valeur) !== null),
    ).toEqual([])
  })

  it('counts the allocations and the stock of the same workbook', async () => {
    const { indicateurs } = await publication.preparer({ ...REGLAGES, periode: '2025' })
    const publies = new Map(indicateurs.map(({ id, publies: nombre }) => [id, nombre]))
    expect(publies.get('attributions')).toBeGreaterThan(0)
    expect(publies.get('parc')).toBeGreaterThan(0)
  })

  it('holds the number of no demande', async () => {
    await publication.preparer(REGLAGES)
    const texte = texteDe(publication)
    const numeros = session.donnees.demandes()?.numeros ?? []
    expect(numeros.length).toBeGreaterThan(1_900)
    expect(numeros.filter((numero) => texte.includes(numero))).toEqual([])
  })

  it('says that changes were not checked, until the former file is given', async () => {
    const sans = await publication.preparer(REGLAGES)
    expect(sans.avertissements.join(' ')).toContain('différences')
    const precedent = publication.poserPrecedent(texteDe(publication), 'janvier.json')
    expect(precedent).toMatchObject({ fichier: 'janvier.json', intact: true })
    const avec = await publication.preparer({ ...REGLAGES, periode: '2026-T1' })
    expect(avec.avertissements.join(' ')).not.toContain('différences')
    publication.oublierPrecedent()
    expect((await publication.preparer(REGLAGES)).avertissements).toEqual(sans.avertissements)
  })

  it('names who publishes', async () => {
    expect((await publication.preparer({ ...REGLAGES, producteur: ' Union régionale ' })).producteur).toBe(
      'Union régionale',
    )
    expect((await publication.preparer(REGLAGES)).producteur).toBe('Métropole Européenne de Lille')
  })

  it.each([
    ['an unknown EPCI', { territoire: '000000000' }, 'EPCI'],
    ['a period that is none', { periode: '2026-13' }, 'période'],
  ])('refuses %s with what to do', async (_, changements, mot) => {
    await expect(publication.preparer({ ...REGLAGES, ...changements })).rejects.toThrow(mot)
  })

  it('refuses a former file that is not a dataset', () => {
    expect(() => publication.poserPrecedent('{}', 'x.json')).toThrow('observatoire/1')
  })
})

/** The example as the tables of a live workbook, its sheets named as one likes: the demandes given in full. */
async function classeurVivant(noms: Readonly<Record<string, string>>) {
  const octets = readFileSync('exemples/demandes-exemple.xlsx')
  const { feuilles } = ouvrirClasseur(octets, 'demandes-exemple.xlsx')
  const lignes = new Map(feuilles.map((feuille) => [noms[feuille.nom] ?? feuille.nom, [...feuille.lignes]]))
  const session = new Session()
  const [premiere = ''] = lignes.keys()
  session.recevoirTables('Ce classeur', [premiere])
  session.recevoir(premiere, lignes.get(premiere) ?? [])
  session.reconnaitre({ colonnes: {} })
  await session.lire({ jour: '2026-01-31', videNon: [], sansDefauts: false, toutes: false }, () => undefined)
  const publication = await session.publication()
  const poser = () => {
    publication.recevoirTables('Ce classeur', [...lignes.keys()], {})
    for (const [nom, toutes] of lignes) publication.recevoir(nom, toutes.slice(0, 20))
    return publication.reconnaitreRecues().tables
  }
  const charger = (): void => {
    for (const { feuille } of poser()) {
      publication.viderTable(feuille)
      publication.recevoir(feuille, lignes.get(feuille) ?? [])
    }
    publication.retenirRecues()
  }
  return { publication, poser, charger }
}

describe('what is published beside the demandes', () => {
  const reglages = { ...REGLAGES, periode: '2025' }

  it('is the same from a live workbook as from its file, whatever the names of the sheets', async () => {
    const duFichier = await (await (await exempleLu()).publication()).preparer(reglages)
    expect(duFichier.jointes.map(({ genre, feuille, raisons }) => [genre, feuille, raisons])).toEqual([
      ['attributions', 'Attributions', []],
      ['parc', 'Parc', []],
    ])
    const { publication, charger } = await classeurVivant({ Attributions: 'Décisions 2025', Parc: 'Patrimoine' })
    charger()
    const vivant = await publication.preparer(reglages)
    expect(vivant.jointes).toEqual(
      duFichier.jointes.map((jointe) => ({
        ...jointe,
        feuille: jointe.genre === 'parc' ? 'Patrimoine' : 'Décisions 2025',
      })),
    )
    expect(vivant.fichier.empreinte).toBe(duFichier.fichier.empreinte)
  })

  it('is nothing as long as its rows are not all there', async () => {
    const { publication, poser, charger } = await classeurVivant({})
    expect(poser().map(({ cle }) => cle)).toEqual(['attributions', 'parc'])
    expect((await publication.preparer(reglages)).jointes).toEqual([])
    charger()
    expect((await publication.preparer(reglages)).jointes).toHaveLength(2)
  })

  it('asks for the columns that the model knows, dates told apart', async () => {
    const { publication, poser } = await classeurVivant({})
    poser()
    const { colonnes, dates } = publication.colonnesUtiles('attributions')
    expect(dates.length).toBeGreaterThan(0)
    expect(dates.filter((colonne) => !colonnes.includes(colonne))).toEqual([])
    expect(publication.colonnesUtiles('parc').dates).toEqual([])
  })

  it('leaves out, with the reasons, a sheet of that name that cannot be read', async () => {
    const { publication } = await classeurVivant({})
    publication.recevoirTables('Ce classeur', ['Parc'], {})
    publication.recevoir('Parc', [
      { numero: 1, cellules: ['Bailleur', 'Commune'] },
      { numero: 2, cellules: ['Le Foyer', '59350'] },
    ])
    publication.reconnaitreRecues()
    publication.retenirRecues()
    const { jointes, publies } = await publication.preparer(reglages)
    expect(jointes).toMatchObject([{ genre: 'parc', feuille: 'Parc', lignes: 0 }])
    expect(jointes[0]?.raisons.join(' ')).toContain('Logements locatifs sociaux')
    expect(publies).toBeGreaterThan(0)
  })
})
