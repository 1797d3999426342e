import { crc32 as crcNode } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { Refus } from '../../core/socle/refus.ts'
import { crc32 } from '../../core/tableur/zip/crc32.ts'
import { commencerPartie, ecrireZip, partieTexte } from '../../core/tableur/zip/ecrire-zip.ts'
import { contenu } from '../../core/tableur/zip/contenu.ts'
import type { EntreeZip } from '../../core/tableur/zip/format-zip.ts'
import { lireZip } from '../../core/tableur/zip/lire-zip.ts'

const octetsQuelconques = fc.uint8Array({ maxLength: 400 })

it('sums bytes as everyone does, in one piece or two', () => {
  fc.assert(
    fc.property(octetsQuelconques, fc.nat(400), (octets, coupure) => {
      expect(crc32(octets)).toBe(crcNode(octets))
      expect(crc32(octets.subarray(coupure), crc32(octets.subarray(0, coupure)))).toBe(crcNode(octets))
    }),
  )
})

/** An archive written as a stream: the sizes come after the data. */
function enFlux(fichiers: Readonly<Record<string, Uint8Array>>, comprime: boolean): Uint8Array {
  const morceaux: Uint8Array[] = []
  const zip = new Zip((_, morceau) => void morceaux.push(morceau))
  for (const [nom, octets] of Object.entries(fichiers)) {
    const fichier = comprime ? new ZipDeflate(nom) : new ZipPassThrough(nom)
    zip.add(fichier)
    fichier.push(octets, true)
  }
  zip.end()
  return new Uint8Array(Buffer.concat(morceaux))
}

describe.each([
  ['with sizes first', (f: Record<string, Uint8Array>) => zipSync(f)],
  ['stored', (f: Record<string, Uint8Array>) => zipSync(f, { level: 0 })],
  ['written as a stream', (f: Record<string, Uint8Array>) => enFlux(f, true)],
  ['stored as a stream', (f: Record<string, Uint8Array>) => enFlux(f, false)],
])('an archive %s', (_, faire) => {
  it('keeps its files when it is copied', () => {
    const noms = fc.constantFrom('a.xml', 'xl/été.xml', 'xl/vbaProject.bin', '日本.xml', '__proto__x')
    fc.assert(
      fc.property(fc.dictionary(noms, octetsQuelconques, { minKeys: 1 }), (fichiers) => {
        const archive = faire(fichiers)
        expect(unzipSync(ecrireZip(lireZip(archive)))).toEqual(unzipSync(archive))
        for (const entree of lireZip(archive)) expect(contenu(entree)).toEqual(fichiers[entree.nom])
      }),
      { numRuns: 40 },
    )
  })
})

it('compresses a long text piece by piece', () => {
  const partie = commencerPartie('a.xml')
  for (let i = 0; i < 20_000; i++) partie.ecrire(`<ligne n="${String(i)}">é</ligne>`)
  const entree = partie.finir()
  const texte = Buffer.from(unzipSync(ecrireZip([entree]))['a.xml'] ?? []).toString('utf8')
  expect(texte.startsWith('<ligne n="0">é</ligne><ligne n="1">')).toBe(true)
  expect(texte.endsWith('<ligne n="19999">é</ligne>')).toBe(true)
  expect(entree.taille).toBe(Buffer.byteLength(texte))
})

/** Rewrites the end of an archive with the 64-bit records that some programs always write. */
function en64bits(archive: Uint8Array): Uint8Array {
  const fin = Buffer.from(archive.subarray(-22))
  const avant = Buffer.from(archive.subarray(0, -22))
  const longue = Buffer.alloc(56)
  longue.writeUInt32LE(0x06064b50, 0)
  longue.writeBigUInt64LE(44n, 4)
  longue.writeBigUInt64LE(BigInt(fin.readUInt16LE(10)), 24)
  longue.writeBigUInt64LE(BigInt(fin.readUInt16LE(10)), 32)
  longue.writeBigUInt64LE(BigInt(fin.readUInt32LE(12)), 40)
  longue.writeBigUInt64LE(BigInt(fin.readUInt32LE(16)), 48)
  const repere = Buffer.alloc(20)
  repere.writeUInt32LE(0x07064b50, 0)
  repere.writeBigUInt64LE(BigInt(avant.length), 8)
  repere.writeUInt32LE(1, 16)
  fin.fill(0xff, 8, 20)
  return new Uint8Array(Buffer.concat([avant, longue, repere, fin]))
}

it('reads the 64-bit records of an archive', () => {
  const archive = zipSync({ 'a.xml': strToU8('<a/>'), 'b.xml': strToU8('<b/>') })
  expect(lireZip(en64bits(archive))).toEqual(lireZip(archive))
})

describe('refused', () => {
  const [entree] = lireZip(zipSync({ 'a.xml': strToU8('<a>du texte, du texte</a>') })) as [EntreeZip]
  it.each([
    ['an encrypted part', { drapeaux: entree.drapeaux | 1 }],
    ['an absurd size', { taille: 200 * 1024 * 1024 }],
    ['a size that lies', { taille: entree.taille - 1 }],
    ['a sum that lies', { crc: entree.crc ^ 1 }],
    ['damaged bytes', { donnees: [Uint8Array.of(255, 255, 255)] }],
  ])('%s', (_, change) => {
    expect(contenu(entree)).toHaveLength(25)
    expect(() => contenu({ ...entree, ...change })).toThrow(Refus)
  })

  it('bytes that are no archive', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (octets) => {
        expect(() => lireZip(octets)).toThrow(Refus)
      }),
    )
  })
})

it('dates its parts of a fixed day', () => {
  expect(partieTexte('a', 'b')).toEqual(partieTexte('a', 'b'))
})
