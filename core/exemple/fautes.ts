import type { Cellule } from '../socle/table.ts'
import type { Hasard } from './hasard.ts'
import { placeDe } from './colonnes.ts'
import { COLONNES_ATTRIBUTIONS } from './colonnes-attributions.ts'

type Ligne = Cellule[]

/** A kind of fault: what it does to a row, and to how many rows in a thousand. */
interface Faute {
  readonly nom: string
  readonly pourMille: number
  readonly abimer: (ligne: Ligne, precedentes: readonly Ligne[], hasard: Hasard) => void
}

function ecrire(entete: string, valeur: Cellule): Faute['abimer'] {
  const place = placeDe(entete)
  return (ligne) => {
    ligne[place] = valeur
  }
}

const NUMERO = placeDe('N° unique')

/** Faults seen in real exports, few enough to leave the example readable. */
const FAUTES: readonly Faute[] = [
  { nom: 'date impossible', pourMille: 1.5, abimer: ecrire('Date de dépôt', '31/02/2024') },
  { nom: 'année à deux chiffres', pourMille: 1, abimer: ecrire('Date de dépôt', '12/03/23') },
  { nom: 'date future', pourMille: 1.5, abimer: ecrire('Date de dépôt', '15/06/2062') },
  { nom: 'naissance illisible', pourMille: 1, abimer: ecrire('Né(e) le', 'inconnue') },
  { nom: 'numéro devenu nombre', pourMille: 1.5, abimer: ecrire('N° unique', 9.901240000018e16) },
  { nom: 'numéro en notation scientifique', pourMille: 1, abimer: ecrire('N° unique', '9,90124E+16') },
  { nom: 'logement inconnu', pourMille: 2, abimer: ecrire('Mode de logement actuel', 'Logement de passage') },
  { nom: 'motif inconnu', pourMille: 1, abimer: ecrire('Motif 2', 'Convenance') },
  { nom: 'erreur de formule', pourMille: 2, abimer: ecrire('RFR N-2', { erreur: '#N/A' }) },
  { nom: 'ressources en erreur', pourMille: 1, abimer: ecrire('Total ressources', { erreur: '#N/A' }) },
  { nom: 'nombre à deux marques', pourMille: 1, abimer: ecrire('Loyer + charges', '1.234,56') },
  { nom: 'surface négative', pourMille: 1, abimer: ecrire('Surface', -45) },
  { nom: 'enfants plus nombreux que le ménage', pourMille: 1, abimer: ecrire('Enfants < 14 ans', 14) },
  { nom: 'nombre de personnes absent', pourMille: 1.5, abimer: ecrire('Composition (nb pers)', null) },
  {
    nom: 'numéro en double',
    pourMille: 2,
    abimer: (ligne, precedentes, hasard) => {
      if (precedentes.length > 0) ligne[NUMERO] = hasard.parmi(precedentes)[NUMERO] ?? null
    },
  },
]

function ecrireAttribution(entete: string, valeur: Cellule): Faute['abimer'] {
  const place = COLONNES_ATTRIBUTIONS.findIndex((colonne) => colonne.entete === entete)
  return (ligne) => {
    ligne[place] = valeur
  }
}

/** Two landlords sent the same row: number, days and landlord twice. */
function redoubler(ligne: Ligne, precedentes: readonly Ligne[], hasard: Hasard): void {
  if (precedentes.length > 0) ligne.splice(0, ligne.length, ...hasard.parmi(precedentes))
}

const FAUTES_ATTRIBUTIONS: readonly Faute[] = [
  { nom: 'date impossible', pourMille: 0.8, abimer: ecrireAttribution('Bail signé le', '31/04/2025') },
  { nom: 'réservataire inconnu', pourMille: 1, abimer: ecrireAttribution('Contingent', 'Contingent à préciser') },
  { nom: 'ressources en erreur', pourMille: 1, abimer: ecrireAttribution('Ressources mensuelles', { erreur: '#N/A' }) },
  { nom: 'commune inconnue', pourMille: 0.6, abimer: ecrireAttribution('Commune', 'Villefictive') },
  { nom: 'ligne en double', pourMille: 2, abimer: redoubler },
]

/** Spoils a few cells of the rows in place, each kind of fault at least once when there are a hundred rows. */
export function abimer(lignes: readonly Ligne[], hasard: Hasard): void {
  appliquer(FAUTES, lignes, hasard)
}

/** The same for the table of allocations. */
export function abimerAttributions(lignes: readonly Ligne[], hasard: Hasard): void {
  appliquer(FAUTES_ATTRIBUTIONS, lignes, hasard)
}

function appliquer(fautes: readonly Faute[], lignes: readonly Ligne[], hasard: Hasard): void {
  if (lignes.length < 100) return
  for (const faute of fautes) {
    const nombre = Math.max(1, Math.round((faute.pourMille * lignes.length) / 1000))
    for (let i = 0; i < nombre; i += 1) {
      const place = hasard.entier(1, lignes.length - 1)
      const ligne = lignes[place]
      if (ligne !== undefined) faute.abimer(ligne, lignes.slice(0, place), hasard)
    }
  }
}
