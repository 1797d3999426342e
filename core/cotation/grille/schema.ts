import * as z from 'zod/mini'
import { Refus } from '../../socle/refus.ts'

// The content-security policy of the pages forbids the code that zod would otherwise compile.
z.config({ jitless: true })

const texte = (nom: string) =>
  z.string({ error: `« ${nom} » doit être un texte` }).check(z.minLength(1, { error: `« ${nom} » est vide` }))
const nombre = (nom: string) => z.number({ error: `« ${nom} » doit être un nombre` })
const liste = (nom: string) => z.array(z.unknown(), { error: `« ${nom} » doit être une liste` })

const par = z.looseObject(
  {
    champ: texte('par.champ'),
    chaque: nombre('par.chaque').check(z.positive({ error: '« par.chaque » doit être supérieur à 0' })),
    a_partir_de: z.optional(nombre('par.a_partir_de')),
    maximum: z.optional(
      nombre('par.maximum').check(z.nonnegative({ error: '« par.maximum » ne peut pas être négatif' })),
    ),
  },
  { error: '« par » doit être un objet (champ, chaque, a_partir_de, maximum)' },
)

const tranches = z.looseObject(
  {
    champ: texte('tranches.champ'),
    bornes: z.array(nombre('tranches.bornes'), { error: '« tranches.bornes » doit être une liste de nombres' }),
    points: z.array(nombre('tranches.points'), { error: '« tranches.points » doit être une liste de nombres' }),
  },
  { error: '« tranches » doit être un objet (champ, bornes, points)' },
)

const critere = z.looseObject({
  code: texte('code'),
  nom: z.optional(texte('nom')),
  famille: z.optional(texte('famille')),
  points: z.optional(nombre('points')),
  si: z.optional(z.unknown()),
  par: z.optional(par),
  tranches: z.optional(tranches),
  sur_justificatif: z.optional(z.boolean({ error: '« sur_justificatif » doit être true ou false' })),
  verrouille: z.optional(z.boolean({ error: '« verrouille » doit être true ou false' })),
  base_legale: z.optional(texte('base_legale')),
})

const famille = z.looseObject({
  code: texte('code'),
  nom: z.optional(texte('nom')),
  cumul: z.enum(['somme', 'maximum'], { error: '« cumul » doit être « somme » ou « maximum »' }),
  plafond: z.optional(nombre('plafond')),
  plancher: z.optional(nombre('plancher')),
})

const departage = z.looseObject({
  champ: texte('champ'),
  premier: z.optional(z.union([z.string(), z.number(), z.boolean()], { error: '« premier » doit être une valeur' })),
  ordre: z.optional(
    z.enum(['croissant', 'decroissant'], { error: '« ordre » doit être « croissant » ou « decroissant »' }),
  ),
})

/** The outer shape of a grid; conditions are checked apart, with the fields that they name. Other members are kept. */
const grille = z.looseObject(
  {
    format: z.literal('grille-cotation/1', {
      error: '« format » doit être « grille-cotation/1 » : ce fichier n’est pas une grille, ou est d’une autre version',
    }),
    id: texte('id'),
    nom: texte('nom'),
    territoire: z.optional(
      z
        .string({ error: '« territoire » doit être un SIREN' })
        .check(z.regex(/^\d{9}$/, { error: '« territoire » doit être un SIREN de 9 chiffres' })),
    ),
    date_effet: z.optional(z.iso.date({ error: '« date_effet » doit être une date AAAA-MM-JJ' })),
    source: z.optional(z.string({ error: '« source » doit être un texte' })),
    quartile_borne: z.optional(
      z.enum(['stricte', 'incluse'], { error: '« quartile_borne » doit être « stricte » ou « incluse »' }),
    ),
    portee: z.optional(z.unknown()),
    note_min: z.optional(nombre('note_min')),
    note_max: z.optional(nombre('note_max')),
    familles: z.optional(z.array(famille, { error: '« familles » doit être une liste' })),
    criteres: z
      .array(critere, { error: '« criteres » doit être une liste' })
      .check(z.minLength(1, { error: '« criteres » est vide' })),
    departage: z.optional(z.array(departage, { error: '« departage » doit être une liste' })),
  },
  { error: 'une grille doit être un objet JSON' },
)

export type GrilleFormee = z.infer<typeof grille>
export type CritereForme = z.infer<typeof critere>
export type DepartageForme = z.infer<typeof departage>

const avantHeritage = z.looseObject(
  {
    id: texte('id'),
    socle: z.optional(texte('socle')),
    criteres: z.array(z.looseObject({ code: texte('code') }, { error: 'un critère doit être un objet' }), {
      error: '« criteres » doit être une liste',
    }),
    familles: z.optional(
      z.array(z.looseObject({ code: texte('code') }), { error: '« familles » doit être une liste' }),
    ),
    departage: z.optional(liste('departage')),
  },
  { error: 'une grille doit être un objet JSON' },
)

/** A grid as written, of which only what inheritance needs is known. */
export type GrilleEcrite = z.infer<typeof avantHeritage>

/** « Critère « DALO » », « Famille « ANC » »: where in the grid a fault is. */
function lieuDe(chemin: readonly PropertyKey[], brute: unknown): string {
  const [section, rang] = chemin
  const entree = (brute as Record<string, readonly { readonly code?: unknown }[] | undefined>)[String(section)]?.[
    Number(rang)
  ]
  const nom = typeof entree?.code === 'string' ? `« ${entree.code} »` : `n° ${String(Number(rang) + 1)}`
  if (section === 'criteres' && chemin.length > 1) return `Critère ${nom} : `
  if (section === 'familles' && chemin.length > 1) return `Famille ${nom} : `
  return section === 'departage' && chemin.length > 1 ? `Départage n° ${String(Number(rang) + 1)} : ` : ''
}

function exiger<T>(resultat: z.core.util.SafeParseResult<T>, brute: unknown): T {
  if (resultat.success) return resultat.data
  throw new Refus(resultat.error.issues.map((faute) => `${lieuDe(faute.path, brute)}${faute.message}.`))
}

/** @throws Refus naming each member that does not fit */
export function formerGrille(brute: unknown): GrilleFormee {
  return exiger(grille.safeParse(brute), brute)
}

/** @throws Refus naming each member that does not fit */
export function formerAvantHeritage(brute: unknown): GrilleEcrite {
  return exiger(avantHeritage.safeParse(brute), brute)
}
