import { jourFrancais, type Jour } from '../socle/jour.ts'
import type { Cellule } from '../socle/table.ts'
import { COMMUNE } from './libelles.ts'

/** Code and name of the communes that can be sought. */
export function feuilleCommunes(): Cellule[][] {
  const communes = Object.entries(COMMUNE).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [['Code INSEE', 'Nom de la commune'], ...communes]
}

/** What the reader of the workbook must know first. */
export function feuilleLisezMoi(exemple: { nombre: number; graine: number; jour: Jour }): Cellule[][] {
  return [
    ['Exemple fictif'],
    [],
    [`Ce classeur imite un export du registre national des demandes, au ${jourFrancais(exemple.jour)}.`],
    [`Ses ${exemple.nombre} demandes ont été tirées au hasard (graine ${exemple.graine})\u202f: aucune n’existe.`],
    ['Les numéros uniques commencent par 099, un département qui n’existe pas. Aucun nom de personne n’y figure.'],
    ['Les communes et l’intercommunalité sont réelles\u202f; les bailleurs, les guichets et les agents sont inventés.'],
    ['Les proportions suivent des chiffres publics quand il y en a, des hypothèses sinon.'],
    [
      'Quelques fautes sont voulues\u202f: dates impossibles, numéros abîmés, doublons, libellés inconnus, erreurs de formule.',
    ],
    [
      'La feuille «\u202fAttributions\u202f» imite le suivi de trois années de commissions et du début de la suivante\u202f; la feuille «\u202fParc\u202f», celui des bailleurs et de leurs conventions de réservation. Tout y est inventé.',
    ],
    [
      'Les ménages des commissions des quatre derniers mois sont dans «\u202fDemandes\u202f»\u202f: leur radiation n’est pas encore enregistrée. Les autres n’y sont plus.',
    ],
    [
      'La feuille «\u202fDemandes\u202f» est la source\u202f; la feuille «\u202fSynthèse\u202f» en tire un tableau croisé dynamique.',
    ],
  ]
}
