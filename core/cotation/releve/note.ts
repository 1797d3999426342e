import type { Bloc, Phrase, TableauDocument } from '../../document/document.ts'
import { formatNombre, formatPoints } from '../../socle/format.ts'
import { francais } from '../../socle/typographie.ts'
import { enPoints } from '../centiemes.ts'
import type { AjustementExplique, LigneExpliquee } from '../expliquer.ts'
import { expliquer, expliquerAjustements } from '../expliquer.ts'
import { champNommable } from '../grille/champs-nommables.ts'
import { manqueDe } from '../lignes.ts'
import type { ContexteReleve } from './contexte.ts'
import { gras, liste, paragraphe, titre } from './contexte.ts'

/** Caption of the table whose rows add up to the score. */
export const LEGENDE_POINTS = 'Points de la demande, critère par critère'

/** Caption of the table of what gave nothing. */
export const LEGENDE_SANS_POINT = 'Critères de la grille qui ne donnent pas de point à cette demande'

const COLONNES = [
  { titre: 'Critère', largeur: 20 },
  { titre: 'Ce qui a été lu', largeur: 27 },
  { titre: 'Règle de la grille', largeur: 27 },
  { titre: 'Points', largeur: 9, aDroite: true },
  { titre: 'Base légale', largeur: 17 },
]

function remarque({ etat, absorbePar }: LigneExpliquee, noms: ReadonlyMap<string, string>): string {
  if (etat === 'absorbe') {
    return ` ; rempli, mais seul compte le critère le plus élevé de la famille (« ${noms.get(absorbePar ?? '') ?? ''} »)`
  }
  return etat === 'inconnu' ? ' ; à compléter : aucun point tant que l’information manque' : ''
}

function rangee(ligne: LigneExpliquee, noms: ReadonlyMap<string, string>): readonly Phrase[] {
  return [
    ligne.nom,
    francais(`${ligne.lu}${remarque(ligne, noms)}`),
    ligne.regle,
    formatNombre(ligne.points),
    ligne.baseLegale ?? 'règle locale',
  ]
}

function rangeeAjustement({ motif, points }: AjustementExplique): readonly Phrase[] {
  return ['Ajustement', motif, 'limite fixée par la grille', formatNombre(points), 'règle locale']
}

function tableauPoints(lignes: readonly LigneExpliquee[], { cotation, i }: ContexteReleve): TableauDocument {
  const noms = new Map(cotation.grilleLue.grille.criteres.map(({ code, nom }) => [code, nom]))
  return {
    genre: 'tableau',
    legende: LEGENDE_POINTS,
    colonnes: COLONNES,
    lignes: [...lignes.map((ligne) => rangee(ligne, noms)), ...expliquerAjustements(cotation, i).map(rangeeAjustement)],
    total: ['Total', '', '', formatNombre(enPoints(cotation.totaux[i] ?? 0)), ''],
  }
}

/** What the criteria are that give nothing, and why: half of the answer to « why this score ». */
function tableauSansPoint(lignes: readonly LigneExpliquee[]): readonly Bloc[] {
  if (lignes.length === 0) return []
  const sansPiece = ' ; aucune pièce justificative n’est enregistrée'
  return [
    {
      genre: 'tableau',
      legende: LEGENDE_SANS_POINT,
      colonnes: COLONNES.filter(({ titre: nom }) => nom !== 'Points'),
      lignes: lignes.map(({ nom, lu, regle, nonJustifie, baseLegale }) => [
        nom,
        francais(`${lu}${nonJustifie ? sansPiece : ''}`),
        regle,
        baseLegale ?? 'règle locale',
      ]),
    },
  ]
}

function borne(centiemes: number | undefined, sans: string): string {
  return centiemes === undefined || !Number.isFinite(centiemes) ? sans : formatPoints(enPoints(centiemes))
}

function direBornes({ cotation: { minimums, maximums }, i }: ContexteReleve): string {
  if (minimums[i] === maximums[i]) return `Quelle que soit la réponse, elle restera de ${borne(minimums[i], '')}`
  const bas = borne(minimums[i], 'un minimum que la grille ne limite pas')
  return `Une fois complétée, elle sera comprise entre ${bas} et ${borne(maximums[i], 'un maximum que la grille ne limite pas')}`
}

/** What is missing to complete the score, and between which bounds it is. */
function incomplete(contexte: ContexteReleve): readonly Bloc[] {
  const { cotation, i } = contexte
  if (cotation.complets[i] === 1) {
    return [paragraphe('Toutes les informations que la grille demande sont connues : la note est complète.')]
  }
  const manques = manqueDe(cotation, i).map((code) => champNommable(code)?.libelle ?? code)
  return [
    paragraphe(`La note est incomplète. ${direBornes(contexte)}. Informations à compléter ou à corriger :`),
    liste(manques),
  ]
}

/** The score, each criterion of the grid with what it gave, and what is missing. */
export function partieNote(contexte: ContexteReleve): readonly Bloc[] {
  const { cotation, i } = contexte
  const lignes = expliquer(cotation, i)
  return [
    titre('La note'),
    {
      genre: 'paragraphe',
      texte: [francais('Note de la demande : '), ...gras(formatPoints(enPoints(cotation.totaux[i] ?? 0))), '.'],
    },
    ...incomplete(contexte),
    tableauPoints(
      lignes.filter(({ etat }) => etat !== 'ecarte'),
      contexte,
    ),
    ...tableauSansPoint(lignes.filter(({ etat }) => etat === 'ecarte')),
  ]
}
