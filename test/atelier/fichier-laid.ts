/** An export that nobody would call one: titles above, odd headers, two columns of the same name, faults, Windows-1252. */
const LIGNES = [
  'Export demandes – secteur nord;;;;;;;;',
  'Édité par : agent n° 12;;;;;;;;',
  ';;;;;;;;',
  'N° UNIQUE ;Date de dépôt;Nb de pers à loger;Date de dépôt;Ressources (€);DALO;Remarque;Remarque;__proto__',
  '099012400000199999;12/01/2024;3;01/02/2024;1 250,50 €;oui;à revoir;;x',
  '099012400000299999;03/05/2022;1;04/05/2022;850;;;;',
  '099012400000199999;12/01/2024;3;01/02/2024;1250;oui;doublon;;',
  '9,90124E+16;12/01/2024;2;12/01/2024;900;non;;;',
  '099012400000399999;31/02/2024;2;12/01/2024;900;non;;;',
  '099012400000499999;12/01/2024;;12/01/2024;900;non;;;',
  '099012400000599999;15/06/2023;2;15/06/2023;mille;;=1+1;;;en trop',
]

const HORS_LATIN_1: Readonly<Record<string, number>> = { '€': 0x80, '–': 0x96, '’': 0x92 }

/** Bytes as an old Windows program writes them. */
export const LAID: Uint8Array = Uint8Array.from(
  LIGNES.map((ligne) => `${ligne}\r\n`).join(''),
  (caractere) => HORS_LATIN_1[caractere] ?? caractere.charCodeAt(0),
)
