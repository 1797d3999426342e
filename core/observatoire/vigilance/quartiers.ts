import type { Observation } from '../jeu/jeu.ts'
import { chiffresDe, groupesDe } from '../table/chiffre.ts'
import type { Table } from '../table/table.ts'
import type { MesureQuartier, ModeleVigilance, Quartier } from './modele.ts'

/** The dimension under which figures of districts stand in a dataset. */
export const DIMENSION_QUARTIER = 'qpv'

type Figure = Pick<Observation, 'indicateur' | 'modalite' | 'numerateur' | 'denominateur' | 'valeur'>

/** Districts and what is published of them; a withheld figure has no value and is not there. */
function rassembler(figures: readonly Figure[], modele: ModeleVigilance): readonly Quartier[] {
  const voulus = new Set(modele.composantes.map(({ indicateur }) => indicateur))
  const parCode = new Map<string, Map<string, MesureQuartier>>()
  for (const { indicateur, modalite, numerateur, denominateur, valeur } of figures) {
    if (modalite === null || !voulus.has(indicateur)) continue
    const mesures = parCode.get(modalite) ?? new Map<string, MesureQuartier>()
    parCode.set(modalite, mesures)
    if (valeur !== null) mesures.set(indicateur, { valeur, numerateur, denominateur })
  }
  return [...parCode].map(([code, mesures]) => ({ code, nom: code, mesures }))
}

/**
 * The districts of a territory in a period, from loaded datasets.
 *
 * @example
 * const quoi = { indicateur: 'vacance', territoire: lieu.code, periode: '2025' }
 * const ou = { dimension: DIMENSION_QUARTIER, modalite: 'QN02A01M' }
 * const chiffre = { numerateur: 30, denominateur: 200, valeur: 0.15, secret: null, diffusion: null, source: null }
 * const indicateurs = [{ ...jeu.indicateurs[0]!, id: 'vacance' }]
 * const avecQuartier = creerTable([{ ...jeu, indicateurs, observations: enColonnes([{ ...quoi, ...ou, ...chiffre }]) }])
 * quartiersDeTable(avecQuartier, lieu.code, '2025', VIGILANCE).map(({ code }) => code) //=> ['QN02A01M']
 */
export function quartiersDeTable(
  table: Table,
  territoire: string,
  periode: string,
  modele: ModeleVigilance,
): readonly Quartier[] {
  const groupes = groupesDe(table, { periode, dimension: DIMENSION_QUARTIER, diffusion: null })
  const figures = groupes.flatMap((groupe) =>
    chiffresDe(table, groupe)
      .filter(({ lieu }) => lieu.code === territoire)
      .map((chiffre) => ({ ...chiffre, indicateur: groupe.indicateur, modalite: groupe.modalite })),
  )
  return rassembler(figures, modele)
}

/** The districts of the figures of one territory and one period. */
export function quartiersDesObservations(
  observations: readonly Observation[],
  modele: ModeleVigilance,
): readonly Quartier[] {
  return rassembler(
    observations.filter(({ dimension, diffusion }) => dimension === DIMENSION_QUARTIER && diffusion === null),
    modele,
  )
}
