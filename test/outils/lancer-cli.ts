import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lancer } from '../../cli/lancer.ts'
import type { Statut } from '../../cli/lancer.ts'

export interface Execution {
  readonly statut: Statut
  readonly sortie: string
  readonly erreurs: string
}

/** Runs the command line in this process, on real files, on a fixed day. */
export async function executer(...mots: readonly string[]): Promise<Execution> {
  let sortie = ''
  const erreurs: string[] = []
  const statut = await lancer(mots, {
    ecrire: (texte) => {
      sortie += texte
      return Promise.resolve()
    },
    signaler: (ligne) => erreurs.push(ligne),
    progresser: () => undefined,
    aujourdhui: '2026-03-01',
  })
  return { statut, sortie, erreurs: erreurs.join('\n') }
}

/** A folder of its own for one test, gone at its end. */
export class Dossier implements Disposable {
  readonly chemin = mkdtempSync(join(tmpdir(), 'attributions-'))

  ecrire(nom: string, contenu: string | Uint8Array): string {
    const chemin = join(this.chemin, nom)
    writeFileSync(chemin, contenu)
    return chemin
  }

  lire(nom: string): Uint8Array {
    return readFileSync(join(this.chemin, nom))
  }

  dans(nom: string): string {
    return join(this.chemin, nom)
  }

  fichiers(): readonly string[] {
    return readdirSync(this.chemin)
  }

  [Symbol.dispose](): void {
    rmSync(this.chemin, { recursive: true, force: true })
  }
}
