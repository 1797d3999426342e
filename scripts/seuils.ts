/**
 * Makes the quartile thresholds of one year from a table with the columns siren, epci, annee, q1, q2, q3:
 *
 *   npx tsx scripts/seuils.ts --table F.csv --annee 2027 --titre "Arrêté du …" --url https://… --verifie-le 2027-05-03
 *
 * then add its row to `core/baremes/seuils-quartiles/annees.ts`. Each SIREN is compared with the name written beside it,
 * since a code alone can be wrong without being seen. An EPCI under another name, or absent from the official list, is
 * added to `scripts/donnees/epci-complements.json`, and `scripts/territoires.ts` run again.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import Papa from 'papaparse'
import { creerTerritoires, DONNEES_EPCI } from '../core/territoires/index.ts'

const DOSSIER = new URL('../core/baremes/seuils-quartiles/', import.meta.url)

const { values } = parseArgs({
  options: {
    table: { type: 'string' },
    annee: { type: 'string' },
    titre: { type: 'string' },
    url: { type: 'string' },
    'verifie-le': { type: 'string' },
  },
})

function option(nom: 'table' | 'annee' | 'titre' | 'verifie-le'): string {
  const valeur = values[nom]
  if (valeur === undefined) throw new Error(`Missing option --${nom}.`)
  return valeur
}

type Ligne = Readonly<Record<'siren' | 'epci' | 'annee' | 'q1' | 'q2' | 'q3', string>>

function lignesDeLAnnee(): Ligne[] {
  const { data } = Papa.parse<Ligne>(readFileSync(option('table'), 'utf8'), { header: true, skipEmptyLines: true })
  return data.filter(({ annee }) => annee === option('annee')).sort((a, b) => (a.siren < b.siren ? -1 : 1))
}

function verifierNoms(lignes: readonly Ligne[]): void {
  const territoires = creerTerritoires(DONNEES_EPCI)
  const fautes = lignes.filter(({ siren, epci }) => territoires.epciParNom(epci) !== siren)
  const liste = fautes.map(({ siren, epci }) => `${siren} ${epci} (${territoires.nomEpci(siren) ?? 'unknown code'})`)
  if (fautes.length > 0) throw new Error(`Codes and names that do not match:\n${liste.join('\n')}`)
}

function contenu(lignes: readonly Ligne[]): string {
  const entete = {
    annee: Number(option('annee')),
    unite: '€ par unité de consommation et par an',
    reference: { titre: option('titre'), ...(values.url === undefined ? {} : { url: values.url }) },
    verifie_le: option('verifie-le'),
    etat: { q1: 'verifie', q2: 'a-verifier', q3: 'a-verifier' },
  }
  const montants = lignes.map(({ siren, q1, q2, q3 }) => `    ["${siren}", ${q1}, ${q2}, ${q3}]`)
  const debut = JSON.stringify(entete, null, 2).replace(/\n\}$/, '')
  return `${debut},\n  "lignes": [\n${montants.join(',\n')}\n  ]\n}\n`
}

const lignes = lignesDeLAnnee()
verifierNoms(lignes)
writeFileSync(new URL(`${option('annee')}.json`, DOSSIER), contenu(lignes))
