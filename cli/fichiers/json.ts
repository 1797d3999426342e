const TAILLE_MORCEAU = 1 << 20

/**
 * A JSON document whose last member is a long list, in pieces of about a megabyte: it never stands in memory whole.
 *
 * @example [...documentJson({ a: 1 }, 'b', [2, 3])].join('') //=> '{"a":1,"b":[2,3]}\n'
 */
export function* documentJson(entete: object, liste: string, elements: Iterable<unknown>): Generator<string> {
  const debut = JSON.stringify(entete)
  let morceau = `${debut.slice(0, -1)}${debut === '{}' ? '' : ','}${JSON.stringify(liste)}:[`
  let premier = true
  for (const element of elements) {
    morceau += `${premier ? '' : ','}${JSON.stringify(element)}`
    premier = false
    if (morceau.length < TAILLE_MORCEAU) continue
    yield morceau
    morceau = ''
  }
  yield `${morceau}]}\n`
}
