import { Refus } from '../../socle/refus.ts'
import { MENAGES_11, PROFILS, type Profil, profilDe } from './profils.ts'

/** Below that many households no profile may go. */
const SEUIL_MINIMAL = 5

interface Reglage {
  readonly nom: string
  readonly attendu: string
  readonly convient: (n: number) => boolean
  readonly appliquer: (profil: Profil, n: number) => Profil
}

/** What a profile of one's own may set. One row a setting. */
const REGLAGES: readonly Reglage[] = [
  {
    nom: 'seuil',
    attendu: `un nombre entier de ménages, ${String(SEUIL_MINIMAL)} ou plus`,
    convient: (n) => Number.isInteger(n) && n >= SEUIL_MINIMAL,
    appliquer: (profil, seuil) => ({
      ...profil,
      seuil,
      largeur: Math.max(1, seuil - 1),
      difference: Math.min(profil.difference, seuil - 1),
    }),
  },
  {
    nom: 'contributeurs',
    attendu: 'un nombre entier de contributeurs (0 : sans règle)',
    convient: (n) => Number.isInteger(n) && n >= 0,
    appliquer: (profil, contributeursMin) => ({ ...profil, contributeursMin }),
  },
  {
    nom: 'part',
    attendu: 'la part d’un seul contributeur, entre 0,5 et 1 (1 : sans règle)',
    convient: (n) => n >= 0.5 && n <= 1,
    appliquer: (profil, part) => ({ ...profil, partMax: part === 1 ? null : part }),
  },
  {
    nom: 'difference',
    attendu: 'un nombre entier de ménages (0 : sans règle)',
    convient: (n) => Number.isInteger(n) && n >= 0,
    appliquer: (profil, difference) => ({ ...profil, difference }),
  },
  {
    nom: 'arrondi',
    attendu: 'le multiple auquel arrondir ce qui a peu changé, 20 ou plus (0 : retenu, sans arrondi)',
    convient: (n) => Number.isInteger(n) && (n === 0 || n >= 20),
    appliquer: (profil, arrondi) => ({ ...profil, arrondi }),
  },
]

const ATTENDU = `Attendu : ${PROFILS.map(({ id }) => `« ${id} »`).join(', ')}, ou vos réglages : ${REGLAGES.map(({ nom }) => nom).join(', ')} (par exemple « seuil=15,part=0.8 »).`

function regler(profil: Profil, texte: string): Profil {
  const [nom = '', valeur = ''] = texte.split('=').map((mot) => mot.trim())
  const reglage = REGLAGES.find((un) => un.nom === nom)
  if (reglage === undefined) throw new Refus(`« ${texte} » n’est pas un réglage de protection. ${ATTENDU}`)
  const n = valeur === '' ? NaN : Number(valeur)
  if (!reglage.convient(n))
    throw new Refus(`Réglage « ${nom} » : « ${valeur} » a été lu. Attendu : ${reglage.attendu}.`)
  return reglage.appliquer(profil, n)
}

/**
 * The profile of protection that a text asks for: the name of one that is shipped, or settings that change the one for
 * households.
 *
 * @throws Refus naming what was read and what is expected
 * @example lireProfil('contributeurs-3-85').contributeursMin //=> 3
 * @example lireProfil('seuil=15,part=0.8').id //=> 'perso:seuil=15,part=0.8'
 */
export function lireProfil(texte: string): Profil {
  const livre = profilDe(texte)
  if (livre !== undefined) return livre
  const reglages = texte
    .split(',')
    .map((mot) => mot.replaceAll(' ', ''))
    .filter((mot) => mot !== '')
  if (reglages.length === 0) throw new Refus(`Aucun profil de protection n’a été lu. ${ATTENDU}`)
  const profil = reglages.reduce(regler, MENAGES_11)
  return {
    ...profil,
    id: `perso:${reglages.join(',')}`,
    nom: `réglages propres (${reglages.join(', ')})`,
    source: 'Réglages de celui qui publie : la convention d’accès aux données prime',
  }
}
