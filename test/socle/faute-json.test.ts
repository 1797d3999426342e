import { expect, test } from 'vitest'
import { fauteJson } from '../../core/socle/faute-json.ts'

function faute(texte: string): string {
  try {
    JSON.parse(texte)
  } catch (erreur) {
    return fauteJson(texte, erreur)
  }
  return 'valide'
}

test.each([
  ['a missing colon on the second line', '{\n"a" 1}', ' (ligne 2, colonne 5)'],
  ['a text cut short', '{"a": 1', ' (ligne 1, colonne 8)'],
  ['nothing that the engine places', new SyntaxError('bad').message, ''],
])('says where: %s', (_, texte, attendu) => {
  expect(faute(texte)).toBe(attendu)
})
