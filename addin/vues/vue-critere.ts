import { html, nothing, type TemplateResult } from 'lit'
import { bandeau } from '../../ui/bandeau.ts'
import { interrupteur } from '../../ui/champ.ts'
import type { CritereOuvert } from '../travail/contrat-grille.ts'
import { editer } from './actions-grille.ts'
import { bouton } from './elements.ts'
import { choixEdite, texteEdite } from './saisies-formulaire.ts'
import { vueCondition } from './vue-condition.ts'
import type { Volet } from './volet.ts'

function regle(volet: Volet, { code, points, unites, tranches }: CritereOuvert): TemplateResult {
  const id = (quoi: string): string => `c-${code}-${quoi}`
  if (tranches !== undefined) {
    const geste = { geste: 'tranches', critere: code, ...tranches } as const
    return html`${texteEdite(volet, {
      id: id('bornes'),
      libelle: 'Bornes',
      aide: 'Croissantes, séparées par « ; ». Une valeur égale à une borne est dans la tranche du dessus.',
      valeur: tranches.bornes,
      operation: (bornes) => ({ ...geste, bornes }),
    })}
    ${texteEdite(volet, {
      id: id('points-tranches'),
      libelle: 'Points',
      aide: 'Un nombre de plus que de bornes, séparés par « ; ».',
      valeur: tranches.points,
      operation: (texte) => ({ ...geste, points: texte }),
    })}`
  }
  const champPoints = texteEdite(volet, {
    id: id('points'),
    libelle: unites === undefined ? 'Points' : 'Points par unité',
    valeur: points,
    nombre: true,
    unite: 'points',
    operation: (texte) => ({ geste: 'points', critere: code, points: texte }),
  })
  if (unites === undefined) return champPoints
  const geste = { geste: 'unites', critere: code, ...unites } as const
  const unite = unites.saisie.genre === 'nombre' ? unites.saisie.unite : ''
  return html`${champPoints}
  ${texteEdite(volet, {
    id: id('chaque'),
    libelle: 'Pour chaque',
    valeur: unites.chaque,
    nombre: true,
    unite,
    operation: (chaque) => ({ ...geste, chaque }),
  })}
  ${texteEdite(volet, {
    id: id('depart'),
    libelle: 'À partir de',
    valeur: unites.aPartirDe,
    nombre: true,
    unite,
    operation: (aPartirDe) => ({ ...geste, aPartirDe }),
  })}
  ${texteEdite(volet, {
    id: id('maximum'),
    libelle: 'Au plus',
    valeur: unites.maximum,
    nombre: true,
    unite: 'fois',
    operation: (maximum) => ({ ...geste, maximum }),
  })}`
}

function gestes(volet: Volet, { code, nom }: CritereOuvert): TemplateResult {
  const geste = (quoi: 'retirer' | 1 | -1): void =>
    void editer(
      volet,
      `c-${code}-gestes`,
      quoi === 'retirer'
        ? { geste: 'retirer-critere', critere: code }
        : { geste: 'deplacer-critere', critere: code, pas: quoi },
    )
  const { refusee } = volet.etat
  const refus = refusee !== undefined && /-(gestes|ajouter|retirer)$/u.test(refusee.id) ? refusee.raison : undefined
  return html`${refus === undefined ? nothing : bandeau({ genre: 'attention', titre: 'Rien n’a changé', textes: [refus] })}
    <div class="rangee">
      ${bouton({
        texte: 'Monter',
        discret: true,
        icone: 'tri-croissant',
        nom: `Monter ${nom}`,
        surClic: () => {
          geste(-1)
        },
      })}
      ${bouton({
        texte: 'Descendre',
        discret: true,
        icone: 'tri-decroissant',
        nom: `Descendre ${nom}`,
        surClic: () => {
          geste(1)
        },
      })}
      ${bouton({
        texte: 'Retirer le critère',
        discret: true,
        icone: 'retirer',
        nom: `Retirer le critère ${nom}`,
        surClic: () => {
          geste('retirer')
        },
      })}
    </div>`
}

/** The form of one criterion. Whatever is typed in it, the grid stays one that can be scored with. */
export function vueCritere(volet: Volet, critere: CritereOuvert): TemplateResult {
  const { code, nom, famille, familles, baseLegale, justificatif, condition, phrase, verrouille } = critere
  if (verrouille)
    return html`<div class="critere-formulaire">
      <p>${phrase}</p>
      <p class="aide">
        Verrouillé par le socle régional&#8239;: une grille locale ne peut ni le changer ni le retirer.
      </p>
    </div>`
  return html`<div class="critere-formulaire">
    <p class="critere-phrase" role="status">${phrase}</p>
    <div class="critere-champs">
      ${regle(volet, critere)}
      ${choixEdite(volet, {
        id: `c-${code}-famille`,
        libelle: 'Famille',
        options: familles,
        valeur: famille,
        operation: (choisie) => ({ geste: 'famille-du-critere', critere: code, famille: choisie }),
      })}
    </div>
    ${vueCondition(volet, code, condition)}
    <div class="critere-champs">
      ${texteEdite(volet, {
        id: `c-${code}-nom`,
        libelle: 'Nom',
        valeur: nom,
        operation: (texte) => ({ geste: 'nom', critere: code, nom: texte }),
      })}
      ${texteEdite(volet, {
        id: `c-${code}-base`,
        libelle: 'Base légale',
        valeur: baseLegale,
        operation: (texte) => ({ geste: 'base-legale', critere: code, texte }),
      })}
    </div>
    ${interrupteur({
      id: `c-${code}-justificatif`,
      libelle: 'Compter seulement sur justificatif',
      coche: justificatif,
      surChange: (exige) =>
        void editer(volet, `c-${code}-justificatif`, { geste: 'justificatif', critere: code, exige }),
    })}
    ${gestes(volet, critere)}
  </div>`
}
