import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const source = join(import.meta.dirname, '..', '..', 'src')

/**
 * The path of every page that stands by itself and needs someone signed in, read from the features' own routes, so that
 * a new page is visited without being listed here.
 */
export const ownPages = (): string[] =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[\w-]+[/\\]routes\.ts$/.test(file))
    .flatMap((file) => readFileSync(join(source, file), 'utf8').split(/(?=\bpath: ')/))
    .filter((route) => !route.includes('plain: true'))
    .flatMap((route) => /^path: '(\/[^':]*)'/.exec(route)?.[1] ?? [])
    .sort()
