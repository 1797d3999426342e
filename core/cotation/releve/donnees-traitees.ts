import { DERIVES } from '../../demande/derives/index.ts'
import type { Bloc } from '../../document/document.ts'
import { CONNU } from '../../lecture/colonne.ts'
import type { CellulesRemplies } from '../../lecture/lire.ts'
import { francais } from '../../socle/typographie.ts'
import { direChamp } from '../dire/dire-valeur.ts'
import { champsDeCondition, champsDeCritere } from '../grille/champs-de.ts'
import { champNommable } from '../grille/champs-nommables.ts'
import type { Grille } from '../grille/grille.ts'
import type { ContexteReleve } from './contexte.ts'
import { paragraphe } from './contexte.ts'

/** Fields that a derived one reads without needing them: the EPCI of the thresholds, fallbacks, what is taken off the rent. */
const LUS_AUSSI: Readonly<Record<string, readonly string[]>> = {
  quartile: ['epci'],
  taux_effort: ['aide_logement'],
  reste_a_vivre: ['aide_logement'],
  sur_occupation: ['occupants_actuels'],
  sous_occupation: ['occupants_actuels'],
  sous_occupation_1996: ['occupants_actuels'],
}

function besoinsDe(code: string): readonly string[] {
  return [...(champNommable(code)?.besoins ?? []), ...(LUS_AUSSI[code] ?? [])]
}

/** Every field that a grid reads, base ones before what is computed from them, each once. */
function champsLus({ criteres, portee, departage = [] }: Grille): readonly string[] {
  const nommes = [
    ...(portee === undefined ? [] : champsDeCondition(portee)),
    ...criteres.flatMap(champsDeCritere),
    ...departage.map(({ champ }) => champ),
  ]
  const derives = nommes.filter((code) => champNommable(code)?.derive === true)
  const bases = nommes.flatMap(besoinsDe)
  return [...new Set([...bases, ...derives])]
}

function libelle(code: string): string {
  return champNommable(code)?.libelle ?? code
}

function justifie({ cotation: { donnees }, i }: ContexteReleve, code: string): boolean {
  const { etats, debuts, elements, dictionnaire } = donnees.multiple('justifies')
  if (etats[i] !== CONNU) return false
  return [...elements.subarray(debuts[i], debuts[i + 1])].some((element) => dictionnaire[element] === code)
}

function origine(contexte: ContexteReleve, code: string): string {
  const derive = DERIVES.find((autre) => autre.code === code)
  if (derive !== undefined) {
    const loi = derive.baseLegale === undefined ? '' : ` (${derive.baseLegale})`
    return `calculée à partir de : ${besoinsDe(code).map(libelle).join(', ')}${loi}`
  }
  return `enregistrée dans la demande${justifie(contexte, code) ? ', justifiée par une pièce' : ''}`
}

function direRemplies(remplies: readonly CellulesRemplies[], lus: readonly string[]): string {
  return remplies
    .filter(({ champ, cellules }) => cellules > 0 && lus.includes(champ))
    .map(({ champ, valeur }) => `${libelle(champ)} = ${valeur}`)
    .join(' ; ')
}

function conventions({ cotations: { demandes } }: ContexteReleve, lus: readonly string[]): readonly Bloc[] {
  const defauts = direRemplies(demandes.defauts, lus)
  const videNon = direRemplies(demandes.videNon, lus)
  return [
    ...(defauts === ''
      ? []
      : [paragraphe(`Lorsque la cellule du fichier est vide, il est retenu : ${defauts}.`, 'note')]),
    ...(videNon === ''
      ? []
      : [paragraphe(`L’utilisateur a déclaré qu’une cellule vide signifie : ${videNon}.`, 'note')]),
  ]
}

/** The data that the score of a demande rests on, and where each comes from. */
export function donneesTraitees(contexte: ContexteReleve): readonly Bloc[] {
  const { cotation, i, options } = contexte
  const lus = champsLus(cotation.grilleLue.grille)
  const { fichier, feuille } = options.source
  return [
    paragraphe(
      `Les données sont celles de la demande de logement social, déclarées par le demandeur ou saisies au guichet, telles que les contient le fichier « ${fichier} », feuille « ${feuille} ». Aucune autre source n’est consultée, sauf les seuils et barèmes cités au point 3.`,
    ),
    {
      genre: 'tableau',
      legende: 'Données lues pour calculer la note',
      colonnes: [
        { titre: 'Donnée', largeur: 36 },
        { titre: 'Valeur', largeur: 28 },
        { titre: 'Origine', largeur: 36 },
      ],
      lignes: lus.map((code) => [
        libelle(code),
        francais(direChamp(code, cotation.donnees, i)),
        francais(origine(contexte, code)),
      ]),
    },
    ...conventions(contexte, lus),
  ]
}
