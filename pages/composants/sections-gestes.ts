import { html, nothing } from 'lit'
import { bandeau } from '../../ui/bandeau.ts'
import { bascule, caseACocher, choix, interrupteur, saisie } from '../../ui/champ.ts'
import { depotFichier } from '../../ui/depot-fichier.ts'
import { etapes, type Etape } from '../../ui/etapes.ts'
import { etatChargement, etatVide } from '../../ui/etats.ts'
import { icone } from '../../ui/icones.ts'
import { progression } from '../../ui/progression.ts'
import type { Section } from './section.ts'

const rien = (): void => undefined

export function sectionBoutons(): Section {
  return {
    id: 'boutons',
    titre: 'Boutons',
    contenu: html`<div class="rangee">
        <fluent-button appearance="primary">Coter 150 000 demandes</fluent-button>
        <fluent-button>${icone('enregistrer', 'start')}Enregistrer le classeur</fluent-button>
        <fluent-button appearance="subtle">${icone('copier', 'start')}Copier</fluent-button>
        <fluent-button icon-only aria-label="Imprimer">${icone('imprimer')}</fluent-button>
      </div>
      <div class="rangee">
        <fluent-button appearance="primary" disabled>Coter</fluent-button>
        <fluent-button disabled>Enregistrer le classeur</fluent-button>
        <fluent-button size="small">Petit</fluent-button>
      </div>`,
  }
}

const ETAPES: readonly Etape[] = [
  { code: 'donnees', nom: 'Données', etat: 'fait' },
  { code: 'anomalies', nom: 'Anomalies', etat: 'a-revoir', precision: '12 à revoir' },
  { code: 'grille', nom: 'Grille', etat: 'fait' },
  { code: 'cotation', nom: 'Cotation', etat: 'en-cours' },
  { code: 'explication', nom: 'Explication', etat: 'a-faire' },
  { code: 'enregistrer', nom: 'Enregistrer', etat: 'a-faire', fermee: true },
]
let etapeCourante = 'cotation'

export function sectionEtapes(redessiner: () => void): Section {
  const surChoix = (code: string): void => {
    etapeCourante = code
    redessiner()
  }
  return {
    id: 'etapes',
    titre: 'Étapes',
    contenu: html`<div class="panneau">${etapes({ etapes: ETAPES, courante: etapeCourante, surChoix })}</div>
      <div class="vitrine-grille">
        <div class="vitrine-volet">${etapes({ etapes: ETAPES, courante: etapeCourante, surChoix })}</div>
        <div class="vitrine-volet">
          ${etapes({ etapes: ETAPES, courante: etapeCourante, surChoix, sens: 'colonne' })}
        </div>
      </div>`,
  }
}

let messageFerme = false

export function sectionMessages(redessiner: () => void): Section {
  return {
    id: 'messages',
    titre: 'Messages',
    contenu: html`${bandeau({
      genre: 'info',
      titre: 'Vide compte comme «\u202fnon\u202f» dans trois colonnes',
      textes: ['412 cellules sont concernées. Le choix est écrit dans le classeur avec le résultat.'],
    })}
    ${
      messageFerme
        ? nothing
        : bandeau({
            genre: 'succes',
            titre: '150\u202f000 demandes cotées',
            textes: ['Grille d’exemple 2026, au 31 janvier 2026.'],
            surFermer: () => {
              messageFerme = true
              redessiner()
            },
          })
    }
    ${bandeau({
      genre: 'attention',
      titre: '38 demandes incomplètes pourraient changer l’ordre',
      textes: ['Il manque les ressources du ménage\u202f: la note peut monter de 20 points.'],
      actions: html`<fluent-button>Voir les 38 demandes</fluent-button>`,
    })}
    ${bandeau({
      genre: 'erreur',
      titre: 'Le fichier n’a pas été lu',
      textes: [
        'La colonne «\u202fNuméro unique\u202f» est absente.',
        'Les colonnes lues sont\u202f: «\u202fDate\u202f», «\u202fCommune\u202f», «\u202fRessources\u202f». Choisissez celle qui porte le numéro.',
      ],
    })}`,
  }
}

const TYPES = ['Tous les types', 'T1', 'T2', 'T3', 'T4', 'T5 et plus']
const etatChamps = { type: 'T3', points: '25', recherche: '', vue: 'graphique', dalo: true, defauts: false }

export function sectionChamps(redessiner: () => void): Section {
  const poser = (changement: Partial<typeof etatChamps>): void => {
    Object.assign(etatChamps, changement)
    redessiner()
  }
  return {
    id: 'champs',
    titre: 'Champs',
    contenu: html`<div class="vitrine-grille">
        ${choix({
          id: 'v-type',
          libelle: 'Type recherché',
          options: TYPES.map((libelle) => ({ valeur: libelle, libelle })),
          valeur: etatChamps.type,
          surChoix: (type) => {
            poser({ type })
          },
        })}
        ${saisie({
          id: 'v-points',
          libelle: 'Points',
          aide: 'Au plus deux décimales. Un malus est négatif.',
          genre: 'nombre',
          unite: 'points',
          valeur: etatChamps.points,
          surSaisie: (points) => {
            poser({ points })
          },
        })}
        ${saisie({
          id: 'v-borne',
          libelle: 'Borne',
          genre: 'nombre',
          unite: '%',
          valeur: '30,4O',
          erreur: '«\u202f30,4O\u202f» n’est pas un nombre. Écrivez par exemple 30,40.',
          surSaisie: rien,
        })}
        ${saisie({ id: 'v-nom', libelle: 'Nom de la grille', facultatif: true, valeur: '', exemple: 'Grille 2026', surSaisie: rien })}
        ${saisie({
          id: 'v-recherche',
          libelle: 'Chercher un numéro unique',
          genre: 'recherche',
          valeur: etatChamps.recherche,
          surSaisie: (recherche) => {
            poser({ recherche })
          },
        })}
        ${saisie({ id: 'v-jour', libelle: 'Jour du calcul', genre: 'date', valeur: '2026-01-31', surSaisie: rien })}
        ${saisie({ id: 'v-fixe', libelle: 'Critère du socle régional', aide: 'Verrouillé par le socle.', valeur: 'Reconnu DALO', desactive: true, surSaisie: rien })}
      </div>
      <div class="vitrine-grille">
        ${caseACocher({
          id: 'v-dalo',
          libelle: 'Vide compte comme «\u202fnon\u202f»',
          aide: '412 cellules vides dans «\u202fReconnu DALO\u202f».',
          coche: etatChamps.dalo,
          surChange: (dalo) => {
            poser({ dalo })
          },
        })}
        ${caseACocher({ id: 'v-fige', libelle: 'Obligatoire', coche: true, desactive: true, surChange: rien })}
        ${interrupteur({
          id: 'v-defauts',
          libelle: 'Valeurs par défaut de la règle',
          coche: etatChamps.defauts,
          surChange: (defauts) => {
            poser({ defauts })
          },
        })}
        <div>
          ${bascule({
            nom: 'v-vue',
            legende: 'Vue',
            options: [
              { valeur: 'graphique', libelle: 'Graphique', icone: 'observatoire' },
              { valeur: 'tableau', libelle: 'Tableau', icone: 'tableur' },
            ],
            valeur: etatChamps.vue,
            surChoix: (vue) => {
              poser({ vue })
            },
          })}
        </div>
      </div>
      ${depotFichier({
        id: 'v-fichier',
        titre: 'Fichier de demandes',
        aide: '.xlsx ou .csv. Le fichier reste sur ce poste\u202f: rien n’est envoyé.',
        formats: '.xlsx,.csv',
        surFichiers: rien,
      })}`,
  }
}

export function sectionEtats(): Section {
  return {
    id: 'etats',
    titre: 'Travail en cours, états vides',
    contenu: html`<div class="vitrine-grille">
        <div class="panneau">
          ${progression({ titre: 'Cotation', detail: '82\u202f000 demandes sur 150\u202f000', part: 0.547, surAnnuler: rien })}
        </div>
        <div class="panneau">${progression({ titre: 'Lecture du classeur' })}</div>
        <div class="panneau">
          ${progression({ titre: 'Cotation', detail: '90\u202f000 demandes sur 150\u202f000', part: 0.6, surAnnuler: rien, annulation: true })}
        </div>
      </div>
      <div class="vitrine-grille">
        ${etatVide({
          icone: 'filtre',
          titre: 'Aucune demande pour ce T5 à Laon',
          texte: 'Élargissez la commune ou la taille du ménage.',
          actions: html`<fluent-button>Retirer les filtres</fluent-button>`,
        })}
        ${etatVide({ titre: 'Aucune anomalie', texte: 'Toutes les cellules lues ont été comprises.' })}
        ${etatChargement('Lecture des colonnes…')}
      </div>`,
  }
}
