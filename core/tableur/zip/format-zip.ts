/** One file of a ZIP archive, still compressed: copied as it is, its content cannot change. */
export interface EntreeZip {
  /** The path, with forward slashes. */
  readonly nom: string
  /** The name as written in the archive. */
  readonly nomBrut: Uint8Array
  readonly drapeaux: number
  /** 0: stored; 8: deflated. */
  readonly methode: number
  /** MS-DOS date and time, as one 32-bit number. */
  readonly dateDos: number
  readonly crc: number
  /** Size once inflated, in bytes. */
  readonly taille: number
  readonly tailleCompressee: number
  /** The compressed bytes, in pieces; of an archive that was read, they are looked for when asked. */
  readonly donnees: readonly Uint8Array[]
}

/** The numbers that begin each record of an archive. */
export const SIGNATURES = {
  locale: 0x04034b50,
  fiche: 0x02014b50,
  fin: 0x06054b50,
  fin64: 0x06064b50,
  repere64: 0x07064b50,
} as const

/** Bits of the flags of an entry. */
export const DRAPEAUX = {
  chiffre: 0x0001,
  /** The sizes come after the data. */
  taillesApres: 0x0008,
  nomUtf8: 0x0800,
} as const
