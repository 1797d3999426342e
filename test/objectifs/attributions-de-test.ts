import { reconnaitreColonnes } from '../../core/lecture/reconnaitre.ts'
import type { OptionsAttributions } from '../../core/objectifs/attributions.ts'
import { creerLecteurAttributions, type Attributions } from '../../core/objectifs/attributions.ts'
import { MODELE_ATTRIBUTION } from '../../core/objectifs/modele.ts'
import { jourIso } from '../../core/socle/jour.ts'
import type { Cellule } from '../../core/socle/table.ts'

/** One row as its cells, by header; a header that is absent is an empty cell. */
export type LigneTest = Readonly<Record<string, Cellule>>

export const LIEUX_VIDES = { epciParNom: () => undefined, communeParNom: () => undefined }

export function jour(iso: string): number {
  const lu = jourIso(iso)
  if (lu === undefined) throw new Error(`not a day: got ${iso}`)
  return lu
}

export interface FichierTest {
  readonly nom: string
  readonly entetes: readonly string[]
  readonly lignes: readonly LigneTest[]
}

export function lireFichiers(
  fichiers: readonly FichierTest[],
  options: Partial<OptionsAttributions> = {},
): Attributions {
  const lecteur = creerLecteurAttributions({ jour: jour('2026-01-31'), lieux: LIEUX_VIDES, ...options })
  for (const { nom, entetes, lignes } of fichiers) {
    const fichier = lecteur.fichier(reconnaitreColonnes(entetes, 1, MODELE_ATTRIBUTION), nom)
    lignes.forEach((ligne, i) => {
      fichier.ajouter({ numero: i + 2, cellules: entetes.map((entete) => ligne[entete] ?? null) })
    })
  }
  return lecteur.terminer()
}

/** One file whose columns are those that its rows name, in the order met. */
export function lireAttributions(
  lignes: readonly LigneTest[],
  options: Partial<OptionsAttributions> & { readonly entetes?: readonly string[] } = {},
): Attributions {
  const entetes = options.entetes ?? [...new Set(lignes.flatMap((ligne) => Object.keys(ligne)))]
  return lireFichiers([{ nom: 'attributions.csv', entetes, lignes }], options)
}
