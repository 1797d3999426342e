import { chromium } from 'playwright-core'
import { readFileSync } from 'node:fs'
import { optionsChromium } from './navigateur/chromium.ts'
const [sortie = '', ...noms] = process.argv.slice(2)
const b = await chromium.launch(await optionsChromium())
const p = await b.newPage({ viewport: { width: 1560, height: 100 } })
await p.setContent(`<body style="margin:0;display:flex;flex-wrap:wrap;gap:6px;background:#888">${noms.map((n) => `<img style="max-height:640px" src="data:image/png;base64,${readFileSync(`/tmp/essai/img/${n}.png`).toString('base64')}">`).join('')}</body>`)
await p.waitForTimeout(300)
await p.screenshot({ path: `/tmp/essai/img/${sortie}.png`, fullPage: true })
await b.close()
