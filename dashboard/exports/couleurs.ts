/** The light colours of `ui/jetons.css`, for what leaves the page: files are read on paper and on white slides. */
export const COULEURS = {
  surface: 'ffffff',
  creux: 'e6ebec',
  encre: '10242b',
  'encre-2': '4b5d63',
  trait: 'd2dbdd',
  'trait-fort': '74868c',
  accent: '0e5f75',
  attention: '854d00',
  'attention-fond': 'fdf2df',
  seuil: 'b5331a',
  'donnee-neutre': '9aa9ae',
  'donnee-1': '0e5f75',
  'donnee-2': '4e9f68',
  'donnee-3': 'b57ad2',
  'donnee-4': '7e490a',
  'donnee-5': '032d60',
  'donnee-6': '5c0305',
  'sequence-1': 'dcebee',
  'sequence-2': 'a9ced7',
  'sequence-3': '6ba8b8',
  'sequence-4': '2f7f95',
  'sequence-5': '0b4a5c',
} as const

const SERIES = ['donnee-1', 'donnee-2', 'donnee-3', 'donnee-4', 'donnee-5', 'donnee-6'] as const

/** The colour of the i-th series, from 0; beyond six, that of the others. */
export function couleurSerie(rang: number): string {
  return COULEURS[SERIES[rang] ?? 'donnee-neutre']
}
