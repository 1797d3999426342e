import { formatCompte, formatNombre, formatTaux, Refus } from '../../../core/index.ts'
import {
  avertissementsLocaux,
  CIBLES_LOCALES_PRETES,
  direCibleLocale,
  lireCiblesLocales,
  REGISTRE_ATTRIBUTION,
  suivreCible,
  type CibleLocale,
  type Compte,
  type SuiviCible,
} from '../../../core/objectifs/index.ts'
import type { ChampCible, CiblePropre, CibleVue } from './contrat-cibles.ts'
import { nombreTape } from './quartile.ts'

type Brute = Record<string, unknown> & { readonly code: string }

const PRETES: readonly Brute[] = CIBLES_LOCALES_PRETES.cibles

/** The local targets as they are kept: figures set on ready-made ones, by code, and the user's own as written. */
export interface CiblesGardees {
  readonly fixees: readonly (readonly [code: string, attendu: unknown])[]
  readonly propres: readonly Brute[]
}

/** The local targets followed: those ready made, with the figures set here, and the user's own. */
export class CiblesSuivies {
  #pretes: readonly Brute[] = PRETES
  #propres: readonly Brute[] = []

  /** Sets the figure expected of a target. @throws Refus when it cannot be used */
  fixer(code: string, texte: string): void {
    const changer = (brute: Brute): Brute =>
      brute.code === code ? { ...brute, attendu: attenduDe(brute, texte) } : brute
    const pretes = this.#pretes.map(changer)
    const propres = this.#propres.map(changer)
    lire([...pretes, ...propres])
    this.#pretes = pretes
    this.#propres = propres
  }

  /** @throws Refus when the target cannot be written so */
  ajouter(propre: CiblePropre): void {
    const propres = [...this.#propres, bruteDe(propre, rangLibre(this.#propres))]
    lire(propres)
    this.#propres = propres
  }

  /** Takes the targets of a file (`cibles-locales/1`), in the place of those of the same code. @throws Refus when it is not one */
  importer(texte: string): void {
    let lu: unknown
    try {
      lu = JSON.parse(texte)
    } catch {
      throw new Refus('Ce fichier n’est pas un fichier de cibles locales (JSON, « cibles-locales/1 »).')
    }
    lireCiblesLocales(lu)
    const { cibles } = lu as { readonly cibles: readonly Brute[] }
    const autres = this.#propres.filter(({ code }) => cibles.every((cible) => cible.code !== code))
    this.#propres = [...autres, ...cibles]
  }

  retirer(code: string): void {
    this.#propres = this.#propres.filter((brute) => brute.code !== code)
  }

  /** What was set here, to be kept with the workbook; undefined while nothing was. */
  aGarder(): CiblesGardees | undefined {
    const fixees = this.#pretes
      .filter((brute, i) => brute !== PRETES[i])
      .map(({ code, attendu }) => [code, attendu] as const)
    return fixees.length + this.#propres.length === 0 ? undefined : { fixees, propres: this.#propres }
  }

  /** Takes up what was kept. @throws Refus when it is not what was kept */
  reprendre({ fixees, propres }: CiblesGardees): void {
    const connues = new Map(fixees)
    const pretes = PRETES.map((brute) =>
      connues.has(brute.code) ? { ...brute, attendu: connues.get(brute.code) } : brute,
    )
    lire([...pretes, ...propres])
    this.#pretes = pretes
    this.#propres = propres
  }

  get locales(): readonly CibleLocale[] {
    return lire([...this.#propres, ...this.#pretes])
  }

  propre(code: string): boolean {
    return this.#propres.some((brute) => brute.code === code)
  }
}

function lire(cibles: readonly Brute[]): readonly CibleLocale[] {
  return lireCiblesLocales({ format: 'cibles-locales/1', nom: 'Cibles suivies', cibles }).cibles
}

function attenduDe({ attendu }: Brute, texte: string): unknown {
  if (texte.trim() === '') return null
  if (typeof attendu === 'object' && attendu !== null && 'menages' in attendu)
    return { ...attendu, menages: nombreTape(texte, 'Ménages', { entier: true, minimum: 1 }) }
  return { taux: tauxTape(texte) }
}

function tauxTape(texte: string): number {
  const taux = nombreTape(texte, 'Part attendue, en %')
  if (taux <= 0 || taux > 100) throw new Refus('Une part attendue est entre 0 (exclu) et 100\u202f%.')
  return Math.round(taux * 1e6) / 1e8
}

function valeurDe({ type }: ReturnType<typeof champsConditions>[number], valeur: string): unknown {
  if (type === 'booleen') return valeur === 'oui'
  return type === 'entier' || type === 'nombre' ? Number(valeur) : valeur
}

/** A code that was taken away is not given again while another one has it. */
function rangLibre(propres: readonly Brute[]): number {
  const rangs = propres.map(({ code }) => Number(/^propre_(\d+)$/u.exec(code)?.[1] ?? 0))
  return Math.max(0, ...rangs) + 1
}

function bruteDe({ libelle, assiette, champ: code, valeur, genre, attendu, par }: CiblePropre, rang: number): Brute {
  if (libelle.trim() === '') throw new Refus('Donnez un nom à la cible, par exemple « Sortants d’hébergement ».')
  const champ = champsConditions().find((candidat) => candidat.code === code)
  if (champ === undefined || valeur === '') throw new Refus('Choisissez le champ et la valeur que la cible compte.')
  return {
    code: `propre_${String(rang)}`,
    libelle: libelle.trim(),
    definition: '',
    assiette,
    numerateur: { champ: code, est: valeurDe(champ, valeur) },
    attendu:
      attendu.trim() === ''
        ? null
        : genre === 'taux'
          ? { taux: tauxTape(attendu) }
          : { menages: nombreTape(attendu, 'Ménages', { entier: true, minimum: 1 }), annees: 1 },
    par,
    ...(code === 'prioritaire' && genre === 'taux' && assiette === 'decisions' ? { plancher: 'prioritaires' } : {}),
    reference: { titre: 'Cible fixée sur le territoire' },
    etat: 'a-verifier',
  }
}

/** Fields of which a condition of one value can be made. */
const PROPOSES = [
  'prioritaire',
  'dalo',
  'quartile',
  'nature',
  'publics_prioritaires',
  'relogement',
  'travailleur_essentiel',
  'reservataire',
  'financement',
  'typologie',
  'qpv',
]

function champsConditions() {
  return PROPOSES.flatMap((code) => {
    const champ = REGISTRE_ATTRIBUTION.champ(code)
    return champ === undefined ? [] : [champ]
  })
}

export function champsCibles(): readonly ChampCible[] {
  return champsConditions().map(({ code, libelle, type, valeurs }) => ({
    code,
    libelle,
    valeurs:
      type === 'booleen'
        ? [
            { valeur: 'oui', libelle: 'oui' },
            { valeur: 'non', libelle: 'non' },
          ]
        : code === 'quartile'
          ? [1, 2, 3, 4].map((quartile) => ({ valeur: String(quartile), libelle: `quartile ${String(quartile)}` }))
          : (valeurs ?? []).map((valeur) => ({ valeur: valeur.code, libelle: valeur.libelle })),
  }))
}

function direTaux(taux: number | null, numerateur: number, denominateur: number): string {
  return taux === null
    ? 'aucune ligne comptée'
    : `${formatTaux(taux)} (${formatNombre(numerateur)} sur ${formatNombre(denominateur)})`
}

function direResultat(suivi: SuiviCible): string {
  if (suivi.genre === 'taux') {
    const { taux, numerateur, denominateur, manque } = suivi.ventilation.total
    const suite = manque === null ? '' : manque === 0 ? ', cible tenue' : `, il en manque ${formatNombre(manque)}`
    return `${direTaux(taux, numerateur, denominateur)}${suite}`
  }
  const { realise, attendu, reste } = suivi.total
  const sur = attendu === null ? '' : ` sur ${formatNombre(attendu)}`
  return `${formatCompte(realise, 'ménage')}${sur}${reste === null || reste === 0 ? '' : `, il en reste ${formatNombre(reste)}`}`
}

function direParNom(
  suivi: SuiviCible,
  nommer: (axe: CibleLocale['par'], nom: string | null) => string,
): CibleVue['parNom'] {
  const axe = suivi.cible.par
  if (suivi.genre === 'menages')
    return suivi.parNom.map(({ nom, realise, attendu }) => ({
      nom: nommer(axe, nom),
      resultat: attendu === null ? formatNombre(realise) : `${formatNombre(realise)} sur ${formatNombre(attendu)}`,
    }))
  return suivi.ventilation.cases.map(({ modalites: [nom], taux, numerateur, denominateur, manque }) => ({
    nom: nommer(axe, nom ?? null),
    resultat: `${direTaux(taux, numerateur, denominateur)}${manque === null || manque === 0 ? '' : `, manque ${formatNombre(manque)}`}`,
  }))
}

function valeurFixee({ attendu }: CibleLocale): Pick<CibleVue, 'genre' | 'valeur'> {
  if (attendu === null) return { genre: 'a-fixer', valeur: '' }
  if (attendu.genre === 'menages') return { genre: 'menages', valeur: formatNombre(attendu.menages) }
  const { numerateur, denominateur } = attendu.taux
  return { genre: 'taux', valeur: formatNombre((100 * numerateur) / denominateur) }
}

/** Every local target with where it stands. @param comptes years made ready, the one looked at last */
export function decrireCibles(
  cibles: CiblesSuivies,
  comptes: readonly Compte[],
  nommer: (axe: CibleLocale['par'], nom: string | null) => string,
): readonly CibleVue[] {
  const annee = comptes.at(-1)?.annee ?? 0
  return cibles.locales.map((cible) => {
    const suivi = suivreCible(comptes, cible)
    return {
      code: cible.code,
      libelle: cible.libelle,
      phrase: direCibleLocale(cible),
      source: cible.reference.titre,
      aVerifier: cible.etat === 'a-verifier',
      propre: cibles.propre(cible.code),
      ...valeurFixee(cible),
      avertissement: avertissementsLocaux([cible], annee)[0],
      resultat: direResultat(suivi),
      parNom: direParNom(suivi, nommer),
    }
  })
}
