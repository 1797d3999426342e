import { aleatoire } from '../../socle/aleatoire.ts'
import type { Territoires } from '../../territoires/index.ts'
import { sceller } from '../jeu/ecrire-jeu.ts'
import { PRODUCTEUR_FICTIF } from '../jeu/fictif.ts'
import { enColonnes, type Jeu, type Observation, type Territoire } from '../jeu/jeu.ts'
import type { Cellule, Relation } from '../protection/modele.ts'
import { MENAGES_11 } from '../protection/profils.ts'
import { proteger } from '../protection/proteger.ts'
import { secretDuTaux } from '../protection/taux.ts'
import { INDICATEURS_EXEMPLE } from './indicateurs.ts'

export interface OptionsExemple {
  /** INSEE code of the région whose EPCI are named. */
  readonly region: string
  /** First year; two more follow, each with its quarters. */
  readonly annee: number
  readonly graine: number
}

const SOURCE = 'exemple'
const TRIMESTRES = [1, 2, 3, 4] as const
/** Share of the year's leases that each quarter brings, on average. */
const SAISONS = [0.22, 0.25, 0.28, 0.25]

type Tirage = () => number

/** Centred, of standard deviation 1. */
function normale(tirer: Tirage): number {
  return Math.sqrt(-2 * Math.log(1 - tirer())) * Math.cos(2 * Math.PI * tirer())
}

function borner(valeur: number, bas: number, haut: number): number {
  return Math.min(haut, Math.max(bas, valeur))
}

/** A count around its mean, of the spread that chance gives it. */
function compte(tirer: Tirage, moyenne: number): number {
  return Math.max(0, Math.round(moyenne + normale(tirer) * Math.sqrt(moyenne)))
}

function binomiale(tirer: Tirage, nombre: number, part: number): number {
  return Math.round(borner(nombre * part + normale(tirer) * Math.sqrt(nombre * part * (1 - part)), 0, nombre))
}

/** How large a territory is, from its legal form alone. */
function tailleDe(nom: string, tirer: Tirage): number {
  const base = /^(Métropole|CU)/u.test(nom) ? 7.6 : nom.startsWith('CA') ? 6.4 : 4.4
  return Math.exp(base + normale(tirer) * 0.55)
}

/** A territory of the example: what it tends to. */
interface Profil {
  readonly baux: number
  readonly q1: number
  readonly pente: number
  readonly qpv: number
  readonly autres: number
  readonly prioritaires: number
  readonly pression: number
}

function profilDe(nom: string, tirer: Tirage): Profil {
  return {
    baux: tailleDe(nom, tirer),
    q1: borner(0.185 + normale(tirer) * 0.045, 0.08, 0.34),
    pente: normale(tirer) * 0.014 + 0.006,
    qpv: borner(0.24 + normale(tirer) * 0.12, 0, 0.5),
    autres: borner(0.68 + normale(tirer) * 0.08, 0.4, 0.9),
    prioritaires: borner(0.29 + normale(tirer) * 0.06, 0.12, 0.55),
    pression: Math.exp(1.45 + normale(tirer) * 0.4),
  }
}

/** Two counts of a quarter, then of a year. */
interface Couple {
  readonly periode: string
  readonly numerateur: number
  readonly denominateur: number
}

function additionner(periode: string, couples: readonly Couple[]): Couple {
  return {
    periode,
    numerateur: couples.reduce((somme, c) => somme + c.numerateur, 0),
    denominateur: couples.reduce((somme, c) => somme + c.denominateur, 0),
  }
}

/** What a year of a rate may show: the year is the sum of its quarters, so that one withheld quarter takes another along. */
function proteges(couples: readonly Couple[], annee: Couple): readonly Pick<Observation, 'secret'>['secret'][] {
  const tous = [...couples, annee]
  const seuil = MENAGES_11.seuil
  // Nothing to hide: the most frequent case, and the search is slow.
  if (tous.every((c) => c.numerateur >= seuil && c.denominateur - c.numerateur >= seuil)) return tous.map(() => null)
  const cellules: Cellule[] = tous.flatMap(({ periode, numerateur, denominateur }) => [
    { id: `n:${periode}`, valeur: numerateur },
    { id: `d:${periode}`, valeur: denominateur },
  ])
  const relations: Relation[] = [
    ...(['n', 'd'] as const).map((membre) => ({
      total: `${membre}:${annee.periode}`,
      parties: couples.map(({ periode }) => `${membre}:${periode}`),
    })),
    ...tous.map(({ periode }) => ({ total: `d:${periode}`, parties: [`n:${periode}`], nature: 'taux' as const })),
  ]
  const { secret } = proteger(cellules, relations, MENAGES_11)
  return tous.map((_, i) => secretDuTaux(secret[2 * i] ?? null, secret[2 * i + 1] ?? null))
}

type Chiffres = Pick<Observation, 'periode' | 'numerateur' | 'denominateur' | 'valeur' | 'secret'>

function chiffresDuTaux(couples: readonly Couple[], periode: string): Chiffres[] {
  const annee = additionner(periode, couples)
  const secrets = proteges(couples, annee)
  return [...couples, annee].map(({ periode: p, numerateur, denominateur }, i) => {
    const secret = secrets[i] ?? null
    return secret === null && denominateur > 0
      ? { periode: p, numerateur, denominateur, valeur: numerateur / denominateur, secret }
      : { periode: p, numerateur: null, denominateur: null, valeur: null, secret: secret ?? 'primaire' }
  })
}

function chiffreDuCompte(periode: string, nombre: number): Chiffres {
  return nombre < MENAGES_11.seuil
    ? { periode, numerateur: null, denominateur: null, valeur: null, secret: 'primaire' }
    : { periode, numerateur: nombre, denominateur: null, valeur: nombre, secret: null }
}

function tauxDe(tirer: Tirage, annee: number, baux: number, part: (trimestre: number) => number): Chiffres[] {
  const couples = TRIMESTRES.map((t, i) => {
    const denominateur = compte(tirer, baux * (SAISONS[i] ?? 0))
    const numerateur = binomiale(tirer, denominateur, borner(part(i), 0.02, 0.97))
    return { periode: `${String(annee)}-T${String(t)}`, numerateur, denominateur }
  })
  return chiffresDuTaux(couples, String(annee))
}

function anneeDe(
  profil: Profil,
  rang: number,
  annee: number,
  tirer: Tirage,
): readonly (readonly [string, Chiffres[]])[] {
  const attributions = profil.baux * 1.08 * (1 - 0.02 * rang)
  const demandes = compte(tirer, attributions * profil.pression * (1 + 0.04 * rang))
  const q1 = (trimestre: number): number => profil.q1 + profil.pente * (rang + trimestre / 4)
  const periode = String(annee)
  const mois = Math.round((11 + profil.pression * 2.1 + rang * 0.6 + normale(tirer)) * 2) / 2
  return [
    ['q1_hors_qpv', tauxDe(tirer, annee, profil.baux * (1 - profil.qpv), q1)],
    ['autres_quartiles_qpv', tauxDe(tirer, annee, attributions * profil.qpv, () => profil.autres)],
    ['attributions_prioritaires', tauxDe(tirer, annee, attributions, () => profil.prioritaires + 0.012 * rang)],
    ['attributions', [chiffreDuCompte(periode, compte(tirer, attributions))]],
    ['demandes', [chiffreDuCompte(periode, demandes)]],
    ['part_mutations', chiffresSeuls(periode, binomiale(tirer, demandes, 0.38), demandes)],
    [
      'part_delai_anormal',
      chiffresSeuls(periode, binomiale(tirer, demandes, 0.05 + profil.pression * 0.012), demandes),
    ],
    [
      'anciennete_mediane',
      demandes < MENAGES_11.seuil
        ? []
        : [{ periode, numerateur: null, denominateur: null, valeur: mois, secret: null }],
    ],
  ]
}

function chiffresSeuls(periode: string, numerateur: number, denominateur: number): Chiffres[] {
  const montrable = numerateur >= MENAGES_11.seuil && denominateur - numerateur >= MENAGES_11.seuil
  return [
    montrable
      ? { periode, numerateur, denominateur, valeur: numerateur / denominateur, secret: null }
      : { periode, numerateur: null, denominateur: null, valeur: null, secret: 'primaire' },
  ]
}

function observationsDe(territoire: Territoire, annee: number, tirer: Tirage): Observation[] {
  const profil = profilDe(territoire.nom, tirer)
  return [0, 1, 2].flatMap((rang) =>
    anneeDe(profil, rang, annee + rang, tirer).flatMap(([indicateur, chiffres]) =>
      chiffres.map((chiffre) => ({
        indicateur,
        territoire: territoire.code,
        dimension: null,
        modalite: null,
        diffusion: null,
        source: SOURCE,
        ...chiffre,
      })),
    ),
  )
}

function epciDe(region: string, territoires: Territoires): Territoire[] {
  return territoires
    .epci()
    .flatMap(({ siren, nom }) =>
      territoires.regionDe(siren)?.code === region
        ? [{ code: siren, type: 'epci' as const, nom, departements: territoires.departementsDe(siren), region }]
        : [],
    )
}

/**
 * Three fictitious years of every EPCI of a région, quarter by quarter, protected as a real publication would be. Names are
 * real so that the example reads as the product does; figures are drawn at random and say nothing of these places.
 *
 * @example jeuExemple(territoires, { region: '06', annee: 2023, graine: 8 }).producteur //=> 'Exemple fictif'
 */
export function jeuExemple(territoires: Territoires, { region, annee, graine }: OptionsExemple): Jeu {
  const tirer = aleatoire(graine)
  const epci = epciDe(region, territoires)
  const { nom = region, complement = region } = territoires.regionDe(epci[0]?.code ?? '') ?? {}
  return sceller({
    format: 'observatoire/1',
    titre: `Exemple fictif\u202f: EPCI ${complement}, ${String(annee)} à ${String(annee + 2)}`,
    fait_le: `${String(annee + 3)}-01-31`,
    producteur: PRODUCTEUR_FICTIF,
    profil_secret: MENAGES_11.id,
    sources: [
      { id: SOURCE, titre: 'Exemple fictif\u202f: chiffres tirés au hasard, sans rapport avec les territoires nommés' },
    ],
    territoires: [{ code: region, type: 'region', nom, departements: [], region }, ...epci],
    indicateurs: INDICATEURS_EXEMPLE,
    observations: enColonnes(epci.flatMap((territoire) => observationsDe(territoire, annee, tirer))),
    initiatives: [],
  })
}
