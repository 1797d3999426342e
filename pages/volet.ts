import { afficherVolet } from '../addin/volet/volet.ts'

const racine = document.getElementById('application')
if (racine === null) throw new Error('no element of id application in the page')
void afficherVolet(racine)
