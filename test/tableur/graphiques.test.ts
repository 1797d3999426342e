import { readFileSync } from 'node:fs'
import * as XLSX from '@e965/xlsx'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { COULEUR_REPERE, COULEURS_SERIES } from '../../core/socle/graphique.ts'
import type { FeuilleEcrite, GraphiqueEcrit } from '../../core/socle/table.ts'
import { ajouterFeuilles, creerClasseur } from '../../core/tableur/ecrire/ecrire-classeur.ts'
import { resoudreCible } from '../../core/tableur/ooxml/cibles.ts'
import { type ElementXml, lireXml } from '../../core/tableur/xml/arbre.ts'
import { lireZip } from '../../core/tableur/zip/lire-zip.ts'
import { classeur, textePartie } from './ecriture-classeurs.ts'

const BAILLEURS: readonly (readonly [string, number | null, number])[] = [
  ['Habitat du Val', 0.18, 14],
  ['Logis & Cie', 0.31, 0],
  ['Office <public>', null, 3],
]

const TAUX: GraphiqueEcrit = {
  nom: 'taux',
  titre: 'Premier quartile & bailleurs',
  genre: 'barres',
  categories: 'Bailleur',
  series: ['Taux'],
  repere: 'Cible',
  axe: { titre: 'Part des baux', format: 'taux' },
  description: 'Un bailleur est sous la « cible » <25 %>.',
}
const MANQUE: GraphiqueEcrit = {
  nom: 'manque',
  titre: 'Ce qui manque',
  genre: 'barres',
  couche: true,
  categories: 'Bailleur',
  series: ['Manque'],
  axe: { titre: 'Baux', format: 'entier' },
  description: 'Quatorze baux manquent chez Habitat du Val.',
}

function feuille(graphiques: readonly GraphiqueEcrit[], plus: Partial<FeuilleEcrite> = {}): FeuilleEcrite {
  return {
    nom: "Objectifs d'été",
    titre: 'Objectifs',
    provenance: [['Jour', '31/01/2026']],
    colonnes: [
      { titre: 'Bailleur', format: 'texte', largeur: 26 },
      { titre: 'Taux', format: 'taux', largeur: 9 },
      { titre: 'Cible', format: 'taux', largeur: 9 },
      { titre: 'Manque', format: 'entier', largeur: 9 },
    ],
    nombreLignes: BAILLEURS.length,
    ligne: (i) => {
      const [nom = '', taux = null, manque = 0] = BAILLEURS[i] ?? []
      return [nom, taux, 0.25, manque]
    },
    graphiques,
    ...plus,
  }
}

function descendants(element: ElementXml): ElementXml[] {
  return [element, ...element.enfants.flatMap(descendants)]
}

const trouver = (octets: Uint8Array, partie: string, nom: string): ElementXml[] =>
  descendants(lireXml(textePartie(octets, partie))).filter((element) => element.nom === nom)

const attributs = (elements: readonly ElementXml[], nom: string): (string | undefined)[] =>
  elements.map((element) => element.attributs.get(nom))

/** Every link of the package leads to a part, and every part has a content type. */
function liensRompus(octets: Uint8Array): string[] {
  const noms = new Set(Object.keys(unzipSync(octets)))
  const types = new Set(attributs(trouver(octets, '[Content_Types].xml', 'Override'), 'PartName'))
  const perdus = [...noms]
    .filter((nom) => nom.endsWith('.rels'))
    .flatMap((nom) => {
      const dossier = nom.replace(/_rels\/[^/]*$/, '')
      return attributs(trouver(octets, nom, 'Relationship'), 'Target')
        .map((cible) => resoudreCible(dossier, cible ?? ''))
        .filter((cible) => !noms.has(cible))
    })
  const sansType = [...noms].filter((nom) => /\/(charts|drawings)\/[^/]*\.xml$/.test(nom) && !types.has(`/${nom}`))
  const sansPartie = [...types].filter((nom) => !noms.has((nom ?? '').slice(1)))
  return [...perdus, ...sansType, ...sansPartie.map(String)]
}

describe('charts of a new workbook', () => {
  const octets = creerClasseur([feuille([TAUX, MANQUE]), feuille([TAUX], { nom: 'Autre' })])

  it('draw the cells of the table, headers and values', () => {
    expect(trouver(octets, 'xl/charts/chart1.xml', 'f').map(({ texte }) => texte)).toEqual([
      "'Objectifs d''été'!$B$4",
      "'Objectifs d''été'!$A$5:$A$7",
      "'Objectifs d''été'!$B$5:$B$7",
      "'Objectifs d''été'!$C$4",
      "'Objectifs d''été'!$A$5:$A$7",
      "'Objectifs d''été'!$C$5:$C$7",
    ])
    const lue = XLSX.read(octets).Sheets["Objectifs d'été"]
    expect([lue?.['B4'], lue?.['A5'], lue?.['B5']].map((cellule: XLSX.CellObject | undefined) => cellule?.v)).toEqual([
      'Taux',
      'Habitat du Val',
      0.18,
    ])
  })

  it('hold the values as they are, and a gap for what is unknown', () => {
    const [, , valeurs] = trouver(octets, 'xl/charts/chart1.xml', 'ptCount').map(({ parent }) => parent)
    expect(
      valeurs?.enfants.map((e) => [e.attributs.get('idx') ?? e.attributs.get('val'), e.enfants[0]?.texte]),
    ).toEqual([
      [undefined, undefined],
      ['3', undefined],
      ['0', '0.18'],
      ['1', '0.31'],
    ])
  })

  it('say what they show, and their titles come back as they were', () => {
    const cadres = trouver(octets, 'xl/drawings/drawing1.xml', 'cNvPr')
    expect(attributs(cadres, 'descr')).toEqual([TAUX.description, MANQUE.description])
    expect(attributs(cadres, 'name')).toEqual(['attributions.taux', 'attributions.manque'])
    expect(attributs(cadres, 'id')).toEqual(['2', '3'])
    expect(trouver(octets, 'xl/charts/chart1.xml', 't').map(({ texte }) => texte)).toEqual([TAUX.titre, TAUX.axe.titre])
  })

  it('stand to the right of the table, two abreast', () => {
    const place = (nom: string): string[] => trouver(octets, 'xl/drawings/drawing1.xml', nom).map(({ texte }) => texte)
    expect(place('col')).toEqual(['5', '16'])
    expect(place('row')).toEqual(['4', '4'])
  })

  it('have parts of their own, all linked and declared', () => {
    const parties = Object.keys(unzipSync(octets)).filter((nom) => /\/(chart|drawing)\d+\.xml$/.test(nom))
    expect(parties.toSorted()).toEqual([
      'xl/charts/chart1.xml',
      'xl/charts/chart2.xml',
      'xl/charts/chart3.xml',
      'xl/drawings/drawing1.xml',
      'xl/drawings/drawing2.xml',
    ])
    expect(liensRompus(octets)).toEqual([])
  })

  it('are printed on pages of their own, four on each, and the table on its own', () => {
    const cinq = Array.from({ length: 5 }, (_, i) => ({ ...TAUX, nom: `taux-${String(i)}` }))
    const zones = trouver(creerClasseur([feuille(cinq)]), 'xl/workbook.xml', 'definedName').find(
      (nom) => nom.attributs.get('name') === '_xlnm.Print_Area',
    )
    const nom = "'Objectifs d''été'!"
    expect(zones?.texte).toBe(`${nom}$A$1:$D$7,${nom}$F$5:$AA$46,${nom}$F$47:$P$67`)
    const sans = trouver(creerClasseur([feuille([])]), 'xl/workbook.xml', 'definedName')
    expect(attributs(sans, 'name')).not.toContain('_xlnm.Print_Area')
  })

  it('leave the sheet readable, its drawing before its table', () => {
    expect(XLSX.read(octets).SheetNames).toEqual(["Objectifs d'été", 'Autre'])
    const noms = lireXml(textePartie(octets, 'xl/worksheets/sheet1.xml')).enfants.map(({ nom }) => nom)
    expect(noms.slice(-3)).toEqual(['ignoredErrors', 'drawing', 'tableParts'])
  })
})

describe('kinds of charts', () => {
  const groupes = (graphique: GraphiqueEcrit): string[] => {
    const octets = creerClasseur([feuille([graphique])])
    const [aire] = trouver(octets, 'xl/charts/chart1.xml', 'plotArea')
    return (aire?.enfants ?? []).slice(1).map(({ nom, enfants }) => {
      const choix = enfants.filter((e) => e.nom === 'barDir' || e.nom === 'grouping').map((e) => e.attributs.get('val'))
      return [nom, ...choix].join(' ')
    })
  }

  it.each([
    [TAUX, ['barChart col clustered', 'lineChart standard', 'catAx', 'valAx']],
    [MANQUE, ['barChart bar clustered', 'catAx', 'valAx']],
    [
      { ...TAUX, genre: 'barres-empilees', series: ['Taux', 'Cible'] },
      ['barChart col stacked', 'lineChart standard', 'catAx', 'valAx'],
    ],
    [{ ...TAUX, genre: 'lignes' }, ['lineChart standard', 'catAx', 'valAx']],
  ] as const)('%#', (graphique, attendus) => {
    expect(groupes(graphique)).toEqual(attendus)
  })

  it('draw only the rows that are asked for, within those of the table', () => {
    const refs = (lignes: { premiere: number; nombre: number }): string | undefined =>
      trouver(creerClasseur([feuille([{ ...TAUX, lignes }])]), 'xl/charts/chart1.xml', 'f')[1]?.texte
    expect(refs({ premiere: 1, nombre: 1 })).toBe("'Objectifs d''été'!$A$6:$A$6")
    expect(refs({ premiere: 1, nombre: 9 })).toBe("'Objectifs d''été'!$A$6:$A$7")
  })

  it.each([
    ['<workbookPr/>', '45322', '0'],
    ['<workbookPr date1904="1"/>', '43860', '1'],
  ])('count days as the workbook does (%s)', (avantFeuilles, attendu, date1904) => {
    const datee = feuille([{ ...TAUX, categories: 'Jour' }], {
      colonnes: [
        { titre: 'Jour', format: 'date', largeur: 12 },
        { titre: 'Taux', format: 'taux', largeur: 9 },
        { titre: 'Cible', format: 'taux', largeur: 9 },
      ],
      ligne: (i) => [{ jour: 19_753 + i }, 0.2, 0.25],
    })
    const octets = ajouterFeuilles(classeur({ avantFeuilles }), [datee])
    const [points] = trouver(octets, 'xl/charts/chart1.xml', 'cat')
    expect(descendants(points as ElementXml).find(({ nom }) => nom === 'v')?.texte).toBe(attendu)
    expect(attributs(trouver(octets, 'xl/charts/chart1.xml', 'date1904'), 'val')).toEqual([date1904])
  })

  it.each([
    ['a column that is not there', { ...TAUX, series: ['Part'] }],
    ['a line across bars that lie', { ...TAUX, couche: true }],
    ['no series', { ...TAUX, series: [] }],
  ])('%s is a fault of ours', (_, graphique) => {
    expect(() => creerClasseur([feuille([graphique])])).toThrow(/chart taux/)
  })
})

describe('charts added to the workbook of the user', () => {
  it.each([
    ['plain', {}],
    ['strict', { strict: true }],
    ['in an odd place', { dossier: 'bureau/' }],
  ])('%s: every other part keeps its bytes', (_, variante) => {
    const avant = classeur(variante)
    const apres = ajouterFeuilles(avant, [feuille([TAUX])])
    const entrees = new Map(lireZip(apres).map((entree) => [entree.nom, entree]))
    const modifiables = /(Content_Types\]|workbook|workbook\.xml|styles)\.(xml|rels)$/
    for (const entree of lireZip(avant).filter(({ nom }) => !modifiables.test(nom)))
      expect({ ...entrees.get(entree.nom) }).toEqual({ ...entree })
    expect(liensRompus(apres)).toEqual([])
  })

  it('are written in the namespaces of the workbook', () => {
    const octets = ajouterFeuilles(classeur({ strict: true }), [feuille([TAUX])])
    expect(textePartie(octets, 'xl/charts/chart1.xml')).not.toContain('schemas.openxmlformats.org')
    expect(textePartie(octets, 'xl/drawings/drawing1.xml')).not.toContain('schemas.openxmlformats.org')
  })
})

describe('a later run', () => {
  const premier = ajouterFeuilles(classeur(), [feuille([TAUX, MANQUE])])

  it('changes nothing when nothing has changed', () => {
    const encore = ajouterFeuilles(premier, [feuille([TAUX, MANQUE])])
    const parties = (octets: Uint8Array): Record<string, string> =>
      Object.fromEntries(
        Object.entries(unzipSync(octets))
          .filter(([nom]) => /chart|drawing/.test(nom))
          .map(([nom, contenu]) => [nom, Buffer.from(contenu).toString()]),
      )
    expect(parties(encore)).toEqual(parties(premier))
    expect(liensRompus(encore)).toEqual([])
  })

  it('draws anew the chart where the user left it, adds the new one, and takes away the one given up', () => {
    const deplace = remplacer(premier, 'xl/drawings/drawing1.xml', (xml) => xml.replace('<xdr:row>4<', '<xdr:row>40<'))
    const neuf = { ...MANQUE, nom: 'neuf' }
    const apres = ajouterFeuilles(deplace, [feuille([{ ...TAUX, titre: 'Autre titre' }, neuf], { nombreLignes: 2 })])
    expect(attributs(trouver(apres, 'xl/drawings/drawing1.xml', 'cNvPr'), 'name')).toEqual([
      'attributions.taux',
      'attributions.neuf',
    ])
    expect(trouver(apres, 'xl/drawings/drawing1.xml', 'row')[0]?.texte).toBe('40')
    expect(trouver(apres, 'xl/charts/chart1.xml', 'f')[1]?.texte).toBe("'Objectifs d''été'!$A$5:$A$6")
    expect(liensRompus(apres)).toEqual([])
  })

  it('leaves the charts of the user where they are', () => {
    const avec = remplacer(premier, 'xl/drawings/drawing1.xml', (xml) =>
      xml.replace('attributions.manque', 'Graphique 3'),
    )
    const apres = ajouterFeuilles(avec, [feuille([])])
    expect(attributs(trouver(apres, 'xl/drawings/drawing1.xml', 'cNvPr'), 'name')).toEqual(['Graphique 3'])
    expect(Object.keys(unzipSync(apres)).filter((nom) => nom.includes('charts/'))).toEqual(['xl/charts/chart2.xml'])
    expect(liensRompus(apres)).toEqual([])
  })
})

function remplacer(octets: Uint8Array, partie: string, par: (xml: string) => string): Uint8Array {
  const parties = unzipSync(octets)
  const avant = textePartie(octets, partie)
  expect(par(avant)).not.toBe(avant)
  return zipSync({ ...parties, [partie]: strToU8(par(avant)) })
}

it('any title and description are well-formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (texte) => {
      const octets = creerClasseur([feuille([{ ...TAUX, titre: texte, description: texte }])])
      const [cadre] = trouver(octets, 'xl/drawings/drawing1.xml', 'cNvPr')
      const lisible = texte.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ')
      expect(cadre?.attributs.get('descr')).toBe(lisible)
    }),
    { numRuns: 60 },
  )
})

it('the colours are those of the interface', () => {
  const jetons = readFileSync('ui/jetons.css', 'utf8')
  const clair = (nom: string): string | undefined => new RegExp(`--${nom}: light-dark\\((#\\w+)`).exec(jetons)?.[1]
  expect(COULEURS_SERIES).toEqual(COULEURS_SERIES.map((_, i) => clair(`donnee-${String(i + 1)}`)))
  expect(COULEUR_REPERE).toBe(clair('seuil'))
})
