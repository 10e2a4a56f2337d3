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
  /** Several addresses of one subject share the connections out among them. */
  urls: string[]
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

/** User and system time in clock ticks of 10 ms (Linux); `reaped` is what children used that have ended. */
const ticksOf = (pid: number): { own: number; reaped: number } => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').map(Number)
    return { own: fields[11]! + fields[12]!, reaped: fields[13]! + fields[14]! }
  } catch {
    return { own: 0, reaped: 0 }
  }
}

/** Milliseconds of CPU that servers and PostgreSQL with all its backends, ended ones too, have used so far. */
export const cpuOf = (pids: readonly number[], postgresPid: number): number =>
  [...pids, postgresPid, ...childrenOf(postgresPid)].reduce(
    (sum, pid) => sum + ticksOf(pid).own,
    ticksOf(postgresPid).reaped,
  ) * 10

/**
 * One closed-loop burst of `connections` callers. Of several addresses the requests are added up and the slower latency
 * counts.
 */
export const shoot = async (shot: Shot, seconds: number, connections = 32): Promise<Sample> => {
  const before = cpuOf(shot.pids, shot.postgresPid)
  const results = await Promise.all(
    shot.urls.map((url) =>
      autocannon({
        url,
        connections: connections / shot.urls.length,
        duration: seconds,
        requests: shot.paths.map((path, at) => ({
          method: shot.method ?? 'GET',
          path,
          headers: shot.headers ?? {},
          ...(shot.bodies && { body: shot.bodies[at % shot.bodies.length]! }),
        })),
      }),
    ),
  )
  const sum = (of: (result: autocannon.Result) => number) =>
    results.reduce((total, result) => total + of(result), 0)
  const slower = (of: (result: autocannon.Result) => number) => Math.max(...results.map(of))
  return {
    requestsPerSecond: sum((result) => result['2xx'] / result.duration),
    p50: slower(({ latency }) => latency.p50),
    p97: slower(({ latency }) => latency.p97_5),
    p99: slower(({ latency }) => latency.p99),
    cpu:
      (cpuOf(shot.pids, shot.postgresPid) - before) /
      Math.max(
        1,
        sum((result) => result['2xx']),
      ),
    failed: sum(({ non2xx, errors, timeouts }) => non2xx + errors + timeouts),
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

/** Shoots at both in turn, each round the other way about, after one second for each to warm up. */
export const alternate = async (
  subjects: readonly [Shot, Shot],
  { rounds, seconds }: { rounds: number; seconds: number },
  connections?: number,
): Promise<[Sample, Sample]> => {
  const samples: [Sample[], Sample[]] = [[], []]
  for (const shot of subjects) await shoot(shot, 1, connections)
  for (let round = 0; round < rounds; round++)
    for (const at of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
      samples[at].push(await shoot(subjects[at], seconds, connections))
  return [medianSample(samples[0]), medianSample(samples[1])]
}
