import { formatNombre, francais } from '../../core/index.ts'
import {
  chiffreDe,
  chiffresDe,
  classer,
  ensembleDe,
  ensemblesDe,
  type Chiffre,
  type Classe,
  type Classement,
  type Ensemble,
  type Groupe,
} from '../../core/observatoire/index.ts'
import { touche, type Contexte } from './contexte.ts'
import { ecrirePeriode, ecritureDe, nomCompte, ordinal, sur, uniteLongue, type Ecriture } from './ecrire-valeur.ts'
import { noteDe, phraseSansValeur } from './raisons.ts'
import type { Barre, CarteVue, ComparaisonVue, Graphique, Niveau, Tableau, Vue } from './vue.ts'

/** Beyond, names would not hold beside the bars. */
const BARRES_NOMMEES = 24
const TRAITS = ['tirets', 'points', 'continu'] as const

/** One group of figures: a ranking of territories. */
interface Rangs {
  readonly contexte: Contexte
  readonly groupe: Groupe
  readonly ecriture: Ecriture
  readonly classement: Classement
  readonly ensembles: readonly Ensemble[]
  readonly chiffre: Chiffre | undefined
  readonly classe: Classe | undefined
}

function ranger(contexte: Contexte, groupe: Groupe): Rangs {
  const { table, choix, lieu, parmi } = contexte
  const { indicateur } = choix
  const montres = chiffresDe(table, groupe).filter(
    (c) => c.lieu.type === 'epci' && (parmi.lieu === undefined || touche(parmi.lieu, c.lieu)),
  )
  const classement = classer(montres, indicateur.sens)
  const voulus = lieu === undefined ? (parmi.lieu === undefined ? [] : [parmi.lieu]) : ensemblesDe(table, lieu)
  return {
    contexte,
    groupe,
    ecriture: ecritureDe(indicateur.unite),
    classement,
    ensembles: voulus.flatMap((ensemble) => ensembleDe(table, groupe, ensemble, indicateur) ?? []),
    chiffre: lieu && chiffreDe(table, groupe, lieu),
    classe: classement.classes.find(({ chiffre }) => chiffre.lieu === lieu),
  }
}

function nature({ nature: genre, membres, sur: total }: Ensemble): string {
  if (genre === 'publie') return 'total publié'
  return membres === total
    ? `somme de ${String(membres)} EPCI`
    : `somme de ${String(membres)} EPCI sur ${String(total)}, les autres retenus`
}

/** Whether figures are counts: a territory is then a share of the larger one, not more or less than it. */
function estCompte({ contexte, ecriture }: Rangs): boolean {
  return contexte.choix.indicateur.additif && ecriture.titre === 'Nombre'
}

function comparer(rangs: Rangs, valeur: number, ensemble: Ensemble): ComparaisonVue {
  const { ecriture } = rangs
  const avec = `${ensemble.lieu.nom}\u202f: ${ecriture.valeur(ensemble.valeur)}, ${nature(ensemble)}`
  if (!estCompte(rangs)) return { ecart: ecriture.ecart(valeur - ensemble.valeur), avec }
  return { ecart: ecritureDe('ratio').valeur(valeur / ensemble.valeur), avec: `du total, ${avec}` }
}

/** « 91 EPCI », or those that have a value when some have none. */
function nommerEpci({ nombre, classes }: Classement): string {
  return `${formatNombre(nombre)} EPCI${nombre === classes.length ? '' : ' qui ont une valeur'}`
}

function comparerMediane({ ecriture, classement }: Rangs, valeur: number): ComparaisonVue[] {
  const { mediane, nombre } = classement
  if (mediane === undefined || nombre < 3) return []
  return [
    {
      ecart: ecriture.ecart(valeur - mediane),
      avec: `médiane des ${nommerEpci(classement)}\u202f: ${ecriture.valeur(mediane)}`,
    },
  ]
}

function effectif({ choix }: Contexte, { numerateur, denominateur }: Chiffre): string[] {
  if (numerateur === null || denominateur === null) return []
  return [`${sur(numerateur, denominateur)}${nomCompte(choix.indicateur.theme)}`]
}

function place({ classe, classement }: Rangs): string[] {
  if (classe?.rang === undefined || classement.nombre < 2) return []
  const ordre = classement.decroissant ? 'du plus élevé au plus faible' : 'du plus faible au plus élevé'
  return [`${ordinal(classe.rang)} sur ${formatNombre(classement.nombre)} EPCI, ${ordre}`]
}

function carteDuLieu(rangs: Rangs): CarteVue {
  const { contexte, chiffre, ecriture } = rangs
  const titre = contexte.lieu?.nom ?? ''
  if (chiffre === undefined) {
    return {
      titre,
      etat: 'absent',
      precisions: [`Aucun des fichiers ouverts ne donne ce chiffre pour ce territoire en ${contexte.periode}.`],
      comparaisons: [],
    }
  }
  if (chiffre.valeur === null) {
    const { numerateur } = chiffre
    const connu =
      numerateur === null
        ? { etat: chiffre.secret === null ? ('absent' as const) : ('protege' as const) }
        : { chiffre: formatNombre(numerateur) }
    return {
      titre,
      ...connu,
      precisions: [...effectif(contexte, chiffre), phraseSansValeur(chiffre)],
      comparaisons: [],
    }
  }
  const { valeur } = chiffre
  return {
    titre,
    chiffre: ecriture.valeur(valeur),
    unite: uniteLongue(contexte.choix.indicateur.unite),
    precisions: [...effectif(contexte, chiffre), ...place(rangs)],
    comparaisons: [
      ...rangs.ensembles.map((ensemble) => comparer(rangs, valeur, ensemble)),
      ...comparerMediane(rangs, valeur),
    ],
  }
}

function etendue({ classement, ecriture }: Rangs): string {
  const valeurs = classement.classes.flatMap(({ chiffre }) => chiffre.valeur ?? [])
  const [premier, dernier] = [valeurs[0], valeurs.at(-1)]
  return premier === undefined || dernier === undefined
    ? ''
    : `De ${ecriture.valeur(Math.min(premier, dernier))} à ${ecriture.valeur(Math.max(premier, dernier))} selon l’EPCI`
}

/** No territory chosen: what lies in the middle, and how far it spreads. */
function carteDensemble(rangs: Rangs): CarteVue {
  const { classement, ecriture, contexte, ensembles } = rangs
  const { mediane } = classement
  const titre = `Médiane des ${nommerEpci(classement)}`
  if (mediane === undefined) return { titre, etat: 'absent', precisions: [], comparaisons: [] }
  return {
    titre,
    chiffre: ecriture.valeur(mediane),
    unite: uniteLongue(contexte.choix.indicateur.unite),
    precisions: [etendue(rangs), 'Choisissez un EPCI pour le situer parmi les autres.'],
    comparaisons: ensembles.map((e) => ({ ecart: ecriture.valeur(e.valeur), avec: `${e.lieu.nom}, ${nature(e)}` })),
  }
}

function barres({ classement, ecriture, contexte }: Rangs): Barre[] {
  return classement.classes.flatMap(({ chiffre: { lieu, valeur } }) =>
    valeur === null
      ? []
      : [{ cle: lieu.code, nom: lieu.nom, valeur, texte: ecriture.valeur(valeur), repere: lieu === contexte.lieu }],
  )
}

function niveaux(rangs: Rangs): Niveau[] {
  const { ensembles, ecriture, classement, contexte } = rangs
  if (estCompte(rangs)) return []
  const publies = ensembles.map((e) => ({ nom: `${e.lieu.nom} (${nature(e)})`, valeur: e.valeur }))
  const milieu =
    classement.mediane === undefined || classement.nombre < 3 || (contexte.lieu !== undefined && publies.length > 0)
      ? []
      : [{ nom: 'Médiane des EPCI', valeur: classement.mediane }]
  return [...publies, ...milieu].slice(0, TRAITS.length).map(({ nom, valeur }, i) => ({
    nom,
    texte: ecriture.valeur(valeur),
    trait: TRAITS[i] ?? 'continu',
    valeurs: [valeur],
  }))
}

function phrasePlace(rangs: Rangs): string[] {
  const { chiffre, classe, classement, ecriture, ensembles } = rangs
  const valeur = chiffre?.valeur ?? null
  if (chiffre === undefined || valeur === null || classe?.rang === undefined || classement.nombre < 2) return []
  const contre = estCompte(rangs) || ensembles.length === 0 ? '' : `, contre ${enumererEnsembles(rangs)}`
  return [
    `${chiffre.lieu.nom} est ${ordinal(classe.rang)} sur ${formatNombre(classement.nombre)} : ${ecriture.valeur(valeur)}${contre}.`,
  ]
}

function phraseMediane({ classement, ecriture }: Rangs): string[] {
  const { mediane, nombre } = classement
  if (mediane === undefined || nombre < 3) return []
  return [`Médiane des ${nommerEpci(classement)} : ${ecriture.valeur(mediane)}.`]
}

function phraseSansBarre({ classement: { classes, nombre } }: Rangs): string[] {
  const manquants = classes.length - nombre
  if (manquants === 0) return []
  return [
    manquants === 1
      ? 'Un EPCI sans valeur n’a pas de barre : il figure à la fin du tableau.'
      : `${formatNombre(manquants)} EPCI sans valeur n’ont pas de barre : ils figurent à la fin du tableau.`,
  ]
}

function phrase(rangs: Rangs): string {
  return francais([...phrasePlace(rangs), ...phraseMediane(rangs), ...phraseSansBarre(rangs)].join(' '))
}

function enumererEnsembles({ ensembles, ecriture }: Rangs): string {
  return ensembles.map(({ lieu, valeur }) => `${ecriture.valeur(valeur)} (${lieu.nom})`).join(' et ')
}

function graphique(rangs: Rangs): Graphique {
  const { contexte, ecriture } = rangs
  const { indicateur } = contexte.choix
  const liste = barres(rangs)
  return {
    titre: `${indicateur.nom}, ${ecrirePeriode(contexte.periode)}`,
    description: `${indicateur.nom}, ${contexte.periode}. ${phrase(rangs)} Les mêmes chiffres sont dans le tableau.`,
    genre: liste.length <= BARRES_NOMMEES ? 'noms' : 'profil',
    unSeul: contexte.lieu !== undefined,
    barres: liste,
    niveaux: niveaux(rangs),
    axe: `${liste.length <= BARRES_NOMMEES ? '' : `${formatNombre(liste.length)} EPCI, du plus ${rangs.classement.decroissant ? 'élevé au plus faible' : 'faible au plus élevé'}`}`,
    ecrire: ecriture.axe,
  }
}

interface ColonneChiffre {
  readonly code: string
  readonly titre: string
  readonly nombre: boolean
  readonly ecrire: (classe: Classe) => string
  readonly tri: (classe: Classe) => string | number | null
}

function nombreOuTiret(nombre: number | null): string {
  return nombre === null ? '–' : formatNombre(nombre)
}

function colonnes({ ecriture, classement: { classes } }: Rangs): readonly ColonneChiffre[] {
  const effectifs = classes.some(({ chiffre }) => chiffre.denominateur !== null && chiffre.numerateur !== null)
  const notes = classes.some(({ chiffre }) => noteDe(chiffre) !== '')
  const deux = (['numerateur', 'denominateur'] as const).map((code) => ({
    code,
    titre: code === 'numerateur' ? 'Effectif' : 'Sur',
    nombre: true,
    ecrire: ({ chiffre }: Classe) => nombreOuTiret(chiffre[code]),
    tri: ({ chiffre }: Classe) => chiffre[code],
  }))
  return [
    {
      code: 'rang',
      titre: 'Rang',
      nombre: true,
      ecrire: ({ rang }) => nombreOuTiret(rang ?? null),
      tri: ({ rang }) => rang ?? null,
    },
    {
      code: 'nom',
      titre: 'EPCI',
      nombre: false,
      ecrire: ({ chiffre }) => chiffre.lieu.nom,
      tri: ({ chiffre }) => chiffre.lieu.nom,
    },
    {
      code: 'valeur',
      titre: ecriture.titre,
      nombre: true,
      ecrire: ({ chiffre: { valeur } }) => (valeur === null ? '–' : ecriture.valeur(valeur)),
      tri: ({ chiffre }) => chiffre.valeur,
    },
    ...(effectifs ? deux : []),
    ...(notes
      ? [
          {
            code: 'note',
            titre: 'Note',
            nombre: false,
            ecrire: ({ chiffre }: Classe) => noteDe(chiffre),
            tri: ({ chiffre }: Classe) => noteDe(chiffre),
          },
        ]
      : []),
  ]
}

function tableau(rangs: Rangs): Tableau {
  const { contexte, classement } = rangs
  const liste = colonnes(rangs)
  return {
    libelle: `${contexte.choix.indicateur.nom}, ${contexte.periode}`,
    colonnes: liste.map(({ code, titre, nombre }) => ({ code, titre, nombre })),
    lignes: classement.classes.map((classe) => ({
      cle: classe.chiffre.lieu.code,
      repere: classe.chiffre.lieu === contexte.lieu,
      cellules: liste.map(({ ecrire }) => ecrire(classe)),
      tris: liste.map(({ tri }) => tri(classe)),
    })),
    tri: { colonne: 'rang', sens: 'croissant' },
    choisir: true,
  }
}

type PartieVue = Pick<Vue, 'carte' | 'graphique' | 'sansGraphique' | 'phrase' | 'tableau'>

/** The view of an indicator that gives one figure a territory. */
export function vueClassement(contexte: Contexte, groupe: Groupe): PartieVue {
  const rangs = ranger(contexte, groupe)
  const { nombre } = rangs.classement
  return {
    carte: contexte.lieu === undefined ? carteDensemble(rangs) : carteDuLieu(rangs),
    graphique: nombre < 2 ? undefined : graphique(rangs),
    sansGraphique:
      nombre >= 2
        ? undefined
        : {
            titre: 'Pas encore de comparaison',
            texte:
              nombre === 1
                ? 'Un seul territoire donne ce chiffre. Ouvrez les fichiers d’autres territoires pour les comparer.'
                : 'Aucun territoire ne donne ce chiffre, ou tous sont retenus.',
          },
    phrase: phrase(rangs),
    tableau: tableau(rangs),
  }
}
