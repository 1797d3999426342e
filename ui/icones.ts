import { svg, type SVGTemplateResult } from 'lit'

/** Drawn on a grid of 20, with a line of 1.5 that takes the colour of the text. */
const TRACES = {
  fichier: 'M5 2.75h6.5L15.25 6.5v10.75H5zM11.25 2.75v4h4',
  deposer: 'M10 12.5V3.5M6.5 6.75 10 3.25l3.5 3.5M3 12v4.75h14V12',
  telecharger: 'M10 3v9.25M6.5 9 10 12.5 13.5 9M3 13.5v3.25h14V13.5',
  tableur: 'M2.75 3.75h14.5v12.5H2.75zM2.75 8h14.5M2.75 12.1h14.5M8 8v8.25',
  anomalie: 'M10 2.75 18 16.5H2zM10 7.75v4M10 14.1v.15',
  grille: 'M3 5h8M14.5 5H17M3 10h2.5M9 10h8M3 15h9M15.5 15H17M11 3.25v3.5M5.5 8.25v3.5M12 13.25v3.5',
  cotation: 'M3 4h14M3 8h11M3 12h8M3 16h5',
  explication: 'M2.75 3.5h14.5v10H9l-3.75 3v-3h-2.5zM6 7h8M6 10h5',
  enregistrer: 'M3.25 3.25h10.5l3 3v10.5H3.25zM6.5 3.25v4h6v-4M6 16.75v-5.5h8v5.5',
  imprimer: 'M6 7V2.75h8V7M6 13.5H3V7h14v6.5h-3M6 11h8v6.25H6z',
  copier: 'M7 6.75h9.75v10.5H7zM13 6.75v-4H3.25v10.5H7',
  recherche: 'M8.75 3a5.75 5.75 0 1 1 0 11.5 5.75 5.75 0 0 1 0-11.5M13 13l4.25 4.25',
  filtre: 'M3 4.25h14L11.75 10.5v5.75l-3.5-2V10.5z',
  'tri-croissant': 'M10 16V4M5.5 8.5 10 4l4.5 4.5',
  'tri-decroissant': 'M10 4v12M5.5 11.5 10 16l4.5-4.5',
  tri: 'M6.5 8 10 4.25 13.5 8M6.5 12l3.5 3.75L13.5 12',
  coche: 'M4 10.5 8.25 14.75 16.25 5.75',
  croix: 'M4.75 4.75l10.5 10.5M15.25 4.75 4.75 15.25',
  info: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15M10 9.25v4.5M10 6.25v.15',
  erreur: 'M6.9 2.5h6.2l4.4 4.4v6.2l-4.4 4.4H6.9l-4.4-4.4V6.9zM10 6.25v4.5M10 13.5v.15',
  succes: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15M6.5 10.25 9 12.75 13.75 7.5',
  provisoire: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15M10 5.75V10l3 2',
  protege: 'M4 9h12v8H4zM6.5 9V6.25a3.5 3.5 0 0 1 7 0V9M10 12v2',
  editer: 'M3.5 16.5l.9-3.9L13.5 3.5l3 3-9.1 9.1zM11.5 5.5l3 3',
  ajouter: 'M10 3.5v13M3.5 10h13',
  retirer: 'M3.5 10h13',
  suivant: 'M7.25 4 13.25 10l-6 6',
  precedent: 'M12.75 4l-6 6 6 6',
  deplier: 'M4 7.25l6 6 6-6',
  aide: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15M7.75 7.75a2.25 2.25 0 1 1 3.4 1.95c-.8.45-1.15.85-1.15 1.8M10 14.1v.15',
  calcul:
    'M4.25 2.75h11.5v14.5H4.25zM6.75 5.25h6.5v2.5h-6.5zM7 11v.15M10 11v.15M13 11v.15M7 14.25v.15M10 14.25v.15M13 14.25v.15',
  territoire:
    'M10 17.5S4.25 12.4 4.25 8.25a5.75 5.75 0 0 1 11.5 0C15.75 12.4 10 17.5 10 17.5M10 6.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4',
  observatoire: 'M3 17h14M5 17V9.5M10 17V3.5M15 17v-5',
  objectif: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15M10 6a4 4 0 1 1 0 8 4 4 0 0 1 0-8M10 9.9v.2',
  menage: 'M10 3a2.75 2.75 0 1 1 0 5.5A2.75 2.75 0 0 1 10 3M4 17c0-3.75 2.5-5.75 6-5.75s6 2 6 5.75',
} as const

export type NomIcone = keyof typeof TRACES

export const NOMS_ICONES = Object.keys(TRACES) as readonly NomIcone[]

/** A decorative drawing: hidden from screen readers, so the text beside it must say the same. */
export function icone(nom: NomIcone, emplacement = ''): SVGTemplateResult {
  return svg`<svg class="icone" slot=${emplacement} viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor"
    stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"><path d=${TRACES[nom]} /></svg>`
}
