import { Refus } from '../../socle/refus.ts'
import type { Secret } from '../jeu/jeu.ts'
import type { Precedent, Rapport } from '../protection/modele.ts'
import type { Profil } from '../protection/profils.ts'
import { proteger } from '../protection/proteger.ts'
import { secretDuTaux } from '../protection/taux.ts'
import { celluleDenominateur, celluleNumerateur, type Resultat, systemeDe } from './cellules.ts'
import type { Mesure } from './ventilation.ts'

/** A figure, withheld or not. */
export interface MesurePubliee extends Mesure {
  readonly secret: Secret | null
}

/** The figures of an indicator, as they may be published. */
export interface Publication {
  readonly resultat: Resultat
  readonly mesures: readonly MesurePubliee[]
  /** Withdrawn whole: what it withholds could still be found again. */
  readonly retire: boolean
}

export interface Publications {
  readonly publications: readonly Publication[]
  readonly rapport: Rapport
}

function publiee(mesure: Mesure, secret: Secret | null): MesurePubliee {
  if (secret === null) return { ...mesure, secret }
  const { dimension, modalite } = mesure
  return { dimension, modalite, numerateur: null, denominateur: null, valeur: null, secret }
}

type Secrets = ReadonlyMap<string, Secret | null>

function secretDe(resultat: Resultat, mesure: Mesure, secrets: Secrets, seuil: number): Secret | null {
  const { nature, connus } = resultat.ventilation
  if (nature === 'mediane') return connus < seuil ? 'primaire' : null
  const numerateur = secrets.get(celluleNumerateur(resultat, mesure)) ?? null
  if (nature === 'compte') return numerateur
  return secretDuTaux(numerateur, secrets.get(celluleDenominateur(resultat)) ?? null)
}

/** Whether one of these cells is of the indicator itself. */
function touche(resultat: Resultat, cellules: ReadonlySet<string>): boolean {
  return [...cellules].some((cellule) => cellule.startsWith(`${resultat.indicateur.id}:`))
}

interface Essai {
  readonly secrets: Secrets
  readonly rapport: Rapport
  readonly exposees: ReadonlySet<string>
}

function essayer(resultats: readonly Resultat[], nombre: number, profil: Profil, precedent?: Precedent): Essai {
  const { cellules, relations } = systemeDe(resultats, nombre)
  const { secret, rapport } = proteger(cellules, relations, profil, precedent)
  return {
    secrets: new Map(cellules.map(({ id }, i) => [id, secret[i] ?? null])),
    rapport,
    exposees: new Set([...rapport.nonProtegees, ...rapport.fragiles]),
  }
}

/**
 * The figures of a territory as they may be published. An indicator that would leave a withheld count to be found again,
 * whatever else is withheld, is withdrawn whole, and the others are examined anew without it.
 *
 * @param nombre demandes counted
 * @param precedent what the previous file published, by cell
 * @throws Refus when even the number of demandes cannot be protected
 */
export function publier(
  resultats: readonly Resultat[],
  nombre: number,
  profil: Profil,
  precedent?: Precedent,
): Publications {
  let gardes = resultats
  let essai = essayer(gardes, nombre, profil, precedent)
  while (essai.exposees.size > 0) {
    const { exposees } = essai
    const restants = gardes.filter((resultat) => !touche(resultat, exposees))
    if (restants.length === gardes.length) {
      throw new Refus(
        'Le nombre de demandes se retrouverait à partir des autres chiffres, quoi qu’on retienne. Rien n’a été écrit : publiez un territoire plus grand, ou une autre période.',
      )
    }
    gardes = restants
    essai = essayer(gardes, nombre, profil, precedent)
  }
  const { secrets, rapport } = essai
  const publications = resultats.map((resultat) => {
    const retire = !gardes.includes(resultat)
    const mesures = resultat.ventilation.mesures.map((mesure) =>
      publiee(mesure, retire ? 'secondaire' : secretDe(resultat, mesure, secrets, profil.seuil)),
    )
    return { resultat, mesures, retire }
  })
  return { publications, rapport }
}
