import type { Cotations } from '../../core/index.ts'
import { creerReleves, formatCompte, francais, Refus } from '../../core/index.ts'
import { ecrireDocx, ecrireHtml } from '../../core/document/index.ts'
import type { Arguments, OptionsJob } from '../arguments.ts'
import { enListe, MauvaisUsage } from '../arguments.ts'
import { ecrireFichier, verifierSortie } from '../fichiers/ecrire.ts'
import { TERRITOIRES } from '../fichiers/territoires.ts'
import { encoderUtf8 } from '../fichiers/texte.ts'
import { VERSION } from '../version.ts'
import type { FichierCote } from './coter.ts'
import { coterFichier, OPTIONS_GRILLE } from './coter.ts'
import type { Job } from './job.ts'
import { OPTIONS_LECTURE } from './options-lecture.ts'

/** A Word file with more would take minutes to open. */
const RELEVES_PAR_FICHIER = 500

const OPTIONS: OptionsJob = {
  ...OPTIONS_GRILLE,
  ...OPTIONS_LECTURE,
  numero: { arite: 'plusieurs', valeur: 'NUMÉRO…', aide: 'numéros uniques des demandes' },
  premiers: { arite: 'une', valeur: 'N', aide: 'les N premières demandes du classement' },
  sortie: { arite: 'une', valeur: 'FICHIER', aide: 'relevés en .docx (Word) ou .html (à imprimer)' },
}

function premiersNumeros({ cotations, demandes }: Cotations, texte: string): readonly string[] {
  const nombre = Number(texte)
  if (!Number.isInteger(nombre) || nombre < 1)
    throw new MauvaisUsage(`--premiers attend un nombre entier ; « ${texte} » a été lu.`)
  const indices = cotations.flatMap(({ classement }) => [...classement.indices.subarray(0, nombre)])
  return indices.map((i) => demandes.numeros[i] ?? '')
}

function numerosChoisis(options: Arguments, cotations: Cotations): readonly string[] {
  const premiers = options.valeur('premiers')
  const numeros = premiers === undefined ? enListe(options.valeurs('numero')) : premiersNumeros(cotations, premiers)
  if (numeros.length > RELEVES_PAR_FICHIER) {
    throw new Refus(
      `${formatCompte(numeros.length, 'relevé')} demandés : au plus ${String(RELEVES_PAR_FICHIER)} par fichier.`,
    )
  }
  return numeros
}

async function octetsReleves(
  { cotations, lues }: FichierCote,
  numeros: readonly string[],
  extension: string,
): Promise<Uint8Array> {
  const source = { fichier: lues.fichier.nom, feuille: lues.reconnue.table.feuille, versionMoteur: VERSION }
  const document = creerReleves(cotations, { source, lieux: TERRITOIRES }).document(numeros)
  return extension === 'docx' ? ecrireDocx(document) : encoderUtf8(ecrireHtml(document))
}

/** `releve DEMANDES --grille G --numero N --sortie F`: the statement of points owed on request. */
export const JOB_RELEVE: Job = {
  nom: 'releve',
  usage: 'DEMANDES --grille GRILLE… (--numero NUMÉRO… | --premiers N) --sortie FICHIER',
  resume: 'écrit le relevé de points d’une ou plusieurs demandes (Word, impression)',
  options: OPTIONS,
  lancer: async (options, terminal) => {
    const sortie = options.valeur('sortie')
    if (sortie === undefined) throw new MauvaisUsage('Indiquez où écrire les relevés : --sortie FICHIER.docx.')
    if (options.presente('numero') === options.presente('premiers')) {
      throw new MauvaisUsage('Indiquez les demandes par --numero ou par --premiers.')
    }
    const extension = verifierSortie(sortie, ['docx', 'html'], [...options.positions, ...options.valeurs('grille')])
    const cote = coterFichier(options, terminal)
    const numeros = numerosChoisis(options, cote.cotations)
    terminal.progresser('Écriture des relevés…')
    ecrireFichier(sortie, [await octetsReleves(cote, numeros, extension)])
    await terminal.ecrire(
      `${francais(`${formatCompte(numeros.length, 'relevé écrit', 'relevés écrits')} dans ${sortie}`)}\n`,
    )
  },
}
