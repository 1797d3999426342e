import type { Place } from '../excel/index.ts'
import type { Commande } from '../manifeste/catalogue.ts'
import { coter, expliquerLigne } from '../vues/actions-cotation.ts'
import { ouvrir } from '../vues/actions-donnees.ts'
import { ouvrirActivite } from '../vues/activites/ouvrir.ts'
import { allerGrille } from '../vues/actions-grille.ts'
import type { Volet } from '../vues/volet.ts'
import type { ClasseurOuvert } from './classeur-ouvert.ts'
import type { HoteExcel } from './hote-excel.ts'
import { poserModeles } from './modeles-volet.ts'

type Etape = NonNullable<Commande['etape']>

/** What a command needs. */
export interface Ouvert {
  readonly volet: Volet
  readonly hote: HoteExcel
  readonly classeur: ClasseurOuvert
  /** Where the selection is, as last told. */
  readonly selection: () => Place | undefined
}

const PHRASES = {
  table: 'Choisissez d’abord le tableau des demandes.',
  colonnes: 'Confirmez d’abord les colonnes, puis lisez les demandes.',
  grille: 'Vérifiez la grille, puis cotez.',
  cotation: 'Cotez d’abord les demandes\u202f: l’explication suivra la ligne sélectionnée.',
  ligne:
    'La ligne sélectionnée n’est pas une demande classée. Sélectionnez une cellule de sa ligne, dans le tableau des demandes.',
  objectifs:
    'Ajoutez à ce classeur une feuille d’attributions\u202f: une ligne par décision ou par bail, avec sa date, le bailleur, QPV ou non, le quartile.',
  flux: 'Ajoutez à ce classeur une feuille de parc\u202f: une ligne par bailleur, logements libérés, part de chaque réservataire.',
  aide: 'Suivez les étapes dans l’ordre\u202f: chacune dit ce qu’elle attend et ouvre la suivante. Le guide est au bas du volet.',
} as const

function direA(volet: Volet, etape: Parameters<Volet['aller']>[0], phrase: string): void {
  volet.aller(etape)
  volet.changer({ avis: [phrase] })
}

/** Goes to the step that is missing before there are demandes, with one sentence. @returns whether nothing is missing */
function demandesLues({ volet }: Ouvert): boolean {
  const { table, lecture } = volet.etat
  if (lecture !== undefined) return true
  direA(volet, 'donnees', table === undefined ? PHRASES.table : PHRASES.colonnes)
  return false
}

async function reconnaitre({ volet, hote }: Ouvert): Promise<void> {
  if (volet.etat.table === undefined) await ouvrir(volet, hote.trouver())
  else volet.aller('donnees')
}

async function lancerCotation(ouvert: Ouvert): Promise<void> {
  const { volet } = ouvert
  if (!demandesLues(ouvert)) return
  if (volet.etat.grille === undefined) {
    await allerGrille(volet)
    volet.changer({ avis: [PHRASES.grille] })
  } else await coter(volet)
}

/** Explains the demande of the selected row. */
async function expliquer(ouvert: Ouvert): Promise<void> {
  const { volet, selection } = ouvert
  if (!demandesLues(ouvert)) return
  if (volet.etat.cotation === undefined) {
    await allerGrille(volet)
    volet.changer({ avis: [PHRASES.cotation] })
    return
  }
  const place = selection()
  volet.aller('explication')
  const connue = place !== undefined && (await suivreLigne(ouvert, place))
  volet.changer({ avis: connue ? [] : [PHRASES.ligne] })
}

/** Explains the demande of a place of the sheet of demandes. @returns whether there is one */
export async function suivreLigne({ volet, classeur }: Ouvert, place: Place): Promise<boolean> {
  if (place.feuilleId !== classeur.source?.feuilleId) return false
  return expliquerLigne(volet, place.ligne + 1)
}

/** Opens the follow-up; says what the workbook lacks for it. */
async function suivre({ volet }: Ouvert, vue: 'objectifs' | 'flux'): Promise<void> {
  const { ouvrirSuivi } = await import('../vues/suivre/ouvrir-suivi.ts')
  const trouve = await ouvrirSuivi(volet, vue)
  volet.changer({ avis: trouve ? [] : [PHRASES[vue]] })
}

function verifier(ouvert: Ouvert): void {
  if (!demandesLues(ouvert)) return
  ouvert.volet.changer({ anomaliesVues: true })
  ouvert.volet.aller('anomalies')
}

async function publier(ouvert: Ouvert): Promise<void> {
  if (demandesLues(ouvert)) await ouvrirActivite(ouvert.volet, 'publier')
}

/** What each command of the ribbon does, or the step that it misses opened with one sentence. */
const COMMANDES: Readonly<Record<Etape, (ouvert: Ouvert) => void | Promise<void>>> = {
  modeles: ({ volet, hote, classeur }) => poserModeles(volet, hote, classeur),
  colonnes: reconnaitre,
  verifier,
  coter: lancerCotation,
  expliquer,
  essayer: ({ volet }) => ouvrirActivite(volet, 'essayer'),
  objectifs: (ouvert) => suivre(ouvert, 'objectifs'),
  flux: (ouvert) => suivre(ouvert, 'flux'),
  publier,
  aide: ({ volet }) => {
    direA(volet, volet.etat.etape, PHRASES.aide)
  },
}

/** Does what a command of the ribbon asks. The notice of the one before is over. */
export async function obeir(ouvert: Ouvert, etape: Etape): Promise<void> {
  ouvert.volet.changer({ avis: [] })
  await COMMANDES[etape](ouvert)
}
