import type { Donnees } from '../demande/derives/derive.ts'
import { CONNU } from '../lecture/colonne.ts'
import { formatCompte, formatNombre, formatPoints } from '../socle/format.ts'
import { francais } from '../socle/typographie.ts'
import type { Cotation } from './coter.ts'
import { direChamp, direNombre } from './dire/dire-valeur.ts'
import { direCritere } from './dire/dire-regle.ts'
import { champNommable } from './grille/champs-nommables.ts'
import { champsDeCritere } from './grille/champs-de.ts'
import type { Critere, Par } from './grille/grille.ts'
import type { Ajustement, Ligne } from './lignes.ts'
import { ajustementsDe, lignesDe } from './lignes.ts'
import { unites } from './regles/par.ts'

/** One criterion as it applied to one demande, ready to be read by a person. */
export interface LigneExpliquee extends Ligne {
  readonly nom: string
  readonly famille: string | undefined
  /** « Reconnu prioritaire DALO : oui »: what was read. */
  readonly lu: string
  /** What the grid says. */
  readonly regle: string
  /** Why these points, in one sentence. */
  readonly motif: string
  readonly baseLegale: string | undefined
}

export interface AjustementExplique extends Ajustement {
  readonly motif: string
}

function direLu(critere: Critere, donnees: Donnees, i: number): string {
  return champsDeCritere(critere)
    .map((champ) => `${champNommable(champ)?.libelle ?? champ} : ${direChamp(champ, donnees, i)}`)
    .join(' ; ')
}

function direUnites(par: Par, donnees: Donnees, i: number): string {
  const colonne = donnees.simple(par.champ)
  const champ = champNommable(par.champ)
  if (colonne.etats[i] !== CONNU || champ === undefined || (par.chaque === 1 && par.a_partir_de === undefined))
    return ''
  const nombre = unites(colonne.valeurs[i] ?? 0, par)
  const limite = nombre === par.maximum ? ', le maximum' : ''
  return `, soit ${formatCompte(nombre, 'unité')} de ${direNombre(champ, par.chaque)}${limite}`
}

function motifDe(critere: Critere, ligne: Ligne, lu: string, donnees: Donnees, i: number): string {
  const detail = critere.par === undefined ? '' : direUnites(critere.par, donnees, i)
  switch (ligne.etat) {
    case 'retenu':
      return `${lu}${detail} : ${formatPoints(ligne.points)}.`
    case 'absorbe':
      return `${lu}${detail} : rempli, mais seul le critère le plus élevé de la famille compte (« ${ligne.absorbePar ?? ''} »).`
    case 'inconnu':
      return `${lu} : on ne peut pas savoir si le critère est rempli, aucun point n’est donné.`
    case 'ecarte':
      return ligne.nonJustifie ? 'non justifié' : `${lu}${detail} : pas de point.`
  }
}

/**
 * Every criterion of the grid for the demande of index `i`, in grid order, in French: what was read, what the grid says, why
 * these points. It is what the statement owed on request tells (CRPA art. R. 311-3-1-2).
 *
 * @example
 * const [premiere = 0] = cotation.classement.indices
 * expliquer(cotation, premiere)[0]?.motif //=> 'Reconnu prioritaire DALO : oui : 50 points.'
 */
export function expliquer(cotation: Cotation, i: number): readonly LigneExpliquee[] {
  const { criteres } = cotation.grilleLue.grille
  return lignesDe(cotation, i).flatMap((ligne, rang) => {
    const critere = criteres[rang]
    if (critere === undefined) return []
    const lu = direLu(critere, cotation.donnees, i)
    return [
      {
        ...ligne,
        nom: critere.nom,
        famille: critere.famille,
        lu: francais(lu),
        regle: francais(direCritere(critere)),
        motif: francais(motifDe(critere, ligne, lu, cotation.donnees, i)),
        baseLegale: critere.base_legale,
      },
    ]
  })
}

/**
 * The caps and floors that bite for the demande of index `i`, in French.
 *
 * @example
 * const plafonnee = demandes.numeros.findIndex((_, i) => expliquerAjustements(cotation, i).length > 0)
 * expliquerAjustements(cotation, plafonnee)
 * //=> [{ famille: null, points: 6, borne: 'plancher', limite: 0, motif: 'Plancher de la note : 0.' }]
 */
export function expliquerAjustements(cotation: Cotation, i: number): readonly AjustementExplique[] {
  const familles = cotation.grilleLue.grille.familles ?? []
  return ajustementsDe(cotation, i).map((ajustement) => {
    const nom = familles.find(({ code }) => code === ajustement.famille)?.nom
    const cible = nom === undefined ? 'de la note' : `de la famille « ${nom} »`
    const motif = `${ajustement.borne === 'plafond' ? 'Plafond' : 'Plancher'} ${cible} : ${formatNombre(ajustement.limite)}.`
    return { ...ajustement, motif: francais(motif) }
  })
}
