import type { Bloc, Phrase } from '../../document/document.ts'
import { CONNU } from '../../lecture/colonne.ts'
import { formatCompte, formatNombre } from '../../socle/format.ts'
import { francais } from '../../socle/typographie.ts'
import { direChamp } from '../dire/dire-valeur.ts'
import { expliquer } from '../expliquer.ts'
import { champsDeCritere } from '../grille/champs-de.ts'
import { champNommable } from '../grille/champs-nommables.ts'
import { DERIVES } from '../../demande/derives/index.ts'
import type { ContexteReleve } from './contexte.ts'
import { liste, paragraphe, titre } from './contexte.ts'
import type { Place } from './similaires.ts'

function nomCommune({ options }: ContexteReleve, commune: string | null): string {
  if (commune === null) return 'toutes les communes'
  const nom = options.lieux?.nomCommune(commune)
  return nom === undefined ? commune : `${nom} (${commune})`
}

function nomType(typologie: string | null): string {
  if (typologie === null) return 'tous les types'
  return champNommable('typologies_souhaitees')?.valeurs?.find(({ code }) => code === typologie)?.libelle ?? typologie
}

function direAttente({ options }: ContexteReleve, { commune, typologie }: Place): string {
  const moyenne = options.attentes?.moyenne(commune, typologie)
  if (moyenne === undefined) return 'non calculé'
  return `${formatCompte(Math.round(moyenne.mois), 'mois', 'mois')} (${formatCompte(moyenne.attributions, 'attribution')})`
}

function rangee(contexte: ContexteReleve, place: Place): readonly Phrase[] {
  const { position, exAequo, nombre, commune, typologie } = place
  const egalite = exAequo === 0 ? '' : `, à égalité avec ${formatCompte(exAequo, 'autre')}`
  return [
    nomCommune(contexte, commune),
    nomType(typologie),
    `${formatNombre(position)}${egalite}`,
    formatNombre(nombre),
    direAttente(contexte, place),
  ]
}

const REGLE_SEMBLABLES =
  'Sont semblables les demandes qui recherchent la même commune et le même type de logement, et que la même grille classe. Une demande qui ne précise pas de commune, ou de type, les recherche tous. La position est le nombre de demandes semblables mieux placées, plus un. Les couples suivent l’ordre des souhaits de la demande : les communes dans l’ordre où elles sont données, puis les types.'

function direAttentes({ options: { attentes } }: ContexteReleve): string {
  return attentes === undefined
    ? 'Durée moyenne d’attente des demandes semblables : non calculé, car aucune attribution passée n’a été fournie.'
    : `Durée moyenne d’attente : mois entre le dépôt de la demande et l’attribution (${attentes.source}). « Non calculé » : aucune attribution connue.`
}

/** Position among similar demandes, with the rule, and their mean wait. */
export function partiePlace(contexte: ContexteReleve): readonly Bloc[] {
  const places = contexte.similaires.places(contexte.i)
  if (places === undefined) {
    return [
      titre('La place parmi les demandes semblables'),
      paragraphe(
        'Les communes ou les types de logement recherchés ne se lisent pas dans le fichier : la place n’est pas calculée.',
      ),
      paragraphe(REGLE_SEMBLABLES, 'note'),
      paragraphe(direAttentes(contexte)),
    ]
  }
  return [
    titre('La place parmi les demandes semblables'),
    {
      genre: 'tableau',
      legende: 'Place et durée moyenne d’attente, pour chaque commune et chaque type recherchés',
      colonnes: [
        { titre: 'Commune', largeur: 30 },
        { titre: 'Type', largeur: 14 },
        { titre: 'Position', largeur: 20, aDroite: true },
        { titre: 'Demandes semblables', largeur: 16, aDroite: true },
        { titre: 'Attente moyenne', largeur: 20, aDroite: true },
      ],
      lignes: places.map((place) => rangee(contexte, place)),
    },
    paragraphe(REGLE_SEMBLABLES, 'note'),
    paragraphe(direAttentes(contexte), 'note'),
  ]
}

function motifsPriorite({ cotation: { donnees }, i }: ContexteReleve): readonly string[] {
  const dalo = donnees.simple('dalo')
  const publics = donnees.multiple('publics_prioritaires')
  const lettres =
    publics.etats[i] === CONNU ? [...publics.elements.subarray(publics.debuts[i], publics.debuts[i + 1])] : []
  const valeurs = champNommable('publics_prioritaires')?.valeurs ?? []
  const labels = lettres.flatMap((lettre) => {
    const valeur = valeurs.find(({ code }) => code === publics.dictionnaire[lettre])
    if (valeur === undefined || valeur.code === 'dalo') return []
    return [`${valeur.libelle} (L. 441-1 CCH)${valeur.aVerifier ? ' ; libellé ou portée à vérifier' : ''}`]
  })
  const reconnu = dalo.etats[i] === CONNU && dalo.valeurs[i] === 1
  return [...(reconnu ? ['Demande reconnue prioritaire au titre du DALO (L. 441-2-3 CCH)'] : []), ...labels]
}

/** Whether the demande is of a priority public, and why. */
export function partiePriorite(contexte: ContexteReleve): readonly Bloc[] {
  const { cotation, i } = contexte
  const { etats, valeurs } = cotation.donnees.simple('prioritaire')
  if (etats[i] !== CONNU) {
    const manque = DERIVES.find(({ code }) => code === 'prioritaire')?.manque(cotation.donnees, i) ?? []
    const libelles = manque.map((code) => `« ${champNommable(code)?.libelle ?? code} »`)
    return [
      titre('La priorité'),
      paragraphe(`On ne peut pas dire si la demande est prioritaire. Information manquante : ${libelles.join(', ')}.`),
    ]
  }
  if (valeurs[i] !== 1) {
    return [
      titre('La priorité'),
      paragraphe(
        'La demande n’est pas prioritaire : ni le DALO ni un public de l’article L. 441-1 n’y est enregistré.',
      ),
    ]
  }
  return [titre('La priorité'), paragraphe('La demande est prioritaire :'), liste(motifsPriorite(contexte))]
}

const CHAMPS_REFUS = ['refus', 'non_reponses']

/** What refusing an adapted dwelling does to the score, under this grid. */
export function partieRefus({ cotation, i }: ContexteReleve): readonly Bloc[] {
  const { criteres } = cotation.grilleLue.grille
  const effets = expliquer(cotation, i)
    .filter((_, rang) => {
      const critere = criteres[rang]
      return critere !== undefined && champsDeCritere(critere).some((champ) => CHAMPS_REFUS.includes(champ))
    })
    .map(({ nom, regle }) => `${nom} : ${regle}`)
  const constate = CHAMPS_REFUS.map(
    (champ) => `« ${champNommable(champ)?.libelle ?? champ} » : ${direChamp(champ, cotation.donnees, i)}`,
  ).join(' ; ')
  const suite = `À ce jour, pour cette demande : ${constate}.`
  if (effets.length === 0) {
    return [
      titre('L’effet d’un refus'),
      paragraphe(
        `Dans cette grille, refuser un logement adapté aux besoins et aux capacités du ménage, ou ne pas répondre à une proposition, ne change pas la note. ${suite}`,
      ),
    ]
  }
  return [
    titre('L’effet d’un refus'),
    paragraphe(
      'Dans cette grille, refuser un logement adapté aux besoins et aux capacités du ménage, ou ne pas répondre à une proposition, peut changer la note :',
    ),
    liste(effets.map((effet) => francais(effet))),
    paragraphe(suite),
  ]
}
