import { installer } from './office.ts'
import { hoteDe, type Scenario } from './scenario.ts'

/** The page's own door to the fake: the test puts a scenario before office.js loads, and looks at the host after. */
interface PageDeTest {
  scenarioHote?: Scenario
  hoteSimule?: unknown
}

const page = globalThis as PageDeTest
const hote = hoteDe(page.scenarioHote ?? { feuilles: [{ nom: 'Feuil1', lignes: [[null]] }] })
page.hoteSimule = { hote, globales: installer(globalThis, hote) }
