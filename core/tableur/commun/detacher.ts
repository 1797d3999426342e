/**
 * The same text, free of the larger one it was cut from: JavaScript engines let a slice hold its whole source, and one
 * kept cell would otherwise hold the megabyte around it.
 */
export function detacher(texte: string): string {
  // Engines copy slices shorter than 13 characters.
  return texte.length < 13 ? texte : ` ${texte}`.slice(1)
}
