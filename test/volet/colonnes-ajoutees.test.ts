import { expect, it } from 'vitest'
import { colonnesAjoutees } from '../../addin/volet/sur-place-excel.ts'

it('puts each note on the row of its demande, and leaves the others empty', () => {
  const [note, rang] = colonnesAjoutees(
    [
      [4, 30, 1],
      [2, 12.5, 2],
    ],
    2,
    4,
  )
  expect(note?.valeurs).toEqual([12.5, null, 30, null])
  expect(rang?.valeurs).toEqual([2, null, 1, null])
})
