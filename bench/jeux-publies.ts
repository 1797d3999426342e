import {
  chiffresDe,
  classer,
  ConstructeurTable,
  creerTable,
  groupesDe,
  intervallesDeRang,
} from '../core/observatoire/index.ts'
import { EPCI, grandJeu, INDICATEURS, PERIODES, tous } from '../test/observatoire/grand-jeu.ts'
import { median, type Mesure } from './chrono.ts'

/** Three million published figures: every EPCI, sixty indicators, forty quarters. */
export function mesurerJeuxPublies(): readonly Mesure[] {
  const jeu = grandJeu(tous(INDICATEURS), tous(PERIODES))
  const constructeur = new ConstructeurTable()
  constructeur.ajouter([jeu])
  const table = constructeur.table()
  const partition = grandJeu([0], [0])
  const indicateur = jeu.indicateurs[33]?.id ?? ''
  const nombre = `${String(Math.round((EPCI * INDICATEURS * PERIODES) / 1e5) / 10).replace('.', ',')} M de chiffres`
  return [
    { nom: `mettre ${nombre} en colonnes`, valeur: median(1, () => creerTable([jeu])), unite: 'ms', budget: 3000 },
    {
      nom: `filtrer et classer 1 255 territoires parmi ${nombre}`,
      valeur: median(5, () => {
        const [groupe] = groupesDe(table, { indicateur, periode: '2024-T2' })
        return groupe && intervallesDeRang(classer(chiffresDe(table, groupe), 'plus'))
      }),
      unite: 'ms',
      budget: 100,
    },
    {
      nom: `lire 40 périodes d’un indicateur parmi ${nombre}`,
      valeur: median(5, () => groupesDe(table, { indicateur }).map((groupe) => chiffresDe(table, groupe).length)),
      unite: 'ms',
      budget: 100,
    },
    {
      nom: `ajouter une partition à ${nombre}`,
      valeur: median(5, () => {
        constructeur.ajouter([partition])
        return constructeur.table()
      }),
      unite: 'ms',
      budget: 200,
    },
  ]
}
