import { calculerFlux } from '../../core/flux/calculer-flux.ts'
import type { Flux } from '../../core/flux/calculer-flux.ts'
import { creerLecteurParc } from '../../core/flux/lire-parc.ts'
import type { Parc } from '../../core/flux/lire-parc.ts'
import { MODELE_PARC } from '../../core/flux/modele.ts'
import { reconnaitreColonnes } from '../../core/lecture/reconnaitre.ts'
import type { Cellule } from '../../core/socle/table.ts'

export type LigneParcTest = Readonly<Record<string, Cellule>>

/** Sheets whose columns are those that their rows name. */
export function lireParc(...feuilles: readonly (readonly LigneParcTest[])[]): Parc {
  const lecteur = creerLecteurParc({ lieux: { epciParNom: () => undefined, communeParNom: () => undefined } })
  feuilles.forEach((lignes, rang) => {
    const entetes = [...new Set(lignes.flatMap((ligne) => Object.keys(ligne)))]
    const feuille = lecteur.feuille(reconnaitreColonnes(entetes, 1, MODELE_PARC), `Feuille ${String(rang + 1)}`)
    lignes.forEach((ligne, i) => {
      feuille.ajouter({ numero: i + 2, cellules: entetes.map((entete) => ligne[entete] ?? null) })
    })
  })
  return lecteur.terminer()
}

export function flux(...feuilles: readonly (readonly LigneParcTest[])[]): Flux {
  return calculerFlux(lireParc(...feuilles), { annee: 2025 })
}
