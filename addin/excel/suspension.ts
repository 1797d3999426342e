/// <reference types="office-js" />
import type { Passage } from './passage.ts'

/** Kept in the file while calculation is suspended, so that a run cut short can be set right when the pane opens. */
const TRACE = 'attributions.suspension'

interface EtatExcel {
  readonly calcul: Excel.CalculationMode
  readonly evenements: boolean
}

function etatActuel(passage: Passage): Promise<EtatExcel> {
  return passage.etape(async (contexte) => {
    contexte.application.load('calculationMode')
    contexte.runtime.load('enableEvents')
    await contexte.sync()
    return {
      calcul: contexte.application.calculationMode as Excel.CalculationMode,
      evenements: contexte.runtime.enableEvents,
    }
  })
}

async function suspendre(passage: Passage, etat: EtatExcel): Promise<void> {
  await passage.etape(async (contexte) => {
    contexte.workbook.settings.add(TRACE, etat)
    contexte.runtime.enableEvents = false
    contexte.application.calculationMode = 'Manual' as Excel.CalculationMode
    await contexte.sync()
  })
}

async function retablir(passage: Passage, etat: EtatExcel): Promise<void> {
  await passage.etape(async (contexte) => {
    contexte.application.calculationMode = etat.calcul
    contexte.runtime.enableEvents = etat.evenements
    contexte.workbook.settings.add(TRACE, '')
    await contexte.sync()
  })
}

/**
 * Does some work with events off and calculation manual, and puts both back whatever happens.
 *
 * @param surEchec told when they could not be put back
 */
export async function enSuspension<T>(passage: Passage, travail: () => Promise<T>, surEchec: () => void): Promise<T> {
  const etat = await etatActuel(passage)
  try {
    await suspendre(passage, etat)
    return await travail()
  } finally {
    await retablir(passage, etat).catch(surEchec)
  }
}

/** Puts back what a run cut short left suspended; true when there was something to put back. */
export async function reparerSuspension(passage: Passage): Promise<boolean> {
  const trace = await passage.etape(async (contexte) => {
    const reglage = contexte.workbook.settings.getItemOrNullObject(TRACE)
    reglage.load('value')
    await contexte.sync()
    return reglage.isNullObject || reglage.value === '' ? undefined : (reglage.value as EtatExcel)
  })
  if (trace === undefined) return false
  await retablir(passage, trace)
  return true
}
