import { expect, it } from 'vitest'
import { LignesParesseuses } from '../../addin/vues/lignes-paresseuses.ts'

function attente<T>(): { readonly promesse: Promise<T>; readonly tenir: (valeur: T) => void } {
  let tenir: (valeur: T) => void = () => undefined
  const promesse = new Promise<T>((resolve) => {
    tenir = resolve
  })
  return { promesse, tenir }
}

function source(): { demandes: number[]; charger: (debut: number, nombre: number) => Promise<readonly number[]> } {
  const demandes: number[] = []
  return {
    demandes,
    charger: (debut, nombre) => {
      demandes.push(debut)
      return Promise.resolve(Array.from({ length: nombre }, (_, k) => debut + k))
    },
  }
}

it('gives nothing at first, then the row, asking once for its page', async () => {
  const { demandes, charger } = source()
  const arrivee = attente<undefined>()
  const lignes = new LignesParesseuses(charger, () => {
    arrivee.tenir(undefined)
  })
  expect([lignes.ligne(250), lignes.ligne(299)]).toEqual([undefined, undefined])
  await arrivee.promesse
  expect([lignes.ligne(250), lignes.ligne(299)]).toEqual([250, 299])
  expect(demandes).toEqual([200])
})

it('does not keep what was on its way for a list that is no more', async () => {
  const pages = [attente<readonly string[]>(), attente<readonly string[]>()]
  let n = 0
  const lignes = new LignesParesseuses(
    () => pages[n++]?.promesse ?? Promise.resolve([]),
    () => undefined,
  )
  lignes.ligne(0)
  lignes.vider()
  const neuve = lignes.preparer()
  pages[1]?.tenir(['neuve'])
  await neuve
  pages[0]?.tenir(['vieille'])
  await pages[0]?.promesse
  expect(lignes.ligne(0)).toBe('neuve')
})

it('keeps a bounded number of pages, and fetches again what it let go', async () => {
  const { demandes, charger } = source()
  const lignes = new LignesParesseuses(charger, () => undefined)
  for (let page = 0; page < 100; page++) await lignes.preparer(page * 100)
  expect(lignes.ligne(0)).toBeUndefined()
  expect(demandes.filter((debut) => debut === 0)).toHaveLength(2)
})

it('asks again after a failure', async () => {
  let echoue = true
  const lignes = new LignesParesseuses(
    () => (echoue ? Promise.reject(new Error('gone')) : Promise.resolve(['là'])),
    () => undefined,
  )
  await lignes.preparer()
  echoue = false
  await lignes.preparer()
  expect(lignes.ligne(0)).toBe('là')
})
