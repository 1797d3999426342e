import { incoherent } from './anomalies-parc.ts'
import type { Lieu, Signaler } from './anomalies-parc.ts'
import { CHAMPS_PARC, COLONNES_TAUX } from './champs.ts'
import type { CodeChampParc, LigneParc, Lu } from './lire-parc.ts'
import { AUCUN_SANS_CONVENTION, MEME_CONVENTION, valeursDifferentes } from './phrases.ts'
import { cleTexte } from '../socle/texte.ts'

/** A reservation agreement: one holder's share of the flow of a landlord in a département. */
export interface Convention {
  /** Code of the holder, and its name where the agreement is with one of them: `COLTER/Ville de X`. */
  readonly reservataire: string
  readonly taux: Lu
  readonly lieu: Lieu
}

/** A landlord in a département: its stock as the first row that gives it says, and its agreements. */
export interface Groupe {
  readonly lieu: Lieu
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
  const lues = lignes.map((ligne) => ({ lieu: ligne.lieu, lu: ligne.nombre(code) }))
  const connues = lues.filter(({ lu }) => typeof lu === 'number')
  const [premiere] = connues
  if (premiere === undefined) return lues.some(({ lu }) => lu === 'illisible') ? 'illisible' : 'vide'
  for (const { lieu, lu } of connues)
    if (lu !== premiere.lu) signaler(lieu, incoherent(code, valeursDifferentes(LIBELLES.get(code) ?? code)))
  return premiere.lu
}

function conventionsDe(ligne: LigneParc): readonly Convention[] {
  const colonnes = COLONNES_TAUX.map(([champ, reservataire]) => ({
    reservataire,
    taux: ligne.nombre(champ),
    lieu: ligne.lieu,
  })).filter(({ taux }) => taux !== 'vide')
  const code = ligne.texte('reservataire')
  if (code === undefined) return colonnes
  const nom = ligne.texte('reservataire_nom')
  const reservataire = nom === undefined ? code : `${code}/${nom}`
  return [...colonnes, { reservataire, taux: ligne.nombre('taux'), lieu: ligne.lieu }]
}

function autreFichier(premier: Lieu, { fichier }: Lieu): { readonly premierFichier?: string } {
  return premier.fichier === undefined || premier.fichier === fichier ? {} : { premierFichier: premier.fichier }
}

/** Each holder once; the landlord itself is no holder. */
function retenirConventions(lignes: readonly LigneParc[], signaler: Signaler): readonly Convention[] {
  const retenues = new Map<string, Convention>()
  for (const convention of lignes.flatMap(conventionsDe)) {
    const { reservataire, lieu } = convention
    const cle = reservataire.split('/').map(cleDe).join('/')
    const premiere = retenues.get(cle)
    if (cle.startsWith('aucun'))
      signaler(lieu, { code: 'a-verifier', colonne: 'reservataire', lu: reservataire, quoi: AUCUN_SANS_CONVENTION })
    else if (premiere === undefined) retenues.set(cle, convention)
    else
      signaler(lieu, {
        code: 'doublon',
        colonne: 'reservataire',
        lu: reservataire,
        premiereLigne: premiere.lieu.ligne,
        ...autreFichier(premiere.lieu, lieu),
        quoi: MEME_CONVENTION,
      })
  }
  return [...retenues.values()]
}

/** The département of a row; without one, that of the landlord's other rows when they all agree. */
function departements(lignes: readonly LigneParc[]): (ligne: LigneParc) => string | undefined {
  const connus = new Map<string, Set<string>>()
  for (const ligne of lignes) {
    const cle = cleDe(ligne.texte('bailleur') ?? '')
    const departement = ligne.texte('departement')
    if (departement !== undefined) connus.set(cle, (connus.get(cle) ?? new Set()).add(departement))
  }
  return (ligne) => {
    const siens = connus.get(cleDe(ligne.texte('bailleur') ?? ''))
    return ligne.texte('departement') ?? (siens?.size === 1 ? [...siens][0] : undefined)
  }
}

function deLAnnee(annee: number): (ligne: LigneParc) => boolean {
  return (ligne) => {
    const lue = ligne.nombre('annee')
    return lue === 'vide' || lue === annee
  }
}

/** The landlords of a year, each with its département; rows without a year are of every year. */
export function grouperParc(lignes: readonly LigneParc[], annee: number, signaler: Signaler): readonly Groupe[] {
  const utiles = lignes.filter(deLAnnee(annee))
  const departementDe = departements(utiles)
  const parCle = new Map<string, [LigneParc, ...LigneParc[]]>()
  for (const ligne of utiles) {
    const cle = `${cleDe(ligne.texte('bailleur') ?? '')} ${departementDe(ligne) ?? ''}`
    const deja = parCle.get(cle)
    if (deja === undefined) parCle.set(cle, [ligne])
    else deja.push(ligne)
  }
  return [...parCle.values()].map((groupe) => {
    const [premiere] = groupe
    const stocks = new Map(STOCK.map((code) => [code, retenir(code, groupe, signaler)]))
    return {
      lieu: premiere.lieu,
      bailleur: premiere.texte('bailleur') ?? '',
      departement: departementDe(premiere) ?? null,
      stock: (code) => stocks.get(code) ?? 'vide',
      conventions: retenirConventions(groupe, signaler),
    }
  })
}
