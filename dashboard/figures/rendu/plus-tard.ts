/** Work that nobody sees yet: done one piece a task, once the page has shown what is in the window. */
const attente = new Map<object, () => void>()
let prevu = false

function faireUn(): void {
  prevu = false
  const [premier] = attente
  if (premier === undefined) return
  const [qui, faire] = premier
  attente.delete(qui)
  prevoir()
  faire()
}

function prevoir(): void {
  if (prevu || attente.size === 0) return
  prevu = true
  // After a frame: a timer alone may come before it.
  requestAnimationFrame(() => {
    setTimeout(faireUn, 0)
  })
}

/** Does something later for somebody; what was to be done for them before is forgotten. */
export function plusTard(qui: object, faire: () => void): void {
  attente.delete(qui)
  attente.set(qui, faire)
  prevoir()
}

/** What was to be done for somebody no longer is. */
export function oublier(qui: object): void {
  attente.delete(qui)
}
