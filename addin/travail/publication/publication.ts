import {
  CONNU,
  isoJour,
  Refus,
  SEUILS_QUARTILES,
  type Demandes,
  type LigneBrute,
  type Territoires,
} from '../../../core/index.ts'
import {
  apercuPublication,
  lireTexteJeu,
  observer,
  profilDe,
  PROFILS,
  territoireEpci,
  type ApercuPublication,
  type Jeu,
} from '../../../core/observatoire/index.ts'
import paquet from '../../../package.json' with { type: 'json' }
import type { DonneesLues } from '../../excel/donnees.ts'
import type { TablesAttendues } from '../tables-attendues.ts'
import type { ColonnesUtiles } from '../colonnes-utiles.ts'
import type { FichierProduit } from '../contrat.ts'
import type { DonneesSession } from '../donnees-session.ts'
import type { ClasseurLu } from '../ouvrir-classeur.ts'
import { jourLu } from '../lire-demandes.ts'
import { TablesRecues } from '../tables-recues.ts'
import type {
  ApercuVu,
  DepartPublication,
  PrecedentVu,
  ReglagesPublication,
  TerritoirePropose,
} from './contrat-publication.ts'
import {
  colonnesJointes,
  lireJointes,
  trouverJointes,
  type FeuilleJointe,
  type TablesJointes,
} from './tables-jointes.ts'

/** Characters of the file that are shown: enough to see its heading and that it names nobody. */
const DEBUT = 1_500

/**
 * The periods that hold a day, then the whole year before it: the one that is accounted for.
 *
 * @example periodesDe('2026-01-31') //=> ['2026', '2026-T1', '2026-01', '2026-01-31', '2025']
 */
export function periodesDe(jour: string): readonly string[] {
  const [annee = '', mois = ''] = jour.split('-')
  const trimestre = `${annee}-T${String(Math.ceil(Number(mois) / 3))}`
  return [annee, trimestre, `${annee}-${mois}`, jour, String(Number(annee) - 1)]
}

/** How many rows name each EPCI, by SIREN. */
function compterEpci(demandes: Demandes): ReadonlyMap<string, number> {
  const colonne = demandes.colonne('epci')
  const comptes = new Map<string, number>()
  if (colonne.genre !== 'simple') return comptes
  colonne.valeurs.forEach((entree, i) => {
    const siren = colonne.dictionnaire[entree]
    if (colonne.etats[i] === CONNU && siren !== undefined) comptes.set(siren, (comptes.get(siren) ?? 0) + 1)
  })
  return comptes
}

/** The EPCI that the rows name, most frequent first; all of them when no row names one. */
function proposer(demandes: Demandes, lieux: Territoires): readonly TerritoirePropose[] {
  const comptes = compterEpci(demandes)
  const tous = lieux.epci().map(({ siren, nom }) => ({ code: siren, nom, demandes: comptes.get(siren) ?? 0 }))
  const nommes = tous.filter((epci) => epci.demandes > 0).sort((a, b) => b.demandes - a.demandes)
  return nommes.length > 0 ? nommes : tous
}

/** The publication of aggregated figures: what leaves, what does not and why, then the file. It lives in the worker. */
export class Publication {
  readonly #donnees: DonneesSession
  #precedent: Jeu | undefined
  #apercu: ApercuPublication | undefined
  #recues: TablesRecues | undefined
  /** Whether every row of the tables received is there. */
  #completes = false
  #trouvees: { readonly classeur: ClasseurLu | undefined; readonly jointes: readonly FeuilleJointe[] } | undefined
  #lues: { readonly trouvees: unknown; readonly cle: string; readonly jointes: TablesJointes } | undefined

  constructor(donnees: DonneesSession) {
    this.#donnees = donnees
  }

  /** What can be chosen; undefined before demandes are read. */
  async depart(jour: string): Promise<DepartPublication | undefined> {
    const demandes = this.#donnees.demandes()
    if (demandes === undefined) return undefined
    return {
      territoires: proposer(demandes, await this.#donnees.lieux()),
      periodes: periodesDe(isoJour(jourLu(jour))),
      profils: PROFILS.map(({ id, nom, source }) => ({ id, nom, source })),
    }
  }

  /** @throws Refus when the file is not a dataset */
  poserPrecedent(texte: string, fichier: string): PrecedentVu {
    const { jeu, intact } = lireTexteJeu(texte, fichier)
    this.#precedent = jeu
    return { fichier, titre: jeu.titre, faitLe: jeu.fait_le, intact }
  }

  oublierPrecedent(): void {
    this.#precedent = undefined
  }

  /** @throws Refus when nothing can be published safely, or the former file is of another territory */
  async preparer({ territoire: siren, periode, profil, producteur, jour }: ReglagesPublication): Promise<ApercuVu> {
    const demandes = this.#donnees.demandes()
    if (demandes === undefined) throw new Error('not there yet: demandes')
    const territoire = territoireEpci(await this.#donnees.lieux(), siren)
    if (territoire === undefined) throw new Refus('Choisissez l’EPCI dont les chiffres sont publiés.')
    const regles = profilDe(profil)
    const { vues, ...jointes } = this.#jointes(await this.#donnees.lieux(), siren, jour)
    const observatoire = observer([demandes], {
      territoire,
      periode,
      jour: jourLu(jour),
      seuils: SEUILS_QUARTILES,
      versionMoteur: paquet.version,
      ...(producteur.trim() === '' ? {} : { producteur: producteur.trim() }),
      ...(regles === undefined ? {} : { profil: regles }),
      ...(this.#precedent === undefined ? {} : { precedent: this.#precedent }),
      ...jointes,
    })
    this.#apercu = apercuPublication(observatoire)
    const { lignesRetenues, fichier, ...reste } = this.#apercu
    const { nom, empreinte, texte } = fichier
    const octets = new TextEncoder().encode(texte).length
    return {
      ...reste,
      comptees: observatoire.comptees,
      jointes: vues,
      fichier: { nom, empreinte, octets, debut: texte.slice(0, DEBUT) },
    }
  }

  /** Begins to receive the tables of a live workbook; `recevoir` fills them. */
  recevoirTables(nom: string, feuilles: readonly string[], colonnes: Readonly<Record<string, number>>): void {
    this.#recues = new TablesRecues(nom, feuilles, colonnes)
    this.#completes = false
  }

  recevoir(nom: string, lignes: readonly LigneBrute[]): void {
    this.#recue().recevoir(nom, lignes)
  }

  /** Once the first rows of every table are there: which ones are published, and must come in full. */
  reconnaitreRecues(): TablesAttendues {
    const { classeur } = this.#recue()
    const jointes = trouverJointes(classeur)
    this.#trouvees = { classeur, jointes }
    const lisibles = jointes.filter(({ reconnue }) => !(reconnue instanceof Refus))
    return { tables: lisibles.map(({ genre, feuille }) => ({ cle: genre, feuille: feuille.nom })) }
  }

  /** Columns of a live table that the reading needs. */
  colonnesUtiles(cle: string): ColonnesUtiles {
    const jointe = this.#trouvees?.jointes.find(({ genre }) => genre === cle)
    if (jointe === undefined) throw new Error(`not a table waited for: got ${cle}`)
    return colonnesJointes(jointe)
  }

  viderTable(nom: string): void {
    this.#recue().vider(nom)
  }

  recevoirBlocs(nom: string, donnees: DonneesLues): void {
    this.#recue().recevoirBlocs(nom, donnees)
  }

  /** Every row is there: until then nothing of these tables is counted. */
  retenirRecues(): void {
    this.#completes = true
  }

  #recue(): TablesRecues {
    if (this.#recues === undefined) throw new Error('not there yet: tables of the workbook')
    return this.#recues
  }

  /** Those of the file of the demandes, or those that came from the live workbook. */
  #feuilles(): readonly FeuilleJointe[] {
    const ouvert = this.#donnees.classeur()
    const recu = this.#completes ? this.#recues?.classeur : undefined
    const classeur = ouvert?.format === 'tables' ? recu : ouvert
    if (this.#trouvees === undefined || this.#trouvees.classeur !== classeur)
      this.#trouvees = { classeur, jointes: classeur === undefined ? [] : trouverJointes(classeur) }
    return this.#trouvees.jointes
  }

  /** Read once for a workbook, a territory and a day: settings are tried again and again. */
  #jointes(lieux: Territoires, territoire: string, jour: string): TablesJointes {
    const trouvees = this.#feuilles()
    const cle = [territoire, jour].join()
    if (this.#lues?.trouvees !== trouvees || this.#lues.cle !== cle)
      this.#lues = { trouvees, cle, jointes: lireJointes(trouvees, { lieux, territoire, jour }) }
    const { jointes } = this.#lues
    const attributions = this.#donnees.attributions()
    if (attributions === undefined) return jointes
    const vue = { genre: 'attributions', feuille: undefined, lignes: attributions.nombre, raisons: [] } as const
    return { ...jointes, attributions, vues: [vue, ...jointes.vues.filter(({ genre }) => genre !== 'attributions')] }
  }

  /** The file, to the byte of what was shown. */
  fichier(): FichierProduit {
    if (this.#apercu === undefined) throw new Error('not there yet: a preview')
    const { nom, texte } = this.#apercu.fichier
    return { nom, type: 'application/json', octets: new TextEncoder().encode(texte) }
  }
}
