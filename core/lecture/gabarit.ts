import { LISTES } from '../listes/listes.ts'
import type { ValeurListe } from '../listes/valeur-liste.ts'
import type { ColonneEcrite, FeuilleEcrite, FormatColonne, ValeursProposees } from '../socle/table.ts'
import type { Champ } from './modele.ts'

/** The sheet that holds the closed lists of the templates, one column a field. */
export const FEUILLE_LISTES = 'Listes'

/** A whole number that has few values is chosen, not typed. */
const PETIT_NOMBRE = 9

const FORMATS_UNITE: Readonly<Record<string, FormatColonne>> = { ratio: 'taux', '€/mois': 'euros' }

function formatDe({ type, uniteOuListe }: Champ): FormatColonne {
  if (type === 'entier' || type === 'date') return type
  return type === 'nombre' ? (FORMATS_UNITE[uniteOuListe] ?? 'nombre') : 'texte'
}

function listeDe({ type, uniteOuListe }: Champ): readonly ValeurListe[] | undefined {
  const nommee = type === 'liste' || type === 'liste multiple'
  return nommee && Object.hasOwn(LISTES, uniteOuListe) ? LISTES[uniteOuListe as keyof typeof LISTES] : undefined
}

/** Several values can go in one cell of a multiple list: Excel cannot offer that. */
function propositionsDe(champ: Champ): ValeursProposees | undefined {
  if (champ.type === 'booleen') return ['Oui', 'Non']
  if (champ.type === 'entier' && champ.maximum <= PETIT_NOMBRE)
    return Array.from({ length: champ.maximum - champ.minimum + 1 }, (_, i) => String(champ.minimum + i))
  return champ.type === 'liste' && listeDe(champ) !== undefined
    ? { feuille: FEUILLE_LISTES, colonne: champ.libelle }
    : undefined
}

function colonneDe(champ: Champ): ColonneEcrite {
  const propositions = propositionsDe(champ)
  const largeur = Math.max(12, Math.min(34, champ.libelle.length + 2))
  return {
    titre: champ.libelle,
    format: formatDe(champ),
    largeur,
    ...(propositions === undefined ? {} : { propositions }),
  }
}

/**
 * An empty table to fill: one column a field, under the label by which it is recognised, with a list to choose from
 * where the field has one. It has neither title nor provenance: it is data, not a result.
 *
 * @example
 * gabarit('Demandes', MODELE_DEMANDE.champs.slice(0, 2)).colonnes.map(({ titre }) => titre)
 * //=> ['Numéro unique d’enregistrement', …]
 */
export function gabarit(nom: string, champs: readonly Champ[]): FeuilleEcrite {
  return {
    nom,
    titre: '',
    provenance: [],
    colonnes: champs.map(colonneDe),
    colonnesFigees: 1,
    nombreLignes: 0,
    ligne: () => [],
  }
}

/**
 * The lists that the templates of these fields offer; a value of a multiple list is preceded by its code, which is typed.
 *
 * @example feuilleListes(MODELE_PARC.champs).colonnes.map(({ titre }) => titre) //=> ['Réservataire']
 */
export function feuilleListes(champs: readonly Champ[]): FeuilleEcrite {
  const listes = new Map<string, readonly string[]>()
  for (const champ of champs) {
    const valeurs = listeDe(champ)
    const dire = ({ code, libelle }: ValeurListe): string =>
      champ.type === 'liste' ? libelle : `${code}\u202f: ${libelle}`
    if (valeurs !== undefined) listes.set(champ.libelle, valeurs.map(dire))
  }
  const colonnes = [...listes].map(([titre, valeurs]): ColonneEcrite => ({
    titre,
    format: 'texte',
    largeur: Math.max(titre.length + 2, Math.min(60, ...[Math.max(...valeurs.map(({ length }) => length)) + 2])),
  }))
  return {
    nom: FEUILLE_LISTES,
    titre: '',
    provenance: [],
    colonnes,
    nombreLignes: Math.max(0, ...[...listes.values()].map(({ length }) => length)),
    ligne: (i) => [...listes.values()].map((valeurs) => valeurs[i] ?? null),
  }
}
