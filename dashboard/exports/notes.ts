import { francais } from '../../core/index.ts'
import type { Figure, ProvenanceFigure } from '../figures/figure.ts'

/** Said wherever a figure drawn at random goes. */
export const AVERTISSEMENT_FICTIF = 'Données fictives, tirées au hasard pour la démonstration.'

/** A label and what it says. */
export type Note = readonly [etiquette: string, valeur: string]

/** @example direProvenance(p) //=> 'Bilan 2025 (sha256:1f0c…), indicateur bilan_prioritaires version 1, moteur 0.1.0' */
export function direProvenance({ titreJeu, jeu, indicateur, version, moteur }: ProvenanceFigure): string {
  return `${titreJeu} (${jeu}), indicateur ${indicateur} version ${version}, moteur ${moteur}`
}

/** @example direSources(figure) //=> 'Bilan de la DREAL, 25 mars 2026 (https://…)' */
export function direSources({ sources }: Pick<Figure, 'sources'>): string {
  return sources.map(({ texte, url }) => (url === undefined ? texte : `${texte} (${url})`)).join('\u202f; ')
}

/** What must stand beside a drawing: its source, its protection, whether it is fictitious. */
export function pied(figure: Figure): readonly string[] {
  const source = figure.sources.map(({ texte }) => texte).join('\u202f; ')
  return [
    ...(figure.fictif ? [AVERTISSEMENT_FICTIF] : []),
    ...(source === '' ? [] : [`Source\u202f: ${source}.`.replace(/\.\.$/, '.')]),
    figure.protection,
  ].filter((ligne) => ligne !== '')
}

/** « … 21,3 %. 12 EPCI sur 55… » in two sentences. */
function phrasesDe(phrase: string): readonly string[] {
  return phrase.split(/(?<=[^A-Z][.!?])\s+(?=[\p{Lu}\d])/u).filter((dite) => dite !== '')
}

const TITRE_LISIBLE = 150

/** What a figure teaches, as a title states it. @example constatDe(figure) //=> 'CU de Dunkerque est 13e sur 55' */
export function constatDe({ constat, phrase, titre }: Figure): string {
  const [premiere = ''] = constat === undefined ? phrasesDe(phrase) : [constat]
  const dit = premiere.replace(/\.$/, '')
  return dit === '' || dit.length > TITRE_LISIBLE ? titre : dit
}

/** What the sentence of a figure says that its title does not. */
export function suiteDe(figure: Figure): string {
  const dit = constatDe(figure)
  return phrasesDe(figure.phrase)
    .filter((phrase) => phrase.replace(/\.$/, '') !== dit)
    .join(' ')
}

/** All that a file says of a figure beside its drawing and its table. */
export function notesDe(figure: Figure): readonly Note[] {
  const notes: readonly Note[] = [
    ...(figure.fictif ? ([['Avertissement', AVERTISSEMENT_FICTIF]] as const) : []),
    ['Où et quand', figure.sousTitre],
    ['Ce que montre la figure', figure.phrase],
    ...figure.definitions.map(({ nom, texte }): Note => [`Définition de « ${nom} »`, texte]),
    ['Source', direSources(figure)],
    ['Protection', figure.protection],
    ...figure.provenance.map((p): Note => ['Provenance', direProvenance(p)]),
  ]
  return notes
    .filter(([, valeur]) => valeur !== '')
    .map(([etiquette, valeur]) => [francais(etiquette), francais(valeur)] as const)
}

/** The name of a file: small letters, digits and hyphens. @example nomFichier('CA Cœur de Flandre', 'csv') //=> 'ca-coeur-de-flandre.csv' */
export function nomFichier(titre: string, extension: string): string {
  const nom = titre
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
  return `${nom === '' ? 'figure' : nom}.${extension}`
}
