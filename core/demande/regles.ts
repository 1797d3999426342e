import { CONNU, INUTILISABLE, VIDE } from '../lecture/colonne.ts'
import type { CellulesLues } from '../lecture/modele.ts'
import type { LigneLue, RegleLigne } from '../lecture/ligne-lue.ts'
import { LISTES } from '../listes/listes.ts'
import { isoJour, jourFrancais } from '../socle/jour.ts'
import type { Jour } from '../socle/jour.ts'
import type { DetailsAnomalie } from '../socle/messages.ts'
import { CHAMPS_DEMANDE } from './champs.ts'

type Signaler = (details: DetailsAnomalie) => void

const DATES = CHAMPS_DEMANDE.filter(({ type }) => type === 'date')

function signalerDatesFutures(ligne: LigneLue, jour: Jour, signaler: Signaler): void {
  for (const { code: colonne, libelle } of DATES) {
    const date = ligne.valeur(colonne)
    if (!(date > jour)) continue
    const lu = isoJour(date)
    signaler({ code: 'date-future', ligne: ligne.numero, colonne, libelle, lu, jour: jourFrancais(jour) })
  }
}

/** More children under 14 than people: the children are taken as unknown. */
export function verifierMoinsDe14(ligne: LigneLue, signaler: Signaler): void {
  const enfants = ligne.valeur('nb_moins_14')
  const personnes = ligne.valeur('nb_personnes')
  if (!(enfants > personnes)) return
  ligne.fixer('nb_moins_14', INUTILISABLE)
  signaler({
    code: 'incoherent',
    ligne: ligne.numero,
    colonne: 'nb_moins_14',
    explication: `${String(enfants)} personnes de moins de 14 ans pour ${String(personnes)} personnes à loger`,
    suite: 'd’ici là, le nombre de moins de 14 ans est pris comme inconnu',
    ignoree: true,
  })
}

/** DALO among the priority publics fills an empty DALO cell, before that cell may be declared to mean « non ». */
export function completerDalo(ligne: CellulesLues): void {
  if (ligne.etat('dalo') === VIDE && ligne.contient('publics_prioritaires', 'dalo')) ligne.fixer('dalo', CONNU, 1)
}

/** Reports a DALO cell that says « non » beside a list of publics that says DALO: the cell stands. */
export function verifierDalo(ligne: LigneLue, signaler: Signaler): void {
  if (!ligne.contient('publics_prioritaires', 'dalo') || ligne.valeur('dalo') !== 0) return
  signaler({
    code: 'incoherent',
    ligne: ligne.numero,
    colonne: 'dalo',
    explication: 'Le DALO figure parmi les publics prioritaires, mais la colonne DALO dit « non »',
    suite: 'd’ici là, la colonne DALO l’emporte',
    ignoree: false,
  })
}

function estNouvelle(ligne: LigneLue, vus: Map<string, number>, signaler: Signaler): boolean {
  const numero = ligne.texte('numero_unique')
  if (numero === undefined) return true
  const premiereLigne = vus.get(numero)
  if (premiereLigne === undefined) {
    vus.set(numero, ligne.numero)
    return true
  }
  signaler({
    code: 'doublon',
    ligne: ligne.numero,
    colonne: 'numero_unique',
    lu: numero,
    premiereLigne,
    quoi: 'Le numéro unique',
  })
  return false
}

function estActive(ligne: LigneLue, toutes: boolean, signaler: Signaler): boolean {
  const statut = ligne.texte('statut_demande')
  if (statut === undefined || statut === 'active') return true
  const lu = LISTES.statut_demande.find(({ code }) => code === statut)?.libelle ?? statut
  signaler({ code: 'inactive', ligne: ligne.numero, colonne: 'statut_demande', lu, utilisee: toutes })
  return toutes
}

/**
 * What applications ask of their rows: each number once, consistent values, active status.
 *
 * @param toutes uses applications that are not active too; they are reported all the same
 */
export function reglesDemande(jour: Jour, toutes: boolean): RegleLigne {
  const vus = new Map<string, number>()
  return (ligne, signaler) => {
    verifierMoinsDe14(ligne, signaler)
    verifierDalo(ligne, signaler)
    signalerDatesFutures(ligne, jour, signaler)
    const nouvelle = estNouvelle(ligne, vus, signaler)
    return nouvelle && ligne.utilisable && estActive(ligne, toutes, signaler)
  }
}
