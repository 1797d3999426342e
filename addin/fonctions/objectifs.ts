import {
  cleTexte,
  comparerCodes,
  formatNombre,
  francais,
  jourIso,
  lireTable,
  reconnaitreTable,
  Refus,
} from '../../core/index.ts'
import {
  creerLecteurAttributions,
  indicateurDe,
  INDICATEURS,
  mesurerFiltre,
  MODELE_ATTRIBUTION,
  preparerCompte,
  tension as calculerTension,
  type Attributions,
  type CodeAxe,
  type Compte,
  type Indicateur,
} from '../../core/objectifs/index.ts'
import { anneeLue, manque, nombreLu } from './arguments.ts'
import { LIGNES_MAXIMUM } from './demandes-plage.ts'
import { ErreurCellule, type Rendu } from './erreur-cellule.ts'
import { memoriser } from './memoire.ts'
import { avecDates, celluleDe, lignesDe, plageDe, sansZerosDeVide, type Plage } from './recu.ts'
import type { References } from './references.ts'

/** No date is too late for a formula: it is told the year. */
const SANS_FIN = jourIso('9999-12-31') ?? 0

const MUETS: ReadonlySet<string> = new Set(
  MODELE_ATTRIBUTION.champs
    .filter(({ type }) => type === 'date' || type === 'texte')
    .flatMap(({ code, libelle, synonymes }) => [code, libelle, ...synonymes])
    .map(cleTexte),
)

function lire({ lieux }: References, plage: Plage): Attributions {
  const lignes = plage.length - 1
  if (lignes > LIGNES_MAXIMUM)
    throw new ErreurCellule(
      'valeur',
      francais(
        `La plage a ${formatNombre(lignes)} lignes ; une formule en compte au plus ${formatNombre(LIGNES_MAXIMUM)}. Pour davantage, utilisez le bouton « Objectifs » du ruban.`,
      ),
    )
  const muettes = new Set(
    (plage[0] ?? []).flatMap((v, i) => (typeof v === 'string' && MUETS.has(cleTexte(v)) ? [i] : [])),
  )
  const brutes = lignesDe(sansZerosDeVide(plage, muettes))
  const reconnue = reconnaitreTable([{ nom: 'Plage', lignes: brutes }], MODELE_ATTRIBUTION)
  const { colonnes } = reconnue.appariement
  const dates = MODELE_ATTRIBUTION.champs.filter(({ type }) => type === 'date')
  const datees = new Set(dates.flatMap(({ code }) => colonnes.get(code) ?? []))
  const lecteur = creerLecteurAttributions({ jour: SANS_FIN, lieux })
  const feuille = { nom: 'Plage', lignes: avecDates(brutes, datees) }
  lireTable([feuille], reconnue, lecteur.fichier(reconnue.appariement, 'Plage'))
  return lecteur.terminer()
}

function lireOuRefuser(references: References, plage: Plage, annee: number): Compte {
  try {
    return preparerCompte(lire(references, plage), { annee, seuils: references.seuils })
  } catch (erreur) {
    if (erreur instanceof Refus) throw new ErreurCellule('valeur', erreur.raisons.join(' '))
    throw erreur
  }
}

/** The same cells are counted once a year. */
const compteDe = memoriser(lireOuRefuser)

function indicateurLu(recu: unknown): Indicateur {
  const cellule = celluleDe(recu)
  const trouve = typeof cellule === 'string' ? indicateurDe(cellule.trim()) : undefined
  if (trouve !== undefined) return trouve
  const codes = INDICATEURS.map(({ code }) => code).join(', ')
  throw new ErreurCellule('valeur', francais(`L’objectif attendu est l’un de : ${codes}.`))
}

const AXES: readonly CodeAxe[] = ['epci', 'commune', 'bailleur', 'reservataire', 'qpv', 'trimestre']

/** « bailleur:Habitat A », as in the sheet Objectifs; nothing is the whole. */
function perimetreLu(recu: unknown, compte: Compte, indicateur: Indicateur): readonly [CodeAxe, string][] {
  const cellule = celluleDe(recu)
  if (cellule === null || cellule === '' || cellule === 'tous') return []
  const [code = '', nom = ''] = typeof cellule === 'string' ? cellule.split(/:(.*)/su) : []
  const axe = AXES.find((a) => comparerCodes(a, code.trim()) === 0)
  const modalite =
    axe && compte.axe(axe, indicateur.assiette).modalites.find((texte) => cleTexte(texte) === cleTexte(nom))
  if (axe !== undefined && modalite !== undefined) return [[axe, modalite]]
  throw new ErreurCellule(
    'valeur',
    francais(
      `Le périmètre se donne ainsi : « bailleur:Nom » (ou ${AXES.join(', ')}), avec un nom qui est dans la plage.`,
    ),
  )
}

function mesure(references: References, [recu, code, annee, perimetre]: readonly unknown[]) {
  const plage = plageDe(recu)
  if (plage === undefined) throw manque(['Plage des attributions'])
  const indicateur = indicateurLu(code)
  const compte = compteDe(references, plage, anneeLue(annee))
  return mesurerFiltre(compte, indicateur, perimetreLu(perimetre, compte, indicateur))
}

/** The rate of a target over a range of allocations, as a ratio. */
export function part(references: References, ...recus: readonly unknown[]): Rendu {
  return mesure(references, recus).taux ?? new ErreurCellule('absent', 'Aucune attribution n’est comptée.')
}

/** How many of the rows counted should have been in the target. */
export function resteAFaire(references: References, ...recus: readonly unknown[]): Rendu {
  return mesure(references, recus).manque ?? new ErreurCellule('absent', 'Cette part n’a pas de cible nationale.')
}

/** Applications in stock per allocation of the year. */
export function tension(_: References, stock: unknown, attributions: unknown): Rendu {
  const rapport = calculerTension(
    nombreLu(stock, 'Demandes en stock'),
    nombreLu(attributions, 'Attributions de l’année'),
  ).demandesParAttribution
  return rapport ?? new ErreurCellule('absent', 'Aucune attribution dans l’année.')
}
