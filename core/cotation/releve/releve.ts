import type { Bloc, DocumentEcrit, Partie } from '../../document/document.ts'
import { formatCompte, formatPoints } from '../../socle/format.ts'
import { jourFrancais } from '../../socle/jour.ts'
import { Refus } from '../../socle/refus.ts'
import { francais } from '../../socle/typographie.ts'
import { enPoints } from '../centiemes.ts'
import type { Cotation, Cotations } from '../coter.ts'
import { partieAlgorithme } from './algorithme.ts'
import type { ContexteReleve, OptionsReleve } from './contexte.ts'
import { paragraphe } from './contexte.ts'
import { partiePlace, partiePriorite, partieRefus } from './droits.ts'
import { partieNote } from './note.ts'
import type { IndexSimilaires } from './similaires.ts'
import { indexerSimilaires } from './similaires.ts'

/** Writes statements of points; what they share is worked out once. */
export interface Releves {
  /**
   * The statement of one demande, by its index.
   *
   * @throws Refus when no grid scores it
   */
  releve(i: number): Partie
  /**
   * The statements of several demandes in one document, in the order given.
   *
   * @throws Refus naming the numbers that are not among the demandes scored
   */
  document(numeros: readonly string[]): DocumentEcrit
}

function etiquettes(
  { grilleLue: { grille, empreinte }, donnees }: Cotation,
  versionMoteur: string,
): DocumentEcrit['provenance'] {
  return [
    ['Grille', francais(`${grille.nom} (${grille.id})`)],
    ['Empreinte', empreinte],
    ['Jour', jourFrancais(donnees.contexte.jour)],
    ['Moteur', versionMoteur],
  ]
}

function entete({ cotation, i }: ContexteReleve): readonly Bloc[] {
  const { grille } = cotation.grilleLue
  const jour = jourFrancais(cotation.donnees.contexte.jour)
  const provisoire = cotation.complets[i] === 1 ? '' : ', à compléter'
  return [
    paragraphe(
      `Au ${jour}, la note de cette demande est de ${formatPoints(enPoints(cotation.totaux[i] ?? 0))}${provisoire}, selon la grille « ${grille.nom} ». Cette note est une aide : la commission d’attribution (CALEOL) reste libre de son choix.`,
      'encadre',
    ),
  ]
}

function identite({ cotation, options }: ContexteReleve): Bloc {
  const texte = etiquettes(cotation, options.source.versionMoteur)
    .map(([etiquette, valeur]) => `${etiquette} : ${valeur}`)
    .join(' ; ')
  return paragraphe(
    `${texte}. Les mentions « à vérifier » signalent ce dont le texte officiel n’a pas été relu.`,
    'note',
  )
}

function rediger(contexte: ContexteReleve): Partie {
  const numero = contexte.cotations.demandes.numeros[contexte.i] ?? ''
  return {
    titre: francais(`Relevé de points de la demande n° ${numero}`).replace('n° ', 'n°\u00a0'),
    blocs: [
      ...entete(contexte),
      ...partieNote(contexte),
      ...partiePlace(contexte),
      ...partiePriorite(contexte),
      ...partieRefus(contexte),
      ...partieAlgorithme(contexte),
      identite(contexte),
    ],
  }
}

function absents(numeros: readonly string[], connus: ReadonlyMap<string, number>): void {
  const raisons = numeros
    .filter((numero) => !connus.has(numero))
    .map((numero) => `La demande « ${numero} » n’est pas parmi les demandes cotées : vérifiez son numéro unique.`)
  if (raisons.length > 0) throw new Refus(raisons)
}

/**
 * Prepares the statements of points of scored demandes. Applicants are known by their unique number only.
 *
 * @example creerReleves(cotations, { source }).document([demandes.numeros[0]!]).parties.length //=> 1
 */
export function creerReleves(cotations: Cotations, options: OptionsReleve): Releves {
  const index = new Map<Cotation, IndexSimilaires>()
  const similairesDe = (cotation: Cotation): IndexSimilaires => {
    const connu = index.get(cotation) ?? indexerSimilaires(cotation)
    index.set(cotation, connu)
    return connu
  }
  const cotationDe = (i: number): Cotation | undefined => cotations.cotations[cotations.affectations[i] ?? -1]
  const releve = (i: number): Partie => {
    const cotation = cotationDe(i)
    if (cotation === undefined) {
      throw new Refus(
        `Aucune grille ne concerne la demande « ${cotations.demandes.numeros[i] ?? ''} » : elle n’a pas de note.`,
      )
    }
    return rediger({ cotations, cotation, similaires: similairesDe(cotation), options, i })
  }
  return {
    releve,
    document: (numeros) => {
      const indices = new Map(cotations.demandes.numeros.map((numero, i) => [numero, i]))
      absents(numeros, indices)
      const voulus = numeros.map((numero) => indices.get(numero) ?? -1)
      const grilles = new Set(voulus.map(cotationDe).filter((cotation) => cotation !== undefined))
      const [premiere, ...autres] = [...grilles]
      return {
        titre:
          voulus.length === 1
            ? 'Relevé de points'
            : francais(`Relevés de points : ${formatCompte(voulus.length, 'demande')}`),
        // Each statement names its own grid; the foot of the page does when there is only one.
        provenance:
          premiere !== undefined && autres.length === 0
            ? etiquettes(premiere, options.source.versionMoteur)
            : [['Moteur', options.source.versionMoteur]],
        parties: voulus.map(releve),
      }
    },
  }
}
