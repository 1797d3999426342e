import { formatJour, formatNombre } from '../../socle/format.ts'
import { jourIso } from '../../socle/jour.ts'
import { francais } from '../../socle/typographie.ts'
import { direCondition, direCritere } from '../dire/dire-regle.ts'
import type { Critere, Departage, Famille, Grille } from '../grille/grille.ts'
import { ecrireDepartage } from '../table/departages.ts'
import { memeContenu } from '../table/objets.ts'

function familleDe({ familles = [] }: Grille, code: string | undefined): string {
  return familles.find((famille) => famille.code === code)?.nom ?? 'aucune'
}

function changement(nom: string, quoi: string, avant: string, apres: string): readonly string[] {
  return avant === apres ? [] : [`${nom} : ${quoi}${avant} → ${apres}`]
}

function differencesRegle(a: Critere, b: Critere): readonly string[] {
  if (!memeContenu([a.si, a.par, a.tranches], [b.si, b.par, b.tranches])) {
    const ecrites = changement(b.nom, 'règle ', `« ${direCritere(a)} »`, `« ${direCritere(b)} »`)
    // Two rules may differ by less than their sentences show: 33.33 % and 33.34 % are both « 33,3 % ».
    return ecrites.length > 0 ? ecrites : [`${b.nom} : la règle change de moins que l’arrondi affiché`]
  }
  return changement(b.nom, '', formatNombre(a.points ?? 0), formatNombre(b.points ?? 0))
}

function bascule(
  nom: string,
  avant: boolean | undefined,
  apres: boolean | undefined,
  mots: readonly [string, string],
): readonly string[] {
  return (avant ?? false) === (apres ?? false) ? [] : [`${nom} : ${mots[apres === true ? 0 : 1]}`]
}

function differencesCritere(a: Critere, b: Critere, grilles: readonly [Grille, Grille]): readonly string[] {
  const { nom } = b
  return [
    ...changement('Critère', '', a.nom, nom),
    ...differencesRegle(a, b),
    ...changement(nom, 'famille ', familleDe(grilles[0], a.famille), familleDe(grilles[1], b.famille)),
    ...bascule(nom, a.sur_justificatif, b.sur_justificatif, [
      'un justificatif est désormais exigé',
      'le justificatif n’est plus exigé',
    ]),
    ...bascule(nom, a.verrouille, b.verrouille, ['critère désormais verrouillé', 'critère déverrouillé']),
    ...changement(nom, 'base légale ', a.base_legale ?? 'aucune', b.base_legale ?? 'aucune'),
  ]
}

function limite(nom: string, avant: number | undefined, apres: number | undefined, accord = ''): readonly string[] {
  if (avant === apres) return []
  if (apres === undefined) return [`${nom} supprimé${accord}`]
  if (avant === undefined) return [`${nom} ajouté${accord} : ${formatNombre(apres)}`]
  return [`${nom} : ${formatNombre(avant)} → ${formatNombre(apres)}`]
}

function differencesFamille(a: Famille, b: Famille): readonly string[] {
  return [
    ...changement('Famille', '', a.nom, b.nom),
    ...changement(`Famille ${b.nom}`, 'cumul ', a.cumul, b.cumul),
    ...limite(`Plafond ${b.nom}`, a.plafond, b.plafond),
    ...limite(`Plancher ${b.nom}`, a.plancher, b.plancher),
  ]
}

/** Pairs entries of the same code; what is on one side only is told apart. */
function apparier<T extends { readonly code: string }>(
  a: readonly T[],
  b: readonly T[],
  dire: {
    readonly perdu: (entree: T) => string
    readonly nouveau: (entree: T) => string
    readonly change: (avant: T, apres: T) => readonly string[]
  },
): readonly string[] {
  const perdus = a.filter(({ code }) => !b.some((autre) => autre.code === code)).map(dire.perdu)
  const autres = b.flatMap((apres) => {
    const avant = a.find(({ code }) => code === apres.code)
    return avant === undefined ? [dire.nouveau(apres)] : dire.change(avant, apres)
  })
  return [...perdus, ...autres]
}

function direDepartages(departages: readonly Departage[] | undefined): string {
  if (departages === undefined || departages.length === 0) return 'aucun'
  return departages.map((departage) => ecrireDepartage({ ...departage }) ?? departage.champ).join(', puis ')
}

function direPortee({ portee }: Grille): string {
  return portee === undefined ? 'toutes les demandes' : direCondition(portee)
}

function ordreChange(a: Grille, b: Grille): boolean {
  const communs = (grille: Grille, autre: Grille): readonly string[] =>
    grille.criteres.map(({ code }) => code).filter((code) => autre.criteres.some((critere) => critere.code === code))
  return communs(a, b).join('\n') !== communs(b, a).join('\n')
}

function jour(date: string | undefined): string {
  const lu = date === undefined ? undefined : jourIso(date)
  return lu === undefined ? 'aucune' : formatJour(lu)
}

/**
 * What changes from one grid to another, in words, one sentence a change: criteria, families, then the whole.
 *
 * @example differences(grille.grille, autre.grille) //=> ['Reconnu prioritaire au titre du DALO : 50 → 40', …]
 */
export function differences(a: Grille, b: Grille): readonly string[] {
  return [
    ...apparier(a.criteres, b.criteres, {
      perdu: ({ nom }) => `Critère retiré : ${nom}`,
      nouveau: (critere) => `Critère ajouté : ${critere.nom} (${direCritere(critere)})`,
      change: (avant, apres) => differencesCritere(avant, apres, [a, b]),
    }),
    ...apparier(a.familles ?? [], b.familles ?? [], {
      perdu: ({ nom }) => `Famille retirée : ${nom}`,
      nouveau: ({ nom, cumul }) => `Famille ajoutée : ${nom} (cumul : ${cumul})`,
      change: differencesFamille,
    }),
    ...limite('Note maximale', a.note_max, b.note_max, 'e'),
    ...limite('Note minimale', a.note_min, b.note_min, 'e'),
    ...changement('Nom de la grille', '', a.nom, b.nom),
    ...changement('Borne des quartiles', '', a.quartile_borne ?? 'stricte', b.quartile_borne ?? 'stricte'),
    ...changement('Demandes concernées', '', direPortee(a), direPortee(b)),
    ...changement('Départage', '', direDepartages(a.departage), direDepartages(b.departage)),
    ...changement('Territoire', '', a.territoire ?? 'aucun', b.territoire ?? 'aucun'),
    ...changement('Date d’effet', '', jour(a.date_effet), jour(b.date_effet)),
    ...(ordreChange(a, b) ? ['L’ordre des critères change'] : []),
  ].map(francais)
}
