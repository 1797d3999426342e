import { REGLE_CONFLITS, SEUIL_MENAGES } from '../../../core/observatoire/index.ts'

/** How the page compares, whatever the indicator. */
export const REGLES: readonly { readonly titre: string; readonly texte: string }[] = [
  {
    titre: 'Protection',
    texte: `Un chiffre qui désignerait moins de ${String(SEUIL_MENAGES)} ménages est retenu avant publication, avec ceux qui permettraient de le retrouver par différence. La page ne peut pas le montrer : il n’est pas dans le fichier. La raison est écrite partout où il manque.`,
  },
  {
    titre: 'Médiane',
    texte:
      'La moitié des EPCI comparés est au-dessus, l’autre au-dessous ; chacun compte une fois, quelle que soit sa taille. Elle n’est pas la part d’ensemble, où les grands EPCI pèsent plus.',
  },
  {
    titre: 'Sommes',
    texte:
      'Un département ou une région sans total publié est la somme des numérateurs et des dénominateurs de ses EPCI connus, jamais une moyenne de parts. Un EPCI à cheval sur deux départements n’entre dans la somme d’aucun. Médianes, seuils et chiffres déjà publiés ne sont jamais réagrégés.',
  },
  {
    titre: 'Intervalle à 95 %',
    texte:
      'Ce qu’un si petit effectif peut devoir au hasard d’une année (intervalle de Wilson). Plus l’effectif est petit, plus il est large.',
  },
  {
    titre: 'Rang possible',
    texte:
      'Deux EPCI dont l’écart ne dépasse pas ce que le hasard explique peuvent être dans un ordre ou dans l’autre (intervalle de Newcombe pour la différence de deux parts, à 95 %, deux à deux). Le rang possible va du meilleur au moins bon de ces ordres.',
  },
  {
    titre: 'Objectif légal',
    texte:
      'Il n’est dessiné que devant un chiffre qui le mesure : un bilan officiel compté sur une autre assiette n’y est jamais comparé. Qu’il soit atteint se juge sur les effectifs exacts, et non sur le taux arrondi.',
  },
  {
    titre: 'Depuis quand',
    texte:
      'On remonte le temps depuis la dernière période connue tant que l’état ne change pas. Une période sans chiffre arrête la remontée : personne ne peut dire ce qu’elle cache.',
  },
  { titre: 'Fichiers qui se contredisent', texte: REGLE_CONFLITS },
]
