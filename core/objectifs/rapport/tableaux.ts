import type { ColonneDocument, Phrase, TableauDocument } from '../../document/document.ts'
import { formatNombre, formatTaux } from '../../socle/format.ts'
import { francais } from '../../socle/typographie.ts'
import type { Compte } from '../compte.ts'
import { indicateurDe, type CodeIndicateur, type Indicateur } from '../indicateurs.ts'
import type { LigneObjectif } from '../lignes-legales.ts'
import { effectifsDe, mesurer, type Mesure } from '../mesure.ts'
import { direPerimetre, type NommerTerritoire } from '../perimetres.ts'
import { totaliser } from '../denombrer.ts'
import { ventiler, type CaseVentilee } from '../ventiler.ts'

/** Landlords in a table: beyond, one page would not do. */
const BAILLEURS_MONTRES = 9

/** An indicator that is known to be there. */
export function indicateur(code: CodeIndicateur): Indicateur {
  const trouve = indicateurDe(code)
  if (trouve === undefined) throw new Error(`no indicator ${code}`)
  return trouve
}

/** The rate of a year, all together. */
export function mesureDe(compte: Compte, code: CodeIndicateur): Mesure {
  return mesurer(effectifsDe(totaliser(compte.placement(indicateur(code)))), compte.cible(code))
}

/** @example direFourchette({ taux: 0.189, taux_max: 0.224 }) //=> '18,9\u202f%\u00a0à\u00a022,4\u202f%' */
export function direFourchette({ taux, taux_max }: Pick<Mesure, 'taux' | 'taux_max'>): string {
  if (taux === null) return '—'
  const haut =
    taux_max !== null && formatTaux(taux_max) !== formatTaux(taux) ? `\u00a0à\u00a0${formatTaux(taux_max)}` : ''
  return formatTaux(taux) + haut
}

const direCible = ({ cible }: Mesure): string => (cible === null ? '—' : formatTaux(cible, { decimales: 0 }))

/** What is missing stands out. */
function direManque({ manque }: Mesure): Phrase {
  if (manque === null) return '—'
  return manque === 0 ? '0' : [{ texte: formatNombre(manque), gras: true }]
}

const droite = (titre: string, largeur: number): ColonneDocument => ({ titre, largeur, aDroite: true })

function colonnesMesure(premiere: string, comptes: string): readonly ColonneDocument[] {
  return [
    { titre: premiere, largeur: 40 },
    droite(comptes, 13),
    droite('Comptés', 12),
    droite('Taux', 21),
    droite('Cible', 9),
    droite('Manque', 12),
  ]
}

function ligneMesure(nom: Phrase, mesure: Mesure): readonly Phrase[] {
  const { denominateur, numerateur } = mesure
  return [
    nom,
    formatNombre(denominateur),
    formatNombre(numerateur),
    direFourchette(mesure),
    direCible(mesure),
    direManque(mesure),
  ]
}

/** Those that lack most first. */
export function bailleursEnRetard(compte: Compte): readonly CaseVentilee[] {
  const { cases } = ventiler(compte, indicateur('q1_hors_qpv'), ['bailleur'])
  return cases.toSorted((a, b) => (b.manque ?? 0) - (a.manque ?? 0) || b.denominateur - a.denominateur)
}

const nomDe = ({ modalites: [nom] }: CaseVentilee): string => nom ?? 'Bailleur non renseigné'

/** The first legal target by landlord, those that lack most first, the whole last. */
export function tableauBailleurs(compte: Compte): TableauDocument {
  const cases = bailleursEnRetard(compte)
  const montrees = cases.slice(0, BAILLEURS_MONTRES)
  const tus = cases.length - montrees.length
  const suite = tus === 0 ? '' : ` Les ${formatNombre(cases.length)} bailleurs sont dans la feuille « Objectifs ».`
  return {
    genre: 'tableau',
    legende: francais(`Baux signés hors QPV au premier quartile ou à des ménages relogés, par bailleur.${suite}`),
    colonnes: colonnesMesure('Bailleur', 'Baux'),
    lignes: montrees.map((c) => ligneMesure(nomDe(c), c)),
    total: ligneMesure('Ensemble', mesureDe(compte, 'q1_hors_qpv')),
  }
}

const TENUS = ['COLTER', 'COLACT', 'AUCUN']

/** The other legal targets: allocations in QPV, then priority households by holder. */
export function tableauAutres(
  compte: Compte,
  lignes: readonly LigneObjectif[],
  nommer: NommerTerritoire | undefined,
): TableauDocument {
  const tenues = TENUS.flatMap((code) => lignes.filter(({ perimetre }) => perimetre === `reservataire:${code}`))
  return {
    genre: 'tableau',
    legende: francais('Décisions d’attribution : les autres objectifs légaux.'),
    colonnes: colonnesMesure('Objectif', 'Décisions'),
    lignes: [
      ligneMesure('Trois autres quartiles, en QPV', mesureDe(compte, 'autres_quartiles_qpv')),
      ...tenues.map((ligne) =>
        ligneMesure(francais(`Prioritaires : ${direPerimetre(ligne.perimetre, nommer)}`), ligne),
      ),
    ],
  }
}

const NOMS_TRIMESTRES: Readonly<Record<string, string>> = {
  T1: '1er trimestre',
  T2: '2e trimestre',
  T3: '3e trimestre',
  T4: '4e trimestre',
}

/** The first legal target quarter after quarter, each alone and since January. */
export function tableauTrimestres(compte: Compte): TableauDocument {
  const { cases } = ventiler(compte, indicateur('q1_hors_qpv'), ['trimestre'])
  const cible = compte.cible('q1_hors_qpv')
  const dates = cases.filter(({ modalites: [nom] }) => nom !== null && nom !== undefined)
  const lignes = dates.map((c, i): readonly Phrase[] => {
    const cumul = dates.slice(0, i + 1).reduce(
      (somme, { numerateur, denominateur, inconnus_numerateur, inconnus_denominateur }) => ({
        numerateur: somme.numerateur + numerateur,
        denominateur: somme.denominateur + denominateur,
        inconnus_numerateur: somme.inconnus_numerateur + inconnus_numerateur,
        inconnus_denominateur: somme.inconnus_denominateur + inconnus_denominateur,
      }),
      { numerateur: 0, denominateur: 0, inconnus_numerateur: 0, inconnus_denominateur: 0 },
    )
    const mesure = mesurer(cumul, cible)
    return [
      NOMS_TRIMESTRES[c.modalites[0] ?? ''] ?? '',
      formatNombre(c.denominateur),
      formatNombre(c.numerateur),
      direFourchette(c),
      direFourchette(mesure),
      direManque(mesure),
    ]
  })
  return {
    genre: 'tableau',
    legende: francais('Baux signés hors QPV, trimestre par trimestre et depuis le 1er janvier.'),
    colonnes: [
      { titre: 'Trimestre', largeur: 28 },
      droite('Baux', 13),
      droite('Comptés', 12),
      droite('Taux', 21),
      droite('Depuis janvier', 21),
      droite('Manque', 12),
    ],
    lignes,
  }
}

const SUIVIS: readonly (readonly [CodeIndicateur, string])[] = [
  ['q1_hors_qpv', '1er quartile, hors QPV'],
  ['autres_quartiles_qpv', 'Autres quartiles, en QPV'],
  ['mutations', 'Mutations'],
]

/** The rates of several years, the last one last. */
export function tableauAnnees(comptes: readonly Compte[]): TableauDocument {
  return {
    genre: 'tableau',
    legende: francais('Les mêmes taux, année après année.'),
    colonnes: [
      { titre: 'Année', largeur: 11 },
      droite('Décisions', 14),
      ...SUIVIS.map(([, titre]) => droite(titre, 25)),
    ],
    lignes: comptes.map((compte) => [
      String(compte.annee),
      formatNombre(mesureDe(compte, 'prioritaires').denominateur),
      ...SUIVIS.map(([code]) => direFourchette(mesureDe(compte, code))),
    ]),
  }
}
