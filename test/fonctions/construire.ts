import { build, type Plugin } from 'vite'

/** The files of the build of functions, by name, without writing them. */
export async function construireFonctions(plugins: readonly Plugin[] = []): Promise<ReadonlyMap<string, string>> {
  const fait = await build({
    configFile: 'vite.fonctions.config.ts',
    logLevel: 'silent',
    plugins: [...plugins],
    build: { write: false },
  })
  const sorties = Array.isArray(fait) ? fait.flatMap((f) => f.output) : 'output' in fait ? fait.output : []
  return new Map(sorties.map((s) => [s.fileName, s.type === 'chunk' ? s.code : String(s.source)]))
}
