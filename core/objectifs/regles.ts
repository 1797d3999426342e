import { verifierDalo, verifierMoinsDe14 } from '../demande/regles.ts'
import { CONNU, INUTILISABLE, VIDE } from '../lecture/colonne.ts'
import type { LigneLue, RegleLigne } from '../lecture/ligne-lue.ts'
import { isoJour, jourFrancais, jourIso } from '../socle/jour.ts'
import type { Jour } from '../socle/jour.ts'
import type { DetailsAnomalie } from '../socle/messages.ts'
import { CHAMPS_ATTRIBUTION } from './champs.ts'
import { cleNom } from './noms.ts'
import {
  BAIL_AVANT_DECISION,
  BAIL_SANS_ATTRIBUTION,
  EX_QPV_TARDIF,
  LIGNE_COMPTEE,
  MEME_ATTRIBUTION,
  SANS_DATE,
} from './phrases.ts'

type Signaler = (details: DetailsAnomalie) => void

/** Decisions that may be followed by a lease. */
const AVEC_BAIL = ['attribution', 'attribution_rang', 'sous_condition']

const DATES = CHAMPS_ATTRIBUTION.filter(({ type }) => type === 'date')

/** Last day of the six years during which former priority areas were assimilated: to be checked beyond. */
const FIN_ASSIMILATION = jourIso('2020-12-31') ?? 0

/** Where an allocation was first seen. */
export interface PremiereFois {
  readonly ligne: number
  readonly fichier: string
}

function signalerDatesFutures(ligne: LigneLue, jour: Jour, signaler: Signaler): void {
  for (const { code: colonne, libelle } of DATES) {
    const date = ligne.valeur(colonne)
    if (!(date > jour)) continue
    const lu = isoJour(date)
    const details = { ligne: ligne.numero, colonne, libelle, lu, jour: jourFrancais(jour), suite: LIGNE_COMPTEE }
    signaler({ code: 'date-future', ...details })
  }
}

function signalerContradiction(
  ligne: LigneLue,
  colonne: string,
  phrases: readonly [string, string],
  s: Signaler,
): void {
  const [explication, suite] = phrases
  s({ code: 'incoherent', ligne: ligne.numero, colonne, explication, suite, ignoree: false })
}

function verifierBail(ligne: LigneLue, signaler: Signaler): void {
  const decision = ligne.texte('decision')
  if (ligne.etat('date_bail') !== CONNU) return
  if (decision !== undefined && !AVEC_BAIL.includes(decision))
    signalerContradiction(ligne, 'decision', BAIL_SANS_ATTRIBUTION, signaler)
  if (ligne.valeur('date_bail') < ligne.valeur('date_decision'))
    signalerContradiction(ligne, 'date_bail', BAIL_AVANT_DECISION, signaler)
}

function verifierExQpv(ligne: LigneLue, signaler: Signaler): void {
  const bail = ligne.valeur('date_bail')
  if (ligne.valeur('ex_qpv') !== 1 || !(bail > FIN_ASSIMILATION)) return
  signaler({ code: 'a-verifier', ligne: ligne.numero, colonne: 'ex_qpv', lu: isoJour(bail), quoi: EX_QPV_TARDIF })
}

function verifierDates(ligne: LigneLue, signaler: Signaler): void {
  if (ligne.etat('date_bail') !== VIDE || ligne.etat('date_decision') !== VIDE) return
  signaler({ code: 'a-verifier', ligne: ligne.numero, colonne: 'date_decision', lu: '', quoi: SANS_DATE })
}

/** Same number, dates and landlord; rows without a readable number cannot be told apart and are never duplicates. */
function cleDe(ligne: LigneLue): string | undefined {
  const numero = ligne.texte('numero_unique')
  if (numero === undefined) return undefined
  const date = (code: string): string => (ligne.etat(code) === INUTILISABLE ? '?' : String(ligne.valeur(code)))
  return [numero, date('date_decision'), date('date_bail'), cleNom(ligne.texte('bailleur') ?? '')].join('\n')
}

function estNouvelle(ligne: LigneLue, vues: Map<string, PremiereFois>, fichier: string, signaler: Signaler): boolean {
  const cle = cleDe(ligne)
  const premiere = cle === undefined ? undefined : vues.get(cle)
  if (cle !== undefined && premiere === undefined) vues.set(cle, { ligne: ligne.numero, fichier })
  if (premiere === undefined) return true
  signaler({
    code: 'doublon',
    ligne: ligne.numero,
    colonne: 'numero_unique',
    lu: ligne.texte('numero_unique') ?? '',
    premiereLigne: premiere.ligne,
    ...(premiere.fichier === fichier ? {} : { premierFichier: premiere.fichier }),
    quoi: MEME_ATTRIBUTION,
  })
  return false
}

/**
 * What allocations ask of their rows: each one once over all files, consistent values. Nothing but a duplicate is set
 * aside.
 *
 * @param vues allocations already met, shared by the files read together
 * @param fichier name of the file being read
 */
export function reglesAttribution(jour: Jour, vues: Map<string, PremiereFois>, fichier: string): RegleLigne {
  return (ligne, signaler) => {
    if (!estNouvelle(ligne, vues, fichier, signaler)) return false
    verifierMoinsDe14(ligne, signaler)
    verifierDalo(ligne, signaler)
    signalerDatesFutures(ligne, jour, signaler)
    verifierBail(ligne, signaler)
    verifierExQpv(ligne, signaler)
    verifierDates(ligne, signaler)
    return true
  }
}
