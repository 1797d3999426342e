/** What a setting is asked for by: its kind, the criterion or family that it belongs to, where in it. Fit for a page. */
export function identifiant(genre: string, code: string, detail: number | string = ''): string {
  return `essai-${genre}-${encodeURIComponent(code).replaceAll('-', '%2D')}-${String(detail)}`
}

export interface Designation {
  readonly genre: string
  readonly code: string
  readonly detail: string
}

/** @example lireIdentifiant(identifiant('points', 'DALO')) //=> { genre: 'points', code: 'DALO', detail: '' } */
export function lireIdentifiant(id: string): Designation {
  const [, genre = '', code = '', ...detail] = id.split('-')
  return { genre, code: decodeURIComponent(code), detail: detail.join('-') }
}
