import { incoherentParc } from './anomalies-parc.ts'
import type { Signaler } from './anomalies-parc.ts'
import { CHAMPS_PARC, COLONNES_TAUX } from './champs.ts'
import type { CodeChampParc, LigneParc, Lu } from './lire-parc.ts'
import { AUCUN_SANS_CONVENTION, MEME_CONVENTION, VALEURS_DIFFERENTES } from './phrases.ts'
import { cleTexte } from '../socle/texte.ts'

/** A reservation agreement: one holder's share of the flow of a landlord in a département. */
export interface Convention {
  /** Code of the holder, and its name where the agreement is with one of them: `COLTER/Ville de X`. */
  readonly reservataire: string
  readonly taux: Lu
  readonly ligne: number
}

/** A landlord in a département: its stock as the first row that gives it says, and its agreements. */
export interface Groupe {
  readonly ligne: number
  readonly bailleur: string
  readonly departement: string | null
  stock(code: CodeChampParc): Lu
  readonly conventions: readonly Convention[]
}

const LIBELLES: ReadonlyMap<string, string> = new Map(CHAMPS_PARC.map(({ code, libelle }) => [code, libelle]))

const STOCK: readonly CodeChampParc[] = [
  'parc',
  'rotation',
  'liberations',
  'mutations',
  'relogements',
  'identifies',
  'premieres_locations',
  'premieres_locations_comptees',
]

function cleDe(nom: string): string {
  const cle = cleTexte(nom)
  return cle === '' ? nom : cle
}

/** The first value known; where another differs it is reported; unreadable only when nothing is known. */
function retenir(code: CodeChampParc, lignes: readonly LigneParc[], signaler: Signaler): Lu {
  const lues = lignes.map((ligne) => ({ ligne: ligne.ligne, lu: ligne.nombre(code) }))
  const connues = lues.filter(({ lu }) => typeof lu === 'number')
  const [premiere] = connues
  if (premiere === undefined) return lues.some(({ lu }) => lu === 'illisible') ? 'illisible' : 'vide'
  for (const { ligne, lu } of connues)
    if (lu !== premiere.lu) signaler(incoherentParc(ligne, code, VALEURS_DIFFERENTES(LIBELLES.get(code) ?? code)))
  return premiere.lu
}

function conventionsDe(ligne: LigneParc): readonly Convention[] {
  const colonnes = COLONNES_TAUX.map(([champ, reservataire]) => ({
    reservataire,
    taux: ligne.nombre(champ),
    ligne: ligne.ligne,
  })).filter(({ taux }) => taux !== 'vide')
  const code = ligne.texte('reservataire')
  if (code === undefined) return colonnes
  const nom = ligne.texte('reservataire_nom')
  const reservataire = nom === undefined ? code : `${code}/${nom}`
  return [...colonnes, { reservataire, taux: ligne.nombre('taux'), ligne: ligne.ligne }]
}

/** Each holder once; the landlord itself is no holder. */
function retenirConventions(lignes: readonly LigneParc[], signaler: Signaler): readonly Convention[] {
  const retenues = new Map<string, Convention>()
  for (const convention of lignes.flatMap(conventionsDe)) {
    const { reservataire, ligne } = convention
    const cle = reservataire.split('/').map(cleDe).join('/')
    const premiere = retenues.get(cle)
    if (cle.startsWith('aucun'))
      signaler({ code: 'a-verifier', ligne, colonne: 'reservataire', lu: reservataire, quoi: AUCUN_SANS_CONVENTION })
    else if (premiere === undefined) retenues.set(cle, convention)
    else
      signaler({
        code: 'doublon',
        ligne,
        colonne: 'reservataire',
        lu: reservataire,
        premiereLigne: premiere.ligne,
        quoi: MEME_CONVENTION,
      })
  }
  return [...retenues.values()]
}

/** The landlords of a year, each with its département; rows without a year are of every year. */
export function grouperParc(lignes: readonly LigneParc[], annee: number, signaler: Signaler): readonly Groupe[] {
  const parCle = new Map<string, LigneParc[]>()
  for (const ligne of lignes) {
    const anneeLigne = ligne.nombre('annee')
    if (anneeLigne !== 'vide' && anneeLigne !== annee) continue
    const cle = `${cleDe(ligne.texte('bailleur') ?? '')} ${ligne.texte('departement') ?? ''}`
    const deja = parCle.get(cle)
    if (deja === undefined) parCle.set(cle, [ligne])
    else deja.push(ligne)
  }
  return [...parCle.values()].map((groupe) => {
    const [premiere] = groupe
    const stocks = new Map(STOCK.map((code) => [code, retenir(code, groupe, signaler)]))
    return {
      ligne: premiere?.ligne ?? 0,
      bailleur: premiere?.texte('bailleur') ?? '',
      departement: premiere?.texte('departement') ?? null,
      stock: (code) => stocks.get(code) ?? 'vide',
      conventions: retenirConventions(groupe, signaler),
    }
  })
}
