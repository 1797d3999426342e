/** The text of UTF-8 bytes, without its mark. */
export function decoderUtf8(octets: Uint8Array): string {
  return new TextDecoder('utf-8').decode(octets)
}

const ENCODEUR = new TextEncoder()

export function encoderUtf8(texte: string): Uint8Array {
  return ENCODEUR.encode(texte)
}
