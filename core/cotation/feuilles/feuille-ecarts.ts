import { formatNombre } from '../../socle/format.ts'
import type { FeuilleEcrite } from '../../socle/table.ts'
import { francais } from '../../socle/typographie.ts'
import type { Cotation, Cotations } from '../coter.ts'
import { comparable, ecartsDe } from './ecarts.ts'
import type { Source } from './provenance.ts'
import { provenance } from './provenance.ts'

/** Official note and quartile against ours: by how much, and which criteria could account for it. */
export function feuilleEcarts(cotations: Cotations, source: Source): readonly FeuilleEcrite[] {
  if (!comparable(cotations)) return []
  const entrees = cotations.cotations.flatMap((cotation) => ecartsDe(cotation).map((ecart) => ({ cotation, ecart })))
  const [premiere] = cotations.cotations
  return premiere === undefined ? [] : [decrire(cotations, premiere, source, entrees)]
}

function decrire(
  cotations: Cotations,
  premiere: Cotation,
  source: Source,
  entrees: readonly { readonly cotation: Cotation; readonly ecart: ReturnType<typeof ecartsDe>[number] }[],
): FeuilleEcrite {
  const comparees = cotations.cotations.reduce((somme, { classement }) => somme + classement.indices.length, 0)
  const bilan = `${formatNombre(entrees.length)} demandes sur ${formatNombre(comparees)} ont une note ou un quartile différents de ceux du fichier.`
  return {
    nom: 'Ecarts',
    titre: 'Écarts avec la note et le quartile officiels',
    provenance: [['Bilan', francais(bilan)], ...provenance(cotations, premiere, source)],
    colonnes: [
      { titre: 'Numéro unique', format: 'texte', largeur: 22 },
      { titre: 'Grille', format: 'texte', largeur: 18 },
      { titre: 'Note officielle', format: 'points', largeur: 11 },
      { titre: 'Note calculée', format: 'points', largeur: 11 },
      { titre: 'Écart', format: 'points', largeur: 9 },
      { titre: 'Quartile officiel', format: 'entier', largeur: 10 },
      { titre: 'Quartile calculé', format: 'entier', largeur: 10 },
      { titre: 'Critères qui peuvent l’expliquer', format: 'texte', largeur: 70 },
    ],
    nombreLignes: entrees.length,
    ligne: (i) => {
      const entree = entrees[i]
      if (entree === undefined) return []
      const { cotation, ecart } = entree
      const pistes =
        ecart.pistes.length === 0 ? 'aucun critère seul : voir l’explication de la demande' : ecart.pistes.join(' ; ')
      return [
        cotations.demandes.numeros[ecart.indice] ?? '',
        cotation.grilleLue.grille.id,
        ecart.noteOfficielle ?? null,
        ecart.note,
        ecart.ecart ?? null,
        ecart.quartileOfficiel ?? null,
        ecart.quartile ?? null,
        francais(pistes),
      ]
    },
  }
}
