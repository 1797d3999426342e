import { formatNombre, francais } from '../../../core/index.ts'
import {
  chiffreDe,
  chiffresDe,
  decouper,
  ensembleDe,
  type Chiffre,
  type Classes,
  type Groupe,
  type Lieu,
} from '../../../core/observatoire/index.ts'
import type { CelluleFigure, DessinCarte, Figure } from '../../figures/figure.ts'
import { effectifsDe, nombreOuVide, texte, valeurDe } from '../../modeles/cellules.ts'
import type { Situation } from '../../modeles/contexte.ts'
import { ecrirePeriode, ecritureIndicateur, type Ecriture } from '../../modeles/ecrire-valeur.ts'
import { origineDe } from '../../modeles/provenance.ts'
import { noteDe, phraseSansValeur } from '../../modeles/raisons.ts'
import { natureDe } from '../../modeles/reponse.ts'

/** What a map is drawn on. */
export type Fond = 'departements' | 'epci'

/** One place of the map. */
interface Place {
  readonly lieu: Lieu
  readonly valeur: number | null
  /** The value, or why there is none. */
  readonly texte: string
  readonly cellules: readonly CelluleFigure[]
  readonly chiffre: Chiffre | undefined
  readonly groupe: string
}

const CREDIT = 'Fond de carte\u202f: Victor Cazanave, svg-maps, CC BY 4.0 (France métropolitaine).'
const ABSENT = 'Ni publié, ni somme d’au moins deux EPCI.'

function departements({ table, choix }: Situation, groupe: Groupe, ecriture: Ecriture): readonly Place[] {
  return table.lieux
    .filter(({ type }) => type === 'departement')
    .map((lieu) => {
      const ensemble = ensembleDe(table, groupe, lieu, choix.indicateur)
      const nature = ensemble === undefined ? '' : natureDe(ensemble)
      return {
        lieu,
        valeur: ensemble?.valeur ?? null,
        texte: ensemble === undefined ? ABSENT : `${ecriture.valeur(ensemble.valeur)}, ${nature}`,
        cellules: [nombreOuVide(ensemble?.valeur, ABSENT, ecriture.valeur), texte(nature)],
        chiffre: chiffreDe(table, groupe, lieu),
        groupe: '',
      }
    })
    .filter(({ valeur }) => valeur !== null)
    .sort((a, b) => (a.lieu.code < b.lieu.code ? -1 : 1))
}

function groupeDe({ lieux }: Situation['table'], lieu: Lieu, regions: boolean): string {
  const codes = regions ? lieu.regions : lieu.departements
  const type = regions ? 'region' : 'departement'
  // A département that nobody names is that of a neighbour, into which the territory reaches.
  const noms = codes.flatMap((code) => lieux.find((l) => l.type === type && l.code === code)?.nom ?? [])
  return (noms.length === 0 ? codes : noms).join(' et ')
}

function place(chiffre: Chiffre, ecriture: Ecriture, groupe: string): Place {
  const { lieu, valeur } = chiffre
  return {
    lieu,
    valeur,
    texte: valeur === null ? `${noteDe(chiffre)}. ${phraseSansValeur(chiffre)}` : ecriture.valeur(valeur),
    cellules: [valeurDe(chiffre, ecriture), ...effectifsDe(chiffre)],
    chiffre,
    groupe,
  }
}

function placeAbsente(lieu: Lieu, ecriture: Ecriture, groupe: string): Place {
  const cellules = [valeurDe(undefined, ecriture), ...effectifsDe(undefined)]
  return { lieu, valeur: null, texte: 'Pas de chiffre.', cellules, chiffre: undefined, groupe }
}

function epci(situation: Situation, groupe: Groupe, ecriture: Ecriture, aussi: readonly Lieu[]): readonly Place[] {
  const { table, parmi } = situation
  const chiffres = chiffresDe(table, groupe).filter((chiffre) => parmi.contient(chiffre.lieu))
  const lieux = [...new Set([...chiffres.map(({ lieu }) => lieu), ...aussi])]
  const regions = new Set(lieux.flatMap((lieu) => lieu.regions)).size > 2
  return lieux
    .map((lieu) => {
      const chiffre = chiffres.find((c) => c.lieu === lieu)
      const titre = groupeDe(table, lieu, regions)
      return chiffre === undefined ? placeAbsente(lieu, ecriture, titre) : place(chiffre, ecriture, titre)
    })
    .sort((a, b) => comparer(a.groupe, b.groupe) || comparer(a.lieu.nom, b.lieu.nom))
}

/** The EPCI that an indicator puts on the map. */
export function lieuxCarte({ table, parmi, groupes }: Situation): readonly Lieu[] {
  const groupe = groupes.find(({ dimension }) => dimension === null)
  if (groupe === undefined) return []
  return chiffresDe(table, groupe).flatMap(({ lieu }) => (parmi.contient(lieu) ? [lieu] : []))
}

function comparer(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function classesDe({ bornes, rangs }: Classes, ecriture: Ecriture): DessinCarte['classes'] {
  return bornes.slice(1).map((haut, i) => {
    const n = rangs.filter((rang) => rang === i + 1).length
    return {
      rang: rangVu(i + 1, bornes.length - 1),
      libelle: `${etendueDe(bornes[i] ?? 0, haut, ecriture)} (${formatNombre(n)})`,
    }
  })
}

function etendueDe(bas: number, haut: number, { valeur }: Ecriture): string {
  return bas === haut ? valeur(haut) : `${valeur(bas)} à ${valeur(haut)}`
}

function classeVue({ rangs, bornes }: Classes, i: number): number | null {
  const rang = rangs[i] ?? null
  return rang === null ? null : rangVu(rang, bornes.length - 1)
}

/** Few classes are spread over the five shades, so that two of them differ. */
function rangVu(rang: number, classes: number): number {
  return classes < 2 ? 3 : Math.round(1 + ((rang - 1) * 4) / (classes - 1))
}

function phrase(places: readonly Place[], ecriture: Ecriture): string {
  const connues = places.filter(({ valeur }) => valeur !== null).toSorted((a, b) => (b.valeur ?? 0) - (a.valeur ?? 0))
  const [haut, bas] = [connues[0], connues.at(-1)]
  if (haut === undefined || bas === undefined) return 'Aucun territoire n’a de valeur à dessiner.'
  const sans = places.length - connues.length
  const reste = sans === 0 ? '' : ` ${formatNombre(sans)} sans chiffre, ou retenus, sont hachurés.`
  return francais(
    `Du plus élevé, ${haut.lieu.nom} (${ecriture.valeur(haut.valeur ?? 0)}), au plus faible, ${bas.lieu.nom} (${ecriture.valeur(bas.valeur ?? 0)}). Cinq classes de même effectif.${reste}`,
  )
}

/** Sums are made of the figures of all the EPCI of the group. */
function chiffresDessines(
  { table }: Situation,
  groupe: Groupe,
  fond: Fond,
  places: readonly Place[],
): readonly Chiffre[] {
  const propres = places.flatMap(({ chiffre }) => chiffre ?? [])
  return fond === 'departements' && propres.length < places.length ? chiffresDe(table, groupe) : propres
}

const COLONNES = {
  departements: [{ code: 'nature', titre: 'Nature' }],
  epci: [
    { code: 'numerateur', titre: 'Effectif', nombre: true },
    { code: 'denominateur', titre: 'Sur', nombre: true },
  ],
} as const

/** Whether départements can be drawn: two at least have a value, published or summed. */
export function aDesDepartements(situation: Situation): boolean {
  const groupe = situation.groupes.find(({ dimension }) => dimension === null)
  return (
    groupe !== undefined && departements(situation, groupe, ecritureIndicateur(situation.choix.indicateur)).length > 1
  )
}

/**
 * An indicator on a map: départements as drawn, or one tile an EPCI.
 *
 * @param aussi EPCI that stand on the map with or without a figure, so that two maps have the same places
 */
export function figureCarte(
  situation: Situation,
  fond: Fond,
  id: string,
  aussi: readonly Lieu[] = [],
): Figure | undefined {
  const groupe = situation.groupes.find(({ dimension }) => dimension === null)
  if (groupe === undefined) return undefined
  const { indicateur } = situation.choix
  const ecriture = ecritureIndicateur(indicateur)
  const places = fond === 'epci' ? epci(situation, groupe, ecriture, aussi) : departements(situation, groupe, ecriture)
  const classes = decouper(places.map(({ valeur }) => valeur))
  return {
    id,
    titre: `${indicateur.nom}, ${ecrirePeriode(situation.periode)}`,
    sousTitre: fond === 'epci' ? situation.parmi.nom : 'Départements',
    phrase: phrase(places, ecriture),
    dessin:
      places.length < 2
        ? undefined
        : {
            genre: 'carte',
            fond: fond === 'epci' ? 'tuiles' : 'departements',
            classes: classesDe(classes, ecriture),
            lieux: places.map(({ lieu, texte: dit, groupe: titre, cellules }, i) => ({
              code: lieu.code,
              nom: lieu.nom,
              classe: classeVue(classes, i),
              texte: dit,
              bref: cellules[0]?.texte ?? '',
              repere:
                lieu === situation.lieu ||
                (fond === 'departements' && situation.lieu?.departements.includes(lieu.code) === true),
              ...(titre === '' ? {} : { groupe: titre }),
            })),
            ...(fond === 'departements' ? { credit: CREDIT } : {}),
          },
    tableau: {
      colonnes: [
        { code: 'nom', titre: fond === 'epci' ? 'EPCI' : 'Département' },
        { code: 'valeur', titre: ecriture.titre, nombre: true },
        ...COLONNES[fond],
      ],
      lignes: places.map(({ lieu, cellules }) => ({
        cle: lieu.code,
        cellules: [texte(lieu.nom), ...cellules],
        repere: lieu === situation.lieu,
      })),
      ...(fond === 'epci' ? { ouvre: 'territoire' as const } : {}),
    },
    ...origineDe(chiffresDessines(situation, groupe, fond, places), [indicateur]),
  }
}
