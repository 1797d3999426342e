import { runInThisContext } from 'node:vm'
import { build, type Plugin } from 'vite'
import type { OuvrirExcel } from './montage.ts'
import type { Casse } from './casses.ts'

/** Replaces the text of the fault in its file; a text that is not there once is a fault of the list. */
function remplacement({ nom, fichier, de, par }: Casse): Plugin & { faits: number } {
  const plugin = {
    name: 'casse',
    enforce: 'pre',
    faits: 0,
    transform(code: string, id: string) {
      if (!id.endsWith(`/addin/excel/${fichier}`)) return undefined
      if (code.split(de).length !== 2)
        throw new Error(`« ${nom} » : the text to break is not in ${fichier} exactly once`)
      plugin.faits++
      return code.replace(de, () => par)
    },
  } satisfies Plugin & { faits: number }
  return plugin
}

/** The adapter with one fault, built apart and run in this very context. */
export async function adaptateurCasse(casse: Casse): Promise<OuvrirExcel> {
  const plugin = remplacement(casse)
  const fait = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [plugin],
    build: {
      write: false,
      minify: false,
      lib: {
        entry: new URL('../../addin/excel/index.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'adaptateurCasse',
        fileName: 'casse',
      },
    },
  })
  if (plugin.faits !== 1) throw new Error(`« ${casse.nom} » : ${casse.fichier} was not broken`)
  const sorties = Array.isArray(fait) ? fait.flatMap((f) => f.output) : 'output' in fait ? fait.output : []
  const script = sorties.find((s) => s.type === 'chunk')
  if (script === undefined) throw new Error('the broken adapter could not be built')
  const { ouvrirExcel } = runInThisContext(`${script.code}; adaptateurCasse`) as { ouvrirExcel: OuvrirExcel }
  return ouvrirExcel
}
