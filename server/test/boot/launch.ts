import { spawn } from 'node:child_process'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const entries = {
  start: join(import.meta.dirname, '..', '..', 'start.js'),
  /** What the image runs. */
  serve: join(import.meta.dirname, '..', '..', 'src', 'serve.ts'),
}

export interface Launched {
  readonly pid: number
  /** The address it printed; fails with what it said when it ends before. */
  readonly address: Promise<string>
  readonly ended: Promise<{ code: number | null; output: string }>
  readonly output: () => string
  readonly kill: (signal: NodeJS.Signals) => void
}

/** A data folder of its own for one installation. */
export const newDataFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'common-table-start-'))
  await chmod(folder, 0o755)
  return join(folder, 'data')
}

/** Starts the product as a process of its own, on any free port unless told otherwise. */
export const launch = (entry: keyof typeof entries, env: Record<string, string>): Launched => {
  const child = spawn(process.execPath, [entries[entry]], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, output })),
  )
  const address = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString('utf8')
      const found = /ready at (\S+)/.exec(output)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => reject(new Error(`It ended before it was ready: ${output}`)))
  })
  address.catch(() => undefined)
  return { pid: child.pid ?? 0, address, ended, output: () => output, kill: (signal) => child.kill(signal) }
}
