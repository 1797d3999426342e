import { coter } from '../actions-cotation.ts'
import type { FichierChoisi } from '../../ports/hote.ts'
import type { ScenarioEcrit } from '../../travail/essai/contrat-essai.ts'
import type { GrilleVue } from '../../travail/contrat-grille.ts'
import type { SessionDistante } from '../../travail/poste.ts'
import type { Volet } from '../volet.ts'
import { comparerScenarios } from './actions-mesures.ts'
import type { BancEssai } from './banc-essai.ts'
import { revenirALessai } from './demarrer-essai.ts'

const CLE = 'scenarios'

function sontScenarios(valeur: unknown): valeur is readonly ScenarioEcrit[] {
  return (
    Array.isArray(valeur) &&
    valeur.every(
      (entree: unknown) =>
        typeof entree === 'object' && entree !== null && 'ecrites' in entree && Array.isArray(entree.ecrites),
    )
  )
}

/** The scenarios kept with the workbook (in the workshop, as long as the page is open). */
export async function retrouverScenarios(banc: BancEssai): Promise<void> {
  const gardes = await banc.volet.hote.reglages.lire(CLE)
  if (sontScenarios(gardes)) banc.changer({ scenarios: gardes })
}

async function garder(banc: BancEssai, scenarios: readonly ScenarioEcrit[]): Promise<void> {
  banc.changer({ scenarios })
  await banc.volet.hote.reglages.ecrire(CLE, scenarios)
  await comparerScenarios(banc)
}

function avec(scenarios: readonly ScenarioEcrit[], nouveau: ScenarioEcrit): readonly ScenarioEcrit[] {
  return [...scenarios.filter(({ id }) => id !== nouveau.id), nouveau]
}

function lieuDe({ hote }: Volet): string {
  return hote.surPlace === undefined
    ? 'Il reste dans cette page\u202f; gardez-le en fichier pour le retrouver plus tard.'
    : 'Il est dans le classeur\u202f: vous le retrouverez à sa prochaine ouverture.'
}

/** Names the grid tried and keeps it. */
export function garderScenario(banc: BancEssai): Promise<void> {
  const nom = banc.etat.nomScenario
  return banc.tenter('Le scénario n’a pas pu être gardé', async () => {
    const { essai, scenario } = await banc.demander((e) => e.nommer(nom))
    banc.montrer(essai)
    await garder(banc, avec(banc.etat.scenarios, scenario))
    banc.changer({
      nomScenario: '',
      message: { titre: `Scénario «\u202f${scenario.nom}\u202f» gardé`, textes: [lieuDe(banc.volet)] },
    })
  })
}

export function retirerScenario(banc: BancEssai, id: string): Promise<void> {
  return garder(
    banc,
    banc.etat.scenarios.filter((scenario) => scenario.id !== id),
  )
}

/** Puts a scenario on the sliders. */
export function essayerScenario(banc: BancEssai, { ecrites }: ScenarioEcrit): Promise<void> {
  return banc.tenter('Ce scénario est refusé', async () => {
    const essai = await banc.demander((e) => e.charger(ecrites))
    banc.montrer(essai, { page: 'regler', brouillons: new Map(), refusee: undefined })
    banc.volet.garderFoyer()
  })
}

/** Opens scenarios from files: they are kept, and the last one is tried. */
export function ouvrirScenarios(banc: BancEssai, fichiers: readonly FichierChoisi[]): Promise<void> {
  return banc.tenter('Ce fichier est refusé', async () => {
    const ouverts = await banc.demander((e) => e.lireFichiers([...fichiers]))
    await garder(
      banc,
      ouverts.reduce((liste, scenario) => avec(liste, scenario), banc.etat.scenarios),
    )
    const dernier = ouverts.at(-1)
    if (dernier !== undefined) await essayerScenario(banc, dernier)
  })
}

/** Gives a scenario as a grid file. */
export function exporterScenario(banc: BancEssai, scenario: ScenarioEcrit): Promise<void> {
  return banc.tenter('Le fichier n’a pas pu être enregistré', async () => {
    const texte = `${JSON.stringify(scenario.ecrites.at(-1), null, 2)}\n`
    const { phrase } = await banc.volet.hote.sortie.remettre({
      nom: `${scenario.id}.json`,
      type: 'application/json',
      octets: new TextEncoder().encode(texte),
    })
    banc.changer({ message: { titre: phrase, textes: [] } })
  })
}

async function changerEnForce(banc: BancEssai, faire: (session: SessionDistante) => Promise<GrilleVue>): Promise<void> {
  const { volet } = banc
  const grille = await volet.poste.executer(faire)
  volet.changer({ grille, grilleChoisie: undefined, fauteGrille: undefined, critere: undefined })
  volet.hote.garderGrille?.(grille, undefined)
  await coter(volet)
  await revenirALessai(volet)
}

/** The grid tried becomes the grid in force: the demandes are scored with it; it can be undone. */
export function reprendre(banc: BancEssai): Promise<void> {
  const avant = banc.etat.essai?.enForce.nom
  return banc.tenter('La grille n’a pas pu être reprise', async () => {
    const ecrites = await banc.demander((e) => e.ecrites())
    await changerEnForce(banc, (session) => session.remplacerGrille([...ecrites]))
    banc.changer({ reprise: avant, page: 'regler' })
  })
}

/** The grid that was in force before comes back. */
export function remettreEnForce(banc: BancEssai): Promise<void> {
  return banc.tenter('La grille n’a pas pu être remise', async () => {
    await changerEnForce(banc, (session) => session.annulerEdition())
    banc.changer({ reprise: undefined })
  })
}
