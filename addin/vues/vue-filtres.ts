import { html, type TemplateResult } from 'lit'
import { formatCompte, formatNombre } from '../../core/index.ts'
import { choix, saisie, type Option } from '../../ui/champ.ts'
import type { Facette, Filtres } from '../travail/contrat.ts'
import { basculerDix, changerFiltres, filtre, retirerFiltres } from './actions-cotation.ts'
import { bouton } from './elements.ts'
import { compterFiltres } from './etat.ts'
import type { Volet } from './volet.ts'

function options(tout: string, facettes: readonly Facette[]): readonly Option[] {
  return [
    { valeur: '', libelle: tout },
    ...facettes.map(({ valeur, libelle, nombre }) => ({ valeur, libelle: `${libelle} (${formatNombre(nombre)})` })),
  ]
}

type FiltreTexte = 'typologie' | 'commune' | 'quartile' | 'public' | 'nature'

function liste(
  volet: Volet,
  code: FiltreTexte,
  libelle: string,
  tout: string,
  facettes: readonly Facette[],
): TemplateResult {
  return choix({
    id: `filtre-${code}`,
    libelle,
    options: options(tout, facettes),
    valeur: volet.etat.filtres[code],
    surChoix: (valeur) => {
      changerFiltres(volet, { [code]: valeur })
    },
  })
}

function personnes(volet: Volet, maximum: number): TemplateResult {
  const { personnesMin, personnesMax } = volet.etat.filtres
  const nombres = Array.from({ length: Math.min(maximum, 12) }, (_, i) => String(i + 1))
  const lire = (valeur: string): number | undefined => (valeur === '' ? undefined : Number(valeur))
  const cote = (id: string, libelle: string, valeur: number | undefined, cle: 'personnesMin' | 'personnesMax') =>
    choix({
      id,
      libelle,
      options: [{ valeur: '', libelle: '—' }, ...nombres.map((n) => ({ valeur: n, libelle: n }))],
      valeur: String(valeur ?? ''),
      surChoix: (choisie) => {
        changerFiltres(volet, { [cle]: lire(choisie) })
      },
    })
  return html`<div class="filtre-personnes">
    ${cote('filtre-personnes-min', 'Pers., de', personnesMin, 'personnesMin')}
    ${cote('filtre-personnes-max', 'à', personnesMax, 'personnesMax')}
  </div>`
}

function panneauFiltres(volet: Volet): TemplateResult {
  const facettes = volet.etat.cotation?.facettes
  if (facettes === undefined) return html``
  return html`<div class="filtres-champs">
    ${liste(volet, 'typologie', 'Type souhaité', 'Tous', facettes.typologies)}
    ${liste(volet, 'commune', 'Commune souhaitée', 'Toutes', facettes.communes)}
    ${personnes(volet, facettes.personnesMaximum)} ${liste(volet, 'quartile', 'Quartile', 'Tous', facettes.quartiles)}
    ${liste(volet, 'public', 'Public', 'Tous', facettes.publics)}
    ${liste(volet, 'nature', 'Nature', 'Toutes', facettes.natures)}
  </div>`
}

function nomDe(facettes: readonly Facette[] | undefined, valeur: string): string {
  return facettes?.find((facette) => facette.valeur === valeur)?.libelle ?? valeur
}

/** « T3 à Lille » : what is looked for, in words. */
function direFiltres(volet: Volet): string {
  const { cotation, filtres } = volet.etat
  const f = cotation?.facettes
  const { typologie, commune, quartile, nature, personnesMin, personnesMax, numero } = filtres
  const menage =
    personnesMin === undefined && personnesMax === undefined
      ? ''
      : `${String(personnesMin ?? 1)} à ${String(personnesMax ?? f?.personnesMaximum ?? '')} personnes`
  const morceaux = [
    typologie === '' ? '' : nomDe(f?.typologies, typologie),
    commune === '' ? '' : nomDe(f?.communes, commune),
    menage,
    quartile === '' ? '' : `quartile\u202f: ${nomDe(f?.quartiles, quartile)}`,
    filtres.public === '' ? '' : nomDe(f?.publics, filtres.public),
    nature === '' ? '' : nomDe(f?.natures, nature),
    numero === '' ? '' : `n°\u00a0contenant ${numero}`,
  ]
  return morceaux.filter((morceau) => morceau !== '').join(', ')
}

function resultat(volet: Volet): TemplateResult {
  const { liste: l, filtres } = volet.etat
  if (l === undefined) return html``
  const quoi = direFiltres(volet)
  const combien =
    filtres.limite === undefined || l.retenues <= l.nombre
      ? formatCompte(l.retenues, 'demande')
      : `Les ${formatNombre(l.nombre)} premières sur ${formatCompte(l.retenues, 'demande')}`
  return html`<p class="filtres-resultat" role="status">
    <strong>${combien}</strong>${quoi === '' ? '' : `\u202f: ${quoi}`}
  </p>`
}

function precisionSouhaits({ typologie, commune }: Filtres): string {
  return typologie === '' && commune === ''
    ? ''
    : 'Une demande qui ne précise pas son souhait cherche partout\u202f: elle est comprise.'
}

/** What the ranking is narrowed to, and how many it leaves. */
export function vueFiltres(volet: Volet): TemplateResult {
  const { filtres } = volet.etat
  const nombre = compterFiltres(filtres)
  const precision = precisionSouhaits(filtres)
  return html`<div class="filtres sans-impression">
      <div class="filtres-tete">
        ${saisie({
          id: 'numero',
          libelle: 'Numéro unique',
          genre: 'recherche',
          valeur: filtres.numero,
          exemple: 'Tout ou partie',
          surSaisie: (numero) => {
            changerFiltres(volet, { numero })
          },
        })}
        ${bouton({
          texte: filtres.limite === undefined ? 'Les dix premières' : 'Toutes les demandes',
          surClic: () => {
            basculerDix(volet)
          },
        })}
      </div>
      <details class="repli">
        <summary>Filtres${nombre === 0 ? '' : ` (${String(nombre)})`}</summary>
        ${panneauFiltres(volet)} ${precision === '' ? '' : html`<p class="aide">${precision}</p>`}
      </details>
    </div>
    <div class="rangee">
      ${resultat(volet)}
      ${
        filtre(volet)
          ? bouton({
              texte: 'Retirer les filtres',
              discret: true,
              icone: 'croix',
              surClic: () => {
                retirerFiltres(volet)
              },
            })
          : ''
      }
    </div>`
}
