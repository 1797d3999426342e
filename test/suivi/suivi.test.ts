import { describe, expect, it } from 'vitest'
import type { Progres } from '../../addin/travail/contrat.ts'
import { Session } from '../../addin/travail/session.ts'
import type { DemandeCompte } from '../../addin/travail/suivi/contrat-objectifs.ts'
import type { LectureSuivi } from '../../addin/travail/suivi/contrat-suivi.ts'
import type { Suivi } from '../../addin/travail/suivi/suivi.ts'
import type { ValeurEcrite } from '../../core/index.ts'
import { ouvrirClasseur } from '../../core/tableur/index.ts'
import { attributions, classeur, classeurSuivi, ENTETES, ENTETES_PARC, feuille, PARC } from './classeur-de-test.ts'

const muet: Progres = () => undefined
const TOUT: DemandeCompte = { annee: 2025, filtres: {} }

async function lire(suivi: Suivi, jour = '2026-01-31', videNon: readonly string[] = []): Promise<LectureSuivi> {
  const issue = await suivi.lire({ jour, videNon }, muet)
  if (issue.genre !== 'fait') throw new Error('the reading was stopped')
  return issue.valeur
}

async function ouvert(octets: Uint8Array = classeurSuivi(), jour?: string): Promise<Suivi> {
  const suivi = await new Session().suivi()
  await suivi.ouvrir([{ nom: 'suivi.xlsx', octets }])
  await lire(suivi, jour)
  return suivi
}

/** Rows as typed, by header: leases of 2025 outside of a QPV unless told. */
function lignes(
  ...parties: readonly (readonly [nombre: number, Partial<Record<(typeof ENTETES)[number], ValeurEcrite>>])[]
) {
  let numero = 0
  const base = { 'Date CALEOL': '2025-03-01', 'Bail signé le': '2025-03-10', QPV: 'non', 'Type de relogement': 'aucun' }
  return parties.flatMap(([nombre, cellules]) =>
    Array.from({ length: nombre }, () => {
      const ligne: Readonly<Record<string, ValeurEcrite>> = { ...base, ...cellules }
      return ENTETES.map(
        (entete) => ligne[entete] ?? (entete === 'Numéro unique' ? `0599${String(++numero).padStart(14, '0')}` : null),
      )
    }),
  )
}

describe('tables found by themselves', () => {
  it('finds allocations and stock among other sheets, columns recognised', async () => {
    const suivi = await new Session().suivi()
    const { tables, sansTable } = await suivi.ouvrir([{ nom: 'suivi.xlsx', octets: classeurSuivi() }])
    expect(tables.map(({ genre, feuille: nom }) => [genre, nom])).toEqual([
      ['attributions', 'Attributions'],
      ['parc', 'Parc'],
    ])
    expect(tables[0]?.colonnes.filter(({ champ }) => champ === null)).toEqual([])
    expect(sansTable).toEqual([])
  })

  it('takes them in the workbook of the scoring, and says when it is another one', async () => {
    const session = new Session()
    const suivi = await session.suivi()
    expect(suivi.chercher()).toEqual({ tables: [], sansTable: [] })
    const demandes = feuille(
      'Demandes',
      ['Numéro unique', 'Date de dépôt', 'Nombre de personnes à loger'],
      [['059900000000000001', '2024-01-01', 2]],
    )
    await session.ouvrir(classeur(demandes, feuille('Attributions', ENTETES, attributions([2025], 40))), 'a.xlsx')
    expect(suivi.autreClasseur()).toBe(true)
    expect(suivi.chercher().tables.map(({ feuille: nom }) => nom)).toEqual(['Attributions'])
    expect(suivi.autreClasseur()).toBe(false)
  })

  it('names a workbook that holds neither', async () => {
    const suivi = await new Session().suivi()
    const octets = classeur(feuille('Notes', ['Texte', 'Auteur'], [['rien', 'personne']]))
    expect(await suivi.ouvrir([{ nom: 'notes.xlsx', octets }])).toEqual({ tables: [], sansTable: ['notes.xlsx'] })
  })

  it('lets the user name the columns that it does not know', async () => {
    const suivi = await new Session().suivi()
    const [premiere = []] = attributions([2025], 1)
    const entetes = ['NUR', 'Passage', 'Signature', ...ENTETES.slice(3)]
    const { tables } = await suivi.ouvrir([{ nom: 'a.xlsx', octets: classeur(feuille('Export', entetes, [premiere])) }])
    const cle = tables[0]?.cle ?? ''
    await expect(suivi.lire({ jour: '2026-01-31', videNon: [] }, muet)).rejects.toThrow('désignez-la')
    suivi.choisir(cle, { feuille: 'Export', colonnes: { 1: 'date_decision', 2: 'date_bail' } })
    expect((await lire(suivi)).attributions).toBe(1)
  })

  it('reads one file a landlord: duplicates counted once, origin kept', async () => {
    const suivi = await new Session().suivi()
    const toutes = attributions([2025], 60)
    const octets = (lues: typeof toutes): Uint8Array => classeur(feuille('Feuil1', ENTETES, lues))
    await suivi.ouvrir([
      { nom: 'nord.xlsx', octets: octets(toutes.slice(0, 40)) },
      { nom: 'sud.xlsx', octets: octets(toutes.slice(30)) },
    ])
    const lecture = await lire(suivi)
    expect([lecture.attributions, lecture.phrase]).toEqual([60, '60\u00a0attributions lues dans 2 fichiers'])
    const doublons = lecture.anomalies.find(({ code }) => code === 'doublon')
    expect(doublons?.nombre).toBe(10)
    const [premier] = suivi.anomalies(doublons?.cle ?? '', 0, 1)
    expect(premier?.endroit).toMatchObject({ fichier: 'sud.xlsx', ligne: 2 })
    suivi.objectifs(TOUT)
    const { nombre } = suivi.chercherLignes({ objectif: 'mutations', modalites: [], places: 'toutes' })
    expect(new Set(suivi.lignes(0, nombre).map(({ endroit }) => endroit.fichier))).toEqual(
      new Set(['nord.xlsx', 'sud.xlsx']),
    )
  })
})

describe('the answer first', () => {
  it('is not sure of a target that rows nobody can place would undo', async () => {
    const octets = classeur(
      feuille(
        'Attributions',
        ENTETES,
        lignes([3, { Quartile: 1 }], [7, { Quartile: 3 }], [5, { Quartile: 3, QPV: null }]),
      ),
    )
    const { titre, chapeau } = (await ouvert(octets)).objectifs(TOUT)
    // 3 of 10 is 30 %, but 3 of 15 would be 20 %.
    expect(titre).toBe('On ne sait pas encore si l’objectif du premier quartile hors QPV en 2025 est tenu')
    expect(chapeau).toContain('5\u00a0lignes ne disent pas assez pour être comptées')
  })

  it('says how many leases are missing, and at which landlord', async () => {
    const octets = classeur(
      feuille(
        'Attributions',
        ENTETES,
        lignes(
          [3, { Bailleur: 'Habitat A', Quartile: 1 }],
          [17, { Bailleur: 'Habitat A', Quartile: 3 }],
          [9, { Bailleur: 'Logis B', Quartile: 1 }],
          [11, { Bailleur: 'Logis B', Quartile: 2 }],
        ),
      ),
    )
    const suivi = await ouvert(octets)
    const { titre, cartes } = suivi.objectifs(TOUT)
    // 12 of 40 is 30 %: the whole holds, though Habitat A lacks 2 of the 5 that it needs.
    expect(titre).toBe('L’objectif du premier quartile hors QPV en 2025 est tenu\u202f: 30,0\u202f%')
    suivi.ventiler({ objectif: 'q1_hors_qpv', axes: ['bailleur'], tri: 'manque', croissant: false })
    expect(
      suivi.lignesVentilees(0, 9).map(({ noms, compte, manque, faible }) => [noms[0], compte, manque, faible]),
    ).toEqual([
      ['Habitat A', '3 sur 20\u00a0baux', '2', true],
      ['Logis B', '9 sur 20\u00a0baux', '0', true],
    ])
    expect(cartes[0]).toMatchObject({ taux: '30,0\u202f%', compte: '12 sur 40\u00a0baux', atteint: true, inconnues: 0 })
    const seul = suivi.objectifs({ annee: 2025, filtres: { bailleur: 'Habitat A' } })
    expect(seul.titre).toBe('Il manque 2\u00a0baux du premier quartile hors QPV en 2025')
    expect(seul.portee).toBe('Habitat A')
  })

  it('projects a year under way, and only that one', async () => {
    const octets = classeur(feuille('Attributions', ENTETES, attributions([2023, 2024, 2025], 300)))
    const enCours = (await ouvert(octets, '2025-09-30')).objectifs(TOUT)
    expect(enCours.chapeau).toMatch(/d’ici le 31\/12.*au rythme actuel vous finirez/u)
    expect((await ouvert(octets, '2026-01-31')).objectifs(TOUT).cartes[0]?.projection).toBeUndefined()
  })

  it('shows unknown rows as a bracket, and lists the cells to fill', async () => {
    const octets = classeur(
      feuille(
        'Attributions',
        ENTETES,
        lignes([10, { Bailleur: 'A', Quartile: 1 }], [26, { Bailleur: 'A', Quartile: 2 }], [4, { Bailleur: 'B' }]),
      ),
    )
    const suivi = await ouvert(octets)
    const [carte] = suivi.objectifs(TOUT).cartes
    expect([carte?.taux, carte?.fourchette]).toEqual([
      '25,0\u202f%',
      'de 25,0\u202f% à 35,0\u202f% selon 4\u00a0lignes à compléter',
    ])
    const [manque] = suivi.manques('q1_hors_qpv')
    expect(manque).toMatchObject({ champ: 'quartile', nombre: 4, colonneAbsente: false })
    expect(suivi.cellulesManquantes('quartile', 0, 9).map(({ endroit }) => [endroit.ligne, endroit.colonne])).toEqual(
      [38, 39, 40, 41].map((ligne) => [ligne, ENTETES.indexOf('Quartile')]),
    )
  })
})

describe('what is behind the figures', () => {
  it('gives for each figure of a breakdown the rows that make it', async () => {
    const suivi = await ouvert()
    suivi.objectifs(TOUT)
    const { nombre, total } = suivi.ventiler({
      objectif: 'q1_hors_qpv',
      axes: ['bailleur', 'qpv'],
      tri: 'nom',
      croissant: true,
    })
    let comptees = 0
    for (const { noms, modalites, compte } of suivi.lignesVentilees(0, nombre)) {
      const voulues = modalites.map((m, i) => [(['bailleur', 'qpv'] as const)[i] ?? 'qpv', m] as const)
      const { parPlace } = suivi.chercherLignes({ objectif: 'q1_hors_qpv', modalites: voulues, places: 'toutes' })
      expect([noms, compte.split(' ')[0]]).toEqual([noms, String(parPlace.avec)])
      comptees += parPlace.avec
    }
    expect(total.compte.split(' ')[0]).toBe(String(comptees))
  })

  it('shows a row as it was written, cell by cell', async () => {
    const suivi = await ouvert()
    suivi.objectifs(TOUT)
    suivi.chercherLignes({ objectif: 'q1_hors_qpv', modalites: [['bailleur', 'Logis Flandre']], places: 'avec' })
    const [ligne] = suivi.lignes(0, 1)
    if (ligne === undefined) throw new Error('no row')
    const { titre, cellules } = await suivi.detailler(ligne.endroit)
    expect(titre).toBe(`Ligne ${String(ligne.endroit.ligne)}, suivi.xlsx`)
    expect(cellules.find(({ entete }) => entete === 'Numéro unique')?.valeur).toBe(ligne.numero)
    expect(cellules.find(({ entete }) => entete === 'Bailleur')?.valeur).toBe('Logis Flandre')
  })

  it('narrows to what is asked, the quarter by the day that each target counts', async () => {
    const suivi = await ouvert()
    const { nombre } =
      suivi.objectifs(TOUT) && suivi.chercherLignes({ objectif: 'q1_hors_qpv', modalites: [], places: 'toutes' })
    let somme = 0
    for (const trimestre of ['T1', 'T2', 'T3', 'T4']) {
      suivi.objectifs({ annee: 2025, filtres: { trimestre } })
      somme += suivi.chercherLignes({ objectif: 'q1_hors_qpv', modalites: [], places: 'toutes' }).nombre
    }
    expect(somme).toBe(nombre)
  })
})

describe('effort, local targets, quartile, flow', () => {
  it('shares exactly, by a rule that can be changed, and refuses what is no number', async () => {
    const suivi = await ouvert()
    suivi.objectifs(TOUT)
    const demande = { objectif: 'q1_hors_qpv', par: 'bailleur' as const, effort: 14, poidsVacances: 0.5, vacances: {} }
    const efforts = (poidsVacances: number): readonly number[] =>
      suivi.partager({ ...demande, poidsVacances }).parties.map(({ effort }) => Number(effort))
    for (const poids of [0, 0.5, 1]) expect(efforts(poids).reduce((a, b) => a + b, 0)).toBe(14)
    expect(efforts(0)).not.toEqual(efforts(1))
    // Weight on the gap alone: who lacks nothing is asked nothing.
    const sansRetard = suivi.partager({ ...demande, poidsVacances: 0 }).parties.filter(({ manque }) => manque === '0')
    expect(sansRetard.map(({ effort }) => effort)).toEqual(sansRetard.map(() => '0'))
    const communes = suivi.partager({ ...demande, par: 'commune' })
    expect(communes.parties.map(({ libelle }) => libelle).toSorted()).toEqual(['Lille', 'Roubaix', 'Tourcoing'])
    expect(() => suivi.partager({ ...demande, effort: 1.5 })).toThrow('nombres entiers')
  })

  it('warns when a local target is set under the legal floor, and refuses what is no share', async () => {
    const suivi = await ouvert()
    suivi.objectifs(TOUT)
    const cible = (code: string) => suivi.cibles().find((c) => c.code === code)
    expect(cible('prioritaires_par_bailleur')).toMatchObject({
      valeur: '42,5',
      avertissement: undefined,
      aVerifier: true,
    })
    suivi.fixerCible('prioritaires_par_bailleur', '20')
    expect(cible('prioritaires_par_bailleur')?.avertissement).toContain('sous le plancher légal')
    expect(() => suivi.fixerCible('prioritaires_par_bailleur', '120')).toThrow('entre 0')
    expect(cible('prioritaires_par_bailleur')?.valeur).toBe('20')
  })

  it('takes a target of the user’s own, counts it, and lets it go', async () => {
    const suivi = await ouvert()
    suivi.objectifs(TOUT)
    const propre = {
      libelle: 'Mutations',
      assiette: 'decisions',
      champ: 'nature',
      valeur: 'mutation',
      genre: 'taux',
      attendu: '25',
      par: 'bailleur',
    } as const
    const [ajoutee] = suivi.ajouterCible(propre)
    const carte = suivi.objectifs(TOUT).observees.find(({ cle }) => cle === 'mutations')
    expect(ajoutee?.resultat.startsWith(carte?.taux ?? '?')).toBe(true)
    expect(ajoutee?.parNom.map(({ nom }) => nom)).toEqual(['Habitat du Nord', 'Logis Flandre', 'Partenord fictif'])
    expect(() => suivi.ajouterCible({ ...propre, libelle: '' })).toThrow('Donnez un nom')
    expect(suivi.retirerCible(ajoutee?.code ?? '').some(({ propre: sienne }) => sienne)).toBe(false)
  })

  it('keeps what was set on targets, for another session to take up', async () => {
    const suivi = await ouvert()
    suivi.objectifs(TOUT)
    expect(suivi.ciblesAGarder()).toBeUndefined()
    const propre = {
      libelle: 'Mutations',
      assiette: 'decisions',
      champ: 'nature',
      valeur: 'mutation',
      genre: 'taux',
      attendu: '25',
      par: 'bailleur',
    } as const
    suivi.fixerCible('prioritaires_par_bailleur', '20')
    const [premiere] = suivi.ajouterCible(propre)
    suivi.ajouterCible({ ...propre, libelle: 'Deuxième' })
    suivi.retirerCible(premiere?.code ?? '')
    const attendues = suivi.ajouterCible({ ...propre, libelle: 'Troisième' })
    expect(attendues.filter((c) => c.propre).map(({ libelle }) => libelle)).toEqual(['Deuxième', 'Troisième'])
    const gardees = JSON.parse(JSON.stringify(suivi.ciblesAGarder())) as NonNullable<ReturnType<Suivi['ciblesAGarder']>>
    const autre = await ouvert()
    autre.objectifs(TOUT)
    autre.reprendreCibles(gardees)
    expect(autre.cibles()).toEqual(attendues)
    expect(() => {
      autre.reprendreCibles({ fixees: [], propres: [{ code: 'x', libelle: 3 }] })
    }).toThrow()
    expect(autre.cibles()).toEqual(attendues)
  })

  it.each([
    ['787,99', 'Premier quartile'],
    ['788', 'Deuxième quartile'],
  ])('situates a household on each side of the threshold of Lille: %s €', async (ressources, phrase) => {
    const suivi = await ouvert()
    const demande = {
      ressources,
      personnes: '1',
      moinsDe14: '',
      epci: '200093201',
      annee: 2026,
      borne: 'stricte',
    } as const
    expect((await suivi.situer(demande)).phrase).toBe(`${phrase} (Métropole Européenne de Lille, seuils de 2026)`)
    await expect(suivi.situer({ ...demande, personnes: 'deux' })).rejects.toThrow('Attendu')
    expect(suivi.epciPrincipal()).toBe('200093201')
  })

  it('shares the flow exactly, says which ceiling is passed, and follows the delivery', async () => {
    const { bailleurs, livraisons, titre } = (await ouvert()).flux(2025)
    expect(titre).toBe('670\u00a0logements à répartir en 2025, 1\u00a0plafond dépassé')
    expect(bailleurs.map(({ parts }) => parts.reduce((somme, { logements }) => somme + Number(logements), 0))).toEqual([
      280, 180, 210,
    ])
    expect(bailleurs[1]?.plafonds.map(({ respecte }) => respecte)).toEqual([false, false])
    expect(livraisons).toHaveLength(9)
    expect(livraisons.every(({ livres }) => /^\d+$/u.test(livres))).toBe(true)
  })

  it('says that there is no stock rather than an empty flow', async () => {
    const suivi = await ouvert(classeur(feuille('Attributions', ENTETES, attributions([2025], 40))))
    expect(() => suivi.flux(2025)).toThrow('Aucun tableau de parc')
  })
})

describe('sheets', () => {
  it('adds owned sheets with native charts to the workbook, and never reads them back', async () => {
    const suivi = await ouvert()
    const { octets, nom } = await suivi.produire('objectifs', TOUT)
    expect(nom).toBe('suivi - objectifs.xlsx')
    const noms = ouvrirClasseur(octets, nom).feuilles.map((f) => f.nom)
    expect(noms).toEqual(['Notes', 'Attributions', 'Parc', 'Objectifs', 'Objectifs par bailleur', 'À compléter'])
    const [objectifs] = suivi.feuilles('objectifs', TOUT)
    expect(objectifs?.graphiques?.map((g) => g.nom)).toContain('q1-hors-qpv-par-bailleur')
    const relu = await new Session().suivi()
    const { tables } = await relu.ouvrir([{ nom, octets }])
    expect(tables.map(({ feuille: f }) => f)).toEqual(['Attributions', 'Parc'])
  })

  it('gives the yearly report in a workbook of its own', async () => {
    const suivi = await ouvert()
    const { nom, octets } = await suivi.produire('bilan', TOUT)
    expect([nom, ouvrirClasseur(octets, nom).feuilles.map((f) => f.nom)]).toEqual([
      'suivi - bilan du flux.xlsx',
      ['Bilan du flux'],
    ])
  })

  it('draws each landlord on its own rows of the flow', async () => {
    const suivi = await ouvert(
      classeur(feuille('Attributions', ENTETES, attributions([2025], 60)), feuille('Parc', ENTETES_PARC, PARC)),
    )
    const [flux] = suivi.feuilles('flux', TOUT)
    for (const { titre, lignes: dessinees } of flux?.graphiques ?? []) {
      const siennes =
        flux?.lignes.slice(dessinees?.premiere, (dessinees?.premiere ?? 0) + (dessinees?.nombre ?? 0)) ?? []
      expect(new Set(siennes.map(([bailleur]) => bailleur))).toEqual(new Set([/Flux de (.*) \(/u.exec(titre)?.[1]]))
    }
    expect(flux?.graphiques).toHaveLength(3)
  })
})
