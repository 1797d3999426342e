import type { Rejet } from './lecteur.ts'

/** Finds a place by its exact name (accents, case and punctuation aside); undefined when none or several match. */
export interface Lieux {
  epciParNom(nom: string): string | undefined
  communeParNom(nom: string, siren: string): string | undefined
}

const INSEE_COMMUNE = /^(?:\d{5}|2[AB]\d{3})$/
const CODE_DEPARTEMENT = /^(?:\d{2}|2[AB]|9[78]\d)$/

/** The SIREN of an EPCI given by number or by name. */
export function lireEpci(texte: string, lieux: Lieux): string | Rejet {
  const numero = texte.replace(/\s/g, '')
  if (/^\d{9}$/.test(numero)) return numero
  const attendu = 'le SIREN de l’EPCI (9 chiffres) ou son nom officiel exact'
  return lieux.epciParNom(texte) ?? { code: 'valeur-illisible', attendu }
}

/** The INSEE code of a commune given by code (a lost leading zero is put back) or by name within the EPCI. */
export function lireCommune(texte: string, lieux: Lieux, siren: string | undefined): string | Rejet {
  const code = /^\d{4}$/.test(texte) ? `0${texte}` : texte.toUpperCase()
  if (INSEE_COMMUNE.test(code)) return code
  const trouvee = siren === undefined ? undefined : lieux.communeParNom(texte, siren)
  return (
    trouvee ?? {
      code: 'valeur-illisible',
      attendu: 'le code INSEE (5 caractères) ou le nom exact d’une commune de l’EPCI',
    }
  )
}

/** The code of a département (a lost leading zero is put back). */
export function lireDepartement(texte: string): string | Rejet {
  const code = /^\d$/.test(texte) ? `0${texte}` : texte.toUpperCase()
  return CODE_DEPARTEMENT.test(code)
    ? code
    : { code: 'valeur-illisible', attendu: 'le code du département, par exemple 59' }
}
