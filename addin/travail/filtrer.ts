import type { Colonne, Cotation, Demandes } from '../../core/index.ts'
import { CONNU, VIDE } from '../../core/index.ts'
import type { Filtres } from './contrat.ts'

/** By demande: 1 when it is kept. */
type Masque = Uint8Array

/** Among the filters on publics: DALO, any priority public. */
export const DALO = '#dalo'
export const PRIORITAIRE = '#prioritaire'
/** Among the filters on quartile, nature: what is not known. */
export const INCONNU = '#inconnu'

/** Demandes whose list holds a value; an empty wish seeks everything. */
function masqueListe(colonne: Colonne, valeur: string, videCompris: boolean): Masque {
  const { etats, dictionnaire } = colonne
  const masque = new Uint8Array(etats.length)
  const voulu = dictionnaire.indexOf(valeur)
  if (colonne.genre !== 'multiple') return masque
  const { debuts, elements } = colonne
  for (let i = 0; i < masque.length; i++) {
    const [debut, fin] = [debuts[i] ?? 0, debuts[i + 1] ?? 0]
    if (etats[i] === VIDE || (etats[i] === CONNU && debut === fin)) masque[i] = Number(videCompris)
    else if (etats[i] === CONNU) for (let k = debut; k < fin; k++) if (elements[k] === voulu) masque[i] = 1
  }
  return masque
}

function masqueSimple(colonne: Colonne, garder: (valeur: number) => boolean, inconnu = false): Masque {
  const masque = new Uint8Array(colonne.etats.length)
  if (colonne.genre !== 'simple') return masque
  const { etats, valeurs } = colonne
  for (let i = 0; i < masque.length; i++) masque[i] = Number(etats[i] === CONNU ? garder(valeurs[i] ?? 0) : inconnu)
  return masque
}

function masqueCode(colonne: Colonne, code: string): Masque {
  if (code === INCONNU) return masqueSimple(colonne, () => false, true)
  const voulu = colonne.dictionnaire.indexOf(code)
  return masqueSimple(colonne, (valeur) => valeur === voulu)
}

function masqueNumero(numeros: readonly string[], cherche: string): Masque {
  const voulu = cherche.replace(/\s/gu, '').toUpperCase()
  return Uint8Array.from(numeros, (numero) => Number(numero.toUpperCase().includes(voulu)))
}

function masquePublic({ donnees }: Cotation, code: string): Masque {
  if (code === DALO) return masqueSimple(donnees.colonne('dalo'), (valeur) => valeur === 1)
  if (code === PRIORITAIRE) return masqueSimple(donnees.colonne('prioritaire'), (valeur) => valeur === 1)
  return masqueListe(donnees.colonne('publics_prioritaires'), code, false)
}

function masqueQuartile({ donnees }: Cotation, quartile: string): Masque {
  const colonne = donnees.colonne('quartile')
  if (quartile === INCONNU) return masqueSimple(colonne, () => false, true)
  const voulu = Number(quartile)
  return masqueSimple(colonne, (valeur) => valeur === voulu)
}

/** The masks that the filters ask for; one that leaves everything asks for none. */
function masques(filtres: Filtres, cotation: Cotation, { numeros }: Demandes): readonly Masque[] {
  const { donnees } = cotation
  const { personnesMin = 0, personnesMax = Infinity } = filtres
  const demandes: readonly (readonly [boolean, () => Masque])[] = [
    [filtres.numero.trim() !== '', () => masqueNumero(numeros, filtres.numero)],
    [filtres.typologie !== '', () => masqueListe(donnees.colonne('typologies_souhaitees'), filtres.typologie, true)],
    [filtres.commune !== '', () => masqueListe(donnees.colonne('communes_souhaitees'), filtres.commune, true)],
    [
      personnesMin > 0 || personnesMax < Infinity,
      () => masqueSimple(donnees.colonne('nb_personnes'), (n) => n >= personnesMin && n <= personnesMax),
    ],
    [filtres.quartile !== '', () => masqueQuartile(cotation, filtres.quartile)],
    [filtres.public !== '', () => masquePublic(cotation, filtres.public)],
    [filtres.nature !== '', () => masqueCode(donnees.colonne('nature'), filtres.nature)],
  ]
  return demandes.filter(([voulu]) => voulu).map(([, faire]) => faire())
}

/** The ranked demandes that the filters keep, in their order, whatever `limite` says. */
export function filtrer(filtres: Filtres, cotation: Cotation, demandes: Demandes): Uint32Array {
  const { indices } = cotation.classement
  const gardes = masques(filtres, cotation, demandes)
  return gardes.length === 0 ? indices : indices.filter((i) => gardes.every((masque) => masque[i] === 1))
}
