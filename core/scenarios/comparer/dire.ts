import { formatCompte, formatNombre, formatTaux } from '../../socle/format.ts'
import { francais } from '../../socle/typographie.ts'
import type { Comparaisons } from './comparer.ts'
import type { MesuresPaire } from './paire.ts'

const NOMS_PUBLICS: Readonly<Record<string, string>> = {
  dalo: 'les ménages reconnus DALO',
  prioritaire: 'les publics prioritaires',
  quartile1: 'les ménages du 1er quartile',
  mutation: 'les mutations',
  parent_isole: 'les parents isolés',
}

function coefficient(valeur: number | null): string {
  return valeur === null ? 'sans objet (totaux tous égaux d’un côté)' : formatNombre(valeur, { decimales: 3 })
}

function direLots({ lots }: MesuresPaire): readonly string[] {
  if (lots === undefined) return []
  return lots.part === null
    ? ['Logements : aucun logement utilisable.']
    : [
        `Liste de trois candidats différente : ${formatCompte(lots.changes, 'logement')} sur ${formatNombre(lots.lots)} (${formatTaux(lots.part)}).`,
      ]
}

function direTop({ top }: MesuresPaire): readonly string[] {
  return top.map(
    ({ n, communs, entrants, sortants }) =>
      `Premières places (${formatNombre(n)}) : ${formatCompte(communs, 'demande')} en commun, ${formatCompte(entrants.length, 'entrante')}, ${formatCompte(sortants.length, 'sortante')}.`,
  )
}

function direPublics({ publics }: MesuresPaire): readonly string[] {
  return publics.map(({ public: code, partA, partB }) =>
    partA === null || partB === null
      ? `Premier dixième, ${NOMS_PUBLICS[code] ?? code} : sans objet.`
      : `Premier dixième : ${NOMS_PUBLICS[code] ?? code} en occupaient ${formatTaux(partA)}, ils en occupent ${formatTaux(partB)}.`,
  )
}

function direDeplacements({ deplacements: { moyen, max, immobiles } }: MesuresPaire): string {
  return moyen === null || max === null
    ? 'Aucune demande à comparer.'
    : `En moyenne, une demande change de ${formatCompte(moyen, 'place')} ; celle qui bouge le plus, de ${formatCompte(max, 'place')} ; ${formatCompte(immobiles, 'demande')} à la même place.`
}

/** What a pair of grids comes to, one sentence a measure: dwellings first, since a commission reads three files. */
export function direPaire(paire: MesuresPaire): readonly string[] {
  return [
    ...direLots(paire),
    direDeplacements(paire),
    ...direTop(paire),
    ...direPublics(paire),
    `Accord des deux classements : τ-b ${coefficient(paire.tauB)} ; ρ ${coefficient(paire.spearman)} ; RBO ${coefficient(paire.rbo)}.`,
  ]
}

/**
 * A comparison in French sentences, one a line.
 *
 * @example
 * direComparaisons(comparaisons)[0]
 * //=> '« Grille d’exemple (fictive) (grille-exemple) » puis « DALO à 40 (dalo-a-40) » : 1 945 demandes…'
 */
export function direComparaisons({ cotations, paires }: Comparaisons): readonly string[] {
  const nom = (rang: number): string => {
    const { nom: libelle = '', id = '' } = cotations[rang]?.grilleLue.grille ?? {}
    return `« ${libelle} (${id}) »`
  }
  return paires
    .flatMap((paire, k) => [
      `${nom(0)} puis ${nom(k + 1)} : ${formatCompte(paire.population.length, 'demande cotée', 'demandes cotées')} par les deux.`,
      ...direPaire(paire).map((phrase) => `  ${phrase}`),
    ])
    .map(francais)
}
