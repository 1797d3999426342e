/** A set of rules for what may be published. A rule that is 0 (or null) is off. */
export interface Profil {
  readonly id: string
  readonly nom: string
  /** A count from 1 to `seuil` − 1 is withheld. */
  readonly seuil: number
  /** A count with fewer contributors is withheld. */
  readonly contributeursMin: number
  /** A count of which one contributor brings more than this share (0–1) is withheld. */
  readonly partMax: number | null
  /** How wide the interval in which an attacker can put a withheld count must be, in units counted. */
  readonly largeur: number
  /** Whether the zeros of a group too small to be published are withheld with it. */
  readonly zerosPetitsGroupes: boolean
  /** Whether « all of them » (100 %) in a group is withheld. */
  readonly unanimite: boolean
  /** Whether the rest of a rate (denominator − numerator) is protected as a count of its own. */
  readonly reste: boolean
  /** A count that moved by 1 to this much since the previous file is withheld. */
  readonly difference: number
  /** A count that moved so is shown rounded to a multiple of this, where that leaves enough counts possible; 0: withheld. */
  readonly arrondi?: number
  readonly source: string
}

/** Households: fewer than 11 are never shown, nor a count that one contributor makes at more than 85 %. */
export const MENAGES_11: Profil = {
  id: 'menages-11',
  nom: '11 ménages au moins',
  seuil: 11,
  contributeursMin: 0,
  partMax: 0.85,
  largeur: 10,
  zerosPetitsGroupes: true,
  unanimite: true,
  reste: true,
  difference: 10,
  source:
    'Cartographie OPS du GIP SNE (11 ménages) ; Insee, manuel de protection des données tabulées (11 unités, premier contributeur à 85 % au plus)',
}

/** The same, where what changed little since the previous file is rounded to 20 rather than withheld. */
export const MENAGES_11_ARRONDI: Profil = {
  ...MENAGES_11,
  id: 'menages-11-arrondi',
  nom: '11 ménages au moins, petits écarts arrondis à 20',
  arrondi: 20,
  source: `${MENAGES_11.source} ; l’arrondi à 20 est un choix de notre part : il laisse dix effectifs possibles`,
}

/** Dwellings or lettings seen through landlords: three contributors at least, the first at 85 % at most. */
export const CONTRIBUTEURS_3_85: Profil = {
  id: 'contributeurs-3-85',
  nom: '3 contributeurs au moins, le premier à 85 % au plus',
  seuil: 0,
  contributeursMin: 3,
  partMax: 0.85,
  largeur: 10,
  zerosPetitsGroupes: false,
  unanimite: false,
  reste: false,
  difference: 0,
  source:
    'Insee, manuel de protection des données tabulées (3 unités, 85 %) ; son application aux bailleurs est un choix de notre part',
}

export const PROFILS: readonly Profil[] = [MENAGES_11, MENAGES_11_ARRONDI, CONTRIBUTEURS_3_85]

/** The profile of that id, or undefined. @example profilDe('menages-11')?.seuil //=> 11 */
export function profilDe(id: string): Profil | undefined {
  return PROFILS.find((profil) => profil.id === id)
}

/**
 * A profile for figures of households: a rule on contributors is added to those on households, it never replaces them.
 *
 * @example pourMenages(CONTRIBUTEURS_3_85).seuil //=> 11
 */
export function pourMenages(profil: Profil): Profil {
  if (profil.seuil > 0) return profil
  const { seuil, zerosPetitsGroupes, unanimite, reste, difference } = MENAGES_11
  return { ...profil, seuil, zerosPetitsGroupes, unanimite, reste, difference }
}
