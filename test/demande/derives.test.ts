import { describe, expect, it } from 'vitest'
import { creerTableSeuils } from '../../core/baremes/index.ts'
import { champNommable } from '../../core/cotation/grille/champs-nommables.ts'
import { creerDonnees } from '../../core/demande/donnees.ts'
import { CONNU } from '../../core/lecture/colonne.ts'
import { isoJour } from '../../core/socle/jour.ts'
import tables from '../cas/derives.json'
import type { CellulesParChamp } from '../outils/coter-cellules.ts'
import { jourDe, lireCellules } from '../outils/coter-cellules.ts'

interface CasDerive {
  readonly nom: string
  readonly jour: string
  readonly base: string
  readonly demande: CellulesParChamp
  readonly champ: string
  readonly territoire?: string
  readonly quartile_borne?: string
  readonly attendu: boolean | number | string | null
}

const bases: Readonly<Record<string, CellulesParChamp>> = tables.bases
const cas: readonly CasDerive[] = tables.cas
const seuils = creerTableSeuils(tables.seuils.lignes, [])

/** The value of a field as the tables of cases write it: null when unknown. */
function lireChamp({ base, demande, jour, champ, territoire, quartile_borne }: CasDerive): unknown {
  const lues = lireCellules([{ ...bases[base], ...demande }], { jour, territoire })
  const borne = quartile_borne === 'incluse' ? 'incluse' : 'stricte'
  const donnees = creerDonnees(lues, { jour: jourDe(jour), seuils, territoire, borne })
  const colonne = donnees.colonne(champ)
  if (colonne.etats[0] !== CONNU) return null
  if (colonne.genre === 'multiple') return [...colonne.elements].map((element) => colonne.dictionnaire[element])
  const valeur = colonne.valeurs[0] ?? 0
  const type = champNommable(champ)?.type
  if (type === 'booleen') return valeur === 1
  if (type === 'date') return isoJour(valeur)
  return type === 'liste' || type === 'texte' ? colonne.dictionnaire[valeur] : valeur
}

describe('derived fields, both sides of each threshold', () => {
  it.each(cas)('$nom', (un) => {
    expect(lireChamp(un)).toBe(un.attendu)
  })
})
