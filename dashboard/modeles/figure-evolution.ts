import { formatNombre, francais } from '../../core/index.ts'
import { chiffreDe, type Chiffre, type Ensemble, type Lieu } from '../../core/observatoire/index.ts'
import type { CelluleFigure, DessinCategories, Figure, Niveau, Serie, TableauFigure } from '../figures/figure.ts'
import { effectifsDe, nombre, texte, valeurDe, vide } from './cellules.ts'
import type { Situation } from './contexte.ts'
import { abregerPeriode, ecrireOuTiret, ecrirePeriode } from './ecrire-valeur.ts'
import { origineDe } from './provenance.ts'
import { phraseSansValeur } from './raisons.ts'
import { depuisZero, ensemblesVoulus, estCompte, type Rangs } from './rangs.ts'
import { phrasesTemps, serieTemps } from './serie-temps.ts'

const SANS_MEDIANE = 'Moins de trois EPCI ont une valeur : pas de médiane.'
const SANS_ENSEMBLE = 'Ni publié, ni somme d’au moins deux EPCI.'
const ABSENT = 'Aucun des fichiers ouverts ne donne ce chiffre.'

function serieDuLieu(moments: readonly Rangs[], lieu: Lieu): Serie {
  const bornes = moments.map(({ place }) => place?.bornes)
  const bornee = bornes.some((b) => b !== undefined)
  return {
    nom: lieu.nom,
    valeurs: moments.map(({ chiffre }) => chiffre?.valeur ?? null),
    textes: moments.map(({ chiffre, ecriture }) => valeurDe(chiffre, ecriture).texte),
    ...(bornee ? { intervalles: bornes.map((b) => (b === undefined ? null : ([b.bas, b.haut] as const))) } : {}),
    role: 'repere',
  }
}

function medianeDe({ classement }: Rangs): number | null {
  return classement.nombre < 3 ? null : (classement.mediane ?? null)
}

function serieMediane(moments: readonly Rangs[]): Serie[] {
  const valeurs = moments.map(medianeDe)
  if (valeurs.every((valeur) => valeur === null)) return []
  return [
    {
      nom: `Médiane des ${moments[0]?.situation.parmi.nom ?? 'EPCI'}`,
      valeurs,
      textes: moments.map(({ ecriture }, i) => ecrireOuTiret(valeurs[i], ecriture)),
      role: 'reference',
    },
  ]
}

function ensembleEn({ ensembles }: Rangs, lieu: Lieu): Ensemble | undefined {
  return ensembles.find((ensemble) => ensemble.lieu === lieu)
}

function seriesEnsembles(moments: readonly Rangs[], lieux: readonly Lieu[], role: Serie['role']): Serie[] {
  return lieux.map((lieu) => {
    const trouves = moments.map((rangs) => ensembleEn(rangs, lieu))
    return {
      nom: lieu.nom,
      valeurs: trouves.map((ensemble) => ensemble?.valeur ?? null),
      textes: moments.map(({ ecriture }, i) => (trouves[i] === undefined ? '–' : ecriture.valeur(trouves[i].valeur))),
      role,
    }
  })
}

/** Larger territories that give at least one value, at most three. */
function ensemblesUtiles(situation: Situation, moments: readonly Rangs[]): readonly Lieu[] {
  if (moments.some(estCompte)) return situation.lieu === undefined ? ensemblesVoulus(situation).slice(0, 3) : []
  return ensemblesVoulus(situation)
    .filter((lieu) => moments.some((rangs) => ensembleEn(rangs, lieu) !== undefined))
    .slice(0, 3)
}

function niveaux(moments: readonly Rangs[]): readonly Niveau[] {
  const dernier = moments.at(-1)
  if (dernier?.cible === undefined) return []
  const { cible, ecriture } = dernier
  return [
    {
      nom: `Objectif légal, sur l’année${cible.aVerifier ? ' (à vérifier)' : ''}`,
      valeur: cible.valeur,
      texte: ecriture.valeur(cible.valeur),
      genre: 'objectif',
    },
  ]
}

function series(situation: Situation, moments: readonly Rangs[], lieux: readonly Lieu[]): readonly Serie[] {
  const { lieu } = situation
  if (lieu !== undefined) {
    return [serieDuLieu(moments, lieu), ...serieMediane(moments), ...seriesEnsembles(moments, lieux, 'reference')]
  }
  const [premier, ...autres] = lieux
  return [
    ...(premier === undefined ? [] : seriesEnsembles(moments, [premier], 'repere')),
    ...seriesEnsembles(moments, autres, 'reference'),
    ...serieMediane(moments).map((serie): Serie => (premier === undefined ? { ...serie, role: 'repere' } : serie)),
  ]
}

function dessin(moments: readonly Rangs[], lignes: readonly Serie[]): DessinCategories | undefined {
  const [premier] = moments
  const dates = moments.filter((_, i) => lignes.some(({ valeurs }) => valeurs[i] !== null))
  if (premier === undefined || dates.length < 2) return undefined
  return {
    genre: 'lignes',
    categories: moments.map(({ situation }) => ({ cle: situation.periode, nom: abregerPeriode(situation.periode) })),
    series: lignes,
    niveaux: niveaux(moments),
    axe: { titre: '', depuisZero: depuisZero(premier), ecrire: premier.ecriture.axe },
  }
}

interface Colonne {
  readonly code: string
  readonly titre: string
  readonly cellule: (rangs: Rangs) => CelluleFigure
  readonly nombre?: boolean
}

function sansRang({ chiffre }: Rangs): CelluleFigure {
  return vide(chiffre === undefined ? ABSENT : phraseSansValeur(chiffre))
}

function colonnesRang(): readonly Colonne[] {
  return [
    {
      code: 'rang',
      titre: 'Rang',
      nombre: true,
      cellule: (rangs) => (rangs.place?.rang === undefined ? sansRang(rangs) : nombre(rangs.place.rang)),
    },
    {
      code: 'entre',
      titre: 'Rang possible',
      cellule: (rangs) => {
        const entre = rangs.place?.entre
        return entre === undefined
          ? sansRang(rangs)
          : texte(`${formatNombre(entre.meilleur)} à ${formatNombre(entre.pire)}`)
      },
    },
  ]
}

function colonnesDuLieu({ lieu }: Situation, moments: readonly Rangs[]): readonly Colonne[] {
  if (lieu === undefined) return []
  const effectifs = moments.some(({ chiffre }) => chiffre !== undefined && chiffre.denominateur !== null)
  const rangs = moments.some(({ place }) => place?.rang !== undefined)
  return [
    { code: 'valeur', titre: lieu.nom, nombre: true, cellule: ({ chiffre, ecriture }) => valeurDe(chiffre, ecriture) },
    ...(effectifs
      ? [
          {
            code: 'numerateur',
            titre: 'Effectif',
            nombre: true,
            cellule: ({ chiffre }: Rangs) => effectifsDe(chiffre)[0],
          },
          {
            code: 'denominateur',
            titre: 'Sur',
            nombre: true,
            cellule: ({ chiffre }: Rangs) => effectifsDe(chiffre)[1],
          },
        ]
      : []),
    ...(rangs ? colonnesRang() : []),
  ]
}

function colonnes(situation: Situation, moments: readonly Rangs[], lieux: readonly Lieu[]): readonly Colonne[] {
  const medianes = moments.some((rangs) => medianeDe(rangs) !== null)
  return [
    { code: 'periode', titre: 'Période', cellule: (rangs) => texte(ecrirePeriode(rangs.situation.periode)) },
    ...colonnesDuLieu(situation, moments),
    ...(medianes
      ? [
          {
            code: 'mediane',
            titre: 'Médiane des EPCI',
            nombre: true,
            cellule: (rangs: Rangs) => {
              const valeur = medianeDe(rangs)
              return valeur === null ? vide(francais(SANS_MEDIANE)) : nombre(valeur, rangs.ecriture.valeur)
            },
          },
          {
            code: 'epci',
            titre: 'EPCI connus',
            nombre: true,
            cellule: ({ classement }: Rangs) => nombre(classement.nombre, formatNombre),
          },
        ]
      : []),
    ...lieux.map((lieu) => ({
      code: `ensemble-${lieu.code}`,
      titre: lieu.nom,
      nombre: true,
      cellule: (rangs: Rangs) => {
        const ensemble = ensembleEn(rangs, lieu)
        return ensemble === undefined ? vide(SANS_ENSEMBLE) : nombre(ensemble.valeur, rangs.ecriture.valeur)
      },
    })),
  ]
}

function tableau(liste: readonly Colonne[], moments: readonly Rangs[], periode: string): TableauFigure {
  return {
    colonnes: liste.map(({ code, titre, nombre: chiffres = false }) => ({ code, titre, nombre: chiffres })),
    lignes: moments.map((rangs) => ({
      cle: rangs.situation.periode,
      cellules: liste.map(({ cellule }) => cellule(rangs)),
      repere: rangs.situation.periode === periode,
    })),
  }
}

function chiffresDes(moments: readonly Rangs[], lieux: readonly Lieu[]): readonly Chiffre[] {
  return moments.flatMap(({ classement, groupe, situation, chiffre }) => [
    ...(chiffre === undefined ? [] : [chiffre]),
    ...classement.classes.map((classe) => classe.chiffre),
    ...lieux.flatMap((lieu) => chiffreDe(situation.table, groupe, lieu) ?? []),
  ])
}

function etendue(moments: readonly Rangs[]): string {
  const [debut, fin] = [moments[0], moments.at(-1)].map((rangs) => ecrirePeriode(rangs?.situation.periode ?? ''))
  return debut === fin ? (debut ?? '') : `${debut ?? ''} – ${fin ?? ''}`
}

/** How a figure moved: the territory, the median of its company, the larger territories, and since when. */
export function figureEvolution(situation: Situation, id: string): Figure {
  const temps = serieTemps(situation)
  const { moments } = temps
  const lieux = ensemblesUtiles(situation, moments)
  const { indicateur } = situation.choix
  const lignes = series(situation, moments, lieux)
  const phrases = phrasesTemps(temps)
  return {
    id,
    titre: `${indicateur.nom}\u202f: depuis quand\u202f?`,
    sousTitre: `${situation.lieu?.nom ?? situation.parmi.nom}, ${etendue(moments)}`,
    phrase: francais(phrases.length > 0 ? phrases.join(' ') : phraseEnsembles(moments, lieux)),
    dessin: dessin(moments, lignes),
    tableau: tableau(colonnes(situation, moments, lieux), moments, situation.periode),
    ...origineDe(chiffresDes(moments, lieux), [indicateur]),
  }
}

/** No territory chosen: what the larger ones went through. */
function phraseEnsembles(moments: readonly Rangs[], lieux: readonly Lieu[]): string {
  const phrases = lieux.flatMap((lieu) => {
    const connus = moments.flatMap((rangs) => {
      const ensemble = ensembleEn(rangs, lieu)
      return ensemble === undefined
        ? []
        : [`${rangs.ecriture.valeur(ensemble.valeur)} (${ecrirePeriode(rangs.situation.periode)})`]
    })
    return connus.length < 2 ? [] : [`${lieu.nom} : de ${connus[0] ?? ''} à ${connus.at(-1) ?? ''}.`]
  })
  return phrases.join(' ')
}
