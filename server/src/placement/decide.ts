import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { capacityFor } from '@common-table/shared/catalog/capacity-units'
import { takePlaces } from '@common-table/shared/placement/moves'
import { misfitsOf } from '@common-table/shared/placement/problem'
import type { Db } from '../db/db.ts'
import { stale } from '../http/stale.ts'
import { standBehind } from '../partnerships/index.ts'
import { groundNeeds, groundServices, type GroundService } from './ground.ts'
import { needsBeside, serviceGround } from './ground-queries.ts'
import {
  addCapacity,
  beginNeed,
  leavePartnership,
  restoreNeed,
  sitesStanding,
  takeCapacity,
  withdrawCapacity,
} from './move-queries.ts'
import {
  decidePlacement,
  holdPlacement,
  holdPlaces,
  otherAcceptances,
  placementOf,
  type Moves,
} from './row-queries.ts'

type Held = NonNullable<Awaited<ReturnType<typeof holdPlacement>>>
interface Decider {
  id: string | null
  name: string
}

const held = async (db: Db, id: string, version: number): Promise<Held> => {
  const row = (await holdPlacement(db, id)) ?? notFound('placement')
  if (row.version !== version) stale((await placementOf(db, id))!.row) // it was just held
  return row
}

/** Need and service as they are at this moment, both held: what they allow now is what counts. */
const recheck = async (db: Db, id: string, row: Held, students: number): Promise<GroundService> => {
  const { settings, needId, serviceId } = row
  const need = groundNeeds(await needsBeside(db, needId), settings).find(({ id }) => id === needId)
  if (!need) throw refusal('placement-need-closed')
  if (need.students < students)
    throw refusal('placement-need-smaller', {
      detail: `The need is smaller by now: ${need.students} of its students are unserved, and this places ${students}. Accept fewer, or compute the plan again.`,
    })
  if (need.oneProvider && (await otherAcceptances(db, needId, serviceId, id)).other)
    throw refusal('placement-group-divided')
  const found = await serviceGround(db, serviceId)
  if (!found) throw refusal('placement-service-gone')
  const service = groundServices([found], settings)[0]! // of one row, one
  if (service.room < students)
    throw refusal('placement-no-room', {
      detail: `${service.row.organizationName} has room for ${service.room} by now, and this places ${students}. Accept fewer, or compute the plan again.`,
    })
  const broken = misfitsOf(need, service).filter((misfit) => misfit !== 'room')
  if (broken.length > 0)
    throw refusal('placement-no-fit', {
      detail: `Need and service no longer fit: ${broken.join(', ')}. Compute the plan again.`,
    })
  return service
}

/** Places a row: checked and moved in the one transaction of the request, all of it or nothing. */
export const acceptRow = async (
  db: Db,
  id: string,
  { version, students: asked, by }: { version: number; students: number | undefined; by: Decider },
): Promise<void> => {
  const row = await held(db, id, version)
  if (row.decision !== 'open') throw refusal('placement-decided')
  const { needId, serviceId, schoolId } = row
  const students = asked ?? row.students
  if (students > row.students)
    throw fieldProblem('students', `The plan places ${row.students} here. Accept as many or fewer.`, 'range')
  await holdPlaces(db, serviceId, schoolId)
  const service = await recheck(db, id, row, students)
  const taken = service.assumed ? [] : takePlaces(service.movable, students, service.row.unit)
  const amount = capacityFor(students, service.row.unit) ?? students
  await takeCapacity(db, taken)
  const from = taken.map(({ siteId }) => siteId)
  const target = await addCapacity(db, { serviceId, schoolId, amount, from })
  const backing = await standBehind(db, { serviceId, schoolId })
  const partnership = backing?.joined ? { id: backing.id, scope: backing.joined.scope } : null
  const begunNeed = await beginNeed(db, needId)
  const moves: Moves = { taken, target, partnership, begunNeed }
  await decidePlacement(db, id, { decision: 'accepted', accepted: students, moves, moved: true, by })
}

export const skipRow = async (
  db: Db,
  id: string,
  { version, reason, by }: { version: number; reason: string; by: Decider },
): Promise<void> => {
  const row = await held(db, id, version)
  if (row.decision !== 'open') throw refusal('placement-decided')
  await decidePlacement(db, id, { decision: 'skipped', reason: reason.trim(), moved: false, by })
}

/** Takes a decision back. Places return to where they came from, unless students have come to them meanwhile. */
export const reopenRow = async (db: Db, id: string, version: number): Promise<void> => {
  const row = await held(db, id, version)
  const { decision, moves, needId, serviceId, schoolId } = row
  if (decision === 'open') throw refusal('placement-open')
  if (decision === 'accepted' && moves) {
    await holdPlaces(db, serviceId, schoolId)
    const { taken, target, partnership, begunNeed } = moves
    if (
      !(await sitesStanding(
        db,
        taken.map(({ siteId }) => siteId),
      ))
    )
      throw refusal('placement-settled')
    if (!(await withdrawCapacity(db, target))) throw refusal('placement-settled')
    await takeCapacity(
      db,
      taken.map(({ siteId, amount }) => ({ siteId, amount: -amount })),
    )
    const { any } = await otherAcceptances(db, needId, serviceId, id)
    if (partnership) await leavePartnership(db, partnership, schoolId, id)
    await restoreNeed(db, needId, begunNeed && !any)
  }
  await decidePlacement(db, id, { decision: 'open', moved: decision === 'accepted', by: null })
}
