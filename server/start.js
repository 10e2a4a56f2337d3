// Plain JavaScript: Node takes a tenth of a second to make itself ready for TypeScript, before the first line of it runs.
import { existsSync } from 'node:fs'

const quick = new URL('node_modules/.cache/start/quick.mjs', import.meta.url)
await import(existsSync(quick) ? quick.href : './src/start.ts')
