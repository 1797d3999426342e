import { formatCompte, formatJour, francais, jourIso } from '../../core/index.ts'
import { estFictif, type Chiffre, type Indicateur } from '../../core/observatoire/index.ts'
import type { Figure } from '../figures/figure.ts'

/** All that a figure says of where it comes from. */
export type Origine = Pick<Figure, 'sources' | 'protection' | 'provenance' | 'definitions' | 'fictif'>

export function ecrireDate(date: string): string {
  const jour = jourIso(date)
  return jour === undefined ? date : formatJour(jour)
}

/** The date to write after the title of a source: none when the title says it. */
export function dateApres(titre: string, date: string | undefined): string | undefined {
  const ecrite = date === undefined ? '' : ecrireDate(date)
  return ecrite === '' || titre.replace(/\s/gu, ' ').includes(ecrite.replace(/\s/gu, ' ')) ? undefined : ecrite
}

function sourceDe({ source, provenance }: Chiffre): Figure['sources'][number] {
  if (source === null) return { texte: `${provenance.producteur}, ${ecrireDate(provenance.fait_le)}` }
  const { titre, date, releve_le, url } = source
  const jours = [dateApres(titre, date), releve_le && `relevé le ${ecrireDate(releve_le)}`].filter(Boolean)
  return { texte: [titre, ...jours].join(', '), ...(url === undefined ? {} : { url }) }
}

/** One figure of each dataset and source: there are few of them, whatever the number of figures. */
function unParOrigine(chiffres: readonly Chiffre[]): readonly Chiffre[] {
  const vues = new Map<Chiffre['provenance'], Set<Chiffre['source']>>()
  return chiffres.filter(({ provenance, source }) => {
    const siennes = vues.get(provenance) ?? new Set()
    vues.set(provenance, siennes)
    return siennes.size < siennes.add(source).size
  })
}

/** Where the figures come from: one line a source. */
function sourcesDe(chiffres: readonly Chiffre[]): Figure['sources'] {
  return [...new Map(chiffres.map(sourceDe).map((source) => [source.texte, source])).values()]
}

function direRetenus(chiffres: readonly Chiffre[]): string {
  const retenus = chiffres.filter(({ secret }) => secret !== null).length
  return retenus === 0
    ? 'Aucun chiffre retenu.'
    : `${formatCompte(retenus, 'chiffre retenu', 'chiffres retenus')}, avec la raison dans le tableau.`
}

/** Whether the figures are protected, and how. */
function protectionDe(chiffres: readonly Chiffre[]): string {
  const notres = chiffres.filter(({ diffusion }) => diffusion === null)
  const publies = notres.length < chiffres.length
  const phrases = publies
    ? ['Chiffres déjà publiés par leur source, repris tels quels : ni protégés ni mêlés aux nôtres.']
    : []
  if (notres.length > 0) {
    const profils = [...new Set(notres.map(({ provenance }) => provenance.profil_secret))]
    const regle = profils.includes(undefined)
      ? 'Un des fichiers ne dit pas comment il est protégé.'
      : `Protégés avant publication (profil « ${profils.join(' », « ')} »).`
    phrases.push(`${regle} ${direRetenus(notres)}`)
  }
  return francais(phrases.join(' '))
}

function provenancesDe(chiffres: readonly Chiffre[], indicateurs: readonly Indicateur[]): Figure['provenance'] {
  const jeux = [...new Set(chiffres.map(({ provenance }) => provenance))]
  return jeux.flatMap(({ empreinte, titre, version_moteur }) =>
    indicateurs.map(({ id, version }) => ({
      jeu: empreinte ?? 'sans empreinte',
      titreJeu: titre,
      indicateur: id,
      version: String(version),
      moteur: version_moteur ?? 'non indiqué',
    })),
  )
}

function definitionsDe(indicateurs: readonly Indicateur[]): Figure['definitions'] {
  return indicateurs.map(({ nom, definition, base_legale }) => ({
    nom,
    texte: francais(base_legale === undefined ? definition : `${definition} Base légale : ${base_legale}.`),
  }))
}

/** An indicator, and the figures of it that a drawing uses. */
export interface Lot {
  readonly indicateur: Indicateur
  readonly chiffres: readonly Chiffre[]
}

/** The origin of a drawing of several indicators: each is said to come from the datasets of its own figures only. */
export function origineDesLots(lots: readonly Lot[]): Origine {
  const indicateurs = [...new Set(lots.map(({ indicateur }) => indicateur))]
  return {
    ...origineDe(
      lots.flatMap(({ chiffres }) => chiffres),
      indicateurs,
    ),
    provenance: indicateurs.flatMap((indicateur) =>
      provenancesDe(
        lots.flatMap((lot) => (lot.indicateur === indicateur ? lot.chiffres : [])),
        [indicateur],
      ),
    ),
  }
}

/** Sources, protection, provenance and definitions of the figures that a drawing uses. */
export function origineDe(chiffres: readonly Chiffre[], indicateurs: readonly Indicateur[]): Origine {
  const origines = unParOrigine(chiffres)
  return {
    sources: sourcesDe(origines),
    protection: protectionDe(chiffres),
    provenance: provenancesDe(origines, indicateurs),
    definitions: definitionsDe(indicateurs),
    fictif: origines.some(({ provenance }) => estFictif(provenance)),
  }
}
