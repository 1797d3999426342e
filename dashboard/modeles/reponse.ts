import { formatNombre, formatTaux, francais } from '../../core/index.ts'
import { ecartDe, type Chiffre, type Ensemble } from '../../core/observatoire/index.ts'
import type { ReponseFigure } from '../figures/figure.ts'
import { ecrirePeriode, ecritureDe, nomCompte, ordinal, sur, uniteLongue } from './ecrire-valeur.ts'
import { phraseSansValeur } from './raisons.ts'
import { estCompte, type Place, type Rangs } from './rangs.ts'

type Comparaison = ReponseFigure['comparaisons'][number]

/** « total publié », « somme de 55 EPCI sur 91 ». */
export function natureDe({ nature, membres, sur: total }: Ensemble): string {
  if (nature === 'publie') return 'total publié'
  return membres === total
    ? `somme de ${formatNombre(membres)} EPCI`
    : `somme de ${formatNombre(membres)} EPCI sur ${formatNombre(total)}, les autres retenus`
}

/** « 91 EPCI », or those that have a value when some have none. */
export function nommerEpci({ classement: { nombre, classes } }: Rangs): string {
  return `${formatNombre(nombre)} EPCI${nombre === classes.length ? '' : ' qui ont une valeur'}`
}

function comparerEnsemble(rangs: Rangs, valeur: number, ensemble: Ensemble): Comparaison {
  const { ecriture } = rangs
  const avec = `${ensemble.lieu.nom}\u202f: ${ecriture.valeur(ensemble.valeur)}, ${natureDe(ensemble)}`
  if (!estCompte(rangs)) return { ecart: ecriture.ecart(valeur - ensemble.valeur), avec }
  return { ecart: ecritureDe('ratio').valeur(valeur / ensemble.valeur), avec: `du total, ${avec}` }
}

function comparerMediane(rangs: Rangs, valeur: number): Comparaison[] {
  const { mediane, nombre } = rangs.classement
  // The median of counts is that of sizes: the larger territory, of which it is a share, says more.
  if (mediane === undefined || nombre < 3 || estCompte(rangs)) return []
  const { ecriture } = rangs
  return [
    {
      ecart: ecriture.ecart(valeur - mediane),
      avec: `médiane des ${nommerEpci(rangs)}\u202f: ${ecriture.valeur(mediane)}`,
    },
  ]
}

function comparerCible({ cible, ecriture, chiffre, situation }: Rangs, valeur: number): Comparaison[] {
  if (cible === undefined) return []
  const reserve = cible.aVerifier ? ' (à vérifier)' : ''
  const legal = `objectif légal\u202f: ${ecriture.valeur(cible.valeur)} au moins${reserve}`
  const exact = situation.lieu === undefined || chiffre === undefined ? undefined : ecartDe(chiffre, cible)
  if (exact === undefined) return [{ ecart: ecriture.ecart(valeur - cible.valeur), avec: legal }]
  if (exact.atteint) return [{ ecart: 'Objectif atteint', avec: legal }]
  const quoi = nomCompte(situation.choix.indicateur)
  const pareils = ecriture.valeur(valeur) === ecriture.valeur(cible.valeur)
  const exacte = pareils ? `, soit ${formatTaux(valeur, { decimales: 3 })} avant arrondi` : ''
  return [
    {
      ecart: `Il en manque ${formatNombre(exact.manque)}`,
      avec: `${legal}\u202f; sur ${formatNombre(chiffre?.denominateur ?? 0)}${quoi}${exacte}`,
    },
  ]
}

/** « 143 sur 441 attributions ». */
function effectif({ situation }: Rangs, { numerateur, denominateur }: Chiffre): string[] {
  if (numerateur === null || denominateur === null) return []
  return [`${sur(numerateur, denominateur)}${nomCompte(situation.choix.indicateur)}`]
}

/** « 12e sur 55, entre le 3e et le 33e rang ». */
export function direRang({ rang, entre }: Pick<Place, 'rang' | 'entre'>, nombre: number): string {
  if (rang === undefined) return ''
  const bornes =
    entre === undefined || entre.meilleur === entre.pire
      ? ''
      : `, entre le ${ordinal(entre.meilleur)} et le ${ordinal(entre.pire)} rang`
  return `${ordinal(rang)} sur ${formatNombre(nombre)}${bornes}`
}

function placeDe({ place, classement }: Rangs): string[] {
  if (place?.rang === undefined || classement.nombre < 2) return []
  const ordre = classement.decroissant ? 'du plus élevé au plus faible' : 'du plus faible au plus élevé'
  return [`${direRang(place, classement.nombre)} (${ordre})`]
}

function sansValeur(rangs: Rangs, chiffre: Chiffre, titre: string): ReponseFigure {
  const { numerateur, secret } = chiffre
  const connu =
    numerateur === null
      ? { etat: secret === null ? ('absent' as const) : ('protege' as const) }
      : { chiffre: formatNombre(numerateur) }
  return { titre, ...connu, precisions: [...effectif(rangs, chiffre), phraseSansValeur(chiffre)], comparaisons: [] }
}

function reponseDuLieu(rangs: Rangs): ReponseFigure {
  const { situation, chiffre, ecriture } = rangs
  const titre = situation.lieu?.nom ?? ''
  if (chiffre === undefined) {
    const absent = `Aucun des fichiers ouverts ne donne ce chiffre pour ce territoire (${ecrirePeriode(situation.periode)}).`
    return { titre, etat: 'absent', precisions: [francais(absent)], comparaisons: [] }
  }
  if (chiffre.valeur === null) return sansValeur(rangs, chiffre, titre)
  const { valeur } = chiffre
  const unite = uniteLongue(situation.choix.indicateur.unite)
  return {
    titre,
    chiffre: ecriture.valeur(valeur),
    ...(unite === undefined ? {} : { unite }),
    precisions: [...effectif(rangs, chiffre), ...placeDe(rangs)],
    comparaisons: [
      ...comparerMediane(rangs, valeur),
      ...rangs.ensembles.map((ensemble) => comparerEnsemble(rangs, valeur, ensemble)),
      ...comparerCible(rangs, valeur),
    ],
  }
}

function etendue({ classement, ecriture }: Rangs): string[] {
  const valeurs = classement.classes.flatMap(({ chiffre }) => chiffre.valeur ?? [])
  const [premier, dernier] = [valeurs[0], valeurs.at(-1)]
  if (premier === undefined || dernier === undefined) return []
  const [bas, haut] = [Math.min(premier, dernier), Math.max(premier, dernier)]
  return [`De ${ecriture.valeur(bas)} à ${ecriture.valeur(haut)} selon l’EPCI`]
}

/** No territory chosen: what lies in the middle, and how far it spreads. */
function reponseDensemble(rangs: Rangs): ReponseFigure {
  const { classement, ecriture, situation, ensembles, cible } = rangs
  const { mediane, nombre } = classement
  const titre = `Médiane des ${nommerEpci(rangs)}`
  const comparaisons = ensembles.map((e) => ({
    ecart: ecriture.valeur(e.valeur),
    avec: `${e.lieu.nom}, ${natureDe(e)}`,
  }))
  if (mediane === undefined || nombre < 2) {
    const [premier] = comparaisons
    return premier === undefined
      ? { titre, etat: 'absent', precisions: [], comparaisons }
      : { titre: premier.avec, chiffre: premier.ecart, precisions: [], comparaisons: comparaisons.slice(1) }
  }
  const unite = uniteLongue(situation.choix.indicateur.unite)
  return {
    titre,
    chiffre: ecriture.valeur(mediane),
    ...(unite === undefined ? {} : { unite }),
    precisions: [...etendue(rangs), 'Choisissez un EPCI pour le situer parmi les autres.'],
    comparaisons: [...comparaisons, ...(cible === undefined ? [] : comparerCible(rangs, mediane))],
  }
}

/** The answer to the question of an indicator: of the territory chosen, else of the middle one. */
export function reponseDe(rangs: Rangs): ReponseFigure {
  return rangs.situation.lieu === undefined ? reponseDensemble(rangs) : reponseDuLieu(rangs)
}
