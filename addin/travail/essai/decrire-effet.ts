import type { Cotation, Demandes, EffetEssai, GenreLots } from '../../../core/index.ts'
import { formatNombre, phraseDeplacements, phraseListes, sensDesDeplacements } from '../../../core/index.ts'
import type { EffetVu, MouvementVu } from './contrat-essai.ts'

/** The grid in force, the grid tried, and who is in the table. */
export interface Paire {
  readonly force: Cotation
  readonly essayee: Cotation
  readonly demandes: Demandes
}

type Classe = EffetEssai['deplacements']['classes'][number]

/** @example nomClasse({ de: 1, a: 10 }) //=> '1 à 10 places' */
function nomClasse({ de, a }: Pick<Classe, 'de' | 'a'>): string {
  return a === null ? `plus de ${formatNombre(de - 1)}` : `${formatNombre(de)} à ${formatNombre(a)}`
}

/** Places gained, with their sign. @example direGain(12) //=> '+12' */
export function direGain(gain: number): string {
  return formatNombre(gain, { signe: true })
}

function mouvement({ force, essayee, demandes }: Paire, demande: number, gain: number): MouvementVu {
  return {
    demande,
    numero: demandes.numeros[demande] ?? '',
    avant: formatNombre(force.classement.ordre[demande] ?? 0),
    apres: formatNombre(essayee.classement.ordre[demande] ?? 0),
    gain: direGain(gain),
  }
}

/** What the grid tried does, ready to be shown. */
export function decrireEffet(effet: EffetEssai, genre: GenreLots, paire: Paire): EffetVu {
  const { deplacements, distribution, lots, montees, descentes } = effet
  const listes = lots ?? { lots: 0, changes: 0, part: null }
  const dire = (liste: EffetEssai['montees']): readonly MouvementVu[] =>
    liste.map(({ demande, gain }) => mouvement(paire, demande, gain))
  return {
    demandes: effet.demandes,
    listes: {
      genre,
      lots: listes.lots,
      changes: listes.changes,
      part: listes.part,
      phrase: phraseListes(listes, genre),
    },
    deplacements: {
      ...sensDesDeplacements(deplacements),
      immobiles: deplacements.immobiles,
      classes: deplacements.classes.map((classe) => ({
        nom: nomClasse(classe),
        montent: classe.montent,
        descendent: classe.descendent,
      })),
      phrase: phraseDeplacements(deplacements),
    },
    distribution: {
      debut: distribution.debut,
      largeur: distribution.largeur,
      a: [...distribution.a],
      b: [...distribution.b],
    },
    montees: dire(montees),
    descentes: dire(descentes),
  }
}
