import { MARGE_SOUS_OCCUPATION_1996, seuilsDe } from '../../baremes/index.ts'
import type { CellulesRemplies } from '../../lecture/lire.ts'
import { formatCompte, formatNombre } from '../../socle/format.ts'
import { dateCivile, jourFrancais } from '../../socle/jour.ts'
import { francais } from '../../socle/typographie.ts'
import type { Cotation, Cotations } from '../coter.ts'
import { champNommable } from '../grille/champs-nommables.ts'
import { champsDeCondition, utilise } from '../grille/champs-de.ts'
import type { Condition, Grille } from '../grille/grille.ts'

/** Where the demandes come from, as the user would say it. */
export interface Source {
  readonly fichier: string
  readonly feuille: string
  readonly versionMoteur: string
}

type Etiquettes = readonly (readonly [etiquette: string, valeur: string])[]

function direRemplies(remplies: readonly CellulesRemplies[]): string {
  const utiles = remplies.filter(({ cellules }) => cellules > 0)
  if (utiles.length === 0) return 'aucune'
  return utiles
    .map(
      ({ champ, valeur, cellules }) =>
        `${champNommable(champ)?.libelle ?? champ} = ${valeur} (${formatCompte(cellules, 'cellule')})`,
    )
    .join(' ; ')
}

function seuilsUtilises({ grilleLue: { grille }, donnees: { contexte } }: Cotation): Etiquettes {
  if (!utilise(grille, 'quartile')) return []
  const { annee } = dateCivile(contexte.jour)
  const trouves = grille.territoire === undefined ? undefined : seuilsDe(grille.territoire, annee, contexte.seuils)
  const millesime = contexte.seuils.millesimes.find((m) => m.annee === (trouves?.annee ?? annee))
  const borne = contexte.borne === 'incluse' ? 'borne incluse' : 'borne stricte, « inférieur » selon la loi'
  const doute = millesime?.etat.q2 === 'verifie' ? '' : ' ; les seuils Q2 et Q3 sont à vérifier'
  const reference =
    millesime === undefined ? `aucun pour ${String(annee)}` : `${String(millesime.annee)}, ${millesime.reference.titre}`
  return [['Seuils de quartile', `${reference} ; ${borne}${doute}`]]
}

/** Codes of closed lists that a grid uses and whose wording or scope is still to be checked. */
function valeursAVerifier(condition: Condition): readonly string[] {
  if ('tous' in condition) return condition.tous.flatMap(valeursAVerifier)
  if ('un_de' in condition) return condition.un_de.flatMap(valeursAVerifier)
  if ('non' in condition) return valeursAVerifier(condition.non)
  const voulues = 'est' in condition ? [condition.est] : 'parmi' in condition ? condition.parmi : []
  const valeurs = champNommable(champsDeCondition(condition)[0] ?? '')?.valeurs ?? []
  return valeurs
    .filter(({ code, aVerifier }) => aVerifier && voulues.includes(code))
    .map(({ code, libelle }) => `${code} (${libelle})`)
}

function aVerifier(grille: Grille): Etiquettes {
  const listes = grille.criteres.flatMap(({ si }) => (si === undefined ? [] : valeursAVerifier(si)))
  const circulaire = utilise(grille, 'sous_occupation_1996') ? [MARGE_SOUS_OCCUPATION_1996.description] : []
  const tous = [...new Set([...listes, ...circulaire])]
  return tous.length === 0 ? [] : [['À vérifier', tous.join(' ; ')]]
}

/** What a result sheet says of itself: grid, identity, day, engine, source, and what was assumed. */
export function provenance(cotations: Cotations, cotation: Cotation, source: Source): Etiquettes {
  const { demandes } = cotations
  const { grille, empreinte, avertissements } = cotation.grilleLue
  const incompletes = [...cotation.classement.indices].filter((i) => cotation.complets[i] === 0).length
  const lignes: Etiquettes = [
    ['Usage', 'Aide à la décision : la commission d’attribution reste libre de son choix.'],
    ['Grille', `${grille.nom} (${grille.id})`],
    ['Empreinte', empreinte],
    ['Calcul', `au ${jourFrancais(cotation.donnees.contexte.jour)}, moteur ${source.versionMoteur}`],
    ['Source', `${source.fichier}, feuille « ${source.feuille} »`],
    [
      'Demandes',
      `${formatNombre(demandes.lignesLues)} lignes lues, ${formatCompte(cotation.classement.indices.length, 'demande')} classées, dont ${formatNombre(incompletes)} avec une note incomplète`,
    ],
    [
      'Cellules vides',
      `vide = non : ${direRemplies(demandes.videNon)} ; par défaut : ${direRemplies(demandes.defauts)}`,
    ],
    ...seuilsUtilises(cotation),
    ...aVerifier(grille),
    ...(avertissements.length === 0 ? [] : [['Avertissements', avertissements.join(' ')] as const]),
  ]
  return lignes.map(([etiquette, valeur]) => [etiquette, francais(valeur)] as const)
}
