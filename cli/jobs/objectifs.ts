import { ecrireDocx, ecrireHtml } from '../../core/document/index.ts'
import type { Attributions, Cadence, Compte, Objectifs, OptionsCompte } from '../../core/objectifs/index.ts'
import {
  CADENCES,
  direPerimetre,
  feuilleObjectifs,
  indicateurDe,
  lireCibles,
  objectifsDuCompte,
  preparerCompte,
  rapportObjectifs,
} from '../../core/objectifs/index.ts'
import { formatCompte, formatNombre, formatTaux, francais, isoJour } from '../../core/index.ts'
import { ajouterFeuilles, creerClasseur, ecrireCsv } from '../../core/tableur/index.ts'
import type { Arguments, OptionsJob } from '../arguments.ts'
import { MauvaisUsage } from '../arguments.ts'
import { ecrireFichier, verifierSortie } from '../fichiers/ecrire.ts'
import { ouvrirFichier } from '../fichiers/lire.ts'
import { TERRITOIRES } from '../fichiers/territoires.ts'
import { encoderUtf8 } from '../fichiers/texte.ts'
import { VERSION } from '../version.ts'
import { anneeDemandee, OPTION_ANNEE } from './annee.ts'
import type { Job } from './job.ts'
import { lireAttributions } from './lire-attributions.ts'
import { borneDemandee, jourDemande, OPTIONS_LECTURE, seuilsDemandes } from './options-lecture.ts'
import { resumerAnomalies } from './resume-anomalies.ts'

const OPTIONS: OptionsJob = {
  ...OPTION_ANNEE,
  cible: { arite: 'plusieurs', valeur: 'code=taux', aide: 'cible locale, par exemple mutations=25%' },
  jour: OPTIONS_LECTURE.jour,
  feuille: OPTIONS_LECTURE.feuille,
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
  json: { arite: 'aucune', aide: 'écrit le résultat en JSON sur la sortie standard' },
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
  manque_ajoute,
}: Objectifs['objectifs'][number]): string {
  const part = taux === null ? 'non calculé' : formatTaux(taux)
  const bornes = taux !== null && taux_max !== null && taux_max > taux ? ` à ${formatTaux(taux_max)}` : ''
  const objectif = cible === null ? '' : `, objectif ${formatTaux(cible)}`
  const manque = manque_ajoute === null || manque_ajoute === 0 ? '' : ` : il en manque ${formatNombre(manque_ajoute)}`
  return `  ${direPerimetre(perimetre, TERRITOIRES.nomEpci)} — ${libelle(code)} : ${formatNombre(numerateur)} sur ${formatNombre(denominateur)}, ${part}${bornes}${objectif}${manque}`
}

function direBilan({ annee, objectifs, anomalies, avertissements }: Objectifs): string {
  const lignes = [
    `Objectifs de ${String(annee)}`,
    ...objectifs.filter(({ denominateur }) => denominateur > 0).map(direLigne),
    '',
    ...avertissements.map((avertissement) => `Attention : ${avertissement}`),
    anomalies.length === 0 ? 'Aucune anomalie.' : `${formatCompte(anomalies.length, 'anomalie')} :`,
    ...resumerAnomalies(anomalies),
  ]
  return francais(`${lignes.join('\n')}\n`)
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
    if (options.positions.length === 0) throw new MauvaisUsage('Indiquez au moins un fichier d’attributions.')
    const annee = anneeDemandee(options)
    const sortie = options.valeur('sortie')
    const entrees = [...options.positions, ...options.valeurs('seuils')]
    const cadence = cadenceDemandee(options)
    const permises = cadence === undefined ? ['xlsx', 'csv', 'json'] : ['docx', 'html']
    const extension = sortie === undefined ? '' : verifierSortie(sortie, permises, entrees)
    const reglages = {
      annee,
      seuils: seuilsDemandes(options),
      cibles: lireCibles(options.valeurs('cible')),
      ...borneDemandee(options),
    }
    const fichiers = options.positions.map(ouvrirFichier)
    const attributions = lireAttributions(
      fichiers.map((fichier) => ({ fichier, feuille: options.valeur('feuille') })),
      options,
      terminal,
    )
    const jour = jourDemande(options, terminal)
    const compte = preparerCompte(attributions, reglages)
    const resultat = { jour: isoJour(jour), ...objectifsDuCompte(compte) }
    const provenance = [
      ['Fichiers', attributions.fichiers.join(', ')],
      ['Moteur', VERSION],
    ] as const
    if (sortie !== undefined)
      ecrireFichier(sortie, [cadence === undefined ? octets(extension) : await rapport(cadence)])
    await terminal.ecrire(options.presente('json') ? `${JSON.stringify(resultat)}\n` : direBilan(resultat))

    async function rapport(demandee: Cadence): Promise<Uint8Array> {
      const passes = comptesPasses(attributions, reglages)
      const document = rapportObjectifs(demandee, {
        compte,
        passes,
        jour,
        provenance,
        nommer: TERRITOIRES.nomEpci,
      })
      return extension === 'docx' ? ecrireDocx(document) : encoderUtf8(ecrireHtml(document))
    }

    function octets(format: string): Uint8Array {
      if (format === 'json') return encoderUtf8(`${JSON.stringify(resultat)}\n`)
      const feuille = feuilleObjectifs(resultat, provenance, TERRITOIRES.nomEpci)
      const [premier] = fichiers
      if (format === 'csv') return ecrireCsv(feuille)
      return premier?.classeur.format === 'xlsx' && fichiers.length === 1
        ? ajouterFeuilles(premier.octets, [feuille])
        : creerClasseur([feuille])
    }
  },
}
