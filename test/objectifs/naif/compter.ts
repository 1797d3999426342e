/** A second count, row by row on plain objects, written from the contracts alone: it shares no code with the product. */

export type Trois = boolean | undefined

/** A row as text cells: '' is empty, '?' unreadable, a missing key an absent column. Dates are ISO days. */
export type LigneNaive = Readonly<Record<string, string>>

export type SeuilsNaifs = Readonly<Record<string, Readonly<Record<number, readonly [number, number, number]>>>>

interface Fait {
  decisionPossible: Trois
  bail: Trois
  decision: Trois
  qpv: Trois
  exQpv: Trois
  quartile: number | undefined
  relogement: string | undefined
  prioritaire: Trois
  reservataire: string | undefined
  nom: string | undefined
  nature: string | undefined
  epci: string | undefined
  bailleur: string | undefined
}

const texte = (ligne: LigneNaive, champ: string): string | undefined => {
  const cellule = ligne[champ] ?? ''
  return cellule === '' || cellule === '?' ? undefined : cellule
}
const vide = (ligne: LigneNaive, champ: string): boolean => (ligne[champ] ?? '') === ''
const ouiNon = (ligne: LigneNaive, champ: string): Trois => {
  const lu = texte(ligne, champ)
  return lu === undefined ? undefined : lu === 'oui'
}
const nombre = (ligne: LigneNaive, champ: string): number | undefined => {
  const lu = texte(ligne, champ)
  return lu === undefined ? undefined : Number(lu)
}
const annee = (iso: string): number => Number(iso.slice(0, 4))

const et = (...tests: Trois[]): Trois => (tests.includes(false) ? false : tests.includes(undefined) ? undefined : true)
const ou = (...tests: Trois[]): Trois => (tests.includes(true) ? true : tests.includes(undefined) ? undefined : false)

function quartileNaif(ligne: LigneNaive, an: number, seuils: SeuilsNaifs, incluse: boolean): number | undefined {
  if (!vide(ligne, 'quartile')) return nombre(ligne, 'quartile')
  const ressources = nombre(ligne, 'ressources_mensuelles')
  const personnes = nombre(ligne, 'nb_personnes')
  let enfants = vide(ligne, 'nb_moins_14') && personnes === 1 ? 0 : nombre(ligne, 'nb_moins_14')
  if (enfants !== undefined && personnes !== undefined && enfants > personnes) enfants = undefined
  const epci = texte(ligne, 'epci')
  if (ressources === undefined || personnes === undefined || enfants === undefined) return undefined
  if (ressources === 0) return 1
  if (epci === undefined) return undefined
  const anneesConnues = Object.keys(seuils[epci] ?? {})
    .map(Number)
    .filter((a) => a <= an)
  const bornes = seuils[epci]?.[Math.max(...anneesConnues)]
  if (bornes === undefined) return undefined
  let dixiemes = 0
  let adultes = personnes - enfants
  let petits = enfants
  if (adultes > 0) {
    dixiemes = 10
    adultes -= 1
  } else {
    dixiemes = 10
    petits -= 1
  }
  dixiemes += 5 * adultes + 3 * petits
  // Compared on whole numbers: resources × 12 / (dixiemes / 10) against the threshold.
  const gauche = Math.round(ressources * 100) * 12 * 10
  for (let q = 0; q < 3; q++) {
    const droite = Math.round((bornes[q] ?? 0) * 100) * dixiemes
    if (incluse ? gauche <= droite : gauche < droite) return q + 1
  }
  return 4
}

function dateDans(ligne: LigneNaive, champ: string, an: number): Trois {
  const lu = texte(ligne, champ)
  return lu === undefined ? undefined : annee(lu) === an
}

function fait(ligne: LigneNaive, an: number, seuils: SeuilsNaifs, incluse: boolean): Fait {
  const decision = vide(ligne, 'decision') ? 'attribution' : texte(ligne, 'decision')
  const bailSigne: Trois = vide(ligne, 'date_bail') ? false : texte(ligne, 'date_bail') === undefined ? undefined : true
  const siBail = decision === 'attribution_rang' || decision === 'sous_condition'
  const jamais = decision !== undefined && decision !== 'attribution' && !siBail
  const possible: Trois = jamais ? false : decision === undefined ? undefined : true
  const comptee: Trois = siBail ? bailSigne : possible
  const anneeDecision = vide(ligne, 'date_decision')
    ? dateDans(ligne, 'date_bail', an)
    : dateDans(ligne, 'date_decision', an)
  let dalo = ouiNon(ligne, 'dalo')
  const publics = texte(ligne, 'publics_prioritaires')
  const liste = publics === undefined || publics === 'aucun' ? [] : publics.split(',')
  if (vide(ligne, 'dalo') && liste.includes('dalo')) dalo = true
  const relogement = ligne.relogement === '' ? 'aucun' : texte(ligne, 'relogement')
  return {
    decisionPossible: possible,
    bail: et(bailSigne === false ? false : dateDans(ligne, 'date_bail', an), possible),
    decision: et(anneeDecision, comptee),
    qpv: ouiNon(ligne, 'qpv'),
    exQpv: ouiNon(ligne, 'ex_qpv') === true,
    quartile: quartileNaif(ligne, an, seuils, incluse),
    relogement,
    prioritaire:
      dalo === true || liste.length > 0 ? true : dalo === undefined && publics === undefined ? undefined : false,
    reservataire: texte(ligne, 'reservataire'),
    nom: texte(ligne, 'reservataire_nom'),
    nature: texte(ligne, 'nature'),
    epci: texte(ligne, 'epci'),
    bailleur: texte(ligne, 'bailleur'),
  }
}

const non = (test: Trois): Trois => (test === undefined ? undefined : !test)
const dansQuartiles = (f: Fait, ...quartiles: number[]): Trois =>
  f.quartile === undefined ? undefined : quartiles.includes(f.quartile)
const reloge = (f: Fait): Trois =>
  f.relogement === undefined ? undefined : f.relogement === 'anru' || f.relogement === 'orcod'

const REGLES: Readonly<Record<string, { den: (f: Fait) => Trois; num: (f: Fait) => Trois }>> = {
  q1_hors_qpv: {
    den: (f) => et(f.bail, non(f.qpv), non(f.exQpv)),
    num: (f) => ou(reloge(f), dansQuartiles(f, 1)),
  },
  autres_quartiles_qpv: { den: (f) => et(f.decision, f.qpv), num: (f) => dansQuartiles(f, 2, 3, 4) },
  prioritaires: { den: (f) => f.decision, num: (f) => f.prioritaire },
  contingent_etat: {
    den: (f) => et(f.decision, f.reservataire !== undefined),
    num: (f) => f.reservataire === 'PPRIOR' || f.reservataire === 'PFONCT',
  },
  contingent_agents: {
    den: (f) => et(f.decision, f.reservataire !== undefined),
    num: (f) => f.reservataire === 'PFONCT',
  },
  mutations: { den: (f) => et(f.decision, f.nature !== undefined), num: (f) => f.nature === 'mutation' },
}

type Membre = (f: Fait) => Trois

const tenu =
  (code: string): Membre =>
  (f) =>
    f.reservataire === undefined ? undefined : f.reservataire === code

export interface LigneNaiveComptee {
  readonly code: string
  readonly perimetre: string
  readonly numerateur: number
  readonly denominateur: number
  readonly inconnus_numerateur: number
  readonly inconnus_denominateur: number
}

function compterUn(faits: readonly Fait[], code: string, perimetre: string, membre: Membre): LigneNaiveComptee {
  const regle = REGLES[code]
  if (regle === undefined) throw new Error(code)
  const ligne = { code, perimetre, numerateur: 0, denominateur: 0, inconnus_numerateur: 0, inconnus_denominateur: 0 }
  for (const f of faits) {
    const den = et(regle.den(f), membre(f))
    if (den === undefined) ligne.inconnus_denominateur++
    if (den !== true) continue
    ligne.denominateur++
    const num = regle.num(f)
    if (num === undefined) ligne.inconnus_numerateur++
    if (num === true) ligne.numerateur++
  }
  return ligne
}

/** Every line of the contract, keyed by « code perimetre ». */
export function compterNaivement(
  lignes: readonly LigneNaive[],
  an: number,
  seuils: SeuilsNaifs,
  incluse = false,
): Map<string, LigneNaiveComptee> {
  const vus: string[] = []
  const gardees = lignes.filter((ligne) => {
    const numero = texte(ligne, 'numero_unique')
    if (numero === undefined) return true
    const identite = ['date_decision', 'date_bail', 'bailleur'].map((champ) => ligne[champ] ?? '')
    const cle = JSON.stringify([numero, ...identite])
    if (vus.includes(cle)) return false
    vus.push(cle)
    return true
  })
  const faits = gardees.map((ligne) => fait(ligne, an, seuils, incluse))
  const distincts = (valeurs: (string | undefined)[]): string[] => [
    ...new Set(valeurs.filter((valeur) => valeur !== undefined)),
  ]
  const epcis = distincts(faits.map((f) => f.epci))
  const bailleurs = distincts(faits.map((f) => f.bailleur))
  const comptes: LigneNaiveComptee[] = []
  for (const code of Object.keys(REGLES)) {
    if (code === 'prioritaires') continue
    comptes.push(compterUn(faits, code, 'tous', () => true))
    for (const e of epcis) comptes.push(compterUn(faits, code, `epci:${e}`, (f) => f.epci === e))
    for (const b of bailleurs) comptes.push(compterUn(faits, code, `bailleur:${b}`, (f) => f.bailleur === b))
  }
  for (const r of ['COLTER', 'COLACT', 'AUCUN']) {
    comptes.push(compterUn(faits, 'prioritaires', `reservataire:${r}`, tenu(r)))
    for (const e of epcis)
      comptes.push(compterUn(faits, 'prioritaires', `epci:${e}+reservataire:${r}`, (f) => et(f.epci === e, tenu(r)(f))))
    for (const n of distincts(faits.filter((f) => f.reservataire === r).map((f) => f.nom)))
      comptes.push(compterUn(faits, 'prioritaires', `reservataire:${r}/${n}`, (f) => et(f.nom === n, tenu(r)(f))))
  }
  for (const b of bailleurs)
    comptes.push(
      compterUn(faits, 'prioritaires', `reservataire:AUCUN+bailleur:${b}`, (f) =>
        et(f.bailleur === b, tenu('AUCUN')(f)),
      ),
    )
  return new Map(comptes.map((compte) => [`${compte.code} ${compte.perimetre}`, compte]))
}
