import type { Source } from '../excel/port.ts'

/** As the user knows it. @example nomSource({ genre: 'tableau', nom: 'Export' }) //=> 'Tableau Export' */
export function nomSource({ genre, nom, tableauId }: Pick<Source, 'genre' | 'nom' | 'tableauId'>): string {
  if (tableauId !== undefined) return `Tableau ${nom}`
  switch (genre) {
    case 'nom':
      return `Plage ${nom}`
    case 'feuille':
      return `Feuille ${nom}`
    default:
      return `Sélection dans ${nom}`
  }
}

/** Sources by a name that only one bears; the same table offered twice (selected, then listed) is kept once. */
export function nommerSources(sources: readonly Source[]): ReadonlyMap<string, Source> {
  const nommees = new Map<string, Source>()
  for (const source of sources) {
    const nom = nomSource(source)
    const deja = nommees.get(nom)
    if (deja === undefined) nommees.set(nom, source)
    else if (deja.tableauId === undefined || deja.tableauId !== source.tableauId)
      nommees.set(`${nom} (${source.feuille})`, source)
  }
  return nommees
}
