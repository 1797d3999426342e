/** A grid that comes with the product. */
export interface GrilleFournie {
  readonly id: string
  readonly nom: string
  /** Where it comes from, in one sentence. */
  readonly origine: string
  /** The grid as parsed JSON. */
  charger(): Promise<unknown>
}
