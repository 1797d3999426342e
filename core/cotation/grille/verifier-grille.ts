import { Refus } from '../../socle/refus.ts'
import { enCentiemes } from '../centiemes.ts'
import { estNumerique } from './champs-nommables.ts'
import type { Condition, Critere, Departage, Famille, Grille } from './grille.ts'
import type { CritereForme, DepartageForme, GrilleFormee } from './schema.ts'
import { formerGrille } from './schema.ts'
import type { Signaler } from './verifier-condition.ts'
import { verifierChamp, verifierCondition, verifierValeur } from './verifier-condition.ts'

function verifierDecimales(nom: string, points: number | undefined, signaler: Signaler): void {
  if (points !== undefined && enCentiemes(points) === undefined) {
    signaler(`« ${nom} » vaut ${String(points)} ; attendu : un nombre avec deux décimales au plus`)
  }
}

function verifierMesure(champ: string, membre: string, signaler: Signaler): void {
  const connu = verifierChamp(champ, signaler)
  if (connu !== undefined && !estNumerique(connu)) {
    signaler(`« ${membre} » ne convient pas à « ${champ} » (${connu.type}) ; attendu : un champ numérique`)
  }
}

function verifierTranches({ tranches, points, par }: CritereForme, signaler: Signaler): void {
  if (tranches === undefined) return
  verifierMesure(tranches.champ, 'tranches', signaler)
  if (points !== undefined) signaler('« points » est en trop : les points sont dans « tranches »')
  if (par !== undefined) signaler('« par » et « tranches » ne vont pas ensemble')
  if (tranches.bornes.length === 0) signaler('« tranches.bornes » est vide')
  if (tranches.bornes.some((borne, i) => i > 0 && borne <= (tranches.bornes[i - 1] ?? -Infinity))) {
    signaler('« tranches.bornes » doit être strictement croissant')
  }
  if (tranches.points.length !== tranches.bornes.length + 1) {
    signaler(
      `« tranches.points » a ${String(tranches.points.length)} valeurs pour ${String(tranches.bornes.length)} bornes ; attendu : ${String(tranches.bornes.length + 1)}`,
    )
  }
  for (const valeur of tranches.points) verifierDecimales('tranches.points', valeur, signaler)
}

function verifierPoints({ points, si, par, tranches }: CritereForme, signaler: Signaler): void {
  if (tranches !== undefined) return
  if (points === undefined) signaler('« points » manque')
  if (points === 0) signaler('« points » vaut 0 ; attendu : un nombre positif, ou négatif pour une pénalité')
  if (si === undefined && par === undefined)
    signaler('il faut une condition « si », un barème « par » ou des « tranches »')
  verifierDecimales('points', points, signaler)
}

function verifierCritere(critere: CritereForme, signaler: Signaler): Critere {
  verifierPoints(critere, signaler)
  verifierTranches(critere, signaler)
  if (critere.par !== undefined) verifierMesure(critere.par.champ, 'par', signaler)
  const si = critere.si === undefined ? undefined : verifierCondition(critere.si, signaler)
  const { si: _brute, ...membres } = critere
  return { ...membres, nom: critere.nom ?? critere.code, ...(si === undefined ? {} : { si }) } as Critere
}

function verifierDepartage(entree: DepartageForme, signaler: Signaler): Departage {
  const { champ: code, premier, ordre } = entree
  const champ = verifierChamp(code, signaler)
  if (premier !== undefined && ordre !== undefined) signaler('« premier » et « ordre » ne vont pas ensemble')
  if (premier === undefined) {
    if (champ?.type === 'liste multiple') signaler(`« ${code} » a plusieurs valeurs : attendu « premier »`)
    return ordre === undefined ? { champ: code } : { champ: code, ordre }
  }
  const valeur = champ === undefined ? undefined : verifierValeur(champ, premier, signaler)
  return { champ: code, premier: valeur ?? premier }
}

function refuserDoublons(codes: readonly string[], nom: string, signaler: Signaler): void {
  const doubles = new Set(codes.filter((code, i) => codes.indexOf(code) !== i))
  for (const code of doubles) signaler(`${nom} « ${code} » : ce code est utilisé plusieurs fois`)
}

function verifierFamille(famille: NonNullable<GrilleFormee['familles']>[number], signaler: Signaler): Famille {
  verifierDecimales('plafond', famille.plafond, signaler)
  verifierDecimales('plancher', famille.plancher, signaler)
  return { ...famille, nom: famille.nom ?? famille.code } as Famille
}

function verifierNote(grille: GrilleFormee, signaler: Signaler): void {
  verifierDecimales('note_min', grille.note_min, signaler)
  verifierDecimales('note_max', grille.note_max, signaler)
  if (grille.note_min !== undefined && grille.note_max !== undefined && grille.note_min > grille.note_max) {
    signaler('« note_min » est supérieur à « note_max »')
  }
}

function verifierPortee(portee: unknown, signaler: Signaler): { readonly portee?: Condition } {
  const condition = portee === undefined ? undefined : verifierCondition(portee, signaler)
  return condition === undefined ? {} : { portee: condition }
}

/**
 * Checks a grid once inheritance is resolved.
 *
 * @throws Refus with one sentence a fault: which criterion, what is wrong, what is allowed
 */
export function verifierGrille(brute: unknown): Grille {
  const formee = formerGrille(brute)
  const fautes: string[] = []
  const sous =
    (lieu: string): Signaler =>
    (faute) => {
      fautes.push(`${lieu}${faute}.`)
    }
  refuserDoublons(
    formee.criteres.map(({ code }) => code),
    'Critère',
    sous(''),
  )
  refuserDoublons(
    (formee.familles ?? []).map(({ code }) => code),
    'Famille',
    sous(''),
  )
  verifierNote(formee, sous(''))
  const { portee: porteeBrute, ...membres } = formee
  const grille = {
    ...membres,
    ...verifierPortee(porteeBrute, sous('Portée : ')),
    familles: (formee.familles ?? []).map((famille) =>
      verifierFamille(famille, sous(`Famille « ${famille.code} » : `)),
    ),
    criteres: formee.criteres.map((critere) => verifierCritere(critere, sous(`Critère « ${critere.code} » : `))),
    departage: (formee.departage ?? []).map((entree, i) =>
      verifierDepartage(entree, sous(`Départage n° ${String(i + 1)} : `)),
    ),
  }
  if (fautes.length > 0) throw new Refus(fautes)
  return grille as Grille
}
