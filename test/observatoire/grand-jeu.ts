import type { Indicateur, Jeu, Territoire } from '../../core/observatoire/index.ts'

export const EPCI = 1255
export const INDICATEURS = 60
export const PERIODES = 40

/** Fictitious territories, as many as there are EPCI. */
export const TERRITOIRES: readonly Territoire[] = Array.from({ length: EPCI }, (_, i) => ({
  code: String(900_000_000 + i),
  type: 'epci',
  nom: `CC fictive n° ${String(i + 1)}`,
  departements: [String((i % 95) + 1).padStart(2, '0')].map((code) => (code === '20' ? '2A' : code)),
  region: ['11', '24', '27', '28', '32', '44', '52', '53', '75', '76', '84', '93'][i % 12] ?? '32',
}))

/** The last measures bear the names of ours: two that a legal target is read on, one that tells the size of a territory. */
const COMPTE = INDICATEURS - 3
const CONNUES: ReadonlyMap<number, string> = new Map([
  [COMPTE, 'demandes'],
  [COMPTE + 1, 'q1_hors_qpv'],
  [COMPTE + 2, 'autres_quartiles_qpv'],
])

const MESURES: readonly Indicateur[] = Array.from({ length: INDICATEURS }, (_, i) => ({
  id: CONNUES.get(i) ?? `mesure_${String(i + 1)}`,
  version: 1,
  nom: `Mesure fictive n° ${String(i + 1)}`,
  theme: 'demande',
  unite: i === COMPTE ? 'demandes' : 'ratio',
  sens: 'plus',
  additif: true,
  definition: 'Une part tirée d’une formule, pour l’essai.',
  question: `Mesure fictive n° ${String(i + 1)} : où en sont les territoires ?`,
}))

/** The id of a measure, by its number. */
export function mesureDe(mesure: number): string {
  return MESURES[mesure]?.id ?? ''
}

/** The period of a number: forty quarters, or eight years with the quarters of each for measures that are ours. */
export function periodeDe(mesure: number, rang: number): string {
  const parAn = CONNUES.has(mesure) ? 5 : 4
  const annee = String((parAn === 5 ? 2018 : 2016) + Math.floor(rang / parAn))
  const trimestre = (rang % parAn) + 1
  return trimestre > 4 ? annee : `${annee}-T${String(trimestre)}`
}

function colonne<T>(n: number, valeur: (i: number) => T): T[] {
  return Array.from({ length: n }, (_, i) => valeur(i))
}

/** A dataset of fictitious figures: every territory, for these numbers of indicators and of periods. */
export function grandJeu(mesures: readonly number[], periodes: readonly number[]): Jeu {
  const parMesure = EPCI * periodes.length
  const n = mesures.length * parMesure
  const mesureEn = (i: number): number => mesures[Math.floor(i / parMesure)] ?? 0
  const rangEn = (i: number): number => periodes[Math.floor((i % parMesure) / EPCI)] ?? 0
  const estCompte = (i: number): boolean => mesureEn(i) === COMPTE
  const denominateur = (i: number): number => 200 + (i % EPCI)
  const part = (i: number): number => ((i % EPCI) * 7 + mesureEn(i) * 31 + rangEn(i) * 13) % denominateur(i)
  const numerateur = (i: number): number => (estCompte(i) ? 20 * (i % EPCI) + rangEn(i) : part(i))
  return {
    format: 'observatoire/1',
    titre: 'Chiffres fictifs',
    fait_le: '2026-01-31',
    producteur: 'Essai',
    profil_secret: 'menages-11',
    sources: [{ id: 's1', titre: 'Chiffres fictifs' }],
    territoires: TERRITOIRES,
    indicateurs: mesures.flatMap((m) => MESURES[m] ?? []),
    observations: {
      indicateur: colonne(n, (i) => mesureDe(mesureEn(i))),
      territoire: colonne(n, (i) => TERRITOIRES[i % EPCI]?.code ?? ''),
      periode: colonne(n, (i) => periodeDe(mesureEn(i), rangEn(i))),
      dimension: colonne(n, () => null),
      modalite: colonne(n, () => null),
      numerateur: colonne(n, numerateur),
      denominateur: colonne(n, (i) => (estCompte(i) ? null : denominateur(i))),
      valeur: colonne(n, (i) => (estCompte(i) ? numerateur(i) : numerateur(i) / denominateur(i))),
      secret: colonne(n, () => null),
      diffusion: colonne(n, () => null),
      source: colonne(n, () => 's1'),
    },
    initiatives: [],
  }
}

/** The numbers from 0 to n − 1. */
export function tous(n: number): readonly number[] {
  return Array.from({ length: n }, (_, i) => i)
}
