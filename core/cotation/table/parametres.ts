import type { Cellule } from '../../socle/table.ts'
import { cleTexte } from '../../socle/texte.ts'
import type { Condition } from '../grille/grille.ts'
import { ecrireDepartage, lireDepartage } from './departages.ts'
import { ecrireFormule } from './ecrire-formule.ts'
import type { FauteTable } from './faute-table.ts'
import type { LigneTable } from './ligne-table.ts'
import { ligneTable } from './ligne-table.ts'
import { lireFormule } from './lire-formule.ts'
import type { Objet } from './objets.ts'
import { ecrireAutres, estObjet, lireAutres, membresPerdus } from './objets.ts'
import { lireJour } from './valeurs.ts'

const TEXTES = ['format', 'id', 'nom', 'socle', 'territoire', 'source'] as const
const NOMBRES = ['note_min', 'note_max'] as const
const CONNUS = [...TEXTES, 'date_effet', 'quartile_borne', ...NOMBRES, 'portee', 'departage', 'autres'] as const

/** How a person may write a parameter, beside its code. */
const SYNONYMES: Readonly<Record<string, (typeof CONNUS)[number]>> = {
  datedeffet: 'date_effet',
  noteminimale: 'note_min',
  notemaximale: 'note_max',
  borneduquartile: 'quartile_borne',
  identifiant: 'id',
}

function parametreDit(texte: string): (typeof CONNUS)[number] | undefined {
  const cle = cleTexte(texte.replace(/\s*\d+$/, ''))
  return CONNUS.find((connu) => cleTexte(connu) === cle) ?? SYNONYMES[cle]
}

/** One row of the table « Parametres ». */
export type CellulesParametre = readonly [nom: string, valeur: string | number | null]

function lireParametre(nom: (typeof CONNUS)[number], ligne: LigneTable): unknown {
  const ecrit = ligne.texte('valeur')
  if (ecrit === '') return undefined
  const signaler = ligne.signaler('valeur')
  switch (nom) {
    case 'date_effet':
      return lireJour(ecrit) ?? ecrit
    case 'quartile_borne':
      return cleTexte(ecrit)
    case 'note_min':
    case 'note_max':
      return ligne.nombre('valeur')
    case 'portee':
      return lireFormule(ecrit, signaler)
    case 'departage':
      return lireDepartage(ecrit, signaler)
    case 'autres': {
      const autres = lireAutres(ecrit)
      if (autres === undefined) signaler('« autres » doit être vide, ou un objet JSON')
      return autres
    }
    default:
      return ecrit
  }
}

/**
 * The members of a grid other than its criteria and families, read from the table « Parametres ». Without a row
 * `format`, the format is the one there is.
 */
export function lireParametres(lignes: readonly LigneTable[]): Objet {
  const membres: Record<string, unknown> = { format: 'grille-cotation/1' }
  const departage: unknown[] = []
  let autres: Objet = {}
  for (const ligne of lignes) {
    const ecrit = ligne.texte('nom')
    const nom = parametreDit(ecrit)
    if (nom === undefined) {
      ligne.signaler('nom')(`« ${ecrit} » n’est pas un paramètre connu ; attendu : ${CONNUS.join(', ')}`)
      continue
    }
    const valeur = lireParametre(nom, ligne)
    if (nom === 'departage') departage.push(...(valeur === undefined ? [] : [valeur]))
    else if (nom === 'autres') autres = { ...autres, ...(estObjet(valeur) ? valeur : {}) }
    else if (valeur !== undefined) membres[nom] = valeur
    else if (nom === 'format') delete membres.format
  }
  return { ...membres, ...(departage.length === 0 ? {} : { departage }), ...autres }
}

function lignesDepartage(departages: unknown): readonly CellulesParametre[] {
  if (!Array.isArray(departages)) return []
  const ecrits = departages.filter(estObjet).map(ecrireDepartage)
  return ecrits.some((ecrit) => ecrit === undefined)
    ? []
    : ecrits.map((ecrit, i) => [`departage ${String(i + 1)}`, ecrit ?? null])
}

function relire(cellules: readonly CellulesParametre[]): Objet {
  const fautes: FauteTable[] = []
  return lireParametres(
    cellules.map(([nom, valeur]) =>
      ligneTable(
        'Parametres',
        0,
        new Map<string, Cellule>([
          ['nom', nom],
          ['valeur', valeur],
        ]),
        fautes,
      ),
    ),
  )
}

/** The rows of the table « Parametres ». What their values cannot say goes to a row `autres`, as JSON. */
export function ecrireParametres(grille: Objet): readonly CellulesParametre[] {
  const { criteres: _criteres, familles: _familles, ...membres } = grille
  const textes = [...TEXTES, 'date_effet', 'quartile_borne'].flatMap((nom): readonly CellulesParametre[] => {
    const valeur = membres[nom]
    if (typeof valeur === 'string') return [[nom, valeur]]
    return nom === 'format' && valeur === undefined ? [[nom, null]] : []
  })
  const nombres = NOMBRES.flatMap((nom): readonly CellulesParametre[] => {
    const valeur = membres[nom]
    return typeof valeur === 'number' ? [[nom, valeur]] : []
  })
  const portee: readonly CellulesParametre[] = estObjet(membres.portee)
    ? [['portee', ecrireFormule(membres.portee as unknown as Condition)]]
    : []
  const cellules = [...textes, ...nombres, ...portee, ...lignesDepartage(membres.departage)]
  const autres = ecrireAutres(membresPerdus(membres, relire(cellules)))
  return autres === null ? cellules : [...cellules, ['autres', autres]]
}
