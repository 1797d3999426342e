import { formatCompte, formatNombre, Refus } from '../../../core/index.ts'
import { calculerFlux, type Parc } from '../../../core/flux/index.ts'
import {
  partiesDe,
  projeter,
  regleRepartition,
  repartirEffort,
  ventiler,
  type Repartition,
} from '../../../core/objectifs/index.ts'
import { francais } from '../../../core/socle/typographie.ts'
import { nommerModalite, objectifSuivi } from './comptes.ts'
import type { DemandeCompte, DemandePartage, PartageVu } from './contrat-objectifs.ts'
import { compteDe, type Fonds } from './decrire-objectifs.ts'

interface Attendus {
  readonly parNom: ReadonlyMap<string, number>
  readonly origine: string
}

/** Dwellings that each landlord expects to let: what its stock says, else what it let in the year. */
function logementsAttendus(
  fonds: Fonds,
  parc: Parc | undefined,
  demande: DemandeCompte,
  { objectif: cle, par }: DemandePartage,
): Attendus {
  const lignes = parc === undefined || par !== 'bailleur' ? [] : calculerFlux(parc, { annee: demande.annee }).lignes
  const liberations = new Map<string, number>()
  for (const { bailleur, liberations: nombre } of lignes)
    if (nombre !== null) liberations.set(bailleur, (liberations.get(bailleur) ?? 0) + nombre)
  if (liberations.size > 0)
    return {
      parNom: liberations,
      origine: 'Logements attendus\u202f: ceux que le parc de chaque bailleur libère dans l’année.',
    }
  const objectif = objectifSuivi(cle)
  const { cases } = ventiler(compteDe(fonds, demande, objectif), objectif.indicateur, [par])
  return {
    parNom: new Map(
      cases.flatMap(({ modalites: [nom], denominateur }) =>
        nom === undefined || nom === null ? [] : [[nom, denominateur]],
      ),
    ),
    origine:
      'Logements attendus\u202f: autant que d’attributions comptées dans l’année, faute de parc. Corrigez-les si vous les connaissez.',
  }
}

/** What is missing by the end of the year while it is under way, else what was. */
function effortDe(fonds: Fonds, demande: DemandeCompte, cle: string): number {
  const objectif = objectifSuivi(cle)
  const compte = compteDe(fonds, demande, objectif)
  const { manque, attendus } = projeter(compte, objectif.indicateur, { jour: fonds.jour })
  if (attendus !== null && manque !== null) return manque
  return ventiler(compte, objectif.indicateur, ['bailleur']).total.manque ?? 0
}

/** @throws Refus when the effort or a number cannot be used */
export function partagerSuivi(
  fonds: Fonds,
  parc: Parc | undefined,
  demande: DemandeCompte,
  voulu: DemandePartage,
): { readonly vue: PartageVu; readonly repartition: Repartition; readonly regle: string } {
  const { objectif: cle, par, effort, poidsVacances, vacances } = voulu
  const objectif = objectifSuivi(cle)
  const { parNom, origine } = logementsAttendus(fonds, parc, demande, voulu)
  const attendus = new Map([...parNom, ...Object.entries(vacances)])
  const parties = partiesDe(ventiler(compteDe(fonds, demande, objectif), objectif.indicateur, [par]), attendus)
  if (parties.length === 0)
    throw new Refus(
      `${par === 'bailleur' ? 'Aucun bailleur n’est connu' : 'Aucune commune n’est connue'}\u202f: il n’y a personne entre qui partager.`,
    )
  const total = effort ?? effortDe(fonds, demande, cle)
  const repartition = repartirEffort(total, parties, { poidsVacances })
  const regle = francais(regleRepartition(poidsVacances))
  const reste = repartition.reste
  return {
    repartition,
    regle,
    vue: {
      par,
      effort: total,
      regle,
      origine,
      parties: repartition.parties.map((partie) => ({
        nom: partie.nom,
        libelle: nommerModalite(par, partie.nom, fonds.lieux),
        vacances: partie.vacances,
        manque: formatNombre(partie.manque),
        effort: formatNombre(partie.effort),
      })),
      phrase:
        reste === 0
          ? `${formatCompte(repartition.reparti, 'attribution partagée', 'attributions partagées')} entre ${formatCompte(parties.length, par)}, somme exacte.`
          : `${formatNombre(reste)} sans preneur\u202f: l’effort dépasse les logements attendus.`,
    },
  }
}
