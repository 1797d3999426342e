import { depuisQuand, ecartDe, type Depuis } from '../../core/observatoire/index.ts'
import type { Situation } from './contexte.ts'
import { dansPeriode, ecrirePeriode } from './ecrire-valeur.ts'
import { pasDe, pasParlant, periodesDuPas, type Pas } from './pas.ts'
import { ranger, type Rangs } from './rangs.ts'

/** The rankings of each period of one length, in order of time. */
export interface SerieTemps {
  readonly pas: Pas
  readonly moments: readonly Rangs[]
  /** Those of each year, on which targets are measured. */
  readonly annees: readonly Rangs[]
}

function pasVoulu({ table, tous, lieu, selection, periodes }: Situation): Pas {
  const voulu = periodes.map(pasDe).find((pas) => pas === selection.pas)
  return voulu ?? pasParlant(table, tous, lieu)
}

function momentsDe(situation: Situation, pas: Pas): readonly Rangs[] {
  return periodesDuPas(situation.periodes, pas).flatMap((periode) => {
    const groupe = situation.tous.find((g) => g.periode === periode && g.dimension === null)
    return groupe === undefined ? [] : [ranger({ ...situation, periode }, groupe)]
  })
}

/** What a figure was, period after period; breakdowns are left out. */
export function serieTemps(situation: Situation): SerieTemps {
  const pas = pasVoulu(situation)
  const moments = momentsDe(situation, pas)
  return { pas, moments, annees: pas === 'annee' ? moments : momentsDe(situation, 'annee') }
}

/** « depuis le 2e trimestre 2024 », with what stands before. */
function direDepuis({ debut, avant }: Depuis, moments: readonly Rangs[]): string {
  const periode = ecrirePeriode(moments[debut]?.situation.periode ?? '')
  const article = /^\d{4}$/.test(periode) ? '' : 'le '
  if (avant === 'debut-de-serie') return `depuis ${article}${periode}, début de la série`
  return avant === 'sans-chiffre'
    ? `depuis ${article}${periode} au moins (pas de chiffre avant)`
    : `depuis ${article}${periode}`
}

function phraseMediane(nom: string, moments: readonly Rangs[]): string[] {
  const etats = moments.map(({ chiffre, classement }) => {
    const valeur = chiffre?.valeur ?? null
    if (valeur === null || classement.mediane === undefined || classement.nombre < 3) return undefined
    return valeur >= classement.mediane
  })
  const depuis = depuisQuand(etats)
  if (depuis === undefined) return []
  const ou = depuis.etat ? 'est au niveau de la médiane des' : 'est sous la médiane des'
  const dessus = depuis.etat ? ', ou au-dessus,' : ''
  return [`${nom} ${ou} ${moments[0]?.situation.parmi.nom ?? 'EPCI'}${dessus} ${direDepuis(depuis, moments)}.`]
}

/** The target is one of the year: quarters shed light on it and do not measure it. */
function phraseObjectif(moments: readonly Rangs[]): string[] {
  const annees = moments.filter(({ situation }) => pasDe(situation.periode) === 'annee')
  const etats = annees.map(({ chiffre, cible }) =>
    chiffre === undefined || cible === undefined ? undefined : ecartDe(chiffre, cible)?.atteint,
  )
  const depuis = depuisQuand(etats)
  if (depuis === undefined) return []
  return [
    `Sur l’année, l’objectif légal ${depuis.etat ? 'est atteint' : 'n’est pas atteint'} ${direDepuis(depuis, annees)}.`,
  ]
}

function phraseParcours(moments: readonly Rangs[]): string[] {
  const connus = moments.filter(({ chiffre }) => typeof chiffre?.valeur === 'number')
  const [premier, dernier] = [connus[0], connus.at(-1)]
  if (premier === undefined || dernier === undefined || premier === dernier) return []
  const dire = ({ chiffre, ecriture, situation }: Rangs): string =>
    `${ecriture.valeur(chiffre?.valeur ?? 0)} ${dansPeriode(situation.periode)}`
  return [`De ${dire(premier)} à ${dire(dernier)}.`]
}

function phraseManques(moments: readonly Rangs[]): string[] {
  const retenus = moments.filter(({ chiffre }) => chiffre !== undefined && chiffre.secret !== null).length
  if (retenus === 0) return []
  return [
    retenus === 1
      ? 'Une période est retenue : le tableau dit pourquoi.'
      : `${String(retenus)} périodes sont retenues : le tableau dit pourquoi.`,
  ]
}

/** What a series says of the territory chosen: its course, and since when it is where it is. */
export function phrasesTemps({ moments, annees }: SerieTemps): readonly string[] {
  const nom = moments[0]?.situation.lieu?.nom
  if (nom === undefined) return []
  return [
    ...phraseMediane(nom, moments),
    ...phraseObjectif(annees),
    ...phraseParcours(moments),
    ...phraseManques(moments),
  ]
}
