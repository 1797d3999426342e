import { Refus } from '../../core/socle/refus.ts'

/**
 * The outer shape of a grid that was read from tables, in place of the general check (`core/cotation/grille/schema.ts`),
 * whose library would be a fifth of the script of functions: the readers of tables give every member its type already,
 * and what they leave open is checked here with the same sentences.
 */

type Membres = Readonly<Record<string, unknown>>

function membres(valeur: unknown): Membres {
  return typeof valeur === 'object' && valeur !== null ? (valeur as Membres) : {}
}

function liste(valeur: unknown): readonly Membres[] {
  return Array.isArray(valeur) ? valeur.map(membres) : []
}

type Fautes = readonly (string | false)[]

function texte(nom: string, valeur: unknown, facultatif = false): string | false {
  if (facultatif && valeur === undefined) return false
  if (typeof valeur !== 'string') return `« ${nom} » doit être un texte`
  return valeur === '' && `« ${nom} » est vide`
}

function nombre(nom: string, valeur: unknown): string | false {
  return valeur !== undefined && !Number.isFinite(valeur) && `« ${nom} » doit être un nombre`
}

function fautesCritere({ code, nom, famille, points, par, base_legale }: Membres): Fautes {
  const bareme = membres(par)
  return [
    texte('code', code),
    texte('nom', nom, true),
    texte('famille', famille, true),
    texte('base_legale', base_legale, true),
    nombre('points', points),
    par !== undefined && !(Number(bareme['chaque']) > 0) && '« par.chaque » doit être supérieur à 0',
    Number(bareme['maximum']) < 0 && '« par.maximum » ne peut pas être négatif',
  ]
}

function fautesFamille({ code, nom, cumul, plafond, plancher }: Membres): Fautes {
  return [
    texte('code', code),
    texte('nom', nom, true),
    cumul !== 'somme' && cumul !== 'maximum' && '« cumul » doit être « somme » ou « maximum »',
    nombre('plafond', plafond),
    nombre('plancher', plancher),
  ]
}

function fautesGrille({
  id,
  nom,
  territoire,
  date_effet,
  quartile_borne,
  note_min,
  note_max,
  criteres,
}: Membres): Fautes {
  return [
    texte('id', id),
    texte('nom', nom),
    territoire !== undefined &&
      !/^\d{9}$/u.test(String(territoire)) &&
      '« territoire » doit être un SIREN de 9 chiffres',
    date_effet !== undefined &&
      !/^\d{4}-\d{2}-\d{2}$/u.test(String(date_effet)) &&
      '« date_effet » doit être une date AAAA-MM-JJ',
    quartile_borne !== undefined &&
      quartile_borne !== 'stricte' &&
      quartile_borne !== 'incluse' &&
      '« quartile_borne » doit être « stricte » ou « incluse »',
    nombre('note_min', note_min),
    nombre('note_max', note_max),
    liste(criteres).length === 0 && '« criteres » est vide',
  ]
}

function situer(fautes: Fautes, lieu: string): readonly string[] {
  return fautes.flatMap((faute) => (faute === false ? [] : [`${lieu}${faute}.`]))
}

function nommer(entree: Membres, rang: number): string {
  const code = entree['code']
  return typeof code === 'string' && code !== '' ? `« ${code} »` : `n° ${String(rang + 1)}`
}

/** @throws Refus naming each member that does not fit */
export function formerGrille(brute: unknown): unknown {
  const grille = membres(brute)
  const fautes = [
    ...situer(fautesGrille(grille), ''),
    ...liste(grille['familles']).flatMap((f, i) => situer(fautesFamille(f), `Famille ${nommer(f, i)} : `)),
    ...liste(grille['criteres']).flatMap((c, i) => situer(fautesCritere(c), `Critère ${nommer(c, i)} : `)),
  ]
  if (fautes.length > 0) throw new Refus(fautes)
  return brute
}

/** A grid read from tables has the members that inheritance needs. */
export function formerAvantHeritage(brute: unknown): unknown {
  return brute
}
