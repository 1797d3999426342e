import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  LevelFormat,
  type ISectionOptions,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  ShadingType,
  SectionType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import {
  type Bloc,
  type ColonneDocument,
  type DocumentEcrit,
  fragments,
  type Fragment,
  type ImageDocument,
  type Phrase,
  provenanceEnLigne,
  type TableauDocument,
} from './document.ts'

/** A4 in twentieths of a point, with margins of 20 mm. */
const PAGE = { largeur: 11_906, hauteur: 16_838, marge: 1134 }
const LARGEUR_UTILE = PAGE.largeur - 2 * PAGE.marge
const BLEU = '1F3864'
const GRIS = '8A8A8A'
const NUMEROS = 'numeros'

/** What XML 1.0 cannot hold, which would make Word refuse the whole file. */
const INTERDIT = /(?![\n\t])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu

const propre = (texte: string): string => texte.replace(INTERDIT, '\ufffd')

type Allure = Omit<Fragment, 'texte'> & { readonly couleur?: string }

function passages({ texte, gras, italique }: Fragment, allure: Allure): TextRun[] {
  // Only what differs from the style: a pack of 500 statements has 100,000 of these.
  const options = {
    ...((gras ?? allure.gras) === true ? { bold: true } : {}),
    ...((italique ?? allure.italique) === true ? { italics: true } : {}),
    ...(allure.couleur === undefined ? {} : { color: allure.couleur }),
  }
  return propre(texte)
    .split('\n')
    .map((text, i) => new TextRun({ text, ...options, ...(i > 0 ? { break: 1 } : {}) }))
}

function textes(phrase: Phrase, allure: Allure = {}): TextRun[] {
  return fragments(phrase).flatMap((fragment) => passages(fragment, allure))
}

function cellule(phrase: Phrase, colonne: ColonneDocument, largeur: number, allure: Allure, fond?: string): TableCell {
  const alignement = colonne.aDroite === true ? { alignment: AlignmentType.RIGHT } : {}
  return new TableCell({
    width: { size: largeur, type: WidthType.DXA },
    ...(fond === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill: fond, color: 'auto' } }),
    children: [new Paragraph({ style: 'Cellule', ...alignement, children: textes(phrase, allure) })],
  })
}

/** Widths that add up exactly to that of the page. */
function largeursDe(colonnes: readonly ColonneDocument[]): number[] {
  const total = colonnes.reduce((somme, { largeur }) => somme + largeur, 0)
  const largeurs = colonnes.map(({ largeur }) => Math.floor((LARGEUR_UTILE * largeur) / total))
  const reste = LARGEUR_UTILE - largeurs.reduce((somme, largeur) => somme + largeur, 0)
  return largeurs.map((largeur, i) => largeur + (i === 0 ? reste : 0))
}

function tableau({ legende, colonnes, lignes, total }: TableauDocument): (Paragraph | Table)[] {
  const largeurs = largeursDe(colonnes)
  const rangee = (textesLigne: readonly Phrase[], allure: Allure, entete = false): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: entete,
      children: colonnes.map((colonne, i) =>
        cellule(textesLigne[i] ?? '', colonne, largeurs[i] ?? 0, allure, entete ? BLEU : undefined),
      ),
    })
  const trait = { style: BorderStyle.SINGLE, size: 4, color: GRIS }
  const rien = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return [
    new Paragraph({ style: 'Legende', keepNext: true, children: textes(legende) }),
    new Table({
      width: { size: LARGEUR_UTILE, type: WidthType.DXA },
      columnWidths: largeurs,
      layout: TableLayoutType.FIXED,
      borders: { top: trait, bottom: trait, left: rien, right: rien, insideHorizontal: trait, insideVertical: rien },
      margins: { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA },
      rows: [
        rangee(
          colonnes.map(({ titre }) => titre),
          { gras: true, couleur: 'FFFFFF' },
          true,
        ),
        ...lignes.map((ligne) => rangee(ligne, {})),
        ...(total === undefined ? [] : [rangee(total, { gras: true })]),
      ],
    }),
    // Two tables that touch become one in Word.
    new Paragraph({ style: 'Cellule', children: [] }),
  ]
}

function cadre(): Partial<IParagraphOptions> {
  const trait = { style: BorderStyle.SINGLE, size: 6, space: 6, color: BLEU }
  return {
    indent: { left: 140, right: 140 },
    border: { top: trait, bottom: trait, right: trait, left: { ...trait, size: 24 } },
  }
}

/** Points of the screen across the page, and down it with room for a title. */
const LARGEUR_ECRAN = (LARGEUR_UTILE / 1440) * 96
const HAUTEUR_ECRAN = ((PAGE.hauteur - 2 * PAGE.marge) / 1440) * 96 - 80

function image({ png, largeur, hauteur, description }: ImageDocument): Paragraph {
  const echelle = Math.min(1, LARGEUR_ECRAN / largeur, HAUTEUR_ECRAN / hauteur)
  const transformation = { width: Math.round(largeur * echelle), height: Math.round(hauteur * echelle) }
  const texte = propre(description)
  return new Paragraph({
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation,
        altText: { name: 'Figure', title: '', description: texte },
      }),
    ],
  })
}

/** Writes blocks; each numbered list of the document gets a number of its own so that it starts at 1. */
function redacteur(): (bloc: Bloc) => (Paragraph | Table)[] {
  let instance = 0
  return (bloc) => {
    switch (bloc.genre) {
      case 'intertitre':
        return [
          new Paragraph({
            heading: bloc.niveau === 1 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
            children: textes(bloc.texte),
          }),
        ]
      case 'paragraphe':
        return [
          new Paragraph({
            ...(bloc.ton === 'note' ? { style: 'Note' } : {}),
            ...(bloc.ton === 'encadre' ? cadre() : {}),
            children: textes(bloc.texte),
          }),
        ]
      case 'liste': {
        if (bloc.numerotee === true) instance++
        const puce =
          bloc.numerotee === true ? { numbering: { reference: NUMEROS, level: 0, instance } } : { bullet: { level: 0 } }
        return bloc.elements.map((element) => new Paragraph({ ...puce, children: textes(element) }))
      }
      case 'tableau':
        return tableau(bloc)
      case 'image':
        return [image(bloc)]
      case 'saut-de-page':
        return [new Paragraph({ children: [new PageBreak()] })]
    }
  }
}

function tetePied({ titre, provenance }: DocumentEcrit): Pick<ISectionOptions, 'headers' | 'footers'> {
  const tete = new Paragraph({ style: 'Marge', children: textes(titre) })
  const source = new Paragraph({ style: 'Marge', children: textes(provenanceEnLigne(provenance)) })
  const page = new Paragraph({
    style: 'Marge',
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ children: ['Page ', PageNumber.CURRENT] })],
  })
  return {
    headers: { default: new Header({ children: [tete] }) },
    footers: { default: new Footer({ children: [source, page] }) },
  }
}

/** One section a part: page numbers start again, so that each can be handed over alone. */
function sections(document: DocumentEcrit): ISectionOptions[] {
  const rediger = redacteur()
  return document.parties.map(({ titre, blocs }, i) => ({
    // The sections that follow have the head and foot of the first: one copy for five hundred statements.
    ...(i === 0 ? tetePied(document) : {}),
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { width: PAGE.largeur, height: PAGE.hauteur },
        margin: { top: PAGE.marge, bottom: PAGE.marge, left: PAGE.marge, right: PAGE.marge },
        ...(document.paginationContinue === true && i > 0 ? {} : { pageNumbers: { start: 1 } }),
      },
    },
    children: [new Paragraph({ heading: HeadingLevel.HEADING_1, children: textes(titre) }), ...blocs.flatMap(rediger)],
  }))
}

const POLICE = 'Calibri'
const titreDe = (size: number, before: number, after: number) => ({
  run: { font: POLICE, size, bold: true, color: BLEU },
  paragraph: { spacing: { before, after }, keepNext: true },
})

function styles() {
  const petit = { font: POLICE, size: 17, color: '404040' }
  const style = (id: string, name: string, run: object, paragraph: object) => ({
    id,
    name,
    basedOn: 'Normal',
    run,
    paragraph,
  })
  return {
    default: {
      document: {
        run: { font: POLICE, size: 21, language: { value: 'fr-FR' } },
        paragraph: { spacing: { after: 120 } },
      },
      heading1: titreDe(32, 0, 200),
      heading2: titreDe(25, 280, 100),
      heading3: titreDe(22, 200, 80),
    },
    paragraphStyles: [
      style('Cellule', 'Cellule', { size: 19 }, { spacing: { before: 20, after: 20 } }),
      style('Legende', 'Légende de tableau', { size: 19, italics: true }, { spacing: { before: 120, after: 60 } }),
      style('Note', 'Note', petit, { spacing: { after: 80 } }),
      style('Marge', 'Haut et bas de page', petit, { spacing: { after: 0 } }),
    ],
  }
}

function numerotation() {
  const niveau = {
    level: 0,
    format: LevelFormat.DECIMAL,
    text: '%1.',
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 567, hanging: 340 } } },
  }
  return { config: [{ reference: NUMEROS, levels: [niveau] }] }
}

const ENTITES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Properties of the file without the day and hour that the library takes from the clock. */
function proprietes(titre: string): string {
  const espaces =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
  const texte = propre(titre).replace(/[&<>]/g, (c) => ENTITES[c] ?? c)
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties ${espaces}><dc:title>${texte}</dc:title><dc:language>fr-FR</dc:language></cp:coreProperties>`
}

/** The same archive without clock: the same document always gives the same bytes. */
function sansHorloge(archive: Uint8Array, titre: string): Uint8Array {
  const parties = unzipSync(archive)
  parties['docProps/core.xml'] = strToU8(proprietes(titre))
  return zipSync(parties, { mtime: '1980-01-01T12:00:00', level: 6 })
}

/**
 * The document as a Word file (`.docx`), each part on a new page. Five hundred statements of thirty rows take a few
 * seconds and about 600 MB: beyond, make several files.
 *
 * @example new TextDecoder().decode((await ecrireDocx(annexePpgdid(grille, '1.0'))).slice(0, 2)) //=> 'PK'
 */
export async function ecrireDocx(document: DocumentEcrit): Promise<Uint8Array> {
  const fichier = new Document({
    title: propre(document.titre),
    creator: '',
    lastModifiedBy: '',
    styles: styles(),
    numbering: numerotation(),
    sections: sections(document),
  })
  return sansHorloge(await Packer.pack(fichier, 'uint8array'), document.titre)
}
