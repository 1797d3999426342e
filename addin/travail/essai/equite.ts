import type { Composition, Cotation, Cotations, EffetCritere, Etapes, PairesLots } from '../../../core/index.ts'
import { composition, effetsParEtapes, formatNombre, formatTaux } from '../../../core/index.ts'
import type { EffetSurDimension, EquiteVue, GroupeComposition } from './contrat-mesures.ts'

type Dimension = Composition['dimensions'][number]

function taux(part: number | null): string {
  return part === null ? '—' : formatTaux(part)
}

function groupeVu({ nom, n, part, tetes }: Dimension['groupes'][number]): GroupeComposition {
  if (n === null || tetes === null) return { nom, chiffres: undefined }
  return {
    nom,
    chiffres: {
      n: formatNombre(n),
      part: taux(part),
      tetes: tetes.map(({ partA, partB }) => ({ avant: taux(partA), apres: taux(partB) })),
    },
  }
}

type Effet = EffetCritere['groupes'][number]

function caseVue({ pointsMoyens, placesMoyennes }: Effet): EffetSurDimension['criteres'][number]['cases'][number] {
  if (pointsMoyens === null || placesMoyennes === null) return undefined
  return {
    points: formatNombre(pointsMoyens, { decimales: 1, signe: true }),
    places: formatNombre(Math.round(placesMoyennes), { signe: true }),
    sens: placesMoyennes,
  }
}

function effetsSur({ dimension, nom }: Dimension, effets: readonly EffetCritere[]): EffetSurDimension {
  const duGroupe = ({ groupes }: EffetCritere): readonly Effet[] =>
    groupes.filter((effet) => effet.dimension === dimension)
  return {
    dimension: nom,
    groupes: effets[0] === undefined ? [] : duGroupe(effets[0]).map((effet) => effet.nom),
    criteres: effets.map((effet) => ({ nom: effet.nom, cases: duGroupe(effet).map(caseVue) })),
  }
}

/** Who stands in the first places before and after, and what each criterion of the grid tried does to each group. */
export function* mesurerEquite(
  force: Cotation,
  essayee: Cotation,
  cotations: Cotations,
  lots: PairesLots,
): Etapes<EquiteVue> {
  yield 0
  const composee = composition(force, essayee, cotations.demandes, lots)
  yield 0.1
  const effets = yield* effetsParEtapes({ ...cotations, cotations: [essayee] })
  return {
    empreinte: essayee.grilleLue.empreinte,
    tetes: composee.tetes.map(({ nom }) => nom),
    dimensions: composee.dimensions.map(({ nom, groupes }) => ({ nom, groupes: groupes.map(groupeVu) })),
    effets: composee.dimensions.map((dimension) => effetsSur(dimension, effets)),
  }
}
