import type { Secret } from './modele.ts'
import type { Profil } from './profils.ts'

const FINE = '\u202f'

function entier(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, FINE)
}

function pourcent(part: number): string {
  return `${String(Math.round(part * 1000) / 10).replace('.', ',')}${FINE}%`
}

function accord(n: number, un: string, plusieurs: string): string {
  return `${entier(n)} ${n < 2 ? un : plusieurs}`
}

function phrasePrimaire(profil: Profil): string {
  const regles = [
    ...(profil.seuil > 0 ? [`moins de ${entier(profil.seuil)}, ou la réponse de tout un groupe`] : []),
    ...(profil.contributeursMin > 0 ? [`moins de ${entier(profil.contributeursMin)} contributeurs`] : []),
  ]
  return `Chiffre retenu${FINE}: effectif trop petit pour être publié (${regles.join(', ou ')}).`
}

/**
 * The sentence shown in place of a withheld figure.
 *
 * @example phraseSecret('secondaire', MENAGES_11) //=> 'Chiffre retenu : publié, il permettrait de retrouver par différence un chiffre protégé.'
 */
export function phraseSecret(secret: Exclude<Secret, null>, profil: Profil): string {
  switch (secret) {
    case 'primaire':
      return phrasePrimaire(profil)
    case 'secondaire':
      return `Chiffre retenu${FINE}: publié, il permettrait de retrouver par différence un chiffre protégé.`
    case 'dominance':
      return `Chiffre retenu${FINE}: un seul contributeur en apporte plus de ${pourcent(profil.partMax ?? 1)}.`
    case 'difference':
      return `Chiffre retenu${FINE}: il a changé de 1 à ${entier(profil.difference)} depuis le fichier précédent, et l’écart désignerait ces ménages.`
  }
}

export const messages = {
  bilan: (publiees: number, retenues: number) =>
    `${accord(publiees, 'chiffre publiable', 'chiffres publiables')}, ${accord(retenues, 'chiffre retenu', 'chiffres retenus')}.`,
  sansPrecedent:
    'Les différences avec un fichier précédent n’ont pas été contrôlées : aucun fichier précédent n’a été donné.'.replace(
      ' :',
      `${FINE}:`,
    ),
  sansRegleDifference: (profil: Profil) => `Le profil «${FINE}${profil.nom}${FINE}» ne contrôle pas les différences.`,
  nonProtegees: (n: number) =>
    `${accord(n, 'chiffre retenu ne peut pas être protégé', 'chiffres retenus ne peuvent pas être protégés')}${FINE}: trop de chiffres liés sont déjà publics. Retirez l’indicateur pour ces territoires avant de publier.`,
  fragiles: (n: number) =>
    `${accord(n, 'chiffre retenu reste déductible', 'chiffres retenus restent déductibles')} par qui tient compte des zéros publiés${FINE}: regroupez des territoires ou des modalités.`,
  sommeFausse: (total: string, lu: number, attendu: number) =>
    `Le total «${FINE}${total}${FINE}» vaut ${entier(lu)} mais la somme de ses parties fait ${entier(attendu)}${FINE}: les chiffres liés doivent venir des mêmes données. Recalculez le fichier.`,
  tauxImpossible: (total: string, lu: number, partie: string, numerateur: number) =>
    `Le numérateur «${FINE}${partie}${FINE}» (${entier(numerateur)}) dépasse son dénominateur «${FINE}${total}${FINE}» (${entier(lu)})${FINE}: un taux va de 0 à 100${FINE}%. Recalculez le fichier.`,
} as const
