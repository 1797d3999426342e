import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte, formatNombre } from '../../core/index.ts'
import { bandeau } from '../../ui/bandeau.ts'
import { choix, interrupteur, saisie } from '../../ui/champ.ts'
import { allerGrille } from './actions-grille.ts'
import { changerJour, choisir, lire, ouvrir } from './actions-donnees.ts'
import { panneau, suite, titre, type Bouton } from './elements.ts'
import { lisible, type Etat } from './etat.ts'
import { retenir } from './memoire.ts'
import { tableDesDemandes } from './table-editee.ts'
import { vueColonnes } from './vue-colonnes.ts'
import { alerteBloquants, vueDoutes } from './vue-doutes.ts'
import { vueVides } from './vue-vides.ts'
import type { Volet } from './volet.ts'

function accueil(volet: Volet): TemplateResult {
  return html`${titre(
      'Cotez vos demandes de logement social',
      `${volet.hote.surPlace === undefined ? 'Ouvrez l’export du SNE tel quel' : 'Choisissez le tableau des demandes'}. Les colonnes sont reconnues, les anomalies montrées, chaque point expliqué.`,
    )}
    ${volet.hote.ouverture((source) => void ouvrir(volet, source), false)}
    <p class="aide volet-mention">
      La cotation est une aide à la décision&#8239;: la commission d’attribution reste libre de son choix. Tout se passe
      sur ce poste, rien n’est envoyé.
    </p>`
}

function intitule(etat: Etat): string {
  const { lecture, table } = etat
  if (lecture !== undefined) return `${formatCompte(lecture.demandes, 'demande lue', 'demandes lues')}`
  if (table === undefined) return 'Ouverture'
  return lisible(etat) ? 'Colonnes reconnues' : 'Colonnes à désigner'
}

function resume({ table, source }: Etat): string {
  if (table === undefined || source === undefined) return ''
  const reconnues = table.colonnes.filter(({ champ }) => champ !== null).length
  const feuille = table.feuilles.length > 1 ? `, feuille «\u202f${table.feuille}\u202f»` : ''
  return `${source.nom}${feuille}\u202f: ${formatNombre(reconnues)} colonnes reconnues sur ${formatNombre(table.colonnes.length)}.`
}

/** Reads again when choices changed, then goes on. */
async function continuer(volet: Volet): Promise<void> {
  const { lecture, lecturePerimee } = volet.etat
  if ((lecture === undefined || lecturePerimee) && !(await lire(volet))) return
  if (volet.etat.groupes.length > 0) volet.aller('anomalies')
  else await allerGrille(volet)
}

function prochain(volet: Volet): Bouton {
  const { etat } = volet
  const nombre = etat.groupes.reduce((somme, groupe) => somme + groupe.nombre, 0)
  const surClic = (): void => void continuer(volet)
  const desactive = !lisible(etat) || etat.enCours !== undefined
  if (etat.lecture === undefined) return { texte: 'Lire les demandes', surClic, desactive }
  if (etat.lecturePerimee) return { texte: 'Relire avec ces choix', surClic, desactive }
  return {
    texte: nombre === 0 ? 'Choisir la grille' : `Voir les ${formatCompte(nombre, 'anomalie')}`,
    surClic,
    desactive,
  }
}

function reglages(volet: Volet): TemplateResult {
  const { jour, table, toutes } = volet.etat
  return panneau(
    'Réglages de la lecture',
    html`<div class="volet-champs">
      ${saisie({
        id: 'jour',
        libelle: 'Jour du calcul',
        aide: 'Les anciennetés et les âges sont comptés à ce jour.',
        genre: 'date',
        valeur: jour,
        surSaisie: (valeur) => {
          changerJour(volet, valeur)
        },
      })}
      ${
        table !== undefined && table.feuilles.length > 1
          ? choix({
              id: 'feuille',
              libelle: 'Feuille des demandes',
              aide: `En-têtes trouvés à la ligne ${String(table.ligneEntetes)}.`,
              options: table.feuilles.map((nom) => ({ valeur: nom, libelle: nom })),
              valeur: table.feuille,
              surChoix: (feuille) => void choisir(volet, { feuille, colonnes: {} }),
            })
          : nothing
      }
      ${interrupteur({
        id: 'toutes',
        libelle: 'Coter aussi les demandes inactives',
        coche: toutes,
        surChange: (coche) => {
          volet.changer({ toutes: coche, lecturePerimee: true })
          retenir(volet)
        },
      })}
    </div>`,
  )
}

function alerteRelecture({ lecture, lecturePerimee }: Etat): TemplateResult | typeof nothing {
  if (lecture === undefined || !lecturePerimee) return nothing
  return bandeau({
    genre: 'info',
    titre: 'Vos choix ont changé',
    textes: ['Les nombres ci-dessous datent de la lecture précédente. Relisez pour les mettre à jour.'],
  })
}

export function vueDonnees(volet: Volet): TemplateResult {
  const { etat } = volet
  if (etat.source === undefined) return accueil(volet)
  if (etat.table === undefined) return titre(`Ouverture\u202f: ${etat.source.nom}`)
  const editee = tableDesDemandes(volet)
  return html`${titre(intitule(etat), resume(etat))} ${alerteRelecture(etat)} ${alerteBloquants(editee)}
    <div class="deux-colonnes">
      <div>${vueDoutes(editee)} ${vueColonnes(editee)}</div>
      <div>
        ${reglages(volet)} ${vueVides(volet)}
        ${panneau(
          volet.hote.surPlace === undefined ? 'Changer de fichier' : 'Changer de tableau',
          volet.hote.ouverture((source) => void ouvrir(volet, source), true),
        )}
      </div>
    </div>
    ${suite(prochain(volet))}`
}
