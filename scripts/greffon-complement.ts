import { readdirSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { PAGE_AIDE } from '../addin/manifeste/adresses.ts'
import { commandesLivrees } from '../addin/manifeste/commandes.ts'
import { ESPACE_FONCTIONS, GROUPES } from '../addin/manifeste/catalogue.ts'
import { fonctionsLivrees } from '../addin/manifeste/fonctions.ts'

const ICONES = new URL('../addin/icones/', import.meta.url)

/** Puts the icons that the manifest names in the site, under names that never change. */
export function iconesDuComplement(): Plugin {
  return {
    name: 'icones-du-complement',
    apply: 'build',
    generateBundle() {
      for (const nom of readdirSync(ICONES).filter((fichier) => fichier.endsWith('.png'))) {
        this.emitFile({ type: 'asset', fileName: `icones/${nom}`, source: readFileSync(new URL(nom, ICONES)) })
      }
    },
  }
}

const SIGNES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function echapper(texte: string): string {
  return texte.replace(/[&<>"]/gu, (signe) => SIGNES[signe] ?? signe)
}

/** The commands of the ribbon, as its catalogue has them. */
function tableCommandes(): string {
  return commandesLivrees()
    .map(
      ({ groupe, libelle, infobulle }) =>
        `<tr><td>${echapper(GROUPES[groupe].fr)}</td><th scope="row">${echapper(libelle.fr)}</th><td>${echapper(infobulle.fr)}</td></tr>`,
    )
    .join('\n')
}

/** The functions of cells, as their catalogue has them. */
function tableFonctions(): string {
  return fonctionsLivrees()
    .map(({ id, description, parametres }) => {
      const args = parametres.map(({ nom, facultatif }) => (facultatif === true ? `[${nom.fr}]` : nom.fr)).join(' ; ')
      return `<tr><th scope="row"><code>${ESPACE_FONCTIONS}.${id}</code></th><td>${echapper(args)}</td><td>${echapper(description.fr)}</td></tr>`
    })
    .join('\n')
}

/** Writes ribbon and functions in the help page, from the catalogue that makes the manifest. */
export function catalogueDansAide(): Plugin {
  return {
    name: 'catalogue-dans-aide',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { path }) =>
        path.endsWith(PAGE_AIDE)
          ? html.replace('<!-- commandes -->', tableCommandes()).replace('<!-- fonctions -->', tableFonctions())
          : html,
    },
  }
}
