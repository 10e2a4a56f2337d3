/**
 * Holds the built client to its size. Reads dist/.vite/manifest.json and fails with a table when a budget is broken:
 * `node client/budget.ts` after `vite build client`. Limits are the targets of DESIGN section 4, in gzipped KB.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

interface Chunk {
  file: string
  name?: string
  src?: string
  imports?: string[]
  dynamicImports?: string[]
  css?: string[]
}
interface Line {
  what: string
  size: number
  limit: number
}

const limits = { first: 85, frame: 140, css: 12, route: 40, charts: 75 }
const dist = join(import.meta.dirname, 'dist')
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
const chunk = (key: string): Chunk => manifest[key]! // keys come from the manifest itself

const weighed = new Map<string, number>()
const weigh = (file: string): number => {
  if (!weighed.has(file)) weighed.set(file, gzipSync(readFileSync(join(dist, file))).length / 1024)
  return weighed.get(file) ?? 0
}
/** Everything the browser fetches with this chunk before it runs. */
const together = (key: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of chunk(key).imports ?? []) together(next, seen)
  return seen
}
const sum = (keys: Iterable<string>): number =>
  [...keys].reduce((total, key) => total + weigh(chunk(key).file), 0)

const page = readFileSync(join(dist, 'index.html'), 'utf8')
const entry = Object.keys(manifest).find(
  (key) => chunk(key).file.endsWith('.js') && page.includes(chunk(key).file),
)
const home = Object.keys(manifest).find((key) => key.endsWith('app/HomePage.vue'))
if (!entry || !home)
  throw new Error('The manifest has no entry or no HomePage: run `vite build client` first.')

const first = together(home, together(entry))
const routes = Object.keys(manifest).filter((key) => /src\/(?!ui\/|app\/)[\w-]+\/\w+Page\.vue$/.test(key))
const users = new Map<string, number>()
for (const route of routes) for (const part of together(route)) users.set(part, (users.get(part) ?? 0) + 1)
/** What every third page needs (menus, what floats, schemas) is fetched once, by whichever page comes first. */
const frame = new Set([
  ...first,
  ...[...users].filter(([, count]) => count > routes.length / 3).map(([part]) => part),
])
const styles = new Set(Object.values(manifest).flatMap(({ css = [] }) => css))
const lines: Line[] = [
  { what: 'shell and Home', size: sum(first), limit: limits.first },
  { what: 'shell, Home and what many pages share', size: sum(frame), limit: limits.frame },
  { what: 'all CSS', size: [...styles].reduce((total, file) => total + weigh(file), 0), limit: limits.css },
  ...Object.keys(manifest)
    .filter((key) => /(Page\.vue|draw-chart\.ts)$/.test(key) && key !== home)
    .map((key) => ({
      what: chunk(key).src ?? key,
      size: sum([...together(key)].filter((part) => !frame.has(part))),
      limit: key.endsWith('draw-chart.ts') ? limits.charts : limits.route,
    })),
]
const heavy = lines.filter(({ size, limit }) => size > limit)
for (const { what, size, limit } of lines.sort((a, b) => b.size / b.limit - a.size / a.limit).slice(0, 12))
  process.stdout.write(
    `${size > limit ? 'OVER ' : '     '}${size.toFixed(1).padStart(6)} of ${limit} KB  ${what}\n`,
  )
if (heavy.length > 0) {
  process.stderr.write(`${heavy.length} over budget: split what is not needed at once with a lazy import.\n`)
  process.exitCode = 1
}
