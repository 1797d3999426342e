import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte, formatNombre } from '../../core/index.ts'
import { bandeau } from '../../ui/bandeau.ts'
import { choix, interrupteur, saisie } from '../../ui/champ.ts'
import { allerGrille } from './actions-grille.ts'
import { changerJour, choisir, lire, ouvrir } from './actions-donnees.ts'
import { ouvrirActivite } from './activites/ouvrir.ts'
import { bouton, panneau, suite, titre, type Bouton } from './elements.ts'
import { lisible, type Etat } from './etat.ts'
import { retenir } from './memoire.ts'
import { tableDesDemandes } from './table-editee.ts'
import { vueColonnes } from './vue-colonnes.ts'
import { alerteBloquants, vueDoutes } from './vue-doutes.ts'
import { vueTerritoire } from './vue-territoire.ts'
import { vueVides } from './vue-vides.ts'
import type { TableVue } from '../travail/contrat.ts'
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
  if (lecture?.demandes === 0) return 'Aucune demande à coter'
  if (lecture !== undefined) return formatCompte(lecture.demandes, 'demande lue', 'demandes lues')
  if (table === undefined) return 'Ouverture'
  return lisible(etat) ? 'Colonnes reconnues' : 'Colonnes à désigner'
}

function resume({ table, source }: Etat): string {
  if (table === undefined || source === undefined) return ''
  const reconnues = table.colonnes.filter(({ champ }) => champ !== null).length
  const feuille = table.feuilles.length > 1 ? `, feuille «\u202f${table.feuille}\u202f»` : ''
  return `${source.nom}${feuille}\u202f: ${formatCompte(reconnues, 'colonne reconnue', 'colonnes reconnues')} sur ${formatNombre(table.colonnes.length)}.${enTetes(table)}`
}

function enTetes({ ligneEntetes }: TableVue): string {
  return ligneEntetes === 1 ? '' : ` En-têtes à la ligne ${formatNombre(ligneEntetes)}.`
}

/** Why there is nothing to score, and where to go. */
function alerteVide({ lecture, lecturePerimee, groupes, table }: Etat): TemplateResult | typeof nothing {
  if (lecture?.demandes !== 0 || lecturePerimee) return nothing
  const bloquante = groupes.some(({ gravite }) => gravite === 'bloquante')
  const inactives = groupes.some(({ code }) => code === 'inactive')
  const texte = bloquante
    ? 'Chaque ligne a une anomalie qui empêche de l’utiliser\u202f: regardez-les, corrigez le fichier, puis rouvrez-le.'
    : inactives
      ? 'Aucune demande n’est active\u202f: cochez «\u202fCoter aussi les demandes inactives\u202f», puis relisez.'
      : `«\u202f${table?.feuille ?? ''}\u202f» n’a que des en-têtes\u202f: choisissez une autre feuille ou un autre fichier.`
  return bandeau({ genre: 'attention', titre: 'Rien n’est à coter dans ce tableau', textes: [texte] })
}

/** What the user should know before going on: damaged accents, another table that fits as well or better. */
function avisTable(volet: Volet): TemplateResult | typeof nothing {
  const { table, choix, autreGenre } = volet.etat
  if (table === undefined) return nothing
  if (table.accentsAbimes !== undefined)
    return bandeau({
      genre: 'attention',
      titre: 'Les accents de ce fichier sont abîmés',
      textes: [
        `On y lit «\u202f${table.accentsAbimes}\u202f». Exportez-le à nouveau en .xlsx, ou en CSV UTF-8\u202f: sinon les mots accentués des cellules ne seront pas reconnus.`,
      ],
    })
  if (autreGenre !== undefined)
    return bandeau({
      genre: 'info',
      titre: autreGenre === 'parc' ? 'Ce tableau ressemble à un parc' : 'Ce tableau ressemble à des attributions',
      textes: ['Il ne se cote pas\u202f: il se lit dans «\u202fSuivre\u202f».'],
      actions: bouton({ texte: 'Ouvrir dans Suivre', surClic: () => void ouvrirActivite(volet, 'suivre') }),
    })
  const [rivale] = table.rivales
  if (rivale === undefined || choix.feuille !== undefined) return nothing
  return bandeau({
    genre: 'attention',
    titre: `Est-ce bien la feuille «\u202f${table.feuille}\u202f»\u202f?`,
    textes: [`${enumerer(table.rivales)} ${table.rivales.length === 1 ? 'lui ressemble' : 'lui ressemblent'} autant.`],
    actions: bouton({
      texte: `Prendre «\u202f${rivale}\u202f»`,
      surClic: () => void prendreFeuille(volet, rivale),
    }),
  })
}

function enumerer(noms: readonly string[]): string {
  return noms.map((nom) => `«\u202f${nom}\u202f»`).join(', ')
}

/** Another sheet instead, read at once when nothing is in doubt. */
async function prendreFeuille(volet: Volet, feuille: string): Promise<void> {
  await choisir(volet, { feuille, colonnes: {} })
  if (lisible(volet.etat)) await lire(volet)
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
  const rien = etat.lecture?.demandes === 0 && !etat.lecturePerimee && nombre === 0
  const desactive = !lisible(etat) || etat.enCours !== undefined || rien
  if (etat.lecture === undefined) return { texte: 'Lire les demandes', surClic, desactive }
  if (etat.lecturePerimee) return { texte: 'Relire avec ces choix', surClic, desactive }
  return {
    texte:
      nombre === 0
        ? 'Choisir la grille'
        : nombre === 1
          ? 'Voir l’anomalie'
          : `Voir les ${formatCompte(nombre, 'anomalie')}`,
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
  return html`${titre(intitule(etat), resume(etat))} ${alerteRelecture(etat)} ${alerteVide(etat)} ${avisTable(volet)}
    ${alerteBloquants(editee)}
    <div class="deux-colonnes">
      <div>${vueDoutes(editee)} ${vueColonnes(editee)}</div>
      <div>
        ${vueTerritoire(volet)} ${reglages(volet)} ${vueVides(volet)}
        ${panneau(
          volet.hote.surPlace === undefined ? 'Changer de fichier' : 'Changer de tableau',
          volet.hote.ouverture((source) => void ouvrir(volet, source), true),
        )}
      </div>
    </div>
    ${suite(prochain(volet))}`
}
