import { expect, it } from 'vitest'
import { suitesDemandes } from '../../core/objectifs/suites.ts'
import { jour, lireAttributions } from './attributions-de-test.ts'

const BASE = { 'Numéro unique': '059010100000000001', 'Date CAL': '15/03/2025' }

it.each([
  ['attribution', null, true],
  [null, null, true],
  ['attribution_rang', null, false],
  ['attribution_rang', '01/04/2025', true],
  ['sous_condition', null, false],
  ['sous_condition', '01/04/2025', true],
  ['non_attribution', '01/04/2025', false],
  ['refus_candidat', null, false],
  ['irrecevable', null, false],
  ['illisible', null, false],
])('decision %s, lease %s: obtained %s', (decision, bail, obtenue) => {
  const lues = lireAttributions([{ ...BASE, Décision: decision, 'Date du bail': bail }])
  expect(suitesDemandes(lues)[0]?.obtenue).toBe(obtenue)
})

it('gives days, rank and dwelling when they are known, and leaves rows without number out', () => {
  const ligne = { ...BASE, 'Date du bail': '01/04/2025', Rang: 2, 'N° logement': 'L12' }
  const lues = lireAttributions([ligne, { 'Date CAL': '16/03/2025' }, BASE])
  expect(suitesDemandes(lues)).toEqual([
    {
      numero: BASE['Numéro unique'],
      obtenue: true,
      decisionLe: jour('2025-03-15'),
      bailLe: jour('2025-04-01'),
      rangCal: 2,
      logement: 'L12',
    },
    { numero: BASE['Numéro unique'], obtenue: true, decisionLe: jour('2025-03-15') },
  ])
})
