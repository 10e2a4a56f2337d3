import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { codeOf } from '../failure.ts'

const run = promisify(execFile)

/** What PostgreSQL writes about itself into postmaster.pid (its manual, section 66.1). */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly state: string
}

export const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

const programOf = async (pid: number): Promise<string> => {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
  const [program, parameters] =
    process.platform === 'win32'
      ? ['tasklist', ['/FI', `PID eq ${pid}`, '/NH', '/FO', 'CSV']]
      : ['ps', ['-p', String(pid), '-o', 'comm=']]
  return run(program as string, parameters as string[]).then(
    ({ stdout }) => stdout,
    () => '',
  )
}

/**
 * The server that holds this cluster, if one lives. A pid file left behind by a machine or container that went down
 * may name a number some other program has since been given; such a file is removed, or PostgreSQL would refuse to start.
 */
export const livePostmaster = async (cluster: string): Promise<Postmaster | undefined> => {
  const path = join(cluster, 'postmaster.pid')
  const lines = (await readFile(path, 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  if (!alive(pid)) return undefined
  if (!(await programOf(pid)).includes('postgres')) {
    await rm(path, { force: true })
    return undefined
  }
  return { pid, port: Number(lines[3] ?? 0), state: (lines[7] ?? 'starting').trim() }
}
