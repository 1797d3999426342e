import type { Donnees } from '../demande/derives/derive.ts'
import type { ColonneSimple } from '../lecture/colonne.ts'
import { CONNU } from '../lecture/colonne.ts'
import { dateCivile } from '../socle/jour.ts'
import type { NomAssiette } from './assiettes.ts'
import { jourCompte } from './assiettes.ts'
import { cleNom } from './noms.ts'

/** Rows in groups: `groupes[i]` is an index in `modalites`, or −1 where the file does not say. */
export interface Axe {
  readonly code: CodeAxe
  readonly libelle: string
  readonly modalites: readonly string[]
  readonly groupes: Int32Array
}

/** What results can be broken down by. */
export type CodeAxe =
  | 'epci'
  | 'commune'
  | 'bailleur'
  | 'reservataire'
  | 'reservataire_nom'
  | 'qpv'
  | 'code_qpv'
  | 'trimestre'
  | 'mois'
  | 'typologie'
  | 'financement'
  | 'departement'

/** What is not given: the group of these rows. */
export const NON_RENSEIGNE = -1

type Groupement = Pick<Axe, 'modalites' | 'groupes'>

/** Groups by the texts of a column; texts of the same key are one group, under the first spelling. */
export function grouperTextes(
  { etats, valeurs, dictionnaire }: ColonneSimple,
  cle = (texte: string) => texte,
): Groupement {
  const modalites: string[] = []
  const parCle = new Map<string, number>()
  const parEntree = new Int32Array(dictionnaire.length).fill(NON_RENSEIGNE)
  const groupes = new Int32Array(etats.length).fill(NON_RENSEIGNE)
  const groupeDe = (entree: number): number => {
    const connu = parEntree[entree] ?? NON_RENSEIGNE
    if (connu !== NON_RENSEIGNE) return connu
    const texte = dictionnaire[entree] ?? ''
    const groupe = parCle.get(cle(texte)) ?? modalites.push(texte) - 1
    parCle.set(cle(texte), groupe)
    parEntree[entree] = groupe
    return groupe
  }
  for (let i = 0; i < groupes.length; i++) if (etats[i] === CONNU) groupes[i] = groupeDe(valeurs[i] ?? 0)
  return { modalites, groupes }
}

function grouperBooleens({ etats, valeurs }: ColonneSimple, modalites: readonly [string, string]): Groupement {
  const groupes = new Int32Array(etats.length).fill(NON_RENSEIGNE)
  for (let i = 0; i < groupes.length; i++) if (etats[i] === CONNU) groupes[i] = valeurs[i] ?? 0
  return { modalites, groupes }
}

/** Groups by quarter or month of the year counted; days of other years belong to none. */
function grouperPeriodes(
  donnees: Donnees,
  assiette: NomAssiette,
  annee: number,
  modalites: readonly string[],
): Groupement {
  const jour = jourCompte(donnees, assiette)
  const moisParGroupe = 12 / modalites.length
  const groupes = Int32Array.from({ length: donnees.nombre }, (_, i) => {
    const date = jour(i)
    if (Number.isNaN(date)) return NON_RENSEIGNE
    const civile = dateCivile(date)
    return civile.annee === annee ? Math.floor((civile.mois - 1) / moisParGroupe) : NON_RENSEIGNE
  })
  return { modalites, groupes }
}

const TRIMESTRES = ['T1', 'T2', 'T3', 'T4']
const MOIS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

const LIBELLES: Readonly<Record<CodeAxe, string>> = {
  epci: 'EPCI',
  commune: 'Commune',
  bailleur: 'Bailleur',
  reservataire: 'Réservataire',
  reservataire_nom: 'Nom du réservataire',
  qpv: 'Localisation',
  code_qpv: 'QPV',
  trimestre: 'Trimestre',
  mois: 'Mois',
  typologie: 'Type de logement',
  financement: 'Financement',
  departement: 'Département',
}

export const AXES: readonly { readonly code: CodeAxe; readonly libelle: string }[] = Object.entries(LIBELLES).map(
  ([code, libelle]) => ({ code: code as CodeAxe, libelle }),
)

/** The groups of an axis; quarters and months follow the day that the base counts. */
export function grouper(donnees: Donnees, code: CodeAxe, assiette: NomAssiette, annee: number): Axe {
  return { code, libelle: LIBELLES[code], ...groupementDe(donnees, code, assiette, annee) }
}

function groupementDe(donnees: Donnees, code: CodeAxe, assiette: NomAssiette, annee: number): Groupement {
  if (code === 'trimestre') return grouperPeriodes(donnees, assiette, annee, TRIMESTRES)
  if (code === 'mois') return grouperPeriodes(donnees, assiette, annee, MOIS)
  if (code === 'qpv') return grouperBooleens(donnees.simple('qpv'), ['hors QPV', 'en QPV'])
  const parNom = code === 'bailleur' || code === 'reservataire_nom'
  return grouperTextes(donnees.simple(code), parNom ? cleNom : undefined)
}
