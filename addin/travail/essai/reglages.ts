import type { Edition, FeuilleFormulaire, FormulaireCritere, Grille, NoeudFormulaire } from '../../../core/index.ts'
import { ecrireDepartage, estVerrouille, formulaireCritere } from '../../../core/index.ts'
import { curseurPoints } from './curseurs.ts'
import type { CritereRegle, FamilleReglee, ReglagesVus, ReglageVu } from './contrat-essai.ts'
import { identifiant } from './identifiants.ts'
import { ecrireSaisi } from './nombres-saisis.ts'

type Critere = Grille['criteres'][number]

/** The texts of a criterion that can be changed, under one grid; undefined when the grid does not have it. */
type Formulaire = FormulaireCritere | undefined

const TESTS_NUMERIQUES = new Set(['min', 'max', 'plus_de', 'moins_de', 'entre'])

export function morceaux(liste: string): readonly string[] {
  return liste.split(';').map((morceau) => morceau.trim())
}

function points(libelle: string, id: string, valeur: string, enForce: string): ReglageVu {
  return { id, libelle, genre: 'points', valeur, enForce, unite: 'points', curseur: curseurPoints(valeur, enForce) }
}

function nomTranche(rang: number, { tranches }: FormulaireCritere): string {
  const bornes = morceaux(tranches?.bornes ?? '')
  if (rang === 0) return `moins de ${bornes[0] ?? ''}`
  const [de, a] = [bornes[rang - 1], bornes[rang]]
  return a === undefined ? `${de ?? ''} et plus` : `de ${de ?? ''} à moins de ${a}`
}

function reglagesDePoints(code: string, essaye: Formulaire, enForce: Formulaire): readonly ReglageVu[] {
  const modele = essaye ?? enForce
  if (modele?.tranches === undefined) {
    const libelle = modele?.unites === undefined ? 'Points' : 'Points par unité'
    return [points(libelle, identifiant('points', code), essaye?.points ?? '', enForce?.points ?? '')]
  }
  const avant = morceaux(enForce?.tranches?.points ?? '')
  const apres = morceaux(essaye?.tranches?.points ?? '')
  return morceaux(modele.tranches.points).map((_, rang) =>
    points(
      `Points, ${nomTranche(rang, modele)}`,
      identifiant('tranche', code, rang),
      apres[rang] ?? '',
      avant[rang] ?? '',
    ),
  )
}

/** The leaves of a condition that hold numbers or days. */
export function feuillesBornees(noeud: NoeudFormulaire | undefined): readonly FeuilleFormulaire[] {
  if (noeud === undefined) return []
  if (noeud.genre !== 'feuille') return noeud.enfants.flatMap(feuillesBornees)
  return TESTS_NUMERIQUES.has(noeud.test) ? [noeud] : []
}

function memeChemin(a: FeuilleFormulaire, b: FeuilleFormulaire): boolean {
  return a.chemin.join('.') === b.chemin.join('.') && a.champ === b.champ && a.test === b.test
}

function bornesDeCondition(code: string, essaye: FormulaireCritere, enForce: Formulaire): readonly ReglageVu[] {
  return feuillesBornees(essaye.condition).map((feuille) => {
    const avant = feuillesBornees(enForce?.condition).find((autre) => memeChemin(autre, feuille))
    const test = feuille.tests.find((propose) => propose.test === feuille.test)
    return {
      id: identifiant('condition', code, feuille.chemin.join('.')),
      libelle: `${feuille.libelle}\u202f: ${test?.libelle ?? feuille.test}`,
      genre: 'borne' as const,
      valeur: feuille.valeur,
      enForce: avant?.valeur ?? '',
      unite: '',
    }
  })
}

const UNITES = [
  ['chaque', 'Une fois tous les'],
  ['aPartirDe', 'À partir de'],
  ['maximum', 'Au plus, en nombre de fois'],
] as const

function bornesDeRegle(code: string, essaye: FormulaireCritere, enForce: Formulaire): readonly ReglageVu[] {
  const { unites, tranches } = essaye
  if (tranches !== undefined) {
    return [
      {
        id: identifiant('bornes', code),
        libelle: 'Bornes des tranches',
        genre: 'borne',
        valeur: tranches.bornes,
        enForce: enForce?.tranches?.bornes ?? '',
        unite: '',
      },
    ]
  }
  if (unites === undefined) return []
  return UNITES.map(([membre, libelle]) => ({
    id: identifiant('unites', code, membre),
    libelle,
    genre: 'borne',
    valeur: unites[membre],
    enForce: enForce?.unites?.[membre] ?? '',
    unite: '',
  }))
}

function decrireCritere({ code, nom }: Critere, edition: Edition, force: Grille): CritereRegle {
  const essaye = formulaireCritere(edition.lue.grille, code)
  const enForce = formulaireCritere(force, code)
  const reglages = reglagesDePoints(code, essaye, enForce)
  const bornes =
    essaye === undefined ? [] : [...bornesDeRegle(code, essaye, enForce), ...bornesDeCondition(code, essaye, enForce)]
  return {
    code,
    nom,
    phrase: (essaye ?? enForce)?.phrase ?? '',
    retire: essaye === undefined,
    ajoute: enForce === undefined,
    change: JSON.stringify(essaye) !== JSON.stringify(enForce),
    verrouille: estVerrouille(edition, code),
    points: reglages,
    bornes,
  }
}

/** Criteria described, by what they are under both grids: one of sixty changes at each move of a slider. */
const memoire = new Map<string, CritereRegle>()
const MEMOIRE = 2_000

function critereRegle(critere: Critere, edition: Edition, force: Grille): CritereRegle {
  const sous = ({ criteres }: Grille): Critere | undefined => criteres.find(({ code }) => code === critere.code)
  const cle = JSON.stringify([sous(edition.lue.grille), sous(force), estVerrouille(edition, critere.code)])
  const connu = memoire.get(cle)
  if (connu !== undefined) return connu
  if (memoire.size >= MEMOIRE) memoire.clear()
  const decrit = decrireCritere(critere, edition, force)
  memoire.set(cle, decrit)
  return decrit
}

/** The criteria of both grids: those in force in their order, then those added. */
function reunir(force: Grille, essayee: Grille): readonly Critere[] {
  const ajoutes = essayee.criteres.filter(({ code }) => !force.criteres.some((critere) => critere.code === code))
  return [...force.criteres, ...ajoutes].map(
    (critere) => essayee.criteres.find(({ code }) => code === critere.code) ?? critere,
  )
}

function limite(id: string, libelle: string, valeur: number | undefined, enForce: number | undefined): ReglageVu {
  return { id, libelle, genre: 'limite', valeur: ecrireSaisi(valeur), enForce: ecrireSaisi(enForce), unite: 'points' }
}

function famillesReglees(edition: Edition, force: Grille): readonly FamilleReglee[] {
  const essayee = edition.lue.grille
  const criteres = reunir(force, essayee)
  const perdues = (force.familles ?? []).filter(({ code }) => !essayee.familles?.some((f) => f.code === code))
  const connues = [...(essayee.familles ?? []), ...perdues]
  const regles = (liste: readonly Critere[]): readonly CritereRegle[] =>
    liste.map((critere) => critereRegle(critere, edition, force))
  const familles = connues.map(({ code, nom, plafond, plancher }) => {
    const avant = force.familles?.find((famille) => famille.code === code)
    return {
      code,
      nom,
      limites: [
        limite(identifiant('plafond', code), 'Plafond de la famille', plafond, avant?.plafond),
        limite(identifiant('plancher', code), 'Plancher de la famille', plancher, avant?.plancher),
      ],
      criteres: regles(criteres.filter(({ famille }) => famille === code)),
    }
  })
  const seuls = regles(criteres.filter(({ famille }) => !connues.some(({ code }) => code === famille)))
  return [
    ...familles.filter((famille) => famille.criteres.length > 0),
    ...(seuls.length === 0 ? [] : [{ code: '', nom: 'Critères sans famille', limites: [], criteres: seuls }]),
  ]
}

function departagesDe({ departage = [] }: Grille): readonly string[] {
  return departage.map((d) => ecrireDepartage({ ...d }) ?? d.champ)
}

/** Everything that can be moved in a grid tried, beside what the grid in force says. */
export function reglagesDe(edition: Edition, force: Grille): ReglagesVus {
  const { grille } = edition.lue
  const departages = departagesDe(grille)
  return {
    familles: famillesReglees(edition, force),
    ensemble: [
      limite(identifiant('note', 'note_max'), 'Note au plus', grille.note_max, force.note_max),
      limite(identifiant('note', 'note_min'), 'Note au moins', grille.note_min, force.note_min),
    ],
    departages: departages.map((ecrit, rang) => ({ rang, ecrit })),
    departageChange: departages.join('\n') !== departagesDe(force).join('\n'),
  }
}
