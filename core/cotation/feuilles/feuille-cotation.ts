import type { FeuilleEcrite, ValeurEcrite } from '../../socle/table.ts'
import { enPoints } from '../centiemes.ts'
import { centiemesDe } from '../constater.ts'
import type { Cotation, Cotations } from '../coter.ts'
import { champNommable } from '../grille/champs-nommables.ts'
import { manqueDe } from '../lignes.ts'
import { INCERTAIN } from '../regles/regle.ts'
import type { Source } from './provenance.ts'
import { provenance } from './provenance.ts'
import type { ColonneChamp, NomsDeLieux } from './valeur-ecrite.ts'
import { colonneChamp } from './valeur-ecrite.ts'

/** Fields shown beside the score unless the user chooses others. */
export const CHAMPS_PAR_DEFAUT: readonly string[] = [
  'communes_souhaitees',
  'typologies_souhaitees',
  'nb_personnes',
  'quartile',
  'publics_prioritaires',
  'nature',
  'date_depot',
]

/** Rank, number and note stay in view. */
const COLONNES_FIGEES = 3

export interface OptionsFeuille {
  readonly source: Source
  readonly lieux: NomsDeLieux
  /** Codes of the fields shown beside the score. */
  readonly champs: readonly string[]
}

function colonnesNote(cotation: Cotation, { demandes }: Cotations): readonly ColonneChamp[] {
  const { classement, totaux, minimums, maximums, complets } = cotation
  const borne = (bornes: Float64Array) => (i: number) =>
    complets[i] === 1 || !Number.isFinite(bornes[i]) ? null : enPoints(bornes[i] ?? 0)
  const libelle = (code: string): string => champNommable(code)?.libelle ?? code
  return [
    { titre: 'Rang', format: 'entier', largeur: 7, valeur: (i) => classement.rang[i] ?? null },
    { titre: 'Numéro unique', format: 'texte', largeur: 22, valeur: (i) => demandes.numeros[i] ?? '' },
    { titre: 'Note', format: 'points', largeur: 9, valeur: (i) => enPoints(totaux[i] ?? 0) },
    { titre: 'Note minimale', format: 'points', largeur: 10, valeur: borne(minimums) },
    { titre: 'Note maximale', format: 'points', largeur: 10, valeur: borne(maximums) },
    {
      titre: 'À compléter',
      format: 'texte',
      largeur: 28,
      valeur: (i) => (complets[i] === 1 ? null : manqueDe(cotation, i).map(libelle).join(', ')),
    },
  ]
}

function colonnesFamilles({ groupes, sousTotaux }: Cotation): readonly ColonneChamp[] {
  return groupes.flatMap(({ famille }, g) =>
    famille === undefined
      ? []
      : [
          {
            titre: `Famille ${famille.nom}`,
            format: 'points' as const,
            largeur: 12,
            valeur: (i: number) => enPoints(sousTotaux[g]?.sommes[i] ?? 0),
          },
        ],
  )
}

/** Points that count, criterion by criterion: empty when unknown, so that nobody takes it for 0. */
function colonnesCriteres({ grilleLue, constats, groupes, sousTotaux }: Cotation): readonly ColonneChamp[] {
  return grilleLue.grille.criteres.map(({ nom }, rang) => {
    const constat = constats[rang]
    const meilleurs = sousTotaux[groupes.findIndex(({ criteres }) => criteres.includes(rang))]?.meilleurs
    const valeur = (i: number): ValeurEcrite => {
      if (constat === undefined || constat.etats[i] === INCERTAIN) return null
      const points = centiemesDe(constat, i)
      const absorbe = points > 0 && meilleurs !== undefined && meilleurs[i] !== rang
      return absorbe ? 0 : enPoints(points)
    }
    return { titre: nom, format: 'points', largeur: 12, valeur }
  })
}

/** The ranked demandes of one grid: rank, number, note and its bounds, families, criteria, and the fields chosen. */
export function feuilleCotation(cotations: Cotations, cotation: Cotation, options: OptionsFeuille): FeuilleEcrite {
  const colonnes = [
    ...colonnesNote(cotation, cotations),
    ...options.champs.map((code) => colonneChamp(code, cotation.donnees, options.lieux)),
    ...colonnesFamilles(cotation),
    ...colonnesCriteres(cotation),
  ]
  const { indices } = cotation.classement
  const { grille } = cotation.grilleLue
  return {
    nom: cotations.cotations.length === 1 ? 'Cotation' : `Cotation ${grille.id}`,
    titre: `Cotation des demandes — ${grille.nom}`,
    provenance: provenance(cotations, cotation, options.source),
    colonnes,
    colonnesFigees: COLONNES_FIGEES,
    nombreLignes: indices.length,
    ligne: (place) => colonnes.map(({ valeur }) => valeur(indices[place] ?? 0)),
  }
}
