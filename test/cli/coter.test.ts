import { strToU8, unzipSync, zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ouvrirClasseur } from '../../core/tableur/index.ts'
import { Dossier, executer } from '../outils/lancer-cli.ts'

const EXEMPLE = 'exemples/demandes-exemple.xlsx'
const GRILLE = 'exemples/grille-exemple.json'
const JOUR = ['--jour', '2026-01-31']

interface Document {
  readonly format: string
  readonly jour: string
  readonly grilles: readonly { readonly id: string; readonly empreinte: string }[]
  readonly cotations: readonly {
    readonly numero_unique: string
    readonly total: number
    readonly rang: number
    readonly ordre: number
    readonly lignes: readonly { readonly points: number }[]
    readonly ajustements: readonly { readonly points: number }[]
  }[]
  readonly anomalies: readonly { readonly code: string; readonly ligne: number }[]
}

async function coterEnJson(...mots: readonly string[]): Promise<Document> {
  const { statut, sortie, erreurs } = await executer('coter', ...mots, '--json')
  expect([statut, erreurs]).toEqual([0, ''])
  return JSON.parse(sortie) as Document
}

describe('coter on the example workbook', () => {
  it('gives every score with lines and adjustments that add up to it', async () => {
    const { format, jour, grilles, cotations } = await coterEnJson(EXEMPLE, '--grille', GRILLE, ...JOUR)
    expect([format, jour]).toEqual(['cotations/1', '2026-01-31'])
    expect(grilles[0]?.empreinte).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(cotations.length).toBeGreaterThan(1900)
    expect(cotations.map(({ ordre }) => ordre)).toEqual(cotations.map((_, i) => i + 1))
    for (const { total, lignes, ajustements } of cotations) {
      const somme = [...lignes, ...ajustements].reduce((s, { points }) => s + Math.round(points * 100), 0)
      expect(somme).toBe(Math.round(total * 100))
    }
  })
  it('says for a person what it did', async () => {
    const { statut, sortie } = await executer('coter', EXEMPLE, '--grille', GRILLE, ...JOUR)
    expect(statut).toBe(0)
    expect(sortie).toContain('La cotation aide à la décision')
    expect(sortie).not.toMatch(/sélectionné|rejeté/)
  })
  it('is the same to the last bit when run again', async () => {
    const [a, b] = [
      await executer('coter', EXEMPLE, '--grille', GRILLE, '--json', ...JOUR),
      await executer('coter', EXEMPLE, '--grille', GRILLE, '--json', ...JOUR),
    ]
    expect(a.sortie).toBe(b.sortie)
  })
})

describe('the result workbook', () => {
  it('adds sheets and leaves every other part byte-equal', async () => {
    using dossier = new Dossier()
    const sortie = dossier.dans('resultat.xlsx')
    expect((await executer('coter', EXEMPLE, '--grille', GRILLE, '--sortie', sortie, ...JOUR)).statut).toBe(0)
    const avant = unzipSync(readFileSync(EXEMPLE))
    const apres = unzipSync(dossier.lire('resultat.xlsx'))
    const permis = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '[Content_Types].xml', 'xl/styles.xml']
    const changes = Object.keys(avant).filter(
      (nom) => Buffer.compare(avant[nom] ?? strToU8(''), apres[nom] ?? strToU8('')) !== 0,
    )
    expect(permis).toEqual(expect.arrayContaining(changes))
    expect(Object.keys(apres).some((nom) => nom.includes('pivotTable'))).toBe(true)
    const noms = ouvrirClasseur(dossier.lire('resultat.xlsx'), 'resultat.xlsx').feuilles.map(({ nom }) => nom)
    expect(noms).toEqual(expect.arrayContaining(['Demandes', 'Cotation', 'Anomalies', 'Ecarts']))
  })
  it('holds the ranking that JSON gives, whichever way it is read', async () => {
    using dossier = new Dossier()
    const sortie = dossier.dans('resultat.xlsx')
    await executer('coter', EXEMPLE, '--grille', GRILLE, '--sortie', sortie, ...JOUR)
    const { cotations } = await coterEnJson(EXEMPLE, '--grille', GRILLE, ...JOUR)
    const feuille = ouvrirClasseur(dossier.lire('resultat.xlsx'), 'r.xlsx').feuilles.find(
      ({ nom }) => nom === 'Cotation',
    )
    const lignes = [...(feuille?.lignes ?? [])].map(({ cellules }) => cellules)
    const debut = lignes.findIndex(([premiere]) => premiere === 'Rang')
    const lues = lignes.slice(debut + 1).map(([rang, numero, note]) => [rang, numero, note])
    expect(lues).toEqual(cotations.map(({ rang, numero_unique, total }) => [rang, numero_unique, total]))
  })
  it('replaces its own sheets on a second run, and is read past them', async () => {
    using dossier = new Dossier()
    const [un, deux] = [dossier.dans('un.xlsx'), dossier.dans('deux.xlsx')]
    await executer('coter', EXEMPLE, '--grille', GRILLE, '--sortie', un, ...JOUR)
    expect((await executer('coter', un, '--grille', GRILLE, '--sortie', deux, ...JOUR)).erreurs).toBe('')
    const nomsDe = (nom: string) => ouvrirClasseur(dossier.lire(nom), nom).feuilles.map((feuille) => feuille.nom)
    expect(nomsDe('deux.xlsx')).toEqual(nomsDe('un.xlsx'))
  })
  it('gives text files with and without Excel', async () => {
    using dossier = new Dossier()
    const csv = dossier.dans('resultat.csv')
    await executer('coter', EXEMPLE, '--grille', GRILLE, '--sortie', csv, ...JOUR)
    const texte = Buffer.from(dossier.lire('resultat.csv')).toString('utf8')
    expect(texte.startsWith('\uFEFFRang;Numéro unique;Note')).toBe(true)
  })
})

const ENTETES = 'N° unique;Date de dépôt;Nb personnes'

describe('refusals: status 1, one sentence, nothing half-written', () => {
  const refus: readonly (readonly [string, string, string | Uint8Array, RegExp])[] = [
    ['truncated zip', 'd.xlsx', readFileSync(EXEMPLE).subarray(0, 4000), /tronqué|incomplet|abîmé|endommagé/i],
    ['text renamed .xlsx', 'd.xlsx', `${ENTETES}\n`.repeat(3), /\.xlsx|classeur|CSV/i],
    ['random bytes', 'd.xlsx', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3)) & 255), /./],
    ['random bytes as text', 'd.csv', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) & 255), /./],
    ['empty file', 'd.csv', '', /vide/i],
    ['zip that is not a workbook', 'd.xlsx', zipSync({ 'a.txt': strToU8('a') }), /./],
    ['no column for a required field', 'd.csv', 'N° unique;Nb personnes\nA;1\n', /Date de dépôt/],
    ['two columns for one field', 'd.csv', `${ENTETES};Taille du ménage\nA;01/01/2020;1;2\n`, /Plusieurs colonnes/],
    ['unclosed quote', 'd.csv', `${ENTETES}\nA;"01/01/2020;1\n`, /guillemet/],
  ]
  it.each(refus)('%s', async (_nom, fichier, contenu, attendu) => {
    using dossier = new Dossier()
    const chemin = dossier.ecrire(fichier, contenu)
    const { statut, sortie, erreurs } = await executer(
      'coter',
      chemin,
      '--grille',
      GRILLE,
      '--sortie',
      dossier.dans('r.xlsx'),
    )
    expect([statut, sortie]).toEqual([1, ''])
    expect(erreurs).toMatch(attendu)
    expect(erreurs).not.toMatch(/\n\s+at |Error:/)
    expect(dossier.fichiers()).toEqual([fichier])
  })
  it('a file that is not there', async () => {
    const { statut, erreurs } = await executer('coter', 'absent.xlsx', '--grille', GRILLE)
    expect([statut, erreurs]).toEqual([1, expect.stringContaining('n’existe pas')])
  })
  it('a grid that is refused names each criterion', async () => {
    using dossier = new Dossier()
    const grille = dossier.ecrire(
      'g.json',
      JSON.stringify({
        format: 'grille-cotation/1',
        id: 'g',
        nom: 'g',
        criteres: [
          { code: 'A', nom: 'A', points: 0, si: { champ: 'dalo', est: true } },
          { code: 'B', nom: 'B', points: 1, si: { champ: 'nationalite', est: 'x' } },
        ],
      }),
    )
    const { statut, erreurs } = await executer('coter', EXEMPLE, '--grille', grille)
    expect(statut).toBe(1)
    expect(erreurs).toMatch(/«\sA\s»[^]*«\sB\s»[^]*27 mai 2008/)
  })
})

describe('wrong usage: status 2', () => {
  it.each([
    [['coter']],
    [['coter', EXEMPLE]],
    [['coter', EXEMPLE, '--grille']],
    [['coter', EXEMPLE, '--grille', GRILLE, '--jour', '31/01/2026']],
    [['coter', EXEMPLE, '--grille', GRILLE, '--inconnue']],
    [['coter', EXEMPLE, '--grille', GRILLE, '--sortie', EXEMPLE]],
    [['coter', EXEMPLE, '--grille', GRILLE, '--sortie', 'resultat.docx']],
    [['inconnu']],
    [[]],
  ])('%j', async (mots) => {
    expect((await executer(...mots)).statut).toBe(2)
  })
})

describe('odd exports are read, with anomalies: status 0', () => {
  const cas: readonly (readonly [string, string, readonly string[]])[] = [
    ['#N/A in a column that does not matter', `${ENTETES};Divers\nA;01/01/2020;1;#N/A\n`, ['colonne-inconnue']],
    ['repeated unknown headers', `${ENTETES};X;X\nA;01/01/2020;1;a;b\n`, ['colonne-inconnue', 'colonne-en-double']],
    ['a __proto__ column', `${ENTETES};__proto__\nA;01/01/2020;1;x\n`, ['colonne-inconnue']],
    ['cells beyond the headers', `${ENTETES}\nA;01/01/2020;1;x\n`, ['ligne-trop-longue']],
    [
      '200 more columns',
      `${ENTETES};${Array.from({ length: 200 }, (_, i) => `C${String(i)}`).join(';')}\nA;01/01/2020;1;${'=A1;'.repeat(200)}\n`,
      ['colonne-inconnue'],
    ],
  ]
  it.each(cas)('%s', async (_nom, contenu, codes) => {
    using dossier = new Dossier()
    const { anomalies, cotations } = await coterEnJson(dossier.ecrire('d.csv', contenu), '--grille', GRILLE)
    expect(cotations).toHaveLength(1)
    for (const code of codes) expect(anomalies.map((anomalie) => anomalie.code)).toContain(code)
  })
  it('Windows-1252 with € and ’, titles above the headers, labels, several motives', async () => {
    using dossier = new Dossier()
    const texte = `Export du registre;;;;;;\n;;;;;;\nN° unique;Date de dépôt;Nb personnes;Ressources mensuelles;Motif 1;Motif 2;Logement actuel\n0990001;05/01/2020;1;1 300,50 €;Logement trop cher;1;Locataire parc privé\n0990002;05/01/2020;1;900 €;Raisons de santé;;Chez un particulier\n`
    const chemin = dossier.ecrire('d.csv', Buffer.from(texte.replaceAll('€', '\x80').replaceAll('’', '\x92'), 'latin1'))
    const { anomalies, cotations } = await coterEnJson(chemin, '--grille', GRILLE)
    expect(cotations.map(({ numero_unique }) => numero_unique).toSorted()).toEqual(['0990001', '0990002'])
    expect(anomalies.filter(({ ligne }) => ligne > 3 && ligne < 100).map(({ code }) => code)).not.toContain(
      'valeur-illisible',
    )
  })
  it('numbers destroyed by Excel are told apart, and not scored', async () => {
    using dossier = new Dossier()
    const chemin = dossier.ecrire('d.csv', `${ENTETES}\n9,90E+17;01/01/2020;1\n099000000000000001;01/01/2020;1\n`)
    const { anomalies, cotations } = await coterEnJson(chemin, '--grille', GRILLE)
    expect(cotations).toHaveLength(1)
    expect(anomalies).toContainEqual(expect.objectContaining({ code: 'numero-abime', ligne: 2 }))
  })
  it('a column may be named by the user, or left alone', async () => {
    using dossier = new Dossier()
    const chemin = dossier.ecrire('d.csv', 'Dossier;Déposé;Nb personnes;Taille du ménage\nA;01/01/2020;1;9\n')
    const mots = ['--colonne', 'Dossier=numero_unique', 'Déposé=date_depot', 'Taille du ménage=']
    const { cotations } = await coterEnJson(chemin, '--grille', GRILLE, ...mots)
    expect(cotations.map(({ numero_unique }) => numero_unique)).toEqual(['A'])
  })
})

describe('verifier', () => {
  it('gives anomalies only', async () => {
    const { statut, sortie } = await executer('verifier', EXEMPLE, '--json', ...JOUR)
    const document = JSON.parse(sortie) as { jour: string; anomalies: readonly { code: string; message: string }[] }
    expect([statut, document.jour]).toEqual([0, '2026-01-31'])
    expect(new Set(document.anomalies.map(({ code }) => code)).size).toBeGreaterThan(5)
    for (const { message } of document.anomalies) expect(message).toMatch(/^[«A-ZÀÉ0-9].*[.]$/)
  })
})

describe('help', () => {
  it.each([[['--aide']], [['coter', '--aide']], [['verifier', '--help']]])(
    '%j is French and succeeds',
    async (mots) => {
      const { statut, sortie } = await executer(...mots)
      expect(statut).toBe(0)
      expect(sortie).toContain('attributions')
    },
  )
})
