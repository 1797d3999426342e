import type { BaseClassement } from '../../cotation/classer.ts'
import { baseClassement, reclasser } from '../../cotation/classer.ts'
import type { Evaluateur } from '../../cotation/condition.ts'
import { creerEvaluateur, VRAI } from '../../cotation/condition.ts'
import type { Constat } from '../../cotation/constater.ts'
import { constater } from '../../cotation/constater.ts'
import type { Cotation, Cotations } from '../../cotation/coter.ts'
import { clesDepartage } from '../../cotation/departager.ts'
import type { Grille } from '../../cotation/grille/grille.ts'
import type { GrilleLue } from '../../cotation/grille/lire-grille.ts'
import { groupesDe } from '../../cotation/groupes.ts'
import { regleDe } from '../../cotation/regles/regle-de.ts'
import type { Membre } from '../../cotation/totaliser.ts'
import type { ContexteCalcul, Donnees } from '../../demande/derives/derive.ts'
import { cotationEssayee } from './cotation-essayee.ts'
import { donneesSousContexte } from './donnees-contexte.ts'
import type { GroupeEssaye } from './groupe-essaye.ts'
import { groupeDepuis, groupeEntier } from './groupe-essaye.ts'
import { signatureCritere, signatureDepartage, signatureGroupe, signaturePortee } from './signatures.ts'
import type { TotauxEssayes } from './totaux-essayes.ts'
import { totauxDepuis, totauxEntiers } from './totaux-essayes.ts'

/** What the last grid made the engine do again. */
export interface Recalcul {
  /** Criteria looked at again for every demande. */
  readonly criteres: number
  /** Families (and the group of criteria without family) that are not what they were. */
  readonly groupes: number
  /** Whether the scope or the tie-breaks were read again. */
  readonly base: boolean
}

/** Scores again and again under grids that differ little from one another, at the price of what differs. */
export interface Essai {
  /** Under the last grid tried. */
  readonly cotation: Cotation
  readonly recalcul: Recalcul
  /**
   * Scores with another grid: only the criteria, families, scope and tie-breaks that are not those of the last grid tried
   * are computed. The result is, to the last bit, that of `coter` with this grid in the place of the first one. Earlier
   * results stay as they were.
   */
  essayer(grilleLue: GrilleLue): Cotation
}

/** What is kept from one grid to the next. */
interface Acquis {
  readonly cotation: Cotation
  readonly constats: ReadonlyMap<string, Constat>
  readonly groupes: readonly GroupeEssaye[]
  readonly signaturesGroupes: readonly string[]
  readonly totaux: TotauxEssayes
  readonly base: BaseClassement
  readonly signatureBase: string
}

/** Conditions asked before the evaluator, which forgets none, is replaced: a slider never stops. */
const MEMOIRE_CONDITIONS = 64

class EvaluateurOublieux {
  #evaluateur: Evaluateur | undefined
  #donnees: Donnees | undefined
  #usages = 0

  pour(donnees: Donnees): Evaluateur {
    if (this.#evaluateur === undefined || this.#donnees !== donnees || ++this.#usages > MEMOIRE_CONDITIONS) {
      this.#evaluateur = creerEvaluateur(donnees)
      this.#donnees = donnees
      this.#usages = 0
    }
    return this.#evaluateur
  }
}

class EssaiEnCours implements Essai {
  readonly #racine: Donnees
  readonly #borneImposee: Partial<Pick<ContexteCalcul, 'borne'>>
  /** Demandes that no earlier grid takes, by unique number. */
  readonly #disponibles: Uint32Array
  readonly #evaluateurs = new EvaluateurOublieux()
  #donnees: Donnees
  #acquis: Acquis
  recalcul: Recalcul = { criteres: 0, groupes: 0, base: true }

  constructor({ demandes, contexte, cotations, affectations }: Cotations, rang: number) {
    const cotation = cotations[rang]
    if (cotation === undefined) throw new Error(`no grid of this rank: got ${String(rang)}`)
    this.#racine = cotation.donnees
    this.#donnees = cotation.donnees
    this.#borneImposee = contexte.borne === undefined ? {} : { borne: contexte.borne }
    this.#disponibles = demandes.parNumero.filter((i) => affectations[i] === -1 || (affectations[i] ?? 0) >= rang)
    this.#acquis = this.#reprendre(cotation)
  }

  get cotation(): Cotation {
    return this.#acquis.cotation
  }

  essayer(grilleLue: GrilleLue): Cotation {
    const { grille } = grilleLue
    const donnees = this.#donneesPour(grille)
    const signatures = grille.criteres.map((critere) => signatureCritere(critere, donnees.contexte))
    const constats = this.#constater(grille, donnees, signatures)
    const { signaturesGroupes, groupes } = this.#grouper(grille, constats, signatures)
    const totaux = totauxDepuis(this.#acquis.totaux, grille, this.#acquis.groupes, groupes)
    const { base, signatureBase } = this.#baser(grille, donnees)
    const cotation = cotationEssayee({
      grilleLue,
      donnees,
      groupes: groupes.map(({ groupe }) => groupe),
      constats,
      sousTotaux: groupes.map(({ sousTotal }) => sousTotal),
      totaux: totaux.totaux,
      classement: reclasser(totaux.totaux, base),
    })
    const parSignature = indexer(signatures, constats)
    this.recalcul = {
      criteres: [...parSignature.keys()].filter((signature) => !this.#acquis.constats.has(signature)).length,
      groupes: signaturesGroupes.filter((signature, g) => signature !== this.#acquis.signaturesGroupes[g]).length,
      base: base !== this.#acquis.base,
    }
    this.#acquis = { cotation, constats: parSignature, groupes, signaturesGroupes, totaux, base, signatureBase }
    return cotation
  }

  /** Takes a scoring as `coter` made it; sub-totals are added up once more, to have them before their limits. */
  #reprendre(cotation: Cotation): Acquis {
    const { grilleLue, donnees, constats } = cotation
    const { grille } = grilleLue
    const signatures = grille.criteres.map((critere) => signatureCritere(critere, donnees.contexte))
    const groupes = groupesDe(grille).map((groupe) =>
      groupeEntier(donnees.nombre, groupe, membresDe(groupe.criteres, grille, constats)),
    )
    return {
      cotation,
      constats: indexer(signatures, constats),
      groupes,
      signaturesGroupes: groupes.map(({ groupe }) => signatureGroupe(groupe, signatures)),
      totaux: totauxEntiers(donnees.nombre, grille, groupes),
      base: this.#lireBase(grille, donnees),
      signatureBase: signatureDeBase(grille, donnees.contexte),
    }
  }

  #donneesPour(grille: Grille): Donnees {
    const contexte: ContexteCalcul = {
      ...this.#racine.contexte,
      territoire: grille.territoire,
      borne: grille.quartile_borne ?? 'stricte',
      ...this.#borneImposee,
    }
    const { territoire, borne } = this.#donnees.contexte
    if (territoire !== contexte.territoire || borne !== contexte.borne) {
      this.#donnees = donneesSousContexte(this.#racine, contexte)
    }
    return this.#donnees
  }

  #constater({ criteres }: Grille, donnees: Donnees, signatures: readonly string[]): readonly Constat[] {
    return criteres.map(
      (critere, k) =>
        this.#acquis.constats.get(signatures[k] ?? '') ?? constater(critere, donnees, this.#evaluateurs.pour(donnees)),
    )
  }

  #grouper(grille: Grille, constats: readonly Constat[], signatures: readonly string[]) {
    const { groupes: anciens, signaturesGroupes: anciennes } = this.#acquis
    const signaturesGroupes: string[] = []
    const groupes = groupesDe(grille).map((groupe, g) => {
      const signature = signatureGroupe(groupe, signatures)
      signaturesGroupes.push(signature)
      const ancien = anciens[g]
      if (ancien !== undefined && anciennes[g] === signature) return { ...ancien, groupe }
      const membres = membresDe(groupe.criteres, grille, constats)
      return ancien === undefined
        ? groupeEntier(this.#racine.nombre, groupe, membres)
        : groupeDepuis(ancien, groupe, membres)
    })
    return { signaturesGroupes, groupes }
  }

  #baser(grille: Grille, donnees: Donnees): Pick<Acquis, 'base' | 'signatureBase'> {
    const signatureBase = signatureDeBase(grille, donnees.contexte)
    const connue = signatureBase === this.#acquis.signatureBase
    return { signatureBase, base: connue ? this.#acquis.base : this.#lireBase(grille, donnees) }
  }

  #lireBase({ departage = [], portee }: Grille, donnees: Donnees): BaseClassement {
    const evaluateur = this.#evaluateurs.pour(donnees)
    const departages = clesDepartage(departage, donnees, evaluateur)
    const concernees = portee === undefined ? undefined : evaluateur.evaluer(portee)
    const parNumero =
      concernees === undefined ? this.#disponibles : this.#disponibles.filter((i) => concernees[i] === VRAI)
    return baseClassement(donnees.nombre, departages, parNumero)
  }
}

function indexer(signatures: readonly string[], constats: readonly Constat[]): ReadonlyMap<string, Constat> {
  return new Map(
    constats.flatMap((constat, k) => {
      const signature = signatures[k]
      return signature === undefined ? [] : [[signature, constat] as const]
    }),
  )
}

function signatureDeBase({ departage = [], portee }: Grille, contexte: ContexteCalcul): string {
  return `${signatureDepartage(departage, contexte)} ${signaturePortee(portee, contexte)}`
}

function membresDe(rangs: readonly number[], { criteres }: Grille, constats: readonly Constat[]): readonly Membre[] {
  return rangs.flatMap((rang) => {
    const [critere, constat] = [criteres[rang], constats[rang]]
    return critere === undefined || constat === undefined ? [] : [{ rang, constat, etendue: regleDe(critere).etendue }]
  })
}

/**
 * Starts trying grids from a scoring.
 *
 * @param rang rank of the grid that is tried; when several grids share the demandes, those that earlier grids take stay
 * theirs
 * @throws Error when there is no such grid
 * @example
 * const [premiere] = cotation.classement.indices
 * cotation.totaux[premiere!] //=> 11000
 * creerEssai(cotations).essayer(autre).totaux[premiere!] //=> 10000
 */
export function creerEssai(cotations: Cotations, rang = 0): Essai {
  return new EssaiEnCours(cotations, rang)
}
