import { Refus } from '../../socle/refus.ts'
import type { Condition } from '../grille/grille.ts'
import type { Objet } from '../table/objets.ts'
import { estObjet, sansVides } from '../table/objets.ts'
import { joindre, remplacer, retirer } from './conditions.ts'
import type { Operation } from './operation.ts'
import { champMesure, feuilleSaisie, formuleSaisie, nombreFacultatif, nombreSaisi, texteSaisi } from './saisies.ts'

/** The operations that change one criterion. */
export type GesteCritere = Extract<
  Operation,
  {
    geste:
      | 'points'
      | 'nom'
      | 'base-legale'
      | 'justificatif'
      | 'verrou'
      | 'famille-du-critere'
      | 'unites'
      | 'tranches'
      | 'condition'
      | 'ajouter-condition'
      | 'retirer-condition'
      | 'formule'
  }
>

function siDe(critere: Objet): Condition | undefined {
  return critere.si as Condition | undefined
}

function changerPoints(critere: Objet, texte: string): Objet {
  if (critere.tranches !== undefined) {
    throw new Refus('Les points de ce critère sont dans ses tranches : changez-les là.')
  }
  const points = nombreSaisi(texte, 'points')
  if (points === 0) throw new Refus('Un critère ne peut pas valoir 0 point : retirez-le, ou donnez-lui des points.')
  return { ...critere, points }
}

/** Members beyond those of the form are kept: they are the user's. */
function changerUnites(critere: Objet, geste: Extract<Operation, { geste: 'unites' }>): Objet {
  const { tranches: _tranches, ...reste } = critere
  if (geste.chaque.trim() === '') {
    const { par: _par, ...sansPar } = reste
    return sansPar
  }
  const champ = champMesure(geste.champ)
  const deja = estObjet(critere.par) ? critere.par : {}
  const par = sansVides({
    ...deja,
    champ: champ.code,
    chaque: nombreSaisi(geste.chaque, 'chaque', champ.unite),
    a_partir_de: nombreFacultatif(geste.aPartirDe, 'à partir de', champ.unite),
    maximum: nombreFacultatif(geste.maximum, 'maximum', 'fois'),
  })
  return { ...reste, points: reste.points ?? 1, par }
}

function nombresSaisis(texte: string, nom: string, unite: string): readonly number[] {
  const pieces = texte.split(/[;\n]/u).filter((piece) => piece.trim() !== '')
  return pieces.map((piece) => nombreSaisi(piece, nom, unite))
}

function changerTranches(critere: Objet, geste: Extract<Operation, { geste: 'tranches' }>): Objet {
  const { par: _par, points: _points, ...reste } = critere
  const champ = champMesure(geste.champ)
  const bornes = nombresSaisis(geste.bornes, 'bornes', champ.unite)
  const points = nombresSaisis(geste.points, 'points', 'points')
  const deja = estObjet(critere.tranches) ? critere.tranches : {}
  return { ...reste, tranches: { ...deja, champ: champ.code, bornes, points } }
}

function avecSi(critere: Objet, si: Condition | undefined): Objet {
  const { si: _si, ...reste } = critere
  return si === undefined ? reste : { ...reste, si }
}

function avecFamille(critere: Objet, famille: string, connues: readonly string[]): Objet {
  const { famille: _famille, ...reste } = critere
  if (famille === '') return reste
  if (!connues.includes(famille)) throw new Refus(`La famille « ${famille} » n’existe pas : créez-la d’abord.`)
  return { ...reste, famille }
}

function avecTexte(critere: Objet, membre: string, texte: string): Objet {
  const { [membre]: _ancien, ...reste } = critere
  return texte.trim() === '' ? reste : { ...reste, [membre]: texte.trim() }
}

/**
 * The criterion once changed.
 *
 * @param familles codes of the families of the grid
 * @throws Refus when what was typed does not fit
 */
export function changerCritere(critere: Objet, geste: GesteCritere, familles: readonly string[]): Objet {
  const si = siDe(critere)
  switch (geste.geste) {
    case 'points':
      return changerPoints(critere, geste.points)
    case 'nom':
      return { ...critere, nom: texteSaisi(geste.nom, 'Le nom du critère') }
    case 'base-legale':
      return avecTexte(critere, 'base_legale', geste.texte)
    case 'justificatif':
      return { ...critere, sur_justificatif: geste.exige }
    case 'verrou':
      return { ...critere, verrouille: geste.verrouille }
    case 'famille-du-critere':
      return avecFamille(critere, geste.famille, familles)
    case 'unites':
      return changerUnites(critere, geste)
    case 'tranches':
      return changerTranches(critere, geste)
    case 'condition': {
      const feuille = feuilleSaisie(geste)
      return avecSi(critere, si === undefined ? feuille : remplacer(si, geste.chemin, () => feuille))
    }
    case 'ajouter-condition': {
      const feuille = feuilleSaisie(geste)
      const jointe = (partie: Condition): Condition => joindre(partie, geste.lien, feuille)
      return avecSi(critere, si === undefined ? feuille : remplacer(si, geste.chemin, jointe))
    }
    case 'retirer-condition':
      return avecSi(critere, si === undefined ? undefined : retirer(si, geste.chemin))
    case 'formule':
      return avecSi(critere, geste.formule.trim() === '' ? undefined : formuleSaisie(geste.formule))
  }
}
