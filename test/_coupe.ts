import { chromium } from 'playwright-core'
import { readFileSync } from 'node:fs'
import { optionsChromium } from './navigateur/chromium.ts'
const [nom = '', hauteur = '1500'] = process.argv.slice(2)
const b = await chromium.launch(await optionsChromium())
const data = readFileSync(`/tmp/essai/img/${nom}.png`).toString('base64')
const p = await b.newPage({ viewport: { width: 2400, height: Number(hauteur) + 20 } })
await p.setContent(`<body style="margin:0;display:flex;gap:10px;background:#888"></body>`)
await p.evaluate(async ({ data, h }) => {
  const img = new Image(); img.src = 'data:image/png;base64,' + data; await img.decode()
  for (let y = 0; y < img.height; y += h) { const c = document.createElement('canvas'); c.width = img.width; c.height = Math.min(h, img.height - y); c.getContext('2d')?.drawImage(img, 0, -y); document.body.append(c) }
}, { data, h: Number(hauteur) })
await p.screenshot({ path: `/tmp/essai/img/${nom}-m.png` })
await b.close()
