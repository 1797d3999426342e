import { VIDE } from '../../lecture/colonne.ts'
import type { ChampDerive, Donnees } from './derive.ts'
import { derivee, inconnusParmi, inutilisablesParmi, lecture } from './derive.ts'
import { unitesConso } from './unites-conso.ts'

/** Euros of a column as whole cents, so that ratios are exact before their one division. */
function centimes(donnees: Donnees, code: string): (i: number) => number {
  const euros = lecture(donnees.simple(code))
  return (i) => Math.round(euros(i) * 100)
}

/** Rent net of housing aid, in cents; an empty aid counts 0, an unreadable one makes it unknown. */
function loyerNet(donnees: Donnees): (i: number) => number {
  const loyer = centimes(donnees, 'loyer_actuel')
  const aide = centimes(donnees, 'aide_logement')
  const { etats } = donnees.simple('aide_logement')
  return (i) => loyer(i) - (etats[i] === VIDE ? 0 : aide(i))
}

function dixiemesDe(donnees: Donnees): (i: number) => number {
  const uc = lecture(donnees.simple('uc'))
  return (i) => Math.round(uc(i) * 10)
}

function manqueUc(donnees: Donnees, i: number): readonly string[] {
  return Number.isNaN(lecture(donnees.simple('uc'))(i)) ? unitesConso.manque(donnees, i) : []
}

/** Yearly income per consumption unit, in euros: monthly income × 12 / UC. */
export const ressourcesUc: ChampDerive = {
  code: 'ressources_uc',
  libelle: 'Ressources annuelles par unité de consommation',
  type: 'nombre',
  unite: '€/an',
  besoins: ['ressources_mensuelles', 'nb_personnes', 'nb_moins_14'],
  calculer: (donnees) => {
    const ressources = centimes(donnees, 'ressources_mensuelles')
    const dixiemes = dixiemesDe(donnees)
    const valeurs = new Float64Array(donnees.nombre)
    for (let i = 0; i < valeurs.length; i++) valeurs[i] = (ressources(i) * 12) / (10 * dixiemes(i))
    return derivee(valeurs)
  },
  manque: (donnees, i) => [...inconnusParmi(['ressources_mensuelles'], donnees, i), ...manqueUc(donnees, i)],
}

/** Rent net of aid over monthly income, as a ratio; unknown when income is 0. */
export const tauxEffort: ChampDerive = {
  code: 'taux_effort',
  libelle: 'Taux d’effort',
  type: 'nombre',
  unite: 'ratio',
  besoins: ['loyer_actuel', 'ressources_mensuelles'],
  calculer: (donnees) => {
    const loyer = loyerNet(donnees)
    const ressources = centimes(donnees, 'ressources_mensuelles')
    const taux = new Float64Array(donnees.nombre)
    for (let i = 0; i < taux.length; i++) taux[i] = ressources(i) === 0 ? NaN : loyer(i) / ressources(i)
    return derivee(taux)
  },
  manque: (donnees, i) => [
    ...inconnusParmi(['loyer_actuel'], donnees, i),
    ...(lecture(donnees.simple('ressources_mensuelles'))(i) > 0 ? [] : ['ressources_mensuelles']),
    ...inutilisablesParmi(['aide_logement'], donnees, i),
  ],
}

/** What is left per day and consumption unit once the rent net of aid is paid, in euros; may be negative. */
export const resteAVivre: ChampDerive = {
  code: 'reste_a_vivre',
  libelle: 'Reste à vivre par jour et par unité de consommation',
  type: 'nombre',
  unite: '€/jour/UC',
  besoins: ['loyer_actuel', 'ressources_mensuelles', 'nb_personnes', 'nb_moins_14'],
  calculer: (donnees) => {
    const loyer = loyerNet(donnees)
    const ressources = centimes(donnees, 'ressources_mensuelles')
    const dixiemes = dixiemesDe(donnees)
    // cents × 12 months × 10 tenths over 100 cents × 365 days: simplified so that one division rounds once.
    const restes = new Float64Array(donnees.nombre)
    for (let i = 0; i < restes.length; i++) restes[i] = ((ressources(i) - loyer(i)) * 12) / (3650 * dixiemes(i))
    return derivee(restes)
  },
  manque: (donnees, i) => [
    ...inconnusParmi(['loyer_actuel', 'ressources_mensuelles'], donnees, i),
    ...inutilisablesParmi(['aide_logement'], donnees, i),
    ...manqueUc(donnees, i),
  ],
}
