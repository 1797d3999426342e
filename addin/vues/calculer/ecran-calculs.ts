import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte } from '../../../core/index.ts'
import { champ, choix, saisie } from '../../../ui/champ.ts'
import type { CalculFait, CalculVu, ParametreVu, SaisieCalcul } from '../../travail/calculs/contrat-calculs.ts'
import { bouton, panneau, titre } from '../elements.ts'
import type { Ecran } from '../activites/ecran.ts'
import { fauteDe, type Volet } from '../volet.ts'
import { cellulesCollees } from './cellules-collees.ts'
import { vueResultat } from './vue-resultat.ts'
import './calculer.css'

/** The functions of cells as forms, computed as one types. */
export class EcranCalculs implements Ecran {
  readonly #volet: Volet
  #calculs: readonly CalculVu[] = []
  #courant: CalculVu | undefined
  /** By function: what was typed stays when another one is looked at. */
  readonly #saisies = new Map<string, Map<string, SaisieCalcul>>()
  /** By parameter: what was pasted, as it was. */
  readonly #colles = new Map<string, string>()
  #fait: CalculFait | undefined
  #copie: string | undefined
  #demande = 0

  constructor(volet: Volet) {
    this.#volet = volet
  }

  async ouvrir(): Promise<void> {
    if (this.#calculs.length > 0) return
    this.#calculs = await this.#volet.poste.executer((session) => session.calculs())
    const [premier] = this.#calculs
    if (premier !== undefined) await this.#choisir(premier.id)
  }

  dessiner(): TemplateResult {
    const courant = this.#courant
    return html`${titre('Calculs', 'Les fonctions ATTRIB, une à une\u202f: pour vérifier un nombre, ou quand Excel ne les a pas.')}
      <div class="deux-colonnes">
        <div>
          ${panneau(
            'Le calcul',
            html`${choix({
              id: 'calcul',
              libelle: 'Fonction',
              options: this.#calculs.map(({ id, libelle }) => ({ valeur: id, libelle })),
              valeur: courant?.id ?? '',
              surChoix: (id) => void this.#choisir(id),
            })}
            ${courant === undefined ? nothing : html`<p class="aide">${courant.methode}</p>`}
            ${courant?.parametres.map((parametre) => this.#parametre(courant, parametre)) ?? nothing}`,
          )}
        </div>
        <div>${this.#fait === undefined || courant === undefined ? nothing : this.#resultat(courant, this.#fait)}</div>
      </div>`
  }

  #resultat(courant: CalculVu, fait: CalculFait): TemplateResult {
    return vueResultat(courant, fait, {
      copie: this.#copie,
      surCopier: () => void this.#copier(fait.formule),
    })
  }

  #parametre(calcul: CalculVu, { nom, libelle, plage, facultatif }: ParametreVu): TemplateResult {
    const donnee = this.#saisies.get(calcul.id)?.get(nom)
    const id = `calcul-${calcul.id}-${nom}`
    if (plage) return this.#plage(id, nom, libelle, facultatif, donnee)
    return saisie({
      id,
      libelle,
      facultatif,
      valeur: donnee !== undefined && 'texte' in donnee ? donnee.texte : '',
      surSaisie: (texte) => void this.#changer(nom, { texte }),
    })
  }

  #plage(
    id: string,
    nom: string,
    libelle: string,
    facultatif: boolean,
    donnee: SaisieCalcul | undefined,
  ): TemplateResult {
    const cellules = donnee !== undefined && 'cellules' in donnee ? donnee : undefined
    const { plageSelectionnee } = this.#volet.hote
    const aide =
      cellules === undefined || cellules.cellules.length === 0
        ? plageSelectionnee === undefined
          ? 'Copiez les cellules dans Excel, en-têtes compris, et collez-les ici.'
          : 'Sélectionnez les cellules dans Excel, puis prenez la sélection\u202f; ou collez-les ici.'
        : `${cellules.adresse ?? 'Cellules collées'}\u202f: ${formatCompte(cellules.cellules.length, 'ligne')}, ${formatCompte(cellules.cellules[0]?.length ?? 0, 'colonne')}.`
    return champ(
      { id, libelle, aide, facultatif },
      ({ describedby }) =>
        html`<textarea
            id=${id}
            rows="3"
            class="plage"
            spellcheck="false"
            aria-describedby=${describedby}
            .value=${cellules?.adresse === undefined ? (this.#colles.get(id) ?? '') : ''}
            @change=${(evenement: Event) => {
              const { value } = evenement.currentTarget as HTMLTextAreaElement
              this.#colles.set(id, value)
              void this.#changer(nom, { cellules: cellulesCollees(value) })
            }}
          ></textarea>
          ${
            plageSelectionnee === undefined
              ? nothing
              : html`<div class="rangee">
                  ${bouton({
                    texte: 'Prendre la sélection',
                    icone: 'tableur',
                    nom: `Prendre la sélection\u202f: ${libelle}`,
                    surClic: () => void this.#prendre(nom),
                  })}
                </div>`
          }`,
    )
  }

  async #choisir(id: string): Promise<void> {
    this.#courant = this.#calculs.find((calcul) => calcul.id === id)
    await this.#calculer()
  }

  async #changer(nom: string, donnee: SaisieCalcul): Promise<void> {
    const { id } = this.#courant ?? {}
    if (id === undefined) return
    const saisies = this.#saisies.get(id) ?? new Map<string, SaisieCalcul>()
    this.#saisies.set(id, saisies.set(nom, donnee))
    await this.#calculer()
  }

  async #prendre(nom: string): Promise<void> {
    try {
      const choisie = await this.#volet.hote.plageSelectionnee?.()
      this.#volet.changer({ faute: undefined })
      if (choisie !== undefined) await this.#changer(nom, choisie)
    } catch (erreur) {
      this.#volet.changer({ faute: fauteDe(erreur, 'La sélection n’a pas été prise') })
    }
  }

  /** Only the last request counts: one types faster than a range is scored. */
  async #calculer(): Promise<void> {
    const calcul = this.#courant
    if (calcul === undefined) return
    const demande = ++this.#demande
    const donnees = this.#saisies.get(calcul.id)
    const saisies = calcul.parametres.map(({ nom }): SaisieCalcul => donnees?.get(nom) ?? { texte: '' })
    const fait = await this.#volet.poste.executer((session) => session.calculer(calcul.id, saisies))
    if (demande !== this.#demande) return
    this.#fait = fait
    this.#copie = undefined
    this.#volet.changer({})
  }

  async #copier(formule: string): Promise<void> {
    try {
      await this.#volet.hote.sortie.copier(formule)
      this.#copie = 'Formule copiée\u202f: collez-la dans une cellule.'
      this.#volet.changer({ faute: undefined })
    } catch (erreur) {
      this.#volet.changer({ faute: fauteDe(erreur, 'La formule n’a pas été copiée') })
    }
  }
}
