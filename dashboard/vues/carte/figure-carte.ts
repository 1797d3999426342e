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
import { ecrirePeriode, ecritureDe, type Ecriture } from '../../modeles/ecrire-valeur.ts'
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
  const noms = codes.map((code) => lieux.find((l) => l.type === type && l.code === code)?.nom ?? code)
  return noms.join(' et ')
}

function epci(situation: Situation, groupe: Groupe, ecriture: Ecriture): readonly Place[] {
  const { table, parmi } = situation
  const chiffres = chiffresDe(table, groupe).filter((chiffre) => parmi.contient(chiffre.lieu))
  const regions = new Set(chiffres.flatMap(({ lieu }) => lieu.regions)).size > 2
  return chiffres
    .map((chiffre) => ({
      lieu: chiffre.lieu,
      valeur: chiffre.valeur,
      texte:
        chiffre.valeur === null ? `${noteDe(chiffre)}. ${phraseSansValeur(chiffre)}` : ecriture.valeur(chiffre.valeur),
      cellules: [valeurDe(chiffre, ecriture), ...effectifsDe(chiffre)],
      chiffre,
      groupe: groupeDe(table, chiffre.lieu, regions),
    }))
    .sort((a, b) => comparer(a.groupe, b.groupe) || comparer(a.lieu.nom, b.lieu.nom))
}

function comparer(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function classesDe({ bornes, rangs }: Classes, ecriture: Ecriture): DessinCarte['classes'] {
  return bornes.slice(1).map((haut, i) => {
    const n = rangs.filter((rang) => rang === i + 1).length
    return {
      rang: rangVu(i + 1, bornes.length - 1),
      libelle: `${ecriture.valeur(bornes[i] ?? 0)} à ${ecriture.valeur(haut)} (${formatNombre(n)})`,
    }
  })
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
  return groupe !== undefined && departements(situation, groupe, ecritureDe('ratio')).length > 1
}

/** An indicator on a map: départements as drawn, or one tile an EPCI. */
export function figureCarte(situation: Situation, fond: Fond, id: string): Figure | undefined {
  const groupe = situation.groupes.find(({ dimension }) => dimension === null)
  if (groupe === undefined) return undefined
  const { indicateur } = situation.choix
  const ecriture = ecritureDe(indicateur.unite)
  const places = fond === 'epci' ? epci(situation, groupe, ecriture) : departements(situation, groupe, ecriture)
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
            lieux: places.map(({ lieu, texte: dit, groupe: titre }, i) => ({
              code: lieu.code,
              nom: lieu.nom,
              classe: classes.rangs[i] == null ? null : rangVu(classes.rangs[i], classes.bornes.length - 1),
              texte: dit,
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
    ...origineDe(
      places.flatMap(({ chiffre }) => chiffre ?? chiffresDe(situation.table, groupe)),
      [indicateur],
    ),
  }
}
