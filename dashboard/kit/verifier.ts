import { francais } from '../../core/index.ts'
import type { Figure, ProvenanceFigure } from '../figures/figure.ts'
import { empreinteFigure, type Choisie } from './choisie.ts'

/** What became of a figure since it was picked. */
export interface Verdict {
  /** `identique`: the same figures; `change`: others; `introuvable`: its view no longer gives it. */
  readonly etat: 'identique' | 'change' | 'introuvable'
  /** What is not as it was, in French: dataset, definition, engine, or the figures themselves. */
  readonly ecarts: readonly string[]
}

function abreger(empreinte: string): string {
  return empreinte.slice(0, 'sha256:'.length + 8)
}

function unPar<T>(elements: readonly T[], cle: (element: T) => string): ReadonlyMap<string, T> {
  return new Map(elements.map((element) => [cle(element), element]))
}

function ecartsDeVersion(avant: readonly ProvenanceFigure[], apres: readonly ProvenanceFigure[]): readonly string[] {
  const nouvelles = unPar(apres, ({ indicateur }) => indicateur)
  return [...unPar(avant, ({ indicateur }) => indicateur)].flatMap(([id, { version }]) => {
    const nouvelle = nouvelles.get(id)
    if (nouvelle === undefined || nouvelle.version === version) return []
    return [`Définition de « ${id} » changée : version ${version} alors, ${nouvelle.version} maintenant.`]
  })
}

function ecartsDeJeu(avant: readonly ProvenanceFigure[], apres: readonly ProvenanceFigure[]): readonly string[] {
  const [anciens, nouveaux] = [unPar(avant, ({ jeu }) => jeu), unPar(apres, ({ jeu }) => jeu)]
  const partis = [...anciens.values()].filter(({ jeu }) => !nouveaux.has(jeu))
  const venus = [...nouveaux.values()].filter(({ jeu }) => !anciens.has(jeu))
  const remplacants = unPar(venus, ({ titreJeu }) => titreJeu)
  const nommes = new Set(partis.map(({ titreJeu }) => titreJeu))
  return [
    ...partis.map(({ titreJeu, jeu }) => {
      const nouveau = remplacants.get(titreJeu)
      return nouveau === undefined
        ? `Jeu absent : « ${titreJeu} » (${abreger(jeu)}). Ouvrez-le de nouveau.`
        : `Jeu « ${titreJeu} » changé : ${abreger(jeu)} alors, ${abreger(nouveau.jeu)} maintenant.`
    }),
    ...venus
      .filter(({ titreJeu }) => !nommes.has(titreJeu))
      .map(({ titreJeu, jeu }) => `Jeu ajouté : « ${titreJeu} » (${abreger(jeu)}).`),
  ]
}

function moteurs(provenance: readonly ProvenanceFigure[]): string {
  return [...new Set(provenance.map(({ moteur }) => moteur))].sort().join(', ')
}

function ecartsDeMoteur(avant: readonly ProvenanceFigure[], apres: readonly ProvenanceFigure[]): readonly string[] {
  const [ancien, nouveau] = [moteurs(avant), moteurs(apres)]
  return ancien === nouveau ? [] : [`Moteur changé : ${ancien} alors, ${nouveau} maintenant.`]
}

/**
 * Whether a figure still says what it said when it was picked, and what changed around it. `figures` are those that its
 * view gives now.
 */
export function verifier(choisie: Choisie, figures: readonly Figure[]): Verdict {
  const figure = figures.find(({ id }) => id === choisie.figure)
  if (figure === undefined) {
    return {
      etat: 'introuvable',
      ecarts: [francais('La vue ne donne plus cette figure : ses données ne sont pas ouvertes, ou ont changé.')],
    }
  }
  const { provenance: apres } = figure
  const { provenance: avant } = choisie
  const memes = empreinteFigure(figure) === choisie.empreinte
  const ecarts = [
    ...ecartsDeJeu(avant, apres),
    ...ecartsDeVersion(avant, apres),
    ...ecartsDeMoteur(avant, apres),
    ...(memes ? [] : ['Les chiffres du tableau ne sont plus les mêmes.']),
  ]
  return { etat: memes ? 'identique' : 'change', ecarts: ecarts.map(francais) }
}
