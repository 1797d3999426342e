import { expose, transfer } from 'comlink'
import { Refus } from '../../core/index.ts'
import { lireFichier, type Etape, type FichierLu } from './fichier-lu.ts'

/** How far a file is: bytes read, then a step whose end nobody can tell. */
export interface Avancement {
  readonly etape: 'lecture' | Etape
  readonly octets: number
}

/** A file read, or why it was not. */
export type Reponse = { readonly lu: FichierLu } | { readonly refus: readonly string[] }

type Dire = (avancement: Avancement) => void

/** Of a file, between two messages. */
const PART_DITE = 0.01

async function lireTexte(fichier: File, dire: Dire): Promise<string> {
  const lecteur = fichier.stream().getReader()
  const decodeur = new TextDecoder()
  const morceaux: string[] = []
  let [octets, dits] = [0, 0]
  let morceau = await lecteur.read()
  while (!morceau.done) {
    octets += morceau.value.length
    morceaux.push(decodeur.decode(morceau.value, { stream: true }))
    if (octets - dits >= PART_DITE * fichier.size) {
      dits = octets
      dire({ etape: 'lecture', octets })
    }
    morceau = await lecteur.read()
  }
  return [...morceaux, decodeur.decode()].join('')
}

function tampons({ lieu, numerateur, denominateur, valeur, secret, source, provenance }: FichierLu['table']) {
  return [lieu, numerateur, denominateur, valeur, secret, source, provenance].map(({ buffer }) => buffer as ArrayBuffer)
}

const travail = {
  /** Reads one file. Its columns are handed over, not copied. */
  async lire(fichier: File, dire: Dire): Promise<Reponse> {
    try {
      const texte = await lireTexte(fichier, dire)
      const lu = lireFichier(texte, fichier.name, (etape) => {
        dire({ etape, octets: fichier.size })
      })
      return transfer({ lu }, tampons(lu.table))
    } catch (erreur) {
      if (erreur instanceof Refus) return { refus: erreur.raisons }
      throw erreur
    }
  },
}

/** What the page may ask of the worker. */
export type Travail = typeof travail

expose(travail)
