/** Where a job speaks: results on standard output, the rest on standard error. Tests give their own. */
export interface Terminal {
  /** Writes to standard output; resolves once more can be taken. */
  ecrire(texte: string): Promise<void>
  signaler(ligne: string): void
  /** Shows how far a job is, on one line that replaces itself; nothing when nobody watches. */
  progresser(ligne: string): void
  /** Today, as an ISO day. */
  readonly aujourdhui: string
}

function isoLocal(date: Date): string {
  const deux = (n: number): string => String(n).padStart(2, '0')
  return `${String(date.getFullYear())}-${deux(date.getMonth() + 1)}-${deux(date.getDate())}`
}

/** The terminal of the process: progress only when standard error is a screen. */
export function terminalDuProcessus(): Terminal {
  const regarde = process.stderr.isTTY
  let efface = ''
  const effacer = (): void => {
    if (efface !== '') process.stderr.write(efface)
    efface = ''
  }
  return {
    ecrire: (texte) =>
      new Promise((resoudre, rejeter) => {
        effacer()
        process.stdout.write(texte, (erreur) => {
          if (erreur) rejeter(erreur)
          else resoudre()
        })
      }),
    signaler: (ligne) => {
      effacer()
      process.stderr.write(`${ligne}\n`)
    },
    progresser: (ligne) => {
      if (!regarde) return
      effacer()
      process.stderr.write(ligne)
      efface = `\r${' '.repeat(ligne.length)}\r`
    },
    aujourdhui: isoLocal(new Date()),
  }
}
