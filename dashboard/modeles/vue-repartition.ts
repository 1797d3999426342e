import { formatNombre, francais } from '../../core/index.ts'
import {
  chiffreDe,
  ensembleDe,
  ensemblesDe,
  type Chiffre,
  type Ensemble,
  type Groupe,
} from '../../core/observatoire/index.ts'
import type { Contexte } from './contexte.ts'
import { ecrirePeriode, ecritureDe, nomCompte, ordinal, sur } from './ecrire-valeur.ts'
import { noteDe, phraseSansValeur } from './raisons.ts'
import type { CarteVue, Graphique, Niveau, Tableau, Vue } from './vue.ts'

const TRAITS = ['tirets', 'points', 'continu'] as const

/** One answer of a breakdown. */
interface Modalite {
  readonly cle: string
  readonly nom: string
  readonly chiffre: Chiffre | undefined
  readonly valeur: number | null
  readonly ensembles: readonly Ensemble[]
}

function nomDe({ dimension, modalite }: Groupe): string {
  const code = modalite ?? ''
  return dimension === 'quartile' && /^[1-4]$/.test(code) ? `${ordinal(Number(code))} quartile` : code
}

function modaliteDe({ table, choix, lieu }: Contexte, groupe: Groupe): Modalite {
  const chiffre = lieu && chiffreDe(table, groupe, lieu)
  const voulus = lieu === undefined ? [] : ensemblesDe(table, lieu)
  return {
    cle: groupe.modalite ?? '',
    nom: nomDe(groupe),
    chiffre,
    valeur: chiffre?.valeur ?? null,
    ensembles: voulus.flatMap((ensemble) => ensembleDe(table, groupe, ensemble, choix.indicateur) ?? []),
  }
}

function modalites(contexte: Contexte): readonly Modalite[] {
  return contexte.groupes.filter(({ dimension }) => dimension !== null).map((groupe) => modaliteDe(contexte, groupe))
}

function carte({ lieu, choix, periode }: Contexte, liste: readonly Modalite[]): CarteVue {
  const titre = lieu?.nom ?? 'Choisissez un EPCI'
  const [premiere] = liste
  const chiffre = premiere?.chiffre
  if (premiere === undefined || chiffre === undefined) {
    return {
      titre,
      etat: 'absent',
      precisions: [
        lieu === undefined
          ? 'Une répartition se lit pour un territoire\u202f: cherchez le vôtre ci-dessus.'
          : `Aucun des fichiers ouverts ne donne ce chiffre pour ce territoire en ${periode}.`,
      ],
      comparaisons: [],
    }
  }
  if (chiffre.valeur === null) {
    const etat = chiffre.secret === null ? 'absent' : 'protege'
    return { titre, etat, precisions: [phraseSansValeur(chiffre)], comparaisons: [] }
  }
  const { valeur } = chiffre
  const ecriture = ecritureDe(choix.indicateur.unite)
  return {
    titre: `${titre}, ${premiere.nom}`,
    chiffre: ecriture.valeur(valeur),
    precisions:
      chiffre.numerateur === null || chiffre.denominateur === null
        ? []
        : [`${sur(chiffre.numerateur, chiffre.denominateur)}${nomCompte(choix.indicateur.theme)}`],
    comparaisons: premiere.ensembles.map((e) => ({
      ecart: ecriture.ecart(valeur - e.valeur),
      avec: `${e.lieu.nom}\u202f: ${ecriture.valeur(e.valeur)}`,
    })),
  }
}

function niveaux(liste: readonly Modalite[], ecrire: (valeur: number) => string): Niveau[] {
  const noms = [...new Set(liste.flatMap(({ ensembles }) => ensembles.map(({ lieu }) => lieu.nom)))]
  return noms.slice(0, TRAITS.length).flatMap((nom, i) => {
    const valeurs = liste.flatMap(({ ensembles }) => ensembles.find(({ lieu }) => lieu.nom === nom)?.valeur ?? [])
    return valeurs.length < liste.length
      ? []
      : [{ nom, texte: valeurs.map(ecrire).join(', '), trait: TRAITS[i] ?? 'continu', valeurs }]
  })
}

function phrase({ lieu }: Contexte, liste: readonly Modalite[], ecrire: (valeur: number) => string): string {
  const parts = liste.flatMap(({ nom, valeur }) => (valeur === null ? [] : [`${nom} ${ecrire(valeur)}`]))
  return parts.length === 0 ? '' : francais(`${lieu?.nom ?? ''} : ${parts.join(', ')}.`)
}

function graphique(contexte: Contexte, liste: readonly Modalite[]): Graphique | undefined {
  const ecriture = ecritureDe(contexte.choix.indicateur.unite)
  const barres = liste.flatMap(({ cle, nom, valeur }) =>
    valeur === null ? [] : [{ cle, nom, valeur, texte: ecriture.valeur(valeur), repere: true }],
  )
  if (barres.length === 0) return undefined
  return {
    titre: `${contexte.choix.indicateur.nom}, ${ecrirePeriode(contexte.periode)}`,
    description: `${contexte.choix.indicateur.nom}, ${contexte.periode}. ${phrase(contexte, liste, ecriture.valeur)} Les mêmes chiffres sont dans le tableau.`,
    genre: 'noms',
    unSeul: false,
    barres,
    niveaux: niveaux(liste, ecriture.valeur),
    axe: '',
    ecrire: ecriture.axe,
  }
}

function nombreOuTiret(nombre: number | null | undefined): string {
  return typeof nombre === 'number' ? formatNombre(nombre) : '–'
}

function tableau({ choix, periode }: Contexte, liste: readonly Modalite[]): Tableau {
  const ecriture = ecritureDe(choix.indicateur.unite)
  const notes = liste.map(({ chiffre }) => (chiffre === undefined ? '' : noteDe(chiffre)))
  const avecNote = notes.some((note) => note !== '')
  return {
    libelle: `${choix.indicateur.nom}, ${periode}`,
    colonnes: [
      { code: 'nom', titre: 'Modalité', nombre: false },
      { code: 'valeur', titre: ecriture.titre, nombre: true },
      { code: 'numerateur', titre: 'Effectif', nombre: true },
      { code: 'denominateur', titre: 'Sur', nombre: true },
      ...(avecNote ? [{ code: 'note', titre: 'Note', nombre: false }] : []),
    ],
    lignes: liste.map(({ cle, nom, valeur, chiffre }, i) => {
      const note = avecNote ? [notes[i] ?? ''] : []
      const { numerateur = null, denominateur = null } = chiffre ?? {}
      return {
        cle,
        repere: false,
        cellules: [
          nom,
          valeur === null ? '–' : ecriture.valeur(valeur),
          nombreOuTiret(numerateur),
          nombreOuTiret(denominateur),
          ...note,
        ],
        tris: [cle, valeur, numerateur, denominateur, ...note],
      }
    }),
    tri: { colonne: 'nom', sens: 'croissant' },
    choisir: false,
  }
}

function sansGraphique({ lieu }: Contexte): NonNullable<Vue['sansGraphique']> {
  return lieu === undefined
    ? { titre: 'Choisissez un EPCI', texte: 'La répartition se dessine pour un territoire à la fois.' }
    : {
        titre: 'Aucun chiffre publié',
        texte:
          'La répartition est absente, ou retenue tout entière\u202f: en montrer une partie permettrait de retrouver le reste.',
      }
}

/** The view of an indicator that gives several figures a territory, one an answer. */
export function vueRepartition(
  contexte: Contexte,
): Pick<Vue, 'carte' | 'graphique' | 'sansGraphique' | 'phrase' | 'tableau'> {
  const liste = modalites(contexte)
  const dessin = graphique(contexte, liste)
  return {
    carte: carte(contexte, liste),
    graphique: dessin,
    sansGraphique: dessin === undefined ? sansGraphique(contexte) : undefined,
    phrase: phrase(contexte, liste, ecritureDe(contexte.choix.indicateur.unite).valeur),
    tableau: tableau(contexte, liste),
  }
}
