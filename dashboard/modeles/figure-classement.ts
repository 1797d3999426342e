import { formatNombre, francais } from '../../core/index.ts'
import { ecartDe } from '../../core/observatoire/index.ts'
import type { CelluleFigure, DessinCategories, Figure, Niveau, TableauFigure } from '../figures/figure.ts'
import { effectifsDe, nombreOuVide, texte, valeurDe, vide } from './cellules.ts'
import { ecrirePeriode } from './ecrire-valeur.ts'
import { origineDe } from './provenance.ts'
import { noteDe, phraseSansValeur } from './raisons.ts'
import { depuisZero, estCompte, type Place, type Rangs } from './rangs.ts'
import { direRang, natureDe, nommerEpci, reponseDe } from './reponse.ts'

/** The levels drawn across: median, larger territories, target. */
export function niveauxDe(rangs: Rangs): readonly Niveau[] {
  const { ensembles, ecriture, classement, cible } = rangs
  if (estCompte(rangs)) return []
  const milieu =
    classement.mediane === undefined || classement.nombre < 3
      ? []
      : [{ nom: 'Médiane des EPCI', valeur: classement.mediane, texte: ecriture.valeur(classement.mediane) }]
  const grands = ensembles.map((e) => ({
    nom: `${e.lieu.nom} (${natureDe(e)})`,
    valeur: e.valeur,
    texte: ecriture.valeur(e.valeur),
  }))
  const objectif =
    cible === undefined
      ? []
      : [
          {
            nom: cible.aVerifier ? 'Objectif légal (à vérifier)' : 'Objectif légal',
            valeur: cible.valeur,
            texte: ecriture.valeur(cible.valeur),
            genre: 'objectif' as const,
          },
        ]
  return [...milieu, ...grands.slice(0, 2), ...objectif]
}

function dessin(rangs: Rangs, genre: 'barres' | 'points'): DessinCategories | undefined {
  const { ecriture, situation } = rangs
  const montrees = rangs.places.filter(({ chiffre }) => chiffre.valeur !== null)
  if (montrees.length < 2) return undefined
  const bornees = genre === 'points' && montrees.every(({ bornes }) => bornes !== undefined)
  return {
    genre,
    categories: montrees.map(({ chiffre: { lieu }, repere }) => ({ cle: lieu.code, nom: lieu.nom, repere })),
    series: [
      {
        nom: situation.choix.indicateur.nom,
        valeurs: montrees.map(({ chiffre }) => chiffre.valeur),
        textes: montrees.map(({ chiffre }) => ecriture.valeur(chiffre.valeur ?? 0)),
        ...(bornees
          ? { intervalles: montrees.map(({ bornes }) => (bornes === undefined ? null : [bornes.bas, bornes.haut])) }
          : {}),
        role: situation.lieu === undefined ? 'repere' : 'fond',
      },
    ],
    niveaux: niveauxDe(rangs),
    axe: { titre: '', depuisZero: genre === 'barres' || depuisZero(rangs), ecrire: ecriture.axe },
  }
}

function phrasePlace(rangs: Rangs): string[] {
  const { chiffre, place, classement, ecriture, situation } = rangs
  const valeur = chiffre?.valeur ?? null
  if (valeur === null || place?.rang === undefined || classement.nombre < 2) return []
  return [
    `${situation.lieu?.nom ?? ''} est ${direRang(place, classement.nombre)} parmi les ${situation.parmi.nom} : ${ecriture.valeur(valeur)}.`,
  ]
}

function phraseMediane(rangs: Rangs): string[] {
  const { mediane, nombre: connus } = rangs.classement
  if (mediane === undefined || connus < 3) return []
  return [`Médiane des ${nommerEpci(rangs)} : ${rangs.ecriture.valeur(mediane)}.`]
}

function phraseObjectif({ cible, places, ecriture }: Rangs): string[] {
  if (cible === undefined) return []
  const connus = places.filter(({ chiffre }) => chiffre.valeur !== null)
  const atteints = connus.filter(({ chiffre }) => ecartDe(chiffre, cible)?.atteint).length
  return [
    `${formatNombre(atteints)} EPCI sur ${formatNombre(connus.length)} ${atteints < 2 ? 'atteint' : 'atteignent'} l’objectif légal de ${ecriture.valeur(cible.valeur)}.`,
  ]
}

function phraseSansBarre({ classement: { classes, nombre: connus } }: Rangs): string[] {
  const manquants = classes.length - connus
  if (manquants === 0) return []
  return [
    manquants === 1
      ? 'Un EPCI sans valeur n’est pas dessiné : le tableau dit pourquoi.'
      : `${formatNombre(manquants)} EPCI sans valeur ne sont pas dessinés : le tableau dit pourquoi de chacun.`,
  ]
}

function phrase(rangs: Rangs): string {
  return francais(
    [...phrasePlace(rangs), ...phraseMediane(rangs), ...phraseObjectif(rangs), ...phraseSansBarre(rangs)].join(' '),
  )
}

interface Colonne {
  readonly code: string
  readonly titre: string
  readonly nombre: boolean
  readonly cellule: (place: Place) => CelluleFigure
}

function colonnesRang({ places }: Rangs): readonly Colonne[] {
  const sansRang = 'Sans valeur, ce territoire n’est pas classé.'
  const rang: Colonne = {
    code: 'rang',
    titre: 'Rang',
    nombre: true,
    cellule: (place) => nombreOuVide(place.rang, sansRang),
  }
  if (places.every(({ entre }) => entre === undefined)) return [rang]
  const entre: Colonne = {
    code: 'entre',
    titre: 'Rang possible',
    nombre: false,
    cellule: ({ entre: e }) =>
      e === undefined ? vide(sansRang) : texte(`${formatNombre(e.meilleur)}\u00a0à\u00a0${formatNombre(e.pire)}`),
  }
  return [rang, entre]
}

function colonnesEffectif({ places }: Rangs): readonly Colonne[] {
  if (!places.some(({ chiffre }) => chiffre.numerateur !== null && chiffre.denominateur !== null)) return []
  return [
    { code: 'numerateur', titre: 'Effectif', nombre: true, cellule: ({ chiffre }) => effectifsDe(chiffre)[0] },
    { code: 'denominateur', titre: 'Sur', nombre: true, cellule: ({ chiffre }) => effectifsDe(chiffre)[1] },
  ]
}

function colonneIntervalle({ places, ecriture }: Rangs): readonly Colonne[] {
  if (!places.some(({ bornes }) => bornes !== undefined)) return []
  return [
    {
      code: 'intervalle',
      titre: 'Intervalle à 95\u202f%',
      nombre: false,
      cellule: ({ bornes }) =>
        bornes === undefined
          ? vide('Sans effectif, l’intervalle n’est pas connu.')
          : texte(`${ecriture.valeur(bornes.bas)}\u00a0à\u00a0${ecriture.valeur(bornes.haut)}`),
    },
  ]
}

/** How far each territory is from the target that the figure measures. */
function colonneObjectif({ cible }: Rangs): readonly Colonne[] {
  if (cible === undefined) return []
  return [
    {
      code: 'manque',
      titre: 'Manque',
      nombre: true,
      cellule: ({ chiffre }) => {
        const ecart = ecartDe(chiffre, cible)
        if (ecart === undefined) return vide('Sans effectif, ce qui manque n’est pas connu.')
        const texteManque = ecart.atteint ? 'objectif atteint' : `il en manque ${formatNombre(ecart.manque)}`
        return { genre: 'nombre', valeur: ecart.manque, texte: texteManque }
      },
    },
  ]
}

function colonneNote({ places }: Rangs): readonly Colonne[] {
  if (places.every(({ chiffre }) => noteDe(chiffre) === '')) return []
  return [
    {
      code: 'note',
      titre: 'Note',
      nombre: false,
      cellule: ({ chiffre }) => (noteDe(chiffre) === '' ? texte('') : texte(phraseSansValeur(chiffre))),
    },
  ]
}

/** The ranking as a table: rank, its interval, value, counts, interval, why a figure is missing. */
export function tableauClassement(rangs: Rangs): TableauFigure {
  const { ecriture } = rangs
  const colonnes: readonly Colonne[] = [
    ...colonnesRang(rangs),
    { code: 'nom', titre: 'EPCI', nombre: false, cellule: ({ chiffre }) => texte(chiffre.lieu.nom) },
    { code: 'valeur', titre: ecriture.titre, nombre: true, cellule: ({ chiffre }) => valeurDe(chiffre, ecriture) },
    ...colonnesEffectif(rangs),
    ...colonneIntervalle(rangs),
    ...colonneObjectif(rangs),
    ...colonneNote(rangs),
  ]
  return {
    colonnes: colonnes.map(({ code, titre, nombre: chiffres }) => ({ code, titre, nombre: chiffres })),
    lignes: rangs.places.map((place) => ({
      cle: place.chiffre.lieu.code,
      cellules: colonnes.map(({ cellule }) => cellule(place)),
      repere: place.repere,
    })),
    ouvre: 'territoire',
    tri: { colonne: 'rang', sens: 'croissant' },
  }
}

/** Said first when the territory chosen has no figure: the rest is of the others. */
function constatSansValeur({ situation, chiffre }: Rangs): { readonly constat?: string } {
  if (situation.lieu === undefined || (chiffre !== undefined && chiffre.valeur !== null)) return {}
  const etat = chiffre === undefined ? 'pas de donnée' : noteDe(chiffre).toLowerCase()
  return { constat: `${situation.lieu.nom}\u202f: ${etat}, pas de rang` }
}

/** Where a territory stands among others: bars, or dots with their intervals. */
export function figureClassement(rangs: Rangs, id: string, genre: 'barres' | 'points'): Figure {
  const { situation, places } = rangs
  const { indicateur } = situation.choix
  return {
    id,
    titre: `${indicateur.nom}, ${ecrirePeriode(situation.periode)}`,
    sousTitre: `${situation.parmi.nom.charAt(0).toUpperCase()}${situation.parmi.nom.slice(1)}, ${ecrirePeriode(situation.periode)}`,
    ...constatSansValeur(rangs),
    phrase: phrase(rangs),
    reponse: reponseDe(rangs),
    dessin: dessin(rangs, genre),
    tableau: tableauClassement(rangs),
    ...origineDe(
      places.map(({ chiffre }) => chiffre),
      [indicateur],
    ),
  }
}
