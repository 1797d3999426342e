import { formatNombre, formatTaux } from '../../../core/index.ts'
import { CALCULS } from '../../fonctions/calculs.ts'
import { ErreurCellule, type Rendu } from '../../fonctions/erreur-cellule.ts'
import type { CalculFait, CalculVu, CaseVue, ResultatCalcul, SaisieCalcul } from './contrat-calculs.ts'
import { formuleDe } from './formule.ts'

/** Rows of a block that are shown; the formula gives them all. */
const LIGNES_MONTREES = 200

const nombre =
  (unite: string, decimales?: number) =>
  (valeur: number): string =>
    `${formatNombre(valeur, decimales === undefined ? {} : { decimales })}${unite === '' ? '' : `\u202f${unite}`}`

/** How each number is said, and how it is made. */
const FICHES: Readonly<Record<string, { readonly dire: (valeur: number) => string; readonly methode: string }>> = {
  UNITES_CONSO: {
    dire: (valeur) => `${formatNombre(valeur)} ${valeur >= 2 ? 'unités' : 'unité'} de consommation`,
    methode:
      'La première personne de 14 ans ou plus compte 1, chaque autre 0,5, chaque enfant de moins de 14 ans 0,3 (arrêtés sur le premier quartile, article L. 441-1 du CCH).',
  },
  QUARTILE: {
    dire: (valeur) => `quartile ${String(valeur)}`,
    methode:
      'Des ressources inférieures au premier seuil de l’EPCI (de la région en Île-de-France) sont du premier quartile\u202f; égales à un seuil, elles sont du quartile suivant, sauf borne «\u202fincluse\u202f». Sans ressources\u202f: premier quartile.',
  },
  SEUIL: {
    dire: nombre('€ par an et par unité'),
    methode: 'Seuils publiés par arrêté, à défaut ceux de la dernière année connue avant.',
  },
  ANCIENNETE: {
    dire: (valeur) => `${formatNombre(valeur)} mois ${valeur >= 2 ? 'complets' : 'complet'}`,
    methode: 'Mois entiers écoulés du dépôt au jour du calcul, comme DATEDIF(…;"m").',
  },
  TAUX_EFFORT: {
    dire: (valeur) => formatTaux(valeur),
    methode: '(Loyer et charges − aide au logement) ÷ ressources mensuelles.',
  },
  RESTE_A_VIVRE: {
    dire: nombre('€ par jour et par unité', 2),
    methode: '(Ressources mensuelles − loyer net de l’aide) × 12 ÷ 365 ÷ unités de consommation.',
  },
  SUR_OCCUPATION: {
    dire: nombre(''),
    methode: 'Oui si la surface est sous le minimum de l’article R. 822-25 du CCH pour ce nombre d’occupants.',
  },
  SOUS_OCCUPATION: {
    dire: nombre(''),
    methode: 'Oui si les pièces habitables dépassent le nombre d’occupants de plus d’une (article L. 621-2 du CCH).',
  },
  COTER: {
    dire: nombre(''),
    methode:
      'Le total de chaque demande, dans l’ordre de la plage, avec la même grille et le même moteur que «\u202fCoter\u202f».',
  },
  DETAIL: {
    dire: nombre(''),
    methode: 'Chaque critère, ses points, son état et sa raison, puis les plafonds et le total.',
  },
  PART: {
    dire: (valeur) => formatTaux(valeur),
    methode:
      'Attributions de l’année qui comptent dans l’objectif ÷ celles dont on peut le dire\u202f: les inconnues ne sont ni en haut ni en bas.',
  },
  RESTE_A_FAIRE: {
    dire: (valeur) => `${formatNombre(valeur)} ${valeur >= 2 ? 'attributions' : 'attribution'}`,
    methode: 'Ce qui manque pour atteindre l’objectif, parmi les attributions comptées.',
  },
  TENSION: {
    dire: (valeur) => `${formatNombre(valeur)} ${valeur >= 2 ? 'demandes' : 'demande'} pour une attribution`,
    methode: 'Demandes actives au 31 décembre ÷ attributions de l’année.',
  },
  RANG_DEMANDE: { dire: nombre(''), methode: 'Le rang parmi les demandes de la plage, départages compris.' },
}

export function calculsVus(): readonly CalculVu[] {
  return CALCULS.map(({ id, libelle, parametres }) => ({
    id,
    libelle,
    parametres,
    methode: FICHES[id]?.methode ?? '',
  }))
}

function caseVue(rendu: Rendu, dire: (valeur: number) => string): CaseVue {
  if (rendu instanceof ErreurCellule) {
    return { erreur: rendu.genre === 'absent' ? '#N/A' : '#VALEUR!', phrase: rendu.message }
  }
  if (typeof rendu === 'number') return { texte: dire(rendu) }
  return { texte: typeof rendu === 'boolean' ? (rendu ? 'oui' : 'non') : rendu }
}

function recu(saisie: SaisieCalcul | undefined): unknown {
  if (saisie === undefined) return null
  if (!('texte' in saisie)) return saisie.cellules.length === 0 ? null : saisie.cellules
  return saisie.texte.trim() === '' ? null : saisie.texte.trim()
}

/** A block when it has several cells; a single cell is a value. */
function resultatDe(rendu: Rendu | readonly (readonly Rendu[])[], dire: (valeur: number) => string): ResultatCalcul {
  if (!Array.isArray(rendu)) return { genre: 'valeur', valeur: caseVue(rendu as Rendu, dire) }
  const lignes = rendu as readonly (readonly Rendu[])[]
  const [premiere] = lignes
  if (lignes.length === 1 && premiere?.length === 1) return resultatDe(premiere[0] ?? '', dire)
  return {
    genre: 'bloc',
    total: lignes.length,
    lignes: lignes.slice(0, LIGNES_MONTREES).map((ligne) => ligne.map((r) => caseVue(r, dire))),
  }
}

/** An #N/A while a required parameter is empty only says that one is not finished. */
function enAttente(resultat: ResultatCalcul, manque: readonly string[]): boolean {
  if (manque.length === 0) return false
  return resultat.genre === 'valeur' && 'erreur' in resultat.valeur && resultat.valeur.erreur === '#N/A'
}

/** What a function gives for what was typed, as in a cell, and the formula that gives it there. */
export function calculer(id: string, saisies: readonly SaisieCalcul[]): CalculFait {
  const calcul = CALCULS.find((candidat) => candidat.id === id)
  const vu = calculsVus().find((candidat) => candidat.id === id)
  if (calcul === undefined || vu === undefined) throw new Error(`no such function: got ${id}`)
  const recus = calcul.parametres.map((_, i) => recu(saisies[i]))
  const manque = calcul.parametres.flatMap(({ libelle, facultatif }, i) =>
    facultatif || recus[i] !== null ? [] : [libelle],
  )
  const resultat = resultatDe(calcul.calculer(...recus), FICHES[id]?.dire ?? nombre(''))
  return {
    resultat: enAttente(resultat, manque) ? { genre: 'attente', manque } : resultat,
    ...formuleDe(vu, saisies),
  }
}
