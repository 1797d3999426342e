import type { SourceSuivi } from '../../ports/source.ts'
import type { TablesSuivies } from '../../travail/suivi/contrat-suivi.ts'
import { fauteDe } from '../volet.ts'
import { compter } from './actions-objectifs.ts'
import { calculerFlux } from './actions-flux.ts'
import { SANS_RESULTAT, type VueSuivre } from './etat-suivre.ts'
import { retenirSuivi, retrouverSuivi } from './memoire-suivi.ts'
import type { Suivre } from './suivre.ts'

const ILLISIBLE = 'Les attributions n’ont pas pu être lues'

/** Whether every table can be read: no field given twice, a landlord for a stock. */
export function lisible({ tables }: TablesSuivies): boolean {
  return tables.length > 0 && tables.every(({ ambigus, manquants }) => ambigus.length === 0 && manquants.length === 0)
}

/** Reads the tables as chosen, then counts. @returns whether they were read */
export async function lire(suivre: Suivre): Promise<boolean> {
  const { source, tables, jour, videNon } = suivre.etat
  if (source === undefined || tables === undefined) return false
  const issue = await suivre.travailler('Lecture des attributions', ILLISIBLE, async (suivi) => {
    await source.charger?.(suivi, tables.tables, suivre.progres)
    return suivi.lire({ jour, videNon }, suivre.progres)
  })
  if (issue?.genre !== 'fait') {
    // What stops the reading is settled where the columns are.
    if (suivre.etat.lecture === undefined) suivre.changer({ vue: 'donnees' })
    return false
  }
  const lecture = issue.valeur
  const annee = lecture.annees.some((a) => a.annee === suivre.etat.annee) ? suivre.etat.annee : lecture.annee
  suivre.changer({ ...SANS_RESULTAT, lecture, perimee: false, annee, filtres: {} })
  if (annee !== undefined && !suivre.volet.arretDemande) await compter(suivre)
  return true
}

async function retenirTables(suivre: Suivre, tables: TablesSuivies): Promise<void> {
  const champs = {
    attributions: await suivre.demander((s) => s.champs('attributions')),
    parc: await suivre.demander((s) => s.champs('parc')),
  }
  suivre.changer({ tables, champs })
}

/** Takes a source; reads it at once when nothing is in doubt. */
export async function prendre(suivre: Suivre, source: SourceSuivi): Promise<void> {
  const jour = source.jour ?? suivre.volet.hote.aujourdhui
  suivre.changer({
    ...SANS_RESULTAT,
    source,
    jour,
    tables: undefined,
    lecture: undefined,
    annee: undefined,
    absence: undefined,
    ecartees: [],
    videNon: [],
  })
  const tables = await suivre.travailler(`Ouverture\u202f: ${source.nom}`, ILLISIBLE, (suivi) => source.poser(suivi))
  if (tables === undefined) {
    suivre.changer({ source: undefined })
    return
  }
  await retenirTables(suivre, await retrouverSuivi(suivre, tables))
  if (tables.tables.length === 0)
    suivre.changer({ source: undefined, tables: undefined, absence: direAbsence(suivre, tables) })
  else if (lisible(suivre.etat.tables ?? tables) && !suivre.volet.arretDemande) await lire(suivre)
  else suivre.changer({ vue: 'donnees' })
  suivre.volet.garderFoyer()
}

function direAbsence({ volet }: Suivre, { sansTable }: TablesSuivies): string | undefined {
  const [premier] = sansTable
  if (premier === undefined) return undefined
  const quoi =
    volet.hote.suivi.ouverture === undefined ? 'Ce classeur' : `«\u202f${sansTable.join('\u202f», «\u202f')}\u202f»`
  return `${quoi} n’a pas de tableau d’attributions (une ligne par décision ou par bail, avec une date) ni de parc.`
}

/** Looks in the workbook at hand, the first time and whenever it is another one. */
export async function chercher(suivre: Suivre): Promise<void> {
  const { lecture, source } = suivre.etat
  if (lecture !== undefined || source !== undefined) return
  await prendre(suivre, suivre.volet.hote.suivi.trouver())
}

/** Recognises a table again after a choice. */
export async function choisirColonnes(
  suivre: Suivre,
  cle: string,
  changements: Readonly<Record<number, string | null>>,
  feuille?: string,
): Promise<void> {
  const table = suivre.etat.tables?.tables.find((t) => t.cle === cle)
  if (table === undefined) return
  const deja =
    feuille === undefined ? table.colonnes.filter(({ etat }) => etat === 'choisie' || etat === 'ecartee') : []
  const colonnes = { ...Object.fromEntries(deja.map((c) => [c.rang, c.champ])), ...changements }
  const tables = await suivre.demander((s) => s.choisir(cle, { feuille: feuille ?? table.feuille, colonnes }))
  suivre.changer({ tables, corrigee: undefined, perimee: suivre.etat.lecture !== undefined })
  suivre.volet.garderFoyer()
  void retenirSuivi(suivre)
}

export async function ecarter(suivre: Suivre, cle: string): Promise<void> {
  const ecartee = suivre.etat.tables?.tables.find((t) => t.cle === cle)
  const tables = await suivre.demander((s) => s.ecarter(cle))
  const ecartees = [
    ...suivre.etat.ecartees,
    ...(ecartee === undefined ? [] : [{ genre: ecartee.genre, feuille: ecartee.feuille }]),
  ]
  suivre.changer({ tables, ecartees, perimee: suivre.etat.lecture !== undefined })
  suivre.volet.garderFoyer()
  void retenirSuivi(suivre)
}

/** Follows again the tables left aside: the source is looked at anew. */
export async function reprendreEcartees(suivre: Suivre): Promise<void> {
  const { source } = suivre.etat
  if (source === undefined) return
  suivre.changer({ ecartees: [] })
  await retenirSuivi(suivre)
  await prendre(suivre, source)
}

export function declarerVide(suivre: Suivre, champ: string, declare: boolean): void {
  const videNon = suivre.etat.videNon.filter((code) => code !== champ)
  suivre.changer({ videNon: declare ? [...videNon, champ] : videNon, perimee: true })
  void retenirSuivi(suivre)
}

export async function ouvrirGroupe(suivre: Suivre, cle: string): Promise<void> {
  if (suivre.etat.groupeOuvert === cle) {
    suivre.changer({ groupeOuvert: undefined, anomalies: [] })
    return
  }
  const anomalies = await suivre.demander((s) => s.anomalies(cle, 0, 200))
  suivre.changer({ groupeOuvert: cle, anomalies })
}

/** Goes to a screen of the follow-up, what it needs worked out first. */
export async function allerVue(suivre: Suivre, vue: VueSuivre): Promise<void> {
  suivre.changer({ vue, remise: undefined, rapport: undefined })
  suivre.volet.changer({ faute: undefined })
  try {
    if (suivre.etat.perimee && vue !== 'donnees' && vue !== 'quartile') await lire(suivre)
    if (vue === 'flux') await calculerFlux(suivre)
    if (vue === 'cibles') await chargerCibles(suivre)
    if (vue === 'quartile') await preparerQuartile(suivre)
  } catch (erreur) {
    suivre.volet.changer({ faute: fauteDe(erreur, 'L’écran n’a pas pu s’ouvrir') })
  }
  // Whoever types already keeps the field.
  if (document.activeElement instanceof HTMLInputElement) return
  document.querySelector<HTMLElement>('.volet-titre')?.focus()
}

export async function chargerCibles(suivre: Suivre): Promise<void> {
  const { annee, cibles } = suivre.etat
  if (annee === undefined || cibles !== undefined) return
  const champsCibles = await suivre.demander((s) => s.champsCibles())
  suivre.changer({ champsCibles, cibles: await suivre.demander((s) => s.cibles()) })
}

/** The EPCI to choose from, the usual one chosen: asked first, and waited for by a question that comes before it. */
export async function preparerTerritoires(suivre: Suivre): Promise<void> {
  if (suivre.etat.territoires.length > 0) return
  const territoires = await suivre.demander((s) => s.territoires())
  const epci =
    suivre.etat.quartile.epci === '' ? await suivre.demander((s) => s.epciPrincipal()) : suivre.etat.quartile.epci
  suivre.changer({ territoires, quartile: { ...suivre.etat.quartile, epci } })
}

/** The form first, since the list takes longer. */
export async function preparerQuartile(suivre: Suivre): Promise<void> {
  await preparerTerritoires(suivre)
  const { annee } = suivre.etat
  if (annee !== undefined) suivre.changer({ auSeuil: await suivre.demander((s) => s.auSeuil(annee)) })
}
