import { francais } from '../../../core/index.ts'
import { chiffreDe, type Chiffre, type Lieu } from '../../../core/observatoire/index.ts'
import type { CelluleFigure, DessinCategories, Figure, Serie } from '../../figures/figure.ts'
import { nombre, texte, valeurDe } from '../../modeles/cellules.ts'
import type { Situation } from '../../modeles/contexte.ts'
import { abregerPeriode, ecrireOuTiret, ecrirePeriode } from '../../modeles/ecrire-valeur.ts'
import { origineDe } from '../../modeles/provenance.ts'
import { depuisZero, type Rangs } from '../../modeles/rangs.ts'
import type { SerieTemps } from '../../modeles/serie-temps.ts'

/** Territories shown, at most. */
const PANNEAUX = 30

/** A territory, and its figure at each moment, where it is known. */
interface Suivi {
  readonly lieu: Lieu
  readonly chiffres: readonly (Chiffre | undefined)[]
}

function suivre(moments: readonly Rangs[], lieu: Lieu): Suivi {
  return { lieu, chiffres: moments.map(({ situation: { table }, groupe }) => chiffreDe(table, groupe, lieu)) }
}

function valeursDe({ chiffres }: Suivi): readonly (number | null)[] {
  return chiffres.map((chiffre) => chiffre?.valeur ?? null)
}

function serieDe(
  nom: string,
  role: Serie['role'],
  moments: readonly Rangs[],
  valeurs: readonly (number | null)[],
): Serie {
  return {
    nom,
    role,
    valeurs,
    textes: moments.map(({ ecriture }, i) => ecrireOuTiret(valeurs[i], ecriture)),
  }
}

function mediane({ classement }: Rangs): number | null {
  return classement.nombre < 3 ? null : (classement.mediane ?? null)
}

function panneau(moments: readonly Rangs[], suivi: Suivi, repere: boolean, maximum: number): DessinCategories {
  const premier = moments[0]
  const cible = moments.at(-1)?.cible
  return {
    genre: 'lignes',
    categories: moments.map(({ situation: { periode } }) => ({ cle: periode, nom: abregerPeriode(periode), repere })),
    series: [
      serieDe(suivi.lieu.nom, 'repere', moments, valeursDe(suivi)),
      serieDe('Médiane', 'reference', moments, moments.map(mediane)),
    ],
    niveaux:
      cible === undefined
        ? []
        : [
            {
              nom: 'Objectif légal',
              valeur: cible.valeur,
              texte: premier?.ecriture.valeur(cible.valeur) ?? '',
              genre: 'objectif',
            },
          ],
    axe: { titre: '', depuisZero: true, ecrire: premier?.ecriture.axe ?? String, maximum },
  }
}

/** The territories that have a value at some time, the one looked at first, then by their last value. */
function suivisMontres(moments: readonly Rangs[]): readonly Suivi[] {
  const { classement, situation } = moments.at(-1) ?? {}
  const derniers = classement?.classes.map(({ chiffre }) => chiffre.lieu) ?? []
  const ordonnes = derniers.toSorted((a, b) => Number(b === situation?.lieu) - Number(a === situation?.lieu))
  const suivis: Suivi[] = []
  for (const lieu of ordonnes) {
    const suivi = suivre(moments, lieu)
    if (valeursDe(suivi).some((valeur) => valeur !== null)) suivis.push(suivi)
    if (suivis.length === PANNEAUX) break
  }
  return suivis
}

function cellules(moments: readonly Rangs[], { chiffres }: Suivi): readonly CelluleFigure[] {
  return moments.map(({ ecriture }, i) => valeurDe(chiffres[i], ecriture))
}

function direReste(reste: number): string {
  if (reste <= 0) return ''
  return reste === 1
    ? ' Un autre n’a pas de chiffre, ou vient après.'
    : ` ${String(reste)} autres n’ont pas de chiffre, ou viennent après.`
}

/** The end of an axis: a round figure that leaves the highest dot whole. @example arrondirAuDessus(0.362) //=> 0.4 */
export function arrondirAuDessus(maximum: number): number {
  if (maximum <= 0) return 1
  const pas = 10 ** Math.floor(Math.log10(maximum)) / 2
  return Number((Math.ceil((maximum * 1.02) / pas) * pas).toPrecision(12))
}

/** How many end above where they began. */
function constat(suivis: readonly Suivi[]): string {
  const parcours = suivis.flatMap((suivi) => {
    const connues = valeursDe(suivi).filter((valeur) => valeur !== null)
    const [debut, fin] = [connues[0], connues.at(-1)]
    return debut === undefined || fin === undefined || connues.length < 2 ? [] : [fin - debut]
  })
  const montes = parcours.filter((ecart) => ecart > 0).length
  return `${String(montes)} EPCI sur ${String(parcours.length)} finissent plus haut qu’ils n’ont commencé`
}

/** The same small chart for each territory of the company, on one scale. */
export function figureMultiples(situation: Situation, { moments }: SerieTemps): Figure | undefined {
  const suivis = suivisMontres(moments)
  const [premier] = moments
  if (premier === undefined || moments.length < 2 || suivis.length < 2 || !depuisZero(premier)) return undefined
  const valeurs = suivis.flatMap(valeursDe).filter((valeur) => valeur !== null)
  const { indicateur } = situation.choix
  const fin = arrondirAuDessus(Math.max(...valeurs, ...moments.map(({ cible }) => cible?.valeur ?? 0)))
  const maximum = indicateur.unite === 'ratio' ? Math.min(1, fin) : fin
  const reste = (moments.at(-1)?.classement.classes.length ?? 0) - suivis.length
  return {
    id: 'multiples',
    titre: `${indicateur.nom}\u202f: territoire par territoire`,
    sousTitre: `${situation.parmi.nom}, ${ecrirePeriode(premier.situation.periode)} – ${ecrirePeriode(moments.at(-1)?.situation.periode ?? '')}`,
    constat: constat(suivis),
    phrase: francais(
      `${String(suivis.length)} EPCI sur une même échelle, du premier au dernier de la dernière période ; en tirets, la médiane.${direReste(reste)}`,
    ),
    dessin: {
      genre: 'multiples',
      panneaux: suivis.map((suivi) => ({
        titre: suivi.lieu.nom,
        dessin: panneau(moments, suivi, suivi.lieu === situation.lieu, maximum),
      })),
    },
    tableau: {
      colonnes: [
        { code: 'nom', titre: 'EPCI' },
        ...moments.map(({ situation: { periode } }) => ({
          code: periode,
          titre: abregerPeriode(periode),
          nombre: true,
        })),
      ],
      lignes: [
        ...suivis.map((suivi) => ({
          cle: suivi.lieu.code,
          cellules: [texte(suivi.lieu.nom), ...cellules(moments, suivi)],
          repere: suivi.lieu === situation.lieu,
        })),
        {
          cle: 'mediane',
          cellules: [
            texte('Médiane'),
            ...moments.map((rangs) => {
              const valeur = mediane(rangs)
              return valeur === null ? texte('–') : nombre(valeur, rangs.ecriture.valeur)
            }),
          ],
          repere: false,
        },
      ],
    },
    ...origineDe(
      suivis.flatMap(({ chiffres }) => chiffres.filter((chiffre) => chiffre !== undefined)),
      [indicateur],
    ),
  }
}
