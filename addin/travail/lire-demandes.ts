import type { Demandes, FeuilleBrute, LigneBrute, TableReconnue, Territoires } from '../../core/index.ts'
import { creerLecteurDemandes, jourIso, MODELE_DEMANDE, Refus } from '../../core/index.ts'
import type { DemandeLecture, LectureVue, VideVu } from './contrat.ts'
import { libelleChamp } from './decrire-table.ts'
import { compterVides } from './facettes.ts'
import { sensDuVide } from './sens-du-vide.ts'
import type { Ecoute } from './lire-par-blocs.ts'
import { parcourir } from './lire-par-blocs.ts'

/** Rows kept as they were read, so that an anomaly leads to its row at once; beyond, the row is read again. */
const LIGNES_GARDEES = 40_000

/** Demandes once read, with the rows of the source when there are few enough to be kept. */
export interface DemandesLues {
  readonly demandes: Demandes
  readonly lignes: ReadonlyMap<number, LigneBrute> | undefined
}

/** Reads a recognised table, a few rows at a time. @throws Annulation when asked to stop, Refus when it cannot be read */
export async function lireTable(
  feuille: FeuilleBrute,
  { table, appariement }: TableReconnue,
  demande: DemandeLecture,
  lieux: Territoires,
  ecoute: Ecoute,
): Promise<DemandesLues> {
  const lecteur = creerLecteurDemandes(appariement, { ...demande, jour: jourLu(demande.jour), lieux })
  const lignes = new Map<number, LigneBrute>()
  await parcourir(
    feuille.lignes,
    (ligne) => {
      if (ligne.numero <= table.ligneEntetes) return true
      lecteur.ajouter(ligne)
      if (lignes.size <= LIGNES_GARDEES) lignes.set(ligne.numero, ligne)
      return true
    },
    ecoute,
  )
  return { demandes: lecteur.terminer(), lignes: lignes.size > LIGNES_GARDEES ? undefined : lignes }
}

/** @throws Refus when the text is not a day */
export function jourLu(texte: string): number {
  const jour = jourIso(texte)
  if (jour === undefined) throw new Refus(`Le jour du calcul doit être une date ; « ${texte} » n’en est pas une.`)
  return jour
}

function vides(demandes: Demandes, videNon: readonly string[]): readonly VideVu[] {
  return MODELE_DEMANDE.champs
    .flatMap((champ) => {
      const sens = sensDuVide(champ)
      if (sens === undefined || !demandes.appariement.colonnes.has(champ.code)) return []
      const { code, libelle } = champ
      return [
        {
          champ: code,
          libelle,
          vides: compterVides(demandes.colonne(code)),
          remplies: demandes.videNon.find(({ champ }) => champ === code)?.cellules ?? 0,
          declare: videNon.includes(code),
          sens,
        },
      ]
    })
    .filter(({ vides: nombre, declare }) => nombre > 0 || declare)
}

function defauts(demandes: Demandes): LectureVue['defauts'] {
  return demandes.defauts.map((rempli) => ({
    ...rempli,
    libelle: libelleChamp(rempli.champ),
    motif: MODELE_DEMANDE.defauts.find(({ champ }) => champ === rempli.champ)?.motif ?? '',
  }))
}

export function decrireLecture(demandes: Demandes, { videNon }: DemandeLecture): LectureVue {
  return {
    lignesLues: demandes.lignesLues,
    demandes: demandes.nombre,
    vides: vides(demandes, videNon),
    defauts: defauts(demandes),
  }
}
