import { expose } from 'comlink'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Hote } from '../../addin/ports/hote.ts'
import { Poste } from '../../addin/travail/poste.ts'
import { Session } from '../../addin/travail/session.ts'
import { Volet } from '../../addin/vues/volet.ts'

/** A worker whose messages go through real ports, in this process. */
function travailleur(): Worker {
  const { port1, port2 } = new MessageChannel()
  expose(new Session(), port2 as unknown as Parameters<typeof expose>[1])
  port2.start()
  port1.start()
  return Object.assign(port1, {
    terminate: () => {
      port1.close()
      port2.close()
    },
    onerror: null,
  }) as unknown as Worker
}

const hote = { aujourdhui: '2026-01-31' } as Hote

beforeEach(() => {
  const corps = {}
  vi.stubGlobal('document', { body: corps, activeElement: corps, querySelector: () => null })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A job that ends when told, and does not listen. */
function sourd<T>(valeur: T): { readonly faire: () => Promise<T>; readonly finir: () => void } {
  let finir = (): void => undefined
  const fin = new Promise<void>((resolve) => {
    finir = resolve
  })
  return { faire: () => fin.then(() => valeur), finir }
}

it('a work over before it could be stopped is kept, and said', async () => {
  const volet = new Volet(hote, new Poste(travailleur))
  const { faire, finir } = sourd('classement')
  const resultat = volet.travailler({ titre: 'Cotation des demandes', annulable: true }, 'Échec', faire)
  const coupe = volet.annuler()
  finir()
  expect(await resultat).toBe('classement')
  expect(await coupe).toBe(false)
  expect(volet.arretDemande).toBe(true)
  expect(volet.etat.avis).toEqual([
    'Cotation des demandes\u202f: c’était fini avant l’arrêt.',
    'Le résultat est gardé.',
  ])
  expect(volet.etat.enCours).toBeUndefined()
})

it('a work that stopped by itself says nothing', async () => {
  const volet = new Volet(hote, new Poste(travailleur))
  const { faire, finir } = sourd({ genre: 'annulee' as const })
  const resultat = volet.travailler({ titre: 'Lecture', annulable: true }, 'Échec', faire)
  const coupe = volet.annuler()
  finir()
  expect([await resultat, await coupe, volet.etat.avis]).toEqual([{ genre: 'annulee' }, false, []])
})

it('a work that cannot listen is cut with its worker, and the next one runs on another', async () => {
  const volet = new Volet(hote, new Poste(travailleur))
  const { faire } = sourd('jamais')
  const resultat = volet.travailler({ titre: 'Écriture', annulable: true }, 'Échec', faire)
  expect(await volet.annuler()).toBe(true)
  expect([await resultat, volet.etat.faute, volet.etat.avis]).toEqual([undefined, undefined, []])
  const suite = await volet.travailler({ titre: 'Champs', annulable: true }, 'Échec', (session) => session.champs())
  expect(suite?.length).toBeGreaterThan(20)
  expect(volet.arretDemande).toBe(false)
})
