import type { Cotation, Cotations, Territoires } from '../../core/index.ts'
import { formatJour, francais } from '../../core/index.ts'
import type { DocumentEcrit, Partie } from '../../core/document/index.ts'
import paquet from '../../package.json' with { type: 'json' }
import type { ExplicationVue, FichierProduit } from './contrat.ts'
import { explication, maximumBarre } from './expliquer-demande.ts'
import { nomProduit, TYPES } from './produire.ts'

const AIDE = 'Aide à la décision : la commission d’attribution reste libre de son choix.'

function partie(vue: ExplicationVue): Partie {
  const manque = vue.manque.length === 0 ? [] : [francais(`À compléter : ${vue.manque.join(', ')}.`)]
  return {
    titre: francais(`Relevé de cotation : demande ${vue.numero}`),
    blocs: [
      {
        genre: 'paragraphe',
        texte: [{ texte: vue.total, gras: true }, `, rang ${vue.rang} sur ${vue.sur}.`],
        ton: 'encadre',
      },
      ...manque.map((texte) => ({ genre: 'paragraphe' as const, texte })),
      {
        genre: 'tableau',
        legende: 'Points par critère',
        colonnes: [
          { titre: 'Critère', largeur: 30 },
          { titre: 'Pourquoi', largeur: 60 },
          { titre: 'Points', largeur: 10, aDroite: true },
        ],
        lignes: vue.criteres.map(({ nom, motif, points }) => [nom, motif, points]),
        total: ['Total', vue.ajustements.map(({ motif }) => motif).join(' '), vue.total],
      },
      { genre: 'paragraphe', texte: francais(AIDE), ton: 'note' },
    ],
  }
}

/** A Word statement a demande, in the order of the list. */
export async function produireReleves(
  nom: string,
  feuille: string,
  cotations: Cotations,
  cotation: Cotation,
  indices: Uint32Array,
  lieux: Territoires,
): Promise<FichierProduit> {
  const { ecrireDocx } = await import('../../core/document/index.ts')
  const liste = { indices, marques: new Uint8Array(indices.length), nombre: indices.length }
  const maximum = maximumBarre(cotation)
  const { grille, empreinte } = cotation.grilleLue
  const document: DocumentEcrit = {
    titre: francais(`Relevés de cotation : ${grille.nom}`),
    provenance: [
      ['Grille', `${grille.nom} (${grille.id}), ${empreinte.slice(0, 15)}`],
      ['Jour du calcul', formatJour(cotation.donnees.contexte.jour)],
      ['Source', francais(`${nom}, feuille « ${feuille} »`)],
      ['Version', paquet.version],
    ],
    parties: Array.from(indices, (_, place) => partie(explication(cotations, cotation, liste, place, lieux, maximum))),
  }
  return { nom: nomProduit(nom, 'relevés', 'docx'), type: TYPES.docx, octets: await ecrireDocx(document) }
}
