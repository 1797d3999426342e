import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { ouvrirExcel } from '../../addin/excel/index.ts'
import type { ClasseurExcel } from '../../addin/excel/port.ts'
import { GrilleOuverte } from '../../addin/travail/grille-ouverte.ts'
import { FeuillesGrilleExcel } from '../../addin/volet/feuilles-grille-excel.ts'
import { valeursDeListe } from '../hote-simule/validation.ts'
import type { FeuilleSimulee } from '../hote-simule/feuille.ts'
import type { HoteSimule } from '../hote-simule/hote.ts'
import { installer } from '../hote-simule/office.ts'
import { hoteDe } from '../hote-simule/scenario.ts'

const EXEMPLE: unknown = JSON.parse(readFileSync('exemples/grille-exemple.json', 'utf8'))
const COMPLETE: unknown = JSON.parse(readFileSync('exemples/grilles/fictive-complete.json', 'utf8'))
const SOCLE = {
  format: 'grille-cotation/1',
  id: 'regionale',
  nom: 'Socle régional',
  criteres: [
    { code: 'DALO', nom: 'Reconnu DALO', points: 50, verrouille: true, si: { champ: 'dalo', est: true } },
    { code: 'MOIS', nom: 'Mois d’attente', points: 1, par: { champ: 'anciennete_mois', chaque: 1 } },
    { code: 'HAND', nom: 'Handicap', points: 5, si: { champ: 'handicap', est: true } },
  ],
}

let hote: HoteSimule
let excel: ClasseurExcel
let grille: GrilleOuverte
let feuilles: FeuillesGrilleExcel

function feuille(nom: string): FeuilleSimulee {
  const trouvee = hote.classeur.feuille(nom)
  if (trouvee === undefined) throw new Error(`no sheet ${nom}`)
  return trouvee
}

/** A cell of a table by the code of its row and its header: [row, column]. */
function place(tableau: string, code: string, colonne: string): readonly [number, number] {
  const table = hote.classeur.tableau(tableau)
  if (table === undefined) throw new Error(`no table ${tableau}`)
  const { zone } = table
  const rang = table.colonnes.findIndex((c) => c.nom === colonne)
  for (let i = 1; i < zone.lignes; i++) {
    if (table.feuille.lire(zone.ligne + i, zone.colonne) === code) return [zone.ligne + i, zone.colonne + rang]
  }
  throw new Error(`no row ${code}`)
}

function listeDe(nom: string, [ligne, colonne]: readonly [number, number]): readonly unknown[] | undefined {
  const source = feuille(nom).validation(ligne, colonne)?.regle?.list?.source
  return source === undefined ? undefined : valeursDeListe(hote.classeur, feuille(nom), source)
}

async function ecrire(): Promise<readonly string[]> {
  const tables = grille.tables()
  const phrases = await feuilles.ecrire(tables)
  await feuilles.habiller(tables, [])
  return phrases
}

async function relire() {
  const lues = await feuilles.lire()
  if (lues === undefined) throw new Error('no sheets')
  const relues = grille.relireTables(lues)
  await feuilles.habiller(relues.saisies, relues.fautes)
  return relues
}

async function ouvrir(noms: readonly string[] = []): Promise<void> {
  hote = hoteDe({
    profil: 'web',
    feuilles: [{ nom: 'Export', lignes: [[null]] }, ...noms.map((nom) => ({ nom, lignes: [['à moi']] }))],
  })
  installer(globalThis, hote)
  excel = await ouvrirExcel({ reglages: { pause: 0 } })
  feuilles = new FeuillesGrilleExcel(excel)
  grille = new GrilleOuverte()
}

beforeEach(() => ouvrir())

describe('the grid in its sheets', () => {
  it.each([
    ['grille-exemple', EXEMPLE],
    ['fictive-complete', COMPLETE],
    ['the core', SOCLE],
  ])('%s is read back the same, to its last member', async (_, brute) => {
    const avant = grille.poser(brute)
    await ecrire()
    const { changee, fautes } = await relire()
    expect({ changee, fautes }).toEqual({ changee: false, fautes: [] })
    const autre = new GrilleOuverte()
    expect(autre.relireTables((await feuilles.lire()) ?? []).grille?.empreinte).toBe(avant.empreinte)
  })

  it('proposes fields, tests, families, yes and no, and the codes of closed lists', async () => {
    grille.poser(EXEMPLE)
    await ecrire()
    const [premier] = grille.vue().familles.flatMap(({ criteres }) => criteres)
    const code = premier?.code ?? ''
    expect(listeDe('Grille', place('Grille', code, 'champ'))).toContain('anciennete_mois')
    expect(listeDe('Grille', place('Grille', code, 'test'))).toContain('parmi')
    expect(listeDe('Grille', place('Grille', code, 'justificatif'))).toEqual(['oui', 'non'])
    expect(listeDe('Grille', place('Grille', code, 'famille'))).toEqual(
      grille.vue().familles.flatMap((f) => (f.code === '' ? [] : [f.code])),
    )
    const [ligne, colonne] = place('Grille', code, 'justificatif')
    expect(hote.utilisateurTape(feuille('Grille'), ligne, colonne, 'peut-être')).toBe('refuse')
    expect(hote.utilisateurTape(feuille('Grille'), ligne, colonne, 'oui')).toBe('pris')
    const [lc, cc] = place('Grille', code, 'champ')
    expect(hote.utilisateurTape(feuille('Grille'), lc, cc, 'Nombre de personnes')).toBe('averti')
  })

  it('proposes the values of the field that a row names, and follows it', async () => {
    grille.poser(SOCLE)
    await ecrire()
    const valeur = place('Grille', 'HAND', 'valeur')
    expect(listeDe('Grille', valeur)).toEqual(['oui', 'non'])
    hote.utilisateurTape(feuille('Grille'), ...place('Grille', 'HAND', 'champ'), 'quartile')
    hote.utilisateurTape(feuille('Grille'), ...valeur, '1')
    await relire()
    expect(listeDe('Grille', valeur)).toEqual(['1', '2', '3', '4'])
  })

  it('takes what is typed, as one step that can be undone', async () => {
    grille.poser(SOCLE)
    await ecrire()
    const avant = grille.vue().empreinte
    hote.utilisateurTape(feuille('Grille'), ...place('Grille', 'HAND', 'points'), '8')
    const { changee, grille: vue } = await relire()
    expect(changee).toBe(true)
    expect(vue?.familles.flatMap(({ criteres }) => criteres).find(({ code }) => code === 'HAND')?.regle).toContain('8')
    expect(grille.annuler().empreinte).toBe(avant)
  })

  it('takes a row typed below the table', async () => {
    grille.poser(SOCLE)
    await ecrire()
    const table = hote.classeur.tableau('Grille')
    const bas = (table?.zone.ligne ?? 0) + (table?.zone.lignes ?? 0)
    const taper = (titre: string, texte: string) =>
      hote.utilisateurTape(feuille('Grille'), bas, table?.colonnes.findIndex((c) => c.nom === titre) ?? 0, texte)
    taper('code', 'PLUS')
    taper('points', '12')
    taper('champ', 'dalo')
    taper('test', 'est')
    expect(taper('valeur', 'oui')).toBe('pris')
    const { fautes, grille: vue } = await relire()
    expect(fautes).toEqual([])
    expect(vue?.familles.flatMap(({ criteres }) => criteres).map(({ code }) => code)).toContain('PLUS')
  })

  it('shows a fault at its cell and keeps the last right grid, until it is corrected', async () => {
    grille.poser(SOCLE)
    await ecrire()
    const avant = grille.vue().empreinte
    const [ligne, colonne] = place('Grille', 'HAND', 'champ')
    hote.utilisateurTape(feuille('Grille'), ligne, colonne, 'handicapp')
    const { fautes, changee } = await relire()
    expect(fautes).toMatchObject([{ table: 'Grille', ligne: ligne + 1, colonne: 'champ' }])
    expect([changee, grille.vue().empreinte]).toEqual([false, avant])
    expect(feuille('Grille').fond(ligne, colonne)).toBe('#FBD9DE')
    expect(feuille('Grille').validation(ligne, colonne)?.invite?.message).toBe(fautes[0]?.message)
    await feuilles.montrer(fautes[0])
    expect(hote.classeur.selection).toMatchObject({ feuille: { nom: 'Grille' }, zone: { ligne, colonne } })
    hote.utilisateurTape(feuille('Grille'), ligne, colonne, 'handicap')
    expect((await relire()).fautes).toEqual([])
    expect(feuille('Grille').fond(ligne, colonne)).toBeUndefined()
    expect(feuille('Grille').validation(ligne, colonne)?.invite).toBeUndefined()
  })

  it('a grid changed in the pane goes to the same sheets and tables, formulas on them kept', async () => {
    grille.poser(SOCLE)
    await ecrire()
    const table = hote.classeur.tableau('Grille')
    feuille('Export').saisir(0, 5, '=SUM(Grille[points])')
    grille.editer({ geste: 'points', critere: 'HAND', points: '9' })
    await ecrire()
    expect(hote.classeur.tableau('Grille')).toBe(table)
    expect(feuille('Export').lire(0, 5)).toBe(60)
    grille.editer({ geste: 'retirer-critere', critere: 'MOIS' })
    await ecrire()
    expect(feuille('Export').lire(0, 5)).toBe(59)
    expect((await relire()).changee).toBe(false)
  })

  it('a column of the user beside ours follows its row', async () => {
    grille.poser(SOCLE)
    await ecrire()
    const table = hote.classeur.tableau('Grille')
    if (table === undefined) throw new Error('no table')
    const { ligne, colonne, lignes, colonnes } = table.zone
    feuille('Grille').poser(ligne, colonne + colonnes, 'commentaire')
    table.redimensionner({ ...table.zone, lignes, colonnes: colonnes + 1 })
    feuille('Grille').poser(...place('Grille', 'HAND', 'commentaire'), 'voté en mars')
    grille.editer({ geste: 'retirer-critere', critere: 'MOIS' })
    await ecrire()
    expect(feuille('Grille').lire(...place('Grille', 'HAND', 'commentaire'))).toBe('voté en mars')
    expect(feuille('Grille').lire(...place('Grille', 'DALO', 'commentaire'))).toBeNull()
  })

  it('a sheet changed while the pane was away is taken up over the grid kept', async () => {
    grille.poser(SOCLE)
    await ecrire()
    const gardee = grille.vue().ecrites[0]
    hote.utilisateurTape(feuille('Grille'), ...place('Grille', 'HAND', 'points'), '8')
    feuilles = new FeuillesGrilleExcel(excel)
    grille = new GrilleOuverte()
    grille.poser(gardee)
    expect(await relire()).toMatchObject({ changee: true, fautes: [] })
    expect(grille.aEnregistrer()).toMatchObject({ criteres: [{}, {}, { code: 'HAND', points: 8 }] })
  })

  it('says when what was typed is replaced', async () => {
    grille.poser(SOCLE)
    expect((await ecrire()).join(' ')).not.toContain('remplacés')
    grille.editer({ geste: 'points', critere: 'HAND', points: '9' })
    expect((await ecrire()).join(' ')).not.toContain('remplacés')
    hote.utilisateurTape(feuille('Grille'), ...place('Grille', 'HAND', 'points'), '11')
    expect((await ecrire()).join(' ')).toContain('remplacés')
  })

  it('puts back what was typed, was never a grid, and was replaced', async () => {
    grille.poser(EXEMPLE)
    await ecrire()
    const [ligne, colonne] = place('Grille', 'DALO', 'points')
    feuille('Grille').poser(ligne, colonne, 'beaucoup')
    expect((await relire()).fautes).toHaveLength(1)
    await ecrire()
    expect([feuille('Grille').lire(ligne, colonne), feuilles.remplacees()]).toEqual([50, true])
    await feuilles.remettre()
    expect([feuille('Grille').lire(ligne, colonne), feuilles.remplacees()]).toEqual(['beaucoup', false])
    const { fautes } = await relire()
    expect(fautes.map((faute) => faute.ligne)).toEqual([ligne + 1])
    await ecrire()
    expect(feuille('Grille').lire(ligne, colonne)).toBe(50)
  })
})

describe('criteria locked by the core', () => {
  beforeEach(async () => {
    grille.poser(SOCLE)
    grille.surSocle({ id: 'locale', nom: 'Grille locale' })
    await ecrire()
  })

  it('are shaded, and refuse what is typed; the others take it', async () => {
    const [ligne, colonne] = place('Grille', 'DALO', 'points')
    expect(feuille('Grille').fond(ligne, colonne)).toBe('#E3E6EA')
    expect(hote.utilisateurTape(feuille('Grille'), ligne, colonne, '10')).toBe('refuse')
    expect(hote.utilisateurTape(feuille('Grille'), ...place('Grille', 'HAND', 'points'), '10')).toBe('pris')
    expect((await relire()).fautes).toEqual([])
    expect(grille.aEnregistrer()).toMatchObject({ id: 'locale', socle: 'regionale', criteres: [{ code: 'HAND' }] })
  })

  it('are found when emptied or pasted over, at their row', async () => {
    const [ligne, colonne] = place('Grille', 'DALO', 'points')
    hote.utilisateurEfface(feuille('Grille'), ligne, colonne)
    const effacee = (await relire()).fautes
    expect(effacee).toMatchObject([{ table: 'Grille', ligne: ligne + 1 }])
    feuille('Grille').poser(ligne, colonne, 40)
    const { fautes } = await relire()
    expect(fautes).toHaveLength(1)
    expect(fautes[0]).toMatchObject({ table: 'Grille', ligne: ligne + 1 })
    expect(fautes[0]?.message).toContain('verrouillé par le socle')
    feuille('Grille').poser(ligne, colonne, 50)
    expect((await relire()).fautes).toEqual([])
  })

  it('leave the table free to grow: the sheet is not protected', () => {
    expect(feuille('Grille').protegee).toBe(false)
  })
})

describe('whose sheets they are', () => {
  it('a sheet of the user of that name is not touched', async () => {
    await ouvrir(['Grille'])
    grille.poser(SOCLE)
    const phrases = await ecrire()
    expect(feuille('Grille').zoneUtilisee()).toMatchObject({ lignes: 1, colonnes: 1 })
    expect(feuille('Grille').lire(0, 0)).toBe('à moi')
    expect(phrases.join(' ')).toContain('«\u202fGrille (2)\u202f»')
    expect(phrases.join(' ')).toContain('vous appartient')
    expect((await relire()).fautes).toEqual([])
  })

  it('nothing is read where there are no sheets', async () => {
    expect(await feuilles.lire()).toBeUndefined()
    await ouvrir(['Grille'])
    expect(await feuilles.lire()).toBeUndefined()
  })

  it('they are offered as demandes to nobody, and survive results and cleaning', async () => {
    grille.poser(SOCLE)
    await ecrire()
    expect((await excel.sources()).map(({ feuille: nom }) => nom)).not.toContain('Grille')
    await excel.reprendre()
    expect(listeDe('Grille', place('Grille', 'HAND', 'test'))).toContain('parmi')
  })

  it('a protected sheet is said, and a protected workbook too', async () => {
    hote.classeur.protege = true
    grille.poser(SOCLE)
    await expect(ecrire()).rejects.toThrow('structure du classeur est protégée')
    hote.classeur.protege = false
    await ecrire()
    feuille('Grille').protegee = true
    await expect(ecrire()).rejects.toThrow('est protégée')
    await expect(relire()).resolves.toMatchObject({ fautes: [] })
  })
})

describe('a fault at every request of a writing, one by one', () => {
  it.each(['avant', 'pendant', 'apres'] as const)('%s: said or overcome, and the next one succeeds', async (quand) => {
    grille.poser(SOCLE)
    hote.remettreCompteurs()
    await ecrire()
    const total = hote.compteurs.syncs
    expect(total).toBeGreaterThan(10)
    for (let n = 1; n <= total; n++) {
      for (const dure of [1, 50]) {
        await ouvrir()
        grille.poser(SOCLE)
        hote.remettreCompteurs()
        hote.pannes = Array.from({ length: dure }, (_, i) => ({
          auSync: n + i,
          quand: i === 0 ? quand : 'avant',
          code: 'GeneralException',
        }))
        const phrase = await ecrire().then(
          () => undefined,
          (erreur: unknown) => (erreur instanceof Error ? erreur.message : String(erreur)),
        )
        if (dure === 1) expect(phrase, `request ${String(n)}`).toBeUndefined()
        else expect(phrase, `request ${String(n)}`).toMatch(/Relancez/)
        hote.pannes = []
        await excel.reprendre()
        await ecrire()
        const { changee, fautes } = await relire()
        expect({ n, changee, fautes }).toEqual({ n, changee: false, fautes: [] })
        const visibles = hote.classeur.feuilles.filter((f) => f.visibilite === 'Visible').map((f) => f.nom)
        expect(visibles.sort()).toEqual(['Export', 'Familles', 'Grille', 'Parametres'])
        expect(hote.classeur.feuilles).toHaveLength(5)
      }
    }
  })
})
