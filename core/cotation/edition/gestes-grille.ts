import { cleTexte } from '../../socle/texte.ts'
import { Refus } from '../../socle/refus.ts'
import { lireDepartage } from '../table/departages.ts'
import { lireJour } from '../table/valeurs.ts'
import type { Objet } from '../table/objets.ts'
import { sansVides } from '../table/objets.ts'
import { changerCritere } from './gestes-critere.ts'
import type { GesteCritere } from './gestes-critere.ts'
import { codeLibre, critereModele } from './modeles.ts'
import type { Operation } from './operation.ts'
import { champSaisi, exigerSansFaute, formuleSaisie, nombreFacultatif, texteSaisi } from './saisies.ts'

/** A grid as written, of which the lists that the form changes are known. */
export interface GrilleEditee extends Objet {
  readonly criteres: readonly Objet[]
  readonly familles?: readonly Objet[]
  readonly departage?: readonly Objet[]
}

type Geste<G extends Operation['geste']> = Extract<Operation, { geste: G }>

function rangDe(liste: readonly Objet[], code: string, nom: string): number {
  const rang = liste.findIndex((entree) => entree.code === code)
  if (rang < 0) throw new Refus(`${nom} « ${code} » n’existe pas dans la grille.`)
  return rang
}

function changerFamille(grille: GrilleEditee, code: string, changer: (famille: Objet) => Objet): GrilleEditee {
  const familles = grille.familles ?? []
  const rang = rangDe(familles, code, 'La famille')
  return { ...grille, familles: familles.with(rang, changer(familles[rang] ?? {})) }
}

function deplacer(liste: readonly Objet[], rang: number, pas: number): readonly Objet[] {
  const vers = rang + pas
  const entree = liste[rang]
  if (entree === undefined || liste[vers] === undefined) throw new Refus('Rien ne peut aller plus loin de ce côté.')
  return liste.toSpliced(rang, 1).toSpliced(vers, 0, entree)
}

function codes(liste: readonly Objet[]): readonly string[] {
  return liste.map(({ code }) => String(code))
}

function ajouterCritere(
  grille: GrilleEditee,
  geste: Geste<'ajouter-critere'>,
  reserves: readonly string[],
): GrilleEditee {
  const nouveau = critereModele(champSaisi(geste.champ), geste.genre, [...codes(grille.criteres), ...reserves])
  const rangement = {
    geste: 'famille-du-critere',
    critere: String(nouveau.code),
    famille: geste.famille,
  } as const
  const range = changerCritere(nouveau, rangement, codes(grille.familles ?? []))
  return { ...grille, criteres: [...grille.criteres, range] }
}

function retirerCritere(grille: GrilleEditee, code: string): GrilleEditee {
  const rang = rangDe(grille.criteres, code, 'Le critère')
  if (grille.criteres.length === 1)
    throw new Refus('Une grille a au moins un critère : ajoutez-en un avant de le retirer.')
  return { ...grille, criteres: grille.criteres.toSpliced(rang, 1) }
}

function ajouterFamille(grille: GrilleEditee, saisi: string): GrilleEditee {
  const nom = texteSaisi(saisi, 'Le nom de la famille')
  const familles = grille.familles ?? []
  // A criterion may name a family that nobody has declared: it must not fall into this one.
  const nommees = grille.criteres.map(({ famille }) => String(famille))
  const code = codeLibre(cleTexte(nom).toUpperCase().slice(0, 12), [...codes(familles), ...nommees])
  return { ...grille, familles: [...familles, { code, nom, cumul: 'somme' }] }
}

function retirerFamille(grille: GrilleEditee, code: string): GrilleEditee {
  const familles = grille.familles ?? []
  const rang = rangDe(familles, code, 'La famille')
  const criteres = grille.criteres.map((critere) => {
    const { famille, ...seul } = critere
    return famille === code ? seul : critere
  })
  return { ...grille, criteres, familles: familles.toSpliced(rang, 1) }
}

function changerCumul(grille: GrilleEditee, { famille, cumul }: Geste<'cumul'>): GrilleEditee {
  const choisi = ['somme', 'maximum'].find((connu) => connu === cleTexte(cumul))
  if (choisi === undefined) throw new Refus(`« ${cumul} » n’est pas une façon de cumuler ; attendu : somme ou maximum.`)
  return changerFamille(grille, famille, (ancienne) => ({ ...ancienne, cumul: choisi }))
}

function exigerDepartage(grille: GrilleEditee, rang: number): void {
  if (grille.departage?.[rang] === undefined) throw new Refus('Ce départage n’existe plus.')
}

function departageSaisi(texte: string): Objet {
  return exigerSansFaute((signaler) => lireDepartage(texte.trim(), signaler))
}

function changerDepartage(
  grille: GrilleEditee,
  geste: Geste<'departage' | 'retirer-departage' | 'deplacer-departage'>,
): GrilleEditee {
  const departage = grille.departage ?? []
  exigerDepartage(grille, geste.rang)
  switch (geste.geste) {
    case 'departage':
      return { ...grille, departage: departage.with(geste.rang, departageSaisi(geste.departage)) }
    case 'retirer-departage':
      return { ...grille, departage: departage.toSpliced(geste.rang, 1) }
    case 'deplacer-departage':
      return { ...grille, departage: deplacer(departage, geste.rang, geste.pas) }
  }
}

function changerQuartile(grille: GrilleEditee, { borne }: Geste<'quartile'>): GrilleEditee {
  const choisie = ['stricte', 'incluse'].find((connue) => connue === cleTexte(borne))
  if (choisie === undefined) throw new Refus(`« ${borne} » n’est pas une borne ; attendu : stricte ou incluse.`)
  return { ...grille, quartile_borne: choisie }
}

function changerIdentite(grille: GrilleEditee, { membre, valeur }: Geste<'identite'>): GrilleEditee {
  const net = valeur.trim()
  if (net === '' && (membre === 'id' || membre === 'nom')) throw new Refus(`« ${membre} » ne peut pas être vide.`)
  const lue = membre === 'date_effet' ? (lireJour(net) ?? net) : net
  return sansVides({ ...grille, [membre]: lue === '' ? undefined : lue }) as GrilleEditee
}

function changerUnCritere(grille: GrilleEditee, geste: GesteCritere): GrilleEditee {
  const rang = rangDe(grille.criteres, geste.critere, 'Le critère')
  const change = changerCritere(grille.criteres[rang] ?? {}, geste, codes(grille.familles ?? []))
  return { ...grille, criteres: grille.criteres.with(rang, change) }
}

/**
 * The grid once an operation is done; it is still to be checked.
 *
 * @param reserves codes that a new criterion must not take
 * @throws Refus when what was typed does not fit, or what it is about is not there
 */
export function appliquerGeste(grille: GrilleEditee, operation: Operation, reserves: readonly string[]): GrilleEditee {
  switch (operation.geste) {
    case 'ajouter-critere':
      return ajouterCritere(grille, operation, reserves)
    case 'retirer-critere':
      return retirerCritere(grille, operation.critere)
    case 'deplacer-critere': {
      const rang = rangDe(grille.criteres, operation.critere, 'Le critère')
      return { ...grille, criteres: deplacer(grille.criteres, rang, operation.pas) }
    }
    case 'ajouter-famille':
      return ajouterFamille(grille, operation.nom)
    case 'nom-famille': {
      const nom = texteSaisi(operation.nom, 'Le nom de la famille')
      return changerFamille(grille, operation.famille, (famille) => ({ ...famille, nom }))
    }
    case 'cumul':
      return changerCumul(grille, operation)
    case 'limite': {
      const limite = nombreFacultatif(operation.valeur, operation.limite)
      return changerFamille(grille, operation.famille, (famille) =>
        sansVides({ ...famille, [operation.limite]: limite }),
      )
    }
    case 'retirer-famille':
      return retirerFamille(grille, operation.famille)
    case 'ajouter-departage':
      return { ...grille, departage: [...(grille.departage ?? []), departageSaisi(operation.departage)] }
    case 'departage':
    case 'retirer-departage':
    case 'deplacer-departage':
      return changerDepartage(grille, operation)
    case 'note':
      return sansVides({
        ...grille,
        [operation.limite]: nombreFacultatif(operation.valeur, operation.limite),
      }) as GrilleEditee
    case 'quartile':
      return changerQuartile(grille, operation)
    case 'portee':
      return sansVides({
        ...grille,
        portee: operation.formule.trim() === '' ? undefined : formuleSaisie(operation.formule),
      }) as GrilleEditee
    case 'identite':
      return changerIdentite(grille, operation)
    default:
      return changerUnCritere(grille, operation)
  }
}
