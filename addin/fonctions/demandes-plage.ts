import type { Cotation, Cotations, GrilleLue, Jour, LigneBrute } from '../../core/index.ts'
import {
  cleTexte,
  coter,
  formatNombre,
  francais,
  lireDemandes,
  MODELE_DEMANDE,
  reconnaitreDemandes,
  Refus,
} from '../../core/index.ts'
import { ErreurCellule } from './erreur-cellule.ts'
import { memoriser } from './memoire.ts'
import type { Plage } from './recu.ts'
import { avecDates, lignesDe, sansZerosDeVide } from './recu.ts'
import type { References } from './references.ts'

/** Rows that a function takes, and gives: beyond, Excel for the web stays on #BUSY!. The pane has no such limit. */
export const LIGNES_MAXIMUM = 5_000

/** The demandes of a range, scored; `lignes` are those of the range below its headers, counted from 0. */
export interface PlageCotee {
  readonly cotations: Cotations
  readonly cotation: Cotation
  readonly lignes: number
  /** Index of the demande that a row of the range holds. */
  readonly demandeDe: (ligne: number) => number | undefined
  /** Why a row gives no score; undefined for a row where nothing is written. */
  readonly motifDe: (ligne: number) => string | undefined
}

function refuserTropGrand(lignes: number): void {
  if (lignes <= LIGNES_MAXIMUM) return
  throw new ErreurCellule(
    'valeur',
    francais(
      `La plage a ${formatNombre(lignes)} lignes ; une formule en cote au plus ${formatNombre(LIGNES_MAXIMUM)}. Pour davantage, utilisez le bouton « Coter » du ruban.`,
    ),
  )
}

/** Names under which columns of these types are recognised: nobody types the number 0 there. */
const MUETS: ReadonlySet<string> = new Set(
  MODELE_DEMANDE.champs
    .filter(({ type }) => type === 'date' || type === 'texte')
    .flatMap(({ code, libelle, synonymes }) => [code, libelle, ...synonymes])
    .map(cleTexte),
)

function muettesDe(entetes: readonly unknown[]): ReadonlySet<number> {
  return new Set(entetes.flatMap((v, i) => (typeof v === 'string' && MUETS.has(cleTexte(v)) ? [i] : [])))
}

function colonnesDates({ colonnes }: ReturnType<typeof reconnaitreDemandes>['appariement']): ReadonlySet<number> {
  const dates = MODELE_DEMANDE.champs.filter(({ type }) => type === 'date')
  return new Set(dates.flatMap(({ code }) => colonnes.get(code) ?? []))
}

function lireEtCoter(references: References, plage: Plage, grille: GrilleLue, jour: Jour): PlageCotee {
  const [entetes = []] = plage
  const brutes = lignesDe(sansZerosDeVide(plage, muettesDe(entetes)))
  const reconnue = reconnaitreDemandes([{ nom: 'Plage', lignes: brutes }])
  const lignes = plage.length - reconnue.table.ligneEntetes
  refuserTropGrand(lignes)
  const feuille = { nom: 'Plage', lignes: avecDates(brutes, colonnesDates(reconnue.appariement)) }
  const { lieux, seuils } = references
  const demandes = lireDemandes([feuille], reconnue, { jour, lieux, territoire: grille.grille.territoire })
  const cotations = coter(demandes, [grille], { jour, seuils })
  const [cotation] = cotations.cotations
  if (cotation === undefined) throw new Error('one grid gives one scoring')
  return situer(cotations, cotation, brutes, reconnue.table.ligneEntetes, lignes)
}

function situer(
  cotations: Cotations,
  cotation: Cotation,
  brutes: readonly LigneBrute[],
  ligneEntetes: number,
  lignes: number,
): PlageCotee {
  const { demandes } = cotations
  const indices = new Map(Array.from(demandes.lignes, (numero, i) => [numero, i]))
  const anomalies = [...demandes.anomalies, ...cotations.anomalies]
  const numero = (ligne: number): number => ligne + ligneEntetes + 1
  return {
    cotations,
    cotation,
    lignes,
    demandeDe: (ligne) => {
      const i = indices.get(numero(ligne))
      return i === undefined || cotations.affectations[i] === -1 ? undefined : i
    },
    motifDe: (ligne) => {
      const { cellules = [] } = brutes[numero(ligne) - 1] ?? {}
      if (cellules.every((cellule) => cellule === null || cellule === '')) return undefined
      return anomalies
        .filter(
          (a) =>
            a.ligne === numero(ligne) &&
            (a.gravite === 'bloquante' || a.code === 'inactive' || a.code === 'hors-portee'),
        )
        .map(({ message }) => message)
        .join(' ')
    },
  }
}

function lireOuRefuser(references: References, plage: Plage, grille: GrilleLue, jour: Jour): PlageCotee {
  // Before anything is read: a range that is far too large must not freeze Excel.
  refuserTropGrand(plage.length - 1)
  try {
    return lireEtCoter(references, plage, grille, jour)
  } catch (erreur) {
    if (erreur instanceof Refus) throw new ErreurCellule('valeur', erreur.raisons.join(' '))
    throw erreur
  }
}

/** The demandes of a range scored by a grid on a day; the same cells are scored once. */
export const plageCotee = memoriser(lireOuRefuser)
