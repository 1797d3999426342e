import { cleTexte } from '../../core/index.ts'
import type { Lieu, Table } from '../../core/observatoire/index.ts'
import type { Groupe } from '../../core/observatoire/index.ts'

const MONTREES = 40

export interface Trouvee {
  readonly valeur: string
  readonly libelle: string
  readonly detail: string
}

function detailDe({ code, departements }: Lieu): string {
  return departements.length === 0 ? code : `${departements.join(', ')} · ${code}`
}

interface Cherchable {
  readonly lieu: Lieu
  readonly absent: boolean
  readonly nom: string
  readonly cle: string
}

function cherchables(table: Table, groupes: readonly Groupe[]): readonly Cherchable[] {
  const presents = new Set(groupes.flatMap(({ debut, fin }) => [...table.lieu.subarray(debut, fin)]))
  return table.lieux
    .map((lieu, i) => ({
      lieu,
      absent: !presents.has(i),
      nom: cleTexte(lieu.nom),
      cle: `${cleTexte(lieu.nom)} ${lieu.code} ${lieu.departements.join(' ')}`,
    }))
    .filter(({ lieu }) => lieu.type === 'epci')
    .sort((a, b) => Number(a.absent) - Number(b.absent) || (a.nom < b.nom ? -1 : 1))
}

/**
 * Makes the search among the EPCI of a table: those that give the figures shown come first, then by name. All the words
 * typed must be in the name, the SIREN or the départements. Nothing is read before the first search.
 */
export function chercheur(
  table: Table,
  groupes: readonly Groupe[],
): (saisie: string) => { readonly options: readonly Trouvee[]; readonly autres: number } {
  let lieux: readonly Cherchable[] | undefined
  return (saisie) => {
    lieux ??= cherchables(table, groupes)
    const mots = saisie
      .split(/[\s'’-]+/u)
      .map(cleTexte)
      .filter((mot) => mot !== '')
    const trouves = lieux.filter(({ cle }) => mots.every((mot) => cle.includes(mot)))
    return {
      options: trouves.slice(0, MONTREES).map(({ lieu, absent }) => ({
        valeur: lieu.code,
        libelle: lieu.nom,
        detail: absent ? `${detailDe(lieu)} · pas ce chiffre` : detailDe(lieu),
      })),
      autres: Math.max(0, trouves.length - MONTREES),
    }
  }
}
