import type { Cotation, Cotations, Territoires } from '../../core/index.ts'
import {
  colonneChamp,
  direChamp,
  enPoints,
  expliquer,
  expliquerAjustements,
  formatCompte,
  formatNombre,
  formatPoints,
  francais,
  manqueDe,
} from '../../core/index.ts'
import type { CritereVu, ExplicationVue, PartVue, VoisinVu } from './contrat.ts'
import { libelleChamp } from './decrire-table.ts'
import { direBornes, direCentiemes, direEcrite } from './lignes-classees.ts'

/** The list in which a demande is looked at. */
export interface ListeClassee {
  readonly indices: Uint32Array
  /** By place: 1 when the place is not settled. */
  readonly marques: Uint8Array
  /** Rows shown: `limite` applied. */
  readonly nombre: number
}

/** Neighbours shown on each side. */
const VOISINS = 3

const PROFIL = [
  'nb_personnes',
  'typologies_souhaitees',
  'communes_souhaitees',
  'publics_prioritaires',
  'nature',
  'statut_logement',
  'date_depot',
  'ressources_mensuelles',
  'quartile',
] as const

function nomFamille(cotation: Cotation, code: string | undefined): string {
  return cotation.grilleLue.grille.familles?.find((famille) => famille.code === code)?.nom ?? ''
}

function criteres(cotation: Cotation, i: number): readonly CritereVu[] {
  return expliquer(cotation, i).map(({ nom, famille, etat, points, motif, regle, baseLegale }) => ({
    nom,
    famille: nomFamille(cotation, famille),
    etat,
    points: etat === 'retenu' ? formatNombre(points, { signe: true }) : etat === 'inconnu' ? '?' : '0',
    motif,
    regle,
    baseLegale,
  }))
}

function part(nom: string, centiemes: number, phrases: readonly string[]): PartVue {
  const points = enPoints(centiemes)
  return { nom, points, texte: formatNombre(points, { signe: true }), phrases }
}

const SEULS = 'Autres critères'

function phrasesDe(cotation: Cotation, i: number, rangs: readonly number[]): string[] {
  const expliquees = expliquer(cotation, i)
  return rangs.flatMap((rang) => {
    const ligne = expliquees[rang]
    const muette = ligne === undefined || (ligne.etat === 'ecarte' && !ligne.nonJustifie)
    return muette ? [] : [`${ligne.nom}. ${ligne.motif}`]
  })
}

/**
 * One part a family, whether it gives points or not, so that a family keeps its place and its colour; then the criteria
 * that stand alone, together; then what the limits of the note take or give.
 */
function parts(cotation: Cotation, i: number): readonly PartVue[] {
  const { groupes, sousTotaux } = cotation
  const ajustements = expliquerAjustements(cotation, i)
  const familles = groupes.flatMap(({ famille, criteres: rangs }, g) => {
    if (famille === undefined) return []
    const bornes = ajustements.filter((ajustement) => ajustement.famille === famille.code).map(({ motif }) => motif)
    return [part(famille.nom, sousTotaux[g]?.sommes[i] ?? 0, [...phrasesDe(cotation, i, rangs), ...bornes])]
  })
  const seuls = groupes.flatMap(({ famille, criteres: rangs }, g) => (famille === undefined ? [{ g, rangs }] : []))
  const somme = seuls.reduce((total, { g }) => total + (sousTotaux[g]?.sommes[i] ?? 0), 0)
  const rangsSeuls = seuls.flatMap(({ rangs }) => rangs)
  const note = ajustements.filter(({ famille }) => famille === null)
  return [
    ...familles,
    ...(seuls.length === 0 ? [] : [part(SEULS, somme, phrasesDe(cotation, i, rangsSeuls))]),
    ...note.map(({ points, motif }) => part('Limite de la note', points * 100, [motif])),
  ]
}

function direEcart(centiemes: number): string {
  if (centiemes === 0) return 'même note'
  const mot = centiemes > 0 ? 'de plus' : 'de moins'
  return `${formatPoints(Math.abs(enPoints(centiemes)))} ${mot}`
}

function voisins({ demandes }: Cotations, cotation: Cotation, liste: ListeClassee, place: number): readonly VoisinVu[] {
  const ici = liste.indices[place] ?? 0
  const debut = Math.max(0, place - VOISINS)
  return [...liste.indices.subarray(debut, place + VOISINS + 1)].map((i, k) => ({
    place: debut + k,
    rang: formatNombre(cotation.classement.rang[i] ?? 0),
    numero: demandes.numeros[i] ?? '',
    note: direCentiemes(cotation.totaux[i] ?? 0),
    ecart: debut + k === place ? '' : direEcart((cotation.totaux[i] ?? 0) - (cotation.totaux[ici] ?? 0)),
    courant: debut + k === place,
  }))
}

/** The right end of the bars: the highest sum of points given in the ranking, so that bars compare from one demande to another. */
export function maximumBarre({ sousTotaux, classement: { indices } }: Cotation): number {
  let maximum = 100
  for (const i of indices) {
    let somme = 0
    for (const { sommes } of sousTotaux) somme += Math.max(0, sommes[i] ?? 0)
    if (somme > maximum) maximum = somme
  }
  return enPoints(maximum)
}

function profil(cotation: Cotation, i: number, lieux: Territoires): ExplicationVue['profil'] {
  return PROFIL.map((code) => {
    const texte = code.startsWith('communes')
      ? direEcrite(colonneChamp(code, cotation.donnees, lieux).valeur(i))
      : direChamp(code, cotation.donnees, i)
    return [libelleChamp(code), francais(texte)] as const
  })
}

function direOfficielle(cotation: Cotation, i: number): string | undefined {
  const colonne = cotation.donnees.simple('note_officielle')
  if (colonne.etats[i] !== 0) return undefined
  const officielle = colonne.valeurs[i] ?? 0
  const ecart = Math.round((cotation.totaux[i] ?? 0) - officielle * 100)
  return ecart === 0
    ? `${formatNombre(officielle)}, la même qu’ici`
    : `${formatNombre(officielle)}, ${direEcart(-ecart)} qu’ici`
}

/** Everything about the score of one demande of a list, ready to be read. */
export function explication(
  cotations: Cotations,
  cotation: Cotation,
  liste: ListeClassee,
  place: number,
  lieux: Territoires,
  maximum: number,
): ExplicationVue {
  const i = liste.indices[place] ?? 0
  const bornes = direBornes(cotation, i)
  const incertaine = liste.marques[place] === 1
  return {
    place,
    numero: cotations.demandes.numeros[i] ?? '',
    ligne: cotations.demandes.lignes[i] ?? 0,
    rang: formatNombre(cotation.classement.rang[i] ?? 0),
    sur: formatCompte(cotation.classement.indices.length, 'demande'),
    total: formatPoints(enPoints(cotation.totaux[i] ?? 0)),
    bornes: bornes === '' ? undefined : bornes,
    incertaine,
    manque: manqueDe(cotation, i).map(libelleChamp),
    maximum,
    parts: parts(cotation, i),
    criteres: criteres(cotation, i),
    ajustements: expliquerAjustements(cotation, i).map(({ motif, points }) => ({
      motif,
      points: formatNombre(points, { signe: true }),
    })),
    voisins: voisins(cotations, cotation, liste, place),
    profil: profil(cotation, i, lieux),
    officielle: direOfficielle(cotation, i),
    provenance: [],
  }
}
