import { build } from 'vite'

/** Where office.js is asked for in the built pages: a browser test answers with `scriptHote`. */
export const URL_OFFICE = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'

/** The fake host as one classic script, to be served in place of office.js. */
export async function scriptHote(): Promise<string> {
  const fait = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: new URL('./navigateur.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'hoteSimuleScript',
        fileName: 'office',
      },
    },
  })
  const sorties = Array.isArray(fait) ? fait.flatMap((f) => f.output) : 'output' in fait ? fait.output : []
  const script = sorties.find((s) => s.type === 'chunk')
  if (script === undefined) throw new Error('the fake host could not be built')
  return script.code
}
