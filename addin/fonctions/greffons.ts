import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { creerTerritoires, DONNEES_EPCI, SEUILS_QUARTILES } from '../../core/index.ts'
import { METADONNEES } from '../manifeste/adresses.ts'
import { metadonnees } from '../manifeste/metadonnees.ts'
import { plierAnnees, plierEpci, type Annee } from './compact.ts'

/** Compressed size of the script of functions, which Excel loads with every workbook that uses one. */
const BUDGET = 60_000

/** Grids come from tables alone: their outer shape is checked without the general library. */
const SCHEMA = fileURLToPath(new URL('./schema-tables.ts', import.meta.url))

const COMPACT = fileURLToPath(new URL('./compact.ts', import.meta.url))

/** Amounts alone: no cell shows where they come from. */
function anneesLivrees(): readonly Annee[] {
  return SEUILS_QUARTILES.millesimes.toReversed().map(({ annee }) => ({
    annee,
    etat: {},
    lignes: [...SEUILS_QUARTILES.parSiren].flatMap(([siren, seuils]) =>
      seuils.filter((s) => s.annee === annee).map(({ q1, q2, q3 }) => [siren, q1, q2, q3]),
    ),
  }))
}

function moduleAnnees(): string {
  const pliees = plierAnnees(anneesLivrees())
  const noms = anneesLivrees().map(({ annee }) => `annee${String(annee)}`)
  return `import { deplierAnnees } from ${JSON.stringify(COMPACT)}\nexport const [${noms.join(', ')}] = deplierAnnees(${JSON.stringify(pliees)})`
}

function moduleEpci(): string {
  const territoires = creerTerritoires(DONNEES_EPCI)
  const sirens = new Set(SEUILS_QUARTILES.parSiren.keys())
  const lignes = plierEpci(DONNEES_EPCI.lignes, sirens, (nom) => territoires.epciParNom(nom))
  return JSON.stringify({ source: '', millesime: DONNEES_EPCI.millesime, regions: {}, lignes })
}

/** No cell shows the digest of a grid, what it had better not do, nor what a header may mean: functions go without that code. */
const LAISSES = [
  { fin: '@noble/hashes/sha2.js', code: 'export const sha256 = (octets) => octets' },
  {
    fin: '@noble/hashes/utils.js',
    code: "export const bytesToHex = () => ''\nexport const utf8ToBytes = (texte) => texte",
  },
  { fin: 'core/cotation/grille/schema.ts', code: `export * from ${JSON.stringify(SCHEMA)}` },
  { fin: 'core/cotation/grille/avertissements.ts', code: 'export const avertissementsDe = () => []' },
  { fin: 'core/lecture/proposer.ts', code: 'export const proposer = () => undefined' },
]

/** Folds the figures that functions carry, a third of the script, and leaves out what they never show. */
export function donneesPliees(): Plugin {
  return {
    name: 'donnees-pliees',
    enforce: 'pre',
    load(id) {
      if (id.endsWith('core/baremes/seuils-quartiles/annees.ts')) return moduleAnnees()
      if (id.endsWith('core/territoires/donnees/epci.json')) return moduleEpci()
      return LAISSES.find(({ fin }) => id.endsWith(fin))?.code
    },
  }
}

/** Puts the metadata of functions, one file a language, beside their script. */
export function metadonneesDesFonctions(): Plugin {
  return {
    name: 'metadonnees-des-fonctions',
    generateBundle() {
      for (const langue of ['fr', 'en'] as const) {
        const source = `${JSON.stringify(metadonnees(langue), null, 1)}\n`
        this.emitFile({ type: 'asset', fileName: METADONNEES[langue], source })
      }
    },
  }
}

/** Says the size of the script and stops the build beyond the budget. */
export function budgetDesFonctions(plafond = BUDGET): Plugin {
  return {
    name: 'budget-des-fonctions',
    generateBundle(_, fichiers) {
      for (const fichier of Object.values(fichiers)) {
        if (fichier.type !== 'chunk') continue
        const octets = gzipSync(fichier.code, { level: 9 }).length
        const kilos = (octets / 1000).toFixed(1).replace('.', ',')
        if (octets > plafond)
          this.error(`${fichier.fileName} : ${kilos} ko compressés, ${String(plafond / 1000)} au plus.`)
        this.info(`${fichier.fileName} : ${kilos} ko compressés sur 60.`)
      }
    },
  }
}
