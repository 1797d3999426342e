import { html, type TemplateResult } from 'lit'
import { depotFichier } from '../../ui/depot-fichier.ts'
import { icone } from '../../ui/icones.ts'
import type { FichierChoisi, Hote } from '../ports/hote.ts'
import type { SourceSuivi, SourceTables } from '../ports/source.ts'
import { GRILLES_FOURNIES } from '../vues/grilles-fournies.ts'
import { chargerExemple } from './exemple.ts'
import { reglagesPage } from './reglages-page.ts'
import { sortiePage } from './sortie-page.ts'
import { sourceExemple, sourceFichier, suiviClasseur, suiviExemple, suiviFichiers } from './source-fichier.ts'

function ouverture(choisir: (source: SourceTables) => void, compact: boolean): TemplateResult {
  const exemple = html`<fluent-button
    @click=${() => {
      choisir(sourceExemple(chargerExemple))
    }}
    >${icone('tableur', 'start')}Ouvrir l’exemple</fluent-button
  >`
  return html`<div class="ouverture" ?data-compact=${compact}>
    ${depotFichier({
      id: 'fichier',
      titre: compact ? 'Un autre fichier' : 'Fichier de demandes',
      aide: '.xlsx ou .csv. Le fichier reste sur ce poste\u202f: rien n’est envoyé.',
      formats: '.xlsx,.xlsm,.csv,.txt',
      surFichiers: ([fichier]) => {
        if (fichier !== undefined) choisir(sourceFichier(fichier))
      },
    })}
    <div class="ouverture-exemple">
      ${compact ? '' : html`<p><strong>Pas de fichier sous la main&#8239;?</strong> 2&#8239;000 demandes fictives de la métropole de Lille.</p>`}
      ${exemple}
    </div>
  </div>`
}

function ouvertureSuivi(choisir: (source: SourceSuivi) => void, compact: boolean): TemplateResult {
  return html`<div class="ouverture" ?data-compact=${compact}>
    ${depotFichier({
      id: 'fichiers-suivi',
      titre: compact ? 'D’autres fichiers' : 'Attributions et parc',
      aide: '.xlsx ou .csv, un classeur ou un fichier par bailleur. Tout reste sur ce poste.',
      formats: '.xlsx,.xlsm,.csv,.txt',
      plusieurs: true,
      surFichiers: (fichiers) => {
        choisir(suiviFichiers(fichiers))
      },
    })}
    <div class="ouverture-exemple">
      <fluent-button
        @click=${() => {
          choisir(suiviExemple(chargerExemple))
        }}
        >${icone('tableur', 'start')}Ouvrir l’exemple</fluent-button
      >
    </div>
  </div>`
}

async function lire(fichiers: readonly File[]): Promise<readonly FichierChoisi[]> {
  return Promise.all(
    fichiers.map(async (fichier) => ({ nom: fichier.name, octets: new Uint8Array(await fichier.arrayBuffer()) })),
  )
}

function ouvrirGrille(choisir: (fichiers: readonly FichierChoisi[]) => void): TemplateResult {
  return depotFichier({
    id: 'fichier-grille',
    titre: 'Votre grille',
    aide: '.json, ou un classeur avec une feuille Grille. Une grille locale s’ouvre avec son socle.',
    formats: '.json,.xlsx,.xlsm',
    plusieurs: true,
    surFichiers: (fichiers) => void lire(fichiers).then(choisir),
  })
}

/** The workshop as a place for the pane: a page of a browser, a file at a time. */
export function hotePage(aujourdhui: string): Hote {
  return {
    aujourdhui,
    sortie: sortiePage(),
    reglages: reglagesPage(),
    grilles: GRILLES_FOURNIES,
    depart: { texte: 'Essayer sur l’exemple', source: () => sourceExemple(chargerExemple) },
    ouverture,
    ouvrirGrille,
    suivi: { trouver: suiviClasseur, ouverture: ouvertureSuivi },
  }
}
