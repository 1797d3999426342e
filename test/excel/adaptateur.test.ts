import { describe, it } from 'vitest'
import { ouvrirExcel } from '../../addin/excel/index.ts'
import { PREUVES } from './preuves.ts'

describe('the adapter, on the fake host', () => {
  it.each(Object.entries(PREUVES))('%s', async (_, prouver) => {
    await prouver(ouvrirExcel)
  })
})
