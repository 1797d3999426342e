import { CHAMPS_PARC } from '../../core/flux/index.ts'
import type { Champ, FormatColonne } from '../../core/index.ts'
import { champNommable, MODELE_DEMANDE } from '../../core/index.ts'
import { CHAMPS_ATTRIBUTION } from '../../core/objectifs/index.ts'
import type { ModeleFeuille } from './contrat-modeles.ts'

const FORMATS: Readonly<Partial<Record<Champ['type'], FormatColonne>>> = {
  entier: 'entier',
  nombre: 'nombre',
  date: 'date',
}

/** Several values can go in one cell of a multiple list: Excel cannot offer that. */
function proposees({ code, type }: Champ): readonly string[] {
  if (type === 'booleen') return ['Oui', 'Non']
  return type === 'liste' ? (champNommable(code)?.valeurs ?? []).map(({ libelle }) => libelle) : []
}

function modele(nom: string, champs: readonly Champ[]): ModeleFeuille {
  return {
    nom,
    colonnes: champs.map((champ) => ({
      titre: champ.libelle,
      format: FORMATS[champ.type] ?? 'texte',
      largeur: Math.max(12, Math.min(34, champ.libelle.length + 2)),
      proposees: proposees(champ),
    })),
    lignes: [],
  }
}

/** The empty sheets that an officer fills, under the headers that are recognised. */
export function modelesDeFeuilles(): readonly ModeleFeuille[] {
  return [
    modele('Demandes', MODELE_DEMANDE.champs),
    modele('Attributions', CHAMPS_ATTRIBUTION),
    modele('Parc', CHAMPS_PARC),
  ]
}
