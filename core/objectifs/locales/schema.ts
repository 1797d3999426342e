import * as z from 'zod'
import { INDICATEURS } from '../indicateurs.ts'

// The content-security policy of the pages forbids the code that zod would otherwise compile.
z.config({ jitless: true })

const texte = (nom: string) =>
  z.string({ error: `« ${nom} » doit être un texte` }).min(1, { error: `« ${nom} » est vide` })
const entier = (nom: string) =>
  z.int({ error: `« ${nom} » doit être un nombre entier` }).positive({ error: `« ${nom} » doit être supérieur à 0` })

const TAUX = '« attendu.taux » doit être supérieur à 0 et au plus égal à 1'

const attendu = z.union(
  [
    z.strictObject({ taux: z.number().gt(0, { error: TAUX }).lte(1, { error: TAUX }) }),
    z.strictObject({
      menages: entier('menages'),
      annees: entier('annees').default(1),
      depuis: entier('depuis').optional(),
    }),
  ],
  { error: '« attendu » doit être { "taux": 0.25 } (entre 0 et 1) ou { "menages": 400, "annees": 3, "depuis": 2025 }' },
)

const cible = z.strictObject({
  code: texte('code'),
  libelle: texte('libelle'),
  definition: z.string().default(''),
  assiette: z.enum(['baux', 'decisions'], { error: '« assiette » doit être « baux » ou « decisions »' }),
  denominateur: z.unknown().optional(),
  numerateur: z.unknown(),
  attendu: attendu.nullable().default(null),
  par: z
    .enum(['epci', 'commune', 'bailleur', 'reservataire'], {
      error: '« par » doit être « epci », « commune », « bailleur » ou « reservataire »',
    })
    .optional(),
  repartition: z
    .record(z.string(), z.int().nonnegative(), { error: '« repartition » doit donner un nombre entier par nom' })
    .default({}),
  plancher: z
    .enum(
      INDICATEURS.map(({ code }) => code),
      { error: '« plancher » doit être le code d’un objectif légal' },
    )
    .optional(),
  reference: z.strictObject(
    { titre: texte('reference.titre'), url: z.string().optional() },
    { error: '« reference » doit donner un titre' },
  ),
  etat: z
    .enum(['verifie', 'a-verifier'], { error: '« etat » doit être « verifie » ou « a-verifier »' })
    .default('a-verifier'),
})

/** The outer shape of a file of local targets; conditions are checked apart, with the fields that they name. */
export const SCHEMA_CIBLES_LOCALES = z.strictObject(
  {
    format: z.literal('cibles-locales/1', { error: '« format » doit être « cibles-locales/1 »' }),
    nom: texte('nom'),
    cibles: z.array(cible, { error: '« cibles » doit être une liste' }),
  },
  { error: 'Un fichier de cibles locales est un objet JSON : format, nom, cibles' },
)

export type CibleBrute = z.output<typeof cible>
