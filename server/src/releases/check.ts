import type { ReleaseFinding } from '@common-table/shared/releases/schemas'
import type { Services } from '../http/services.ts'
import { oneAtATime } from '../db/one-at-a-time.ts'
import { guardApart, type Found } from '../disclosure/index.ts'
import { earlierTables, freezeTable, nextToFreeze, type TableToFreeze } from './frozen-queries.ts'
import { findingsSoFar, keepFindings, settleRelease, waitingReleases } from './queries.ts'

const author = { kind: 'system', id: null, name: 'release', requestId: null } as const
/** How long one table is attacked before it counts as not proved. */
const seconds = 240
/** A page of findings; with more than that the figures themselves are too thin to publish. */
const most = 200

const named = ({ metric, period, schools }: TableToFreeze, { kind, place }: Found): ReleaseFinding => {
  const school = place?.school ?? null
  return {
    kind,
    metric,
    period,
    school: school === null ? null : { id: school, name: schools[school] ?? '' },
    group: place?.group ?? null,
  }
}

const freezeAll = async (services: Services, districtId: string, release: string): Promise<void> => {
  for (;;) {
    const table = await nextToFreeze(services.read(districtId), release)
    if (!table) break
    const { figures, unit, threshold, metric, period } = table
    const earlier = await earlierTables(services.read(districtId), metric.id, period.id)
    const { rows, findings } = await guardApart({ figures, rules: { unit, threshold }, earlier, seconds })
    const cells = rows.flatMap(({ cells }) => Object.values(cells))
    await services.write(districtId, author, async (db) => {
      await freezeTable(db, release, table, rows, {
        shown: cells.filter(({ value }) => value !== null).length,
        withheld: cells.filter(({ suppressed }) => suppressed).length,
        givenUp: findings.filter(({ kind }) => kind === 'given_up' || kind === 'overlap').length,
      })
      await keepFindings(db, release, findings.map((found) => named(table, found)).slice(0, most))
    })
  }
  await services.write(districtId, author, async (db) => {
    const findings = await findingsSoFar(db, release)
    const stopped = findings.some(({ kind }) => kind === 'pinned' || kind === 'unproved')
    await settleRelease(db, release, stopped ? 'refused' : 'ready')
  })
}

const once = oneAtATime<void>()
/** Freezes a release table by table, each made safe beside everything in print, and settles whether it may go out. */
export const checkRelease = (services: Services, districtId: string, release: string): Promise<void> =>
  once(release, () => freezeAll(services, districtId, release))

/** Checks every release that waits for it, for whoever cannot leave it to the job. */
export const checkWaiting = async (services: Services, districtId: string): Promise<void> => {
  for (const { id } of await waitingReleases(services.read(districtId)))
    await checkRelease(services, districtId, id)
}

/** Checks what the request cannot wait for. */
export const workOnReleases = (services: Services): Promise<void> =>
  services.jobs.work<{ districtId: string; release: string }>('release', ({ data }) =>
    checkRelease(services, data.districtId, data.release),
  )
