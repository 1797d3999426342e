import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Choix, FeuilleFormulaire, NoeudFormulaire, Operation, Saisie } from '../../core/index.ts'
import { editer } from './actions-grille.ts'
import { bouton } from './elements.ts'
import { choixEdite, texteEdite } from './saisies-formulaire.ts'
import type { Volet } from './volet.ts'

interface Place {
  readonly volet: Volet
  readonly critere: string
}

function idDe({ critere }: Place, feuille: FeuilleFormulaire, quoi: string): string {
  return ['c', critere, ...feuille.chemin, quoi].join('-')
}

type Changement = Partial<Pick<FeuilleFormulaire, 'champ' | 'test' | 'valeur'>>

function condition({ critere }: Place, feuille: FeuilleFormulaire, change: Changement): Operation {
  const { champ, test, valeur, chemin } = feuille
  return { geste: 'condition', critere, chemin, champ, test, valeur, ...change }
}

/** A first value that stands by itself, when a test is chosen. */
function valeurInitiale(saisie: Saisie | undefined, actuelle: string): string {
  switch (saisie?.genre) {
    case undefined:
    case 'aucune':
      return ''
    case 'choix':
    case 'plusieurs':
      return saisie.choix.some(({ valeur }) => valeur === actuelle) ? actuelle : (saisie.choix[0]?.valeur ?? '')
    case 'deux':
      return saisie.de.genre === 'date' ? '01/01/2020 et 31/12/2020' : '1 et 2'
    case 'date':
      return /^\d\d\//u.test(actuelle) ? actuelle : '01/01/2020'
    case 'nombre':
      return /^[\d,]+$/u.test(actuelle) ? actuelle : '1'
    case 'texte':
      return actuelle
  }
}

function champDeFeuille(place: Place, feuille: FeuilleFormulaire): TemplateResult {
  const { volet } = place
  const proposes = volet.etat.champsProposes
  const options: readonly Choix[] = proposes.some(({ code }) => code === feuille.champ)
    ? proposes.map(({ code, libelle }) => ({ valeur: code, libelle }))
    : [
        { valeur: feuille.champ, libelle: feuille.libelle },
        ...proposes.map(({ code, libelle }) => ({ valeur: code, libelle })),
      ]
  return choixEdite(volet, {
    id: idDe(place, feuille, 'champ'),
    libelle: 'Champ',
    options,
    valeur: feuille.champ,
    operation: (champ) => {
      const { test = 'connu', valeur = '' } = proposes.find(({ code }) => code === champ) ?? {}
      return condition(place, feuille, { champ, test, valeur })
    },
  })
}

function plusieurs(place: Place, feuille: FeuilleFormulaire, options: readonly Choix[]): TemplateResult {
  const { volet } = place
  const id = idDe(place, feuille, 'valeur')
  const choisies = feuille.valeur.split(';').map((valeur) => valeur.trim())
  const basculer = (valeur: string, coche: boolean): void => {
    const voulues = options.map((o) => o.valeur).filter((v) => (v === valeur ? coche : choisies.includes(v)))
    void editer(volet, id, condition(place, feuille, { valeur: voulues.join(' ; ') }))
  }
  const refus = volet.etat.refusee?.id === id ? volet.etat.refusee.raison : undefined
  return html`<fieldset class="plusieurs">
    <legend>Valeurs <span class="aide">(${String(choisies.length)} sur ${String(options.length)})</span></legend>
    ${refus === undefined ? nothing : html`<p class="champ-erreur" role="alert">${refus}</p>`}
    <div class="plusieurs-liste">
      ${options.map(
        ({ valeur, libelle }) =>
          html`<label
            ><input
              type="checkbox"
              .checked=${live(choisies.includes(valeur))}
              @change=${(evenement: Event) => {
                basculer(valeur, (evenement.currentTarget as HTMLInputElement).checked)
              }}
            /><span>${libelle}</span></label
          >`,
      )}
    </div>
  </fieldset>`
}

function valeurDeFeuille(place: Place, feuille: FeuilleFormulaire, saisie: Saisie): TemplateResult | typeof nothing {
  const commun = {
    id: idDe(place, feuille, 'valeur'),
    libelle: 'Valeur',
    valeur: feuille.valeur,
    operation: (valeur: string) => condition(place, feuille, { valeur }),
  }
  switch (saisie.genre) {
    case 'aucune':
      return nothing
    case 'choix':
      return choixEdite(place.volet, { ...commun, options: saisie.choix })
    case 'plusieurs':
      return plusieurs(place, feuille, saisie.choix)
    case 'nombre':
      return texteEdite(place.volet, { ...commun, nombre: true, unite: saisie.unite })
    case 'deux':
      return texteEdite(place.volet, { ...commun, aide: 'Deux bornes jointes par «\u202fet\u202f».' })
    case 'date':
      return texteEdite(place.volet, { ...commun, aide: 'jj/mm/aaaa' })
    case 'texte':
      return texteEdite(place.volet, { ...commun, aide: saisie.aide })
  }
}

function feuilleVue(place: Place, feuille: FeuilleFormulaire): TemplateResult {
  const { volet, critere } = place
  const saisie = feuille.tests.find(({ test }) => test === feuille.test)?.saisie
  return html`<div class="condition">
    <div class="condition-champs">
      ${champDeFeuille(place, feuille)}
      ${choixEdite(volet, {
        id: idDe(place, feuille, 'test'),
        libelle: 'Test',
        options: feuille.tests.map(({ test, libelle }) => ({ valeur: test, libelle })),
        valeur: feuille.test,
        operation: (test) => {
          const voulue = feuille.tests.find((propose) => propose.test === test)?.saisie
          return condition(place, feuille, { test, valeur: valeurInitiale(voulue, feuille.valeur) })
        },
      })}
      ${saisie === undefined ? nothing : valeurDeFeuille(place, feuille, saisie)}
    </div>
    ${bouton({
      texte: 'Retirer',
      discret: true,
      icone: 'retirer',
      nom: `Retirer la condition ${feuille.phrase}`,
      surClic: () =>
        void editer(volet, idDe(place, feuille, 'retirer'), {
          geste: 'retirer-condition',
          critere,
          chemin: feuille.chemin,
        }),
    })}
  </div>`
}

const LIENS = { et: 'toutes ces conditions', ou: 'une de ces conditions', non: 'sauf si' } as const

function noeudVu(place: Place, noeud: NoeudFormulaire): TemplateResult {
  if (noeud.genre === 'feuille') return feuilleVue(place, noeud)
  return html`<fieldset class="condition-groupe">
    <legend>${LIENS[noeud.genre]}</legend>
    ${noeud.enfants.map((enfant) => noeudVu(place, enfant))}
  </fieldset>`
}

/** The condition of a criterion, part by part, and how to add to it. */
export function vueCondition(volet: Volet, critere: string, noeud: NoeudFormulaire | undefined): TemplateResult {
  const place = { volet, critere }
  const [premier] = volet.etat.champsProposes
  const ajouter = (lien: 'et' | 'ou'): void => {
    if (premier === undefined) return
    const { code: champ, test, valeur } = volet.etat.champsProposes.find(({ code }) => code === 'dalo') ?? premier
    const id = `c-${critere}-ajouter`
    void editer(volet, id, { geste: 'ajouter-condition', critere, chemin: [], lien, champ, test, valeur })
  }
  return html`<div class="conditions">
    <h4>${noeud === undefined ? 'Sans condition' : 'Si'}</h4>
    ${noeud === undefined ? nothing : noeudVu(place, noeud)}
    <div class="rangee">
      ${bouton({
        texte: noeud === undefined ? 'Ajouter une condition' : 'Et…',
        nom: noeud === undefined ? 'Ajouter une condition' : 'Ajouter une condition\u202f: et',
        icone: 'ajouter',
        discret: true,
        surClic: () => {
          ajouter('et')
        },
      })}
      ${
        noeud === undefined
          ? nothing
          : bouton({
              texte: 'Ou…',
              nom: 'Ajouter une condition\u202f: ou',
              icone: 'ajouter',
              discret: true,
              surClic: () => {
                ajouter('ou')
              },
            })
      }
    </div>
  </div>`
}
