import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { home } from '../src/boot/data-folder.ts'

export { home }

type Room = '.' | 'client' | 'server' | 'shared'

/** The script behind a package's command, so that it runs on this Node on every system, without a shell. */
export const scriptOf = (name: string, room: Room = '.', command = name): string => {
  const folder = join(home, room, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  const script = typeof bin === 'string' ? bin : bin[command]
  if (!script) throw new Error(`The package ${name} has no command ${command}.`)
  return join(folder, script)
}
