import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { SEUILS_QUARTILES } from '../../core/baremes/index.ts'
import { DONNEES_COMMUNES } from '../../core/territoires/donnees-communes.ts'
import { DONNEES_EPCI, creerTerritoires } from '../../core/territoires/index.ts'
import { cleTexte } from '../../core/socle/texte.ts'

interface Groupement {
  readonly code: string
  readonly nom: string
  readonly membres: readonly { readonly code: string; readonly nom: string }[]
}

const exiger = createRequire(import.meta.url)
const officiels = ['epci', 'ept'].flatMap(
  (fichier) => exiger(`@etalab/decoupage-administratif/data/${fichier}.json`) as Groupement[],
)
const territoires = creerTerritoires(DONNEES_EPCI, DONNEES_COMMUNES)
const PARIS = '217500016'
const THIONVILLE_FENSCH = '992367730'
const GRAND_PARIS = '200054781'

describe('against the official list', () => {
  it('has its 1,255 EPCI and 11 EPT under their names, and two more', () => {
    expect(officiels.filter(({ code, nom }) => territoires.nomEpci(code) !== nom)).toEqual([])
    const connus = new Set(officiels.map(({ code }) => code))
    const autres = territoires.epci().filter(({ siren }) => !connus.has(siren))
    expect(autres).toEqual([
      { siren: PARIS, nom: 'Paris' },
      { siren: THIONVILLE_FENSCH, nom: 'Thionville Fensch Agglomération' },
    ])
    expect(territoires.epci()).toHaveLength(1268)
  })

  it('has the same communes in each', () => {
    const differents = officiels.filter(
      ({ code, membres }) => enListe(territoires.communesDe(code)) !== enListe(membres),
    )
    expect(differents.map(({ nom }) => nom)).toEqual([])
  })

  it('finds each commune by the name that the list gives it, but for the two pairs of namesakes', () => {
    const perdues = officiels.flatMap(({ code, membres }) =>
      membres.filter((membre) => territoires.communeParNom(membre.nom, code) !== membre.code),
    )
    expect(perdues.map(({ nom }) => nom)).toEqual([
      "Saint-Pierre-d'Entremont",
      "Saint-Pierre-d'Entremont",
      'Seyssel',
      'Seyssel',
    ])
  })

  it('counts 89 EPCI over several départements', () => {
    const plusieurs = officiels.filter(
      ({ code, membres }) =>
        membres.length > 0 && !estEtablissement(code) && territoires.departementsDe(code).length > 1,
    )
    expect(plusieurs).toHaveLength(89)
    expect(territoires.departementsDe('243500741')).toEqual(['35', '44', '56'])
    expect(territoires.departementsDe('200054807')).toEqual(['13', '83', '84'])
    expect(territoires.departementsDe('249740101')).toEqual(['974'])
  })

  it('knows the region of every territory', () => {
    expect(territoires.epci().filter(({ siren }) => territoires.regionDe(siren) === undefined)).toEqual([])
    expect(territoires.regionDe('200093201')).toEqual({
      code: '32',
      nom: 'Hauts-de-France',
      complement: 'des Hauts-de-France',
    })
    const [lyon, strasbourg, rennes] = ['200046977', '246700488', '243500139'].map((s) => territoires.regionDe(s))
    expect([lyon, strasbourg, rennes].map((region) => region?.complement)).toEqual([
      'd’Auvergne-Rhône-Alpes',
      'du Grand Est',
      'de Bretagne',
    ])
  })
})

function enListe(communes: readonly { readonly code: string }[]): string {
  return communes
    .map(({ code }) => code)
    .sort()
    .join()
}

function estEtablissement(siren: string): boolean {
  return DONNEES_COMMUNES.composants[GRAND_PARIS]?.includes(siren) ?? false
}

describe('epciParNom', () => {
  it.each([
    ['Métropole Européenne de Lille', '200093201'],
    ['METROPOLE EUROPEENNE DE LILLE', '200093201'],
    ['métropole  européenne de Lille ', '200093201'],
    ['Nantes Métropole', '244400404'],
    ['Plaine Commune', '200057867'],
    ['Métropole du Grand Paris', GRAND_PARIS],
    ['Paris', PARIS],
    ['Thionville Fensch Agglomération', THIONVILLE_FENSCH],
    ['Aurillac Agglomération', '241500230'],
    ["CA du Bassin d'Aurillac", '241500230'],
  ])('%s: %s', (nom, siren) => {
    expect(territoires.epciParNom(nom)).toBe(siren)
  })

  it.each(['', 'Lille', 'MEL', '__proto__', 'constructor'])('« %s »: none', (nom) => {
    expect(territoires.epciParNom(nom)).toBeUndefined()
    expect(territoires.nomEpci(nom)).toBeUndefined()
    expect(territoires.departementsDe(nom)).toEqual([])
    expect(territoires.communesDe(nom)).toEqual([])
  })

  it('finds every territory that has thresholds by its own name', () => {
    const perdus = [...SEUILS_QUARTILES.parSiren.keys()].filter(
      (siren) => territoires.epciParNom(territoires.nomEpci(siren) ?? '') !== siren,
    )
    expect(perdus).toEqual([])
  })

  it('gives nothing for a name that two territories bear', () => {
    const donnees = { ...DONNEES_EPCI, lignes: ['111111111|Pays Bleu|32|59', '222222222|PAYS-BLEU|32|62'] }
    expect(creerTerritoires(donnees).epciParNom('Pays bleu')).toBeUndefined()
  })
})

describe('communes', () => {
  it.each([
    ['Lille', '200093201', '59350'],
    ["villeneuve d'ascq", '200093201', '59009'],
    ['Marcq-en-Baroeul', '200093201', '59378'],
    ['MARCQ EN BARŒUL', '200093201', '59378'],
    ['Paris', PARIS, '75056'],
    ['Paris', GRAND_PARIS, '75056'],
    ['Paris 14e Arrondissement', PARIS, '75114'],
    ['Saint-Denis', '200057867', '93066'],
    ['Saint-Denis', GRAND_PARIS, '93066'],
    ['Hayange', THIONVILLE_FENSCH, '57306'],
    ['Hayange', '245701222', '57306'],
    ['Éragny-sur-Oise', '249500109', '95218'],
    ['Éragny', '249500109', '95218'],
  ])('%s in %s: %s', (nom, siren, insee) => {
    expect(territoires.communeParNom(nom, siren)).toBe(insee)
  })

  it.each([
    ['Lille', '244400404', 'a commune of another territory'],
    ['Seyssel', officiels.find(({ nom }) => nom === 'CC Usses et Rhône')?.code ?? '', 'two communes of that name'],
    ['', '200093201', 'no name'],
    ['Lille', '', 'no territory'],
  ])('« %s » in « %s »: none (%s)', (nom, siren) => {
    expect(territoires.communeParNom(nom, siren)).toBeUndefined()
  })

  it.each([
    ['59350', 'Lille'],
    ['75056', 'Paris'],
    ['75114', 'Paris 14e Arrondissement'],
    ['22016', 'Île-de-Bréhat'],
    ['97411', 'Saint-Denis'],
  ])('%s: %s', (insee, nom) => {
    expect(territoires.nomCommune(insee)).toBe(nom)
  })

  it.each(['00000', '', '5935', '__proto__'])('« %s »: no commune', (insee) => {
    expect(territoires.nomCommune(insee)).toBeUndefined()
  })

  it('lists Paris and the communes of the eleven EPT for the métropole du Grand Paris', () => {
    expect(territoires.communesDe(PARIS)).toEqual([{ code: '75056', nom: 'Paris' }])
    expect(territoires.communesDe(GRAND_PARIS)).toHaveLength(130)
    expect(territoires.communesDe(THIONVILLE_FENSCH)).toHaveLength(23)
    expect(territoires.communesDe('200093201')).toHaveLength(95)
  })

  it('has no answer without the file of communes', () => {
    const sansCommunes = creerTerritoires(DONNEES_EPCI)
    expect(sansCommunes.nomCommune('59350')).toBeUndefined()
    expect(sansCommunes.communeParNom('Lille', '200093201')).toBeUndefined()
    expect(sansCommunes.communesDe('200093201')).toEqual([])
  })

  it('has names that the separators cannot cut', () => {
    const noms = Object.values(DONNEES_COMMUNES.parTerritoire).flatMap((liste) => liste.split('|'))
    expect(noms.filter((lieu) => !/^(\d|2[AB])\d{3,4}\p{L}/u.test(lieu))).toEqual([])
    expect(noms.filter((lieu) => cleTexte(lieu.slice(5)) === '')).toEqual([])
  })
})
