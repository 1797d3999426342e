import type { Operation } from '../../core/index.ts'
import type { FichierChoisi } from '../ports/hote.ts'
import type { GrilleVue } from '../travail/contrat-grille.ts'
import type { SessionDistante } from '../travail/poste.ts'
import { porterAuxFeuilles, relireFeuilles } from './actions-feuilles-grille.ts'
import { fauteDe, type Volet } from './volet.ts'

const REFUSEE = 'Cette grille est refusée'

function ranger(volet: Volet, grille: GrilleVue): void {
  const { cotation } = volet.etat
  volet.changer({
    grille,
    fauteGrille: undefined,
    cotationPerimee: cotation !== undefined && cotation.empreinte !== grille.empreinte,
  })
}

/** The workbook keeps the grid, and its sheets follow. */
function garder(volet: Volet, grille: GrilleVue): void {
  volet.hote.garderGrille?.(grille, volet.etat.grilleChoisie)
  void porterAuxFeuilles(volet)
}

async function prendre(
  volet: Volet,
  choisie: string | undefined,
  faire: (session: SessionDistante) => Promise<GrilleVue>,
): Promise<void> {
  try {
    const grille = await volet.poste.executer(faire)
    volet.changer({ grilleChoisie: choisie, critere: undefined, refusee: undefined })
    ranger(volet, grille)
    garder(volet, grille)
  } catch (erreur) {
    volet.changer({ fauteGrille: fauteDe(erreur, REFUSEE) })
  }
}

/** Takes a supplied grid. */
export async function choisirGrille(volet: Volet, id: string): Promise<void> {
  const fournie = volet.hote.grilles.find((grille) => grille.id === id)
  if (fournie === undefined) return
  try {
    const brute = await fournie.charger()
    await prendre(volet, id, (session) => session.poserGrille(brute))
  } catch {
    volet.changer({
      fauteGrille: {
        titre: 'La grille n’a pas pu être chargée',
        raisons: ['La page n’a plus de réseau. Ouvrez une grille depuis un fichier, ou rétablissez le réseau.'],
      },
    })
  }
}

/** Takes grids that the user opened: a local one is read with its core. */
export function ouvrirGrille(volet: Volet, fichiers: readonly FichierChoisi[]): Promise<void> {
  return prendre(volet, undefined, (session) => session.ouvrirGrille([...fichiers]))
}

/** Begins a local grid over the one on screen. */
export function commencerLocale(volet: Volet): Promise<void> {
  const { grille } = volet.etat
  if (grille === undefined) return Promise.resolve()
  const identite = { id: `${grille.id}-locale`, nom: `${grille.nom}, grille locale` }
  return prendre(volet, undefined, (session) => session.grilleSurSocle(identite))
}

/** Opens the step of the grid; the first supplied one is there unless the user has chosen. */
export async function allerGrille(volet: Volet): Promise<void> {
  volet.changer({ anomaliesVues: true })
  volet.aller('grille')
  const { grille, source, champsProposes } = volet.etat
  if (champsProposes.length === 0) {
    volet.changer({ champsProposes: await volet.poste.executer((session) => session.champsProposes()) })
  }
  const [premiere] = volet.hote.grilles
  const voulue = source?.grille ?? premiere?.id
  if (grille !== undefined) return
  const reprise = await reprendreGrille(volet)
  const lue = await relireFeuilles(volet)
  if (!reprise && lue === undefined && voulue !== undefined) await choisirGrille(volet, voulue)
}

/** Takes up the grid kept with the workbook. @returns whether there is one */
async function reprendreGrille(volet: Volet): Promise<boolean> {
  const gardee = await volet.hote.grilleGardee?.()
  const [premiere, ...suivantes] = gardee?.ecrites ?? []
  if (gardee === undefined || premiere === undefined) return false
  await prendre(volet, gardee.choisie, async (session) => {
    let grille = await session.poserGrille(premiere)
    for (const ecrite of suivantes) grille = await session.poserGrille(ecrite)
    return grille
  })
  return volet.etat.grille !== undefined
}

/** Opens a criterion in the form, or closes it. */
export async function ouvrirCritere(volet: Volet, code: string): Promise<void> {
  const ferme = volet.etat.critere?.code === code
  const critere = ferme ? undefined : await volet.poste.executer((session) => session.critere(code))
  volet.changer({ critere, refusee: undefined })
}

/**
 * Does one operation of the form: the grid changes, or the field says why it cannot.
 *
 * @param id the field that asks for it
 */
export async function editer(volet: Volet, id: string, operation: Operation): Promise<void> {
  const avant = volet.etat.grille
  const { grille, raisons } = await volet.poste.executer((session) => session.editerGrille(operation))
  ranger(volet, grille)
  if (raisons.length === 0) garder(volet, grille)
  volet.changer({ refusee: raisons.length === 0 ? undefined : { id, raison: raisons.join(' ') } })
  if (operation.geste === 'ajouter-critere' && raisons.length === 0) await ouvrirAjoute(volet, avant)
  else await rafraichirCritere(volet)
}

async function ouvrirAjoute(volet: Volet, avant: GrilleVue | undefined): Promise<void> {
  const codes = (grille: GrilleVue | undefined): readonly string[] =>
    grille?.familles.flatMap(({ criteres }) => criteres.map(({ code }) => code)) ?? []
  const connus = codes(avant)
  const ajoute = codes(volet.etat.grille).find((code) => !connus.includes(code))
  if (ajoute === undefined) return
  volet.changer({ critere: await volet.poste.executer((session) => session.critere(ajoute)) })
}

async function rafraichirCritere(volet: Volet): Promise<void> {
  const code = volet.etat.critere?.code
  if (code !== undefined) volet.changer({ critere: await volet.poste.executer((session) => session.critere(code)) })
}

export async function defaire(volet: Volet, sens: 'annuler' | 'retablir'): Promise<void> {
  const grille = await volet.poste.executer((session) =>
    sens === 'annuler' ? session.annulerEdition() : session.retablirEdition(),
  )
  ranger(volet, grille)
  garder(volet, grille)
  volet.changer({ refusee: undefined })
  await rafraichirCritere(volet)
}

export async function enregistrerGrille(volet: Volet, format: 'json' | 'xlsx'): Promise<void> {
  try {
    const fichier = await volet.poste.executer((session) => session.produireGrille(format))
    const { phrase } = await volet.hote.sortie.remettre(fichier)
    volet.changer({ remise: phrase })
  } catch (erreur) {
    volet.changer({ fauteGrille: fauteDe(erreur, 'La grille n’a pas pu être enregistrée') })
  }
}
