import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { portions } from './rollover-queries.ts'

// A partnership that a person changed since is left as it is, with its years and plans.
const free = `rollover_changes c join partnerships p on p.district_id = c.district_id and p.id = c.partnership_id and p.version = c.after_version
  where c.district_id = app_district() and c.rollover_id = $1`
const keptNames = statement<{ id: string; name: string }>(`select p.id, p.name from rollover_changes c
  join partnerships p on p.district_id = c.district_id and p.id = c.partnership_id
  where c.district_id = app_district() and c.rollover_id = $1 and p.version <> c.after_version order by p.name`)
const dropPlans =
  statement(`delete from site_plans s where s.district_id = app_district() and s.rollover_id = $1 and s.version = 1
  and s.partnership_id in (select c.partnership_id from ${free})`)
const dropExits =
  statement(`delete from exit_checks x where x.district_id = app_district() and x.state = 'to_do' and x.version = 1
  and x.partnership_id in (select c.partnership_id from ${free} and c.decision = 'end')`)
const leaveYear =
  statement(`delete from partnership_years k where k.district_id = app_district() and k.rollover_id = $1 and k.decision is null
  and k.version = 1 and k.school_year_id = (select r.to_year_id from rollovers r where r.district_id = k.district_id and r.id = $1)
  and k.partnership_id in (select c.partnership_id from ${free})`)
const undecide = statement(`update partnership_years k set decision = null, reason = null, rollover_id = null
  where k.district_id = app_district() and k.rollover_id = $1 and k.decision is not null
    and k.partnership_id in (select c.partnership_id from ${free})`)
const restartYears =
  statement(`update partnership_years k set status = 'running' where k.district_id = app_district() and k.status = 'stopped'
  and k.school_year_id in (select y.id from school_years y where y.district_id = k.district_id and y.ends_on >= current_date)
  and k.partnership_id in (select c.partnership_id from ${free} and c.stage <> p.stage and p.stage = 'ended')`)
const tellBack =
  statement(`insert into partnership_events (district_id, partnership_id, kind, from_stage, to_stage, body, author_id, author_name)
  select c.district_id, p.id, 'stage', p.stage, c.stage, $2, $3::uuid, $4 from ${free} and p.stage <> c.stage`)
const freeIds = statement<{ id: string }>(`select p.id from ${free}`)
const putBack = statement<{
  id: string
}>(`update partnerships p set stage = c.stage, stage_since = c.stage_since, ends_on = c.ends_on
  from rollover_changes c where c.district_id = app_district() and c.rollover_id = $1 and p.district_id = c.district_id
    and p.id = c.partnership_id and p.version = c.after_version and p.id = any ($2::uuid[]) returning p.id`)
const close = statement(
  'update rollovers set undone_at = now() where district_id = app_district() and id = $1',
)

/** Takes a roll-over back where nobody changed anything since. */
export const takeBack = async (
  db: Db,
  rolloverId: string,
  note: string,
  author: { id: string | null; name: string },
): Promise<{ restored: number; kept: { id: string; name: string }[] }> => {
  const kept = await db.many(keptNames, [rolloverId])
  await db.run(dropPlans, [rolloverId])
  await db.run(leaveYear, [rolloverId])
  await db.run(undecide, [rolloverId])
  await db.run(restartYears, [rolloverId])
  await db.run(dropExits, [rolloverId])
  await db.run(tellBack, [rolloverId, note, author.id, author.name])
  const ids = (await db.many(freeIds, [rolloverId])).map(({ id }) => id)
  let restored = 0
  for (const portion of portions(ids)) restored += (await db.many(putBack, [rolloverId, portion])).length
  await db.run(close, [rolloverId])
  return { restored, kept }
}
