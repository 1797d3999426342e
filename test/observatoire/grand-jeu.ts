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

const MESURES: readonly Indicateur[] = Array.from({ length: INDICATEURS }, (_, i) => ({
  id: `mesure_${String(i + 1)}`,
  version: 1,
  nom: `Mesure fictive n° ${String(i + 1)}`,
  theme: 'demande',
  unite: 'ratio',
  sens: 'plus',
  additif: true,
  definition: 'Une part tirée d’une formule, pour l’essai.',
  question: `Mesure fictive n° ${String(i + 1)} : où en sont les territoires ?`,
}))

/** Forty quarters. */
const TRIMESTRES: readonly string[] = Array.from(
  { length: PERIODES },
  (_, i) => `${String(2016 + Math.floor(i / 4))}-T${String((i % 4) + 1)}`,
)

function colonne<T>(n: number, valeur: (i: number) => T): T[] {
  return Array.from({ length: n }, (_, i) => valeur(i))
}

/** A dataset of fictitious figures: every territory, for these numbers of indicators and quarters. */
export function grandJeu(mesures: readonly number[], trimestres: readonly number[]): Jeu {
  const parMesure = EPCI * trimestres.length
  const n = mesures.length * parMesure
  const mesureDe = (i: number): number => mesures[Math.floor(i / parMesure)] ?? 0
  const trimestreDe = (i: number): number => trimestres[Math.floor((i % parMesure) / EPCI)] ?? 0
  const denominateur = (i: number): number => 200 + (i % EPCI)
  const numerateur = (i: number): number => ((i % EPCI) * 7 + mesureDe(i) * 31 + trimestreDe(i) * 13) % denominateur(i)
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
      indicateur: colonne(n, (i) => MESURES[mesureDe(i)]?.id ?? ''),
      territoire: colonne(n, (i) => TERRITOIRES[i % EPCI]?.code ?? ''),
      periode: colonne(n, (i) => TRIMESTRES[trimestreDe(i)] ?? ''),
      dimension: colonne(n, () => null),
      modalite: colonne(n, () => null),
      numerateur: colonne(n, numerateur),
      denominateur: colonne(n, denominateur),
      valeur: colonne(n, (i) => numerateur(i) / denominateur(i)),
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
