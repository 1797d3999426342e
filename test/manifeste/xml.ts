/** An element of a manifest: enough to check rules that the schemas do not see. */
export interface Element {
  readonly nom: string
  readonly attributs: Readonly<Record<string, string>>
  readonly enfants: Element[]
  texte: string
}

const JETON = /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>|([^<]+)/g

function deplier(texte: string): string {
  return texte.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}

function attributsDe(texte: string): Record<string, string> {
  return Object.fromEntries([...texte.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, nom = '', v = '']) => [nom, deplier(v)]))
}

/** Reads a well-formed document (the schemas have said so before). */
export function lireXml(xml: string): Element {
  const racine: Element = { nom: '', attributs: {}, enfants: [], texte: '' }
  const pile = [racine]
  for (const [, fin, nom, attributs = '', seul, texte] of xml.matchAll(JETON)) {
    const parent = pile.at(-1) ?? racine
    if (texte !== undefined) parent.texte += deplier(texte.trim())
    if (nom === undefined) continue
    if (fin === '/') pile.pop()
    else {
      const element: Element = { nom, attributs: attributsDe(attributs), enfants: [], texte: '' }
      parent.enfants.push(element)
      if (seul !== '/') pile.push(element)
    }
  }
  return racine
}

/** Every element of that name, at any depth, in order. */
export function tous(element: Element, nom: string): Element[] {
  return element.enfants.flatMap((e) => [...(e.nom === nom ? [e] : []), ...tous(e, nom)])
}
