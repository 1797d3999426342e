/** The folder of a part, with its final slash. @example dossierDe('xl/workbook.xml') //=> 'xl/' */
export function dossierDe(nom: string): string {
  return nom.slice(0, nom.lastIndexOf('/') + 1)
}

/** @example nomDesRelations('xl/workbook.xml') //=> 'xl/_rels/workbook.xml.rels' */
export function nomDesRelations(nom: string): string {
  return `${dossierDe(nom)}_rels/${nom.slice(dossierDe(nom).length)}.rels`
}

/**
 * The name of the part that a target means, seen from a folder.
 *
 * @example resoudreCible('xl/', '../docProps/app.xml') //=> 'docProps/app.xml'
 * @example resoudreCible('xl/', '/xl/styles.xml') //=> 'xl/styles.xml'
 */
export function resoudreCible(dossier: string, cible: string): string {
  const chemin = cible.replaceAll('\\', '/')
  const morceaux: string[] = []
  for (const morceau of (chemin.startsWith('/') ? chemin : dossier + chemin).split('/'))
    if (morceau === '..') morceaux.pop()
    else if (morceau !== '' && morceau !== '.') morceaux.push(morceau)
  return morceaux.join('/')
}

/**
 * How a target is written seen from a folder: relative when it is in it or beside it, as most programs write.
 *
 * @example cibleVue('xl/worksheets/', 'xl/tables/table1.xml') //=> '../tables/table1.xml'
 */
export function cibleVue(dossier: string, nom: string): string {
  if (dossier !== '' && nom.startsWith(dossier)) return nom.slice(dossier.length)
  const parent = dossier.slice(0, dossier.lastIndexOf('/', dossier.length - 2) + 1)
  return parent !== '' && nom.startsWith(parent) ? `../${nom.slice(parent.length)}` : `/${nom}`
}
