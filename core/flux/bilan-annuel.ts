import { INCONNU, VRAI } from '../cotation/condition.ts'
import { lecture } from '../demande/derives/derive.ts'
import { cleTexte, comparerCodes } from '../socle/texte.ts'
import type { AttributionsAnnee } from './attributions-annee.ts'
import { passageDans, texteDe } from './attributions-annee.ts'

/** What the yearly report is broken down by, in the order of the article; null is what the file does not give. */
export const AXES_BILAN = [
  'reservataire',
  'reservataire_nom',
  'typologie',
  'financement',
  'localisation',
  'commune',
  'periode_construction',
] as const

export type AxeBilan = (typeof AXES_BILAN)[number]

/** One line of the yearly report. */
export interface LigneBilan {
  readonly bailleur: string | null
  readonly axes: Readonly<Record<AxeBilan, string | null>>
  /** Dwellings proposed to candidates in the year. */
  readonly proposes: number
  /** Dwellings allocated in the year. */
  readonly attribues: number
}

/** The report that a landlord owes to its holders before 28 February, on the year before. */
export interface BilanAnnuel {
  readonly annee: number
  readonly lignes: readonly LigneBilan[]
  /** Rows proposed whose dwelling has no reference: each counts as one. */
  readonly sansReference: number
  /** Rows of which nobody can say whether they are of the year. */
  readonly sansDate: number
}

interface EnCours {
  readonly bailleur: string | null
  readonly axes: Readonly<Record<AxeBilan, string | null>>
  /** Allocations of each dwelling that has a reference. */
  readonly parLogement: Map<string, number>
  sansReference: number
  attribues: number
}

function groupeVide(bailleur: string | null, axes: EnCours['axes']): EnCours {
  return { bailleur, axes, parLogement: new Map<string, number>(), sansReference: 0, attribues: 0 }
}

function lecteurAxes({ donnees }: AttributionsAnnee): (i: number) => Record<AxeBilan, string | null> {
  const texte = (code: string): ((i: number) => string | undefined) => texteDe(donnees.simple(code))
  const lecteurs = {
    reservataire: texte('reservataire'),
    reservataire_nom: texte('reservataire_nom'),
    typologie: texte('typologie'),
    financement: texte('financement'),
    commune: texte('commune'),
    periode_construction: texte('periode_construction'),
  }
  const qpv = lecture(donnees.simple('qpv'))
  return (i) => ({
    reservataire: lecteurs.reservataire(i) ?? null,
    reservataire_nom: lecteurs.reservataire_nom(i) ?? null,
    typologie: lecteurs.typologie(i) ?? null,
    financement: lecteurs.financement(i) ?? null,
    localisation: qpv(i) === 1 ? 'en QPV' : qpv(i) === 0 ? 'hors QPV' : null,
    commune: lecteurs.commune(i) ?? null,
    periode_construction: lecteurs.periode_construction(i) ?? null,
  })
}

/** A dwelling that is let twice in the year was proposed as often as it was allocated. */
function proposesDe({ parLogement, sansReference }: EnCours): number {
  let total = sansReference
  for (const attributions of parLogement.values()) total += Math.max(1, attributions)
  return total
}

function cleDe(bailleur: string | undefined, axes: Readonly<Record<AxeBilan, string | null>>): string {
  return [bailleur ?? null, ...AXES_BILAN.map((axe) => axes[axe])]
    .map((valeur) => (valeur === null ? '?' : `=${cleTexte(valeur)}`))
    .join(' ')
}

/** Adds a row proposed in the year to its group. */
function ajouter(groupe: EnCours, logement: string | undefined, attribue: number): void {
  groupe.attribues += attribue
  if (logement === undefined) groupe.sansReference++
  else groupe.parLogement.set(logement, (groupe.parLogement.get(logement) ?? 0) + attribue)
}

function conclure(annee: number, groupes: ReadonlyMap<string, EnCours>, sansDate: number): BilanAnnuel {
  const tries = [...groupes].sort(([a], [b]) => comparerCodes(a, b)).map(([, groupe]) => groupe)
  return {
    annee,
    lignes: tries.map((groupe) => ({
      bailleur: groupe.bailleur,
      axes: groupe.axes,
      proposes: proposesDe(groupe),
      attribues: groupe.attribues,
    })),
    sansReference: tries.reduce((total, { sansReference }) => total + sansReference, 0),
    sansDate,
  }
}

/**
 * The yearly report on dwellings proposed and allocated, by holder and by type, financing, place in or out of a priority
 * area, commune and period of construction.
 *
 * Source: CCH art. R. 441-5-1.
 *
 * @param bailleur the landlord that reports; all of them, each apart, unless told
 * @example bilanAnnuel(compte).lignes[0]?.axes.localisation //=> 'en QPV'
 */
export function bilanAnnuel(attributions: AttributionsAnnee, bailleur?: string): BilanAnnuel {
  const { donnees, assiettes, annee } = attributions
  const axesDe = lecteurAxes(attributions)
  const bailleurDe = texteDe(donnees.simple('bailleur'))
  const reference = texteDe(donnees.simple('reference_logement'))
  const passe = passageDans(attributions)
  const groupes = new Map<string, EnCours>()
  let sansDate = 0
  for (let i = 0; i < donnees.nombre; i++) {
    const nom = bailleurDe(i)
    if (bailleur !== undefined && cleTexte(nom ?? '') !== cleTexte(bailleur)) continue
    if (passe(i) === INCONNU) sansDate++
    if (passe(i) !== VRAI) continue
    const axes = axesDe(i)
    const cle = cleDe(nom, axes)
    const groupe = groupes.get(cle) ?? groupeVide(nom ?? null, axes)
    groupes.set(cle, groupe)
    ajouter(groupe, reference(i), assiettes.decisions[i] === VRAI ? 1 : 0)
  }
  return conclure(annee, groupes, sansDate)
}
