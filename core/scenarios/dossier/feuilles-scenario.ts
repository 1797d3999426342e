import { enPoints } from '../../cotation/centiemes.ts'
import type { Source } from '../../cotation/feuilles/provenance.ts'
import type { Critere } from '../../cotation/grille/grille.ts'
import { differences } from '../../cotation/edition/differences.ts'
import { formatNombre } from '../../socle/format.ts'
import { jourFrancais } from '../../socle/jour.ts'
import type { ColonneEcrite, FeuilleEcrite, GraphiqueEcrit, ValeurEcrite } from '../../socle/table.ts'
import { francais } from '../../socle/typographie.ts'
import type { Comparaisons } from '../comparer/comparer.ts'
import type { GenreLots } from '../comparer/phrases.ts'
import { PHRASE_DISTRIBUTION, phraseBandes, phraseDeplacements, phraseListes } from '../comparer/phrases.ts'
import { distribution } from '../essai/distribution.ts'
import { bilanMouvements } from '../mesures/bandes.ts'
import { totauxDe } from '../population/population.ts'
import { nomGrille, NOMS_PUBLICS, scenariosCompares } from './scenario-compare.ts'
import type { ScenarioCompare } from './scenario-compare.ts'

const COLONNES: readonly ColonneEcrite[] = [
  { titre: 'Mesure', format: 'texte', largeur: 26 },
  { titre: 'Détail', format: 'texte', largeur: 40 },
  { titre: 'En vigueur', format: 'points', largeur: 12 },
  { titre: 'Scénario', format: 'points', largeur: 12 },
  { titre: 'Écart', format: 'points', largeur: 10 },
  { titre: 'Montent', format: 'entier', largeur: 10 },
  { titre: 'Descendent', format: 'entier', largeur: 12 },
  { titre: 'Part en vigueur', format: 'taux', largeur: 12 },
  { titre: 'Part scénario', format: 'taux', largeur: 12 },
]

type Ligne = readonly ValeurEcrite[]

function ligneAvantApres(mesure: string, detail: string, avant: number | null, apres: number | null): Ligne {
  const ecart = avant === null || apres === null ? null : Math.round((apres - avant) * 100) / 100
  return [mesure, francais(detail), avant, apres, ecart, null, null, null, null]
}

function pointsDe(critere: Critere | undefined): number | null {
  return critere?.points ?? null
}

function lignesPoints({ a, b }: ScenarioCompare): readonly Ligne[] {
  const [avant, apres] = [a.grilleLue.grille.criteres, b.grilleLue.grille.criteres]
  const codes = [...new Set([...avant, ...apres].map(({ code }) => code))]
  return codes.flatMap((code) => {
    const [ancien, nouveau] = [avant, apres].map((criteres) => criteres.find((critere) => critere.code === code))
    const nom = (nouveau ?? ancien)?.nom ?? code
    const tranches = (nouveau ?? ancien)?.tranches
    if (tranches === undefined) return [ligneAvantApres('Points', nom, pointsDe(ancien), pointsDe(nouveau))]
    return tranches.points.map((_, rang) =>
      ligneAvantApres(
        'Points',
        `${nom}, tranche ${String(rang + 1)}`,
        ancien?.tranches?.points[rang] ?? null,
        nouveau?.tranches?.points[rang] ?? null,
      ),
    )
  })
}

function lignesNotes({ a, b, paire }: ScenarioCompare): readonly Ligne[] {
  const { debut, largeur, a: deA, b: deB } = distribution(totauxDe(a, paire.population), totauxDe(b, paire.population))
  return Array.from(deA, (avant, classe) => {
    const bas = debut + classe * largeur
    const detail = largeur === 1 ? formatNombre(bas) : `${formatNombre(bas)} à ${formatNombre(bas + largeur)}`
    return ligneAvantApres('Demandes par note', detail, avant, deB[classe] ?? 0)
  })
}

function lignesMouvements({ paire: { deplacements } }: ScenarioCompare): readonly Ligne[] {
  return deplacements.classes.map(({ de, a, montent, descendent }) => [
    'Places dont elles bougent',
    a === null ? `plus de ${formatNombre(de - 1)}` : `${formatNombre(de)} à ${formatNombre(a)}`,
    null,
    null,
    null,
    montent,
    descendent,
    null,
    null,
  ])
}

function lignesPublics({ paire: { publics } }: ScenarioCompare): readonly Ligne[] {
  return publics.map(({ public: code, partA, partB }) => [
    'Premier dixième',
    NOMS_PUBLICS[code] ?? code,
    null,
    null,
    null,
    null,
    null,
    partA,
    partB,
  ])
}

interface Blocs {
  readonly lignes: readonly Ligne[]
  readonly graphiques: readonly GraphiqueEcrit[]
}

function assembler(scenario: ScenarioCompare): Blocs {
  const [points, notes] = [lignesPoints(scenario), lignesNotes(scenario)]
  const [mouvements, publics] = [lignesMouvements(scenario), lignesPublics(scenario)]
  const { deplacements, transitions } = scenario.paire
  const apresNotes = points.length + notes.length
  const graphiques: readonly GraphiqueEcrit[] = [
    {
      nom: 'notes',
      titre: 'Combien de demandes ont chaque note',
      genre: 'barres',
      categories: 'Détail',
      series: ['En vigueur', 'Scénario'],
      lignes: { premiere: points.length, nombre: notes.length },
      axe: { titre: 'Demandes', format: 'entier' },
      description: PHRASE_DISTRIBUTION,
    },
    {
      nom: 'mouvements',
      titre: 'De combien de places elles bougent',
      genre: 'barres',
      categories: 'Détail',
      series: ['Montent', 'Descendent'],
      lignes: { premiere: apresNotes, nombre: mouvements.length },
      axe: { titre: 'Demandes', format: 'entier' },
      description: phraseDeplacements(deplacements),
    },
    {
      nom: 'publics',
      titre: 'Part de chaque public dans le premier dixième',
      genre: 'barres',
      categories: 'Détail',
      series: ['Part en vigueur', 'Part scénario'],
      lignes: { premiere: apresNotes + mouvements.length, nombre: publics.length },
      axe: { titre: 'Part des places', format: 'taux' },
      description: phraseBandes(bilanMouvements(transitions)),
    },
  ]
  return { lignes: [...points, ...notes, ...mouvements, ...publics], graphiques }
}

/** Excel refuses these characters in the name of a sheet, and more than 31 of them. */
const INTERDITS = /[[\]:*?/\\']/gu

/** Names of sheets, all different. @example nomsDeFeuilles(['DALO à 40']) //=> ['Scénario DALO à 40'] */
export function nomsDeFeuilles(noms: readonly string[], fin = ''): readonly string[] {
  const pris = new Set<string>()
  return noms.map((nom) => {
    const net = `Scénario ${nom.replace(INTERDITS, ' ').replace(/\s+/gu, ' ').trim()}`
    for (let n = 1; ; n++) {
      const suffixe = `${n === 1 ? '' : ` ${String(n)}`}${fin}`
      const candidat = `${net.slice(0, 31 - suffixe.length).trim()}${suffixe}`
      if (pris.has(candidat.toLowerCase())) continue
      pris.add(candidat.toLowerCase())
      return candidat
    }
  })
}

function provenance(
  { a, b, paire }: ScenarioCompare,
  { contexte }: Comparaisons,
  source: Source,
  genre: GenreLots,
): FeuilleEcrite['provenance'] {
  const ecarts = differences(a.grilleLue.grille, b.grilleLue.grille)
  const lignes: FeuilleEcrite['provenance'] = [
    ['Usage', 'Aide à la décision : la commission d’attribution reste libre de son choix.'],
    ['Grille en vigueur', nomGrille(a)],
    ['Empreinte', a.grilleLue.empreinte],
    ['Scénario', nomGrille(b)],
    ['Empreinte du scénario', b.grilleLue.empreinte],
    ['Différences', ecarts.length === 0 ? 'aucune' : ecarts.join(' ; ')],
    ['Listes de trois', paire.lots === undefined ? 'non calculé' : phraseListes(paire.lots, genre)],
    ['Mouvements', phraseDeplacements(paire.deplacements)],
    ['Calcul', `au ${jourFrancais(contexte.jour)}, moteur ${source.versionMoteur}`],
    ['Source', `${source.fichier}, feuille « ${source.feuille} »`],
  ]
  return lignes.map(([etiquette, valeur]) => [etiquette, francais(valeur)] as const)
}

const COLONNES_LISTE: readonly ColonneEcrite[] = [
  { titre: 'Numéro unique', format: 'texte', largeur: 22 },
  { titre: 'Place en vigueur', format: 'entier', largeur: 12 },
  { titre: 'Place scénario', format: 'entier', largeur: 12 },
  { titre: 'Places gagnées', format: 'entier', largeur: 12 },
  { titre: 'Note en vigueur', format: 'points', largeur: 12 },
  { titre: 'Note scénario', format: 'points', largeur: 12 },
]

function lignesDemandes({ a, b, paire }: ScenarioCompare, numeros: readonly string[]): (place: number) => Ligne {
  const { population, ordreA, ordreB } = paire
  const parOrdre = new Uint32Array(population.length)
  ordreB.forEach((place, p) => {
    parOrdre[place - 1] = p
  })
  return (place) => {
    const p = parOrdre[place] ?? 0
    const i = population[p] ?? 0
    const [avant, apres] = [ordreA[p] ?? 0, ordreB[p] ?? 0]
    const [noteA, noteB] = [enPoints(a.totaux[i] ?? 0), enPoints(b.totaux[i] ?? 0)]
    return [numeros[i] ?? '', avant, apres, avant - apres, noteA, noteB]
  }
}

/**
 * Sheets of each scenario: `Scénario …`, its points, notes, movements and publics beside those of the grid in force, with
 * charts; `Scénario … liste`, every demande in the new order.
 *
 * @param avecListes whether the second sheet is wanted
 * @example
 * feuillesScenario(comparaisons, source, 'recherches').map(({ nom }) => nom)
 * //=> ['Scénario DALO à 40', 'Scénario DALO à 40 liste']
 */
export function feuillesScenario(
  comparaisons: Comparaisons,
  source: Source,
  genre: GenreLots,
  avecListes = true,
): readonly FeuilleEcrite[] {
  const scenarios = scenariosCompares(comparaisons)
  const noms = scenarios.map(({ b }) => b.grilleLue.grille.nom)
  const [resumes, listes] = [nomsDeFeuilles(noms), nomsDeFeuilles(noms, ' liste')]
  return scenarios.flatMap((scenario, k) => {
    const { lignes, graphiques } = assembler(scenario)
    const commune = {
      titre: `Scénario : ${noms[k] ?? ''}`,
      provenance: provenance(scenario, comparaisons, source, genre),
    }
    const resume = {
      ...commune,
      titre: francais(commune.titre),
      nom: resumes[k] ?? '',
      colonnes: COLONNES,
      colonnesFigees: 2,
      nombreLignes: lignes.length,
      ligne: (i: number) => lignes[i] ?? [],
      graphiques,
    }
    const liste = {
      ...commune,
      titre: francais(`${commune.titre}, demande par demande`),
      nom: listes[k] ?? '',
      colonnes: COLONNES_LISTE,
      colonnesFigees: 1,
      nombreLignes: scenario.paire.population.length,
      ligne: lignesDemandes(scenario, comparaisons.demandes.numeros),
    }
    return avecListes ? [resume, liste] : [resume]
  })
}
