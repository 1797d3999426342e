import * as z from 'zod'
import { Refus } from '../../socle/refus.ts'
import { estDate } from './periode.ts'

// The content-security policy of the pages forbids the code that zod would otherwise compile.
z.config({ jitless: true })

const LONGUEUR_MAXIMALE = 4_000

const texte = (nom: string) =>
  z
    .string({ error: `« ${nom} » doit être un texte` })
    .min(1, { error: `« ${nom} » est vide` })
    .max(LONGUEUR_MAXIMALE, { error: `« ${nom} » dépasse ${String(LONGUEUR_MAXIMALE)} caractères` })
const jour = (nom: string) => z.iso.date({ error: `« ${nom} » doit être une date AAAA-MM-JJ` })
const choix = <const C extends readonly string[]>(nom: string, codes: C) =>
  z.enum(codes, { error: `« ${nom} » doit être ${codes.map((code) => `« ${code} »`).join(', ')}` })
const liste = <T extends z.ZodType>(nom: string, element: T) =>
  z.array(element, { error: `« ${nom} » doit être une liste` })

/** A link that a page may show: never `javascript:`. */
const adresse = texte('url').regex(/^https?:\/\//, { error: '« url » doit commencer par http:// ou https://' })

const CODES = {
  commune: /^\d[\dAB]\d{3}$/,
  epci: /^\d{9}$/,
  departement: /^(\d{2,3}|2[AB])$/,
  region: /^\d{2}$/,
  france: /^FR$/,
} as const
const TYPES = ['commune', 'epci', 'departement', 'region', 'france'] as const

const territoire = z
  .object({
    code: texte('code'),
    type: choix('type', TYPES),
    nom: texte('nom'),
    departements: liste(
      'departements',
      z.string().regex(CODES.departement, { error: 'un code de département est attendu dans « departements »' }),
    ).default([]),
    region: z.string().regex(CODES.region, { error: '« region » doit être un code de région' }).nullish(),
  })
  .refine(({ code, type }) => CODES[type].test(code), {
    error: ({ input }) => {
      const { code, type } = input as { code: string; type: string }
      return `« ${code} » n’est pas un code de territoire de type « ${type} »`
    },
  })
  .transform(({ region, ...reste }) => ({ ...reste, ...(typeof region === 'string' ? { region } : {}) }))

const indicateur = z.object({
  id: texte('id').regex(/^[a-z][a-z0-9_]*$/, {
    error: '« id » doit être en minuscules sans accent (lettres, chiffres, _)',
  }),
  version: z
    .int({ error: '« version » doit être un nombre entier' })
    .min(1, { error: '« version » doit être 1 ou plus' }),
  nom: texte('nom'),
  theme: texte('theme'),
  unite: texte('unite'),
  sens: z.enum(['plus', 'moins'], { error: '« sens » doit être « plus », « moins » ou null' }).nullable().default(null),
  additif: z.boolean({ error: '« additif » doit être true ou false' }),
  definition: texte('definition'),
  numerateur: texte('numerateur').optional(),
  denominateur: texte('denominateur').nullish(),
  base_legale: texte('base_legale').optional(),
  source: texte('source').optional(),
  pieges: liste('pieges', texte('pieges')).optional(),
  question: texte('question').optional(),
})

const source = z.object({
  id: texte('id'),
  titre: texte('titre'),
  date: z
    .string({ error: '« date » doit être un texte' })
    .refine(estDate, { error: '« date » doit être une année ou une date AAAA-MM-JJ' })
    .optional(),
  releve_le: jour('releve_le').optional(),
  url: adresse.optional(),
  arrondi: z.int({ error: '« arrondi » doit être un nombre entier' }).min(2).optional(),
})

const initiative = z.object({
  territoire: texte('territoire'),
  theme: choix('theme', ['pilotage', 'accueil', 'objectifs', 'cotation', 'flux']),
  titre: texte('titre'),
  resume: texte('resume'),
  source: texte('source'),
})

const tete = z.object(
  {
    titre: texte('titre'),
    fait_le: jour('fait_le'),
    producteur: texte('producteur'),
    version_moteur: texte('version_moteur').optional(),
    profil_secret: texte('profil_secret').optional(),
    empreinte: z
      .string({ error: '« empreinte » doit être un texte' })
      .regex(/^sha256:[0-9a-f]{64}$/, {
        error: '« empreinte » doit être « sha256: » suivi de 64 chiffres hexadécimaux',
      })
      .optional(),
    jour: jour('jour').optional(),
    vide_non: liste('vide_non', texte('vide_non')).optional(),
    defauts: liste('defauts', z.object({ champ: texte('champ'), valeur: texte('valeur') })).optional(),
    sources: liste('sources', source).default([]),
    territoires: liste('territoires', territoire),
    indicateurs: liste('indicateurs', indicateur),
    observations: z.record(z.string(), z.unknown(), { error: '« observations » doit être un objet de colonnes' }),
    initiatives: liste('initiatives', initiative).default([]),
  },
  { error: 'un jeu de données doit être un objet JSON' },
)

/** All of a dataset but its columns, which `lire-observations.ts` checks. */
export type Tete = z.infer<typeof tete>

const SECTIONS: Readonly<Record<string, string>> = {
  territoires: 'Territoire',
  indicateurs: 'Indicateur',
  sources: 'Source',
  initiatives: 'Initiative',
}

/** « Indicateur n° 3 : »: where in the dataset a fault is. */
function lieuDe([section, rang]: readonly PropertyKey[]): string {
  const nom = SECTIONS[String(section)]
  return nom === undefined || rang === undefined ? '' : `${nom} n° ${String(Number(rang) + 1)} : `
}

const FAUTES_MONTREES = 20

/** At most twenty sentences, then how many were left out. */
export function abreger(fautes: readonly string[]): readonly string[] {
  const reste = fautes.length - FAUTES_MONTREES
  return reste <= 0 ? fautes : [...fautes.slice(0, FAUTES_MONTREES), `Et ${String(reste)} autres fautes.`]
}

/** @throws Refus naming each member that does not fit */
export function formerTete(brute: unknown): Tete {
  const resultat = tete.safeParse(brute)
  if (resultat.success) return resultat.data
  throw new Refus(abreger(resultat.error.issues.map(({ path, message }) => `${lieuDe(path)}${message}.`)))
}
