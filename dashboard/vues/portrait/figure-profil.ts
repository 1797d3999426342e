import { formatNombre, formatTaux, francais } from '../../../core/index.ts'
import { positionDe } from '../../../core/observatoire/index.ts'
import type { Figure } from '../../figures/figure.ts'
import { nombre, texte, valeurDe, vide } from '../../modeles/cellules.ts'
import { situer, type Contexte, type Situation } from '../../modeles/contexte.ts'
import { ecrirePeriode } from '../../modeles/ecrire-valeur.ts'
import { origineDesLots } from '../../modeles/provenance.ts'
import { phraseSansValeur } from '../../modeles/raisons.ts'
import { ranger, type Rangs } from '../../modeles/rangs.ts'
import { direRang } from '../../modeles/reponse.ts'

/** One indicator of the territory, at its last period, among the same company. */
interface Ligne {
  readonly cle: string
  readonly rangs: Rangs
  readonly position: number | undefined
}

function lignesDe(contexte: Contexte, { choisissables, parmi, lieu }: Situation): readonly Ligne[] {
  if (lieu === undefined) return []
  return choisissables.flatMap(({ cle }) => {
    const selection = { ...contexte.selection, periode: undefined, parmi: parmi.cle }
    const situation = situer({ table: contexte.table, selection }, cle)
    const groupe = situation?.groupes.find(({ dimension }) => dimension === null)
    if (situation === undefined || groupe === undefined) return []
    const rangs = ranger({ ...situation, parmi }, groupe)
    if (rangs.chiffre === undefined) return []
    return [{ cle, rangs, position: positionDe(rangs.classement, lieu) }]
  })
}

function phrase(lieu: string, lignes: readonly Ligne[], parmi: string): string {
  const situees = lignes.filter(({ position }) => position !== undefined)
  const hautes = situees.filter(({ position = 0 }) => position >= 0.5).length
  return francais(
    `${lieu} a une valeur plus élevée que la moitié des ${parmi} pour ${formatNombre(hautes)} des ${formatNombre(situees.length)} indicateurs comparables. Plus élevé ne veut pas dire meilleur : cela dépend de l’indicateur.`,
  )
}

const SANS_RANG = 'Moins de deux territoires ont une valeur : pas de comparaison.'

/** Every indicator that the territory gives, and how many of the others are below it. */
export function figureProfil(contexte: Contexte, situation: Situation): Figure | undefined {
  const { lieu, parmi } = situation
  const lignes = lignesDe(contexte, situation)
  if (lieu === undefined || lignes.length < 2) return undefined
  const situees = lignes.filter(({ position }) => position !== undefined)
  return {
    id: 'profil',
    titre: `${lieu.nom}\u202f: tous les indicateurs`,
    sousTitre: `Dernière période de chaque indicateur, parmi les ${parmi.nom}`,
    phrase: phrase(lieu.nom, lignes, parmi.nom),
    dessin:
      situees.length < 2
        ? undefined
        : {
            genre: 'points',
            textesPropres: true,
            categories: situees.map(({ cle, rangs }) => ({ cle, nom: rangs.situation.choix.indicateur.nom })),
            series: [
              {
                nom: 'Part des autres EPCI dont la valeur est plus faible',
                valeurs: situees.map(({ position }) => position ?? null),
                textes: situees.map(({ rangs }) => rangs.ecriture.valeur(rangs.chiffre?.valeur ?? 0)),
                role: 'repere',
              },
            ],
            niveaux: [{ nom: 'Autant au-dessus qu’au-dessous', valeur: 0.5, texte: formatTaux(0.5, { decimales: 0 }) }],
            axe: {
              titre: 'Part des autres EPCI dont la valeur est plus faible',
              depuisZero: true,
              maximum: 1,
              ecrire: (valeur) => formatTaux(valeur, { decimales: 0 }),
            },
          },
    tableau: {
      colonnes: [
        { code: 'indicateur', titre: 'Indicateur' },
        { code: 'periode', titre: 'Période' },
        { code: 'valeur', titre: lieu.nom, nombre: true },
        { code: 'mediane', titre: 'Médiane', nombre: true },
        { code: 'position', titre: 'Plus faibles', nombre: true },
        { code: 'place', titre: 'Rang' },
      ],
      lignes: lignes.map(({ cle, rangs, position }) => ({
        cle,
        repere: cle === situation.choix.cle,
        cellules: [
          texte(rangs.situation.choix.indicateur.nom),
          texte(ecrirePeriode(rangs.situation.periode)),
          valeurDe(rangs.chiffre, rangs.ecriture),
          rangs.classement.mediane === undefined
            ? vide(SANS_RANG)
            : nombre(rangs.classement.mediane, rangs.ecriture.valeur),
          position === undefined
            ? vide(rangs.chiffre?.valeur === null ? phraseSansValeur(rangs.chiffre) : SANS_RANG)
            : nombre(position, (valeur) => formatTaux(valeur, { decimales: 0 })),
          rangs.place?.rang === undefined ? vide(SANS_RANG) : texte(direRang(rangs.place, rangs.classement.nombre)),
        ],
      })),
      ouvre: 'indicateur',
    },
    ...origineDesLots(
      lignes.map(
        ({
          rangs: {
            situation: { choix },
            chiffre,
          },
        }) => ({
          indicateur: choix.indicateur,
          chiffres: chiffre === undefined ? [] : [chiffre],
        }),
      ),
    ),
  }
}
