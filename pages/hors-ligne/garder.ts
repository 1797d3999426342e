/**
 * Keeps this page for when the network is gone. Its service worker lies beside it in the built site, so that it can
 * serve no other page; it does not exist in development. Where it is refused (a file opened from a disk, a private
 * window), the page works all the same, with the network.
 */
export function garderHorsLigne(): void {
  if (!import.meta.env.PROD || !location.protocol.startsWith('http') || !('serviceWorker' in navigator)) return
  const garder = (): void => {
    navigator.serviceWorker.register('./hors-ligne.js', { updateViaCache: 'none' }).catch(() => undefined)
  }
  // The first load comes first.
  if (document.readyState === 'complete') garder()
  else addEventListener('load', garder, { once: true })
}
