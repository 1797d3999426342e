import './donnees.css'

/** How many series are told apart without colour vision; beyond, group the rest under « Autres » (series 0). */
export const NOMBRE_SERIES = 6

/** The value of `data-serie` for the i-th series, from 0. @example serie(0) //=> '1' */
export function serie(rang: number): string {
  return rang < NOMBRE_SERIES ? String(rang + 1) : '0'
}

/**
 * A colour token as the page shows it now, for what is drawn on a canvas: `rgb(…)`. It follows the theme, so read it
 * again when the theme changes.
 *
 * @example couleur('donnee-1') //=> 'rgb(14, 95, 117)' in the light theme
 */
export function couleur(jeton: string): string {
  const sonde = document.createElement('span')
  sonde.hidden = true
  sonde.style.color = `var(--${jeton})`
  document.body.append(sonde)
  const lue = getComputedStyle(sonde).color
  sonde.remove()
  return lue
}
