import type { Bloc, DocumentEcrit, Partie, Phrase } from '../../../core/document/index.ts'
import type { Territoires } from '../../../core/index.ts'
import { rapportObjectifs, type Cadence } from '../../../core/objectifs/index.ts'
import paquet from '../../../package.json' with { type: 'json' }
import { direPortee, OBJECTIF_PREMIER, type Fonds } from './decrire-objectifs.ts'
import type { DemandeCompte } from './contrat-objectifs.ts'

/** Years before the one reported that give its season and its trend. */
const ANNEES_PASSEES = 3

/** The one-page report of a cadence, on what the filters keep. */
export function rapportSuivi(
  { comptes, jour, annees, lieux }: Fonds,
  { annee, filtres }: DemandeCompte,
  cadence: Cadence,
  fichiers: readonly string[],
): DocumentEcrit {
  const compteDe = (quelle: number) => comptes.restreint(quelle, filtres, OBJECTIF_PREMIER.indicateur)
  const passes = annees.filter((autre) => autre < annee).slice(0, ANNEES_PASSEES)
  const portee = direPortee(filtres, lieux)
  return rapportObjectifs(cadence, {
    compte: compteDe(annee),
    passes: passes.toSorted((a, b) => a - b).map(compteDe),
    jour,
    provenance: provenance(fichiers),
    nommer: nommerAvec(lieux),
    ...(portee === '' ? {} : { territoire: portee }),
  })
}

function provenance(fichiers: readonly string[]): DocumentEcrit['provenance'] {
  return [
    ['Fichiers', fichiers.join(', ')],
    ['Moteur', paquet.version],
  ]
}

function nommerAvec(lieux: Territoires) {
  return (code: string): string | undefined => lieux.nomEpci(code)
}

function texte(phrase: Phrase): string {
  return typeof phrase === 'string'
    ? phrase
    : phrase.map((piece) => (typeof piece === 'string' ? piece : piece.texte)).join('')
}

function lignes(bloc: Bloc): readonly string[] {
  switch (bloc.genre) {
    case 'intertitre':
      return ['', bloc.texte]
    case 'paragraphe':
      return [texte(bloc.texte)]
    case 'liste':
      return bloc.elements.map((element) => `- ${texte(element)}`)
    case 'tableau':
      return [
        bloc.legende,
        bloc.colonnes.map(({ titre }) => titre).join('\t'),
        ...[...bloc.lignes, ...(bloc.total === undefined ? [] : [bloc.total])].map((ligne) =>
          ligne.map(texte).join('\t'),
        ),
      ]
    case 'image':
      return [bloc.description]
    case 'saut-de-page':
      return []
  }
}

/** A part of a document as plain text: tables keep their columns when pasted. */
export function texteDuRapport({ titre, blocs }: Partie): string {
  return [titre, ...blocs.flatMap(lignes)].join('\n')
}
