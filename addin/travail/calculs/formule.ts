import { ESPACE_FONCTIONS } from '../../manifeste/catalogue.ts'
import type { CalculVu, SaisieCalcul } from './contrat-calculs.ts'

const NOMBRE = /^[+-]?\d+(?:[.,]\d+)?$/

function vide(saisie: SaisieCalcul | undefined): boolean {
  return saisie === undefined || ('texte' in saisie ? saisie.texte.trim() === '' : saisie.cellules.length === 0)
}

/** A text as it is typed in a formula: numbers as they are, the rest between quotes. */
function argumentTexte(texte: string): string {
  const groupe = /^[+-]?\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?$/u.test(texte.trim())
  const net = groupe ? texte.replace(/\s/gu, '') : texte.trim()
  // A number with a leading zero is a code: a SIREN, an INSEE code.
  if (NOMBRE.test(net) && !/^0\d/.test(net)) return net.replace('.', ',')
  return `"${net.replaceAll('"', '""')}"`
}

/**
 * The formula as French Excel takes it; empty arguments at the end are left out.
 *
 * @example formuleDe(tauxEffort, [{ texte: '500' }, { texte: '2000' }]).formule //=> '=ATTRIB.TAUX_EFFORT(500;2000)'
 */
export function formuleDe(
  { id, parametres }: CalculVu,
  saisies: readonly SaisieCalcul[],
): { readonly formule: string; readonly aRemplacer: readonly string[] } {
  const dernier = parametres.findLastIndex(({ facultatif }, i) => !facultatif || !vide(saisies[i]))
  // Before anything is given, the formula shows what it needs.
  const rien = saisies.every(vide)
  const aRemplacer: string[] = []
  const args = parametres.slice(0, dernier + 1).map(({ nom, facultatif, plage }, i) => {
    const saisie = saisies[i]
    if (saisie !== undefined && !('texte' in saisie) && saisie.adresse !== undefined) return saisie.adresse
    if (saisie !== undefined && 'texte' in saisie && !vide(saisie)) return argumentTexte(saisie.texte)
    if (vide(saisie) && (facultatif || !(plage || rien))) return ''
    aRemplacer.push(nom)
    return nom
  })
  return { formule: `=${ESPACE_FONCTIONS}.${id}(${args.join(';')})`, aRemplacer }
}
