import { formatCompte, formatTaux } from '../socle/format.ts'
import type { GraphiqueEcrit } from '../socle/table.ts'
import { francais } from '../socle/typographie.ts'
import { indicateurDe } from './indicateurs.ts'
import type { LigneObjectif } from './lignes-legales.ts'
import type { Mesure } from './mesure.ts'
import type { Ventilation } from './ventiler.ts'

/** More bars than this are not read. */
const BARRES = 40

function direSous(mesures: readonly Mesure[], quoi: string): string {
  const comptees = mesures.filter(({ taux }) => taux !== null)
  const sous = comptees.filter(({ manque }) => (manque ?? 0) > 0).length
  const cible = comptees.find((mesure) => mesure.cible !== null)?.cible
  if (cible === undefined || cible === null) return francais(`${formatCompte(comptees.length, quoi)} comparés.`)
  return francais(`${String(sous)} sur ${formatCompte(comptees.length, quoi)} sous la cible de ${formatTaux(cible)}.`)
}

interface Serie {
  readonly nom: string
  readonly titre: string
  readonly quoi: string
  readonly garder: (ligne: LigneObjectif) => boolean
}

const SERIES: readonly Serie[] = [
  {
    nom: 'q1-hors-qpv-par-bailleur',
    titre: 'Premier quartile et relogés hors QPV, par bailleur',
    quoi: 'bailleur',
    garder: ({ code, perimetre }) => code === 'q1_hors_qpv' && perimetre.startsWith('bailleur:'),
  },
  {
    nom: 'autres-quartiles-qpv-par-bailleur',
    titre: 'Trois autres quartiles en QPV, par bailleur',
    quoi: 'bailleur',
    garder: ({ code, perimetre }) => code === 'autres_quartiles_qpv' && perimetre.startsWith('bailleur:'),
  },
  {
    nom: 'prioritaires-par-reservataire',
    titre: 'DALO et prioritaires, par réservataire',
    quoi: 'réservataire',
    garder: ({ code, perimetre }) => code === 'prioritaires' && /^reservataire:[A-Z]+$/u.test(perimetre),
  },
]

/** Rates against their target, on the rows of the sheet that follow one another. */
export function graphiquesObjectifs(lignes: readonly LigneObjectif[]): readonly GraphiqueEcrit[] {
  return SERIES.flatMap(({ nom, titre, quoi, garder }): GraphiqueEcrit[] => {
    const premiere = lignes.findIndex(garder)
    if (premiere < 0) return []
    const suite = lignes.slice(premiere)
    const fin = suite.findIndex((ligne) => !garder(ligne))
    const groupe = suite.slice(0, Math.min(BARRES, fin < 0 ? suite.length : fin))
    const [unite] = groupe
    const assiette =
      indicateurDe(unite?.code ?? '')?.assiette === 'baux' ? 'Part des baux signés' : 'Part des décisions'
    return [
      {
        nom,
        titre,
        genre: 'barres',
        categories: 'Périmètre',
        series: ['Taux'],
        ...(unite?.cible === null ? {} : { repere: 'Cible' }),
        lignes: { premiere, nombre: groupe.length },
        axe: { titre: assiette, format: 'taux' },
        description: direSous(groupe, quoi),
      },
    ]
  })
}

/** The rate of each line of a breakdown by one axis, its total left out. */
export function graphiqueVentilation({ indicateur, axes, cases, total }: Ventilation): readonly GraphiqueEcrit[] {
  const [axe, second] = axes
  if (axe === undefined || second !== undefined || cases.length === 0) return []
  return [
    {
      nom: `taux-par-${axe.code.replaceAll('_', '-')}`,
      titre: `${indicateur.libelle}, par ${axe.libelle.toLowerCase()}`,
      genre: axe.code === 'trimestre' || axe.code === 'mois' ? 'lignes' : 'barres',
      categories: axe.libelle,
      series: ['Taux'],
      ...(total.cible === null ? {} : { repere: 'Cible' }),
      lignes: { premiere: 0, nombre: Math.min(BARRES, cases.length) },
      axe: { titre: indicateur.assiette === 'baux' ? 'Part des baux signés' : 'Part des décisions', format: 'taux' },
      description: direSous(cases, 'ligne'),
    },
  ]
}
