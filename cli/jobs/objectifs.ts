import type { Objectifs } from '../../core/objectifs/index.ts'
import {
  compterObjectifs,
  creerLecteurAttributions,
  direPerimetre,
  feuilleObjectifs,
  indicateurDe,
  lireCibles,
  MODELE_ATTRIBUTION,
} from '../../core/objectifs/index.ts'
import { formatNombre, formatTaux, isoJour } from '../../core/index.ts'
import type { OptionsJob } from '../arguments.ts'
import { enListe } from '../arguments.ts'
import { TERRITOIRES } from '../fichiers/territoires.ts'
import { VERSION } from '../version.ts'
import { anneeDemandee } from './annee.ts'
import type { Job } from './job.ts'
import { borneDemandee, jourDemande, OPTIONS_LECTURE, seuilsDemandes } from './options-lecture.ts'
import { exigerFichiers, lireFichiers, OPTIONS_ANNUELLES, rendre, sortieDemandee } from './travail-annuel.ts'

const { annee, jour, feuille, sortie, json } = OPTIONS_ANNUELLES

const OPTIONS: OptionsJob = {
  annee,
  cible: { arite: 'plusieurs', valeur: 'code=taux', aide: 'cible locale, par exemple mutations=25%' },
  jour,
  feuille,
  'vide-non': OPTIONS_LECTURE['vide-non'],
  'sans-defauts': OPTIONS_LECTURE['sans-defauts'],
  'quartile-borne': OPTIONS_LECTURE['quartile-borne'],
  seuils: OPTIONS_LECTURE.seuils,
  sortie,
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
  manque_ajoute,
}: Objectifs['objectifs'][number]): string {
  const part = taux === null ? 'non calculé' : formatTaux(taux)
  const bornes = taux !== null && taux_max !== null && taux_max > taux ? ` à ${formatTaux(taux_max)}` : ''
  const objectif = cible === null ? '' : `, objectif ${formatTaux(cible)}`
  const manque = manque_ajoute === null || manque_ajoute === 0 ? '' : ` : il en manque ${formatNombre(manque_ajoute)}`
  return `  ${direPerimetre(perimetre, TERRITOIRES.nomEpci)} — ${libelle(code)} : ${formatNombre(numerateur)} sur ${formatNombre(denominateur)}, ${part}${bornes}${objectif}${manque}`
}

function lignesBilan({ annee, objectifs, avertissements }: Objectifs): readonly string[] {
  return [
    `Objectifs de ${String(annee)}`,
    ...objectifs.filter(({ denominateur }) => denominateur > 0).map(direLigne),
    '',
    ...avertissements.map((avertissement) => `Attention : ${avertissement}`),
  ]
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
    const sortie = sortieDemandee(options, options.valeurs('seuils'))
    const cibles = lireCibles(options.valeurs('cible'))
    const reglages = { annee, seuils: seuilsDemandes(options), cibles, ...borneDemandee(options) }
    const jour = jourDemande(options, terminal)
    const lecteur = creerLecteurAttributions({
      jour,
      lieux: TERRITOIRES,
      videNon: enListe(options.valeurs('vide-non')),
      sansDefauts: options.presente('sans-defauts'),
    })
    const [premier, ...autres] = lireFichiers(options, terminal, MODELE_ATTRIBUTION, lecteur.fichier)
    const attributions = lecteur.terminer()
    const resultat = { jour: isoJour(jour), ...compterObjectifs(attributions, reglages) }
    const provenance = [
      ['Fichiers', attributions.fichiers.join(', ')],
      ['Moteur', VERSION],
    ] as const
    const feuille = feuilleObjectifs(resultat, provenance, TERRITOIRES.nomEpci)
    const base = autres.length === 0 ? premier : undefined
    await rendre({ resultat, feuille, lignes: lignesBilan(resultat), base }, sortie, options, terminal)
  },
}
