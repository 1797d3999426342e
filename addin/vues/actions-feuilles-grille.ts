import type { FauteTable } from '../../core/index.ts'
import type { FeuillesGrille } from '../ports/feuilles-grille.ts'
import type { GrilleVue } from '../travail/contrat-grille.ts'
import { fauteDe, type Volet } from './volet.ts'

const ECHEC = 'Les feuilles de la grille n’ont pas pu être mises à jour'
const REPRISE = 'La feuille de la grille a été modifiée\u202f: la grille du volet la suit.'

/** One thing at a time with the sheets, in the order asked. */
const files = new WeakMap<Volet, Promise<unknown>>()
const suivis = new WeakSet<Volet>()

async function tour<T>(volet: Volet, faire: (feuilles: FeuillesGrille) => Promise<T>): Promise<T | undefined> {
  const { feuillesGrille } = volet.hote
  if (feuillesGrille === undefined) return undefined
  const promesse = (files.get(volet) ?? Promise.resolve()).then(() => faire(feuillesGrille))
  files.set(
    volet,
    promesse.catch(() => undefined),
  )
  try {
    return await promesse
  } catch (erreur) {
    volet.changer({ fauteGrille: fauteDe(erreur, ECHEC) })
    return undefined
  }
}

/** From the first time that there are sheets, what is typed in them is read. */
async function suivre(volet: Volet, feuilles: FeuillesGrille): Promise<void> {
  if (suivis.has(volet)) return
  suivis.add(volet)
  await feuilles.suivre(() => void relireFeuilles(volet))
}

async function relire(volet: Volet, feuilles: FeuillesGrille): Promise<GrilleVue | undefined> {
  const lues = await feuilles.lire()
  if (lues === undefined) {
    volet.changer({ feuillesGrille: undefined })
    return undefined
  }
  const { grille, changee, fautes, saisies } = await volet.poste.executer((session) => session.relireTables(lues))
  await feuilles.habiller(saisies, fautes)
  await suivre(volet, feuilles)
  volet.changer({
    feuillesGrille: { fautes, remplacees: feuilles.remplacees() },
    ...(changee || fautes.length > 0 ? { remise: undefined } : {}),
  })
  return changee ? grille : undefined
}

/** Reads the sheets again: the grid follows them when they have no fault. @returns the grid that they brought */
export async function relireFeuilles(volet: Volet): Promise<GrilleVue | undefined> {
  const grille = await tour(volet, (feuilles) => relire(volet, feuilles))
  if (grille === undefined) return undefined
  const { cotation, critere } = volet.etat
  volet.changer({
    grille,
    grilleChoisie: undefined,
    fauteGrille: undefined,
    refusee: undefined,
    avis: [REPRISE],
    cotationPerimee: cotation !== undefined && cotation.empreinte !== grille.empreinte,
  })
  volet.hote.garderGrille?.(grille, undefined)
  if (critere !== undefined) {
    volet.changer({ critere: await volet.poste.executer((session) => session.critere(critere.code)) })
  }
  return grille
}

async function ecrire(volet: Volet, feuilles: FeuillesGrille): Promise<readonly string[]> {
  const tables = await volet.poste.executer((session) => session.tablesDeGrille())
  const phrases = await feuilles.ecrire(tables)
  await feuilles.habiller(tables, [])
  await suivre(volet, feuilles)
  volet.changer({ feuillesGrille: { fautes: [], remplacees: feuilles.remplacees() } })
  return phrases
}

/** Puts the grid in its sheets, which are made when there are none, and shows it there. */
export async function ouvrirFeuilles(volet: Volet): Promise<void> {
  volet.changer({ fauteGrille: undefined })
  await tour(volet, async (feuilles) => {
    const [remise, ...avis] = await ecrire(volet, feuilles)
    await feuilles.montrer()
    volet.changer({ remise, avis })
  })
  volet.garderFoyer()
}

/** Puts back what was typed in the sheets and replaced before it was a grid; it is read at once, faults and all. */
export async function remettreFeuilles(volet: Volet): Promise<void> {
  await tour(volet, (feuilles) => feuilles.remettre())
  await relireFeuilles(volet)
  volet.garderFoyer()
}

/** After a change in the form: the sheets, if there are any, follow. */
export async function porterAuxFeuilles(volet: Volet): Promise<void> {
  if (volet.etat.feuillesGrille === undefined) return
  await tour(volet, async (feuilles) => {
    const [, ...avis] = await ecrire(volet, feuilles)
    if (avis.length > 0) volet.changer({ avis })
  })
}

/** Before scoring: what was just typed in the sheets counts. @returns false when it has faults */
export async function accorderFeuilles(volet: Volet): Promise<boolean> {
  if (volet.etat.feuillesGrille === undefined) return true
  await relireFeuilles(volet)
  if ((volet.etat.feuillesGrille?.fautes.length ?? 0) === 0) return true
  volet.aller('grille')
  return false
}

/** Shows the cell of a fault, or the grid itself. */
export async function montrerFaute(volet: Volet, faute?: FauteTable): Promise<void> {
  await tour(volet, (feuilles) => feuilles.montrer(faute))
}

/** Puts the grid in its sheets when the workbook has no sheet of that name. @returns whether it was put there */
export async function ajouterFeuilles(volet: Volet): Promise<boolean> {
  const fait = await tour(volet, async (feuilles) => {
    if (!(await feuilles.absentes())) return false
    await ecrire(volet, feuilles)
    return true
  })
  return fait ?? false
}
