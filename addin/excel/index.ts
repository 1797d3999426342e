/// <reference types="office-js" />
import { ajouterColonnes } from './colonnes.ts'
import { ecrireFeuilles, listerRestaurables, reprendreTravaux, restaurerAvant } from './ecriture.ts'
import { habillerFeuilles, relireFeuilles, suivreChangements, tenirFeuilles } from './feuilles-suivies.ts'
import { lireSource } from './lecture.ts'
import { ecrireDocument, ecrireReglage, lireDocument, lireReglage } from './memoire.ts'
import { nomsDesFeuilles, poserModeles } from './modeles.ts'
import { Passage } from './passage.ts'
import type { Capacites, ClasseurExcel } from './port.ts'
import { REGLAGES_ADAPTATEUR, type ReglagesAdaptateur } from './reglages.ts'
import { plageSelectionnee, selectionnerCellule, suivre } from './selection.ts'
import { apercuSource, listerSources, meilleureSource } from './sources.ts'

export { associerCommandes, type Ouvrir } from './commandes.ts'
export { Interruption, type MotifInterruption } from './interruption.ts'
export { feuilleDe, type BlocLu, type DonneesLues } from './donnees.ts'
export type * from './port.ts'

export interface OptionsExcel {
  /** Told once, in a sentence, when a cell is being edited; then with undefined when work goes on. */
  readonly surSaisie?: (phrase: string | undefined) => void
  readonly reglages?: Partial<ReglagesAdaptateur>
}

function capacites(): Capacites {
  const { platform, requirements } = Office.context
  const nom = String(platform)
  return {
    plateforme: nom === 'OfficeOnline' ? 'web' : nom === 'Mac' ? 'mac' : 'windows',
    fonctionsPersonnalisees: requirements.isSetSupported('CustomFunctionsRuntime', '1.1'),
  }
}

/** The live workbook, once office.js is ready. */
export async function ouvrirExcel(options: OptionsExcel = {}): Promise<ClasseurExcel> {
  await Office.onReady()
  const ignorer = () => undefined
  const passage = new Passage({ ...REGLAGES_ADAPTATEUR, ...options.reglages }, options.surSaisie ?? ignorer)
  return {
    capacites: capacites(),
    sources: () => listerSources(passage),
    trouverSource: (noter) => meilleureSource(passage, noter),
    apercu: (source) => apercuSource(passage, source),
    lire: (source, demande) => lireSource(passage, source, demande),
    ecrire: (feuilles, demande = {}) => ecrireFeuilles(passage, feuilles, demande),
    ajouterColonnes: (source, colonnes, demande = {}) => ajouterColonnes(passage, source, colonnes, demande),
    tenir: (feuilles) => tenirFeuilles(passage, feuilles),
    relire: (noms) => relireFeuilles(passage, noms),
    habiller: (habillages, fautes) => habillerFeuilles(passage, habillages, fautes),
    suivreChangements: (rappel) => suivreChangements(passage, rappel),
    nomsDesFeuilles: () => nomsDesFeuilles(passage),
    poserModeles: (modeles) => poserModeles(passage, modeles),
    restaurables: () => listerRestaurables(passage),
    restaurer: () => restaurerAvant(passage),
    reprendre: () => reprendreTravaux(passage),
    lireReglage: (cle) => lireReglage(passage, `attributions.${cle}`),
    ecrireReglage: (cle, valeur) => ecrireReglage(passage, `attributions.${cle}`, valeur),
    lireDocument: () => lireDocument(passage),
    ecrireDocument: (document) => ecrireDocument(passage, document),
    selectionner: (place) => selectionnerCellule(passage, place),
    plageSelectionnee: () => plageSelectionnee(passage),
    suivreSelection: (rappel) => suivre(passage, rappel),
  }
}
