import { enPoints } from '../../cotation/centiemes.ts'
import type { Cotation } from '../../cotation/coter.ts'
import type { Source } from '../../cotation/feuilles/provenance.ts'
import { jourFrancais } from '../../socle/jour.ts'
import type { ColonneEcrite, FeuilleEcrite } from '../../socle/table.ts'
import { francais } from '../../socle/typographie.ts'
import type { Comparaisons } from './comparer.ts'
import { direPaire } from './dire.ts'
import type { MesuresPaire } from './paire.ts'

const COLONNES: readonly ColonneEcrite[] = [
  { titre: 'Numéro unique', format: 'texte', largeur: 22 },
  { titre: 'Ordre avant', format: 'entier', largeur: 10 },
  { titre: 'Ordre après', format: 'entier', largeur: 10 },
  { titre: 'Places gagnées', format: 'entier', largeur: 10 },
  { titre: 'Note avant', format: 'points', largeur: 10 },
  { titre: 'Note après', format: 'points', largeur: 10 },
]

function nomDe({ grilleLue: { grille } }: Cotation): string {
  return `${grille.nom} (${grille.id})`
}

function provenance(
  { contexte }: Comparaisons,
  a: Cotation,
  b: Cotation,
  paire: MesuresPaire,
  source: Source,
): FeuilleEcrite['provenance'] {
  const lignes: FeuilleEcrite['provenance'] = [
    ['Usage', 'Aide à la décision : la commission d’attribution reste libre de son choix.'],
    ['Grille avant', nomDe(a)],
    ['Empreinte avant', a.grilleLue.empreinte],
    ['Grille après', nomDe(b)],
    ['Empreinte après', b.grilleLue.empreinte],
    ['Calcul', `au ${jourFrancais(contexte.jour)}, moteur ${source.versionMoteur}`],
    ['Source', `${source.fichier}, feuille « ${source.feuille} »`],
    ...direPaire(paire).map((phrase) => ['Bilan', phrase] as const),
  ]
  return lignes.map(([etiquette, valeur]) => [etiquette, francais(valeur)] as const)
}

function feuille(comparaisons: Comparaisons, rang: number, source: Source): readonly FeuilleEcrite[] {
  const { cotations, paires, demandes } = comparaisons
  const [a, b, paire] = [cotations[0], cotations[rang + 1], paires[rang]]
  if (a === undefined || b === undefined || paire === undefined) return []
  const { population, ordreA, ordreB } = paire
  const parOrdre = new Uint32Array(population.length)
  ordreB.forEach((place, p) => {
    parOrdre[place - 1] = p
  })
  return [
    {
      nom: paires.length === 1 ? 'Comparaison' : `Comparaison ${String(rang + 1)}`,
      titre: 'Qui bouge quand la grille change',
      provenance: provenance(comparaisons, a, b, paire, source),
      colonnes: COLONNES,
      colonnesFigees: 1,
      nombreLignes: population.length,
      ligne: (place) => {
        const p = parOrdre[place] ?? 0
        const i = population[p] ?? 0
        const [avant, apres] = [ordreA[p] ?? 0, ordreB[p] ?? 0]
        const note = ({ totaux }: Cotation): number => enPoints(totaux[i] ?? 0)
        return [demandes.numeros[i] ?? '', avant, apres, avant - apres, note(a), note(b)]
      },
    },
  ]
}

/**
 * One sheet for each grid compared with the first: its summary, then every demande that both score, in the new order.
 *
 * @example feuillesComparaison(comparaisons, source)[0]?.nom //=> 'Comparaison'
 */
export function feuillesComparaison(comparaisons: Comparaisons, source: Source): readonly FeuilleEcrite[] {
  return comparaisons.paires.flatMap((_, rang) => feuille(comparaisons, rang, source))
}
