import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { COULEURS } from '../../dashboard/exports/couleurs.ts'

it.each(Object.entries(COULEURS))('%s is the light colour of the identity', (jeton, couleur) => {
  expect(readFileSync('ui/jetons.css', 'utf8')).toContain(`--${jeton}: light-dark(#${couleur},`)
})
