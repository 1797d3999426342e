import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte, formatNombre } from '../../core/index.ts'
import { interrupteur } from '../../ui/champ.ts'
import type { LectureVue, VideVu } from '../travail/contrat.ts'
import { declarerVide } from './actions-donnees.ts'
import { direVide } from './dire-vide.ts'
import { panneau } from './elements.ts'
import type { Volet } from './volet.ts'

function compte({ vides, remplies, declare, sens }: VideVu): string {
  if (declare && remplies > 0)
    return `${formatCompte(remplies, 'cellule vide prise', 'cellules vides prises')} comme ${direVide(sens)}`
  return `${formatCompte(vides, 'cellule vide', 'cellules vides')}`
}

function ligneVide(volet: Volet, vide: VideVu): TemplateResult {
  return html`<li>
    ${interrupteur({
      id: `vide-${vide.champ}`,
      libelle: vide.libelle,
      aide: compte(vide),
      coche: volet.etat.videNon.includes(vide.champ),
      surChange: (coche) => {
        declarerVide(volet, vide.champ, coche)
      },
    })}
  </li>`
}

function defauts(volet: Volet, { defauts: remplis }: LectureVue): TemplateResult | typeof nothing {
  const { sansDefauts } = volet.etat
  const utiles = remplis.filter(({ cellules }) => cellules > 0)
  if (utiles.length === 0 && !sansDefauts) return nothing
  return html`<div class="defauts">
    ${interrupteur({
      id: 'defauts',
      libelle: 'Compléter selon les règles du registre',
      coche: !sansDefauts,
      surChange: (coche) => {
        volet.changer({ sansDefauts: !coche, lecturePerimee: true })
      },
    })}
    <ul class="defauts-liste">
      ${utiles.map(
        ({ libelle, valeur, cellules, motif }) =>
          html`<li>
            <span>${libelle}&#8239;: ${valeur}</span> <span class="aide">${motif}</span>
            <span class="defauts-nombre">${formatNombre(cellules)}</span>
          </li>`,
      )}
    </ul>
  </div>`
}

/** What empty cells mean: unknown, unless the user or a rule says otherwise. Nothing is assumed in silence. */
export function vueVides(volet: Volet): TemplateResult | typeof nothing {
  const { lecture } = volet.etat
  if (lecture === undefined) return nothing
  if (lecture.vides.length + lecture.defauts.length === 0) return nothing
  const vides = lecture.vides.toSorted((a, b) => b.vides + b.remplies - (a.vides + a.remplies))
  return panneau(
    'Cellules vides',
    html`${defauts(volet, lecture)}
    ${
      vides.length === 0
        ? nothing
        : html`<details class="repli">
            <summary>${formatCompte(vides.length, 'colonne')} avec des cellules vides</summary>
            <p class="aide">
              Activez celles où une cellule vide veut dire «&#8239;non&#8239;», 0 ou «&#8239;aucun&#8239;».
            </p>
            <ul class="vides">
              ${vides.map((vide) => ligneVide(volet, vide))}
            </ul>
          </details>`
    }`,
    'Une cellule vide est inconnue\u202f: elle ne donne ni ne retire de point.',
  )
}
