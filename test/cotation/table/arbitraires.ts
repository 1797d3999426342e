import fc from 'fast-check'
import { CHAMPS_NOMMABLES, estNumerique } from '../../../core/cotation/grille/champs-nommables.ts'
import type { ChampNommable } from '../../../core/cotation/grille/champs-nommables.ts'
import type { Condition, ValeurGrille } from '../../../core/cotation/grille/grille.ts'
import { isoJour } from '../../../core/socle/jour.ts'

type Objet = Record<string, unknown>

const NUMERIQUES = CHAMPS_NOMMABLES.filter(estNumerique)
const ORDONNES = CHAMPS_NOMMABLES.filter((champ) => estNumerique(champ) || champ.type === 'date')

const centiemes = (min: number, max: number) => fc.integer({ min, max }).map((n) => n / 100)

const nombre = fc.oneof(
  fc.integer({ min: -50, max: 5000 }),
  centiemes(-500, 200_000),
  fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
  fc.double({ noNaN: true, min: -1e15, max: 1e15 }).map((n) => (n === 0 ? 0 : n)),
)

const texte = fc.oneof(
  fc.constantFrom('et', 'ou', 'Bailleur « du Nord » ; SA', '59350', '1004', 'a "b" c', 'x\ny', '=1+1', '(', 'non', '≥'),
  fc.string({ minLength: 1, unit: 'grapheme' }).filter((s) => s.trim() !== ''),
)

/** A value that the grid accepts for a field. */
export function valeur(champ: ChampNommable): fc.Arbitrary<ValeurGrille> {
  if (champ.type === 'booleen') return fc.boolean()
  if (estNumerique(champ)) return nombre
  if (champ.type === 'date') return fc.integer({ min: -30_000, max: 60_000 }).map((jour) => isoJour(jour))
  const { valeurs } = champ
  if (valeurs === undefined) return champ.type === 'texte' ? texte : fc.oneof(texte, fc.constant('dalo'))
  return fc.constantFrom(...valeurs).chain(({ code, libelle }) => fc.constantFrom(code, code, code, libelle))
}

const champ = fc.constantFrom(...CHAMPS_NOMMABLES)

const est = champ.chain((c) => valeur(c).map((v): Condition => ({ champ: c.code, est: v })))
const parmi = champ.chain((c) =>
  fc.array(valeur(c), { minLength: 1, maxLength: 4 }).map((v): Condition => ({ champ: c.code, parmi: v })),
)
const bornes = fc.constantFrom(...ORDONNES).chain((c) => {
  const borne = valeur(c)
  return fc
    .record({ min: borne, max: borne, plus_de: borne, moins_de: borne }, { requiredKeys: [] })
    .filter((b) => Object.keys(b).length > 0)
    .map((b) => ({ champ: c.code, ...b }) as Condition)
})
const connu = champ.map((c): Condition => ({ connu: c.code }))
const feuille = fc.oneof(est, parmi, bornes, connu)

/** Any condition that the grid accepts, of any shape. */
export const condition: fc.Arbitrary<Condition> = fc.letrec<{ c: Condition }>((lien) => ({
  c: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    feuille,
    fc.array(lien('c'), { minLength: 1, maxLength: 4 }).map((tous): Condition => ({ tous })),
    fc.array(lien('c'), { minLength: 1, maxLength: 4 }).map((un_de): Condition => ({ un_de })),
    lien('c').map((non): Condition => ({ non })),
  ),
})).c

const points = centiemes(-20_000, 20_000).filter((p) => p !== 0)

const par = fc.constantFrom(...NUMERIQUES).chain((c) =>
  fc.record(
    {
      champ: fc.constant(c.code),
      chaque: nombre.filter((n) => n > 0),
      a_partir_de: nombre,
      maximum: nombre.filter((n) => n >= 0),
    },
    { requiredKeys: ['champ', 'chaque'] },
  ),
)

const tranches = fc.constantFrom(...NUMERIQUES).chain((c) =>
  fc
    .uniqueArray(nombre, { minLength: 1, maxLength: 5, comparator: (a, b) => a === b })
    .map((b) => b.sort((x, y) => x - y))
    .chain((b) =>
      fc
        .array(centiemes(-500, 5000), { minLength: b.length + 1, maxLength: b.length + 1 })
        .map((p) => ({ champ: c.code, bornes: b, points: p })),
    ),
)

const regle: fc.Arbitrary<Objet> = fc.oneof(
  fc.record({ points, si: condition }),
  fc.record({ points, par }),
  fc.record({ points, par, si: condition }),
  fc.record({ tranches }),
  fc.record({ tranches, si: condition }),
)

const libelle = fc.oneof(fc.constantFrom('Reconnu DALO', 'Taux d’effort', ' bords ', "'=x"), texte)

const habits = fc.record(
  {
    nom: libelle,
    famille: fc.constantFrom('PRIO', 'ANC', 'AILLEURS'),
    sur_justificatif: fc.boolean(),
    verrouille: fc.boolean(),
    base_legale: libelle,
    note_interne: fc.jsonValue(),
  },
  { requiredKeys: [] },
)

const criteres = fc
  .array(fc.tuple(regle, habits), { minLength: 1, maxLength: 8 })
  .map((lus) => lus.map(([r, h], i): Objet => ({ code: `C${String(i + 1)}`, ...h, ...r })))

const limites = fc.record(
  { nom: libelle, plafond: points, plancher: points, suivi: fc.jsonValue() },
  { requiredKeys: [] },
)
const familles = fc.oneof(
  fc.constant([]),
  fc.tuple(limites, limites).map(([a, b]) => [
    { code: 'PRIO', cumul: 'maximum', ...a },
    { code: 'ANC', cumul: 'somme', ...b },
  ]),
)

const departage = fc.array(
  fc.oneof(
    champ
      .filter(({ type }) => type !== 'liste multiple')
      .chain((c) =>
        fc.record(
          { champ: fc.constant(c.code), ordre: fc.constantFrom('croissant', 'decroissant') },
          { requiredKeys: ['champ'] },
        ),
      ),
    champ.chain((c) => fc.record({ champ: fc.constant(c.code), premier: valeur(c) })),
  ),
  { maxLength: 3 },
)

/** Any grid that `lireGrille` accepts, with every kind of rule and members that nobody knows. */
export const grille: fc.Arbitrary<Objet> = fc.record(
  {
    format: fc.constant('grille-cotation/1'),
    id: fc.constantFrom('essai', 'essai-2026', '2026'),
    nom: libelle,
    criteres,
    territoire: fc.constant('200093201'),
    date_effet: fc.integer({ min: 0, max: 30_000 }).map((jour) => isoJour(jour)),
    source: fc.oneof(fc.constant(''), libelle),
    quartile_borne: fc.constantFrom('stricte', 'incluse'),
    note_min: centiemes(-5000, 0),
    note_max: centiemes(0, 50_000),
    portee: condition,
    familles,
    departage,
    remarque: fc.jsonValue(),
  },
  { requiredKeys: ['format', 'id', 'nom', 'criteres'] },
)
