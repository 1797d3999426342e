import type { Job } from './jobs/job.ts'

/** What the command line can do. */
export function aideGenerale(jobs: readonly Job[]): string {
  const largeur = Math.max(...jobs.map(({ nom }) => nom.length))
  return [
    'attributions — cotation, objectifs et observatoire des attributions de logements sociaux',
    '',
    'Usage : attributions <travail> <fichiers> [options]',
    '',
    ...jobs.map(({ nom, resume }) => `  ${nom.padEnd(largeur)}  ${resume}`),
    '',
    'Aide d’un travail : attributions <travail> --aide',
    'Aucune donnée ne quitte ce poste.',
  ].join('\n')
}

export function aideJob({ nom, usage, resume, options }: Job): string {
  const entrees = Object.entries(options).map(
    ([option, { valeur }]) => `--${option}${valeur === undefined ? '' : ` ${valeur}`}`,
  )
  const largeur = Math.max(...entrees.map(({ length }) => length))
  return [
    `attributions ${nom} ${usage}`,
    '',
    `  ${resume}`,
    '',
    ...Object.values(options).map(({ aide }, i) => `  ${(entrees[i] ?? '').padEnd(largeur)}  ${aide}`),
  ].join('\n')
}
