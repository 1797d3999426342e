import type { Cotation, Etapes, GainsDimension, GroupesDimension } from '../../../core/index.ts'
import {
  accord,
  bilanMouvements,
  formatNombre,
  formatTaux,
  gainsDesGroupes,
  ordreParmi,
  partTop,
  phraseAccord,
  phraseBandes,
  phraseTop,
  premierDixieme,
  topCommuns,
  totauxDe,
  transitions,
} from '../../../core/index.ts'
import type { DetailVu, GainVu } from './contrat-essai.ts'
import { direGain } from './decrire-effet.ts'

/** What the groups of a population are, once for all the grids tried. */
export interface Reference {
  readonly population: Uint32Array
  readonly dimensions: readonly GroupesDimension[]
}

const TETES = [3, 10, 100]

function gainVu({ nom, gains }: GainsDimension['modalites'][number]): GainVu {
  const premier = gains?.seuils[0]
  if (gains === null || gains.gainMoyen === null || premier === undefined) {
    return { nom, chiffres: gains === null ? undefined : vide() }
  }
  const { n, gainMoyen } = gains
  return {
    nom,
    chiffres: {
      n: formatNombre(n),
      moyen: direGain(Math.round(gainMoyen * 10) / 10),
      moyenNombre: gainMoyen,
      gagnants: formatNombre(premier.gagnants),
      perdants: formatNombre(premier.perdants),
      partGagnants: premier.gagnants / n,
      partPerdants: premier.perdants / n,
    },
  }
}

function vide(): NonNullable<GainVu['chiffres']> {
  return { n: '0', moyen: '—', moyenNombre: 0, gagnants: '0', perdants: '0', partGagnants: 0, partPerdants: 0 }
}

function publicsVus({ dimensions }: Reference, ordreA: Uint32Array, ordreB: Uint32Array): DetailVu['publics'] {
  const groupes = dimensions.filter(({ dimension }) => dimension === 'publics').flatMap((d) => d.groupes)
  return groupes
    .filter(({ tu }) => !tu)
    .flatMap(({ nom, appartenance }) => {
      const { partA, partB } = partTop(ordreA, ordreB, appartenance, premierDixieme(ordreA.length))
      if (partA === null || partB === null) return []
      return [{ nom, avant: formatTaux(partA), apres: formatTaux(partB), partAvant: partA, partApres: partB }]
    })
}

/** What is told once the sliders rest, measure by measure. */
export function* decrireDetail(
  force: Cotation,
  essayee: Cotation,
  reference: Reference,
  version: number,
): Etapes<DetailVu> {
  const { population, dimensions } = reference
  const [ordreA, ordreB] = [ordreParmi(force.classement, population), ordreParmi(essayee.classement, population)]
  yield 0.1
  const table = transitions(ordreA, ordreB)
  yield 0.2
  const gains: DetailVu['gains'][number][] = []
  for (const dimension of dimensions) {
    const [faite] = gainsDesGroupes(ordreA, ordreB, [dimension])
    if (faite !== undefined) gains.push({ nom: faite.nom, groupes: faite.modalites.map(gainVu) })
    yield 0.4
  }
  const publics = publicsVus(reference, ordreA, ordreB)
  yield 0.6
  const tetes = topCommuns(ordreA, ordreB, [...TETES, premierDixieme(population.length)])
  yield 0.8
  const { tauB } = accord(totauxDe(force, population), totauxDe(essayee, population))
  return {
    version,
    bandes: { table, phrase: phraseBandes(bilanMouvements(table)) },
    gains,
    tetes: tetes.map(phraseTop),
    publics,
    accord: phraseAccord(tauB),
  }
}
