import { expose, transfer } from 'comlink'
import type { FichierProduit, Produit } from './contrat.ts'
import { Session } from './session.ts'

/** The session in its worker: large files are handed over to the page, not copied. */
class SessionEnTravailleur extends Session {
  override async produire(produit: Produit, nombreReleves?: number): Promise<FichierProduit> {
    const fichier = await super.produire(produit, nombreReleves)
    return transfer(fichier, [fichier.octets.buffer])
  }
}

expose(new SessionEnTravailleur())
