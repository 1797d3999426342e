import type { Activite } from './activite.ts'

/** The jobs beside scoring, in the order of the bar. A new one is one row here, and one folder. */
export const ACTIVITES: readonly Activite[] = []
