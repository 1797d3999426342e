import { similarite } from '../../lecture/similarite.ts'
import type { ChampNommable } from '../grille/champs-nommables.ts'
import type { Condition } from '../grille/grille.ts'
import type { Signaler } from '../grille/verifier-condition.ts'
import { verifierChamp, verifierCondition } from '../grille/verifier-condition.ts'
import type { LigneTable } from './ligne-table.ts'
import { lireFormule } from './lire-formule.ts'
import { lireNombre } from './nombres.ts'
import type { Objet } from './objets.ts'
import { lireAutres, sansVides } from './objets.ts'
import type { Test } from './tests-mots.ts'
import { testDit, TESTS } from './tests-mots.ts'
import { champDit, lireCellule, lireValeurs } from './valeurs.ts'

function champNomme(nom: string, signaler: Signaler): ChampNommable | undefined {
  const champ = champDit(nom)
  if (champ === undefined) verifierChamp(nom, signaler)
  return champ
}

/** « 2 et 5 », or two values of a list. */
function lireEntre(champ: ChampNommable, ligne: LigneTable): Condition | undefined {
  const ecrit = ligne.texte('valeur')
  const parties = ecrit.split(/\s+et\s+|\s+à\s+/u)
  const [min, max, ...reste] =
    parties.length === 2 ? parties.map((p) => lireCellule(champ, p)) : lireValeurs(champ, ecrit)
  if (min === undefined || max === undefined || reste.length > 0) {
    ligne.signaler('valeur')(`« ${ecrit} » ne donne pas deux bornes ; attendu : par exemple 2 et 5`)
    return undefined
  }
  return { champ: champ.code, min, max } as Condition
}

function lireFeuille(champ: ChampNommable, test: Test, ligne: LigneTable): Condition | undefined {
  if (test === 'connu') return { connu: champ.code }
  if (test === 'entre') return lireEntre(champ, ligne)
  if (test === 'parmi') return { champ: champ.code, parmi: lireValeurs(champ, ligne.cellule('valeur')) }
  return { champ: champ.code, [test]: lireCellule(champ, ligne.cellule('valeur')) } as unknown as Condition
}

function lireSimple(test: Test, ligne: LigneTable): Condition | undefined {
  const champ = champNomme(ligne.texte('champ'), ligne.signaler('champ'))
  if (champ === undefined) return undefined
  if (test !== 'connu' && ligne.texte('valeur') === '') {
    ligne.signaler('valeur')(`la valeur manque pour « ${champ.code} »`)
    return undefined
  }
  const condition = lireFeuille(champ, test, ligne)
  const colonne = test === 'est' || test === 'parmi' || estOrdonne(champ) ? 'valeur' : 'test'
  if (condition !== undefined) verifierCondition(condition, ligne.signaler(colonne))
  return condition
}

function estOrdonne({ type }: ChampNommable): boolean {
  return type === 'entier' || type === 'nombre' || type === 'date'
}

function lireBornes(
  nom: string,
  ecrites: string,
  ligne: LigneTable,
  colonnes: readonly [string, string],
): Objet | undefined {
  const champ = champNomme(nom, ligne.signaler(colonnes[0]))
  if (champ === undefined) return undefined
  return { champ: champ.code, bornes: lireNombres(ecrites, champ.unite, ligne.signaler(colonnes[1])) }
}

function lireNombres(ecrits: string, unite: string, signaler: Signaler): readonly (number | string)[] {
  const pieces = ecrits.split(/[;|\r\n]|,\s/u).map((piece) => piece.trim())
  return pieces
    .filter((piece) => piece !== '')
    .map((piece) => {
      const nombre = lireNombre(piece, unite)
      if (nombre === undefined)
        signaler(`« ${piece} » n’est pas un nombre ; attendu : des nombres séparés par des « ; »`)
      return nombre ?? piece
    })
}

function tranchesDe(bornes: Objet | undefined, ligne: LigneTable): Objet {
  if (bornes === undefined) return {}
  const points = ligne.cellule('points')
  return {
    tranches: {
      ...bornes,
      points: typeof points === 'number' ? [points] : lireNombres(ligne.texte('points'), '', ligne.signaler('points')),
    },
  }
}

const TRANCHES = /^tranches?\s+(?:de\s+|sur\s+|d['’]\s*)(.+?)\s*:\s*(.+)$/isu
const DEPART = /^(.*?)\s+[àa]\s+partir\s+de\s+(.+)$/isu
const UNITE_DE = /^(.*?\S)\s+(?:de\s+|d['’]\s*)(.+)$/isu

/** « 6 de anciennete_mois à partir de 6 »; without field, that of the column « champ ». */
function lirePar(ecrit: string, champDeLigne: string, ligne: LigneTable): Objet {
  const depart = DEPART.exec(ecrit)
  const debut = (depart?.[1] ?? ecrit).replace(/^(?:par|chaque)\s+/iu, '')
  const parties = UNITE_DE.exec(debut)
  const nomme = parties === null ? undefined : champDit(parties[2] ?? '')
  const champ = nomme ?? champNomme(champDeLigne, ligne.signaler(champDeLigne === '' ? 'par' : 'champ'))
  if (champ === undefined) return {}
  const lire = (texte: string): number | undefined => {
    const nombre = lireNombre(texte, champ.unite)
    if (nombre === undefined) {
      ligne.signaler('par')(`« ${texte} » n’est pas un nombre ; attendu : par exemple 6 à partir de 6`)
    }
    return nombre
  }
  const chaque = lire(nomme === undefined ? debut : (parties?.[1] ?? ''))
  const partir = depart === null ? undefined : lire(depart[2] ?? '')
  return { par: sansVides({ champ: champ.code, chaque, a_partir_de: partir, maximum: ligne.nombre('maximum') }) }
}

function lireTest(ligne: LigneTable): Test | '' | undefined {
  const ecrit = ligne.texte('test')
  if (ecrit === '') return ''
  const test = testDit(ecrit)
  if (test !== undefined) return test
  const proche = TESTS.find((connu) => similarite(connu, ecrit) >= 0.5)
  ligne.signaler('test')(
    `« ${ecrit} » n’est pas un test connu${proche === undefined ? '' : ` ; le plus proche est « ${proche} »`} ; attendu : ${TESTS.join(', ')}`,
  )
  return undefined
}

function conditionDe(test: Test | '', ligne: LigneTable): Objet {
  if (test === 'formule') {
    const si = lireFormule(ligne.texte('valeur'), ligne.signaler('valeur'))
    return si === undefined ? {} : { si }
  }
  if (test === 'tranches' || (test === '' && ligne.texte('valeur') === '')) return {}
  const si = lireSimple(test === '' ? 'est' : test, ligne)
  return si === undefined ? {} : { si }
}

/** The rule that gives points: units, brackets, or none but the points themselves. */
function regleDe(test: Test | '', ligne: LigneTable): Objet {
  const par = ligne.texte('par')
  const champ = ligne.texte('champ')
  if (test === 'tranches')
    return tranchesDe(lireBornes(champ, ligne.texte('valeur'), ligne, ['champ', 'valeur']), ligne)
  const tranches = TRANCHES.exec(par)
  if (tranches !== null) {
    return tranchesDe(lireBornes(tranches[1] ?? '', tranches[2] ?? '', ligne, ['par', 'par']), ligne)
  }
  const points = ligne.nombre('points')
  if (par !== '') return { points, ...lirePar(par, champ, ligne) }
  if (ligne.texte('maximum') !== '') {
    ligne.signaler('maximum')(
      '« maximum » ne sert qu’avec « par » : indiquez par combien d’unités les points sont donnés',
    )
  }
  if (test === '' && ligne.texte('valeur') === '' && champ !== '') {
    ligne.signaler('test')(`le test manque pour « ${champ} » ; attendu : ${TESTS.join(', ')}, ou « par »`)
  }
  return { points }
}

/**
 * The condition typed in the columns `champ`, `test` and `valeur` of a row; undefined when there is none, or when its
 * faults are reported.
 */
export function lireCondition(ligne: LigneTable): Condition | undefined {
  const test = lireTest(ligne)
  return test === undefined ? undefined : (conditionDe(test, ligne).si as Condition | undefined)
}

function autresDe(ligne: LigneTable): Objet {
  const autres = lireAutres(ligne.texte('autres'))
  if (autres === undefined) ligne.signaler('autres')('« autres » doit être vide, ou un objet JSON')
  return autres ?? {}
}

/**
 * One criterion of the table « Grille » as a grid file holds it; its faults go to the cells where they are.
 *
 * @param familleDite the code of a family that a person names by its code or its name
 */
export function lireCritere(ligne: LigneTable, familleDite: (nom: string) => string): Objet {
  const texte = (colonne: string): string | undefined => {
    const ecrit = ligne.texte(colonne)
    return ecrit === '' ? undefined : ecrit
  }
  const famille = texte('famille')
  const test = lireTest(ligne)
  const autres = autresDe(ligne)
  const lus = {
    code: texte('code'),
    nom: texte('nom'),
    famille: famille === undefined ? undefined : familleDite(famille),
    sur_justificatif: ligne.ouiNon('justificatif'),
    base_legale: texte('base_legale'),
    verrouille: ligne.ouiNon('verrouille'),
    retire: ligne.ouiNon('retire'),
    ...(test === undefined ? {} : { ...conditionDe(test, ligne), ...regleDe(test, ligne) }),
  }
  return { ...sansVides(lus), ...autres }
}
