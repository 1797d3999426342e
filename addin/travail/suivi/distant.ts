import type { Remote } from 'comlink'
import type { SessionDistante } from '../poste.ts'
import type { Suivi } from './suivi.ts'

/** The follow-up as the page sees it: every answer is a promise. */
export type SuiviDistant = Remote<Suivi>

const connus = new WeakMap<SessionDistante, Promise<SuiviDistant>>()

/** The follow-up of a session, asked for once. */
export function suiviDe(session: SessionDistante): Promise<SuiviDistant> {
  const connu = connus.get(session)
  if (connu !== undefined) return connu
  const demande = session.suivi() as unknown as Promise<SuiviDistant>
  connus.set(session, demande)
  return demande
}
