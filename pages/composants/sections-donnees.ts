import { html } from 'lit'
import { formatCompte, formatNombre } from '../../core/socle/format.ts'
import { barreFamilles, releve, type Part } from '../../ui/barre-familles.ts'
import { carteChiffre } from '../../ui/carte-chiffre.ts'
import { etiquette } from '../../ui/etiquette.ts'
import { tableDonnees } from '../../ui/table-donnees.ts'
import type { ColonneTable, ModeleTable, SensTri } from '../../ui/table-modele.ts'
import { COMMUNES, inventer, ordonner } from './demandes.ts'
import type { Section } from './section.ts'

export function sectionChiffres(): Section {
  const source = 'Source\u202f: jeu inventé, 2025. Baux signés dans l’année.'
  return {
    id: 'chiffres',
    titre: 'Chiffres',
    contenu: html`<div class="cartes">
      ${carteChiffre({
        titre: 'Attributions au premier quartile',
        chiffre: '21,4',
        unite: '%',
        comparaisons: [
          { ecart: '−3,6 points', avec: 'sous l’objectif', sens: 'defavorable' },
          { ecart: '+1,2 point', avec: 'de plus que le département', sens: 'favorable' },
        ],
        objectif: { valeur: 0.214, cible: 0.25, maximum: 0.5, texte: 'Objectif légal\u202f: 25\u202f%' },
        source,
      })}
      ${carteChiffre({
        titre: 'Demandes en attente',
        chiffre: '12\u202f480',
        comparaisons: [{ ecart: '+340', avec: 'depuis 2024' }],
        etiquette: etiquette('provisoire'),
        source,
      })}
      ${carteChiffre({ titre: 'Ménages relogés', etat: 'protege', etiquette: etiquette('protege'), source: 'Moins de 11 ménages\u202f: le chiffre n’est pas publié.' })}
      ${carteChiffre({ titre: 'Délai médian', etat: 'absent', source: 'La colonne «\u202fDate de bail\u202f» est vide dans ce fichier.' })}
    </div>`,
  }
}

const PARTS: readonly Part[] = [
  {
    nom: 'Publics prioritaires',
    points: 50,
    texte: '50',
    phrases: ['Reconnu DALO.', 'Violences\u202f: absorbé par un critère plus fort.'],
  },
  { nom: 'Ancienneté', points: 27, texte: '27', phrases: ['Demande déposée il y a 27 mois révolus.'] },
  {
    nom: 'Logement actuel',
    points: 20,
    texte: '20',
    phrases: ['Sur-occupation\u202f: 42 m² pour 5 personnes, il en faut 43.'],
  },
  {
    nom: 'Taux d’effort',
    points: 10,
    texte: '10',
    phrases: ['42,0\u202f% des ressources vont au loyer\u202f: 40\u202f% ou plus.'],
  },
  { nom: 'Lien au territoire', points: 8, texte: '8', phrases: ['Travaille dans une commune souhaitée.'] },
  { nom: 'Refus', points: -15, texte: '−15', phrases: ['Un refus sans motif depuis moins d’un an.'] },
]

export function sectionExplication(): Section {
  const barre = { parts: PARTS, total: '100 points', maximum: 180 }
  return {
    id: 'explication',
    titre: 'Explication d’une note',
    contenu: html`<div class="vitrine-grille">
      <div class="panneau">
        <h3>Pourquoi 100 points&#8239;?</h3>
        ${barreFamilles({ ...barre, bornes: ['0', '180 points'] })} ${releve(barre)}
      </div>
      <div class="panneau">
        <h3>Les voisins dans l’ordre</h3>
        <p class="aide">12e&#8239;: 104 points</p>
        ${barreFamilles({ parts: PARTS.map((part, i) => (i === 1 ? { ...part, points: 31 } : part)), total: '104', maximum: 180 })}
        <p class="aide">13e&#8239;: 100 points, cette demande</p>
        ${barreFamilles(barre)}
        <p class="aide">14e&#8239;: 97 points</p>
        ${barreFamilles({ parts: PARTS.map((part, i) => (i === 3 ? { ...part, points: 7 } : part)), total: '97', maximum: 180, bornes: ['0', '180 points'] })}
      </div>
    </div>`,
  }
}

const COLONNES: readonly ColonneTable[] = [
  { code: 'rang', titre: 'Rang', largeur: '4.5rem', nombre: true, triable: true, etroit: 'detail', prefixe: 'rang' },
  { code: 'numero', titre: 'Numéro unique', largeur: 'minmax(11rem, 1fr)', etroit: 'titre' },
  { code: 'points', titre: 'Points', largeur: '6rem', nombre: true, triable: true, etroit: 'valeur' },
  { code: 'mois', titre: 'Ancienneté', largeur: '8rem', nombre: true, triable: true, etroit: 'detail' },
  { code: 'personnes', titre: 'Ménage', largeur: '7rem', nombre: true, triable: true, etroit: 'detail' },
  { code: 'commune', titre: 'Commune souhaitée', largeur: 'minmax(9rem, 1fr)', etroit: 'detail' },
  { code: 'etat', titre: 'État', largeur: '7rem', etroit: 'marque' },
]

const NOMBRE = 150_000
const DEMANDES = inventer(NOMBRE, 7)
const CLASSEMENT = ordonner(DEMANDES.points, 'decroissant')
const RANGS = new Uint32Array(NOMBRE)
CLASSEMENT.forEach((demande, place) => {
  RANGS[demande] = place + 1
})
const VALEURS: Readonly<Record<string, ArrayLike<number>>> = {
  rang: RANGS,
  points: DEMANDES.points,
  mois: DEMANDES.mois,
  personnes: DEMANDES.personnes,
}

const etatTable: { ordre: Uint32Array; tri: { colonne: string; sens: SensTri }; selection: number } = {
  ordre: CLASSEMENT,
  tri: { colonne: 'rang', sens: 'croissant' },
  selection: 3,
}

function modele(redessiner: () => void): ModeleTable {
  const { ordre, tri, selection } = etatTable
  const lire = (code: string, demande: number): number => VALEURS[code]?.[demande] ?? 0
  const cellules: Readonly<Record<string, (demande: number) => ReturnType<ModeleTable['cellule']>>> = {
    rang: (d) => formatNombre(lire('rang', d)),
    numero: (d) => `0020126${String(d).padStart(6, '0')}02`,
    points: (d) => formatNombre(lire('points', d), { decimales: 2 }),
    mois: (d) => `${String(lire('mois', d))}\u00a0mois`,
    personnes: (d) => formatCompte(lire('personnes', d), 'pers.', 'pers.'),
    commune: (d) => COMMUNES[d % COMMUNES.length] ?? '',
    etat: (d) => (d % 9 === 4 ? etiquette('incomplet') : ''),
  }
  return {
    libelle: 'Demandes classées',
    colonnes: COLONNES,
    nombreLignes: NOMBRE,
    cellule: (ligne, colonne) => cellules[COLONNES[colonne]?.code ?? '']?.(ordre[ligne] ?? 0) ?? '',
    tri,
    selection,
    surTri: (colonne, sens) => {
      Object.assign(etatTable, { ordre: ordonner(VALEURS[colonne] ?? [], sens), tri: { colonne, sens } })
      redessiner()
    },
    surSelection: (ligne) => {
      etatTable.selection = ligne
      redessiner()
    },
  }
}

export function sectionTable(redessiner: () => void): Section {
  const demandes = modele(redessiner)
  const { libelle, colonnes, cellule } = demandes
  return {
    id: 'table',
    titre: 'Table',
    contenu: html`<p>
        150&#8239;000 demandes inventées. Clavier&#8239;: flèches, page, début, fin, Entrée pour ouvrir.
        <span id="table-ouverte">Ligne ouverte&#8239;: ${formatNombre(etatTable.selection + 1)}.</span>
      </p>
      ${tableDonnees(demandes)}
      <div class="vitrine-grille">
        <div class="vitrine-volet">${tableDonnees(demandes)}</div>
        <div class="vitrine-volet">
          ${tableDonnees({ libelle: `${libelle}, lecture seule`, colonnes, cellule, nombreLignes: 8, repere: (ligne) => ligne === 2 })}
        </div>
      </div>`,
  }
}
