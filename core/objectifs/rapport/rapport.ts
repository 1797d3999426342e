import type { Bloc, DocumentEcrit, Paragraphe } from '../../document/document.ts'
import { jourFrancais, type Jour } from '../../socle/jour.ts'
import type { Provenance } from '../../socle/feuille.ts'
import { francais } from '../../socle/typographie.ts'
import { completer } from '../completer.ts'
import { objectifsDuCompte } from '../compter-objectifs.ts'
import type { Compte } from '../compte.ts'
import type { NommerTerritoire } from '../perimetres.ts'
import { projeter } from '../projeter.ts'
import {
  COMMISSION_LIBRE,
  LECTURE,
  phraseBailleurs,
  phraseFourchette,
  phraseManque,
  PROJECTION,
} from './phrases-rapport.ts'
import {
  bailleursEnRetard,
  indicateur,
  mesureDe,
  tableauAnnees,
  tableauAutres,
  tableauBailleurs,
  tableauTrimestres,
} from './tableaux.ts'

/** For whom: the CALEOL on a day, the commission de coordination each quarter, the CIL each year. */
export type Cadence = 'caleol' | 'trimestre' | 'annee'

export const CADENCES: readonly Cadence[] = ['caleol', 'trimestre', 'annee']

/** What a report is made from. */
export interface SourceRapport {
  /** The year reported. */
  readonly compte: Compte
  /** Earlier years, the oldest first: they give the season and the trend; those that count nothing are left out. */
  readonly passes: readonly Compte[]
  readonly jour: Jour
  /** Files, version of the engine. */
  readonly provenance: Provenance
  /** Name of the territory: that of the only EPCI unless told. */
  readonly territoire?: string
  readonly nommer?: NommerTerritoire
}

const TITRES: Readonly<Record<Cadence, (annee: string, jour: string) => string>> = {
  caleol: (annee, jour) => `Objectifs d’attribution ${annee} : où en est-on au ${jour} ?`,
  trimestre: (annee, jour) => `Objectifs d’attribution ${annee} : point trimestriel au ${jour}`,
  annee: (annee) => `Objectifs d’attribution : bilan de l’année ${annee}`,
}

const POUR: Readonly<Record<Cadence, string>> = {
  caleol: 'Commission d’attribution (CALEOL)',
  trimestre: 'Commission de coordination',
  annee: 'Conférence intercommunale du logement (CIL)',
}

function paragraphe(texte: Paragraphe['texte'], ton?: Paragraphe['ton']): Paragraphe {
  return { genre: 'paragraphe', texte, ...(ton === undefined ? {} : { ton }) }
}

/** What is missing, at which landlord, and where the year is heading. */
function enTete({ compte, passes, jour }: SourceRapport): Paragraphe {
  const premier = indicateur('q1_hors_qpv')
  const mesure = mesureDe(compte, 'q1_hors_qpv')
  const projection = projeter(compte, premier, { jour, passes })
  const enCours = projection.attendus !== null
  const titre = enCours ? projection.phrase : francais(phraseManque(mesure, premier.quoi, compte.annee))
  const suite = [phraseBailleurs(bailleursEnRetard(compte)), phraseFourchette(mesure)].filter((phrase) => phrase !== '')
  return paragraphe([{ texte: titre, gras: true }, francais(` ${suite.join(' ')}`)], 'encadre')
}

/** How many of the fields to fill are named: the reports that hold more tables name fewer. */
const CHAMPS_MONTRES: Readonly<Record<Cadence, number>> = { caleol: 2, trimestre: 0, annee: 1 }

function aCompleter(compte: Compte, cadence: Cadence): readonly Bloc[] {
  const { champs } = completer(compte, indicateur('q1_hors_qpv'))
  const phrases = champs.slice(0, CHAMPS_MONTRES[cadence]).map(({ phrase }) => phrase)
  return phrases.length === 0
    ? []
    : [
        { genre: 'intertitre', niveau: 1, texte: 'À compléter d’abord' },
        { genre: 'liste', elements: phrases },
      ]
}

function aValider({ compte, passes, jour }: SourceRapport): readonly Bloc[] {
  const { avertissements } = objectifsDuCompte(compte)
  const enCours = projeter(compte, indicateur('q1_hors_qpv'), { jour, passes }).attendus !== null
  const points = [...avertissements.map(francais), ...(enCours ? [PROJECTION] : [])]
  const titre: Bloc = { genre: 'intertitre', niveau: 1, texte: 'Points à valider' }
  return [...(points.length === 0 ? [] : [titre]), ...points.map((point) => paragraphe(point, 'note'))]
}

function tableaux(cadence: Cadence, source: SourceRapport): readonly Bloc[] {
  const { compte, passes, nommer } = source
  const autres = tableauAutres(compte, objectifsDuCompte(compte).objectifs, nommer)
  switch (cadence) {
    case 'caleol':
      return [tableauBailleurs(compte), autres]
    case 'trimestre':
      return [tableauTrimestres(compte), tableauBailleurs(compte), autres]
    case 'annee':
      return [tableauBailleurs(compte), autres, tableauAnnees([...passes, compte])]
  }
}

function seulEpci({ compte, nommer }: SourceRapport): string | undefined {
  const [epci, ...autres] = compte.axe('epci', 'decisions').modalites
  return epci === undefined || autres.length > 0 ? undefined : nommer?.(epci)
}

/**
 * The report on the legal targets for one of the three bodies that follow them, on one page: a sentence that says what is
 * missing and at which landlord, the rates with their brackets, what is still to be filled or checked, where it comes from.
 *
 * @example rapportObjectifs('caleol', { compte, passes: [], jour, provenance: [] }).parties.length //=> 1
 */
export function rapportObjectifs(cadence: Cadence, donnee: SourceRapport): DocumentEcrit {
  const passes = donnee.passes.filter((passe) => mesureDe(passe, 'prioritaires').denominateur > 0)
  const source = { ...donnee, passes }
  const { compte, jour, provenance } = source
  const territoire = donnee.territoire ?? seulEpci(source)
  const titre = francais(TITRES[cadence](String(compte.annee), jourFrancais(jour)))
  const pour = francais(territoire === undefined ? POUR[cadence] : `${POUR[cadence]}, ${territoire}`)
  return {
    titre: pour,
    provenance: [
      ['Destinataire', pour],
      ...provenance,
      ['Année comptée', String(compte.annee)],
      ['Jour', jourFrancais(jour)],
    ],
    serre: true,
    parties: [
      {
        titre,
        blocs: [
          enTete(source),
          ...tableaux(cadence, source),
          ...aCompleter(compte, cadence),
          ...aValider(source),
          paragraphe(cadence === 'caleol' ? `${LECTURE} ${COMMISSION_LIBRE}` : LECTURE, 'note'),
        ],
      },
    ],
  }
}
