import type { Colonne, ColonneMultiple, ColonneSimple } from '../lecture/colonne.ts'

/** One dictionary out of several, and for each of them where its entries went. */
function reunirDictionnaires(dictionnaires: readonly (readonly string[])[]): {
  readonly dictionnaire: readonly string[]
  readonly correspondances: readonly Uint32Array[]
} {
  const index = new Map<string, number>()
  const correspondances = dictionnaires.map((textes) =>
    Uint32Array.from(textes, (texte) => {
      if (!index.has(texte)) index.set(texte, index.size)
      return index.get(texte) ?? 0
    }),
  )
  return { dictionnaire: [...index.keys()], correspondances }
}

function reunirSimples(colonnes: readonly ColonneSimple[]): ColonneSimple {
  const nombre = colonnes.reduce((total, { etats }) => total + etats.length, 0)
  const { dictionnaire, correspondances } = reunirDictionnaires(colonnes.map((colonne) => colonne.dictionnaire))
  const etats = new Uint8Array(nombre)
  const valeurs = new Float64Array(nombre)
  let debut = 0
  colonnes.forEach((colonne, rang) => {
    const correspondance = correspondances[rang]
    etats.set(colonne.etats, debut)
    colonne.valeurs.forEach((valeur, i) => {
      valeurs[debut + i] = correspondance?.[valeur] ?? valeur
    })
    debut += colonne.etats.length
  })
  return { genre: 'simple', etats, valeurs, dictionnaire }
}

function reunirMultiples(colonnes: readonly ColonneMultiple[]): ColonneMultiple {
  const nombre = colonnes.reduce((total, { etats }) => total + etats.length, 0)
  const { dictionnaire, correspondances } = reunirDictionnaires(colonnes.map((colonne) => colonne.dictionnaire))
  const etats = new Uint8Array(nombre)
  const debuts = new Uint32Array(nombre + 1)
  const elements = new Uint16Array(colonnes.reduce((total, colonne) => total + colonne.elements.length, 0))
  let ligne = 0
  let element = 0
  colonnes.forEach((colonne, rang) => {
    etats.set(colonne.etats, ligne)
    for (let i = 0; i < colonne.etats.length; i++) debuts[ligne + i + 1] = element + (colonne.debuts[i + 1] ?? 0)
    colonne.elements.forEach((valeur, i) => {
      elements[element + i] = correspondances[rang]?.[valeur] ?? 0
    })
    ligne += colonne.etats.length
    element += colonne.elements.length
  })
  return { genre: 'multiple', etats, debuts, elements, dictionnaire }
}

/** The columns of one field in several files, one after another, under one dictionary. */
export function reunirColonnes(colonnes: readonly Colonne[]): Colonne {
  const [seule] = colonnes
  if (seule === undefined) throw new Error('no file was read')
  if (colonnes.length === 1) return seule
  return seule.genre === 'simple'
    ? reunirSimples(colonnes.filter((colonne) => colonne.genre === 'simple'))
    : reunirMultiples(colonnes.filter((colonne) => colonne.genre === 'multiple'))
}
