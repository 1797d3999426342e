import { it } from 'vitest'
import { Session } from '../../addin/travail/session.ts'
import { classeurSuivi } from './classeur-de-test.ts'

it('prints', async () => {
  const session = new Session()
  const suivi = await session.suivi()
  const t = await suivi.ouvrir([{ nom: 'suivi.xlsx', octets: classeurSuivi() }])
  console.log(t.tables.map((x) => [x.cle, x.feuille, x.colonnes.map((c) => c.champ)]))
  const l = await suivi.lire({ jour: '2026-01-31', videNon: [] }, () => {})
  console.log(JSON.stringify(l, null, 1))
  const o = suivi.objectifs({ annee: 2025, filtres: {} })
  console.log(JSON.stringify(o, null, 1))
  console.log(
    suivi.ventiler({ objectif: 'q1_hors_qpv', axes: ['bailleur'], tri: 'manque', croissant: false }),
    suivi.lignesVentilees(0, 10),
  )
  console.log(
    suivi.chercherLignes({ objectif: 'q1_hors_qpv', modalites: [['bailleur', 'Logis Flandre']], places: 'inconnues' }),
    suivi.lignes(0, 2),
  )
  console.log(suivi.manques('q1_hors_qpv'), suivi.cellulesManquantes('quartile', 0, 2))
  console.log(suivi.partager({ objectif: 'q1_hors_qpv', effort: undefined, poidsVacances: 0.5, vacances: {} }))
  console.log(JSON.stringify(suivi.cibles().slice(0, 4), null, 1))
  console.log(JSON.stringify(suivi.flux(2025), null, 1))
  console.log(
    await suivi.situer({
      ressources: '788',
      personnes: '1',
      moinsDe14: '',
      epci: '200093201',
      annee: 2026,
      borne: 'stricte',
    }),
  )
  console.log(suivi.convertir({ parc: '13 000', rotation: '8', reservataire: 'COLTER', logements: '236' }))
  for (const p of ['objectifs', 'flux', 'bilan'] as const)
    console.log(
      (await suivi.produire(p, { annee: 2025, filtres: {} })).nom,
      suivi.feuilles(p, { annee: 2025, filtres: {} }).map((f) => [f.nom, f.nombreLignes]),
    )
})
