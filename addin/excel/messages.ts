/** Thin no-break spaces where French typography wants them. @example typographie('Non !') //=> 'Non\u202f!' */
export function typographie(phrase: string): string {
  return phrase.replace(/ (?=[;:!?%€»])/g, '\u202f').replace(/« /g, '«\u202f')
}

function nombre(n: number): string {
  return n.toLocaleString('fr-FR')
}

const PHRASES = {
  saisie: () =>
    'Une cellule est en cours de saisie dans Excel. Validez-la (Entrée) ou abandonnez-la (Échap) : le travail continuera seul.',
  annulee: () => "Arrêté à votre demande. Rien n'a été modifié.",
  sourceModifiee: (feuille: string) =>
    `La feuille « ${feuille} » a changé pendant le travail (vous ou quelqu'un d'autre y écrit). Les résultats précédents sont intacts. Relancez quand les modifications sont terminées.`,
  sourceDisparue: (nom: string) =>
    `« ${nom} » est introuvable dans le classeur. Choisissez de nouveau le tableau des demandes.`,
  hote: (code: string) =>
    `Excel n'a pas répondu comme prévu (${code}). Vos données sont intactes. Relancez ; si cela se répète, enregistrez, fermez puis rouvrez le classeur.`,
  ligneTropGrande: (ligne: number) =>
    `La ligne ${nombre(ligne)} est trop volumineuse pour être lue en une fois (limite d'Excel). Raccourcissez ses textes ou retirez des colonnes de la lecture.`,
  filtreSource: (nom: string) =>
    `Un filtre ou un masquage cache des lignes de « ${nom} » : toutes les lignes sont lues, même celles que vous ne voyez pas.`,
  fusions: (nom: string, adresses: string) =>
    `« ${nom} » a des cellules fusionnées (${adresses}) : seule la première de chaque bloc est lue, les autres comptent comme vides. Défusionnez-les si elles valent pour plusieurs lignes.`,
  tropDeColonnes: (lues: number) =>
    `Seules les ${nombre(lues)} premières colonnes sont examinées. Placez les demandes dans un tableau plus étroit.`,
  classeurProtege: () =>
    'La structure du classeur est protégée : aucune feuille ne peut être ajoutée. Ôtez la protection (Révision, Protéger le classeur), puis relancez.',
  feuilleProtegee: (nom: string) =>
    `La feuille « ${nom} » est protégée : les résultats ne peuvent pas y être remplacés. Ôtez la protection (Révision, Ôter la protection de la feuille), puis relancez.`,
  contenuDessous: (nom: string, adresse: string) =>
    `La feuille « ${nom} » porte autre chose à la place que le tableau doit prendre (${adresse}). Déplacez ce contenu, puis relancez.`,
  sourceProtegee: (nom: string) =>
    `La feuille « ${nom} » est protégée : aucune colonne ne peut y être ajoutée. Ôtez la protection (Révision, Ôter la protection de la feuille), puis relancez.`,
  colonneSienne: (titres: string) =>
    `Votre tableau a déjà une colonne « ${titres} » : elle n'est pas touchée. Renommez-la, puis relancez.`,
  contenuDroite: (nom: string, adresse: string) =>
    `Des cellules à droite de votre tableau ne sont pas vides (« ${nom} », ${adresse}). Déplacez-les, puis relancez.`,
  filtreOte: (nom: string) => `Le filtre de « ${nom} » a été retiré pour remplacer les résultats.`,
  graphiquesAbsents: () =>
    "Les résultats sont écrits, mais Excel n'a pas pu tracer les graphiques. Relancez pour les obtenir.",
  nomPris: (voulu: string, pris: string) =>
    `Une feuille « ${voulu} » vous appartient déjà : elle n'est pas touchée, les résultats sont dans « ${pris} ».`,
  avantTropGrand: (nom: string, cellules: number, plafond: number) =>
    `Le contenu précédent de « ${nom} » (${nombre(cellules)} cellules) dépasse ${nombre(plafond)} : il n'a pas été conservé et ne pourra pas être rétabli.`,
  calculNonRetabli: () =>
    'Le calcul automatique a pu rester suspendu. Fermez puis rouvrez le volet, ou choisissez Formules, Options de calcul, Automatique.',
  calculRetabli: () => 'Le calcul automatique, suspendu par un travail interrompu, a été rétabli.',
  publicationReprise: (nom: string) => `La mise à jour de « ${nom} », interrompue, a été terminée.`,
  aucuneRestauration: () => "Il n'y a pas de résultats précédents à rétablir.",
  horsListe: () =>
    "Cette valeur n'est pas dans la liste. OK pour la garder : si elle ne se lit pas, le volet montrera la cellule.",
  critereVerrouille: () =>
    'Ce critère vient du socle régional, qui le verrouille : une grille locale ne le change pas.',
  selectionTropGrande: (cellules: number, plafond: number) =>
    `La sélection a ${nombre(cellules)} cellules : ${nombre(plafond)} au plus. Pour un fichier entier, utilisez « Coter ».`,
  selectionIllisible: () => "La sélection n'est pas un seul bloc de cellules. Sélectionnez-en un, puis recommencez.",
  feuilleMasquee: (nom: string) => `La feuille « ${nom} » est masquée : affichez-la pour y aller.`,
  documentTropGrand: (octets: number, plafond: number) =>
    `La grille occupe ${nombre(octets)} octets, plus que les ${nombre(plafond)} qui peuvent être enregistrés dans le classeur. Réduisez ses textes.`,
} as const satisfies Record<string, (...args: never[]) => string>

/**
 * The sentence that users read, with its typography.
 *
 * @example message('feuilleMasquee', 'Export') //=> '«\u202fExport\u202f»…'
 */
export function message<K extends keyof typeof PHRASES>(cle: K, ...args: Parameters<(typeof PHRASES)[K]>): string {
  const phrase = PHRASES[cle] as unknown as (...valeurs: Parameters<(typeof PHRASES)[K]>) => string
  return typographie(phrase(...args))
}
