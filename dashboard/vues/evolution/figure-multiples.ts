import { francais } from '../../../core/index.ts'
import type { Chiffre } from '../../../core/observatoire/index.ts'
import type { CelluleFigure, DessinCategories, Figure, Serie } from '../../figures/figure.ts'
import { nombre, texte, valeurDe } from '../../modeles/cellules.ts'
import type { Situation } from '../../modeles/contexte.ts'
import { abregerPeriode, ecrireOuTiret, ecrirePeriode } from '../../modeles/ecrire-valeur.ts'
import { origineDe } from '../../modeles/provenance.ts'
import { depuisZero, type Place, type Rangs } from '../../modeles/rangs.ts'
import type { SerieTemps } from '../../modeles/serie-temps.ts'

/** Territories shown, at most. */
const PANNEAUX = 30

function placesDe(moments: readonly Rangs[], code: string): readonly (Place | undefined)[] {
  return moments.map(({ places }) => places.find(({ chiffre }) => chiffre.lieu.code === code))
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

function panneau(moments: readonly Rangs[], lieu: Chiffre['lieu'], repere: boolean, maximum: number): DessinCategories {
  const premier = moments[0]
  const cible = moments.at(-1)?.cible
  return {
    genre: 'lignes',
    categories: moments.map(({ situation: { periode } }) => ({ cle: periode, nom: abregerPeriode(periode), repere })),
    series: [
      serieDe(
        lieu.nom,
        'repere',
        moments,
        placesDe(moments, lieu.code).map((place) => place?.chiffre.valeur ?? null),
      ),
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

/** The territories that know the most periods, the one looked at first, then by their last value. */
function lieuxMontres(moments: readonly Rangs[]): readonly Chiffre['lieu'][] {
  const derniers = moments.at(-1)?.places ?? []
  return derniers
    .toSorted((a, b) => Number(b.repere) - Number(a.repere))
    .filter(({ chiffre }) =>
      placesDe(moments, chiffre.lieu.code).some((place) => (place?.chiffre.valeur ?? null) !== null),
    )
    .slice(0, PANNEAUX)
    .map(({ chiffre }) => chiffre.lieu)
}

function cellules(moments: readonly Rangs[], lieu: Chiffre['lieu']): readonly CelluleFigure[] {
  return placesDe(moments, lieu.code).map((place, i) =>
    moments[i] === undefined ? texte('') : valeurDe(place?.chiffre, moments[i].ecriture),
  )
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
function constat(moments: readonly Rangs[], lieux: readonly Chiffre['lieu'][]): string {
  const parcours = lieux.flatMap(({ code }) => {
    const connues = placesDe(moments, code).flatMap((place) => place?.chiffre.valeur ?? [])
    const [debut, fin] = [connues[0], connues.at(-1)]
    return debut === undefined || fin === undefined || connues.length < 2 ? [] : [fin - debut]
  })
  const montes = parcours.filter((ecart) => ecart > 0).length
  return `${String(montes)} EPCI sur ${String(parcours.length)} finissent plus haut qu’ils n’ont commencé`
}

/** The same small chart for each territory of the company, on one scale. */
export function figureMultiples(situation: Situation, { moments }: SerieTemps): Figure | undefined {
  const lieux = lieuxMontres(moments)
  const [premier] = moments
  if (premier === undefined || moments.length < 2 || lieux.length < 2 || !depuisZero(premier)) return undefined
  const valeurs = lieux.flatMap(({ code }) => placesDe(moments, code).flatMap((place) => place?.chiffre.valeur ?? []))
  const { indicateur } = situation.choix
  const fin = arrondirAuDessus(Math.max(...valeurs, ...moments.map(({ cible }) => cible?.valeur ?? 0)))
  const maximum = indicateur.unite === 'ratio' ? Math.min(1, fin) : fin
  const reste = (moments.at(-1)?.places.length ?? 0) - lieux.length
  return {
    id: 'multiples',
    titre: `${indicateur.nom}\u202f: territoire par territoire`,
    sousTitre: `${situation.parmi.nom}, ${ecrirePeriode(premier.situation.periode)} – ${ecrirePeriode(moments.at(-1)?.situation.periode ?? '')}`,
    constat: constat(moments, lieux),
    phrase: francais(
      `${String(lieux.length)} EPCI sur une même échelle, du premier au dernier de la dernière période ; en tirets, la médiane.${direReste(reste)}`,
    ),
    dessin: {
      genre: 'multiples',
      panneaux: lieux.map((lieu) => ({
        titre: lieu.nom,
        dessin: panneau(moments, lieu, lieu === situation.lieu, maximum),
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
        ...lieux.map((lieu) => ({
          cle: lieu.code,
          cellules: [texte(lieu.nom), ...cellules(moments, lieu)],
          repere: lieu === situation.lieu,
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
      lieux.flatMap(({ code }) => placesDe(moments, code).flatMap((place) => place?.chiffre ?? [])),
      [indicateur],
    ),
  }
}
