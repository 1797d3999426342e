import type { TypeChamp } from '../../lecture/modele.ts'
import { enumerer } from '../../lecture/cellules/liste.ts'
import { jourIso } from '../../socle/jour.ts'
import type { ChampNommable, Registre } from './champs-nommables.ts'
import { REGISTRE_DEMANDE } from './champs-nommables.ts'
import { similarite } from '../../lecture/similarite.ts'
import type { Condition, ValeurGrille } from './grille.ts'

/** Criteria that the law of 27 May 2008 forbids. */
const DISCRIMINATOIRES = ['nationalite', 'sexe', 'civilite', 'nom', 'prenom', 'origine', 'religion', 'lieu_naissance']

/** Conditions within conditions: far beyond what anyone writes, far below what the machine can follow. */
const PROFONDEUR_MAXIMALE = 50

const FORMES = 'est, parmi, min, max, plus_de, moins_de, tous, un_de, non, connu'
/** What a field holds, in words. */
const NOMS_TYPES: Readonly<Record<TypeChamp, string>> = {
  texte: 'un texte',
  booleen: 'oui ou non',
  entier: 'un nombre',
  nombre: 'un nombre',
  date: 'une date',
  liste: 'une liste',
  'liste multiple': 'une liste',
}

const BORNES = ['min', 'max', 'plus_de', 'moins_de'] as const

/** Collects what is wrong, as the end of a sentence that begins with the name of the criterion. */
export type Signaler = (faute: string) => void

function estObjet(valeur: unknown): valeur is Readonly<Record<string, unknown>> {
  return typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur)
}

/** The field named, or undefined once its fault is reported. */
export function verifierChamp(
  code: unknown,
  signaler: Signaler,
  registre: Registre = REGISTRE_DEMANDE,
): ChampNommable | undefined {
  if (typeof code !== 'string') {
    signaler('le nom du champ manque (« champ »)')
    return undefined
  }
  if (DISCRIMINATOIRES.includes(code)) {
    signaler(`« ${code} » est un critère discriminatoire, interdit par la loi du 27 mai 2008`)
    return undefined
  }
  const champ = registre.champ(code)
  if (champ === undefined) signaler(`« ${code} » n’est pas un champ connu${suggestion(code, registre)}`)
  return champ
}

function suggestion(code: string, { champs }: Registre): string {
  const proches = champs.map((champ) => ({ code: champ.code, score: similarite(code, champ.code) }))
  const meilleur = proches.reduce((a, b) => (b.score > a.score ? b : a))
  return meilleur.score >= 0.5 ? ` ; le plus proche est « ${meilleur.code} »` : ''
}

/** A value as the grid must hold it (for a closed list, its code), or undefined once its fault is reported. */
export function verifierValeur(champ: ChampNommable, valeur: unknown, signaler: Signaler): ValeurGrille | undefined {
  const refuser = (attendu: string): undefined => {
    signaler(`« ${String(valeur)} » ne convient pas à « ${champ.code} » ; attendu : ${attendu}`)
    return undefined
  }
  switch (champ.type) {
    case 'booleen':
      return typeof valeur === 'boolean' ? valeur : refuser('true ou false')
    case 'entier':
    case 'nombre':
      return typeof valeur === 'number' && Number.isFinite(valeur) ? valeur : refuser('un nombre')
    case 'date':
      return typeof valeur === 'string' && jourIso(valeur) !== undefined ? valeur : refuser('une date AAAA-MM-JJ')
    case 'texte':
      return typeof valeur === 'string' && valeur.trim() !== '' ? valeur : refuser('un texte')
    default:
      return verifierValeurListe(champ, valeur, refuser)
  }
}

function verifierValeurListe(
  champ: ChampNommable,
  valeur: unknown,
  refuser: (attendu: string) => undefined,
): ValeurGrille | undefined {
  if (typeof valeur !== 'string') return refuser('un code entre guillemets')
  if (champ.valeurs === undefined) return valeur
  return champ.valeurs.some(({ code }) => code === valeur) ? valeur : refuser(enumerer(champ.valeurs))
}

function verifierBorne(champ: ChampNommable, borne: unknown, signaler: Signaler): number | string | undefined {
  const valeur = verifierValeur(champ, borne, signaler)
  return typeof valeur === 'boolean' ? undefined : valeur
}

function verifierFeuille(
  objet: Readonly<Record<string, unknown>>,
  signaler: Signaler,
  registre: Registre,
): Condition | undefined {
  const champ = verifierChamp(objet.champ, signaler, registre)
  const tests = Object.keys(objet).filter((cle) => cle !== 'champ')
  if (champ === undefined) return undefined
  if (tests.length === 1 && tests[0] === 'est') {
    const est = verifierValeur(champ, objet.est, signaler)
    return est === undefined ? undefined : { champ: champ.code, est }
  }
  if (tests.length === 1 && tests[0] === 'parmi') return verifierParmi(champ, objet.parmi, signaler)
  if (tests.length > 0 && tests.every((test) => (BORNES as readonly string[]).includes(test))) {
    return verifierBornes(champ, objet, signaler)
  }
  if (tests.length === 0) {
    signaler(`il manque un test sur « ${champ.code} » ; attendu : ${FORMES}`)
    return undefined
  }
  signaler(
    `le test ${tests.map((t) => `« ${t} »`).join(', ') || '(absent)'} sur « ${champ.code} » n’existe pas ; attendu : ${FORMES}`,
  )
  return undefined
}

function verifierParmi(champ: ChampNommable, parmi: unknown, signaler: Signaler): Condition | undefined {
  if (!Array.isArray(parmi) || parmi.length === 0) {
    signaler(`« parmi » attend une liste non vide de valeurs pour « ${champ.code} »`)
    return undefined
  }
  const valeurs = parmi.map((valeur: unknown) => verifierValeur(champ, valeur, signaler))
  const connues = valeurs.filter((valeur) => valeur !== undefined)
  return connues.length === valeurs.length ? { champ: champ.code, parmi: connues } : undefined
}

function verifierBornes(
  champ: ChampNommable,
  objet: Readonly<Record<string, unknown>>,
  signaler: Signaler,
): Condition | undefined {
  if (champ.type !== 'entier' && champ.type !== 'nombre' && champ.type !== 'date') {
    signaler(`des bornes ne conviennent pas à « ${champ.code} » (${NOMS_TYPES[champ.type]}) ; attendu : est ou parmi`)
    return undefined
  }
  const bornes = BORNES.filter((nom) => nom in objet).map(
    (nom) => [nom, verifierBorne(champ, objet[nom], signaler)] as const,
  )
  if (bornes.some(([, borne]) => borne === undefined)) return undefined
  return { champ: champ.code, ...Object.fromEntries(bornes) } as Condition
}

function verifierGroupe(
  groupe: unknown,
  nom: string,
  signaler: Signaler,
  registre: Registre,
): readonly Condition[] | undefined {
  if (!Array.isArray(groupe) || groupe.length === 0) {
    signaler(`« ${nom} » attend une liste non vide de conditions`)
    return undefined
  }
  const conditions = groupe.map((condition: unknown) => verifierNiveau(condition, signaler, registre))
  const valides = conditions.filter((condition) => condition !== undefined)
  return valides.length === conditions.length ? valides : undefined
}

/**
 * Checks a condition as written in a file: known fields, values of their lists, tests that fit their type.
 *
 * @param registre the fields that it may name: those of an application unless told
 * @returns the condition, or undefined once its faults are reported
 */
export function verifierCondition(
  brute: unknown,
  signaler: Signaler,
  registre: Registre = REGISTRE_DEMANDE,
): Condition | undefined {
  if (profondeur(brute) > PROFONDEUR_MAXIMALE) {
    signaler(`la condition a plus de ${String(PROFONDEUR_MAXIMALE)} niveaux ; simplifiez-la`)
    return undefined
  }
  return verifierNiveau(brute, signaler, registre)
}

/** Levels of a condition, counted without recursion: a hostile file may hold any number. */
function profondeur(brute: unknown): number {
  let niveau: readonly unknown[] = [brute]
  let niveaux = 0
  while (niveau.length > 0 && niveaux <= PROFONDEUR_MAXIMALE) {
    niveau = niveau.flatMap((entree) =>
      Array.isArray(entree) ? (entree as readonly unknown[]) : estObjet(entree) ? Object.values(entree) : [],
    )
    niveaux++
  }
  return niveaux / 2
}

function verifierNiveau(brute: unknown, signaler: Signaler, registre: Registre): Condition | undefined {
  if (!estObjet(brute)) {
    signaler(`une condition doit être un objet ; tests possibles : ${FORMES}`)
    return undefined
  }
  const cles = Object.keys(brute)
  if (cles.length !== 1) return verifierFeuille(brute, signaler, registre)
  if ('tous' in brute) {
    const tous = verifierGroupe(brute.tous, 'tous', signaler, registre)
    return tous === undefined ? undefined : { tous }
  }
  if ('un_de' in brute) {
    const unDe = verifierGroupe(brute.un_de, 'un_de', signaler, registre)
    return unDe === undefined ? undefined : { un_de: unDe }
  }
  if ('non' in brute) {
    const non = verifierNiveau(brute.non, signaler, registre)
    return non === undefined ? undefined : { non }
  }
  if ('connu' in brute) {
    const champ = verifierChamp(brute.connu, signaler, registre)
    return champ === undefined ? undefined : { connu: champ.code }
  }
  return verifierFeuille(brute, signaler, registre)
}
