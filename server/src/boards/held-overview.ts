import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { holding } from '../http/held.ts'

/** Days pass without anybody writing. */
const keptFor = 300_000

/** What the page reads, as migrations 0046, 0052 and 0069 mark it. */
const marks = [
  'activities',
  'agreements',
  'coverage_demand',
  'coverage_supply',
  'districts',
  'equity_scores',
  'equity_versions',
  'needs',
  'obligation_dues',
  'obligations',
  'organizations',
  'overview',
  'partnership_contacts',
  'partnership_schools',
  'partnerships',
  'school_years',
  'schools',
  'seat_demands',
  'seat_fills',
  'seat_offers',
].map((name) => `today_${name}`)

const look = statement<{ stamp: string; touched: boolean }>(
  `select pg_current_snapshot()::text as stamp, pg_current_snapshot()::text <> $1 and exists (select from document_marks m
     where m.district_id = app_district() and m.kind = any ('{${marks.join()}}')
       and m.made_by >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(m.made_by, $1::pg_snapshot)) as touched`,
)
const first = statement<{ stamp: string; touched: boolean }>(
  'select pg_current_snapshot()::text as stamp, true as touched',
)

interface Held<T> {
  /** The database as it stood before the page was made. */
  readonly stamp: string
  readonly until: number
  readonly made: T
}

/**
 * What `make` answers of a district, from memory for as long as nothing it reads was written. The look comes before the
 * making, so that what commits meanwhile is seen by the next look.
 */
export const heldByDistrict = <T>(make: (db: Db) => Promise<T>) => {
  const held = holding<Held<T>>(200)
  return async (db: Db, now: Date): Promise<T> => {
    const known = held.get(db.districtId)
    const { stamp, touched } = (await (known ? db.one(look, [known.stamp]) : db.one(first)))! // it has one row
    if (known && !touched && now.getTime() < known.until) return known.made
    const made = await make(db)
    held.hold(db.districtId, { stamp, until: now.getTime() + keptFor, made })
    return made
  }
}
