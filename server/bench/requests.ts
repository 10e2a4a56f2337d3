import type { BenchDatabase } from './bench-database.ts'
import { jwtSecret } from './bench-database.ts'
import { launch, memoryOf, withRunning, type Running } from './launch.ts'
import { alternate, type Shot } from './measure.ts'
import type { Operation } from './operations.ts'
import { comparedRows } from './table.ts'

export interface Pace {
  readonly rounds: number
  readonly seconds: number
}

/** Requests at servers that share one database, signed in where they give a token. */
export const shotAt = (
  servers: readonly Running[],
  part: Pick<Shot, 'paths' | 'method' | 'bodies'>,
  postgresPid: number,
): Shot => ({
  ...part,
  urls: servers.map(({ port }) => `http://127.0.0.1:${port}`),
  headers: {
    ...(servers[0]?.token && { authorization: `Bearer ${servers[0].token}` }),
    ...(part.bodies && { 'content-type': 'application/json' }),
  },
  pids: servers.map(({ pid }) => pid),
  postgresPid,
})

/** Every pair of requests, printed as it is measured; answers what to say below the table. */
export const compareRequests = (
  { adminUrl, appUrl, postgresPid }: BenchDatabase,
  operations: readonly Operation[],
  pace: Pace,
): Promise<string> =>
  withRunning([launch('floor.ts', adminUrl), launch('product.ts', appUrl, jwtSecret)], async (running) => {
    const [floor, product] = running as [Running, Running]
    for (const { name, goal, floorOn, connections, ...asked } of operations) {
      const low = floorOn === 'product' ? product : floor
      const [lowSample, ownSample] = await alternate(
        [shotAt([low], asked.floor, postgresPid), shotAt([product], asked.product, postgresPid)],
        pace,
        connections,
      )
      const lowWho = floorOn === 'product' ? 'compared' : 'floor'
      console.log(
        comparedRows(
          name,
          [
            [lowWho, lowSample],
            ['product', ownSample],
          ],
          goal,
        ),
      )
    }
    const [own, low] = [await memoryOf(product.pid), await memoryOf(floor.pid)]
    return `Memory after the load: product ${own.toFixed(0)} MiB, floor ${low.toFixed(0)} MiB.`
  })
