#!/usr/bin/env node
import { lancer } from './lancer.ts'
import { terminalDuProcessus } from './terminal.ts'

process.stdout.on('error', (erreur: NodeJS.ErrnoException) => {
  // The reader of the pipe went away (`| head`): nothing is left to say.
  if (erreur.code === 'EPIPE') process.exit(0)
  process.stderr.write(
    `Le résultat ne peut pas être écrit sur la sortie standard (${erreur.code ?? erreur.message}).\n`,
  )
  process.exit(1)
})
process.exitCode = await lancer(process.argv.slice(2), terminalDuProcessus())
