import { readFileSync } from 'node:fs'
import * as XLSX from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { MODELE_PARC, modelesDeFeuilles } from '../../core/flux/index.ts'
import { creerLecteurAttributions, MODELE_ATTRIBUTION } from '../../core/objectifs/index.ts'
import type { Cellule, FeuilleBrute } from '../../core/socle/table.ts'
import { creerClasseur, feuillesDeResultat, ouvrirClasseur } from '../../core/tableur/index.ts'
import { lireXml } from '../../core/tableur/xml/arbre.ts'
import { lireTable, reconnaitreTable } from '../../core/travaux/ouvrir-table.ts'
import { TERRITOIRES } from '../../cli/fichiers/territoires.ts'
import { textePartie } from '../tableur/ecriture-classeurs.ts'
import { Dossier, executer } from '../outils/lancer-cli.ts'

const OCTETS = creerClasseur(modelesDeFeuilles())
const [ATTRIBUTIONS, PARC, LISTES] = modelesDeFeuilles()

interface Regle {
  readonly ou: string
  readonly formule: string
}

function regles(partie: string): Regle[] {
  const racine = lireXml(textePartie(OCTETS, partie))
  const liste = racine.enfants.find(({ nom }) => nom === 'dataValidations')
  return (liste?.enfants ?? []).map(({ attributs, enfants }) => ({
    ou: attributs.get('sqref') ?? '',
    formule: enfants[0]?.texte ?? '',
  }))
}

/** The values that Excel would offer for a rule. */
function offertes({ formule }: Regle): string[] {
  if (formule.startsWith('"')) return formule.slice(1, -1).split(',')
  const [, colonne = '', debut = '', fin = ''] = /^'Listes'!\$([A-Z]+)\$(\d+):\$\1\$(\d+)$/.exec(formule) ?? []
  const feuille = XLSX.read(OCTETS).Sheets['Listes']
  return Array.from({ length: Number(fin) - Number(debut) + 1 }, (_, i) => {
    const cellule = feuille?.[`${colonne}${String(Number(debut) + i)}`] as XLSX.CellObject | undefined
    return String(cellule?.v)
  })
}

function feuille(nom: string, lignes: readonly (readonly Cellule[])[]): FeuilleBrute {
  return { nom, lignes: lignes.map((cellules, i) => ({ numero: i + 1, cellules })) }
}

describe('the sheets to fill', () => {
  it('are data, not results: a later run reads them', () => {
    expect(XLSX.read(OCTETS).SheetNames).toEqual(['Attributions', 'Parc', 'Listes'])
    expect(feuillesDeResultat(OCTETS)).toEqual([])
  })

  it.each([
    ['Attributions', MODELE_ATTRIBUTION],
    ['Parc', MODELE_PARC],
  ] as const)('%s: every header is recognised, and found among the three sheets', (nom, modele) => {
    const { feuilles } = ouvrirClasseur(OCTETS, 'modeles.xlsx')
    const reconnue = reconnaitreTable(feuilles, modele, {})
    expect(reconnue.table.feuille).toBe(nom)
    expect(new Set(reconnue.appariement.colonnes.values()).size).toBe(modele.champs.length)
  })

  it('offer a list in each column that has one, for rows to come', () => {
    const colonnes = (ATTRIBUTIONS?.colonnes ?? []).filter(({ propositions }) => propositions !== undefined)
    expect(regles('xl/worksheets/sheet1.xml')).toHaveLength(colonnes.length)
    expect(regles('xl/worksheets/sheet2.xml').length).toBeGreaterThan(0)
    for (const { ou } of regles('xl/worksheets/sheet1.xml')) expect(ou).toMatch(/^([A-Z]+)2:(?:\1)5001$/)
  })

  it('offer only values that reading takes without a word', () => {
    const titres = ATTRIBUTIONS?.colonnes.map(({ titre }) => titre) ?? []
    const rang = (ou: string): number =>
      [...(/^[A-Z]+/.exec(ou)?.[0] ?? '')].reduce((n, lettre) => n * 26 + lettre.charCodeAt(0) - 64, 0) - 1
    for (const regle of regles('xl/worksheets/sheet1.xml')) {
      const place = rang(regle.ou)
      const lignes = offertes(regle).map((valeur) =>
        titres.map((titre, i) =>
          i === place ? valeur : titre === 'Date de signature du bail' ? { jour: 20_000 } : null,
        ),
      )
      expect(lignes.length).toBeGreaterThan(1)
      const feuilles = [feuille('Attributions', [titres, ...lignes])]
      const reconnue = reconnaitreTable(feuilles, MODELE_ATTRIBUTION, {})
      const lecteur = creerLecteurAttributions({ jour: 20_400, lieux: TERRITOIRES, videNon: [], sansDefauts: false })
      lireTable(feuilles, reconnue, lecteur.fichier(reconnue.appariement, 'essai'))
      const anomalies = lecteur.terminer().anomalies.filter(({ code }) => !['incoherent', 'a-verifier'].includes(code))
      expect(anomalies, titres[place]).toEqual([])
    }
  })

  it('keep a number of eighteen digits as a text, and show days as days', () => {
    const cols = lireXml(textePartie(OCTETS, 'xl/worksheets/sheet1.xml')).enfants.find(({ nom }) => nom === 'cols')
    const styles = lireXml(textePartie(OCTETS, 'xl/styles1.xml'))
    const xfs = styles.enfants.find(({ nom }) => nom === 'cellXfs')?.enfants ?? []
    const format = (colonne: number): string | undefined =>
      xfs[Number(cols?.enfants[colonne]?.attributs.get('style'))]?.attributs.get('numFmtId')
    expect(format(0)).toBe('49')
    expect(format(1)).toBe(format(2))
    expect(format(1)).not.toBe('49')
  })

  it('hold each list once, and say the letter of those typed by several', () => {
    expect(LISTES?.colonnes.map(({ titre }) => titre)).toContain('Publics prioritaires L. 441-1 (lettres)')
    const place = LISTES?.colonnes.findIndex(({ titre }) => titre.startsWith('Publics')) ?? -1
    expect(LISTES?.ligne(2)[place]).toMatch(/^a\u202f: Situation de handicap/)
    expect(PARC?.ligne(0)).toEqual([])
  })
})

describe('modeles', () => {
  it('writes the workbook to fill', async () => {
    using dossier = new Dossier()
    const sortie = dossier.dans('modeles.xlsx')
    expect((await executer('modeles', '--sortie', sortie)).statut).toBe(0)
    expect(XLSX.read(readFileSync(sortie)).SheetNames).toEqual(['Attributions', 'Parc', 'Listes'])
  })
  it.each([[[]], [['--sortie', 'x.csv']], [['a.xlsx', '--sortie', 'x.xlsx']]])('is misused by %j', async (mots) => {
    expect((await executer('modeles', ...mots)).statut).toBe(2)
  })
})
