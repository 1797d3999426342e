import paquet from '../package.json' with { type: 'json' }

/** Version of the engine, said in every result. */
export const VERSION: string = paquet.version
