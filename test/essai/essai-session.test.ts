import { readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { identifiant } from '../../addin/travail/essai/identifiants.ts'
import type { EssaiSession } from '../../addin/travail/essai/essai-session.ts'
import { Session } from '../../addin/travail/session.ts'
import type { EssaiVu } from '../../addin/travail/essai/contrat-essai.ts'
import { lireGrille } from '../../core/index.ts'
import { ouvrirClasseur } from '../../core/tableur/index.ts'
import { Dossier, executer } from '../outils/lancer-cli.ts'

const EXEMPLE = readFileSync('exemples/demandes-exemple.xlsx')
const GRILLE = JSON.parse(readFileSync('exemples/grille-exemple.json', 'utf8')) as { criteres: { code: string }[] }
const JOUR = '2026-01-31'
const TERRITOIRE = '200093201'
const DALO = identifiant('points', 'DALO')
const muet = (): void => undefined

async function sessionCotee(): Promise<Session> {
  const session = new Session()
  await session.ouvrir(new Uint8Array(EXEMPLE), 'demandes-exemple.xlsx')
  await session.lire({ jour: JOUR, videNon: [], sansDefauts: false, toutes: false, territoire: TERRITOIRE }, muet)
  session.poserGrille(GRILLE)
  await session.coter(JOUR)
  return session
}

/** The numbers of the ranking under the grid tried. */
function classement(essai: EssaiSession, { effet }: EssaiVu): readonly string[] {
  return essai.fenetre(0, effet.demandes).map(({ numero }) => numero)
}

/** The same, scored from nothing with a grid. */
async function classementDe(grille: unknown): Promise<readonly string[]> {
  const session = await sessionCotee()
  session.poserGrille(grille)
  await session.coter(JOUR)
  const { nombre } = session.filtrer({
    numero: '',
    typologie: '',
    commune: '',
    personnesMin: undefined,
    personnesMax: undefined,
    quartile: '',
    public: '',
    nature: '',
    limite: undefined,
  })
  return session.fenetre(0, nombre).map(({ numero }) => numero)
}

let session: Session
let essai: EssaiSession
let depart: EssaiVu

beforeEach(async () => {
  session = await sessionCotee()
  essai = await session.essai()
  depart = await essai.ouvrir()
})

function dalo(valeur: string, geste?: string): EssaiVu {
  return essai.regler({ id: DALO, valeur, ...(geste === undefined ? {} : { geste }) })
}

describe('« what if DALO were worth 40? »', () => {
  it('changes nothing before anything is moved', () => {
    expect(depart).toMatchObject({ modifiee: false, peutAnnuler: false, raisons: [] })
    expect(depart.effet.listes.changes).toBe(0)
    expect(depart.effet.deplacements.montent).toBe(0)
  })

  it('says what differs, and ranks as a scoring from nothing with that grid', async () => {
    const vu = dalo('40')
    expect(vu.differences).toEqual({ socle: [], locale: ['Reconnu prioritaire au titre du DALO\u202f: 50 → 40'] })
    const autre = { ...GRILLE, criteres: GRILLE.criteres.map((c) => (c.code === 'DALO' ? { ...c, points: 40 } : c)) }
    expect(classement(essai, vu)).toEqual(await classementDe(autre))
    expect(vu.essayee.empreinte).toBe(lireGrille(autre).empreinte)
    expect(vu.effet.listes.changes).toBeGreaterThan(0)
    expect(vu.effet.listes.phrase).toContain('listes de trois candidats')
  })

  it('is undone and done again, one step a gesture', () => {
    for (const valeur of ['49', '45', '41', '40']) dalo(valeur, 'un')
    dalo('30', 'deux')
    expect(essai.annuler().differences.locale[0]).toContain('50 → 40')
    expect(essai.annuler()).toMatchObject({ modifiee: false, peutAnnuler: false, peutRetablir: true })
    expect(essai.retablir().differences.locale[0]).toContain('50 → 40')
    expect(essai.retablir().differences.locale[0]).toContain('50 → 30')
    expect(essai.retablir().peutRetablir).toBe(false)
  })

  it('a gesture that comes back where it began is no step at all', () => {
    dalo('45', 'un')
    expect(dalo('50', 'un')).toMatchObject({ modifiee: false, peutAnnuler: false })
  })

  it('0 removes the criterion; points bring it back at its place, with the same identity', () => {
    const retire = dalo('0', 'un')
    expect(retire.differences.locale).toEqual(['Critère retiré\u202f: Reconnu prioritaire au titre du DALO'])
    expect(retire.reglages.familles[0]?.criteres[0]).toMatchObject({ code: 'DALO', retire: true })
    expect(dalo('50', 'deux').essayee.empreinte).toBe(depart.enForce.empreinte)
  })

  it.each([
    ['beaucoup', 'n’est pas un nombre'],
    ['1,234', 'deux décimales au plus'],
  ])('refuses « %s » and keeps the grid as it was', (valeur, raison) => {
    dalo('40')
    const vu = dalo(valeur)
    expect(vu.raisons.join(' ')).toContain(raison)
    expect(vu.differences.locale[0]).toContain('50 → 40')
  })
})

describe('every kind of setting', () => {
  it.each([
    ['bound of a condition', identifiant('condition', 'LONG', ''), '24', 'Plus de trois ans'],
    ['points of a bracket', identifiant('tranche', 'EFFORT', 1), '8', 'Part du loyer'],
    ['bounds of brackets', identifiant('bornes', 'EFFORT'), '20 % ; 40 %', 'Part du loyer'],
    ['units', identifiant('unites', 'ANCIENNETE', 'maximum'), '10', 'Deux points par semestre'],
    ['cap of a family', identifiant('plafond', 'ANC'), '', 'Plafond Ancienneté de la demande supprimé'],
    ['limit of the note', identifiant('note', 'note_max'), '80', 'Note maximale ajoutée'],
  ])('%s', (_, id, valeur, difference) => {
    const vu = essai.regler({ id, valeur })
    expect(vu.raisons).toEqual([])
    expect(vu.differences.locale.join(' ')).toContain(difference)
    expect(essai.annuler().modifiee).toBe(false)
  })

  it('tie-breaks', () => {
    const vu = essai.operer({ geste: 'ajouter-departage', departage: 'nb_personnes décroissant' })
    expect(vu.reglages).toMatchObject({ departageChange: true })
    expect(vu.differences.locale.join(' ')).toContain('Départage')
  })

  it('a slider offers room on both sides of the points in force', () => {
    const [critere] = depart.reglages.familles[0]?.criteres ?? []
    expect(critere?.points[0]?.curseur).toEqual({ min: 0, max: 100, pas: 1, valeur: 50 })
  })
})

describe('measures', () => {
  it('detail counts every demande once, and is given up when the grid changes meanwhile', async () => {
    const vu = dalo('40')
    const detail = await essai.detail()
    const total = detail?.bandes.table.flat().reduce((somme, n) => somme + n, 0)
    expect(total).toBe(vu.effet.demandes)
    expect(detail?.version).toBe(vu.version)
    expect(detail?.gains[0]?.groupes[0]).toMatchObject({ nom: 'Reconnus DALO', chiffres: { gagnants: '0' } })
  })

  it('explains a move criterion by criterion', () => {
    const [descente] = dalo('40').effet.descentes
    const e = essai.expliquer(descente?.demande ?? -1)
    expect(e.phrase).toMatch(/^Sa note perd 10.points\u202f: elle descend de/u)
    expect(e.criteres[0]).toMatchObject({ avant: '+50', apres: '+40', change: true })
  })

  it('robustness is of the grid tried, and stops when asked', async () => {
    dalo('40')
    const vue = await essai.robustesse(muet)
    expect(vue?.empreinte).toBe(dalo('40').essayee.empreinte)
    expect(vue?.intervalles).toHaveLength(19)
    expect(vue?.acceptabilite.methode).toContain('500 pondérations')
    const arretee = essai.robustesse(() => {
      session.annuler()
    })
    expect(await arretee).toBeUndefined()
  })

  it('equity withholds groups under eleven and gives an effect to every criterion', async () => {
    dalo('40')
    const vue = await essai.equite(muet)
    expect(vue?.tetes).toHaveLength(4)
    expect(vue?.effets[0]?.criteres).toHaveLength(GRILLE.criteres.length)
  })

  it('looks back with past allocations', async () => {
    const [premier = '', , troisieme = ''] = classement(essai, depart)
    const csv = `Numéro unique;Décision;Date CAL;Rang CAL\n${premier};Attribution du logement;15/03/2026;1\n${troisieme};Non-attribution;15/03/2026;2\ninconnu;Attribution du logement;15/03/2026;1\n`
    const bilan = await essai.bilan({ nom: 'attributions.csv', octets: new TextEncoder().encode(csv) })
    expect(bilan?.phrases[0]).toMatch(/^1\u00a0demande sur/u)
    expect(bilan?.deciles[0]?.obtenues).toBe('1')
    expect(bilan?.reserves.join(' ')).toContain('absente du classement')
  })

  it('past allocations of other demandes: says so, rather than a table of zeros', async () => {
    const csv = 'Numéro unique;Décision;Date CAL\nailleurs;Attribution du logement;15/03/2026\n'
    const bilan = await essai.bilan({ nom: 'attributions.csv', octets: new TextEncoder().encode(csv) })
    expect(bilan?.vide).toBe(true)
    expect(bilan?.reserves[0]).toContain('absente du classement')
  })

  it('dwellings of a file, their communes by name, and back', async () => {
    const donner = (texte: string): Promise<EssaiVu> =>
      essai.fournirLogements(new TextEncoder().encode(texte), 'logements.csv')
    const avant = depart.effet.listes.lots
    const vu = await donner('Ville;Type logement\nLille;T3\nRoubaix;T2\nNulle Part;T3\n')
    expect(vu.effet.listes).toMatchObject({ genre: 'fournis', lots: 2 })
    expect(vu.logements).toBe(
      '«\u202flogements.csv\u202f»\u202f: 2\u00a0logements lus, 1\u00a0ligne laissée de côté (commune ou type qui ne se lit pas).',
    )
    await expect(donner('Ville;Loyer\nLille;450\n')).rejects.toThrow('pas de colonne pour le type')
    await expect(donner('Ville;Type logement\nNulle Part;T3\n')).rejects.toThrow('Aucun logement')
    const apres = await essai.oublierLogements()
    expect([apres.effet.listes.genre, apres.effet.listes.lots, apres.logements]).toEqual([
      'recherches',
      avant,
      undefined,
    ])
  })

  it('takes the sheet « Attributions » of the workbook, and says nothing without one', async () => {
    expect((await essai.bilan())?.deciles).toHaveLength(10)
    const seules = new Session()
    const csv = 'Numéro unique;Date de dépôt;Nombre de personnes\n059010100000000001;01/01/2024;2\n'
    await seules.ouvrir(new TextEncoder().encode(csv), 'demandes.csv')
    await seules.lire({ jour: JOUR, videNon: [], sansDefauts: false, toutes: false }, muet)
    seules.poserGrille(GRILLE)
    await seules.coter(JOUR)
    const autre = await seules.essai()
    await autre.ouvrir()
    expect(await autre.bilan()).toBeUndefined()
  })
})

describe('a scenario saved, closed, opened again', () => {
  it('has the same identity and ranking in the session and on the command line', async () => {
    dalo('40')
    const { essai: vu, scenario } = essai.nommer('DALO à 40')
    const attendu = classement(essai, vu)
    expect(scenario).toMatchObject({
      nom: 'DALO à 40',
      id: 'grille-exemple-dalo-a-40',
      empreinte: vu.essayee.empreinte,
    })

    const ailleurs = await (await sessionCotee()).essai()
    await ailleurs.ouvrir()
    const octets = new TextEncoder().encode(JSON.stringify(scenario.ecrites.at(-1)))
    const [rouvert] = await ailleurs.lireFichiers([{ nom: 'dalo-40.json', octets }])
    expect(rouvert).toEqual(scenario)
    const relu = ailleurs.charger(rouvert?.ecrites ?? [])
    expect(relu.essayee.empreinte).toBe(scenario.empreinte)
    expect(classement(ailleurs, relu)).toEqual(attendu)

    using dossier = new Dossier()
    const fichier = dossier.dans('dalo-40.json')
    writeFileSync(fichier, octets)
    const cote = await executer(
      'coter',
      'exemples/demandes-exemple.xlsx',
      '--grille',
      fichier,
      '--jour',
      JOUR,
      '--json',
    )
    const document = JSON.parse(cote.sortie) as {
      grilles: { empreinte: string }[]
      cotations: { numero_unique: string; ordre: number }[]
    }
    expect(document.grilles[0]?.empreinte).toBe(scenario.empreinte)
    const ordonnees = document.cotations.toSorted((a, b) => a.ordre - b.ordre).map((d) => d.numero_unique)
    expect(ordonnees).toEqual(attendu)

    const grilles = ['exemples/grille-exemple.json', fichier]
    const compare = await executer(
      'comparer',
      'exemples/demandes-exemple.xlsx',
      '--grilles',
      ...grilles,
      '--jour',
      JOUR,
      '--json',
    )
    const comparaison = JSON.parse(compare.sortie) as { deplacements: unknown; grilles: { empreinte: string }[] }
    expect(comparaison.grilles[1]?.empreinte).toBe(scenario.empreinte)
    expect(comparaison.deplacements).toHaveLength(vu.effet.deplacements.classes.length)
  })

  it('an overlay keeps its core, told apart in the differences', async () => {
    const socle = { ...GRILLE, id: 'socle-regional' }
    session.poserGrille(socle)
    session.grilleSurSocle({ id: 'locale', nom: 'Grille locale' })
    session.editerGrille({ geste: 'ajouter-critere', champ: 'nb_mineurs', genre: 'unites', famille: '' })
    await session.coter(JOUR)
    await essai.ouvrir()
    dalo('40')
    const ajoute = essai.regler({ id: identifiant('points', 'NB_MINEURS'), valeur: '3' })
    expect(ajoute.differences.socle).toEqual(['Reconnu prioritaire au titre du DALO\u202f: 50 → 40'])
    expect(ajoute.differences.locale).toHaveLength(1)
    const { scenario } = essai.nommer('Essai local')
    expect(scenario.ecrites).toHaveLength(2)
    expect(essai.charger(scenario.ecrites).essayee.empreinte).toBe(scenario.empreinte)
  })

  it('without a name is refused', () => {
    dalo('40')
    expect(() => essai.nommer('  ')).toThrow('Donnez un nom')
  })
})

describe('the grid tried becomes the grid in force', () => {
  it('scores with it, and the former one comes back', async () => {
    const vu = dalo('40')
    const attendu = classement(essai, vu)
    expect(session.remplacerGrille([...essai.ecrites()]).empreinte).toBe(vu.essayee.empreinte)
    await session.coter(JOUR)
    const apres = await essai.ouvrir()
    expect(apres).toMatchObject({ modifiee: false, enForce: { empreinte: vu.essayee.empreinte } })
    expect(classement(essai, apres)).toEqual(attendu)
    expect(session.annulerEdition().empreinte).toBe(depart.enForce.empreinte)
  })
})

describe('files and sheets', () => {
  it('sheets of scenarios, each beside the grid in force, with charts', async () => {
    dalo('40')
    const { scenario } = essai.nommer('DALO [40] : un nom trop long pour une feuille d’Excel')
    const feuilles = essai.feuilles([scenario])
    expect(feuilles.map(({ nom }) => nom.length <= 31)).toEqual([true, true])
    expect(feuilles[0]?.graphiques?.map(({ nom }) => nom)).toEqual(['notes', 'mouvements', 'publics'])
    const lignes = essai.lignesFeuille(0, 0, 1000)
    expect(lignes.find(([, detail]) => String(detail).includes('DALO'))?.slice(2, 5)).toEqual([50, 40, -10])
    const { octets } = await essai.classeur([scenario])
    const relu = ouvrirClasseur(octets, 'scenarios.xlsx').feuilles.map(({ nom }) => nom)
    expect(relu).toEqual(feuilles.map(({ nom }) => nom))
  })

  it.each(['docx', 'html'] as const)('the document of the conference and the draft annex in %s', async (format) => {
    dalo('40')
    const dossier = await essai.dossier({ scenarios: [], question: 'Et si le DALO valait 40 ?', format })
    const annexe = await essai.annexe(format)
    expect(dossier.nom).toBe(`demandes-exemple - dossier de la grille.${format}`)
    expect(annexe.octets.length).toBeGreaterThan(1_000)
    if (format === 'docx') return
    const texte = new TextDecoder().decode(dossier.octets)
    expect(texte).toContain('Et si le DALO valait 40')
    const numeros = classement(essai, depart)
    expect(numeros.filter((numero) => texte.includes(numero))).toEqual([])
  })

  it('several scenarios are compared with the grid in force', () => {
    dalo('40')
    const quarante = essai.nommer('DALO à 40').scenario
    dalo('10')
    const dix = essai.nommer('DALO à 10').scenario
    const [a, b] = essai.comparer([quarante, dix])
    expect(a?.differences).toEqual(['Reconnu prioritaire au titre du DALO\u202f: 50 → 40'])
    expect(b?.part ?? 0).toBeGreaterThanOrEqual(a?.part ?? 1)
  })
})
