import { ecrireDocx, ecrireHtml } from '../../core/document/index.ts'
import type { Attributions, Cadence, Compte, Objectifs, OptionsCompte } from '../../core/objectifs/index.ts'
import {
  AIDE_MANQUE,
  AIDE_MANQUE_AJOUTE,
  CADENCES,
  direPerimetre,
  feuilleObjectifs,
  indicateurDe,
  lireCibles,
  objectifsDuCompte,
  preparerCompte,
  rapportObjectifs,
} from '../../core/objectifs/index.ts'
import { formatNombre, formatTaux, isoJour } from '../../core/index.ts'
import type { Arguments, OptionsJob } from '../arguments.ts'
import { MauvaisUsage, valeurLue } from '../arguments.ts'
import { TERRITOIRES } from '../fichiers/territoires.ts'
import { encoderUtf8 } from '../fichiers/texte.ts'
import { VERSION } from '../version.ts'
import { anneeDemandee } from './annee.ts'
import type { Job } from './job.ts'
import { lireAttributions } from './lire-attributions.ts'
import { borneDemandee, jourDemande, OPTIONS_LECTURE, seuilsDemandes } from './options-lecture.ts'
import { exigerFichiers, OPTIONS_ANNUELLES, rendre, sortieDemandee, tablesDemandees } from './travail-annuel.ts'

const { annee, jour, feuille, json } = OPTIONS_ANNUELLES

const OPTIONS: OptionsJob = {
  annee,
  cible: { arite: 'plusieurs', valeur: 'code=taux', aide: 'cible locale, par exemple mutations=25%' },
  jour,
  feuille,
  'vide-non': OPTIONS_LECTURE['vide-non'],
  'sans-defauts': OPTIONS_LECTURE['sans-defauts'],
  'quartile-borne': OPTIONS_LECTURE['quartile-borne'],
  seuils: OPTIONS_LECTURE.seuils,
  rapport: {
    arite: 'une',
    valeur: CADENCES.join('|'),
    aide: 'rapport d’une page, en .docx (Word) ou .html (à imprimer) : commission du jour, trimestre, année',
  },
  sortie: { arite: 'une', valeur: 'FICHIER', aide: 'résultat en .xlsx, .csv ou .json ; rapport en .docx ou .html' },
  json,
}

function libelle(code: string): string {
  return indicateurDe(code)?.libelle ?? code
}

function direLigne({
  code,
  perimetre,
  numerateur,
  denominateur,
  taux,
  taux_max,
  cible,
  manque,
  manque_ajoute,
}: Objectifs['objectifs'][number]): string {
  const part = taux === null ? 'non calculé' : formatTaux(taux)
  const bornes = taux !== null && taux_max !== null && taux_max > taux ? ` à ${formatTaux(taux_max)}` : ''
  const objectif = cible === null ? '' : `, objectif ${formatTaux(cible)}`
  const ajoutes = manque_ajoute === null ? '' : `, ${formatNombre(manque_ajoute)} en ajoutant`
  const manquants = manque === null || manque === 0 ? '' : ` : il en manque ${formatNombre(manque)}${ajoutes}`
  return `  ${direPerimetre(perimetre, TERRITOIRES.nomEpci)} — ${libelle(code)} : ${formatNombre(numerateur)} sur ${formatNombre(denominateur)}, ${part}${bornes}${objectif}${manquants}`
}

/** The lines that say something, then how to read what is missing in them. */
function lignesObjectifs(objectifs: Objectifs['objectifs']): readonly string[] {
  const comptes = objectifs.filter(({ denominateur }) => denominateur > 0)
  const retard = comptes.some(({ manque }) => (manque ?? 0) > 0)
  return [...comptes.map(direLigne), '', ...(retard ? [AIDE_MANQUE, AIDE_MANQUE_AJOUTE, ''] : [])]
}

/** What the terminal says; a report says the figures itself. */
function lignesBilan({ annee, objectifs, avertissements }: Objectifs, rapport: boolean): readonly string[] {
  return [
    ...(rapport ? [] : [`Objectifs de ${String(annee)}`, ...lignesObjectifs(objectifs)]),
    ...avertissements.map((avertissement) => `Attention : ${avertissement}`),
  ]
}

/** @throws MauvaisUsage for an unknown cadence */
function cadenceDemandee(options: Arguments): Cadence | undefined {
  const demandee = options.valeur('rapport')
  if (demandee === undefined) return undefined
  const cadence = CADENCES.find((candidate) => candidate === demandee)
  if (cadence === undefined) throw new MauvaisUsage(`--rapport attend ${CADENCES.join(', ')} ; « ${demandee} » lu.`)
  if (options.valeur('sortie') === undefined)
    throw new MauvaisUsage('Indiquez où écrire le rapport : --sortie FICHIER.docx.')
  return cadence
}

/** Years before the one reported that give its season and its trend. */
const ANNEES_PASSEES = 3

function comptesPasses(attributions: Attributions, reglages: OptionsCompte): readonly Compte[] {
  const annees = Array.from({ length: ANNEES_PASSEES }, (_, i) => reglages.annee - ANNEES_PASSEES + i)
  return annees.map((annee) => preparerCompte(attributions, { ...reglages, annee }))
}

/** `objectifs ATTRIBUTIONS… --annee A`: what the law counts, by perimeter, with what is missing. */
export const JOB_OBJECTIFS: Job = {
  nom: 'objectifs',
  usage: 'ATTRIBUTIONS… --annee ANNÉE [options]',
  resume: 'compte les objectifs légaux d’attribution d’une année',
  options: OPTIONS,
  lancer: async (options, terminal) => {
    exigerFichiers(options, 'd’attributions')
    const annee = anneeDemandee(options)
    const cadence = cadenceDemandee(options)
    const sortie = sortieDemandee(
      options,
      options.valeurs('seuils'),
      cadence === undefined ? undefined : ['docx', 'html'],
    )
    const cibles = valeurLue(() => lireCibles(options.valeurs('cible')))
    const reglages = { annee, seuils: seuilsDemandes(options), cibles, ...borneDemandee(options) }
    const jour = jourDemande(options, terminal)
    const tables = tablesDemandees(options)
    const attributions = lireAttributions(tables, options, terminal)
    const compte = preparerCompte(attributions, reglages)
    const resultat = { jour: isoJour(jour), ...objectifsDuCompte(compte) }
    const provenance = [
      ['Fichiers', attributions.fichiers.join(', ')],
      ['Moteur', VERSION],
    ] as const
    const feuille = feuilleObjectifs(resultat, provenance, TERRITOIRES.nomEpci)
    const base = tables.length === 1 ? tables[0]?.fichier : undefined
    const document = cadence && (await rapport(cadence))
    await rendre(
      { resultat, feuille, lignes: lignesBilan(resultat, document !== undefined), base, document },
      sortie,
      options,
      terminal,
    )

    async function rapport(demandee: Cadence): Promise<Uint8Array> {
      const passes = comptesPasses(attributions, reglages)
      const document = rapportObjectifs(demandee, { compte, passes, jour, provenance, nommer: TERRITOIRES.nomEpci })
      return sortie?.extension === 'docx' ? ecrireDocx(document) : encoderUtf8(ecrireHtml(document))
    }
  },
}
