/** The maps' own types stand in a package that they do not install. */
declare module 'svg-maps__common' {
  export interface Map {
    readonly label: string
    readonly viewBox: string
    readonly locations: readonly { readonly id: string; readonly name: string; readonly path: string }[]
  }
}
