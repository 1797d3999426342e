import * as z from 'zod'
import { francais, Refus } from '../../core/index.ts'
import { CHOISIES_MAXIMALES, type Trousse } from './choisie.ts'

// The content-security policy of the page forbids the code that zod would otherwise compile.
z.config({ jitless: true })

const FORMAT = 'trousse/1'
const texte = (maximum: number) => z.string().max(maximum)
const sha = z.string().regex(/^sha256:[0-9a-f]{64}$/)
const schema = z.object({
  format: z.literal(FORMAT),
  titre: texte(300),
  choisies: z
    .array(
      z.object({
        adresse: texte(2000).regex(/^#/),
        figure: texte(200).min(1),
        titre: texte(1000),
        empreinte: sha,
        provenance: z
          .array(
            z.object({
              jeu: texte(200),
              titreJeu: texte(4000),
              indicateur: texte(200),
              version: texte(50),
              moteur: texte(100),
            }),
          )
          .max(500),
      }),
    )
    .max(CHOISIES_MAXIMALES),
})

/** The text of the file in which a kit is kept. */
export function ecrireTrousse({ titre, choisies }: Trousse): string {
  return `${JSON.stringify({ format: FORMAT, titre, choisies }, null, 1)}\n`
}

/** @throws Refus when the text is not a kit */
export function lireTrousse(contenu: string, nom: string): Trousse {
  try {
    const { titre, choisies } = schema.parse(JSON.parse(contenu.replace(/^\uFEFF/, '')))
    return { titre, choisies }
  } catch {
    throw new Refus(
      francais(
        `« ${nom} » n’est pas une trousse de figures (format « ${FORMAT} »). Ouvrez le fichier que l’observatoire a enregistré.`,
      ),
    )
  }
}
