/// <reference types="office-js" />

/** Whether Excel is dark; undefined where it does not say (Excel on the web). */
export function excelSombre(): boolean | undefined {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined
  return theme?.isDarkTheme
}
