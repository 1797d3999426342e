import { surfaceMinimale } from '../baremes/index.ts'
import type { Jour } from '../socle/jour.ts'
import type { Logement, Menage } from './dossier.ts'
import type { Hasard } from './hasard.ts'
import { CHANCES, COMMUNES, COMMUNES_VOISINES, LOGEMENTS_ACTUELS, NATURES } from './parts.ts'

/** Ordinary dwellings, where surface, rooms and rent are asked. */
const ORDINAIRES = ['HLM', 'LP', 'FONC', 'POCC', 'LTG', 'CPE', 'CP']
const AVEC_LOYER = ['HLM', 'LP', 'FONC', 'RS', 'RE', 'RHVS', 'SLHT', 'HOT']
const STRUCTURES = ['SH', 'RS', 'RHVS', 'CDEFCM']
const BAILLEURS = ['Habitat Fictif du Nord', 'Logis Imaginaire', 'Toit d’Exemple', 'Maisons Inventées']

/** Draws where the household lives. */
export function tirerLogement(hasard: Hasard, jour: Jour, menage: Menage): Logement {
  const nature = hasard.selon(NATURES)
  const logement = nature === 'mutation' ? 'HLM' : hasard.selon(LOGEMENTS_ACTUELS)
  const loyer = AVEC_LOYER.includes(logement) ? tirerLoyer(hasard, logement, menage.personnes) : null
  const qpv = hasard.chance(nature === 'mutation' ? CHANCES.habiteQpv.mutation : CHANCES.habiteQpv.autre)
  const expulsion = loyer !== null && hasard.chance(CHANCES.expulsion.part)
  return {
    nature,
    logement,
    loyer,
    aide: loyer === null ? null : tirerAide(hasard, loyer, menage.ressources / menage.personnes),
    qpv,
    expulsion,
    ...tirerTaille(hasard, logement, menage.personnes),
    residence: hasard.chance(CHANCES.horsTerritoire.part) ? hasard.parmi(COMMUNES_VOISINES) : hasard.selon(COMMUNES),
    bailleur: logement === 'HLM' ? hasard.parmi(BAILLEURS) : null,
    impayes: loyer !== null && (expulsion || hasard.chance(0.05)) ? hasard.entier(1, 6) : 0,
    indigne: ORDINAIRES.includes(logement) && hasard.chance(CHANCES.indigne.part),
    hebergeDepuis: STRUCTURES.includes(logement) ? jour - hasard.entier(20, 900) : null,
  }
}

function tirerLoyer(hasard: Hasard, logement: string, personnes: number): number {
  const parPersonne = Math.min(personnes, 6) * 55
  const base = logement === 'LP' ? 430 : logement === 'HLM' ? 300 : 280
  return Math.round((base + parPersonne) * hasard.reel(0.8, 1.3))
}

/** Housing aid falls with income per person; nobody is paid more than the rent. */
function tirerAide(hasard: Hasard, loyer: number, ressourcesParPersonne: number): number {
  const part = Math.max(0, 0.7 - ressourcesParPersonne / 1400)
  return Math.round(Math.min(loyer, loyer * part * hasard.reel(0.8, 1.2)))
}

type Taille = Pick<Logement, 'surface' | 'pieces' | 'occupants'>

function tirerTaille(hasard: Hasard, logement: string, personnes: number): Taille {
  if (!ORDINAIRES.includes(logement)) return { surface: null, pieces: null, occupants: null }
  const occupants = logement === 'CPE' || logement === 'CP' ? personnes + hasard.entier(1, 3) : personnes
  const minimum = surfaceMinimale(occupants) ?? 0
  if (personnes > 1 && hasard.chance(CHANCES.surOccupation.part))
    return { surface: Math.round(minimum * hasard.reel(0.65, 0.98)), pieces: Math.max(1, occupants - 2), occupants }
  const deTrop = hasard.chance(CHANCES.sousOccupation.part) ? 2 : 0
  const pieces = Math.min(7, Math.max(1, occupants + deTrop - hasard.entier(0, 1)))
  return { surface: Math.max(minimum + 1, Math.round(16 + pieces * hasard.reel(14, 19))), pieces, occupants }
}
