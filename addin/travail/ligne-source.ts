import type { Anomalie, Demandes, LigneBrute } from '../../core/index.ts'
import type { Anomalies } from './anomalies.ts'
import type { LigneSource } from './contrat.ts'
import { direCellule, libelleChamp } from './decrire-table.ts'

function champDe({ appariement: { colonnes } }: Demandes, rang: number): string | undefined {
  return [...colonnes].find(([, rangs]) => rangs.includes(rang))?.[0]
}

/** Rows come in order: the place of one among those used, or −1. */
function placeDeLigne(lignes: Uint32Array, numero: number): number {
  let [bas, haut] = [0, lignes.length - 1]
  while (bas <= haut) {
    const milieu = (bas + haut) >> 1
    const lue = lignes[milieu] ?? 0
    if (lue === numero) return milieu
    if (lue < numero) bas = milieu + 1
    else haut = milieu - 1
  }
  return -1
}

/** Whether a fault concerns this column: it names its field or its header, and the value read when a field has several. */
function concerne({ colonne, valeur }: Anomalie, champ: string | undefined, entete: string, texte: string): boolean {
  if (colonne === entete) return true
  return colonne === champ && (valeur === undefined || texte.includes(valeur) || texte === '')
}

/** One row of the source with what is wrong in each of its cells. */
export function ligneSource(
  { numero, cellules }: LigneBrute,
  demandes: Demandes,
  { parLigne }: Anomalies,
): LigneSource {
  const fautes = parLigne.get(numero) ?? []
  const dites = new Set<Anomalie>()
  const vues = demandes.appariement.entetes.map((entete, rang) => {
    const champ = champDe(demandes, rang)
    const valeur = direCellule(cellules[rang] ?? null)
    const siennes = fautes.filter((faute) => concerne(faute, champ, entete, valeur))
    for (const faute of siennes) dites.add(faute)
    return {
      entete,
      libelle: champ === undefined ? null : libelleChamp(champ),
      valeur,
      anomalies: siennes.map(({ message }) => message),
    }
  })
  const place = placeDeLigne(demandes.lignes, numero)
  return {
    numero,
    cellules: vues.filter(({ valeur, anomalies }) => valeur !== '' || anomalies.length > 0),
    demande: place < 0 ? undefined : demandes.numeros[place],
    anomalies: fautes.filter((faute) => !dites.has(faute)).map(({ message }) => message),
  }
}
