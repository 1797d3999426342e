const ADRESSE = new URL('../../exemples/demandes-exemple.xlsx', import.meta.url)

let promesse: Promise<ArrayBuffer> | undefined

async function demander(): Promise<ArrayBuffer> {
  const reponse = await fetch(ADRESSE)
  if (!reponse.ok) throw new Error('example workbook not found')
  return reponse.arrayBuffer()
}

/** The bytes of the example, fetched once: it still opens when the network is gone. */
export function chargerExemple(): Promise<ArrayBuffer> {
  promesse ??= demander().catch((erreur: unknown) => {
    promesse = undefined
    throw erreur
  })
  return promesse
}
