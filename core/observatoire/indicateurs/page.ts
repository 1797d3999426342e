import { comparerCodes } from '../../socle/texte.ts'
import type { IndicateurCatalogue } from './modele.ts'

const THEMES: Readonly<Record<string, string>> = {
  demande: 'Demandes (calculés depuis les demandes d’un territoire)',
  tension: 'Pression de la demande (calculés depuis les demandes, les attributions et le parc)',
  objectifs: 'Objectifs de la loi (calculés depuis les attributions)',
  attributions: 'Attributions (calculés, et bilans officiels)',
  parcours: 'Parcours en commission (calculés depuis les candidatures présentées)',
  offre: 'Parc et offre (calculés depuis le parc)',
  vigilance: 'Vigilance des quartiers (calculé)',
  ressources: 'Ressources (arrêtés)',
  reforme: 'Avancement de la réforme (publications)',
  reperes: 'Repères publics (publications)',
  partenariats: 'Partenariats (publications)',
}

const SENS = { plus: 'plus est mieux', moins: 'moins est mieux' } as const

function fiche(indicateur: IndicateurCatalogue): string {
  const {
    id,
    version,
    nom,
    question,
    definition,
    numerateur,
    denominateur,
    unite,
    sens,
    additif,
    base_legale,
    source,
    pieges,
  } = indicateur
  const addition = additif ? 'somme des numérateurs et des dénominateurs' : 'aucune : ne se réagrège pas'
  return [
    `### ${nom}`,
    '',
    `\`${id}\`, version ${String(version)}. ${question}`,
    '',
    definition,
    '',
    `- Unité\u202f: ${unite}${sens === null ? '' : ` (${SENS[sens]})`}`,
    `- Numérateur\u202f: ${numerateur}`,
    `- Dénominateur\u202f: ${denominateur ?? 'aucun'}`,
    `- Réagrégation\u202f: ${addition}`,
    `- Base légale\u202f: ${base_legale}`,
    `- Source\u202f: ${source}`,
    ...pieges.map((piege) => `- Piège\u202f: ${piege}`),
    '',
  ].join('\n')
}

/**
 * The method page of a catalogue, in Markdown: one sheet an indicator, by theme, as the catalogue orders them.
 *
 * @example pageIndicateurs(CATALOGUE).startsWith('# Les indicateurs de l’observatoire') //=> true
 */
export function pageIndicateurs(catalogue: readonly IndicateurCatalogue[]): string {
  const themes = [...new Set(catalogue.map(({ theme }) => theme))]
  const rang = (theme: string): number => Object.keys(THEMES).indexOf(theme)
  const ordonnes = themes.toSorted((a, b) => rang(a) - rang(b) || comparerCodes(a, b))
  return [
    '# Les indicateurs de l’observatoire',
    '',
    `${String(catalogue.length)} définitions. Page écrite depuis le catalogue par \`npx tsx scripts/indicateurs.ts\`\u202f: ne la modifiez pas à la main.`,
    '',
    ...ordonnes.flatMap((theme) => [
      `## ${THEMES[theme] ?? theme}`,
      '',
      ...catalogue.filter((indicateur) => indicateur.theme === theme).map(fiche),
    ]),
  ].join('\n')
}
