import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import autocannon from 'autocannon'

export interface Sample {
  requestsPerSecond: number
  p50: number
  p97: number
  p99: number
  /** Milliseconds of CPU per request, server and database together; NaN where the system does not tell. */
  cpu: number
  failed: number
}

export interface Shot {
  url: string
  /** One per request, taken in turn. */
  paths: string[]
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  bodies?: string[]
  pids: number[]
  postgresPid: number
}

const childrenOf = (pid: number): number[] =>
  execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)
    .map(Number)

/** User and system time of processes in clock ticks of 10 ms (Linux). */
const ticksOf = (pids: number[]): number =>
  pids.reduce((sum, pid) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
      return sum + Number(fields[11]) + Number(fields[12])
    } catch {
      return sum
    }
  }, 0)

/** One closed-loop burst of `connections` callers. */
export const shoot = async (shot: Shot, seconds: number, connections = 32): Promise<Sample> => {
  const watched = () => [...shot.pids, shot.postgresPid, ...childrenOf(shot.postgresPid)]
  const before = ticksOf(watched())
  const result = await autocannon({
    url: shot.url,
    connections,
    duration: seconds,
    requests: shot.paths.map((path, at) => ({
      method: shot.method ?? 'GET',
      path,
      headers: shot.headers ?? {},
      ...(shot.bodies && { body: shot.bodies[at % shot.bodies.length]! }),
    })),
  })
  const done = result['2xx']
  return {
    requestsPerSecond: done / result.duration,
    p50: result.latency.p50,
    p97: result.latency.p97_5,
    p99: result.latency.p99,
    cpu: ((ticksOf(watched()) - before) * 10) / Math.max(1, done),
    failed: result.non2xx + result.errors + result.timeouts,
  }
}

export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

export const medianSample = (samples: Sample[]): Sample =>
  Object.fromEntries(
    (['requestsPerSecond', 'p50', 'p97', 'p99', 'cpu', 'failed'] as const).map((key) => [
      key,
      median(samples.map((sample) => sample[key])),
    ]),
  ) as unknown as Sample // the keys above are all of them
