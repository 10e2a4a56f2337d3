import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A server the bench started; `token` signs in at the product. */
export interface Running {
  port: number
  token: string
  pid: number
  stop: () => Promise<void>
}

/** Starts a script of this folder and waits for the one JSON line it prints. */
export const launch = (script: string, ...argv: string[]): Promise<Running> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, script), ...argv], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)))
    child.stdout.once('data', (line: Buffer) => {
      const { port, token = '' } = JSON.parse(String(line)) as { port: number; token?: string }
      const stop = () =>
        new Promise<void>((ended) => {
          child.removeAllListeners('exit')
          if (child.exitCode !== null || child.signalCode !== null) return ended()
          child.once('exit', () => ended())
          child.kill('SIGKILL')
        })
      resolve({ port, token, pid: child.pid!, stop })
    })
  })

/** Lends out servers and stops them whatever happens. */
export const withRunning = async <T>(
  starting: readonly Promise<Running>[],
  work: (running: Running[]) => Promise<T>,
): Promise<T> => {
  const begun = await Promise.allSettled(starting)
  try {
    return await work(
      begun.map((start) => {
        if (start.status === 'rejected') throw start.reason
        return start.value
      }),
    )
  } finally {
    await Promise.all(begun.map((start) => (start.status === 'fulfilled' ? start.value.stop() : undefined)))
  }
}

const mebibytes = async (pid: number, line: 'VmRSS' | 'VmHWM'): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(new RegExp(`${line}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN) / 1024
}

/** What it holds in memory now, in MiB (Linux; NaN elsewhere). */
export const memoryOf = (pid: number): Promise<number> => mebibytes(pid, 'VmRSS')

/** The most it ever held, in MiB (Linux; NaN elsewhere). */
export const peakMemoryOf = (pid: number): Promise<number> => mebibytes(pid, 'VmHWM')
