import { MARGE_SOUS_OCCUPATION, MARGE_SOUS_OCCUPATION_1996, OCCUPATION_MINIMALE } from '../../baremes/index.ts'
import { epciDe, seuilsPar } from '../../demande/derives/quartile.ts'
import type { Bloc } from '../../document/document.ts'
import { formatCompte, formatEuros, formatJour, formatNombre, formatPoints } from '../../socle/format.ts'
import type { Parametre } from '../../socle/parametre.ts'
import { utilise } from '../grille/champs-de.ts'
import type { Famille, Grille } from '../grille/grille.ts'
import type { ContexteReleve } from './contexte.ts'
import { liste, paragraphe } from './contexte.ts'
import { LEGENDE_POINTS } from './note.ts'

function direFamille({ nom, cumul, plafond, plancher }: Famille): string {
  const regle = cumul === 'maximum' ? 'seul le critère le plus élevé compte' : 'les points s’additionnent'
  const haut = plafond === undefined ? '' : `, dans la limite de ${formatPoints(plafond)}`
  const bas = plancher === undefined ? '' : `, sans descendre sous ${formatPoints(plancher)}`
  return `Famille « ${nom} » : ${regle}${haut}${bas}`
}

function limitesNote({ note_min, note_max }: Grille): readonly string[] {
  if (note_min === undefined && note_max === undefined) return []
  const haut = note_max === undefined ? '' : ` au plus ${formatPoints(note_max)}`
  const bas = note_min === undefined ? '' : ` au moins ${formatPoints(note_min)}`
  return [`Note :${bas}${bas !== '' && haut !== '' ? ' et' : ''}${haut}`]
}

function seuils({ cotation, options, i }: ContexteReleve): readonly string[] {
  if (!utilise(cotation.grilleLue.grille, 'quartile')) return []
  const { contexte } = cotation.donnees
  const epci = epciDe(cotation.donnees)(i)
  const trouves = seuilsPar(cotation.donnees)(i)
  if (trouves === undefined) return ['Seuils de quartile : aucun n’est connu pour l’EPCI de la demande']
  const millesime = contexte.seuils.millesimes.find(({ annee }) => annee === trouves.annee)
  const nom = epci === undefined ? '' : (options.lieux?.nomEpci(epci) ?? epci)
  const borne = contexte.borne === 'incluse' ? 'inférieures ou égales au seuil' : 'inférieures au seuil'
  const montants = [trouves.q1, trouves.q2, trouves.q3].map((montant) => formatEuros(montant)).join(', ')
  const etat = Object.values(millesime?.etat ?? {}).includes('a-verifier') ? ' — valeurs en partie à vérifier' : ''
  const reference = millesime === undefined ? '' : ` (${millesime.reference.titre})`
  return [
    `Seuils de quartile ${String(trouves.annee)}, ${nom} : ${montants} par an et par unité de consommation ; une demande est dans un quartile quand ses ressources sont ${borne}${reference}${etat}`,
  ]
}

function bareme(champ: string, parametre: Parametre<unknown>, valeur: string, grille: Grille): readonly string[] {
  if (!utilise(grille, champ)) return []
  const entree = parametre.valeurs[0]
  const etat = entree?.etat === 'a-verifier' ? ' — à vérifier' : ''
  return [`${parametre.description} : ${valeur} (${entree?.reference.titre ?? ''})${etat}`]
}

function baremes(grille: Grille): readonly string[] {
  const surfaces = OCCUPATION_MINIMALE.valeurs[0]?.valeur.surfaces ?? []
  const marge = (parametre: Parametre<{ readonly pieces: number }>): string =>
    formatCompte(parametre.valeurs[0]?.valeur.pieces ?? 0, 'pièce')
  return [
    ...bareme(
      'sur_occupation',
      OCCUPATION_MINIMALE,
      `${surfaces.map((s) => formatNombre(s)).join(', ')}\u00a0m²`,
      grille,
    ),
    ...bareme('sous_occupation', MARGE_SOUS_OCCUPATION, marge(MARGE_SOUS_OCCUPATION), grille),
    ...bareme('sous_occupation_1996', MARGE_SOUS_OCCUPATION_1996, marge(MARGE_SOUS_OCCUPATION_1996), grille),
  ]
}

/** Parameters and weights applied to the person, beyond those of the table of points. */
export function parametresAppliques(contexte: ContexteReleve): readonly Bloc[] {
  const { grille } = contexte.cotation.grilleLue
  return [
    paragraphe(
      `Les critères, leurs règles et leurs points, tels qu’ils s’appliquent à cette demande, sont dans le tableau « ${LEGENDE_POINTS} » ci-dessus. S’y ajoutent :`,
    ),
    liste([
      `Jour du calcul, dont dépendent l’ancienneté et l’âge : ${formatJour(contexte.cotation.donnees.contexte.jour)}`,
      ...(grille.familles ?? []).map(direFamille),
      ...limitesNote(grille),
      ...seuils(contexte),
      ...baremes(grille),
    ]),
  ]
}
