import type { CellulesRemplies } from '../lecture/lire.ts'
import type { Fraction } from '../socle/fraction.ts'
import { fractionDecimale } from '../socle/fraction.ts'
import { anomalie } from '../socle/messages.ts'
import { francais } from '../socle/typographie.ts'
import type { Signaler } from './anomalies-parc.ts'
import { incoherent } from './anomalies-parc.ts'
import type { Assiette } from './assiette.ts'
import { assietteDe } from './assiette.ts'
import type { Convention, Groupe } from './grouper-parc.ts'
import { grouperParc } from './grouper-parc.ts'
import type { AnomalieParc, Parc } from './lire-parc.ts'
import { FORMULE_A_VALIDER, FORMULE_ASSIETTE, plafondDepasse, QUI_PLAFOND, tauxExcessifs } from './phrases.ts'
import type { Plafond } from './plafonds.ts'
import { plafondsDe } from './plafonds.ts'
import { completerParts, plusFortReste } from './plus-fort-reste.ts'

/** The flow of one holder; null where it cannot be worked out. */
export interface FluxReservataire {
  /** Code of the holder, with its name where the agreement is with one: `COLTER/Ville de X`. */
  readonly reservataire: string
  /** Ratio 0–1. */
  readonly taux: number | null
  readonly logements: number | null
}

/** The flow of a landlord in a département. */
export interface LigneFlux extends Assiette {
  readonly bailleur: string
  readonly departement: string | null
  readonly flux: readonly FluxReservataire[]
  readonly reste_bailleur: number | null
  readonly plafonds: readonly Plafond[]
}

/** The yearly flow, as written out. */
export interface Flux {
  readonly format: 'flux/1'
  readonly annee: number
  readonly formule: { readonly texte: string; readonly etat: 'a-verifier'; readonly note: string }
  readonly lignes: readonly LigneFlux[]
  readonly vide_non: readonly CellulesRemplies[]
  readonly defauts: readonly CellulesRemplies[]
  readonly anomalies: readonly AnomalieParc[]
}

export const FORMULE_FLUX: Flux['formule'] = {
  texte: francais(FORMULE_ASSIETTE),
  etat: 'a-verifier',
  note: francais(FORMULE_A_VALIDER),
}

interface ConventionLue extends Convention {
  readonly fraction: Fraction | undefined
}

function lireConventions(groupe: Groupe, signaler: Signaler): readonly ConventionLue[] {
  return groupe.conventions.map((convention) => {
    const { taux, lieu } = convention
    if (taux === 'vide') signaler(lieu, { code: 'obligatoire-vide', colonne: 'taux', libelle: 'Part du flux réservée' })
    return { ...convention, fraction: typeof taux === 'number' ? fractionDecimale(taux) : undefined }
  })
}

/** Whole dwellings of each holder and of the landlord, exact sum; undefined when a share is unknown or they exceed the whole. */
function repartir(
  assiette: number | null,
  conventions: readonly ConventionLue[],
  groupe: Groupe,
  signaler: Signaler,
): readonly number[] | undefined {
  const taux = conventions.map(({ fraction }) => fraction).filter((fraction) => fraction !== undefined)
  if (taux.length < conventions.length) return undefined
  const parts = completerParts(taux)
  if (parts === undefined) {
    const somme = taux.reduce((total, { numerateur, denominateur }) => total + numerateur / denominateur, 0)
    signaler(groupe.lieu, incoherent('taux', tauxExcessifs(somme)))
    return undefined
  }
  return assiette === null ? undefined : plusFortReste(assiette, [...parts.parts, parts.reste])
}

function signalerPlafonds(plafonds: readonly Plafond[], groupe: Groupe, signaler: Signaler): void {
  for (const { code, taux, plafond, respecte } of plafonds)
    if (!respecte) signaler(groupe.lieu, incoherent('taux', plafondDepasse(QUI_PLAFOND[code], taux, plafond)))
}

function ligneDe(groupe: Groupe, annee: number, signaler: Signaler): LigneFlux {
  const conventions = lireConventions(groupe, signaler)
  const assiette = assietteDe(groupe, signaler)
  const logements = repartir(assiette.assiette, conventions, groupe, signaler)
  const connues = conventions.flatMap(({ reservataire, fraction }) =>
    fraction === undefined ? [] : [{ reservataire, taux: fraction }],
  )
  const plafonds = plafondsDe(connues, annee)
  signalerPlafonds(plafonds, groupe, signaler)
  return {
    bailleur: groupe.bailleur,
    departement: groupe.departement,
    ...assiette,
    flux: conventions.map(({ reservataire, taux }, i) => ({
      reservataire,
      taux: typeof taux === 'number' ? taux : null,
      logements: logements?.[i] ?? null,
    })),
    reste_bailleur: logements?.at(-1) ?? null,
    plafonds,
  }
}

/**
 * Works out the yearly flow of each holder, landlord by landlord and département by département: base, dwellings by the
 * largest remainder (their sum and the landlord's rest make the base exactly), State's ceilings.
 *
 * Source: CCH art. R. 441-5 and following; the formula is marked as still to be validated.
 *
 * @example calculerFlux(parc, { annee: 2025 }).lignes[0]?.flux[0] //=> { reservataire: 'COLTER', taux: 0.2, logements: 22 }
 */
export function calculerFlux(parc: Parc, { annee }: { readonly annee: number }): Flux {
  const anomalies: AnomalieParc[] = [...parc.anomalies]
  const signaler: Signaler = ({ ligne, fichier }, faute) => {
    const trouvee = anomalie({ ...faute, ligne })
    anomalies.push(fichier === undefined ? trouvee : { ...trouvee, fichier })
  }
  return {
    format: 'flux/1',
    annee,
    formule: FORMULE_FLUX,
    lignes: grouperParc(parc.lignes, annee, signaler).map((groupe) => ligneDe(groupe, annee, signaler)),
    vide_non: parc.videNon,
    defauts: parc.defauts,
    anomalies,
  }
}
