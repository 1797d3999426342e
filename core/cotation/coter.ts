import type { BorneQuartile, ContexteCalcul, Donnees } from '../demande/derives/derive.ts'
import { anomaliesQuartile } from '../demande/anomalies-quartile.ts'
import type { Demandes } from '../demande/demandes.ts'
import { creerDonnees } from '../demande/donnees.ts'
import type { Anomalie } from '../socle/anomalie.ts'
import { anomalie } from '../socle/messages.ts'
import type { Classement } from './classer.ts'
import { classer } from './classer.ts'
import { creerEvaluateur, VRAI } from './condition.ts'
import type { Evaluateur } from './condition.ts'
import type { Constat } from './constater.ts'
import { constater } from './constater.ts'
import { clesDepartage } from './departager.ts'
import { utilise } from './grille/champs-de.ts'
import type { GrilleLue } from './grille/lire-grille.ts'
import type { Groupe } from './groupes.ts'
import { groupesDe } from './groupes.ts'
import { parcourir, suivante } from './parcourir.ts'
import { regleDe } from './regles/regle-de.ts'
import { INCERTAIN } from './regles/regle.ts'
import type { SousTotal, Totaux } from './totaliser.ts'
import { sousTotal, totaliser } from './totaliser.ts'

/** What one grid gives to the demandes that it scores. Points are in whole hundredths. */
export interface Cotation extends Totaux {
  readonly grilleLue: GrilleLue
  readonly donnees: Donnees
  readonly groupes: readonly Groupe[]
  /** By criterion, in grid order. */
  readonly constats: readonly Constat[]
  /** By group. */
  readonly sousTotaux: readonly SousTotal[]
  /** 1 when no criterion is unknown. */
  readonly complets: Uint8Array
  readonly classement: Classement
}

export interface ContexteCotation extends Omit<ContexteCalcul, 'borne' | 'territoire'> {
  /** Overrides the grid's own bound. */
  readonly borne?: BorneQuartile
}

export interface Cotations {
  readonly demandes: Demandes
  readonly contexte: ContexteCotation
  /** One a grid, in the order given. */
  readonly cotations: readonly Cotation[]
  /** By demande: rank of the grid that scores it, −1 for none. */
  readonly affectations: Int8Array
  readonly anomalies: readonly Anomalie[]
}

/** The columns that a grid scores: its territory and its bound of quartiles decide what `quartile` is. */
export function donneesPour(demandes: Demandes, { grille }: GrilleLue, contexte: ContexteCotation): Donnees {
  return creerDonnees(demandes, {
    ...contexte,
    territoire: grille.territoire,
    borne: contexte.borne ?? grille.quartile_borne ?? 'stricte',
  })
}

/** 1 for each demande of which no criterion is unknown. */
export function completude(nombre: number, constats: readonly Constat[]): Uint8Array {
  const complets = new Uint8Array(nombre).fill(1)
  for (const { etats, incertain } of constats) {
    if (!incertain) continue
    const parcours = parcourir(etats)
    for (let i = suivante(parcours, INCERTAIN, 0); i < nombre; i = suivante(parcours, INCERTAIN, i + 1)) complets[i] = 0
  }
  return complets
}

function coterUneGrille(
  grilleLue: GrilleLue,
  donnees: Donnees,
  evaluateur: Evaluateur,
  parNumero: Uint32Array,
): Cotation {
  const { grille } = grilleLue
  const groupes = groupesDe(grille)
  const constats = grille.criteres.map((critere) => constater(critere, donnees, evaluateur))
  const membres = grille.criteres.flatMap((critere, rang) => {
    const constat = constats[rang]
    return constat === undefined ? [] : [{ rang, constat, etendue: regleDe(critere).etendue }]
  })
  const sousTotaux = groupes.map((groupe) =>
    sousTotal(
      donnees.nombre,
      groupe,
      membres.filter(({ rang }) => groupe.criteres.includes(rang)),
    ),
  )
  const totaux = totaliser(donnees.nombre, grille, sousTotaux)
  const departages = clesDepartage(grille.departage ?? [], donnees, evaluateur)
  return {
    ...totaux,
    grilleLue,
    donnees,
    groupes,
    constats,
    sousTotaux,
    complets: completude(donnees.nombre, constats),
    classement: classer(totaux.totaux, departages, parNumero),
  }
}

/** Gives each demande to the first grid whose scope holds. */
function affecter(nombre: number, grilles: readonly GrilleLue[], evaluateurs: readonly Evaluateur[]): Int8Array {
  const affectations = new Int8Array(nombre).fill(-1)
  grilles.forEach(({ grille: { portee } }, rang) => {
    const concernees = portee === undefined ? undefined : evaluateurs[rang]?.evaluer(portee)
    for (let i = 0; i < nombre; i++) {
      if (affectations[i] === -1 && (concernees === undefined || concernees[i] === VRAI)) affectations[i] = rang
    }
  })
  return affectations
}

/** Indexes of the demandes that one grid scores, by unique number. */
function affectees({ parNumero }: Demandes, affectations: Int8Array, rang: number): Uint32Array {
  const siennes = new Uint32Array(parNumero.length)
  let n = 0
  for (const i of parNumero) if (affectations[i] === rang) siennes[n++] = i
  return n === siennes.length ? siennes : siennes.slice(0, n)
}

function horsPortee({ lignes }: Demandes, affectations: Int8Array): readonly Anomalie[] {
  const anomalies: Anomalie[] = []
  for (let i = affectations.indexOf(-1); i >= 0; i = affectations.indexOf(-1, i + 1)) {
    anomalies.push(anomalie({ code: 'hors-portee', ligne: lignes[i] ?? 0, colonne: 'numero_unique' }))
  }
  return anomalies
}

/**
 * Scores and ranks applications by the first grid whose scope holds for each.
 *
 * @example coter(demandes, [grille], { jour, seuils: SEUILS_QUARTILES }).cotations[0]?.totaux[1] //=> 6000
 */
export function coter(demandes: Demandes, grilles: readonly GrilleLue[], contexte: ContexteCotation): Cotations {
  const donnees = grilles.map((grille) => donneesPour(demandes, grille, contexte))
  const evaluateurs = donnees.map((donnees) => creerEvaluateur(donnees))
  const affectations = affecter(demandes.nombre, grilles, evaluateurs)
  const cotations = grilles.flatMap((grille, rang) => {
    const [table, evaluateur] = [donnees[rang], evaluateurs[rang]]
    if (table === undefined || evaluateur === undefined) return []
    return [coterUneGrille(grille, table, evaluateur, affectees(demandes, affectations, rang))]
  })
  const quartiles = donnees.flatMap((table, rang) =>
    anomaliesQuartile(
      demandes,
      table,
      grilles.some(({ grille }) => utilise(grille, 'quartile')),
      (i) => Math.max(affectations[i] ?? 0, 0) === rang,
    ),
  )
  return {
    demandes,
    contexte,
    cotations,
    affectations,
    anomalies: [...quartiles, ...horsPortee(demandes, affectations)],
  }
}
