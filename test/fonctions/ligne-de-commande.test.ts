import { strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { Dossier, executer } from '../outils/lancer-cli.ts'
import { argumentsDe, CAS, estErreurAttendue, type CasValeur, type PlageCas } from './cas.ts'

/** The fields that the arguments of a function are, and the one that it gives; the day of the computation with them. */
const CHAMPS: Readonly<Record<string, { readonly resultat: string; readonly champs: readonly string[] }>> = {
  UNITES_CONSO: { resultat: 'uc', champs: ['nb_personnes', 'nb_moins_14'] },
  ANCIENNETE: { resultat: 'anciennete_mois', champs: ['date_depot'] },
  TAUX_EFFORT: { resultat: 'taux_effort', champs: ['loyer_actuel', 'ressources_mensuelles', 'aide_logement'] },
  RESTE_A_VIVRE: {
    resultat: 'reste_a_vivre',
    champs: ['loyer_actuel', 'ressources_mensuelles', 'nb_personnes', 'nb_moins_14', 'aide_logement'],
  },
  SUR_OCCUPATION: { resultat: 'sur_occupation', champs: ['surface_actuelle', 'nb_personnes'] },
  SOUS_OCCUPATION: { resultat: 'sous_occupation', champs: ['pieces_actuelles', 'nb_personnes'] },
  QUARTILE: { resultat: 'quartile', champs: ['ressources_mensuelles', 'epci'] },
}

function champCsv(valeur: unknown): string {
  if (valeur === null || valeur === undefined) return ''
  if (typeof valeur === 'object') return (valeur as { erreur: string }).erreur
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  return `"${(typeof valeur === 'number' ? String(valeur).replace('.', ',') : (valeur as string)).replaceAll('"', '""')}"`
}

function csv(lignes: readonly (readonly unknown[])[]): string {
  return lignes.map((ligne) => ligne.map(champCsv).join(';')).join('\r\n')
}

/** A serial number of Excel has no meaning in a text file: it is written as the day that it stands for. */
function enDate(valeur: unknown): unknown {
  return typeof valeur === 'number' ? new Date((valeur - 25_569) * 86_400_000).toISOString().slice(0, 10) : valeur
}

interface Essai {
  readonly cellules: Readonly<Record<string, unknown>>
  readonly jour: string
  readonly options: readonly string[]
}

function essaiDe({ fonction, arguments: recus }: CasValeur): Essai {
  const base = { numero_unique: 'A1', date_depot: '2024-01-01', nb_personnes: 1 }
  const champs = CHAMPS[fonction]?.champs ?? []
  const donnees = Object.fromEntries(champs.map((champ, i) => [champ, recus[i] ?? null]))
  if (fonction === 'ANCIENNETE') {
    return { cellules: { ...base, date_depot: enDate(recus[0]) }, jour: String(enDate(recus[1])), options: [] }
  }
  if (fonction !== 'QUARTILE') return { cellules: { ...base, ...donnees }, jour: CAS.jour, options: [] }
  const [annuelles, , annee, borne] = recus
  const mensuelles = typeof annuelles === 'number' ? Math.round((annuelles / 12) * 100) / 100 : annuelles
  const options = borne === undefined ? [] : ['--quartile-borne', String(borne)]
  return {
    cellules: { ...base, ...donnees, ressources_mensuelles: mensuelles },
    jour: `${String(annee)}-06-30`,
    options,
  }
}

/** The field that the command line shows beside the score; undefined for a row that it does not use. */
async function champEnLigne(cas: CasValeur): Promise<string | undefined> {
  using dossier = new Dossier()
  const { cellules, jour, options } = essaiDe(cas)
  const demandes = dossier.ecrire('demandes.csv', csv([Object.keys(cellules), Object.values(cellules)]))
  const grille = dossier.ecrire('grille.json', JSON.stringify(CAS.grille).replace('"territoire":"200093201",', ''))
  const sortie = dossier.dans('sortie.csv')
  const champ = CHAMPS[cas.fonction]?.resultat ?? ''
  const mots = ['coter', demandes, '--grille', grille, '--jour', jour, '--colonnes', champ, '--sortie', sortie]
  const { erreurs } = await executer(...mots, ...options)
  expect(erreurs).toBe('')
  const [entetes = '', ligne] = strFromU8(dossier.lire('sortie.csv')).slice(1).trimEnd().split('\r\n')
  expect(entetes.split(';')[6]).toBeTruthy()
  return ligne?.split(';')[6]
}

const EN_LIGNE = CAS.valeurs.filter(({ fonction, sansLigne }) => fonction in CHAMPS && sansLigne !== true)

describe('the command line gives for one row what the function gives', () => {
  it.each(EN_LIGNE.map((cas) => [cas.nom, cas.fonction, cas] as const))('%s (%s)', async (_, __, cas) => {
    const lu = await champEnLigne(cas)
    const { attendu } = cas
    if (estErreurAttendue(attendu)) expect(lu ?? '').toBe('')
    else if (typeof attendu === 'boolean') expect(lu).toBe(attendu ? 'oui' : 'non')
    else expect(Number(lu?.replace(',', '.'))).toBeCloseTo(Number(attendu), 9)
  })
})

interface Cotee {
  readonly numero_unique: string
  readonly total: number
  readonly rang: number
  readonly lignes: readonly { readonly points: number }[]
  readonly ajustements: readonly { readonly points: number }[]
}

async function coterEnLigne(plage: PlageCas): Promise<readonly Cotee[]> {
  using dossier = new Dossier()
  const jours = plage.map((ligne, i) => (i === 0 ? ligne : ligne.map((v, j) => (j === 1 ? enDate(v) : v))))
  const demandes = dossier.ecrire('demandes.csv', csv(jours))
  const grille = dossier.ecrire('grille.json', JSON.stringify(CAS.grille))
  const { sortie } = await executer('coter', demandes, '--grille', grille, '--jour', CAS.jour, '--json')
  return (JSON.parse(sortie) as { cotations: readonly Cotee[] }).cotations
}

describe('the command line scores as the functions do', () => {
  const plage: PlageCas = [CAS.demandes.entetes, ...CAS.demandes.lignes]

  it('the same totals', async () => {
    const cotees = await coterEnLigne(plage)
    const { attendu } = CAS.cotations.find(({ nom }) => nom.startsWith('un total par ligne')) ?? {}
    const totaux = (attendu as readonly (readonly unknown[])[]).flat()
    const attendus = CAS.demandes.lignes.flatMap((ligne, i) =>
      typeof totaux[i] === 'number' ? [[String(ligne[0]), totaux[i]] as const] : [],
    )
    expect(new Map(cotees.map((c) => [c.numero_unique, c.total]))).toEqual(new Map(attendus))
  })

  it.each(CAS.cotations.filter(({ fonction, lignes }) => fonction === 'DETAIL' && lignes?.length === 1))(
    'the same points: $nom',
    async (cas) => {
      const [cotee] = await coterEnLigne(argumentsDe(cas)[0] as PlageCas)
      const attendues = cas.attendu as readonly (readonly unknown[])[]
      const points = [...(cotee?.lignes ?? []), ...(cotee?.ajustements ?? []), { points: cotee?.total }]
      expect(points.map((ligne) => ligne.points)).toEqual(attendues.slice(1).map((ligne) => ligne[1]))
    },
  )

  it('the same ranks', async () => {
    const rangs = new Map((await coterEnLigne(plage)).map((c) => [c.numero_unique, c.rang]))
    for (const { numeros, attendu } of CAS.cotations.filter(({ fonction }) => fonction === 'RANG_DEMANDE')) {
      const demandes = [numeros].flat(2) as readonly string[]
      demandes.forEach((numero, i) => {
        const [rang] = (attendu as readonly (readonly unknown[])[])[i] ?? []
        expect(rangs.get(numero)).toEqual(typeof rang === 'number' ? rang : undefined)
      })
    }
  })
})

interface LigneObjectifs {
  readonly code: string
  readonly perimetre: string
  readonly taux: number | null
  readonly manque: number | null
}

describe('the command line counts targets as the functions do', () => {
  const { entetes, lignes } = CAS.attributions
  const comparables = CAS.suivis.filter(
    ({ attendu, arguments: [code, , perimetre = 'tous'] }) =>
      typeof attendu === 'number' && (code !== 'prioritaires' || String(perimetre).startsWith('reservataire:')),
  )

  it.each(comparables)('$fonction: $nom', async ({ fonction, arguments: recus, attendu }) => {
    using dossier = new Dossier()
    const fichier = dossier.ecrire('attributions.csv', csv([entetes, ...lignes]))
    const [code, annee, perimetre = 'tous'] = recus
    const { sortie } = await executer('objectifs', fichier, '--annee', String(annee), '--json')
    const { objectifs } = JSON.parse(sortie) as { readonly objectifs: readonly LigneObjectifs[] }
    const voulu = String(perimetre).toLowerCase()
    const ligne = objectifs.find((o) => o.code === code && o.perimetre.toLowerCase() === voulu)
    expect(fonction === 'PART' ? ligne?.taux : ligne?.manque).toBeCloseTo(Number(attendu), 9)
  })
})
