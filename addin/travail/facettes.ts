import type { Colonne, Cotation, Territoires } from '../../core/index.ts'
import { CONNU, VIDE, champNommable } from '../../core/index.ts'
import type { Facette, Facettes } from './contrat.ts'
import { DALO, INCONNU, PRIORITAIRE } from './filtrer.ts'

/** How many ranked demandes hold each entry of the dictionary; the last count is of those where nothing is known. */
function compter(colonne: Colonne, indices: Uint32Array): Uint32Array {
  const inconnus = colonne.dictionnaire.length
  const comptes = new Uint32Array(inconnus + 1)
  const plusUn = (entree: number): void => {
    comptes[entree] = (comptes[entree] ?? 0) + 1
  }
  for (const i of indices) {
    if (colonne.etats[i] !== CONNU) plusUn(inconnus)
    else if (colonne.genre === 'simple') plusUn(colonne.valeurs[i] ?? 0)
    else for (let k = colonne.debuts[i] ?? 0; k < (colonne.debuts[i + 1] ?? 0); k++) plusUn(colonne.elements[k] ?? 0)
  }
  return comptes
}

function facettesDe(colonne: Colonne, indices: Uint32Array, libelle: (code: string) => string): Facette[] {
  const comptes = compter(colonne, indices)
  return colonne.dictionnaire
    .map((valeur, entree) => ({ valeur, libelle: libelle(valeur), nombre: comptes[entree] ?? 0 }))
    .filter(({ nombre }) => nombre > 0)
}

function libelleDans(champ: string): (code: string) => string {
  const valeurs = champNommable(champ)?.valeurs ?? []
  return (code) => valeurs.find((valeur) => valeur.code === code)?.libelle ?? code
}

/** In the order of the closed list. */
function parListe(champ: string, facettes: readonly Facette[]): Facette[] {
  const codes = (champNommable(champ)?.valeurs ?? []).map(({ code }) => code)
  return facettes.toSorted((a, b) => codes.indexOf(a.valeur) - codes.indexOf(b.valeur))
}

function compterVrais(colonne: Colonne, indices: Uint32Array): number {
  if (colonne.genre !== 'simple') return 0
  let nombre = 0
  for (const i of indices) if (colonne.etats[i] === CONNU && colonne.valeurs[i] === 1) nombre++
  return nombre
}

function quartiles(colonne: Colonne, indices: Uint32Array): Facette[] {
  if (colonne.genre !== 'simple') return []
  const comptes = [0, 0, 0, 0, 0]
  for (const i of indices) {
    const quartile = colonne.etats[i] === CONNU ? (colonne.valeurs[i] ?? 0) : 0
    comptes[quartile] = (comptes[quartile] ?? 0) + 1
  }
  return ['inconnu', '1er quartile', '2e quartile', '3e quartile', '4e quartile']
    .map((libelle, rang) => ({ valeur: rang === 0 ? INCONNU : String(rang), libelle, nombre: comptes[rang] ?? 0 }))
    .filter(({ nombre }) => nombre > 0)
    .toSorted((a, b) => Number(a.valeur === INCONNU) - Number(b.valeur === INCONNU))
}

function publics({ donnees, classement: { indices } }: Cotation): Facette[] {
  const champ = 'publics_prioritaires'
  const codes = facettesDe(donnees.colonne(champ), indices, libelleDans(champ))
  const ensemble = [
    {
      valeur: PRIORITAIRE,
      libelle: 'Tous les publics prioritaires',
      nombre: compterVrais(donnees.colonne('prioritaire'), indices),
    },
    { valeur: DALO, libelle: 'Reconnus DALO', nombre: compterVrais(donnees.colonne('dalo'), indices) },
  ]
  return [...ensemble.filter(({ nombre }) => nombre > 0), ...parListe(champ, codes)]
}

function natures({ donnees, classement: { indices } }: Cotation): Facette[] {
  const colonne = donnees.colonne('nature')
  const inconnues = indices.reduce((somme, i) => somme + Number(colonne.etats[i] !== CONNU), 0)
  const codes = parListe('nature', facettesDe(colonne, indices, libelleDans('nature')))
  return inconnues === 0 ? codes : [...codes, { valeur: INCONNU, libelle: 'inconnue', nombre: inconnues }]
}

function personnesMaximum({ donnees, classement: { indices } }: Cotation): number {
  const colonne = donnees.colonne('nb_personnes')
  if (colonne.genre !== 'simple') return 1
  let maximum = 1
  for (const i of indices) if (colonne.etats[i] === CONNU) maximum = Math.max(maximum, colonne.valeurs[i] ?? 1)
  return maximum
}

/** What the ranking of a grid can be filtered on. */
export function facettes(cotation: Cotation, lieux: Territoires): Facettes {
  const { donnees, classement } = cotation
  const nomCommune = (code: string): string => lieux.nomCommune(code) ?? code
  const communes = facettesDe(donnees.colonne('communes_souhaitees'), classement.indices, nomCommune)
  const typologies = facettesDe(
    donnees.colonne('typologies_souhaitees'),
    classement.indices,
    libelleDans('typologies_souhaitees'),
  )
  return {
    typologies: parListe('typologies_souhaitees', typologies),
    communes: communes.toSorted((a, b) => a.libelle.localeCompare(b.libelle, 'fr')),
    quartiles: quartiles(donnees.colonne('quartile'), classement.indices),
    publics: publics(cotation),
    natures: natures(cotation),
    personnesMaximum: personnesMaximum(cotation),
  }
}

/** Empty cells of a column among the demandes read. */
export function compterVides({ etats }: Colonne): number {
  let vides = 0
  for (const etat of etats) if (etat === VIDE) vides++
  return vides
}
