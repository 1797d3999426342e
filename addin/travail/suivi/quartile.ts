import type { Territoires } from '../../../core/index.ts'
import { formatEuros, formatNombre, Refus } from '../../../core/index.ts'
import { situerQuartile, type SituationQuartile } from '../../../core/objectifs/index.ts'
import type { DemandeQuartile, QuartileVu } from './contrat-quartile.ts'

/** A number as a French reader types it. @throws Refus with what is expected */
export function nombreTape(texte: string, quoi: string, { entier = false, minimum = 0 } = {}): number {
  const propre = texte.replace(/[\s\u00a0\u202f€%]/gu, '').replace(',', '.')
  const nombre = propre === '' ? NaN : Number(propre)
  if (!Number.isFinite(nombre) || nombre < minimum || (entier && !Number.isInteger(nombre)))
    throw new Refus(
      `${quoi}\u202f: «\u202f${texte}\u202f» ne convient pas. Attendu\u202f: un nombre${entier ? ' entier' : ''}, ${formatNombre(minimum)} ou plus.`,
    )
  return nombre
}

const NOMS = { 1: 'premier', 2: 'deuxième', 3: 'troisième', 4: 'quatrième' } as const

function direDistance({ seuil, parUcEtParAn, parMois, quartile }: SituationQuartile['distances'][number]) {
  const sens = parUcEtParAn > 0 ? 'de moins que le seuil' : parUcEtParAn < 0 ? 'de plus que le seuil' : ''
  return {
    seuil: `Seuil du ${NOMS[quartile]} quartile\u202f: ${formatEuros(seuil)} par UC et par an`,
    distance:
      parUcEtParAn === 0
        ? 'exactement le seuil'
        : `${formatEuros(Math.abs(parUcEtParAn))} ${sens} (${formatEuros(Math.abs(parMois), { decimales: 2 })} par mois pour le ménage)`,
  }
}

function direBorne({ borne, quartile, quartileAutreBorne }: SituationQuartile): string {
  const autre = borne === 'stricte' ? 'bornes incluses' : 'bornes strictes'
  if (quartile === null || quartileAutreBorne === null) return ''
  return quartile === quartileAutreBorne
    ? `Avec des ${autre}, le quartile est le même.`
    : `Avec des ${autre}, ce serait le ${NOMS[quartileAutreBorne]} quartile\u202f: le revenu est exactement un seuil.`
}

/** @throws Refus when a number typed cannot be used, or no territory was chosen */
export function situerMenage(
  { ressources, personnes, moinsDe14, epci, annee, borne }: DemandeQuartile,
  lieux: Territoires,
): QuartileVu {
  const menage = {
    ressources: nombreTape(ressources, 'Ressources mensuelles'),
    personnes: nombreTape(personnes, 'Personnes', { entier: true, minimum: 1 }),
    moinsDe14: nombreTape(moinsDe14 === '' ? '0' : moinsDe14, 'Moins de 14 ans', { entier: true }),
    epci,
  }
  if (menage.moinsDe14 >= menage.personnes)
    throw new Refus('Le ménage compte au moins une personne de 14 ans ou plus\u202f: corrigez l’un des deux nombres.')
  if (epci === '') throw new Refus('Choisissez l’EPCI dont les seuils s’appliquent.')
  const situation = situerQuartile(menage, { annee, borne })
  const { quartile, seuils, uc, ressourcesUc } = situation
  const nom = lieux.nomEpci(epci) ?? epci
  return {
    phrase:
      quartile === null
        ? `Aucun seuil n’est connu pour ${nom}\u202f: le quartile ne peut pas être dit.`
        : `${NOMS[quartile].replace(/^./u, (lettre) => lettre.toUpperCase())} quartile (${nom}, seuils de ${String(seuils?.annee ?? annee)})`,
    calcul: `${formatEuros(menage.ressources)} × 12 ÷ ${formatNombre(uc)} UC = ${formatEuros(Math.round(ressourcesUc * 100) / 100)} par UC et par an`,
    distances: situation.distances.map(direDistance),
    borne: direBorne(situation),
    annees: situation.annees.map((ligne) => ({
      annee: String(ligne.annee),
      quartile: `${NOMS[ligne.quartile]} quartile`,
    })),
    avertissement:
      seuils?.ancien === true
        ? `Les seuils de ${String(annee)} ne sont pas connus\u202f: ceux de ${String(seuils.annee)} sont utilisés, à vérifier.`
        : undefined,
  }
}
