import { additionner, centiemes, preparer, rangerParFamille } from './additionner.ts'
import type { CriterePret, GrillePrete, Rangees } from './additionner.ts'
import { evaluer } from './conditions.ts'
import type { LireChamp } from './conditions.ts'
import { champsInutilisables, deriver } from './derives.ts'
import type { Contexte, Seuils } from './derives.ts'
import { comparer, decimal, pasEntiers, ZERO } from './exact.ts'
import type { Valeur } from './cellules.ts'
import type { CritereJson, GrilleJson, ParJson, TranchesJson } from './grille.ts'
import { estRapport } from './lire.ts'
import type { DemandeNaive } from './lire.ts'
import { DERIVES } from './tables.ts'

export type Etat = 'retenu' | 'ecarte' | 'inconnu' | 'absorbe'

export interface LigneNaive {
  readonly critere: string
  readonly etat: Etat
  readonly points: number
  /** « non justifié » is the only reason that is part of the contract. */
  readonly motif: string
}

export interface AjustementNaif {
  readonly famille: string | null
  readonly points: number
}

/** A score. Points are plain numbers of at most two decimals; a bound is null when nothing bounds it. */
export interface CotationNaive {
  readonly numero: string
  readonly ligne: number
  readonly grille: string
  readonly total: number
  readonly totalMin: number | null
  readonly totalMax: number | null
  readonly complete: boolean
  readonly manque: readonly string[]
  readonly lignes: readonly LigneNaive[]
  readonly ajustements: readonly AjustementNaif[]
}

/** A line before the families: what the criterion alone gives. */
interface Constat {
  readonly etat: Etat
  readonly centiemes: number
  readonly motif: string
}

const ECARTE: Constat = { etat: 'ecarte', centiemes: 0, motif: '' }
const INCONNU: Constat = { etat: 'inconnu', centiemes: 0, motif: '' }
const NON_JUSTIFIE: Constat = { etat: 'ecarte', centiemes: 0, motif: 'non justifié' }

/** Reads base and derived fields of one application; each derived field is worked out once. */
export function lecteur(demande: DemandeNaive, contexte: Contexte): LireChamp {
  const dejaDerives: Record<string, Valeur | undefined> = {}
  return (champ) => {
    if (!DERIVES.has(champ)) return demande.valeurs[champ]
    if (!(champ in dejaDerives)) dejaDerives[champ] = deriver(champ, demande, contexte)
    return dejaDerives[champ]
  }
}

function estJustifie(champ: string, demande: DemandeNaive): boolean {
  const justifies = demande.valeurs['justifies']
  if (!Array.isArray(justifies)) return false
  const besoins = DERIVES.get(champ)?.besoins
  return justifies.includes(champ) || (besoins?.every((besoin) => justifies.includes(besoin)) ?? false)
}

function unitesDe({ champ, chaque, a_partir_de, maximum = Infinity }: ParJson, lire: LireChamp): number | undefined {
  const valeur = lire(champ)
  if (!estRapport(valeur)) return undefined
  const origine = a_partir_de === undefined ? ZERO : decimal(a_partir_de)
  return Math.min(maximum, Math.max(0, pasEntiers(valeur, origine, decimal(chaque))))
}

function pointsDeTranche({ champ, bornes, points }: TranchesJson, lire: LireChamp): number | undefined {
  const valeur = lire(champ)
  if (!estRapport(valeur)) return undefined
  return points[bornes.filter((borne) => comparer(valeur, decimal(borne)) >= 0).length]
}

/** Hundredths of points that a criterion gives where its condition holds; undefined when its value is unknown. */
function valoir({ points = 0, par, tranches }: CritereJson, lire: LireChamp): number | undefined {
  if (tranches) {
    const gagnes = pointsDeTranche(tranches, lire)
    return gagnes === undefined ? undefined : centiemes(gagnes)
  }
  const unites = par ? unitesDe(par, lire) : 1
  return unites === undefined ? undefined : centiemes(points) * unites
}

function constater({ critere, champs }: CriterePret, demande: DemandeNaive, lire: LireChamp): Constat {
  const si = critere.si ? evaluer(critere.si, lire) : true
  if (si === false) return ECARTE
  if (critere.sur_justificatif === true && !champs.every((champ) => estJustifie(champ, demande))) return NON_JUSTIFIE
  const gagnes = si === undefined ? undefined : valoir(critere, lire)
  if (gagnes === undefined) return INCONNU
  return gagnes === 0 ? ECARTE : { etat: 'retenu', centiemes: gagnes, motif: '' }
}

/** Base fields that an unknown criterion names and that cannot be used at this row. */
function manqueDe({ champs }: CriterePret, demande: DemandeNaive, contexte: Contexte, lire: LireChamp): string[] {
  const manquants: string[] = []
  for (const champ of champs) {
    const besoins = DERIVES.get(champ)?.besoins ?? [champ]
    manquants.push(...besoins.filter((besoin) => demande.valeurs[besoin] === undefined))
    if (DERIVES.has(champ) && lire(champ) === undefined) {
      manquants.push(...champsInutilisables(champ, demande, contexte))
    }
  }
  return manquants
}

function enPoints(centiemes: number): number {
  // Never −0, which is not equal to 0 for every comparison.
  return centiemes / 100 + 0
}

function borneFinie(total: number): number | null {
  return Number.isFinite(total) ? enPoints(total) : null
}

/** Scores one application with one grid. */
export function coter(demande: DemandeNaive, prete: GrillePrete, contexte: Contexte): CotationNaive {
  return coterRangee(demande, prete, rangerParFamille(prete), contexte)
}

function coterRangee(demande: DemandeNaive, prete: GrillePrete, rangees: Rangees, contexte: Contexte): CotationNaive {
  const lire = lecteur(demande, contexte)
  const constats = prete.criteres.map((critere) => constater(critere, demande, lire))
  const points = constats.map((constat) => constat.centiemes)
  const absorbes = new Set<number>()
  const { total, ajustements } = additionner(prete, rangees, points, absorbes)
  const inconnus = prete.criteres.filter((_, i) => constats[i]?.etat === 'inconnu')
  const extreme = (cote: 'minimum' | 'maximum') =>
    inconnus.length === 0
      ? total
      : additionner(
          prete,
          rangees,
          constats.map((c, i) => (c.etat === 'inconnu' ? (prete.criteres[i]?.[cote] ?? 0) : c.centiemes)),
        ).total
  return {
    numero: demande.numero,
    ligne: demande.ligne,
    grille: prete.grille.id,
    total: enPoints(total),
    totalMin: borneFinie(extreme('minimum')),
    totalMax: borneFinie(extreme('maximum')),
    complete: inconnus.length === 0,
    manque: [...new Set(inconnus.flatMap((critere) => manqueDe(critere, demande, contexte, lire)))],
    lignes: constats.map(({ etat, motif }, i) => ({
      critere: prete.criteres[i]?.critere.code ?? '',
      etat: absorbes.has(i) ? 'absorbe' : etat,
      points: enPoints(points[i] ?? 0),
      motif,
    })),
    ajustements: ajustements.map((a) => ({ famille: a.famille, points: enPoints(a.centiemes) })),
  }
}

export interface OptionsCotation {
  readonly jour: number
  readonly seuils: Seuils
  /** `--quartile-borne incluse`: whatever the grid says. */
  readonly borneIncluse?: boolean
  /** `--toutes`: inactive applications too. */
  readonly toutes?: boolean
  /** Whether each score keeps its lines, which is most of the memory at 150,000 rows; true unless given. */
  readonly garderLignes?: boolean
}

export function contexteDe(grille: GrilleJson, { jour, seuils, borneIncluse = false }: OptionsCotation): Contexte {
  return {
    jour,
    seuils,
    territoire: grille.territoire,
    borneIncluse: borneIncluse || grille.quartile_borne === 'incluse',
  }
}

/** Scores of one grid, with the applications they came from. */
export interface Groupe {
  readonly grille: GrilleJson
  readonly contexte: Contexte
  readonly cotees: { readonly demande: DemandeNaive; readonly cotation: CotationNaive }[]
}

/** Scores each application with the first grid whose scope holds; those that none takes are `horsPortee`. */
export function coterParGrille(
  demandes: readonly DemandeNaive[],
  grilles: readonly GrilleJson[],
  options: OptionsCotation,
): { readonly groupes: readonly Groupe[]; readonly horsPortee: readonly DemandeNaive[] } {
  const pretes = grilles.map((grille) => {
    const prete = preparer(grille)
    const groupe: Groupe = { grille, contexte: contexteDe(grille, options), cotees: [] }
    return { prete, rangees: rangerParFamille(prete), groupe }
  })
  const horsPortee: DemandeNaive[] = []
  for (const demande of demandes) {
    if (demande.inactive && options.toutes !== true) continue
    const prise = pretes.find(
      ({ groupe: { grille, contexte } }) =>
        !grille.portee || evaluer(grille.portee, lecteur(demande, contexte)) === true,
    )
    if (prise === undefined) horsPortee.push(demande)
    else {
      const { prete, rangees, groupe } = prise
      const cotation = coterRangee(demande, prete, rangees, groupe.contexte)
      groupe.cotees.push({ demande, cotation: options.garderLignes === false ? { ...cotation, lignes: [] } : cotation })
    }
  }
  return { groupes: pretes.map(({ groupe }) => groupe), horsPortee }
}
