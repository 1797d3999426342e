import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Balises } from '../../core/tableur/xml/balises.ts'

const XML =
  '\ufeff<?xml version="1.0"?><!-- a > b <c> --><x:a n="1 &lt; 2" m=\'"\'>é&#8217;<b/>t<![CDATA[<&]]>u<!--v-->w</x:a><z  k = "a>b" />fin'

function lire(morceaux: readonly string[]): unknown[] {
  const balises = new Balises(morceaux)
  const lues: unknown[] = []
  while (balises.avancer()) {
    const attributs: string[] = []
    while (balises.attributSuivant()) attributs.push(`${balises.nomAttribut}=${balises.valeurAttribut()}`)
    lues.push([balises.nom, balises.fermante, balises.vide, attributs, balises.texte()])
  }
  return lues
}

const ATTENDU = [
  ['a', false, false, ['n=1 < 2', 'm="'], '\ufeff'],
  ['b', false, true, [], 'é’'],
  ['a', true, false, [], 't<&uw'],
  ['z', false, true, ['k=a>b'], ''],
]

test('tags, attributes and texts', () => {
  expect(lire([XML])).toEqual(ATTENDU)
})

test('the pieces in which the text comes change nothing', () => {
  expect(lire([...XML])).toEqual(ATTENDU)
  fc.assert(
    fc.property(fc.array(fc.nat(XML.length), { maxLength: 8 }), (coupes) => {
      const bornes = [0, ...coupes.toSorted((a, b) => a - b), XML.length]
      expect(lire(bornes.slice(1).map((fin, i) => XML.slice(bornes[i], fin)))).toEqual(ATTENDU)
    }),
  )
})
