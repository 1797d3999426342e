import { SEUIL_MENAGES, type Chiffre, type Secret } from '../../core/observatoire/index.ts'

const SECRETS: Readonly<Record<Secret, string>> = {
  primaire: `Retenu\u202f: une des parts, ou ce qui en reste, compte moins de ${String(SEUIL_MENAGES)} ménages.`,
  secondaire: 'Retenu\u202f: publié, il permettrait de retrouver par différence un chiffre protégé.',
  dominance: 'Retenu\u202f: un seul contributeur en apporte presque tout.',
  difference: 'Retenu\u202f: l’écart avec la publication précédente désignerait quelques ménages.',
}

/** Why a withheld figure is. */
export function raisonSecret(secret: Secret): string {
  return SECRETS[secret]
}

/** Why a figure has no value, in a few words; empty when it has one. */
export function noteDe({ secret, valeur, numerateur, diffusion }: Chiffre): string {
  if (secret !== null) return 'Protégé'
  if (valeur !== null) return ''
  return diffusion === 'source' && numerateur !== null ? 'Taux non calculé' : 'Sans valeur'
}

/** The same in a sentence. */
export function phraseSansValeur(chiffre: Chiffre): string {
  if (chiffre.secret !== null) return raisonSecret(chiffre.secret)
  return chiffre.numerateur === null
    ? 'Ce territoire n’a pas de valeur pour cet indicateur.'
    : 'La source ne calcule pas de pourcentage sur un si petit effectif\u202f: seul le nombre est donné.'
}
