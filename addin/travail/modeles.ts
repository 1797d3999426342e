import { modelesDeFeuilles } from '../../core/flux/index.ts'
import type { ColonneEcrite, FeuilleEcrite } from '../../core/index.ts'
import { feuilleListes, gabarit, MODELE_DEMANDE } from '../../core/index.ts'
import type { ModeleFeuille } from './contrat-modeles.ts'
import { lignesDe } from './feuille-decrite.ts'

/** The words that a column proposes: its own, or those of a column of another sheet. */
function proposees({ propositions }: ColonneEcrite, feuilles: readonly FeuilleEcrite[]): readonly string[] {
  if (propositions === undefined || !('feuille' in propositions)) return propositions ?? []
  const liste = feuilles.find(({ nom }) => nom === propositions.feuille)
  const rang = liste?.colonnes.findIndex(({ titre }) => titre === propositions.colonne) ?? -1
  if (liste === undefined || rang < 0) return []
  return lignesDe(liste, 0, liste.nombreLignes)
    .map((ligne) => String(ligne[rang] ?? ''))
    .filter((mot) => mot !== '')
}

/**
 * The sheets to fill: demandes, then those of the follow-up. Their lists stay out of sight, in the workbook's own list
 * sheet.
 */
export function modeles(): readonly ModeleFeuille[] {
  const suivi = modelesDeFeuilles()
  const demandes = gabarit('Demandes', MODELE_DEMANDE.champs)
  const listes = [feuilleListes(MODELE_DEMANDE.champs), ...suivi]
  const aRemplir = suivi.filter(({ nombreLignes }) => nombreLignes === 0)
  return [demandes, ...aRemplir].map((feuille) => ({
    nom: feuille.nom,
    colonnes: feuille.colonnes.map((colonne) => {
      // The lists of demandes and those of the follow-up bear the same name: each sheet looks in its own first.
      const siennes = feuille === demandes ? listes : listes.slice(1)
      return {
        titre: colonne.titre,
        format: colonne.format,
        largeur: colonne.largeur,
        proposees: proposees(colonne, siennes),
      }
    }),
    lignes: [],
  }))
}
