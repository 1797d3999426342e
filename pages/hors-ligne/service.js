/* global self, caches, fetch, Request, URL, FICHIERS, EMPREINTE, INDEX */
// Service worker of one page. The build writes three constants above it, by page (scripts/greffon-hors-ligne.ts):
// FICHIERS, all that the page may ever ask for, EMPREINTE, which changes with any of them, and INDEX, the files that
// name the published figures beside the page.

const PREFIXE = `attributions ${self.registration.scope} `
const RESERVE = PREFIXE + EMPREINTE
const PAGE = new URL('./', self.registration.scope).href
const RESERVE_DONNEES = `${PREFIXE}donnees`

async function remplir() {
  const reserve = await caches.open(RESERVE)
  // The page's name does not change with its content: an older copy may lie in the browser's own cache.
  await reserve.addAll([new Request(PAGE, { cache: 'reload' }), ...FICHIERS])
  if (INDEX.length > 0) await (await caches.open(RESERVE_DONNEES)).addAll(INDEX)
}

async function retirerAnciennes() {
  const noms = await caches.keys()
  await Promise.all(
    noms
      .filter((nom) => nom.startsWith(PREFIXE) && nom !== RESERVE && nom !== RESERVE_DONNEES)
      .map((nom) => caches.delete(nom)),
  )
}

async function enReserve(demande) {
  return (await caches.open(RESERVE)).match(demande)
}

// What came from the network is not kept: the reserve holds one build, whole, and never two by halves.
async function servirPage(demande) {
  try {
    const reponse = await fetch(demande)
    if (reponse.status < 500) return reponse
    return (await enReserve(PAGE)) ?? reponse
  } catch (erreur) {
    const gardee = await enReserve(PAGE)
    if (gardee === undefined) throw erreur
    return gardee
  }
}

const DONNEES = new URL('donnees/', self.registration.scope).href

// Published figures change without the page changing: the network first, what was last read without it.
async function servirDonnees(demande) {
  const reserve = await caches.open(RESERVE_DONNEES)
  try {
    const reponse = await fetch(demande)
    if (reponse.ok) await reserve.put(demande, reponse.clone())
    return reponse
  } catch (erreur) {
    const gardee = await reserve.match(demande)
    if (gardee === undefined) throw erreur
    return gardee
  }
}

const ADRESSES = new Set(FICHIERS.map((fichier) => new URL(fichier, self.location.href).href))

// No skipWaiting: an open page keeps the files it was built with; the next opening takes the new ones.
self.addEventListener('install', (evenement) => {
  evenement.waitUntil(remplir())
})

self.addEventListener('activate', (evenement) => {
  evenement.waitUntil(retirerAnciennes())
})

self.addEventListener('fetch', (evenement) => {
  const { request: demande } = evenement
  if (demande.method !== 'GET') return
  if (demande.mode === 'navigate') evenement.respondWith(servirPage(demande))
  else if (ADRESSES.has(demande.url)) {
    evenement.respondWith(enReserve(demande).then((gardee) => gardee ?? fetch(demande)))
  } else if (demande.url.startsWith(DONNEES)) evenement.respondWith(servirDonnees(demande))
})
