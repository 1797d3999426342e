export { jeuExemple, type OptionsExemple } from './jeu-exemple.ts'
