import { ajouterFeuilles } from '../vues/actions-feuilles-grille.ts'
import { choisirGrille } from '../vues/actions-grille.ts'
import type { Volet } from '../vues/volet.ts'
import type { ClasseurOuvert } from './classeur-ouvert.ts'
import type { HoteExcel } from './hote-excel.ts'

function enumerer(noms: readonly string[]): string {
  return noms.map((nom) => `«\u202f${nom}\u202f»`).join(', ')
}

function dire(poses: readonly string[], presents: readonly string[]): readonly string[] {
  const ajout =
    poses.length === 0
      ? 'Toutes les feuilles attendues sont déjà là\u202f: rien n’a été ajouté.'
      : `Feuilles ajoutées\u202f: ${enumerer(poses)}. Remplissez-les, ou collez-y vos données sous les en-têtes.`
  return presents.length === 0 || poses.length === 0
    ? [ajout]
    : [ajout, `Déjà là, non touchées\u202f: ${enumerer(presents)}.`]
}

/** The grid to show in its sheets: the one in use, else the first that is supplied. */
async function exigerGrille(volet: Volet): Promise<void> {
  const [premiere] = volet.hote.grilles
  if (volet.etat.grille === undefined && premiere !== undefined) await choisirGrille(volet, premiere.id)
}

/** Adds the sheets to fill that the workbook lacks, the grid with them; nothing of the user's is written over. */
export async function poserModeles(volet: Volet, hote: HoteExcel, { excel }: ClasseurOuvert): Promise<void> {
  const phrases = await volet.travailler(
    { titre: 'Ajout des feuilles modèles', annulable: false },
    'Les feuilles modèles n’ont pas pu être ajoutées',
    async (session) => {
      const { poses, presents } = await excel.poserModeles(await session.modeles())
      const avecGrille = (await hote.feuillesGrille?.absentes()) === true
      if (avecGrille) await exigerGrille(volet)
      const grille = avecGrille && (await ajouterFeuilles(volet))
      return grille ? dire([...poses, 'Grille'], presents) : dire(poses, [...presents, 'Grille'])
    },
  )
  if (phrases === undefined) return
  await hote.actualiser()
  volet.changer({ avis: phrases })
}
