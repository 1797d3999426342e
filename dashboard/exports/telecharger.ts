const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  svg: 'image/svg+xml;charset=utf-8',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html;charset=utf-8',
  json: 'application/json;charset=utf-8',
}
/** Time that a slow browser may take to begin. */
const GARDE = 30_000

/** Hands a file to the reader: it goes to the folder of downloads, and nowhere else. */
export function telecharger(contenu: Uint8Array | string, nom: string): void {
  const type = TYPES[nom.slice(nom.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
  const adresse = URL.createObjectURL(new Blob([contenu as BlobPart], { type }))
  const lien = document.createElement('a')
  lien.href = adresse
  lien.download = nom
  lien.click()
  setTimeout(() => {
    URL.revokeObjectURL(adresse)
  }, GARDE)
}
