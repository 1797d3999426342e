import { Refus } from '../../socle/refus.ts'
import { formatJour } from '../../socle/format.ts'
import { jourIso } from '../../socle/jour.ts'
import { sceller } from '../jeu/ecrire-jeu.ts'
import {
  enColonnes,
  type Indicateur,
  type Initiative,
  type Jeu,
  type Observation,
  type Observations,
  type Source,
  type Territoire,
} from '../jeu/jeu.ts'
import type { Conflit } from './conflit.ts'

/** A dataset read from a file. */
export interface FichierJeu {
  readonly nom: string
  readonly jeu: Jeu
  /** Whether the content is still what its identity says; undefined when it bears none. */
  readonly intact: boolean | undefined
}

/** Who published what, when, with which version. */
export interface PublicationLue {
  readonly fichier: string
  readonly titre: string
  readonly producteur: string
  /** ISO day. */
  readonly fait_le: string
  readonly version_moteur: string | undefined
  readonly profil_secret: string | undefined
  /** `intacte` when the identity was checked, `absente` when the file bears none. */
  readonly empreinte: 'intacte' | 'absente'
  readonly territoires: number
  readonly chiffres: number
  readonly retenus: number
}

export interface Fusion {
  readonly jeu: Jeu
  readonly conflits: readonly Conflit[]
  /** Figures given twice with the same value: counted once. */
  readonly doubles: number
  readonly publications: readonly PublicationLue[]
}

/** A row, and the file that it comes from. */
interface Ligne {
  readonly fichier: FichierJeu
  readonly observation: Observation
}

function exigerIntacts(fichiers: readonly FichierJeu[]): void {
  const modifies = fichiers.filter(({ intact }) => intact === false)
  if (modifies.length === 0) return
  throw new Refus(
    modifies.map(
      ({ nom }) =>
        `« ${nom} » a été modifié après sa publication : son empreinte n’est plus celle de son contenu. Demandez le fichier d’origine à son producteur.`,
    ),
  )
}

/** One dataset cannot hold a région and a département of the same code. */
function unirTerritoires(fichiers: readonly FichierJeu[]): Territoire[] {
  const connus = new Map<string, Territoire>()
  for (const { nom, jeu } of fichiers) {
    for (const territoire of jeu.territoires) {
      const connu = connus.get(territoire.code)
      if (connu !== undefined && connu.type !== territoire.type) {
        throw new Refus(
          `« ${nom} » donne le code ${territoire.code} à ${territoire.nom} (${territoire.type}) ; un autre fichier le donne à ${connu.nom} (${connu.type}). Un seul jeu ne peut pas contenir les deux : fusionnez ces fichiers à part, ou ouvrez-les ensemble dans l’observatoire.`,
        )
      }
      const departements = [...new Set([...(connu?.departements ?? []), ...territoire.departements])]
      connus.set(territoire.code, { ...territoire, ...connu, departements })
    }
  }
  return [...connus.values()]
}

/** Which of two files is believed on a definition: the later version, then the later day. */
function plusRecent(a: FichierJeu, b: FichierJeu, id: string): FichierJeu {
  const version = (f: FichierJeu): number => f.jeu.indicateurs.find((i) => i.id === id)?.version ?? 0
  const ecart = version(b) - version(a)
  if (ecart !== 0) return ecart > 0 ? b : a
  return b.jeu.fait_le >= a.jeu.fait_le ? b : a
}

function memeMesure(a: Indicateur, b: Indicateur): boolean {
  return a.version === b.version && a.unite === b.unite && a.additif === b.additif
}

interface Definitions {
  readonly indicateurs: readonly Indicateur[]
  readonly conflits: readonly Conflit[]
  /** Whether the figures of this file for this indicator are kept. */
  readonly garde: (fichier: FichierJeu, id: string) => boolean
}

function definir(fichiers: readonly FichierJeu[]): Definitions {
  const maitres = new Map<string, FichierJeu>()
  for (const fichier of fichiers) {
    for (const { id } of fichier.jeu.indicateurs) {
      const connu = maitres.get(id)
      maitres.set(id, connu === undefined ? fichier : plusRecent(connu, fichier, id))
    }
  }
  const decrit = (fichier: FichierJeu, id: string): Indicateur | undefined =>
    fichier.jeu.indicateurs.find((indicateur) => indicateur.id === id)
  const garde = (fichier: FichierJeu, id: string): boolean => {
    const [sien, maitre] = [decrit(fichier, id), maitres.get(id)]
    const reference = maitre === undefined ? undefined : decrit(maitre, id)
    return sien !== undefined && reference !== undefined && memeMesure(sien, reference)
  }
  const indicateurs = [...maitres].flatMap(([id, fichier]) => decrit(fichier, id) ?? [])
  const conflits = fichiers.flatMap((fichier) =>
    fichier.jeu.indicateurs.flatMap((sien): Conflit[] => {
      const maitre = maitres.get(sien.id)
      const reference = maitre === undefined ? undefined : decrit(maitre, sien.id)
      if (maitre === undefined || reference === undefined || memeMesure(sien, reference)) return []
      const chiffres = fichier.jeu.observations.indicateur.filter((id) => id === sien.id).length
      return [
        {
          nature: 'definition',
          indicateur: sien.nom,
          garde: maitre.nom,
          ecarte: fichier.nom,
          versionGardee: reference.version,
          versionEcartee: sien.version,
          chiffres,
        },
      ]
    }),
  )
  return { indicateurs, conflits, garde }
}

/** The sources of a file, that name its producer so that who published what lasts in the merged file. */
function sourcesDe(
  { jeu }: FichierJeu,
  rang: number,
): { readonly sources: Source[]; id(source: string | null): string } {
  const jour = jourIso(jeu.fait_le)
  const publication = `publié par ${jeu.producteur} le ${jour === undefined ? jeu.fait_le : formatJour(jour)}`
  const propre = { id: `f${String(rang + 1)}`, titre: `${jeu.titre}, ${publication}`, releve_le: jeu.fait_le }
  const sources = jeu.sources.map((source) => ({
    ...source,
    id: `${propre.id}.${source.id}`,
    titre: `${source.titre} (${publication})`,
  }))
  return { sources: [propre, ...sources], id: (source) => (source === null ? propre.id : `${propre.id}.${source}`) }
}

function ligneDe(o: Observations, i: number, source: string): Observation {
  return {
    indicateur: o.indicateur[i] ?? '',
    territoire: o.territoire[i] ?? '',
    periode: o.periode[i] ?? '',
    dimension: o.dimension[i] ?? null,
    modalite: o.modalite[i] ?? null,
    numerateur: o.numerateur[i] ?? null,
    denominateur: o.denominateur[i] ?? null,
    valeur: o.valeur[i] ?? null,
    secret: o.secret[i] ?? null,
    diffusion: o.diffusion[i] ?? null,
    source,
  }
}

function cleDe({ indicateur, territoire, periode, dimension, modalite, diffusion }: Observation): string {
  return JSON.stringify([indicateur, territoire, periode, dimension, modalite, diffusion])
}

function memesNombres(a: Observation, b: Observation): boolean {
  return (['numerateur', 'denominateur', 'valeur', 'secret'] as const).every((membre) => a[membre] === b[membre])
}

/** Of two rows for one figure, the one believed: the later day; on the same day the withheld one, else the last given. */
function choisir(connue: Ligne, autre: Ligne): Ligne {
  const [a, b] = [connue.fichier.jeu.fait_le, autre.fichier.jeu.fait_le]
  if (a !== b) return a > b ? connue : autre
  return connue.observation.secret !== null && autre.observation.secret === null ? connue : autre
}

function conflitDe(garde: Ligne, ecarte: Ligne, indicateurs: readonly Indicateur[]): Conflit {
  const { indicateur, territoire, periode, modalite, valeur, secret } = garde.observation
  return {
    nature: 'chiffre',
    indicateur: indicateurs.find(({ id }) => id === indicateur)?.nom ?? indicateur,
    territoire,
    periode,
    modalite,
    garde: garde.fichier.nom,
    ecarte: ecarte.fichier.nom,
    valeurGardee: valeur,
    valeurEcartee: ecarte.observation.valeur,
    secret,
  }
}

/** The initiatives of all files, one given twice being one. */
function unirInitiatives(initiatives: readonly Initiative[]): readonly Initiative[] {
  const uniques = new Map<string, Initiative>()
  for (const une of initiatives) {
    const cle = JSON.stringify([une.territoire, une.theme, une.titre, une.resume])
    if (!uniques.has(cle)) uniques.set(cle, une)
  }
  return [...uniques.values()]
}

function publicationDe({ nom, jeu, intact }: FichierJeu): PublicationLue {
  const { titre, producteur, fait_le, version_moteur, profil_secret, territoires, observations } = jeu
  return {
    fichier: nom,
    titre,
    producteur,
    fait_le,
    version_moteur,
    profil_secret,
    empreinte: intact === true ? 'intacte' : 'absente',
    territoires: territoires.length,
    chiffres: observations.indicateur.length,
    retenus: observations.secret.filter((secret) => secret !== null).length,
  }
}

function commun(valeurs: readonly (string | undefined)[]): string | undefined {
  return new Set(valeurs).size === 1 ? valeurs[0] : undefined
}

interface Reunies {
  readonly lignes: readonly Ligne[]
  readonly conflits: readonly Conflit[]
  readonly doubles: number
}

function reunirLignes(lignes: readonly Ligne[], indicateurs: readonly Indicateur[]): Reunies {
  const gardees = new Map<string, Ligne>()
  const conflits: Conflit[] = []
  let doubles = 0
  for (const ligne of lignes) {
    const cle = cleDe(ligne.observation)
    const connue = gardees.get(cle)
    const choisie = connue === undefined ? ligne : choisir(connue, ligne)
    gardees.set(cle, choisie)
    if (connue === undefined) continue
    if (memesNombres(connue.observation, ligne.observation)) doubles++
    else conflits.push(conflitDe(choisie, choisie === ligne ? connue : ligne, indicateurs))
  }
  return { lignes: [...gardees.values()], conflits, doubles }
}

/**
 * Merges datasets into one. The later version of a definition wins; of a figure given twice, the file made last; nothing is
 * added up, and a withheld figure is never made good by an older file.
 *
 * @throws Refus when no file is given, when one was modified after its publication, or when two territories bear one code
 * @example
 * const fichiers = ['a.json', 'b.json'].map((nom) => ({ nom, jeu, intact: true }))
 * fusionner(fichiers).doubles //=> 1140
 */
export function fusionner(fichiers: readonly FichierJeu[], titre = 'Jeux de données réunis'): Fusion {
  if (fichiers.length === 0) throw new Refus('Aucun fichier à fusionner : donnez au moins un jeu « observatoire/1 ».')
  exigerIntacts(fichiers)
  const territoires = unirTerritoires(fichiers)
  const definitions = definir(fichiers)
  const sources = fichiers.map(sourcesDe)
  const lignes = fichiers.flatMap((fichier, rang) =>
    fichier.jeu.observations.indicateur.flatMap((id, i): Ligne[] => {
      if (!definitions.garde(fichier, id)) return []
      const { observations } = fichier.jeu
      return [
        { fichier, observation: ligneDe(observations, i, sources[rang]?.id(observations.source[i] ?? null) ?? '') },
      ]
    }),
  )
  const reunies = reunirLignes(lignes, definitions.indicateurs)
  const initiatives = fichiers.flatMap(({ jeu }, rang) =>
    jeu.initiatives.map((initiative): Initiative => ({
      ...initiative,
      source: sources[rang]?.id(initiative.source) ?? initiative.source,
    })),
  )
  const jeu = sceller({
    format: 'observatoire/1',
    titre,
    fait_le: fichiers.reduce((dernier, f) => (f.jeu.fait_le > dernier ? f.jeu.fait_le : dernier), ''),
    producteur: [...new Set(fichiers.map((f) => f.jeu.producteur))].join(', '),
    version_moteur: commun(fichiers.map((f) => f.jeu.version_moteur)),
    profil_secret: commun(fichiers.map((f) => f.jeu.profil_secret)),
    sources: sources.flatMap((s) => s.sources),
    territoires,
    indicateurs: definitions.indicateurs,
    observations: enColonnes(reunies.lignes.map(({ observation }) => observation)),
    initiatives: unirInitiatives(initiatives),
  })
  return {
    jeu,
    conflits: [...definitions.conflits, ...reunies.conflits],
    doubles: reunies.doubles,
    publications: fichiers.map(publicationDe),
  }
}
