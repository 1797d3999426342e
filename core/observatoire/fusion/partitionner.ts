import { sceller } from '../jeu/ecrire-jeu.ts'
import type { Jeu, Observations } from '../jeu/jeu.ts'

/** One dataset of a folder, beside its index. */
export interface Partition {
  /** Path in the folder: `entete.json`, `demandes/2025-T1.json`. */
  readonly fichier: string
  readonly jeu: Jeu
}

/** Row numbers of each partition: one an indicator and a period. */
function lignesParPartition({ indicateur, periode }: Observations): ReadonlyMap<string, readonly number[]> {
  const parCle = new Map<string, number[]>()
  indicateur.forEach((id, i) => {
    const cle = `${id}/${periode[i] ?? ''}`
    const lignes = parCle.get(cle)
    if (lignes === undefined) parCle.set(cle, [i])
    else lignes.push(i)
  })
  return parCle
}

function extraire(o: Observations, lignes: readonly number[]): Observations {
  const prendre = <T>(colonne: readonly T[]): T[] => lignes.map((i) => colonne[i] as T)
  return {
    indicateur: prendre(o.indicateur),
    territoire: prendre(o.territoire),
    periode: prendre(o.periode),
    dimension: prendre(o.dimension),
    modalite: prendre(o.modalite),
    numerateur: prendre(o.numerateur),
    denominateur: prendre(o.denominateur),
    valeur: prendre(o.valeur),
    secret: prendre(o.secret),
    diffusion: prendre(o.diffusion),
    source: prendre(o.source),
  }
}

/** A dataset that holds these rows only, with what describes them. */
function reduire(jeu: Jeu, lignes: readonly number[]): Jeu {
  const observations = extraire(jeu.observations, lignes)
  const [territoires, indicateurs, sources] = [
    new Set(observations.territoire),
    new Set(observations.indicateur),
    new Set(observations.source),
  ]
  return sceller({
    ...jeu,
    sources: jeu.sources.filter(({ id }) => sources.has(id)),
    territoires: jeu.territoires.filter(({ code }) => territoires.has(code)),
    indicateurs: jeu.indicateurs.filter(({ id }) => indicateurs.has(id)),
    observations,
    initiatives: [],
  })
}

/**
 * Cuts a dataset in files small enough to be loaded one by one: first `entete.json`, which describes all the territories
 * and indicators and holds the initiatives but no figure, then one file an indicator and a period. Their index is that
 * of `indexDe`.
 *
 * @example partitionner(jeu).slice(0, 2).map(({ fichier }) => fichier) //=> ['entete.json', 'anciennete_mediane/2023.json']
 */
export function partitionner(jeu: Jeu): readonly Partition[] {
  const entete = sceller({ ...jeu, observations: extraire(jeu.observations, []) })
  const parties = [...lignesParPartition(jeu.observations)].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    { fichier: 'entete.json', jeu: entete },
    ...parties.map(([cle, lignes]) => ({ fichier: `${cle}.json`, jeu: reduire(jeu, lignes) })),
  ]
}
