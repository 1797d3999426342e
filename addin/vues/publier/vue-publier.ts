import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte, formatNombre } from '../../../core/index.ts'
import { bandeau } from '../../../ui/bandeau.ts'
import { bascule } from '../../../ui/champ.ts'
import { carteChiffre } from '../../../ui/carte-chiffre.ts'
import { etatChargement, etatVide } from '../../../ui/etats.ts'
import { etiquette } from '../../../ui/etiquette.ts'
import { tableDonnees } from '../../../ui/table-donnees.ts'
import type { ModeleTable } from '../../../ui/table-modele.ts'
import type { ApercuVu } from '../../travail/publication/contrat-publication.ts'
import { bouton, faute, panneau, suite, titre } from '../elements.ts'
import type { Publier, Filtre } from './publier.ts'
import { direJointes, vueJointes } from './vue-jointes.ts'
import { vueReglages } from './vue-reglages.ts'
import './publier.css'

const COLONNES: ModeleTable['colonnes'] = [
  { code: 'nom', titre: 'Indicateur', largeur: 'minmax(14rem, 3fr)', etroit: 'titre' },
  { code: 'modalite', titre: 'Réponse', largeur: 'minmax(7rem, 1fr)', etroit: 'detail' },
  { code: 'valeur', titre: 'Chiffre', largeur: '7rem', nombre: true, etroit: 'valeur' },
  { code: 'effectifs', titre: 'Effectifs', largeur: '10rem', nombre: true, etroit: 'absent' },
]

const GARDE: Readonly<Record<Filtre, (ligne: ApercuVu['lignes'][number]) => boolean>> = {
  tous: () => true,
  publies: ({ secret }) => secret === null,
  retenus: ({ secret }) => secret !== null,
}

function effectifs({ numerateur, denominateur }: ApercuVu['lignes'][number]): string {
  if (numerateur === null) return ''
  return denominateur === null
    ? formatNombre(numerateur)
    : `${formatNombre(numerateur)} sur ${formatNombre(denominateur)}`
}

function tableau(publier: Publier, { lignes }: ApercuVu): TemplateResult {
  const { filtre } = publier.etat
  const montrees = lignes.filter(GARDE[filtre])
  const cellule = (i: number, c: number): string | TemplateResult => {
    const ligne = montrees[i]
    if (ligne === undefined) return ''
    const valeur = ligne.secret === null ? ligne.texte : etiquette('protege', ligne.texte)
    return [ligne.nom, ligne.modalite ?? 'ensemble', valeur, effectifs(ligne)][c] ?? ''
  }
  const options = [
    { valeur: 'tous', libelle: `Tous (${formatNombre(lignes.length)})` },
    { valeur: 'publies', libelle: 'Publiés' },
    { valeur: 'retenus', libelle: 'Retenus' },
  ]
  const surChoix = (valeur: string): void => {
    publier.changer({ filtre: valeur as Filtre })
  }
  return html`${bascule({ nom: 'publier-filtre', legende: 'Chiffres montrés', options, valeur: filtre, surChoix })}
  ${tableDonnees({ libelle: 'Chiffres du fichier', colonnes: COLONNES, nombreLignes: montrees.length, cellule })}`
}

function cartes(apercu: ApercuVu): TemplateResult {
  const { publies, retenus, comptees, indicateurs, profil } = apercu
  const comptes = [
    formatCompte(indicateurs.length, 'indicateur'),
    formatCompte(comptees, 'demande comptée', 'demandes comptées'),
    ...direJointes(apercu),
  ]
  const retires = indicateurs.filter(({ retire }) => retire).length
  return html`<div class="publier-cartes">
    ${carteChiffre({ titre: 'Chiffres publiés', chiffre: formatNombre(publies), source: `${comptes.join(', ')}.` })}
    ${carteChiffre({ titre: 'Chiffres retenus', chiffre: formatNombre(retenus), source: `Profil «\u202f${profil}\u202f».` })}
    ${
      retires === 0
        ? nothing
        : carteChiffre({
            titre: 'Indicateurs retirés',
            chiffre: formatNombre(retires),
            source: 'Ce qu’ils retiennent se retrouverait quand même.',
          })
    }
  </div>`
}

function raisons({ parRaison, indicateurs }: ApercuVu): TemplateResult | typeof nothing {
  if (parRaison.length === 0) return nothing
  const aCompleter = indicateurs.filter(({ retenus, inconnus }) => retenus > 0 && inconnus > 0)
  return panneau(
    'Pourquoi des chiffres sont retenus',
    html`<ul class="publier-raisons">
        ${parRaison.map(({ nombre, phrase }) => html`<li><strong>${formatNombre(nombre)}</strong> <span>${phrase}</span></li>`)}
      </ul>
      ${
        aCompleter.length === 0
          ? nothing
          : html`<details class="repli">
              <summary>Ce qui, complété, pourrait en libérer</summary>
              <ul>
                ${aCompleter.map(
                  ({ nom, inconnus }) =>
                    html`<li>${nom}&#8239;: ${formatCompte(inconnus, 'demande')} sans réponse lisible</li>`,
                )}
              </ul>
            </details>`
      }`,
  )
}

function avertir(publier: Publier, { avertissements }: ApercuVu): TemplateResult | typeof nothing {
  if (avertissements.length === 0) return nothing
  const actions =
    publier.etat.precedent === undefined
      ? bouton({
          texte: 'Donner le fichier précédent',
          surClic: () => {
            document.querySelector<HTMLInputElement>('#publier-precedent')?.focus()
          },
        })
      : undefined
  return bandeau({
    genre: 'attention',
    titre: 'Avant de publier',
    textes: avertissements,
    ...(actions === undefined ? {} : { actions }),
  })
}

function fichier({ fichier: f }: ApercuVu): TemplateResult {
  return panneau(
    'Le fichier',
    html`<dl class="publier-fichier">
        <div>
          <dt>Nom</dt>
          <dd>${f.nom}</dd>
        </div>
        <div>
          <dt>Taille</dt>
          <dd>${formatNombre(f.octets / 1000, { decimales: 1 })} ko</dd>
        </div>
        <div>
          <dt>Empreinte</dt>
          <dd><code>${f.empreinte}</code></dd>
        </div>
      </dl>
      <details class="repli">
        <summary>Voir le début du fichier</summary>
        <pre tabindex="0" aria-label="Début du fichier">${f.debut}…</pre>
      </details>`,
    'Il ne contient ni numéro de demande, ni nom, ni ligne d’un ménage. Ouvrez-le dans l’observatoire pour comparer.',
  )
}

function sansDemandes({ volet }: Publier): TemplateResult {
  const actions = bouton({
    texte: 'Aller aux données',
    principal: true,
    surClic: () => {
      volet.changer({ activite: 'coter' })
      volet.aller('donnees')
    },
  })
  return html`${titre('Publier')}
  ${etatVide({
    icone: 'observatoire',
    titre: 'Pas encore de demandes',
    texte: 'Lisez d’abord les demandes\u202f: leurs chiffres agrégés et protégés se préparent ensuite ici.',
    actions,
  })}`
}

function resultat(publier: Publier, apercu: ApercuVu): TemplateResult {
  const { remise } = publier.etat
  return html`${remise === undefined ? nothing : bandeau({ genre: 'succes', titre: remise })} ${cartes(apercu)}
    ${avertir(publier, apercu)} ${panneau('Ce qui sera publié', tableau(publier, apercu))}
    <div class="deux-colonnes">
      <div>${vueJointes(publier, apercu)} ${vueReglages(publier)}</div>
      <div>${raisons(apercu)} ${fichier(apercu)}</div>
    </div>`
}

/** Results first: the figures, what is withheld and why; settings beside them. */
export function vuePublier(publier: Publier): TemplateResult {
  const { volet, etat } = publier
  const { depart, reglages, apercu, refus } = etat
  if (volet.etat.lecture === undefined) return sansDemandes(publier)
  if (depart === undefined || reglages === undefined)
    return html`${titre('Publier')} ${etatChargement('Ouverture des demandes…', 6)}`
  const nom = depart.territoires.find(({ code }) => code === reglages.territoire)?.nom
  const enregistre = volet.hote.sortie.moyens.includes('telecharger')
  return html`${titre(
    nom === undefined ? 'Publier' : `Publier les chiffres de ${nom}`,
    'Des chiffres agrégés et protégés, pour l’observatoire. Vous voyez tout avant que le fichier ne parte.',
  )}
  ${faute(refus)} ${apercu === undefined ? vueReglages(publier) : resultat(publier, apercu)}
  ${suite({
    texte: enregistre ? 'Enregistrer le fichier' : 'Copier le fichier',
    icone: enregistre ? 'telecharger' : 'copier',
    desactive: apercu === undefined || refus !== undefined || volet.etat.enCours !== undefined,
    surClic: () => void publier.enregistrer(),
  })}`
}
