import {
  chiffresDe,
  classer as classerChiffres,
  ensembleDe,
  type Chiffre,
  type Classement,
  type Ensemble,
  type Groupe,
  type Indicateur,
  type Lieu,
  type Pairs,
  type Table,
} from '../../core/observatoire/index.ts'
import { parTable } from './memoire.ts'

/** The figures of a group, out of the columns once, with what views ask of them again and again. */
export interface GroupeLu {
  readonly chiffres: readonly Chiffre[]
  /** The ranking of a company. */
  readonly classementDe: (pairs: Pick<Pairs, 'contient'>) => Classement
  /** The figure of a larger territory, if there is one. */
  readonly ensembleDe: (lieu: Lieu) => Ensemble | undefined
}

/** The forty periods of an indicator and the last one of sixty, with room to go back to another. */
const GROUPES = 200

function lire(table: Table, groupe: Groupe, indicateur: Indicateur): GroupeLu {
  const chiffres = chiffresDe(table, groupe)
  const classements = new WeakMap<Pairs['contient'], Classement>()
  const ensembles = new Map<Lieu, Ensemble | undefined>()
  let complet: Classement | undefined
  const classer = (contient: Pairs['contient']): Classement => {
    complet ??= classerChiffres(chiffres, indicateur.sens)
    // In order already, the figures of a company take one pass.
    const siens = complet.classes.flatMap(({ chiffre }) => (contient(chiffre.lieu) ? [chiffre] : []))
    return siens.length === chiffres.length ? complet : classerChiffres(siens, indicateur.sens)
  }
  return {
    chiffres,
    classementDe: ({ contient }) => {
      const classement = classements.get(contient) ?? classer(contient)
      classements.set(contient, classement)
      return classement
    },
    ensembleDe: (lieu) => {
      if (!ensembles.has(lieu)) ensembles.set(lieu, ensembleDe(table, groupe, lieu, indicateur))
      return ensembles.get(lieu)
    },
  }
}

const lus = parTable<Groupe, GroupeLu>(GROUPES)

/** A group of figures of an indicator. */
export function lireGroupe(table: Table, groupe: Groupe, indicateur: Indicateur): GroupeLu {
  return lus(table, groupe, () => lire(table, groupe, indicateur))
}
