// Papa Parse through a door of its own: its published types load Node's, which core must not see.
export { default } from 'papaparse'
