const SIGNES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes as text for an address `data:`; the language itself has nothing for it. @example base64(new Uint8Array([77])) //=> 'TQ==' */
export function base64(octets: Uint8Array): string {
  const morceaux: string[] = []
  for (let i = 0; i < octets.length; i += 3) {
    const [a = 0, b = 0, c = 0] = octets.subarray(i, i + 3)
    const manquants = i + 3 - octets.length
    const signes = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63].map((n) => SIGNES[n] ?? '')
    morceaux.push(
      manquants <= 0
        ? signes.join('')
        : signes
            .slice(0, 4 - manquants)
            .join('')
            .padEnd(4, '='),
    )
  }
  return morceaux.join('')
}
