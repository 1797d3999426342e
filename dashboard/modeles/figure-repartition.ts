import { francais } from '../../core/index.ts'
import { chiffreDe, ensembleDe, type Chiffre, type Ensemble, type Groupe } from '../../core/observatoire/index.ts'
import type { DessinCategories, Figure, ReponseFigure, Serie, TableauFigure } from '../figures/figure.ts'
import { effectifsDe, texte, valeurDe } from './cellules.ts'
import type { Situation } from './contexte.ts'
import { ecrirePeriode, ecritureIndicateur, nomCompte, ordinal, sur, type Ecriture } from './ecrire-valeur.ts'
import { origineDe } from './provenance.ts'
import { noteDe, phraseSansValeur } from './raisons.ts'
import { ensemblesVoulus } from './rangs.ts'

/** One answer of a breakdown. */
interface Modalite {
  readonly cle: string
  readonly nom: string
  readonly chiffre: Chiffre | undefined
  readonly ensembles: readonly Ensemble[]
}

function nomDe({ dimension, modalite }: Groupe): string {
  const code = modalite ?? ''
  return dimension === 'quartile' && /^[1-4]$/.test(code) ? `${ordinal(Number(code))} quartile` : code
}

/** The places that a breakdown can be read for: the one chosen, else the first that gives it. */
function modalites(situation: Situation): readonly Modalite[] {
  const { table, choix, lieu, groupes } = situation
  const voulus = ensemblesVoulus(situation)
  return groupes
    .filter(({ dimension }) => dimension !== null)
    .map((groupe) => ({
      cle: groupe.modalite ?? '',
      nom: nomDe(groupe),
      chiffre: lieu && chiffreDe(table, groupe, lieu),
      ensembles: voulus.flatMap((ensemble) => ensembleDe(table, groupe, ensemble, choix.indicateur) ?? []),
    }))
}

function reponse({ lieu, choix, periode }: Situation, liste: readonly Modalite[], ecriture: Ecriture): ReponseFigure {
  const [premiere] = liste
  const titre = lieu?.nom ?? 'Choisissez un EPCI'
  const chiffre = premiere?.chiffre
  if (premiere === undefined || chiffre === undefined) {
    const phrase =
      lieu === undefined
        ? 'Une répartition se lit pour un territoire : cherchez le vôtre ci-dessus.'
        : `Aucun des fichiers ouverts ne donne ce chiffre pour ce territoire (${ecrirePeriode(periode)}).`
    return { titre, etat: 'absent', precisions: [francais(phrase)], comparaisons: [] }
  }
  if (chiffre.valeur === null) {
    const etat = chiffre.secret === null ? 'absent' : 'protege'
    return { titre, etat, precisions: [phraseSansValeur(chiffre)], comparaisons: [] }
  }
  const { valeur, numerateur, denominateur } = chiffre
  return {
    titre: `${titre}, ${premiere.nom}`,
    chiffre: ecriture.valeur(valeur),
    precisions:
      numerateur === null || denominateur === null
        ? []
        : [`${sur(numerateur, denominateur)}${nomCompte(choix.indicateur)}`],
    comparaisons: premiere.ensembles.map((e) => ({
      ecart: ecriture.ecart(valeur - e.valeur),
      avec: `${e.lieu.nom}\u202f: ${ecriture.valeur(e.valeur)}`,
    })),
  }
}

function serieDe(nom: string, role: Serie['role'], valeurs: readonly (number | null)[], ecriture: Ecriture): Serie {
  return { nom, role, valeurs, textes: valeurs.map((v) => (v === null ? '–' : ecriture.valeur(v))) }
}

function series({ lieu }: Situation, liste: readonly Modalite[], ecriture: Ecriture): readonly Serie[] {
  const propre =
    lieu === undefined
      ? []
      : [
          serieDe(
            lieu.nom,
            'repere',
            liste.map(({ chiffre }) => chiffre?.valeur ?? null),
            ecriture,
          ),
        ]
  const grands = [...new Set(liste.flatMap(({ ensembles }) => ensembles.map(({ lieu: grand }) => grand)))]
  return [
    ...propre,
    ...grands.map((grand) =>
      serieDe(
        grand.nom,
        'reference',
        liste.map(({ ensembles }) => ensembles.find((e) => e.lieu === grand)?.valeur ?? null),
        ecriture,
      ),
    ),
  ].filter(({ valeurs }) => valeurs.some((valeur) => valeur !== null))
}

function dessin(
  liste: readonly Modalite[],
  lignes: readonly Serie[],
  ecriture: Ecriture,
): DessinCategories | undefined {
  if (lignes.length === 0) return undefined
  return {
    genre: 'barres',
    categories: liste.map(({ cle, nom }) => ({ cle, nom })),
    series: lignes.slice(0, 3),
    niveaux: [],
    axe: { titre: '', depuisZero: true, ecrire: ecriture.axe },
  }
}

function tableau(liste: readonly Modalite[], lignes: readonly Serie[], ecriture: Ecriture): TableauFigure {
  const grands = lignes.filter(({ role }) => role === 'reference')
  const notes = liste.some(({ chiffre }) => chiffre !== undefined && noteDe(chiffre) !== '')
  return {
    colonnes: [
      { code: 'modalite', titre: 'Modalité' },
      { code: 'valeur', titre: ecriture.titre, nombre: true },
      { code: 'numerateur', titre: 'Effectif', nombre: true },
      { code: 'denominateur', titre: 'Sur', nombre: true },
      ...grands.map(({ nom }, i) => ({ code: `grand-${String(i)}`, titre: nom, nombre: true })),
      ...(notes ? [{ code: 'note', titre: 'Note' }] : []),
    ],
    lignes: liste.map(({ cle, nom, chiffre }, i) => ({
      cle,
      repere: false,
      cellules: [
        texte(nom),
        valeurDe(chiffre, ecriture),
        ...effectifsDe(chiffre),
        ...grands.map(({ textes }) => texte(textes[i] ?? '')),
        ...(notes ? [texte(chiffre === undefined || noteDe(chiffre) === '' ? '' : phraseSansValeur(chiffre))] : []),
      ],
    })),
  }
}

function phrase({ lieu }: Situation, liste: readonly Modalite[], ecriture: Ecriture): string {
  const parts = liste.flatMap(({ nom, chiffre }) =>
    typeof chiffre?.valeur === 'number' ? [`${nom} ${ecriture.valeur(chiffre.valeur)}`] : [],
  )
  return parts.length === 0 ? '' : francais(`${lieu?.nom ?? ''} : ${parts.join(', ')}.`)
}

/** An indicator that gives several figures a territory, one an answer. */
export function figureRepartition(situation: Situation, id: string): Figure {
  const { indicateur } = situation.choix
  const ecriture = ecritureIndicateur(indicateur)
  const liste = modalites(situation)
  const lignes = series(situation, liste, ecriture)
  return {
    id,
    titre: `${indicateur.nom}, ${ecrirePeriode(situation.periode)}`,
    sousTitre: `${situation.lieu?.nom ?? situation.parmi.nom}, ${ecrirePeriode(situation.periode)}`,
    phrase: phrase(situation, liste, ecriture),
    reponse: reponse(situation, liste, ecriture),
    dessin: dessin(liste, lignes, ecriture),
    tableau: tableau(liste, lignes, ecriture),
    ...origineDe(
      liste.flatMap(({ chiffre }) => chiffre ?? []),
      [indicateur],
    ),
  }
}
