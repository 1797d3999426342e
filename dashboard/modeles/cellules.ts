import { formatNombre } from '../../core/index.ts'
import type { Chiffre } from '../../core/observatoire/index.ts'
import type { CelluleFigure } from '../figures/figure.ts'
import type { Ecriture } from './ecrire-valeur.ts'
import { noteDe, phraseSansValeur } from './raisons.ts'

export function texte(contenu: string): CelluleFigure {
  return { genre: 'texte', texte: contenu }
}

/** A number, written when it is read: of a thousand rows, a screen shows twenty. */
export function nombre(valeur: number, ecrire: (valeur: number) => string = formatNombre): CelluleFigure {
  return {
    genre: 'nombre',
    valeur,
    get texte() {
      return ecrire(valeur)
    },
  }
}

/** Nothing to show there, and why. */
export function vide(raison: string, contenu = '–'): CelluleFigure {
  return { genre: 'vide', texte: contenu, raison }
}

export function nombreOuVide(
  valeur: number | null | undefined,
  raison: string,
  ecrire: (valeur: number) => string = formatNombre,
): CelluleFigure {
  return typeof valeur === 'number' ? nombre(valeur, ecrire) : vide(raison)
}

const ABSENT = 'Aucun des fichiers ouverts ne donne ce chiffre.'

/** The value of a figure, or why there is none. */
export function valeurDe(chiffre: Chiffre | undefined, ecriture: Ecriture): CelluleFigure {
  if (chiffre === undefined) return vide(ABSENT)
  if (chiffre.valeur !== null) return nombre(chiffre.valeur, ecriture.valeur)
  return vide(phraseSansValeur(chiffre), noteDe(chiffre))
}

/** Numerator and denominator, or why they are not given. */
export function effectifsDe(chiffre: Chiffre | undefined): readonly [CelluleFigure, CelluleFigure] {
  const raison =
    chiffre === undefined
      ? ABSENT
      : chiffre.secret === null
        ? 'La source ne donne pas cet effectif.'
        : phraseSansValeur(chiffre)
  return [nombreOuVide(chiffre?.numerateur, raison), nombreOuVide(chiffre?.denominateur, raison)]
}
