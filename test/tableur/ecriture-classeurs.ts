import { strToU8, unzipSync, zipSync } from 'fflate'
import type { FeuilleEcrite } from '../../core/socle/table.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const STRICT_REL = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
const PAQUET = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What varies from one workbook to another. */
export interface Variante {
  readonly prefixe?: string
  readonly absolu?: boolean
  readonly sansStyles?: boolean
  readonly strict?: boolean
  readonly dossier?: string
  readonly noms?: string
  readonly avantFeuilles?: string
  readonly apresFeuilles?: string
  readonly feuilles?: readonly string[]
  readonly plus?: Readonly<Record<string, string>>
  readonly typesPlus?: string
  readonly relationsPlus?: string
  readonly styles?: string
  readonly macro?: boolean
}

export const STYLES_USAGER = `<numFmts count="1"><numFmt numFmtId="170" formatCode="0.000"/></numFmts><fonts count="2"><font><sz val="10"/><name val="Marianne"/></font><font><b/><sz val="10"/><name val="Marianne"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="170" fontId="1" fillId="0" borderId="0" xfId="0"/></cellXfs><dxfs count="0"/>`

function feuilleUsager(main: string, n: number): string {
  return `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Demande ${String(n)}</t></is></c><c r="B1"><v>${String(n)}</v></c></row></sheetData></worksheet>`
}

/** The parts of a small workbook, written as some program might. */
export function parties(v: Variante = {}): Record<string, Uint8Array> {
  const main = v.strict === true ? STRICT_MAIN : MAIN
  const rel = v.strict === true ? STRICT_REL : REL
  const dossier = v.dossier ?? 'xl/'
  const debut = v.absolu === true ? `/${dossier}` : ''
  const p = v.prefixe ?? ''
  const xmlns = p === '' ? 'xmlns' : `xmlns:${p.slice(0, -1)}`
  const feuilles = v.feuilles ?? ['Export', 'Notes']
  const liste = feuilles.map(
    (nom, i) => `<${p}sheet name="${nom}" sheetId="${String(i + 4)}" r:id="rId${String(i + 1)}"/>`,
  )
  const liens = feuilles.map(
    (_, i) =>
      `<Relationship Id="rId${String(i + 1)}" Type="${rel}/worksheet" Target="${debut}worksheets/sheet${String(i + 1)}.xml"/>`,
  )
  const lienStyles =
    v.sansStyles === true ? '' : `<Relationship Id="rId90" Type="${rel}/styles" Target="${debut}styles.xml"/>`
  const declarations = feuilles.map(
    (_, i) =>
      `<Override PartName="/${dossier}worksheets/sheet${String(i + 1)}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  )
  const principal = v.macro === true ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' : `${TYPE}.sheet.main+xml`
  const textes: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${PAQUET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/${dossier}workbook.xml" ContentType="${principal}"/>${declarations.join('')}${v.sansStyles === true ? '' : `<Override PartName="/${dossier}styles.xml" ContentType="${TYPE}.styles+xml"/>`}${v.typesPlus ?? ''}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PAQUET}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="${v.absolu === true ? '/' : ''}${dossier}workbook.xml"/></Relationships>`,
    [`${dossier}workbook.xml`]: `<?xml version="1.0"?><!-- un commentaire > --><${p}workbook ${xmlns}="${main}" xmlns:r="${rel}">${v.avantFeuilles ?? ''}<${p}sheets>${liste.join('')}</${p}sheets>${v.noms ?? ''}${v.apresFeuilles ?? ''}</${p}workbook>`,
    [`${dossier}_rels/workbook.xml.rels`]: `<Relationships xmlns="${PAQUET}/relationships">${liens.join('')}${lienStyles}${v.relationsPlus ?? ''}</Relationships>`,
    ...Object.fromEntries(
      feuilles.map((_, i) => [`${dossier}worksheets/sheet${String(i + 1)}.xml`, feuilleUsager(main, i + 1)]),
    ),
    ...(v.sansStyles === true
      ? {}
      : {
          [`${dossier}styles.xml`]:
            v.styles ??
            `<${p}styleSheet ${xmlns}="${main}">${STYLES_USAGER.replace(/<(\/?)/g, `<$1${p}`)}</${p}styleSheet>`,
        }),
    ...v.plus,
  }
  return Object.fromEntries(Object.entries(textes).map(([nom, texte]) => [nom, strToU8(texte)]))
}

export function classeur(v: Variante = {}): Uint8Array {
  return zipSync(parties(v), { level: 6, mtime: '2024-05-06T07:08:10' })
}

export function textePartie(octets: Uint8Array, nom: string): string {
  const partie = unzipSync(octets)[nom]
  if (partie === undefined) throw new Error(`no part ${nom} in ${Object.keys(unzipSync(octets)).join(', ')}`)
  return Buffer.from(partie).toString('utf8')
}

/** A result sheet with a column of each kind. */
export function resultat(plus: Partial<FeuilleEcrite> = {}): FeuilleEcrite {
  return {
    nom: 'Cotation',
    titre: 'Cotation des demandes',
    provenance: [
      ['Grille', 'exemple-2026'],
      ['Jour', '31/01/2026'],
    ],
    colonnes: [
      { titre: 'Rang', format: 'entier', largeur: 7 },
      { titre: 'Numéro', format: 'texte', largeur: 20 },
      { titre: 'Total', format: 'points', largeur: 9 },
      { titre: 'Dépôt', format: 'date', largeur: 12 },
      { titre: 'Effort', format: 'taux', largeur: 9 },
      { titre: 'Ressources', format: 'euros', largeur: 14 },
    ],
    colonnesFigees: 2,
    nombreLignes: 2,
    ligne: (i) => [i + 1, `05900126041000000${String(i)}`, 12.5, { jour: 19_723 }, 0.3, 1234.5],
    ...plus,
  }
}
