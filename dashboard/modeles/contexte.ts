import {
  chiffresDe,
  comparerPeriodes,
  ensemblesDe,
  groupesDe,
  type Diffusion,
  type Groupe,
  type Indicateur,
  type Lieu,
  type Table,
} from '../../core/observatoire/index.ts'
import type { Selection } from './selection.ts'

/** One entry of the list of indicators: official figures and ours stand apart even under one name. */
export interface ChoixIndicateur {
  readonly cle: string
  readonly indicateur: Indicateur
  readonly diffusion: Diffusion | null
}

/** The territories among which one is ranked. */
export interface ChoixParmi {
  readonly cle: string
  readonly libelle: string
  readonly lieu: Lieu | undefined
}

/** What a selection stands for, once every code in it is found in the table. */
export interface Contexte {
  readonly table: Table
  readonly choix: ChoixIndicateur
  readonly periode: string
  readonly periodes: readonly string[]
  /** One group, or one a modality of a breakdown. */
  readonly groupes: readonly Groupe[]
  readonly lieu: Lieu | undefined
  readonly parmi: ChoixParmi
  readonly parmis: readonly ChoixParmi[]
  /** What the address asked for and the data do not hold. */
  readonly introuvables: readonly string[]
}

const TOUS = 'tous'
/** What a visitor sees first. */
const INDICATEUR_PREMIER = 'bilan_prioritaires'

/** Every indicator of a table, official figures told apart. */
export function choixIndicateurs(table: Table): readonly ChoixIndicateur[] {
  const vus = new Map<string, ChoixIndicateur>()
  for (const { indicateur: id, diffusion } of table.groupes) {
    const indicateur = table.indicateurs.find((candidat) => candidat.id === id)
    const cle = diffusion === null ? id : `${id}:${diffusion}`
    if (indicateur !== undefined) vus.set(cle, { cle, indicateur, diffusion })
  }
  const choix = [...vus.values()]
  // An id that stands once needs no suffix: addresses stay short.
  return choix.map((c) =>
    choix.filter(({ indicateur }) => indicateur.id === c.indicateur.id).length > 1 ? c : { ...c, cle: c.indicateur.id },
  )
}

function trouver<T extends { readonly cle: string }>(
  choix: readonly T[],
  voulu: string | undefined,
  premier: string,
): T | undefined {
  return choix.find(({ cle }) => cle === voulu) ?? choix.find(({ cle }) => cle === premier) ?? choix[0]
}

function cleLieu({ type, code }: Lieu): string {
  return `${type}:${code}`
}

const TITRES = { departement: 'Département', region: 'Région' } as const

function titreDe(lieu: Lieu): string {
  return lieu.type === 'departement' || lieu.type === 'region' ? `${TITRES[lieu.type]}\u202f: ${lieu.nom}` : lieu.nom
}

/** Whether a territory is shown among those of another: one that spans two départements is shown in both. */
export function touche(ensemble: Lieu, lieu: Lieu): boolean {
  if (ensemble.type === 'departement') return lieu.departements.includes(ensemble.code)
  return ensemble.type === 'region' ? lieu.regions.includes(ensemble.code) : true
}

function epciDe(table: Table, groupes: readonly Groupe[]): readonly Lieu[] {
  const lieux = groupes.flatMap((groupe) => chiffresDe(table, groupe).map(({ lieu }) => lieu))
  return [...new Set(lieux)].filter(({ type }) => type === 'epci')
}

/** Départements and régions that hold at least two of the territories shown. */
function choixParmi(table: Table, epci: readonly Lieu[], lieu: Lieu | undefined): readonly ChoixParmi[] {
  const ensembles =
    lieu === undefined
      ? table.lieux.filter(({ type }) => type === 'region' || type === 'departement')
      : ensemblesDe(table, lieu)
  const utiles = ensembles.filter((ensemble) => epci.filter((membre) => touche(ensemble, membre)).length > 1)
  return [
    { cle: TOUS, libelle: 'Tous les EPCI', lieu: undefined },
    ...utiles.map((ensemble) => ({ cle: cleLieu(ensemble), libelle: titreDe(ensemble), lieu: ensemble })),
  ]
}

/** The region of the territory chosen; without one, the region that holds them all; everything otherwise. */
function parmiPremier(parmis: readonly ChoixParmi[], epci: readonly Lieu[], lieu: Lieu | undefined): string {
  const region = parmis.find(
    (choix) => choix.lieu?.type === 'region' && (lieu !== undefined || epci.every((e) => touche(choix.lieu ?? e, e))),
  )
  return region?.cle ?? TOUS
}

function introuvables(
  { indicateur, territoire, periode }: Selection,
  contexte: Omit<Contexte, 'introuvables'>,
): string[] {
  const { choix, lieu, periodes } = contexte
  return [
    ...(indicateur !== undefined && indicateur !== choix.cle ? [`l’indicateur «\u202f${indicateur}\u202f»`] : []),
    ...(territoire !== undefined && lieu?.code !== territoire ? [`le territoire «\u202f${territoire}\u202f»`] : []),
    ...(periode !== undefined && !periodes.includes(periode) && indicateur === choix.cle
      ? [`la période «\u202f${periode}\u202f»`]
      : []),
  ]
}

/** Finds in the table what a selection asks for; undefined when the table holds nothing. */
export function situer(table: Table, selection: Selection): Contexte | undefined {
  const choix = trouver(choixIndicateurs(table), selection.indicateur, INDICATEUR_PREMIER)
  if (choix === undefined) return undefined
  const tous = groupesDe(table, { indicateur: choix.indicateur.id, diffusion: choix.diffusion })
  const periodes = [...new Set(tous.map(({ periode }) => periode))].sort(comparerPeriodes)
  const periode = periodes.find((p) => p === selection.periode) ?? periodes.at(-1) ?? ''
  const groupes = tous.filter((groupe) => groupe.periode === periode)
  const epci = epciDe(table, groupes)
  const nomme = table.lieux.find(({ type, code }) => type === 'epci' && code === selection.territoire)
  const lieu = nomme ?? (epci.length === 1 ? epci[0] : undefined)
  const parmis = choixParmi(table, epci, lieu)
  const parmi = trouver(parmis, selection.parmi, parmiPremier(parmis, epci, lieu))
  if (parmi === undefined) return undefined
  const contexte = { table, choix, periode, periodes, groupes, lieu, parmi, parmis }
  return { ...contexte, introuvables: introuvables(selection, contexte) }
}
