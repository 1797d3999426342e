/** Makes the example workbook: `npm run exemple -- --nombre 8000 --graine 1 --sortie exemple.xlsx`. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { genererDemandes } from '../core/exemple/index.ts'
import { jourIso } from '../core/index.ts'
import { ecrireClasseur } from './exemple/classeur.ts'

const { values } = parseArgs({
  options: {
    nombre: { type: 'string', default: '2000' },
    graine: { type: 'string', default: '1' },
    jour: { type: 'string', default: '2026-01-31' },
    sortie: { type: 'string', default: 'demandes-exemple.xlsx' },
  },
})

function refuser(raison: string): never {
  process.stderr.write(`${raison}\n`)
  process.exit(2)
}

function entier(nom: 'nombre' | 'graine', minimum: number, maximum: number): number {
  const valeur = Number(values[nom])
  return Number.isInteger(valeur) && valeur >= minimum && valeur <= maximum
    ? valeur
    : refuser(`--${nom} attend un nombre entier de ${minimum} à ${maximum}, «\u202f${values[nom]}\u202f» lu.`)
}

const jour = jourIso(values.jour) ?? refuser(`--jour attend une date AAAA-MM-JJ, «\u202f${values.jour}\u202f» lu.`)
const nombre = entier('nombre', 1, 1_000_000)
const exemple = genererDemandes({ nombre, graine: entier('graine', 0, 4_294_967_295), jour })
writeFileSync(values.sortie, await ecrireClasseur(exemple, jour))
process.stdout.write(`${nombre} demandes fictives écrites dans ${values.sortie}\n`)
