import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte, formatNombre } from '../../core/index.ts'
import { activites } from '../../ui/activites.ts'
import { bandeau } from '../../ui/bandeau.ts'
import { etapes, type Etape } from '../../ui/etapes.ts'
import { etatChargement } from '../../ui/etats.ts'
import { progression } from '../../ui/progression.ts'
import { annuler, lire } from './actions-donnees.ts'
import { allerGrille } from './actions-grille.ts'
import type { CodeActivite } from './activites/ecran.ts'
import { ouvrirActivite } from './activites/ouvrir.ts'
import { ACTIVITES } from './activites/registre.ts'
import { bouton, faute, suite } from './elements.ts'
import type { CodeEtape, Etat } from './etat.ts'
import { sansClassement } from './sans-classement.ts'
import { vueAnomalies } from './vue-anomalies.ts'
import { ouvrirDemande, vueCotation } from './vue-cotation.ts'
import { vueDonnees } from './vue-donnees.ts'
import { vueEnregistrer } from './vue-enregistrer.ts'
import { vueExplication } from './vue-explication.ts'
import { vueGrille } from './vue-grille.ts'
import type { Volet } from './volet.ts'

function compterAnomalies({ groupes }: Etat): number {
  return groupes.reduce((somme, { nombre }) => somme + nombre, 0)
}

function etapeDonnees({ lecture, lecturePerimee, table }: Etat): Etape {
  const base = { code: 'donnees', nom: 'Données' }
  if (lecture === undefined)
    return { ...base, etat: table === undefined ? 'a-faire' : 'a-revoir', ...(table && { precision: 'à confirmer' }) }
  if (lecturePerimee) return { ...base, etat: 'a-revoir', precision: 'à relire' }
  return { ...base, etat: 'fait', precision: formatCompte(lecture.demandes, 'demande') }
}

function etapeAnomalies(etat: Etat): Etape {
  const base = { code: 'anomalies', nom: 'Anomalies', fermee: etat.lecture === undefined }
  if (etat.lecture === undefined) return { ...base, etat: 'a-faire' }
  const nombre = compterAnomalies(etat)
  if (nombre === 0) return { ...base, etat: 'fait', precision: 'aucune' }
  return etat.anomaliesVues
    ? { ...base, etat: 'fait', precision: formatCompte(nombre, 'anomalie') }
    : { ...base, etat: 'a-faire', precision: `${formatNombre(nombre)} à voir` }
}

function etapeGrille({ lecture, grille, fauteGrille }: Etat): Etape {
  const base = { code: 'grille', nom: 'Grille', fermee: lecture === undefined }
  if (fauteGrille !== undefined) return { ...base, etat: 'a-revoir', precision: 'refusée' }
  return grille === undefined ? { ...base, etat: 'a-faire' } : { ...base, etat: 'fait', precision: grille.nom }
}

function etapeCotation({ cotation, cotationPerimee }: Etat): Etape {
  const base = { code: 'cotation', nom: 'Cotation', fermee: cotation === undefined }
  if (cotation === undefined) return { ...base, etat: 'a-faire' }
  if (cotationPerimee) return { ...base, etat: 'a-revoir', precision: 'à refaire' }
  return { ...base, etat: 'fait', precision: `${formatNombre(cotation.classees)} classées` }
}

function lesEtapes(etat: Etat): readonly Etape[] {
  const fermee = etat.cotation === undefined
  const { explication, enregistres } = etat
  return [
    etapeDonnees(etat),
    etapeAnomalies(etat),
    etapeGrille(etat),
    etapeCotation(etat),
    {
      code: 'explication',
      nom: 'Explication',
      etat: 'a-faire',
      fermee,
      ...(explication === undefined ? {} : { precision: `rang ${explication.rang}` }),
    },
    { code: 'enregistrer', nom: 'Enregistrer', etat: enregistres.length > 0 ? 'fait' : 'a-faire', fermee },
  ]
}

/** What the host wants known: a cell being edited, then the rest, until it is closed. */
function avis(volet: Volet): TemplateResult | typeof nothing {
  const { saisie, avis: textes } = volet.etat
  if (saisie !== undefined) return bandeau({ genre: 'attention', titre: 'Excel attend', textes: [saisie] })
  const [titre, ...reste] = textes
  if (titre === undefined) return nothing
  const surFermer = (): void => {
    volet.changer({ avis: [] })
  }
  return bandeau({ genre: 'info', titre, textes: reste, surFermer })
}

function ouvrirEtape(volet: Volet, code: CodeEtape): void {
  if (code === 'grille') void allerGrille(volet)
  else {
    if (code === 'anomalies') volet.changer({ anomaliesVues: true })
    volet.aller(code)
  }
}

/** Ranking and explanation side by side where there is room; one of them otherwise, the other one step away. */
function deuxPanneaux(volet: Volet, large: boolean): TemplateResult {
  const { etape, liste, cotation } = volet.etat
  if (cotation === undefined) return sansClassement(volet, etape === 'explication' ? 'Explication' : 'Cotation')
  const ouvrir = (place: number): void => {
    ouvrirDemande(volet, place, large)
  }
  const enregistrer = {
    texte: 'Enregistrer les résultats',
    icone: 'enregistrer' as const,
    surClic: () => {
      volet.aller('enregistrer')
    },
  }
  const expliquer = {
    texte: 'Voir l’explication',
    icone: 'explication' as const,
    desactive: (liste?.nombre ?? 0) === 0,
    surClic: () => {
      volet.aller('explication')
    },
  }
  return html`<div class="deux-panneaux" data-etape=${etape}>
      ${large || etape === 'cotation' ? vueCotation(volet, ouvrir) : html`<h1 class="volet-titre hors-ecran" tabindex="-1">Explication</h1>`}
      ${large || etape === 'explication' ? vueExplication(volet) : nothing}
    </div>
    ${suite(!large && etape === 'cotation' ? expliquer : enregistrer)}`
}

function etapeCourante(volet: Volet, large: boolean): TemplateResult {
  switch (volet.etat.etape) {
    case 'donnees':
      return vueDonnees(volet)
    case 'anomalies':
      return vueAnomalies(volet)
    case 'grille':
      return vueGrille(volet)
    case 'enregistrer':
      return vueEnregistrer(volet)
    default:
      return deuxPanneaux(volet, large)
  }
}

function travailEnCours(volet: Volet): TemplateResult | typeof nothing {
  const { enCours } = volet.etat
  if (enCours === undefined) return nothing
  const { titre, detail, annulable, annulation } = enCours
  return progression({
    titre,
    annulation,
    ...(detail === undefined ? {} : { detail }),
    ...(annulable ? { surAnnuler: () => void annuler(volet) } : {}),
  })
}

/** A reading that was cut goes on from the rows that came. */
function reprendre(volet: Volet): TemplateResult {
  return bouton({ texte: 'Reprendre', icone: 'suivant', surClic: () => void lire(volet) })
}

function annonces(volet: Volet): TemplateResult {
  const { faute: survenue } = volet.etat
  const actions = survenue?.reprise === 'lecture' ? reprendre(volet) : undefined
  return html`<div class="volet-annonces">${[avis(volet), travailEnCours(volet), faute(survenue, actions)]}</div>`
}

/** Scoring, step by step. */
function coter(volet: Volet, large: boolean): TemplateResult {
  const { etat } = volet
  return html`<div class="volet" data-etape=${etat.etape}>
    ${etapes({
      etapes: lesEtapes(etat),
      courante: etat.etape,
      sens: 'colonne',
      surChoix: (code) => {
        ouvrirEtape(volet, code as CodeEtape)
      },
    })}
    <div class="volet-travail">${annonces(volet)} ${etapeCourante(volet, large)}</div>
  </div>`
}

/** Another job: its screen, once fetched. */
function autreActivite(volet: Volet, large: boolean): TemplateResult {
  const ecran = volet.ecrans.get(volet.etat.activite)
  const attente = volet.etat.faute === undefined ? etatChargement('Ouverture…', 6) : nothing
  return html`<div class="volet" data-activite=${volet.etat.activite}>
    <div class="volet-travail">${annonces(volet)} ${ecran?.dessiner(large) ?? attente}</div>
  </div>`
}

function barre(volet: Volet): TemplateResult | typeof nothing {
  if (ACTIVITES.length === 0) return nothing
  return activites({
    activites: [{ code: 'coter', nom: 'Coter', icone: 'cotation' }, ...ACTIVITES],
    courante: volet.etat.activite,
    surChoix: (code) => {
      // A notice is of the job in which it was given.
      volet.changer({ avis: [] })
      void ouvrirActivite(volet, code as CodeActivite)
    },
  })
}

/** The whole pane. @param large whether two panels fit side by side */
export function dessinerVolet(volet: Volet, large: boolean): TemplateResult {
  const corps = volet.etat.activite === 'coter' ? coter(volet, large) : autreActivite(volet, large)
  return html`${barre(volet)}${corps}`
}
