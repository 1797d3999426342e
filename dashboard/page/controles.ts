import { html, nothing, type TemplateResult } from 'lit'
import { francais } from '../../core/index.ts'
import { bandeau } from '../../ui/bandeau.ts'
import { choix, type Option } from '../../ui/champ.ts'
import { rechercheChoix } from '../../ui/recherche-choix.ts'
import { chercheur } from '../modeles/chercher.ts'
import type { ChoixIndicateur, Situation } from '../modeles/contexte.ts'
import { ecrirePeriode, enumerer } from '../modeles/ecrire-valeur.ts'
import { NOMS_PAS, pasPossibles } from '../modeles/pas.ts'
import type { Hote } from '../vues/vue.ts'
import { montrerReponse } from './montrer-choisi.ts'

/** Which choices a view offers. */
export interface OptionsControles {
  readonly sans?: readonly ('territoire' | 'indicateur' | 'periode' | 'parmi')[]
  /** Years or quarters. */
  readonly pas?: boolean
  /** Indicators that the view can show; all unless given. */
  readonly indicateurs?: readonly ChoixIndicateur[]
}

/** Entries of a list of indicators. */
export function optionsIndicateurs(liste: readonly ChoixIndicateur[]): readonly Option[] {
  return liste.map(({ cle, indicateur }) => ({ valeur: cle, libelle: indicateur.nom }))
}

function territoire(situation: Situation, hote: Hote): TemplateResult {
  const { lieu, table, groupes } = situation
  return rechercheChoix({
    id: 'territoire',
    libelle: 'Territoire',
    choisi: lieu?.nom ?? '',
    valeur: lieu?.code,
    exemple: 'Nom d’un EPCI, département, SIREN',
    chercher: chercheur(table, groupes),
    surChoix: (code) => {
      hote.choisir({ territoire: code, parmi: undefined })
      montrerReponse()
    },
  })
}

function indicateur(
  { choix: courant, choisissables }: Situation,
  hote: Hote,
  permis?: readonly ChoixIndicateur[],
): TemplateResult {
  return choix({
    id: 'indicateur',
    libelle: 'Indicateur',
    options: optionsIndicateurs(permis ?? choisissables),
    valeur: courant.cle,
    surChoix: (cle) => {
      hote.choisir({ indicateur: cle, periode: undefined })
    },
  })
}

function periode({ periode: courante, periodes }: Situation, hote: Hote): TemplateResult {
  return choix({
    id: 'periode',
    libelle: 'Période',
    options: periodes.toReversed().map((valeur) => ({ valeur, libelle: ecrirePeriode(valeur) })),
    valeur: courante,
    surChoix: (valeur) => {
      hote.choisir({ periode: valeur })
    },
  })
}

function parmi({ parmi: courant, parmis }: Situation, hote: Hote): TemplateResult {
  return choix({
    id: 'parmi',
    libelle: 'Comparer parmi',
    options: parmis.map(({ cle, nom }) => ({ valeur: cle, libelle: `${nom.charAt(0).toUpperCase()}${nom.slice(1)}` })),
    valeur: courant.cle,
    ...(courant.regle === undefined ? {} : { aide: courant.regle }),
    surChoix: (valeur) => {
      hote.choisir({ parmi: valeur })
    },
  })
}

function pas({ periodes, selection }: Situation, hote: Hote): TemplateResult | typeof nothing {
  const possibles = pasPossibles(periodes)
  if (possibles.length < 2) return nothing
  return choix({
    id: 'pas',
    libelle: 'Pas de temps',
    options: [
      { valeur: '', libelle: 'Le plus fin connu' },
      ...possibles.map((valeur) => ({ valeur, libelle: NOMS_PAS[valeur] })),
    ],
    valeur: selection.pas ?? '',
    surChoix: (valeur) => {
      hote.choisir({ pas: valeur === '' ? undefined : valeur })
    },
  })
}

/** What the reader chooses: territory, indicator, period, company. */
export function controles(situation: Situation, hote: Hote, options: OptionsControles = {}): TemplateResult {
  const { sans = [] } = options
  const { periodes, parmis, groupes } = situation
  // A breakdown is of one territory: there is no ranking to narrow.
  const seul = groupes.every(({ dimension }) => dimension !== null)
  return html`<div class="obs-controles sans-impression" role="group" aria-label="Choix">
      ${sans.includes('territoire') ? nothing : territoire(situation, hote)}
      ${sans.includes('indicateur') ? nothing : indicateur(situation, hote, options.indicateurs)}
      ${sans.includes('periode') || periodes.length < 2 ? nothing : periode(situation, hote)}
      ${sans.includes('parmi') || seul || parmis.length < 2 ? nothing : parmi(situation, hote)}
      ${options.pas === true ? pas(situation, hote) : nothing}
    </div>
    ${introuvables(situation)}`
}

/** What the address asks for and nobody gave. */
function introuvables({ introuvables: noms }: Situation): TemplateResult | typeof nothing {
  if (noms.length === 0) return nothing
  return bandeau({
    genre: 'attention',
    titre: 'L’adresse demande ce qui n’est pas ici',
    textes: [
      francais(
        `Introuvable : ${enumerer(noms)}. La page montre ce qui s’en approche ; si le chiffre vient d’un fichier, ouvrez-le de nouveau.`,
      ),
    ],
  })
}
