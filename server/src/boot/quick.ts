import './compile-cache.ts'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { preparedServer } from './bundle.ts'
import { home } from './data-folder.ts'

// Joined by itself and read first. An older one than the sources finds nothing made from them, and leaves the start to them.
const { entry } = preparedServer()
if (entry) {
  const { run } = (await import(entry)) as typeof import('./run.ts') // the same, joined
  await run({ pages: 'fresh' })
} else await import(pathToFileURL(join(home, 'server', 'src', 'start.ts')).href)
