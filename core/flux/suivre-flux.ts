import { INCONNU, VRAI } from '../cotation/condition.ts'
import { lecture } from '../demande/derives/derive.ts'
import type { Jour } from '../socle/jour.ts'
import { dateCivile } from '../socle/jour.ts'
import { partAnnee } from '../socle/part-annee.ts'
import { cleTexte } from '../socle/texte.ts'
import type { AttributionsAnnee } from './attributions-annee.ts'
import { jourCommission, texteDe } from './attributions-annee.ts'
import type { Flux, LigneFlux } from './calculer-flux.ts'

/** What a holder received of its flow, on a day of the year. */
export interface LivraisonFlux {
  readonly bailleur: string
  readonly departement: string | null
  readonly reservataire: string
  /** Flow of the whole year; null where it could not be worked out. */
  readonly logements: number | null
  /** Part of it due on the day: in proportion to the days gone by, rounded down. */
  readonly du: number | null
  readonly livres: number
  /** Rows that may have to be added: decision, département or exclusion unknown. */
  readonly incertains: number
  /** due − delivered; negative when ahead. */
  readonly retard: number | null
  /** What is left to deliver by 31 December to catch up. */
  readonly reste: number | null
  /** Dwellings a month from the day on; null once the year is over. */
  readonly parMois: number | null
}

interface Livree {
  readonly bailleur: string
  readonly departement: string | undefined
  readonly reservataire: string
  readonly nom: string
  readonly premiere: number
  readonly certaine: boolean
}

/** The département of a row, or that of its commune: the code of a commune begins with it. */
function departementDe(donnees: AttributionsAnnee['donnees']): (i: number) => string | undefined {
  const donne = texteDe(donnees.simple('departement'))
  const commune = texteDe(donnees.simple('commune'))
  return (i) => {
    const insee = commune(i)
    return donne(i) ?? insee?.slice(0, insee.startsWith('97') ? 3 : 2)
  }
}

/** Rows that count as delivered on some reservation by the day: neither transfers nor rehousing, which are outside of the flow. */
function livrees({ donnees, assiettes }: AttributionsAnnee, jour: Jour): readonly Livree[] {
  const bailleur = texteDe(donnees.simple('bailleur'))
  const departement = departementDe(donnees)
  const reservataire = texteDe(donnees.simple('reservataire'))
  const nom = texteDe(donnees.simple('reservataire_nom'))
  const nature = texteDe(donnees.simple('nature'))
  const relogement = texteDe(donnees.simple('relogement'))
  const premiere = lecture(donnees.simple('premiere_location'))
  const date = jourCommission(donnees)
  const retenues: Livree[] = []
  assiettes.decisions.forEach((decision, i) => {
    const code = reservataire(i)
    if ((decision !== VRAI && decision !== INCONNU) || code === undefined || date(i) > jour) return
    if (nature(i) === 'mutation' || (relogement(i) ?? 'aucun') !== 'aucun') return
    retenues.push({
      bailleur: cleTexte(bailleur(i) ?? ''),
      departement: departement(i),
      reservataire: code,
      nom: cleTexte(nom(i) ?? ''),
      premiere: premiere(i),
      certaine: decision === VRAI && nature(i) !== undefined && relogement(i) !== undefined,
    })
  })
  return retenues
}

interface Compteur {
  livres: number
  incertains: number
}

/** An agreement with a named holder takes the rows of its name; one without a name, those of no agreement of the same code. */
function destinataire(ligne: LigneFlux, livree: Livree): string | undefined {
  const noms = ligne.flux.map(({ reservataire }) => ({ reservataire, parties: reservataire.split('/') }))
  const dujour = noms.filter(({ parties }) => parties[0] === livree.reservataire)
  const nomme = dujour.find(({ parties }) => parties[1] !== undefined && cleTexte(parties[1]) === livree.nom)
  return (nomme ?? dujour.find(({ parties }) => parties[1] === undefined))?.reservataire
}

function compterLivrees(ligne: LigneFlux, toutes: readonly Livree[]): ReadonlyMap<string, Compteur> {
  const compteurs = new Map<string, Compteur>()
  const comptees = ligne.exclusions.premieres_locations === 0
  for (const livree of toutes) {
    if (livree.bailleur !== cleTexte(ligne.bailleur)) continue
    const memeDepartement = ligne.departement === null || livree.departement === ligne.departement
    if (!memeDepartement && livree.departement !== undefined) continue
    if (!comptees && livree.premiere === 1) continue
    const reservataire = destinataire(ligne, livree)
    if (reservataire === undefined) continue
    const compteur = compteurs.get(reservataire) ?? { livres: 0, incertains: 0 }
    const certaine = livree.certaine && memeDepartement && (comptees || !Number.isNaN(livree.premiere))
    if (certaine) compteur.livres++
    else compteur.incertains++
    compteurs.set(reservataire, compteur)
  }
  return compteurs
}

/** Months left after the day, the present one in proportion; null once the year is over. */
function moisRestants(jour: Jour, annee: number): number | null {
  if (dateCivile(jour).annee > annee) return null
  const reste = dateCivile(jour).annee < annee ? 12 : 12 * (1 - partAnnee(jour))
  return reste > 0 ? reste : null
}

function partDue(jour: Jour, annee: number): number {
  const { annee: enCours } = dateCivile(jour)
  return enCours < annee ? 0 : enCours > annee ? 1 : partAnnee(jour)
}

/**
 * What each holder has received of its flow by a day: due in proportion to the days gone by, delivered, late, and the
 * monthly pace that catches up by 31 December.
 *
 * @example suivreFlux(flux, compte, jour)[0]?.retard //=> 11
 */
export function suivreFlux(flux: Flux, attributions: AttributionsAnnee, jour: Jour): readonly LivraisonFlux[] {
  const toutes = livrees(attributions, jour)
  const part = partDue(jour, flux.annee)
  const mois = moisRestants(jour, flux.annee)
  return flux.lignes.flatMap((ligne) => {
    const compteurs = compterLivrees(ligne, toutes)
    return ligne.flux.map(({ reservataire, logements }): LivraisonFlux => {
      const { livres, incertains } = compteurs.get(reservataire) ?? { livres: 0, incertains: 0 }
      const du = logements === null ? null : Math.floor(logements * part)
      const reste = logements === null ? null : Math.max(0, logements - livres)
      return {
        bailleur: ligne.bailleur,
        departement: ligne.departement,
        reservataire,
        logements,
        du,
        livres,
        incertains,
        retard: du === null ? null : du - livres,
        reste,
        parMois: mois === null || reste === null ? null : reste / mois,
      }
    })
  })
}
