import type { TemplateResult } from 'lit'

export interface Section {
  readonly id: string
  readonly titre: string
  readonly contenu: TemplateResult
}
