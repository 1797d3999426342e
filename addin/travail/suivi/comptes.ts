import { MOIS, type Territoires } from '../../../core/index.ts'
import {
  direReservataire,
  INDICATEURS,
  preparerCompte,
  restreindre,
  type Attributions,
  type CodeAxe,
  type Compte,
  type Indicateur,
} from '../../../core/objectifs/index.ts'
import type { AxeFiltre, FiltresSuivi } from './contrat-objectifs.ts'

/** Holders whose share of priority publics is a legal target. */
const TENUS = ['COLTER', 'COLACT', 'AUCUN'] as const

/** A target as it is followed: an indicator, within one holder where the law binds holders. */
export interface ObjectifSuivi {
  readonly cle: string
  readonly titre: string
  readonly indicateur: Indicateur
  readonly reservataire: string | undefined
}

function suivi(indicateur: Indicateur, reservataire?: string): ObjectifSuivi {
  const { code, libelle } = indicateur
  if (reservataire === undefined) return { cle: code, titre: libelle, indicateur, reservataire }
  const qui = reservataire === 'AUCUN' ? 'sans réservataire (bailleur)' : direReservataire(reservataire)
  return { cle: `${code}/${reservataire}`, titre: `DALO et prioritaires\u202f: ${qui}`, indicateur, reservataire }
}

/** Everything that is followed, in the order of the law. */
export const OBJECTIFS_SUIVIS: readonly ObjectifSuivi[] = INDICATEURS.flatMap((indicateur) =>
  indicateur.code === 'prioritaires' ? TENUS.map((code) => suivi(indicateur, code)) : [suivi(indicateur)],
)

export function objectifSuivi(cle: string): ObjectifSuivi {
  const trouve = OBJECTIFS_SUIVIS.find((objectif) => objectif.cle === cle)
  if (trouve === undefined) throw new Error(`unknown target: got ${cle}`)
  return trouve
}

export const AXES_FILTRE: readonly AxeFiltre[] = ['bailleur', 'epci', 'commune', 'reservataire', 'qpv', 'trimestre']

const NON_RENSEIGNE = -1

/** Comptes kept: a few years, whole and narrowed. */
const GARDES = 24

/** Years of the allocations read, whole or narrowed, each made ready once. */
export class Comptes {
  readonly attributions: Attributions
  readonly #gardes = new Map<string, Compte>()

  constructor(attributions: Attributions) {
    this.attributions = attributions
  }

  annee(annee: number): Compte {
    return this.#garder(String(annee), () => preparerCompte(this.attributions, { annee }))
  }

  /** A year narrowed to filters and to what an indicator counts; the quarter is that of its own base. */
  restreint(annee: number, filtres: FiltresSuivi, indicateur: Indicateur, reservataire?: string): Compte {
    const voulus = { ...filtres, ...(reservataire === undefined ? {} : { reservataire }) }
    if (reservataire !== undefined && 'reservataire' in filtres && filtres.reservataire !== reservataire)
      return this.#garder(`${String(annee)} rien`, () =>
        preparerCompte(
          restreindre(this.attributions, () => false),
          { annee },
        ),
      )
    if (Object.keys(voulus).length === 0) return this.annee(annee)
    const base = 'trimestre' in voulus ? indicateur.assiette : ''
    return this.#garder(JSON.stringify([annee, base, voulus]), () => {
      const compte = this.annee(annee)
      const tests = (Object.entries(voulus) as [AxeFiltre, string | null][]).map(([code, modalite]) => {
        const axe = compte.axe(code, indicateur.assiette)
        const voulu = modalite === null ? NON_RENSEIGNE : axe.modalites.indexOf(modalite)
        return (i: number) => (modalite !== null && voulu < 0 ? false : axe.groupes[i] === voulu)
      })
      return preparerCompte(
        restreindre(this.attributions, (i) => tests.every((test) => test(i))),
        { annee },
      )
    })
  }

  #garder(cle: string, faire: () => Compte): Compte {
    const connu = this.#gardes.get(cle)
    if (connu !== undefined) return connu
    const compte = faire()
    const [plusVieux] = this.#gardes.keys()
    if (this.#gardes.size >= GARDES && plusVieux !== undefined) this.#gardes.delete(plusVieux)
    this.#gardes.set(cle, compte)
    return compte
  }
}

/** A modality of an axis as a person reads it. */
export function nommerModalite(axe: CodeAxe, modalite: string | null, lieux: Territoires): string {
  if (modalite === null) return 'non renseigné'
  switch (axe) {
    case 'epci':
      return lieux.nomEpci(modalite) ?? modalite
    case 'commune':
      return lieux.nomCommune(modalite) ?? modalite
    case 'reservataire':
      return modalite === 'AUCUN' ? 'sans réservataire' : direReservataire(modalite)
    case 'mois':
      return MOIS[Number(modalite) - 1] ?? modalite
    default:
      return modalite
  }
}

/** Whether a target is one that binds, or a share only observed. */
export function estLiant(compte: Compte, { indicateur }: ObjectifSuivi): boolean {
  return compte.cible(indicateur.code) !== undefined
}
