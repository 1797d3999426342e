import { ErreurCellule, type Rendu } from '../fonctions/erreur-cellule.ts'

type Bloc = readonly (readonly Rendu[])[]

/** A function as Excel calls it: its arguments in order. */
export interface FonctionExcel {
  readonly id: string
  calculer(...recus: readonly unknown[]): Rendu | Bloc
}

/** The part of Office's runtime of custom functions that is used; its types are in no package that we have. */
interface Environnement {
  associate(id: string, fonction: (...recus: unknown[]) => unknown): void
  readonly Error: new (code: string, message?: string) => Error
  readonly ErrorCode: { readonly invalidValue: string; readonly notAvailable: string }
}

declare const CustomFunctions: Environnement

function enErreur(erreur: ErreurCellule): Error {
  const { invalidValue, notAvailable } = CustomFunctions.ErrorCode
  return new CustomFunctions.Error(erreur.genre === 'valeur' ? invalidValue : notAvailable, erreur.message)
}

function enCellule(rendu: Rendu): string | number | boolean | Error {
  return rendu instanceof ErreurCellule ? enErreur(rendu) : rendu
}

function estBloc(rendu: Rendu | Bloc): rendu is Bloc {
  return Array.isArray(rendu)
}

/** Excel adds what it knows of the call (address, name of the function) after the arguments. */
function estAppel(recu: unknown): boolean {
  return typeof recu === 'object' && recu !== null && ('functionName' in recu || 'address' in recu)
}

function appeler({ calculer }: FonctionExcel, recus: readonly unknown[]): unknown {
  try {
    const rendu = calculer(...recus.filter((recu) => !estAppel(recu)))
    return estBloc(rendu) ? rendu.map((ligne) => ligne.map(enCellule)) : enCellule(rendu)
  } catch (erreur) {
    if (erreur instanceof ErreurCellule) throw enErreur(erreur)
    throw new CustomFunctions.Error(
      CustomFunctions.ErrorCode.invalidValue,
      'Le calcul a échoué. Signalez-le avec la formule.',
    )
  }
}

/** Ties each custom function to its job. What cannot be given to a cell becomes #VALUE! or #N/A with its sentence. */
export function associerFonctions(fonctions: readonly FonctionExcel[]): void {
  for (const fonction of fonctions) CustomFunctions.associate(fonction.id, (...recus) => appeler(fonction, recus))
}
