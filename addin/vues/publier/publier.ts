import type { Publication } from '../../travail/publication/publication.ts'
import type {
  ApercuVu,
  DepartPublication,
  PrecedentVu,
  ReglagesPublication,
} from '../../travail/publication/contrat-publication.ts'
import { formatNombre } from '../../../core/index.ts'
import { suivi as ecouter } from '../../travail/poste.ts'
import { fauteDe, type Volet } from '../volet.ts'
import type { Faute } from '../etat.ts'

export type Filtre = 'tous' | 'publies' | 'retenus'

/** What the screen shows; the file stays in the worker. */
export interface EtatPublier {
  readonly depart: DepartPublication | undefined
  readonly reglages: ReglagesPublication | undefined
  readonly precedent: PrecedentVu | undefined
  readonly apercu: ApercuVu | undefined
  /** Why the allocations and the stock of the live workbook are not there. */
  readonly nonJointes: Faute | undefined
  /** Why nothing can be published with these settings. */
  readonly refus: Faute | undefined
  readonly filtre: Filtre
  readonly remise: string | undefined
}

const VIDE: EtatPublier = {
  depart: undefined,
  reglages: undefined,
  precedent: undefined,
  apercu: undefined,
  nonJointes: undefined,
  refus: undefined,
  filtre: 'tous',
  remise: undefined,
}

const REFUSEE = 'Rien ne peut être publié avec ces réglages'
const INTERROMPUE: Faute = {
  titre: 'Lecture interrompue',
  raisons: ['Les attributions et le parc n’ont pas été lus\u202f: leurs chiffres ne sont pas dans ce fichier.'],
}
const NON_JOINTES = 'Les attributions et le parc n’ont pas pu être lus'

/** What the worker's part answers at a distance. */
type Distante = {
  readonly [M in keyof Publication]: (...a: Parameters<Publication[M]>) => Promise<Awaited<ReturnType<Publication[M]>>>
}

/** The state of « Publier », and what can be done there. */
export class Publier {
  readonly volet: Volet
  #etat = VIDE
  /** The reading that the preview is of. */
  #lecture: unknown
  #producteurChange = false

  constructor(volet: Volet) {
    this.volet = volet
  }

  get etat(): EtatPublier {
    return this.#etat
  }

  /** Previews at once, with the best guess: the settings can be changed afterwards. */
  async ouvrir(): Promise<void> {
    const { lecture, jour } = this.volet.etat
    if (lecture === this.#lecture && this.#etat.reglages?.jour === jour) return
    this.#lecture = lecture
    this.changer(VIDE)
    const depart = await this.#executer((publication) => publication.depart(jour))
    if (depart === undefined) return
    this.changer({ depart, reglages: this.#premiers(depart) })
    await this.#joindre()
    await this.preparer()
  }

  /** Whether the allocations and the stock are read from a live workbook, that may have changed. */
  get relisible(): boolean {
    return this.volet.hote.joindre !== undefined
  }

  /** Reads the allocations and the stock again, then counts. */
  async relire(): Promise<void> {
    await this.#joindre()
    await this.preparer()
  }

  changer(changements: Partial<EtatPublier>): void {
    this.#etat = { ...this.#etat, ...changements }
    this.volet.changer({})
  }

  async regler(changements: Partial<ReglagesPublication>): Promise<void> {
    const { reglages } = this.#etat
    if (reglages === undefined) return
    this.changer({ reglages: { ...reglages, ...changements } })
    await this.preparer()
  }

  /** Kept as it is typed; the figures do not change, the file is made again when it leaves. */
  nommerProducteur(producteur: string): void {
    const { reglages } = this.#etat
    if (reglages === undefined) return
    this.#producteurChange = true
    this.changer({ reglages: { ...reglages, producteur } })
  }

  async donnerPrecedent(fichier: File | undefined): Promise<void> {
    try {
      if (fichier === undefined) await this.#executer((publication) => publication.oublierPrecedent())
      const texte = await fichier?.text()
      const precedent =
        fichier === undefined || texte === undefined
          ? undefined
          : await this.#executer((publication) => publication.poserPrecedent(texte, fichier.name))
      this.changer({ precedent })
    } catch (erreur) {
      this.changer({ refus: fauteDe(erreur, 'Le fichier précédent est refusé') })
      return
    }
    await this.preparer()
  }

  async preparer(): Promise<void> {
    const { reglages } = this.#etat
    if (reglages === undefined || reglages.territoire === '') return
    this.#producteurChange = false
    this.changer({ refus: undefined, remise: undefined })
    const apercu = await this.volet.travailler(
      { titre: 'Préparation des chiffres', annulable: false },
      REFUSEE,
      async (session) => (await session.publication()).preparer(reglages),
    )
    // The refusal is shown where the settings are.
    const { faute } = this.volet.etat
    if (faute !== undefined) this.volet.changer({ faute: undefined })
    this.changer({ apercu, refus: faute })
  }

  async enregistrer(): Promise<void> {
    if (this.#producteurChange) await this.preparer()
    if (this.#etat.apercu === undefined) return
    try {
      const fichier = await this.#executer((publication) => publication.fichier())
      const { phrase } = await this.volet.hote.sortie.remettre(fichier)
      this.changer({ remise: phrase })
    } catch (erreur) {
      this.changer({ refus: fauteDe(erreur, 'Le fichier n’a pas pu être enregistré') })
    }
  }

  /** Brings what is published beside the demandes, where the worker has not the whole file. */
  async #joindre(): Promise<void> {
    const { hote } = this.volet
    if (hote.joindre === undefined) return
    const travail = { titre: 'Lecture des attributions et du parc', annulable: true }
    const jointes = await this.volet.travailler(travail, NON_JOINTES, async (session) => {
      const publication = (await session.publication()) as unknown as Distante
      await hote.joindre?.(publication, this.#progres)
      await publication.retenirRecues()
      return true
    })
    const { faute } = this.volet.etat
    if (faute !== undefined) this.volet.changer({ faute: undefined })
    this.changer({ nonJointes: jointes === true ? undefined : (faute ?? INTERROMPUE) })
  }

  readonly #progres = ecouter((lignes) => {
    this.volet.progresser(`${formatNombre(lignes)} lignes lues`)
  })

  #premiers(depart: DepartPublication): ReglagesPublication {
    const deLaGrille = this.volet.etat.grille?.edition.identite.territoire ?? ''
    const [premier] = depart.territoires
    return {
      territoire: premier === undefined || premier.demandes === 0 ? deLaGrille : premier.code,
      periode: depart.periodes[0] ?? '',
      profil: depart.profils[0]?.id ?? '',
      producteur: '',
      jour: this.volet.etat.jour,
    }
  }

  #executer<T>(faire: (publication: Distante) => Promise<T>): Promise<T> {
    return this.volet.poste.executer(async (session) => faire((await session.publication()) as unknown as Distante))
  }
}
