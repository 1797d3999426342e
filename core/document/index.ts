export { base64 } from './base64.ts'
export type {
  Bloc,
  ColonneDocument,
  DocumentEcrit,
  Fragment,
  ImageDocument,
  Intertitre,
  Liste,
  Paragraphe,
  Partie,
  Phrase,
  SautDePage,
  TableauDocument,
} from './document.ts'
export { ecrireDocx } from './ecrire-docx.ts'
export { ecrireHtml } from './ecrire-html.ts'
