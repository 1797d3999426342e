import type { ModuleVue } from './vue.ts'

/** One view of the page. */
export interface LigneVue {
  /** In the address. */
  readonly code: string
  /** In the list of views. */
  readonly nom: string
  readonly charger: () => Promise<ModuleVue>
}

/** The views, in the order in which they are offered: one row and one folder each. */
export const VUES: readonly LigneVue[] = [
  { code: 'ensemble', nom: 'Vue d’ensemble', charger: () => import('./ensemble/vue.ts') },
  { code: 'portrait', nom: 'Portrait', charger: () => import('./portrait/vue.ts') },
  { code: 'comparaison', nom: 'Comparaison', charger: () => import('./comparaison/vue.ts') },
  { code: 'evolution', nom: 'Évolution', charger: () => import('./evolution/vue.ts') },
  { code: 'carte', nom: 'Carte', charger: () => import('./carte/vue.ts') },
  { code: 'objectifs', nom: 'Objectifs', charger: () => import('./objectifs/vue.ts') },
  { code: 'reforme', nom: 'Réforme', charger: () => import('./reforme/vue.ts') },
  { code: 'initiatives', nom: 'Initiatives', charger: () => import('./initiatives/vue.ts') },
  { code: 'methode', nom: 'Méthode', charger: () => import('./methode/vue.ts') },
  { code: 'trousse', nom: 'Trousse', charger: () => import('./trousse/vue.ts') },
  { code: 'donnees', nom: 'Données', charger: () => import('./donnees/vue.ts') },
]

/** The view that an address asks for; an address that says nothing of views but names a figure is a portrait. */
export function vueDemandee({
  vue,
  territoire,
  indicateur,
}: {
  readonly vue?: string | undefined
  readonly territoire?: string | undefined
  readonly indicateur?: string | undefined
}): string {
  if (VUES.some(({ code }) => code === vue)) return vue ?? ''
  return territoire === undefined && indicateur === undefined ? 'ensemble' : 'portrait'
}
