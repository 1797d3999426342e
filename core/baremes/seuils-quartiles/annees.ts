/**
 * One row per year of thresholds, and nothing else to change: `scripts/seuils.ts` writes the file of a new year, this
 * list names it.
 */
export { default as annee2024 } from './2024.json' with { type: 'json' }
export { default as annee2025 } from './2025.json' with { type: 'json' }
export { default as annee2026 } from './2026.json' with { type: 'json' }
