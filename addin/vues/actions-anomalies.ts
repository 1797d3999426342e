import { fauteDe, type Volet } from './volet.ts'

export async function ouvrirGroupe(volet: Volet, cle: string): Promise<void> {
  const ferme = volet.etat.groupeOuvert === cle
  volet.anomalies.vider()
  volet.changer({ groupeOuvert: ferme ? undefined : cle, ligne: undefined, anomalieChoisie: undefined })
  if (!ferme) await volet.anomalies.preparer()
}

/** Shows the row of an anomaly, and its cell where the source lives. */
export async function ouvrirLigne(volet: Volet, place: number): Promise<void> {
  const anomalie = volet.anomalies.ligne(place)
  if (anomalie === undefined) return
  volet.changer({ anomalieChoisie: place })
  try {
    const ligne = await volet.poste.executer((session) => session.ligne(anomalie.ligne))
    volet.changer({ ligne })
    const rang = volet.etat.table?.colonnes.find(
      ({ champ, entete }) => champ === anomalie.colonne || entete === anomalie.colonne,
    )?.rang
    await volet.etat.source?.montrer?.({ ligne: anomalie.ligne, colonne: rang ?? 0 })
  } catch (erreur) {
    volet.changer({ faute: fauteDe(erreur, 'La ligne n’a pas pu être montrée') })
  }
}
