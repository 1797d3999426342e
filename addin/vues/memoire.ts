import type { ChoixTable, TableVue } from '../travail/contrat.ts'
import type { Volet } from './volet.ts'

const CLE = 'lecture'

/** What is remembered of a reading: choices, never a value of a row. */
export interface LectureRetenue {
  readonly feuille: string
  readonly colonnes: readonly (readonly [rang: number, entete: string, champ: string | null])[]
  readonly videNon: readonly string[]
  readonly jour: string
  readonly toutes: boolean
  readonly territoire?: string
}

/** Remembers the choices with the workbook, when the source has where to. */
export function retenir(volet: Volet): void {
  const { source, table, choix, videNon, jour, toutes, territoire } = volet.etat
  if (source?.memorisable !== true || table === undefined) return
  const colonnes = Object.entries(choix.colonnes).map(
    ([rang, champ]) => [Number(rang), table.colonnes[Number(rang)]?.entete ?? '', champ] as const,
  )
  const retenue: LectureRetenue = { feuille: table.feuille, colonnes, videNon, jour, toutes, territoire }
  volet.hote.reglages.ecrire(CLE, retenue).catch((erreur: unknown) => {
    volet.signaler(erreur)
  })
}

/** The columns that the user chose, as they are remembered. */
export type ColonnesRetenues = LectureRetenue['colonnes']

/** A column is found again by its header, where it was if it is still there. */
export function colonnesRetrouvees({ colonnes }: TableVue, retenues: ColonnesRetenues): ChoixTable['colonnes'] {
  return Object.fromEntries(
    retenues.flatMap(([rang, entete, champ]) => {
      const trouvee = colonnes[rang]?.entete === entete ? colonnes[rang] : colonnes.find((c) => c.entete === entete)
      return trouvee === undefined ? [] : [[trouvee.rang, champ]]
    }),
  )
}

function estRetenue(valeur: unknown): valeur is LectureRetenue {
  return typeof valeur === 'object' && valeur !== null && 'colonnes' in valeur && Array.isArray(valeur.colonnes)
}

/** Takes up the choices that were made for the same table of the same workbook. */
export async function retrouver(volet: Volet): Promise<void> {
  const { source, table } = volet.etat
  if (source?.memorisable !== true || table === undefined) return
  const retenue = await volet.hote.reglages.lire(CLE)
  if (!estRetenue(retenue) || !table.feuilles.includes(retenue.feuille)) return
  const { feuille, videNon, jour, toutes, territoire = '' } = retenue
  const seule = await volet.poste.executer((session) => session.reconnaitre({ feuille, colonnes: {} }))
  const choix = { feuille, colonnes: colonnesRetrouvees(seule, retenue.colonnes) }
  volet.changer({ videNon, jour, toutes, territoire, choix })
  volet.changer({ table: await volet.poste.executer((session) => session.reconnaitre(choix)) })
}
