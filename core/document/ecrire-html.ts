import { base64 } from './base64.ts'
import {
  type Bloc,
  type DocumentEcrit,
  fragments,
  type Fragment,
  type ImageDocument,
  type Partie,
  type Phrase,
  provenanceEnLigne,
  type TableauDocument,
} from './document.ts'

const ENTITES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** No control character but the line break and the tab has a meaning in a page. */
const ILLISIBLE = /(?![\n\t])\p{Cc}|\p{Cs}/gu

function echapper(texte: string): string {
  return texte.replace(/[&<>"']/g, (c) => ENTITES[c] ?? c).replace(ILLISIBLE, '\ufffd')
}

const STYLE = `
:root { color-scheme: light; }
body { font: 11pt/1.45 Calibri, Carlito, Arial, sans-serif; color: #1a1a1a; background: #fff; max-width: 50rem; margin: 1.5rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0 0 1rem; color: #1f3864; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; color: #1f3864; }
h3 { font-size: 1rem; margin: 1rem 0 .4rem; }
h1, h2, h3, caption { break-after: avoid; }
p, li, td, th { white-space: pre-line; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: .75rem 0; }
caption { text-align: left; font-style: italic; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid #8a8a8a; }
th { font-weight: 600; }
tbody th { font-weight: 400; }
thead th { background: #1f3864; color: #fff; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
img { display: block; max-width: 100%; max-height: 240mm; width: auto; height: auto; margin: .75rem 0; break-inside: avoid; }
tfoot { display: table-row-group; }
tfoot th, tfoot td { font-weight: 700; border-top: 2px solid #1f3864; }
.droite { text-align: right; font-variant-numeric: tabular-nums; }
.note { font-size: .85rem; color: #404040; }
.encadre { border: 1px solid #1f3864; border-left-width: 6px; padding: .5rem .75rem; }
.serre { font-size: 9pt; line-height: 1.3; }
.serre h1 { font-size: 1.25rem; margin-bottom: .6rem; }
.serre h2 { font-size: 1rem; margin: .7rem 0 .25rem; }
.serre p, .serre ul { margin: .4rem 0; }
.serre table { margin: .5rem 0; }
.serre th, .serre td { padding: .12rem .35rem; }
.serre .note { font-size: .72rem; }
.serre .provenance { margin-top: .7rem; font-size: .7rem; }
.saut { break-after: page; }
article + article { break-before: page; margin-top: 3rem; }
.provenance { margin-top: 1.5rem; padding-top: .5rem; border-top: 1px solid #8a8a8a; font-size: .8rem; color: #404040; }
@page { size: A4; margin: 15mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; }
  article + article { margin-top: 0; }
  thead th, .encadre { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`

/** Numbers of pages, where the browser prints them. */
const PAGINATION = `
@page { margin-bottom: 20mm; @bottom-right { content: "Page " counter(page) " / " counter(pages); font: 9pt Calibri, Carlito, Arial, sans-serif; color: #404040; } }
`

function avecImages(parties: readonly Partie[]): boolean {
  return parties.some(({ blocs }) => blocs.some(({ genre }) => genre === 'image'))
}

function htmlFragment({ texte, gras, italique }: Fragment): string {
  const simple = echapper(texte)
  const penche = italique === true ? `<em>${simple}</em>` : simple
  return gras === true ? `<strong>${penche}</strong>` : penche
}

const htmlPhrase = (phrase: Phrase): string => fragments(phrase).map(htmlFragment).join('')

function htmlLigne(tableau: TableauDocument, ligne: readonly Phrase[]): string {
  const cellules = tableau.colonnes.map(({ aDroite }, i) => {
    const classe = aDroite === true ? ' class="droite"' : ''
    const texte = htmlPhrase(ligne[i] ?? '')
    return i === 0 ? `<th scope="row"${classe}>${texte}</th>` : `<td${classe}>${texte}</td>`
  })
  return `<tr>${cellules.join('')}</tr>`
}

function htmlTableau(tableau: TableauDocument): string {
  const total = tableau.colonnes.reduce((somme, { largeur }) => somme + largeur, 0)
  const cols = tableau.colonnes.map(({ largeur }) => `<col style="width:${((100 * largeur) / total).toFixed(2)}%">`)
  const titres = tableau.colonnes.map(
    ({ titre, aDroite }) => `<th scope="col"${aDroite === true ? ' class="droite"' : ''}>${echapper(titre)}</th>`,
  )
  const lignes = tableau.lignes.map((ligne) => htmlLigne(tableau, ligne)).join('\n')
  const pied = tableau.total === undefined ? '' : `<tfoot>${htmlLigne(tableau, tableau.total)}</tfoot>`
  return `<table>
<caption>${echapper(tableau.legende)}</caption>
<colgroup>${cols.join('')}</colgroup>
<thead><tr>${titres.join('')}</tr></thead>
<tbody>
${lignes}
</tbody>
${pied}</table>`
}

function htmlImage({ png, largeur, hauteur, description }: ImageDocument): string {
  return `<img src="data:image/png;base64,${base64(png)}" width="${String(largeur)}" height="${String(hauteur)}" alt="${echapper(description)}">`
}

function htmlBloc(bloc: Bloc): string {
  switch (bloc.genre) {
    case 'intertitre':
      return `<h${String(bloc.niveau + 1)}>${echapper(bloc.texte)}</h${String(bloc.niveau + 1)}>`
    case 'paragraphe':
      return `<p${bloc.ton === undefined ? '' : ` class="${bloc.ton}"`}>${htmlPhrase(bloc.texte)}</p>`
    case 'liste': {
      const balise = bloc.numerotee === true ? 'ol' : 'ul'
      return `<${balise}>${bloc.elements.map((element) => `<li>${htmlPhrase(element)}</li>`).join('')}</${balise}>`
    }
    case 'tableau':
      return htmlTableau(bloc)
    case 'image':
      return htmlImage(bloc)
    case 'saut-de-page':
      return '<div class="saut"></div>'
  }
}

function htmlPartie({ titre, blocs }: Partie, provenance: string): string {
  const pied = provenance === '' ? '' : `\n<p class="provenance">${echapper(provenance)}</p>`
  return `<article>\n<h1>${echapper(titre)}</h1>\n${blocs.map(htmlBloc).join('\n')}${pied}\n</article>`
}

/**
 * The document as a page ready to print, whole in one string: it loads nothing and runs nothing. Every text is escaped.
 * Each part ends with the provenance, since pages cannot hold it at their foot in every browser.
 *
 * @example
 * ecrireHtml({ titre: 'Avant < après', provenance: [], parties: [] }).includes('<title>Avant &lt; après</title>')
 * //=> true
 */
export function ecrireHtml({ titre, provenance, parties, serre, paginationContinue = false }: DocumentEcrit): string {
  const ligne = provenanceEnLigne(provenance)
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${avecImages(parties) ? '; img-src data:' : ''}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${echapper(titre)}</title>
<style>${STYLE}${paginationContinue ? PAGINATION : ''}</style>
</head>
<body${serre === true ? ' class="serre"' : ''}>
<main>
${parties.map((partie) => htmlPartie(partie, ligne)).join('\n')}
</main>
</body>
</html>
`
}
