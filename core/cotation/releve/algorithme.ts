import type { Bloc } from '../../document/document.ts'
import type { Departage } from '../grille/grille.ts'
import { champNommable } from '../grille/champs-nommables.ts'
import { direValeur } from '../dire/dire-valeur.ts'
import type { ContexteReleve } from './contexte.ts'
import { liste, paragraphe, titre } from './contexte.ts'
import { donneesTraitees } from './donnees-traitees.ts'
import { parametresAppliques } from './parametres-appliques.ts'

function direDepartage(departage: Departage): string {
  const champ = champNommable(departage.champ)
  const libelle = `« ${champ?.libelle ?? departage.champ} »`
  if ('premier' in departage) {
    const valeur = champ === undefined ? String(departage.premier) : direValeur(champ, departage.premier)
    return `${libelle}, « ${valeur} » d’abord`
  }
  return `${libelle}, par ordre ${departage.ordre === 'decroissant' ? 'décroissant' : 'croissant'}`
}

function operations({ cotation }: ContexteReleve): readonly string[] {
  const { departage = [], note_min, note_max, familles = [] } = cotation.grilleLue.grille
  const egalite = [...departage.map(direDepartage), 'le numéro unique'].join(', puis ')
  return [
    'Lecture des informations de la demande ; une information vide ou illisible est inconnue, jamais devinée',
    'Calcul des informations qui s’en déduisent (ancienneté, âge, quartile, taux d’effort…) au jour indiqué',
    'Pour chaque critère, comparaison de ces informations avec la condition de la grille : rempli, non rempli ou impossible à dire ; un critère rempli donne les points de la grille',
    ...(familles.length === 0
      ? []
      : ['Dans chaque famille, cumul des points, puis application du plafond et du plancher']),
    `Addition des points des familles et des critères seuls${note_min === undefined && note_max === undefined ? '' : ', puis application des limites de la note'}`,
    `Classement des demandes par note, la plus haute d’abord ; à égalité, par : ${egalite}`,
  ]
}

/**
 * What is owed on request on a computed individual measure: degree and mode of contribution, data and sources,
 * parameters and weights applied, operations.
 *
 * Source: CRPA art. R. 311-3-1-2.
 */
export function partieAlgorithme(contexte: ContexteReleve): readonly Bloc[] {
  return [
    titre('Comment la note est calculée'),
    paragraphe(
      'Informations dues, sur demande, à la personne concernée par un calcul automatique (article R. 311-3-1-2 du code des relations entre le public et l’administration).',
      'note',
    ),
    titre('1. Degré et mode de contribution du calcul', 2),
    paragraphe(
      'La note est une aide. Elle ordonne les demandes pour préparer le travail des personnes qui proposent des candidats et de la commission d’attribution (CALEOL). La commission examine chaque dossier et choisit librement : la note la plus haute n’est pas nécessairement celle de la demande à laquelle un logement est attribué. Le calcul applique des règles écrites et votées ; il n’apprend rien et ne prédit rien.',
    ),
    titre('2. Données traitées et leurs sources', 2),
    ...donneesTraitees(contexte),
    titre('3. Paramètres et pondérations appliqués', 2),
    ...parametresAppliques(contexte),
    titre('4. Opérations effectuées', 2),
    liste(operations(contexte), true),
  ]
}
